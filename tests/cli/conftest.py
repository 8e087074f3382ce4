from __future__ import annotations

import gettext
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bulletin import cli, messages
from bulletin.cli import report


@dataclass(frozen=True)
class Done:
    code: int
    out: str
    err: str

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


@pytest.fixture
def bulletin(capsys: pytest.CaptureFixture[str]) -> Bulletin:
    """The program as a clerk calls it."""

    def run(*arguments: str | Path) -> Done:
        capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            cli.main([str(argument) for argument in arguments])
        told = capsys.readouterr()
        assert isinstance(left.value.code, int)
        return Done(left.value.code, told.out, told.err)

    return run
