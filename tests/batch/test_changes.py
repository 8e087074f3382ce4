from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bulletin.batch import changes
from bulletin.batch.changes import Changes

LONG_S = 30


@pytest.fixture
def seen() -> Iterator[Changes]:
    found = Changes()
    yield found
    found.close()


def until(found: Changes, path: Path, *folders: Path) -> None:
    """Wait until a path is told, watching as whoever waits does."""
    end = time.monotonic() + LONG_S
    while str(path) not in found.wait(0.1):
        assert time.monotonic() < end
        found.watch([str(folder) for folder in folders])


def test_a_folder_counts_as_changed_when_it_is_watched(tmp_path: Path, seen: Changes) -> None:
    seen.watch([str(tmp_path)])
    until(seen, tmp_path, tmp_path)
    (tmp_path / "a").touch()
    until(seen, tmp_path / "a", tmp_path)


def test_nothing_is_told_when_nothing_happens(tmp_path: Path, seen: Changes) -> None:
    assert seen.wait(0) == frozenset()
    seen.watch([str(tmp_path)])
    until(seen, tmp_path, tmp_path)
    assert seen.wait(0.5) == frozenset()


def test_who_looks_again_and_again_looks_once_more_for_what_the_first_second_hides(
    tmp_path: Path, seen: Changes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BULLETIN_POLLING", "on")
    file = tmp_path / "a"
    file.write_bytes(b"one")
    os.utime(file, ns=(10**18, 10**18))
    seen.watch([str(tmp_path)])
    until(seen, tmp_path, tmp_path)
    # Of the same size, and within the same second of the clock.
    file.write_bytes(b"two")
    os.utime(file, ns=(10**18 + 10**8, 10**18 + 10**8))
    until(seen, tmp_path, tmp_path)


def test_a_link_that_leads_nowhere_is_told_once(tmp_path: Path, seen: Changes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BULLETIN_POLLING", "on")
    seen.watch([str(tmp_path)])
    until(seen, tmp_path, tmp_path)
    (tmp_path / "link").symlink_to("nowhere")
    until(seen, tmp_path / "link", tmp_path)
    time.sleep(2 * changes._SECOND_S)
    seen.wait(0.1)
    assert seen.wait(1) == frozenset()
    (tmp_path / "link").unlink()
    (tmp_path / "link").symlink_to("elsewhere")
    until(seen, tmp_path / "link", tmp_path)


def test_a_folder_in_the_place_of_another_is_watched_though_nothing_tells_them_apart(
    tmp_path: Path, seen: Changes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changes, "_identity", lambda folder: (1, 1))
    folder = tmp_path / "folder"
    folder.mkdir()
    seen.watch([str(folder)])
    until(seen, folder, folder)
    shutil.rmtree(folder)
    folder.mkdir()
    until(seen, folder, folder)
    # Told when it went, and again as soon as it is watched anew.
    until(seen, folder, folder)
    (folder / "a").touch()
    until(seen, folder / "a", folder)


def test_a_folder_that_is_not_there_is_waited_for(tmp_path: Path, seen: Changes) -> None:
    folder = tmp_path / "folder"
    seen.watch([str(folder)])
    assert seen.wait(0.3) == frozenset()
    folder.mkdir()
    until(seen, folder, folder)


@pytest.mark.parametrize(
    ("mounts", "wish", "polls"),
    [
        ("disk / ext4 rw 0 0", "", False),
        ("disk / ext4 rw 0 0", "on", True),
        ("disk / ext4 rw 0 0\nserver:/x {place} nfs4 rw 0 0", "", True),
        ("disk / ext4 rw 0 0\nserver:/x {place} nfs4 rw 0 0", "off", False),
        ("disk / ext4 rw 0 0\nserver:/x {place}2 nfs4 rw 0 0", "", False),
        ("disk / cifs rw 0 0\ndisk {place} ext4 rw 0 0", "", False),
    ],
)
def test_disks_of_which_nothing_is_told_are_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mounts: str, wish: str, polls: bool
) -> None:
    place = tmp_path / "a folder"
    (tmp_path / "mounts").write_text(mounts.format(place=str(place).replace(" ", "\\040")))
    monkeypatch.setattr(changes, "_MOUNTS", tmp_path / "mounts")
    monkeypatch.setenv("BULLETIN_POLLING", wish)
    assert changes._must_poll([str(place / "below")]) is polls
