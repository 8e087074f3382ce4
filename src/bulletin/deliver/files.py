"""Files written whole or not at all, under names that every system takes."""

from __future__ import annotations

import contextlib
import errno
import functools
import os
import platform
import re
import stat
import sys
import threading
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from bulletin.disk import is_folder
from bulletin.errors import OutputError
from bulletin.messages import N_, say
from bulletin.vietnamese.text import nfc

# Windows: characters it refuses, names of its devices, and names that end in a point or a space. Half a pair of
# surrogates stands for a byte that is no letter; no system but the one it comes from can store it.
_REFUSED = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\ud800-\udfff]+')
_DEVICES = {
    "con", "prn", "aux", "nul", "conin$", "conout$",
    *(f"{name}{digit}" for name in ("com", "lpt") for digit in "0123456789¹²³"),
}  # fmt: skip
_LONGEST = 180
"""Bytes of a name; file systems take 255, folders that are synchronised less."""

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.ENODEV)
"""What stops the writing of a file that was opened well."""
_REASONS = {
    errno.ENOSPC: N_("the disk is full"),
    errno.EDQUOT: N_("the disk is full"),
    errno.EFBIG: N_("the file is larger than this disk or this account allows"),
    errno.EROFS: N_("nothing can be written to that disk"),
    errno.EACCES: N_("no right to write there, or the file is open in another program"),
    errno.EPERM: N_("the file is write-protected"),
    errno.EBUSY: N_("the file is open in another program"),
    errno.ETXTBSY: N_("the file is open in another program"),
    errno.ENOTDIR: N_("a file stands where a folder should be"),
    errno.EEXIST: N_("a file stands where a folder should be"),
    errno.ENXIO: N_("what stands there is no file"),
    errno.EISDIR: N_("a folder stands where the file should be"),
    errno.ENOTEMPTY: N_("a folder stands where the file should be"),
    errno.ENAMETOOLONG: N_("the name is too long"),
    errno.EINVAL: N_("the disk does not take this name"),
    errno.ENOENT: N_("there is no such place"),
    errno.ELOOP: N_("a link there leads nowhere"),
    errno.EIO: N_("the disk is damaged or was taken out"),
    errno.ENODEV: N_("the disk is damaged or was taken out"),
}


def good_name(stem: str) -> str:
    """A file name without its ending that Windows, macOS and Linux take; Vietnamese letters are kept.

    References:
        Microsoft, “Naming Files, Paths, and Namespaces”: refused signs, device names (whatever ending they have),
        names that end in a point or a space.
    """
    name = _REFUSED.sub("-", nfc(stem)).strip(" .")
    while len(name.encode()) > _LONGEST:
        name = name[:-1].rstrip(" .")
    if not name:
        name = "bulletin"
    first, dot, rest = name.partition(".")
    return f"{first.rstrip()}_{dot}{rest}" if first.rstrip().lower() in _DEVICES else name


def ready(folder: Path) -> None:
    """See before long work whether files can be written to a folder, there already or yet to be made.

    Raises:
        OutputError: If they cannot.
    """
    place = folder
    while not os.path.lexists(place) and place != place.parent:
        place = place.parent
    fault = 0
    if not is_folder(place):
        fault = errno.ENOTDIR
    elif not os.access(place, os.W_OK | os.X_OK):
        fault = errno.EROFS if _is_read_only(place) else errno.EACCES
    if fault:
        raise _refused(folder, OSError(fault, ""))


def save(data: bytes, path: Path) -> None:
    """Write a file whole or not at all: beside its place first, then into it.

    What stood there keeps its rights; a file that is write-protected is left alone.

    Raises:
        OutputError: If it cannot be written; nothing is left behind then.
    """
    save_together({path: data})


def save_together(files: Mapping[Path, bytes]) -> None:
    """Write files that belong together, such as the pictures of pages: each whole, and all of them or none.

    Raises:
        OutputError: With the first that cannot be written; nothing is left behind then.
    """
    parts: dict[Path, Path] = {}
    made: list[Path] = []
    done = False
    path = Path()
    try:
        for number, (path, data) in enumerate(files.items()):
            part, mode = _part_of(path, number), _mode(path)
            made = [*_folders(path.parent), *made]
            parts[part] = path
            _write(part, data, mode)
        for part, path in parts.items():
            part.replace(path)
        done = True
        for folder in dict.fromkeys(path.parent for path in files):
            _settle(folder)
    except OSError as error:
        raise _refused(path, error) from error
    finally:
        # Also when the clerk stops the program just here.
        if not done:
            _clear(parts, made)


@contextlib.contextmanager
def saving(path: Path) -> Iterator[BinaryIO]:
    """A file to be written bit by bit, whole or not at all: beside its place, and in it when the block ends well.

    Raises:
        OutputError: If it cannot be written; nothing is left behind then.
    """
    part = _part_of(path, 0)
    made: Sequence[Path] = ()
    done = False
    try:
        try:
            mode = _mode(path)
            made = _folders(path.parent)
            file = part.open("w+b")
        except OSError as error:
            raise _refused(path, error) from error
        with file:
            try:
                yield file
                _to_disk(file)
            except OSError as error:
                # Any other has to do with something else than this file.
                if error.errno not in _FULL:
                    raise
                raise _refused(path, error) from error
        try:
            if mode is not None:
                part.chmod(mode)
            part.replace(path)
        except OSError as error:
            raise _refused(path, error) from error
        done = True
        _settle(path.parent)
    finally:
        if not done:
            _clear([part], made)


def _write(part: Path, data: bytes, mode: int | None) -> None:
    with part.open("wb") as file:
        file.write(data)
        _to_disk(file)
    if mode is not None:
        part.chmod(mode)


def _to_disk(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())


def rewrite(path: Path, before: bytes, after: bytes) -> Path:
    """Give a file a new content, and keep the old one beside it, as `name.yaml.bak`, `name.yaml.bak2` and so on.

    Returns:
        The copy of the old content.

    Raises:
        OutputError: If one of the two cannot be written; nothing has changed then.
    """
    try:
        _mode(path)
    except OSError as error:
        raise _refused(path, error) from error
    number = 1
    while os.path.lexists(copy := path.with_name(f"{path.name}.bak{number if number > 1 else ''}")):
        number += 1
    save(before, copy)
    try:
        save(after, path)
    except BaseException:
        copy.unlink(missing_ok=True)
        raise
    return copy


def _part_of(path: Path, number: int) -> Path:
    """Where a file is written to before it is put in its place; two runs at once each have parts of their own."""
    return path.with_name(f"{path.name[:40]}.{_computer()}-{os.getpid()}-{threading.get_ident()}-{number}.part")


def _mode(path: Path) -> int | None:
    """The rights of a file that is to be replaced, None if there is none.

    Raises:
        OSError: If it is write-protected, or a folder stands there.
    """
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "")
    try:
        mode = stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        return None
    # Replacing needs rights on the folder alone, but a protected file is protected on purpose.
    if not mode & 0o222 or not os.access(path, os.W_OK):
        raise PermissionError(errno.EPERM, "")
    return mode


def _folders(folder: Path) -> Sequence[Path]:
    """Make a folder and those above it; give those that were not there, the innermost first."""
    made = []
    for place in (folder, *folder.parents):
        if place.exists():
            break
        made.append(place)
    folder.mkdir(parents=True, exist_ok=True)
    return made


def _settle(folder: Path) -> None:
    """Bring the new name to the disk, where the system offers it."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    # Some network disks refuse; the content is on the disk already.
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _clear(parts: Iterable[Path], made: Sequence[Path]) -> None:
    for part in parts:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
    with contextlib.suppress(OSError):
        for folder in made:
            folder.rmdir()


def _is_read_only(place: Path) -> bool:
    return hasattr(os, "statvfs") and bool(os.statvfs(place).f_flag & os.ST_RDONLY)


def why_of(error: OSError) -> str:
    """Why a file could not be written, in the clerk's words."""
    number = error.errno or 0
    if number in _REASONS:
        return say(_REASONS[number])
    return say("the computer answers “{answer}”", answer=error.strerror)


def _refused(path: Path, error: OSError) -> OutputError:
    number, why = error.errno or 0, why_of(error)
    if number in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        hint = say("free some space, or write to another disk")
    elif number in (errno.ENAMETOOLONG, errno.EINVAL):
        hint = say("give the file a shorter or simpler name")
    elif number in (errno.EROFS, errno.EIO, errno.ENODEV):
        hint = say("write to another disk")
    elif number in (errno.ENOTDIR, errno.EEXIST, errno.EISDIR, errno.ENOTEMPTY):
        hint = say("move it away, or write to another folder")
    elif number == errno.EPERM:
        hint = say("take the write protection off in the properties of the file, or write to another folder")
    else:
        hint = say("close the file if it is open in another program, or write to another folder")
    return OutputError(say("cannot write {path}: {why}", path=path, why=why), hint=hint)


def tidy(folders: Iterable[Path]) -> None:
    """Remove parts of files that runs of this computer left behind in folders when they were killed."""
    own = re.compile(rf"\.{_computer()}-(\d+)-\d+-\d+\.part$")
    for folder in folders:
        with contextlib.suppress(OSError):
            for name in os.listdir(folder):  # noqa: PTH208  (names are enough)
                if (found := own.search(name)) and not _is_running(int(found[1])):
                    (folder / name).unlink()


@functools.cache
def _computer() -> str:
    """Stands for this computer in the names of parts: in a shared folder others are at work, too."""
    return f"{zlib.crc32(platform.node().encode()):08x}"


def _is_running(process: int) -> bool:
    if process == os.getpid():
        return True
    if sys.platform == "win32":
        # There, asking by a signal would end it. A part that is in use cannot be removed anyway.
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
