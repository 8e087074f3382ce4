import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bulletin import cache as module
from bulletin.cache import SORTS, Cache, Contents, limit_wished

BLOCK = 4096
SOURCE = Path(module.__file__).parent


@pytest.fixture(autouse=True)
def _another_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing was added to any folder yet."""
    monkeypatch.setattr(module, "_added", {})


def in_another_process() -> None:
    module._added.clear()


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
        roomy.put(key, bytes(BLOCK))
        os.utime(tmp_path / f"{key}.kept", (10_000 - age, 10_000 - age))
    assert roomy.get("old") is not None  # and with that it is the newest
    in_another_process()
    Cache(tmp_path, limit_bytes=5 * BLOCK).put("last", b"x")
    assert {path.stem for path in tmp_path.iterdir()} == {"old", "new", "last"}


def test_a_cache_stays_within_its_limit(tmp_path: Path) -> None:
    for number in range(100):
        # Each bulletin opens the cache anew.
        Cache(tmp_path, limit_bytes=10 * BLOCK).put(f"k{number}", bytes(900))
    assert len(list(tmp_path.iterdir())) <= 12
    assert Cache(tmp_path).get("k99") is not None


def test_a_folder_is_measured_once_in_a_while_and_not_for_each_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    measured = []
    real = Cache._trim

    def trim(cache: Cache) -> None:
        measured.append(cache)
        real(cache)

    monkeypatch.setattr(Cache, "_trim", trim)
    for number in range(50):
        Cache(tmp_path, limit_bytes=200 * BLOCK).put(f"k{number}", b"x")
    assert len(measured) == 3


def test_many_small_files_count_as_what_they_take_on_the_disk(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("a", b"x")
    cache.put("b", bytes(BLOCK))
    assert cache.contents() == Contents(files=2, bytes=3 * BLOCK)


def test_two_processes_may_trim_one_folder_at_once(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from bulletin.cache import Cache\n"
        "for n in range(400):\n"
        "    cache = Cache(Path(sys.argv[1]), limit_bytes=20 * 4096)\n"
        "    cache.put(f'{sys.argv[2]}-{n}', bytes(3000))\n"
        "    assert cache.get(f'{sys.argv[2]}-{n}') in (bytes(3000), None)\n"
        "print(cache.get(f'{sys.argv[2]}-399') is not None)"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", code, str(tmp_path), name], stdout=subprocess.PIPE, text=True)
        for name in "ab"
    ]
    assert [process.communicate()[0] for process in running] == ["True\n", "True\n"]
    assert len(list(tmp_path.iterdir())) <= 26
    assert not list(tmp_path.glob("*.part"))


def test_a_file_that_goes_while_the_folder_is_measured_is_passed_by(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for key in "abc":
        Cache(tmp_path).put(key, b"x")
    real = os.scandir

    class Entries:
        def __init__(self, path: Path) -> None:
            self._entries = list(real(path))
            Path(self._entries[0].path).unlink()

        def __enter__(self) -> list[os.DirEntry[str]]:
            return self._entries

        def __exit__(self, *_: object) -> None: ...

    monkeypatch.setattr(os, "scandir", Entries)
    assert Cache(tmp_path).contents() == Contents(files=2, bytes=2 * BLOCK)


def test_what_may_not_be_touched_may_be_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    Cache(tmp_path).put("a", b"picture")
    monkeypatch.setattr(os, "utime", refuse)
    assert Cache(tmp_path).get("a") == b"picture"


def test_pruning_keeps_to_the_limit_and_takes_what_was_left_unfinished(tmp_path: Path) -> None:
    for age, key in enumerate(("new", "middle", "old")):
        Cache(tmp_path).put(key, b"x")
        os.utime(tmp_path / f"{key}.kept", (10_000 - age, 10_000 - age))
    (tmp_path / "a.1-2.part").write_bytes(b"half")
    (tmp_path / "letter.txt").write_bytes(b"mine")
    assert Cache(tmp_path).contents().leftovers == 1
    assert Cache(tmp_path, limit_bytes=3 * BLOCK).prune() == Contents(files=3, bytes=3 * BLOCK, leftovers=1)
    assert {path.name for path in tmp_path.iterdir()} == {"new.kept", "letter.txt"}
    assert Cache(tmp_path, limit_bytes=3 * BLOCK).prune() == Contents()


def test_clearing_takes_all_that_was_kept_and_nothing_else(tmp_path: Path) -> None:
    Cache(tmp_path).put("a", b"x")
    (tmp_path / "a.1-2.part").write_bytes(b"half")
    (tmp_path / "folder.kept").mkdir()
    others = {"letter.txt", "photos.zip.part", "ảnh hội nghị.kept", "a.kept.part"}
    for name in others:
        (tmp_path / name).write_bytes(b"mine")
    assert Cache(tmp_path).contents().files == 2
    assert Cache(tmp_path).clear() == Contents(files=2, bytes=2 * BLOCK, leftovers=1)
    assert {path.name for path in tmp_path.iterdir()} == {*others, "folder.kept"}


@pytest.mark.parametrize("folder", [None, Path("nowhere"), Path(__file__)])
def test_where_nothing_is_kept_nothing_is_removed(folder: Path | None) -> None:
    cache = Cache(folder)
    assert cache.contents() == cache.prune() == cache.clear() == Contents()


@pytest.mark.parametrize(
    ("typed", "size"),
    [
        ("2GB", 2_000_000_000), ("500 mb", 500_000_000), ("3g", 3_000_000_000), ("1000000", 1_000_000), ("1TB", 10**12),
        ("5000kB", 5_000_000), ("", None), ("999kB", None), ("0", None), ("much", None), ("-2GB", None),
        ("2,5GB", None),
        ("1" * 20, None),
    ],
)  # fmt: skip
def test_the_limit_is_a_size_or_ignored(monkeypatch: pytest.MonkeyPatch, typed: str, size: int | None) -> None:
    monkeypatch.setenv("BULLETIN_CACHE_LIMIT", typed)
    assert limit_wished() == size
    assert Cache.default("photos").limit_bytes == (size or module.LIMIT_BYTES)


def test_every_sort_that_is_kept_is_known() -> None:
    used = {
        name for path in SOURCE.rglob("*.py")
        for name in re.findall(r'Cache\.default\("(\w+)"\)', path.read_text(encoding="utf-8"))
    }  # fmt: skip
    assert used == set(SORTS)


def test_other_files_in_the_folder_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_bytes(bytes(5000))
    os.utime(tmp_path / "letter.txt", (1, 1))
    Cache(tmp_path, limit_bytes=100).put("a", bytes(10))
    assert (tmp_path / "letter.txt").exists()


def test_parts_left_by_a_crash_are_cleared_away_after_an_hour(tmp_path: Path) -> None:
    Cache(tmp_path).put("a", b"picture")
    for name, age_s in (("old.1-2.part", 7200), ("fresh.3-4.part", 60)):
        (tmp_path / name).write_bytes(b"half")
        now = (tmp_path / "a.kept").stat().st_mtime
        os.utime(tmp_path / name, (now - age_s, now - age_s))
    in_another_process()
    Cache(tmp_path).put("b", b"picture")
    assert {path.name for path in tmp_path.iterdir()} == {"a.kept", "b.kept", "fresh.3-4.part"}


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


def test_a_pipe_in_its_place_is_nothing_kept(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.kept")
    assert Cache(tmp_path).get("a") is None
