import os
from pathlib import Path

import pytest

from bulletin.cache import Cache


def test_what_was_put_is_got(tmp_path: Path) -> None:
    Cache(tmp_path / "new" / "folder").put("a-1", b"picture")
    assert Cache(tmp_path / "new" / "folder").get("a-1") == b"picture"


def test_another_key_gives_nothing(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("a-1", b"picture")
    assert cache.get("a-2") is None


def test_no_folder_keeps_nothing() -> None:
    cache = Cache(None)
    cache.put("a", b"picture")
    assert cache.get("a") is None


@pytest.mark.parametrize("damage", [b"", b"short", b"x" * 80])
def test_a_damaged_file_is_the_same_as_none(tmp_path: Path, damage: bytes) -> None:
    cache = Cache(tmp_path)
    cache.put("a", b"picture")
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(damage)
    assert cache.get("a") is None
    cache.put("a", b"picture")
    assert cache.get("a") == b"picture"


def test_a_flipped_bit_is_seen(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("a", b"picture")
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(kept.read_bytes()[:-1] + b"E")
    assert cache.get("a") is None


def test_a_folder_that_cannot_be_made_is_ignored(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = Cache(tmp_path / "file" / "cache")
    cache.put("a", b"picture")
    assert cache.get("a") is None


def test_a_read_only_folder_is_ignored(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    if os.access(tmp_path, os.W_OK):
        pytest.skip("this user may write anywhere")
    Cache(tmp_path).put("a", b"picture")
    assert Cache(tmp_path).get("a") is None
    assert list(tmp_path.iterdir()) == []


def test_nothing_but_the_result_is_left(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("a", b"one")
    cache.put("a", b"two")
    assert [path.name for path in tmp_path.iterdir()] == ["a.kept"]


def test_a_failed_write_leaves_no_part(tmp_path: Path) -> None:
    (tmp_path / "a.kept").mkdir()
    Cache(tmp_path).put("a", b"picture")
    assert [path.name for path in tmp_path.iterdir()] == ["a.kept"]


def test_the_files_not_used_for_longest_go_first(tmp_path: Path) -> None:
    roomy = Cache(tmp_path)
    for age, key in enumerate(("new", "middle", "old")):
        roomy.put(key, bytes(1000))
        os.utime(tmp_path / f"{key}.kept", (10_000 - age, 10_000 - age))
    assert roomy.get("old") is not None  # and with that it is the newest
    Cache(tmp_path, limit_bytes=2500).put("last", b"x")
    assert {path.stem for path in tmp_path.iterdir()} == {"old", "new", "last"}


def test_a_cache_stays_within_its_limit(tmp_path: Path) -> None:
    cache = Cache(tmp_path, limit_bytes=10_000)
    for number in range(100):
        cache.put(f"k{number}", bytes(900))
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) <= 12_000
    assert cache.get("k99") is not None


def test_other_files_in_the_folder_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_bytes(bytes(5000))
    os.utime(tmp_path / "letter.txt", (1, 1))
    Cache(tmp_path, limit_bytes=100).put("a", bytes(10))
    assert (tmp_path / "letter.txt").exists()


def test_parts_left_by_a_crash_are_cleared_away_after_an_hour(tmp_path: Path) -> None:
    Cache(tmp_path).put("a", b"picture")
    for name, age_s in (("old.part", 7200), ("fresh.part", 60)):
        (tmp_path / name).write_bytes(b"half")
        now = (tmp_path / "a.kept").stat().st_mtime
        os.utime(tmp_path / name, (now - age_s, now - age_s))
    Cache(tmp_path).put("b", b"picture")
    assert {path.name for path in tmp_path.iterdir()} == {"a.kept", "b.kept", "fresh.part"}


@pytest.mark.parametrize("word", ["", "off", "OFF", " "])
def test_the_variable_turns_the_cache_off(monkeypatch: pytest.MonkeyPatch, word: str) -> None:
    monkeypatch.setenv("BULLETIN_CACHE", word)
    cache = Cache.default("photos")
    cache.put("a", b"picture")
    assert cache.get("a") is None


def test_the_variable_names_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BULLETIN_CACHE", str(tmp_path))
    Cache.default("photos").put("a", b"picture")
    assert (tmp_path / "photos" / "a.kept").exists()


@pytest.mark.parametrize(
    ("platform", "variable", "place"),
    [
        ("linux", "XDG_CACHE_HOME", "var/bulletin/photos"),
        ("linux", None, "home/.cache/bulletin/photos"),
        ("darwin", None, "home/Library/Caches/bulletin/photos"),
        ("win32", "LOCALAPPDATA", "var/bulletin/photos"),
    ],
)
def test_each_system_has_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str, variable: str | None, place: str
) -> None:
    for name in ("BULLETIN_CACHE", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", platform)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home"))
    if variable:
        monkeypatch.setenv(variable, str(tmp_path / "var"))
    Cache.default("photos").put("a", b"picture")
    assert (tmp_path / place / "a.kept").exists()


def test_a_relative_place_is_ignored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BULLETIN_CACHE", raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CACHE_HOME", "somewhere")
    monkeypatch.chdir(tmp_path)
    Cache.default("photos").put("a", b"picture")
    assert (tmp_path / "home/.cache/bulletin/photos/a.kept").exists()


def test_a_user_without_a_home_has_no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError

    monkeypatch.delenv("BULLETIN_CACHE", raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(Path, "home", homeless)
    cache = Cache.default("photos")
    cache.put("a", b"picture")
    assert cache.get("a") is None
