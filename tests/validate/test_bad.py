"""Every broken record earns exactly the complaints that lie beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletin.errors import Problem, RecordError
from bulletin.load import load
from bulletin.messages import speak
from bulletin.validate import examine
from complaints import BAD, expected, told

FILES = sorted(BAD.glob("record-*.yaml"))


def problems(path: Path) -> tuple[Problem, ...]:
    try:
        return examine(load(path))[1]
    except RecordError as error:
        return error.problems


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_broken_record_earns_its_exact_complaints(path: Path, update_golden: bool) -> None:
    found = told(problems(path))
    assert found
    assert found == expected(path, found, update=update_golden)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_complaint_has_a_place_a_name_a_cure_and_its_line(path: Path) -> None:
    lines = ["", *path.read_text(encoding="utf-8").split("\n")]
    for problem in problems(path):
        assert problem.path == path
        assert problem.id
        assert problem.hint
        assert problem.line
        # Of a state secret nothing is shown.
        assert problem.source == ("" if problem.id == "state-secret" else lines[problem.line])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_complaint_is_said_in_vietnamese_too(path: Path) -> None:
    english = problems(path)
    speak("vi")
    vietnamese = problems(path)
    assert [problem.line for problem in vietnamese] == [problem.line for problem in english]
    for there, here in zip(vietnamese, english, strict=True):
        assert there.message != here.message
        assert there.hint != here.hint or "“" not in here.hint


def test_there_is_a_record_for_each_of_many_faults() -> None:
    assert len(FILES) >= 80


def test_no_complaint_is_left_without_its_record() -> None:
    assert {path.stem for path in BAD.glob("record-*.txt")} == {path.stem for path in FILES}
