from __future__ import annotations

import os
from pathlib import Path

import pytest

from bulletin import disk


def test_what_is_there_and_what_is_not(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.touch()
    assert (disk.is_folder(tmp_path), disk.is_file(tmp_path), disk.is_there(tmp_path)) == (True, False, True)
    assert (disk.is_folder(file), disk.is_file(file), disk.is_gone(file)) == (False, True, False)
    for gone in (tmp_path / "b", file / "below", str(tmp_path / "b")):
        assert (disk.is_there(gone), disk.is_gone(gone)) == (False, True)


def test_a_link_stands_for_what_it_leads_to(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "a")
    assert disk.is_gone(tmp_path / "link")
    (tmp_path / "a").mkdir()
    assert disk.is_folder(tmp_path / "link")
    assert disk.real(tmp_path / "link" / "not there") == disk.real(tmp_path) / "a" / "not there"


def test_of_what_may_not_be_looked_at_nothing_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> os.stat_result:
        raise PermissionError

    monkeypatch.setattr(os, "stat", refuse)
    assert not disk.is_there(tmp_path)
    assert not disk.is_gone(tmp_path)


@pytest.mark.parametrize("ask", [disk.is_folder, disk.is_file, disk.is_there, disk.is_gone])
def test_a_name_that_no_file_can_have_is_no_error(ask: object) -> None:
    assert callable(ask)
    assert ask("a\0b") is False
