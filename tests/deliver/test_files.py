from __future__ import annotations

import errno
import io
import os
import stat
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from bulletin.deliver.files import good_name, ready, rewrite, save, save_together, saving
from bulletin.errors import OutputError


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


class Full(io.RawIOBase):
    """A file on a full disk."""

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")


def fail(monkeypatch: pytest.MonkeyPatch, error: BaseException, *, at: str = "replace") -> None:
    def failing(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(Path, at, failing)


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("hội nghị tổng kết", "hội nghị tổng kết"),
        ("ho\u0302\u0323i", "hội"),
        ("8:30 - 12/5", "8-30 - 12-5"),
        ('a<b>c"d|e?f*g\\h', "a-b-c-d-e-f-g-h"),
        ("a\tb\x7f", "a-b-"),
        ("tin. .", "tin"),
        (" . ", "bulletin"),
        ("CON", "CON_"),
        ("con.2024", "con_.2024"),
        ("nul .a", "nul_.a"),
        ("Lpt1", "Lpt1_"),
        ("com¹", "com¹_"),
        ("conin$", "conin$_"),
        ("con-hoi", "con-hoi"),
        ("a\udcffb", "a-b"),
    ],
)
def test_a_name_that_every_system_takes(stem: str, name: str) -> None:
    assert good_name(stem) == name


def test_a_long_name_is_cut_between_letters() -> None:
    name = good_name("ế" * 200)
    assert name == "ế" * (180 // len("ế".encode()))


def test_a_file_is_written_into_a_folder_yet_to_be_made(tmp_path: Path) -> None:
    path = tmp_path / "một" / "hai" / "hội nghị.pdf"
    save(b"pdf", path)
    assert path.read_bytes() == b"pdf"
    assert names(path.parent) == ["hội nghị.pdf"]


def test_content_and_name_are_brought_to_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[str] = []
    fsync, replace = os.fsync, Path.replace

    def kept_fsync(handle: int) -> None:
        steps.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")
        fsync(handle)

    def kept_replace(part: Path, path: Path) -> Path:
        steps.append("replace")
        return replace(part, path)

    monkeypatch.setattr(os, "fsync", kept_fsync)
    monkeypatch.setattr(Path, "replace", kept_replace)
    save(b"pdf", tmp_path / "a.pdf")
    assert steps == ["file", "replace", "folder"]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EROFS, "nothing can be written to that disk"),
        (errno.EACCES, "no right to write there, or the file is open in another program"),
        (errno.EBUSY, "the file is open in another program"),
        (errno.EIO, "the disk is damaged or was taken out"),
        (errno.EPIPE, "the computer answers “out of luck”"),
    ],
)
def test_nothing_is_left_when_a_file_cannot_be_put_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    old = tmp_path / "a.pdf"
    old.write_bytes(b"old")
    fail(monkeypatch, OSError(number, "out of luck"))
    with pytest.raises(OutputError, match=words) as caught:
        save(b"new", old)
    with pytest.raises(OutputError):
        save(b"new", tmp_path / "new" / "folder" / "b.pdf")
    assert caught.value.hint
    assert names(tmp_path) == ["a.pdf"]
    assert old.read_bytes() == b"old"


def test_nothing_is_left_on_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Path.open

    def full(path: Path, *args: Any, **more: Any) -> Any:
        opened(path, *args, **more).close()
        return Full()

    monkeypatch.setattr(Path, "open", full)
    with pytest.raises(OutputError, match="the disk is full") as caught:
        save(b"new", tmp_path / "a.pdf")
    assert caught.value.hint == "free some space, or write to another disk"
    assert names(tmp_path) == []


def test_nothing_is_left_when_the_clerk_stops_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fail(monkeypatch, KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        save(b"new", tmp_path / "sub" / "a.pdf")
    assert names(tmp_path) == []


@pytest.mark.parametrize("inside", ["a.pdf", "folder/a.pdf"])
def test_a_file_in_the_way_is_left_alone(tmp_path: Path, inside: str) -> None:
    way = tmp_path / "out"
    way.write_bytes(b"mine")
    with pytest.raises(OutputError, match="a file stands where a folder should be"):
        save(b"new", way / inside)
    assert way.read_bytes() == b"mine"


def test_a_folder_in_the_way_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(OutputError, match="a folder stands where the file should be"):
        save(b"new", tmp_path / "a.pdf")
    assert names(tmp_path) == ["a.pdf"]


def test_a_protected_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with pytest.raises(OutputError, match="write-protected"):
        save(b"new", path)
    assert path.read_bytes() == b"old"


def test_a_replaced_file_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    path.chmod(0o640)
    save(b"new", path)
    assert path.stat().st_mode & 0o777 == 0o640


def test_two_runs_at_once_do_not_take_each_others_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.pdf"
    meet = threading.Barrier(2, timeout=10)
    fsync = os.fsync

    def slow(handle: int) -> None:
        # Both have written their parts now, and neither has put its own in place.
        if not stat.S_ISDIR(os.fstat(handle).st_mode):
            meet.wait()
        fsync(handle)

    monkeypatch.setattr(os, "fsync", slow)
    faults: list[BaseException] = []

    def write(data: bytes) -> None:
        try:
            save(data, path)
        except BaseException as error:
            faults.append(error)

    runs = [threading.Thread(target=write, args=(letter * 9,)) for letter in (b"a", b"b")]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    assert faults == []
    assert path.read_bytes() in (b"a" * 9, b"b" * 9)
    assert names(tmp_path) == ["a.pdf"]


def test_two_processes_have_parts_of_their_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parts = set()
    for process in (4, 5):
        monkeypatch.setattr(os, "getpid", lambda process=process: process)

        def keep(part: Path, path: Path) -> None:
            parts.add(part.name)
            part.unlink()

        monkeypatch.setattr(Path, "replace", keep)
        save(b"x", tmp_path / "a.pdf")
    assert len(parts) == 2
    assert all(part.endswith(".part") for part in parts)


def test_the_part_of_the_longest_name_fits(tmp_path: Path) -> None:
    path = tmp_path / f"{good_name('ế' * 200)}.large-print.300.pdf"
    save(b"x", path)
    assert path.read_bytes() == b"x"


def test_a_rewritten_file_has_its_old_content_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"one")
    assert rewrite(path, b"one", b"two").name == "a.yaml.bak"
    assert rewrite(path, b"two", b"three").name == "a.yaml.bak2"
    assert {name: (tmp_path / name).read_bytes() for name in names(tmp_path)} == {
        "a.yaml": b"three", "a.yaml.bak": b"one", "a.yaml.bak2": b"two",
    }  # fmt: skip


def test_a_file_that_cannot_be_rewritten_gets_no_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"one")
    path.chmod(0o444)
    with pytest.raises(OutputError, match="write-protected"):
        rewrite(path, b"one", b"two")
    path.chmod(0o644)
    replace = Path.replace

    def refuse(part: Path, target: Path) -> Path:
        if target == path:
            raise PermissionError(errno.EACCES, "")
        return replace(part, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OutputError, match="open in another program"):
        rewrite(path, b"one", b"two")
    assert names(tmp_path) == ["a.yaml"]


def test_a_folder_that_takes_files_is_ready(tmp_path: Path) -> None:
    ready(tmp_path)
    ready(tmp_path / "one" / "two")
    assert names(tmp_path) == []


def test_a_file_in_place_of_the_folder_is_told_before_the_work(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"")
    for folder in (tmp_path / "out", tmp_path / "out" / "deeper"):
        with pytest.raises(OutputError, match="a file stands where a folder should be"):
            ready(folder)


@pytest.mark.parametrize(("flags", "words"), [(0, "no right to write"), (os.ST_RDONLY, "nothing can be written to")])
def test_a_read_only_folder_is_told_before_the_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, flags: int, words: str
) -> None:
    class Disk:
        f_flag = flags

    monkeypatch.setattr(os, "access", lambda path, mode: False)
    monkeypatch.setattr(os, "statvfs", lambda path: Disk)
    with pytest.raises(OutputError, match=words):
        ready(tmp_path / "out")


def test_files_that_belong_together_are_written_all_or_none(tmp_path: Path) -> None:
    long = "a" * 60
    paths = [tmp_path / "new" / f"{long}-{page}.png" for page in range(3)]
    paths[0].parent.mkdir()
    paths[0].write_bytes(b"old")
    paths[2].mkdir()
    files = {path: bytes([place]) for place, path in enumerate(paths)}
    with pytest.raises(OutputError, match=f"{long}-2.png: a folder stands where the file should be"):
        save_together(files)
    assert paths[0].read_bytes() == b"old"
    assert sorted(tmp_path.rglob("*")) == [tmp_path / "new", paths[0], paths[2]]
    paths[2].rmdir()
    save_together(files)
    assert [path.read_bytes() for path in paths] == [b"\0", b"\1", b"\2"]


def test_folders_made_for_files_that_are_not_written_go_again(tmp_path: Path) -> None:
    (tmp_path / "b").write_bytes(b"")
    with pytest.raises(OutputError):
        save_together({tmp_path / "a" / "x" / "1": b"", tmp_path / "b" / "2": b""})
    assert list(tmp_path.iterdir()) == [tmp_path / "b"]


def test_a_file_written_bit_by_bit_is_there_when_all_is_written(tmp_path: Path) -> None:
    target = tmp_path / "new" / "a.pdf"
    with saving(target) as file:
        file.write(b"one ")
        assert not target.exists()
        file.write(b"two")
        file.flush()
        # It is read back by its name before it is put in place.
        assert Path(file.name).read_bytes() == b"one two"
    assert target.read_bytes() == b"one two"
    assert names(target.parent) == ["a.pdf"]


@pytest.mark.parametrize("error", [KeyboardInterrupt(), OutputError("x"), OSError(errno.ENOENT, "", "photo.jpg")])
def test_nothing_is_left_of_a_file_whose_making_failed(tmp_path: Path, error: BaseException) -> None:
    target = tmp_path / "new" / "a.pdf"
    with pytest.raises(type(error)) as caught, saving(target):
        raise error
    # Faults that have nothing to do with the file are not told as faults of the file.
    assert caught.value is error
    assert names(tmp_path) == []


def test_what_stood_there_stays_when_the_disk_is_full(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    with pytest.raises(OutputError, match="disk is full"), saving(target):
        raise OSError(errno.ENOSPC, "No space left on device")
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == ["a.pdf"]


def test_a_file_that_cannot_be_written_is_told_before_the_work(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").mkdir()
    (tmp_path / "b").write_bytes(b"")
    for path in (tmp_path / "a.pdf", tmp_path / "b" / "c.pdf"):
        with pytest.raises(OutputError), saving(path):
            raise AssertionError("begun")
    assert names(tmp_path) == ["a.pdf", "b"]


def test_a_file_written_bit_by_bit_keeps_the_rights_of_the_one_before(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    target.chmod(0o640)
    with saving(target) as file:
        file.write(b"new")
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_what_a_killed_run_left_behind_goes_and_nothing_else(tmp_path: Path) -> None:
    from bulletin.deliver import files

    with subprocess.Popen([sys.executable, "-c", ""]) as gone:
        gone.wait()
    mine = files._computer()
    (tmp_path / "deep").mkdir()
    left = tmp_path / f"hop.pdf.{mine}-{gone.pid}-1-0.part"
    others = [
        tmp_path / f"hop.pdf.{mine}-{os.getpid()}-1-0.part",
        tmp_path / f"hop.pdf.00000000-{gone.pid}-1-0.part",
        tmp_path / "hop.part",
        # Another run sees to its own folders.
        tmp_path / "deep" / left.name,
    ]
    for path in (left, *others):
        path.touch()
    files.tidy({tmp_path, tmp_path / "none"})
    assert not left.exists()
    assert all(path.exists() for path in others)
