from __future__ import annotations

from pathlib import Path

import pytest

from bulletin.cache import SORTS, Cache

from .conftest import Bulletin


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache with a photo, two plans and what a crashed run has left."""
    home = tmp_path / "kept"
    monkeypatch.setenv("BULLETIN_CACHE", str(home))
    Cache.default("photos").put("a", bytes(2_000_000))
    for key in "ab":
        Cache.default("plans").put(key, b"plan")
    (home / "plans" / "c.1-2.part").write_bytes(b"half")
    return home


def test_it_shows_what_is_kept_and_where(bulletin: Bulletin, kept: Path) -> None:
    done = bulletin("cache")
    assert done.code == 0
    assert done.err == ""
    assert done.out.splitlines() == [
        str(kept),
        "                       files   MB   at most",
        "photos at print size       1  2.0  500.0 MB",
        "how pages were filled      3  0.0  500.0 MB",
        "letters for the web        0  0.0  500.0 MB",
    ]


def test_numbers_are_written_as_the_reader_writes_them(bulletin: Bulletin, kept: Path) -> None:
    Cache.default("photos").put("b", bytes(958_000))
    rows = bulletin("cache", "--lang", "vi").out.splitlines()[2:]
    assert [row.split()[-3:] for row in rows] == [
        ["3,0", "500,0", "MB"], ["0,0", "500,0", "MB"], ["0,0", "500,0", "MB"]
    ]  # fmt: skip


def test_programs_are_told_in_bytes(bulletin: Bulletin, kept: Path) -> None:
    data = bulletin("cache", "--format", "json").data
    assert data["folder"] == str(kept)
    assert [found["sort"] for found in data["caches"]] == list(SORTS)
    assert data["caches"][1] == {
        "sort": "plans", "folder": str(kept / "plans"), "files": 3, "bytes": 3 * 4096, "leftovers": 1,
        "limit_bytes": 500_000_000,
    }  # fmt: skip
    assert data["removed"] == {"files": 0, "bytes": 0}


def test_pruning_removes_what_is_over_the_limit_and_unfinished(
    bulletin: Bulletin, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BULLETIN_CACHE_LIMIT", "1MB")
    done = bulletin("cache", "--prune")
    assert done.err == "2 files removed, 2.0 MB\n"
    assert sorted(path.name for path in kept.rglob("*.*")) == ["a.kept", "b.kept"]
    assert "1.0 MB" in done.out


def test_clearing_removes_everything(bulletin: Bulletin, kept: Path) -> None:
    data = bulletin("cache", "--clear", "--format", "json").data
    assert data["removed"]["files"] == 4
    assert [found["files"] for found in data["caches"]] == [0, 0, 0]
    assert [path for path in kept.rglob("*") if path.is_file()] == []


def test_a_cache_that_is_switched_off_is_told(bulletin: Bulletin) -> None:
    assert bulletin("cache").out == "nothing is kept: the cache is switched off\n"
    assert bulletin("cache", "--format", "json").data["folder"] is None


@pytest.mark.parametrize("typed", ["much", "0", "100", "-1GB"])
def test_a_limit_that_is_no_size_is_refused(
    bulletin: Bulletin, kept: Path, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    monkeypatch.setenv("BULLETIN_CACHE_LIMIT", typed)
    done = bulletin("cache", "--clear")
    assert done.code == 3
    assert f"BULLETIN_CACHE_LIMIT: “{typed}” is not a size" in done.err
    assert (kept / "photos" / "a.kept").exists()
