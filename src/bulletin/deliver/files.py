"""Files written whole or not at all, under names that every system takes."""

from __future__ import annotations

import contextlib
import os
import re
from pathlib import Path

from bulletin.errors import OutputError
from bulletin.messages import say
from bulletin.vietnamese.text import nfc

# Windows: characters it refuses, names of its devices, and names that end in a point or a space.
_REFUSED = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_DEVICES = {"con", "prn", "aux", "nul", *(f"{name}{digit}" for name in ("com", "lpt") for digit in "0123456789")}
_LONGEST = 180
"""Bytes of a name; file systems take 255, folders that are synchronised less."""


def good_name(stem: str) -> str:
    """A file name without its ending that Windows, macOS and Linux take; Vietnamese letters are kept."""
    name = _REFUSED.sub("-", nfc(stem)).strip(" .")
    while len(name.encode()) > _LONGEST:
        name = name[:-1].rstrip(" .")
    if not name:
        name = "bulletin"
    return f"{name}_" if name.split(".")[0].lower() in _DEVICES else name


def save(data: bytes, path: Path) -> None:
    """Write a file whole or not at all: beside its place first, then into it.

    Raises:
        OutputError: If it cannot be written; nothing is left behind then.
    """
    part = path.with_name(f"{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise OutputError(say("cannot write {path}: {why}", path=path, why=_why(error)), hint=_cure(error)) from error


def copy_beside(path: Path, data: bytes) -> Path:
    """Keep a copy of a file's old content beside it, as `name.yaml.bak`, `name.yaml.bak2`, …

    Raises:
        OutputError: If it cannot be written.
    """
    number = 1
    while (copy := path.with_name(f"{path.name}.bak{number if number > 1 else ''}")).exists():
        number += 1
    save(data, copy)
    return copy


def _why(error: OSError) -> str:
    import errno

    reasons = {
        errno.ENOSPC: say("the disk is full"),
        errno.EDQUOT: say("the disk is full"),
        errno.EROFS: say("the folder cannot be written to"),
        errno.EACCES: say("no right to write there, or the file is open in another program"),
        errno.EPERM: say("no right to write there, or the file is open in another program"),
        errno.ENOTDIR: say("a file stands where a folder should be"),
        errno.EEXIST: say("a file stands where a folder should be"),
        errno.EISDIR: say("a folder stands where the file should be"),
        errno.ENAMETOOLONG: say("the name is too long"),
    }
    return reasons.get(error.errno or 0, error.strerror or str(error))


def _cure(error: OSError) -> str:
    import errno

    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return say("free some space, or choose another folder with -o")
    return say("close the file if it is open, or choose another folder with -o")
