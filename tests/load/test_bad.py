"""Every broken file earns exactly the complaints that lie beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletin.errors import Problem, RecordError
from bulletin.load import load

BAD = Path(__file__).parent.parent / "data" / "bad"
FILES = sorted(BAD.glob("yaml-*.yaml"))


def complaints(path: Path) -> str:
    """What is told of a file, a line for each complaint and one for each hint."""
    try:
        problems = load(path).problems
    except RecordError as error:
        problems = error.problems
    return "".join(_told(problem) for problem in problems)


def _told(problem: Problem) -> str:
    head = f"{problem.line}:{problem.column}: {problem.id}: {problem.message}\n"
    return head + (f"  → {problem.hint}\n" if problem.hint else "")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_broken_file_earns_its_exact_complaints(path: Path, update_golden: bool) -> None:
    found = complaints(path)
    golden = path.with_suffix(".txt")
    if update_golden:
        golden.write_text(found, encoding="utf-8")
    assert found
    assert found == golden.read_text(encoding="utf-8")


def test_there_is_a_file_for_each_of_many_faults() -> None:
    assert len(FILES) >= 45


def test_no_complaint_is_left_without_its_file() -> None:
    assert {path.stem for path in BAD.glob("yaml-*.txt")} == {path.stem for path in FILES}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_complaint_names_its_sort_and_shows_its_line(path: Path) -> None:
    try:
        problems = load(path).problems
    except RecordError as error:
        problems = error.problems
    lines = ["", *path.read_bytes().decode("utf-8", "replace").split("\n")]
    for problem in problems:
        assert problem.id
        assert problem.source == (lines[problem.line] if problem.line else "")
        assert problem.mend is None or problem.mend.old == problem.source
