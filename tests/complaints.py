"""Broken records, each beside the exact complaints it must earn."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from bulletin.errors import Problem

BAD = Path(__file__).parent / "data" / "bad"


def told(problems: Iterable[Problem]) -> str:
    """What is told of a file: a line for each complaint, and one for each hint."""
    return "".join(
        f"{problem.line}:{problem.column}: {problem.id}: {problem.message}\n"
        + (f"  → {problem.hint}\n" if problem.hint else "")
        for problem in problems
    )


def expected(path: Path, found: str, *, update: bool) -> str:
    """The complaints that a broken file must earn; with `update` those that it earns now."""
    golden = path.with_suffix(".txt")
    if update:
        golden.write_text(found, encoding="utf-8", newline="\n")
    return golden.read_text(encoding="utf-8")
