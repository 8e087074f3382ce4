"""What the tests of this folder share."""

from __future__ import annotations

from pathlib import Path

from bulletin.load import Source, load_text

PATH = Path("record.yaml")


def read(text: str) -> Source:
    """A text as a record."""
    return load_text(text, PATH)


def faults(text: str) -> list[tuple[int, int, str]]:
    """Line, column and id of each fault of a text."""
    return [(problem.line, problem.column, problem.id) for problem in read(text).problems]


def new_lines(text: str) -> list[str]:
    """The lines that are shown rewritten."""
    return [problem.mend.new for problem in read(text).problems if problem.mend]
