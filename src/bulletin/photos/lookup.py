"""A picture file looked up by the name in a record; when it is not there, the names that come near."""

from __future__ import annotations

import difflib
import functools
import os
import re
import stat
import unicodedata
from pathlib import Path

from bulletin.disk import is_folder
from bulletin.photos import faults
from bulletin.photos.photo import Fault

_SUFFIXES = frozenset(
    {".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".tif", ".tiff", ".heic", ".heif", ".hif", ".avif"}
)
_MOST_FILES = 2000
_MOST_LEVELS = 5
_MOST_NAMES = 3
_LIKENESS = 0.75

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://|(https?|ftp|file|data|mailto):", re.IGNORECASE)
_DRIVE = re.compile(r"[a-z]:", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")


class Folder:
    """The folder of a record, in which pictures are looked up; its names are read once, when first needed."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def find(self, file: str) -> Path | Fault:
        """The real path of a picture file; see `find`."""
        parts = _parts(file)
        if isinstance(parts, Fault):
            return parts
        try:
            root = self._path.resolve()
            path = spelled(root.joinpath(*parts)).resolve()
            if not path.is_relative_to(root):
                return faults.outside(file, parts[-1])
            mode = path.stat().st_mode
        except PermissionError:
            return faults.unreadable(file)
        # ValueError: a NUL in the name; RuntimeError: links in a circle (up to Python 3.12).
        except (OSError, ValueError, RuntimeError):
            wanted = "/".join(parts)
            # A link that leads nowhere is none of the names that come near.
            return faults.missing(file, near_names(wanted, tuple(name for name in self._names if name != wanted)))
        if stat.S_ISREG(mode):
            return path
        return faults.folder(file) if stat.S_ISDIR(mode) else faults.device(file)

    @functools.cached_property
    def _names(self) -> tuple[str, ...]:
        return tuple(_pictures(self._path, "", _MOST_LEVELS))[:_MOST_FILES]


def find(folder: Path, file: str) -> Path | Fault:
    r"""Look up a picture file.

    Args:
        folder: The folder of the record.
        file: A path inside that folder, as the record has it; `\` parts like `/`. A name that differs only in how its
            accents are put together (NFC, or NFD as in ZIP files from a Mac) is the same name.

    Returns:
        The path with links resolved, or why there is none: an address, a path that does not begin in the folder or
        leads out of it, no such file, or not an ordinary file.
    """
    return Folder(folder).find(file)


def spelled(path: Path) -> Path:
    """A path as the disk spells it: each name as written or, if there is just one, as the same name in NFC or NFD.

    Raises:
        OSError: If a folder on the way cannot be looked through.
    """
    if os.path.lexists(path):
        return path
    folder = spelled(path.parent)
    wanted = unicodedata.normalize("NFC", path.name)
    same = [entry for entry in folder.iterdir() if unicodedata.normalize("NFC", entry.name) == wanted]
    return same[0] if len(same) == 1 else folder / path.name


def near_names(file: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """The names that a clerk may have meant, best first, three at most.

    Names that differ only in case, accents, spaces, dashes, ending or folder come before those that are merely alike.
    """
    wanted = _fold(file)
    same = [name for name in names if _fold(name) == wanted]
    if not same:
        folds = {_fold(name): name for name in reversed(names)}
        alike = [folds[fold] for fold in difflib.get_close_matches(wanted, folds, _MOST_NAMES, _LIKENESS)]
        # Cameras number their pictures: another number is another picture.
        return tuple([name for name in alike if _numbers(name) == _numbers(file)] or alike)
    parent, suffix = file.rpartition("/")[0], Path(file).suffix
    same.sort(key=lambda name: (name.rpartition("/")[0] != parent, Path(name).suffix.lower() != suffix.lower(), name))
    return tuple(same[:_MOST_NAMES])


def _parts(file: str) -> list[str] | Fault:
    """The names along a path, `.` and `..` worked out."""
    typed = file.strip().replace("\\", "/")
    name = typed.rstrip("/").rpartition("/")[2]
    if not typed:
        return faults.unnamed(file)
    if _ADDRESS.match(typed):
        return faults.address(file)
    if typed.startswith(("/", "~/")) or typed == "~" or _DRIVE.match(typed):
        return faults.outside(file, name)
    parts: list[str] = []
    for part in typed.split("/"):
        if part == ".." and not parts:
            return faults.outside(file, name)
        if part == "..":
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return parts or faults.folder(file)


def _pictures(folder: Path, prefix: str, levels: int) -> list[str]:
    """The names of the pictures in a folder and the folders in it, in NFC, with `/`."""
    try:
        entries = sorted(folder.iterdir())[:_MOST_FILES]
    except OSError:
        return []
    names: list[str] = []
    folders: list[Path] = []
    for entry in entries:
        # ZIP files from a Mac hold a small file `._name` for each picture.
        if entry.name.startswith((".", "__MACOSX")):
            continue
        if entry.suffix.lower() in _SUFFIXES:
            names.append(prefix + unicodedata.normalize("NFC", entry.name))
        elif levels > 1 and is_folder(entry) and not entry.is_symlink():
            folders.append(entry)
    for entry in folders:
        names += _pictures(entry, f"{prefix}{unicodedata.normalize('NFC', entry.name)}/", levels - 1)
        if len(names) >= _MOST_FILES:
            break
    return names


def _fold(file: str) -> str:
    """A name without what clerks and systems change: folder, endings, case, accents, spaces and signs."""
    name = file.rpartition("/")[2]
    while Path(name).suffix.lower() in _SUFFIXES:
        name = Path(name).stem
    letters = unicodedata.normalize("NFD", name.casefold().replace("đ", "d"))
    return "".join(letter for letter in letters if letter.isalnum())


def _numbers(file: str) -> list[int]:
    return [int(digits) for digits in _DIGITS.findall(file.rpartition("/")[2])]
