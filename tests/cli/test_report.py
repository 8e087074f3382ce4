"""A fault of the program itself: told, reported to a file, with nothing of the record in it."""

from __future__ import annotations

import importlib
import tempfile
from pathlib import Path
from typing import Any

import pytest

import offices
from batch import tasks
from bulletin import __version__
from bulletin.batch import Pool, work
from bulletin.cli import report
from bulletin.errors import OutputError

from .conftest import Bulletin

LAYOUTS = importlib.import_module("bulletin.cli.layouts")
"""The module; by its name in the package the command is meant."""


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    def build(record: Any, *_: Any, **__: Any) -> None:
        try:
            raise KeyError(record.title)
        except KeyError as error:
            raise ValueError(f"cannot set {record.title}") from error

    monkeypatch.setattr(work, "build", build)


@pytest.mark.usefixtures("broken")
def test_a_fault_of_ours_is_told_with_its_report_and_nothing_of_the_record(bulletin: Bulletin, tmp_path: Path) -> None:
    offices.record(tmp_path, "a.yaml")
    offices.record(tmp_path, "b.yaml")
    done = bulletin("build", ".")
    assert done.code == 1
    (path,) = tmp_path.glob("bulletin-bug-*.txt")
    assert done.err == "".join(
        f"{name}: a fault of the program itself\n    → please send this report: {path}\n"
        for name in ("a.yaml", "b.yaml")
    )
    text = path.read_text(encoding="utf-8")
    assert text.startswith(f"bulletin {__version__}, Python ")
    assert "builtins.ValueError" in text
    assert "builtins.KeyError" in text
    assert "in build" in text
    for secret in ("Thôn Đông", "họp thường kỳ", "a.yaml"):
        assert secret not in text


def test_a_fault_in_a_worker_is_reported_with_the_lines_where_it_arose(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    with Pool(1) as pool:
        error = pool.submit(tasks.fail, "Thôn Đông").exception()
    assert error is not None
    path = report.written(error)
    assert path is not None
    text = path.read_text(encoding="utf-8")
    assert "in fail\n    raise ValueError(text)" in text
    assert "Thôn Đông" not in text


def test_a_fault_outside_of_all_records_is_reported_too(
    bulletin: Bulletin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object) -> None:
        raise PermissionError(13, "secret", "secret.txt")

    monkeypatch.setattr(LAYOUTS, "speak_for", failing)
    done = bulletin("layouts")
    assert done.code == 1
    assert done.err.startswith("error: a fault of the program itself\n    → please send this report: ")
    (path,) = tmp_path.glob("bulletin-bug-*.txt")
    assert "builtins.PermissionError (errno 13)" in path.read_text(encoding="utf-8")
    assert "secret" not in path.read_text(encoding="utf-8").replace("secret.txt", "").replace('"secret"', "")


@pytest.mark.usefixtures("broken")
def test_a_folder_that_cannot_be_written_to_is_passed_over(
    bulletin: Bulletin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offices.record(tmp_path)
    other = tmp_path / "temporary"
    other.mkdir()
    monkeypatch.setattr(tempfile, "gettempdir", lambda: str(other))
    opened = Path.open

    def refuse(path: Path, mode: str = "r", *args: Any, **more: Any) -> Any:
        if mode == "x" and path.parent == tmp_path:
            raise PermissionError
        return opened(path, mode, *args, **more)

    monkeypatch.setattr(Path, "open", refuse)
    assert str(other) in bulletin("build", "hop.yaml").err
    assert len(list(other.iterdir())) == 1
    report._file.cache_clear()
    monkeypatch.setattr(tempfile, "gettempdir", lambda: str(tmp_path))
    done = bulletin("build", "hop.yaml")
    assert (done.code, done.err.splitlines()[-1]) == (1, "    → no report of it could be written")


def test_what_a_user_causes_is_no_fault_of_ours(
    bulletin: Bulletin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise OutputError("no", hint="do")

    monkeypatch.setattr(LAYOUTS, "speak_for", refused)
    done = bulletin("layouts")
    assert (done.code, done.err) == (7, "error: no\n    → do\n")
    assert list(tmp_path.iterdir()) == []
