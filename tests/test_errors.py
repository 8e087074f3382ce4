from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from bulletin import errors
from bulletin.errors import BulletinError, OutputError, Problem, ProblemsError, RecordError, RenderError

CODES = {
    "ConfigError": 3, "RecordError": 4, "LayoutError": 5, "FontError": 5, "RenderError": 6, "OutputError": 7,
    "DeliveryError": 8,
}  # fmt: skip


def test_exit_codes_are_those_that_are_promised() -> None:
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, BulletinError)]
    found = {kind.__name__: kind.exit_code for kind in kinds}
    assert {name: code for name, code in found.items() if name not in {"BulletinError", "ProblemsError"}} == CODES


@pytest.mark.parametrize(
    ("problem", "shown"),
    [
        (Problem("no"), "no"),
        (Problem("no", Path("a b.yaml")), "a b.yaml: no"),
        (Problem("no", Path("a.yaml"), 3), "a.yaml:3: no"),
        (Problem("no", Path("a.yaml"), 3, 7), "a.yaml:3:7: no"),
        (Problem("no", None, 3, 7), "3:7: no"),
    ],
)
def test_a_problem_in_a_line(problem: Problem, shown: str) -> None:
    assert str(problem) == shown


def test_an_error_of_problems_tells_all_of_them() -> None:
    error = RecordError(problem for problem in (Problem("one"), Problem("two", line=2)))
    assert error.problems == (Problem("one"), Problem("two", line=2))
    assert str(error) == error.message == "one\n2: two"


@pytest.mark.parametrize(
    "error", [RenderError([Problem("one", Path("a.yaml"), 2, hint="do"), Problem("two")]), OutputError("no", hint="do")]
)
def test_an_error_comes_whole_out_of_another_process(error: BulletinError) -> None:
    copy: BulletinError = pickle.loads(pickle.dumps(error))
    assert type(copy) is type(error)
    assert (str(copy), copy.message, copy.hint, copy.args) == (str(error), error.message, error.hint, error.args)
    if isinstance(error, ProblemsError):
        assert isinstance(copy, ProblemsError)
        assert copy.problems == error.problems
