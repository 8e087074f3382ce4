"""A folder of results named by what they were made of. Losing it costs time, never a result."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import sys
import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

SORTS = ("photos", "plans", "fonts")
"""What is kept: photos at print size, the best plans of pages, the letters of fonts that a page for the web needs."""
LIMIT_BYTES = 500_000_000
LEAST_BYTES = 1_000_000
"""The smallest limit that may be set."""
VARIABLES = ("BULLETIN_CACHE", "BULLETIN_CACHE_LIMIT")
_SIZE = re.compile(r"([0-9]{1,12}) ?(|[kmgt])b?", re.IGNORECASE)
_SUFFIX = ".kept"
_PART = ".part"
_OWN = re.compile(r"[A-Za-z0-9_.+-]+(\.kept|\.[0-9]+-[0-9]+\.part)")
"""Names of our own files: whatever else lies in the folder is someone's, and is neither counted nor removed."""
_PART_AGE_S = 3600
_CHECKSUM_BYTES = 32
_BLOCK_BYTES = 4096
"""Disks give a file no less."""

_added: dict[Path, int] = {}
"""Bytes that this process has added to each folder since the folder was measured."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What lies in a cache, or was taken out of it."""

    files: int = 0
    bytes: int = 0
    """On the disk, in whole blocks."""
    leftovers: int = 0
    """Files that were never written to their end."""


class Cache:
    """Results of costly work by key.

    A folder that cannot be made, read or written is the same as an empty one, and so is a damaged file:
    nothing here fails.
    """

    def __init__(self, folder: Path | None, *, limit_bytes: int = LIMIT_BYTES) -> None:
        """Use a folder.

        Args:
            folder: Made when first needed; None to keep nothing.
            limit_bytes: When the files together are larger, those not used for longest go.
        """
        self._folder = folder
        self._limit_bytes = limit_bytes

    @staticmethod
    def default(sort: str) -> Cache:
        """The user's own cache: `BULLETIN_CACHE` if it is set (empty or `off`: none), else where the system has it.

        Args:
            sort: What is kept, of `SORTS`; a folder of its own.
        """
        home = home_folder()
        return Cache(home / sort if home else None, limit_bytes=limit_wished() or LIMIT_BYTES)

    @property
    def folder(self) -> Path | None:
        """Where results are kept; None when nothing is."""
        return self._folder

    def get(self, key: str) -> bytes | None:
        """What was kept under a key, or None."""
        if self._folder is None:
            return None
        path = self._folder / (key + _SUFFIX)
        try:
            # A pipe would never come to its end.
            kept = path.read_bytes() if path.is_file() else b""
        except OSError:
            return None
        # It was used just now; who may not tell so may use it all the same.
        with contextlib.suppress(OSError):
            os.utime(path)
        checksum, data = kept[:_CHECKSUM_BYTES], kept[_CHECKSUM_BYTES:]
        return data if hashlib.sha256(data).digest() == checksum else None

    def put(self, key: str, data: bytes) -> None:
        """Keep something under a key, whole or not at all.

        Args:
            key: Letters, digits, `-` and `.`; all that the result depends on must be in it.
            data: The result.
        """
        if self._folder is None:
            return
        part = self._folder / f"{key}.{os.getpid()}-{threading.get_ident()}{_PART}"
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            # The folder is measured before the first file is added, then again after each tenth of the limit.
            if _added.get(self._folder, self._limit_bytes) >= self._limit_bytes // 10:
                self._trim()
                _added[self._folder] = 0
            _added[self._folder] += _on_disk(len(data))
            part.write_bytes(hashlib.sha256(data).digest() + data)
            part.replace(self._folder / (key + _SUFFIX))
        except OSError:
            _remove(part)

    @property
    def limit_bytes(self) -> int:
        """When the files together are larger, those not used for longest go."""
        return self._limit_bytes

    def contents(self) -> Contents:
        """What lies in it."""
        return _sum(self._files())

    def prune(self) -> Contents:
        """Remove the files not used for longest if it is over its limit, and all that was not written to its end.

        Who is writing one in this moment keeps nothing, which costs time alone.

        Returns:
            What was removed.
        """
        files = self._files()
        return self._remove([*(file for file in files if file.is_part), *self._over(files)])

    def clear(self) -> Contents:
        """Remove everything; gives what was removed."""
        return self._remove(self._files())

    def _trim(self) -> None:
        """Remove what is over the limit, and parts left by a crash."""
        files = self._files()
        newest_ns = files[-1].used_ns if files else 0
        crashed = (file for file in files if file.is_part and newest_ns - file.used_ns > _PART_AGE_S * 10**9)
        self._remove([*crashed, *self._over(files)])

    def _over(self, files: Sequence[_File]) -> Iterator[_File]:
        """The files not used for longest, so many that nine tenths of the limit are left; none within the limit."""
        total = sum(file.bytes for file in files)
        wanted = self._limit_bytes * 9 // 10 if total > self._limit_bytes else total
        for file in files:
            if total > wanted and not file.is_part:
                total -= file.bytes
                yield file

    def _files(self) -> list[_File]:
        """The files, those not used for longest first."""
        found: list[_File] = []
        with contextlib.suppress(OSError), os.scandir(self._folder or "") as entries:
            for entry in entries:
                # Another process may trim the same folder.
                with contextlib.suppress(OSError):
                    if _OWN.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                        about = entry.stat(follow_symlinks=False)
                        found.append(_File(about.st_mtime_ns, Path(entry.path), _on_disk(about.st_size)))
        return sorted(found)

    @staticmethod
    def _remove(files: Iterable[_File]) -> Contents:
        return _sum(file for file in files if _remove(file.path))


@dataclass(frozen=True, slots=True, order=True)
class _File:
    used_ns: int
    """When it was used last, in nanoseconds since 1970."""
    path: Path
    bytes: int

    @property
    def is_part(self) -> bool:
        return self.path.suffix == _PART


def _sum(files: Iterable[_File]) -> Contents:
    files = list(files)
    return Contents(
        files=len(files), bytes=sum(file.bytes for file in files), leftovers=sum(file.is_part for file in files)
    )


def _on_disk(size: int) -> int:
    return -(-size // _BLOCK_BYTES) * _BLOCK_BYTES


def _remove(path: Path) -> bool:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def home_folder() -> Path | None:
    """Where the caches of this user lie, each in a folder of its own; None when nothing is kept."""
    wish = os.environ.get(VARIABLES[0])
    if wish is not None:
        return None if wish.strip().lower() in ("", "off") else Path(wish)
    home = _system_folder()
    return home / "bulletin" if home else None


def limit_wished() -> int | None:
    """The limit that was set for each cache, such as `2GB`, in bytes; None when there is none or it is no size."""
    found = _SIZE.fullmatch(os.environ.get(VARIABLES[1], "").strip())
    if not found:
        return None
    size = int(found[1]) * 1000 ** " kmgt".index(found[2].lower() or " ")
    return size if size >= LEAST_BYTES else None


def _system_folder() -> Path | None:
    """Where this system keeps a user's caches; None when the user has no home."""
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA", "")
        return Path(local) if local else None
    try:
        home = Path.home()
    except RuntimeError:
        return None
    if sys.platform == "darwin":
        return home / "Library" / "Caches"
    wish = Path(os.environ.get("XDG_CACHE_HOME", ""))
    # The XDG base directory specification: a relative path is invalid and to be ignored.
    return wish if wish.is_absolute() else home / ".cache"
