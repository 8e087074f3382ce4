from __future__ import annotations

import gettext
import json
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bulletin import cli, messages
from bulletin.batch import Here
from bulletin.cli import report


@dataclass(frozen=True)
class Done:
    code: int
    out: str
    err: str
    table: str = ""
    """What a run of several bulletins ends with."""

    @property
    def data(self) -> Any:
        return json.loads(self.out)


Bulletin = Callable[..., Done]


@pytest.fixture(autouse=True)
def _own_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A clerk who reads English, in an empty folder, whose caches are switched off."""
    for name in messages.VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("BULLETIN_LANG", "en")
    monkeypatch.setenv("BULLETIN_CACHE", "off")
    monkeypatch.setenv("LANGUAGE", "")
    monkeypatch.chdir(tmp_path)
    report._file.cache_clear()
    before, domain = messages.language(), gettext.textdomain()
    yield
    messages.speak(before)
    gettext.textdomain(domain)


@pytest.fixture(autouse=True)
def _here(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work is done in this process, where tests can put something in its place."""
    if "workers" not in request.fixturenames:
        monkeypatch.setattr(sys.modules["bulletin.cli.build"], "_executor", lambda *_: Here())


@pytest.fixture
def workers() -> None:
    """Work is done in processes of its own, as clerks have it."""


@pytest.fixture
def bulletin(capsys: pytest.CaptureFixture[str]) -> Bulletin:
    """The program as a clerk calls it."""

    def run(*arguments: str | Path) -> Done:
        capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            cli.main([str(argument) for argument in arguments])
        told = capsys.readouterr()
        assert isinstance(left.value.code, int)
        table = re.search(r"^ *built  unchanged .*\n.*\n", told.err, re.MULTILINE)
        err = told.err.replace(table[0], "") if table else told.err
        return Done(left.value.code, told.out, err, table[0] if table else "")

    return run
