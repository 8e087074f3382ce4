"""Every record that makes no official paper earns exactly the complaints that lie beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletin.errors import Problem
from bulletin.load import load
from bulletin.messages import speak
from bulletin.paper import paper_faults
from bulletin.validate import validate
from complaints import BAD, expected, told

FILES = sorted(BAD.glob("paper-*.yaml"))
GOOD = sorted((BAD.parent / "papers").glob("*.yaml"))


def problems(path: Path) -> tuple[Problem, ...]:
    return paper_faults(validate(load(path)))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_faulty_paper_earns_its_exact_complaints(path: Path, update_golden: bool) -> None:
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
        assert problem.source == lines[problem.line]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_complaint_is_told_in_vietnamese_too(path: Path) -> None:
    english = problems(path)
    speak("vi")
    vietnamese = problems(path)
    speak("en")
    assert [problem.message for problem in english] != [problem.message for problem in vietnamese]


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_a_sound_paper_earns_none(path: Path) -> None:
    assert problems(path) == ()


def test_no_complaint_is_left_without_its_file() -> None:
    assert {path.stem for path in BAD.glob("paper-*.txt")} == {path.stem for path in FILES}


def test_all_faults_are_told_at_once() -> None:
    ids = [problem.id for problem in problems(BAD / "paper-many-faults.yaml")]
    assert set(ids) >= {"paper-number", "acting-for-committee", "body-in-position", "rank-before-name", "no-filing"}
