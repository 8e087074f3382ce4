"""Every broken file earns exactly the complaints that lie beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletin.errors import Problem, RecordError
from bulletin.load import load
from complaints import BAD, expected, told

FILES = sorted(BAD.glob("yaml-*.yaml"))


def problems(path: Path) -> tuple[Problem, ...]:
    """Everything that is told of a file."""
    try:
        return load(path).problems
    except RecordError as error:
        return error.problems


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_broken_file_earns_its_exact_complaints(path: Path, update_golden: bool) -> None:
    found = told(problems(path))
    assert found
    assert found == expected(path, found, update=update_golden)


def test_there_is_a_file_for_each_of_many_faults() -> None:
    assert len(FILES) >= 45


def test_no_complaint_is_left_without_its_file() -> None:
    assert {path.stem for path in BAD.glob("yaml-*.txt")} == {path.stem for path in FILES}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_complaint_names_its_sort_and_shows_its_line(path: Path) -> None:
    lines = ["", *path.read_bytes().decode("utf-8", "replace").split("\n")]
    for problem in problems(path):
        assert problem.id
        assert problem.source == (lines[problem.line] if problem.line else "")
        assert problem.mend is None or problem.mend.old == problem.source
