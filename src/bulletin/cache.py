"""A folder of results named by what they were made of. Losing it costs time, never a result."""

from __future__ import annotations

import hashlib
import os
import sys
import threading
from pathlib import Path

LIMIT_BYTES = 500_000_000
_SUFFIX = ".kept"
_PART = ".part"
_PART_AGE_S = 3600
_CHECKSUM_BYTES = 32


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
        # The folder is measured before the first file is added, then again after each tenth of the limit.
        self._added_bytes = limit_bytes

    @staticmethod
    def default(sort: str) -> Cache:
        """The user's own cache: `BULLETIN_CACHE` if it is set (empty or `off`: none), else where the system has it.

        Args:
            sort: What is kept, such as `photos`; a folder of its own.
        """
        wish = os.environ.get("BULLETIN_CACHE")
        if wish is not None:
            return Cache(None if wish.strip().lower() in ("", "off") else Path(wish) / sort)
        home = _system_folder()
        return Cache(home / "bulletin" / sort if home else None)

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
            kept = path.read_bytes()
            os.utime(path)
        except OSError:
            return None
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
            if self._added_bytes >= self._limit_bytes // 10:
                self._trim()
                self._added_bytes = 0
            self._added_bytes += len(data)
            part.write_bytes(hashlib.sha256(data).digest() + data)
            part.replace(self._folder / (key + _SUFFIX))
        except OSError:
            _remove(part)

    def _trim(self) -> None:
        """Remove the files not used for longest until nine tenths of the limit are left, and parts left by a crash."""
        assert self._folder is not None
        with os.scandir(self._folder) as entries:
            stats = [(entry.stat(), Path(entry.path)) for entry in entries if entry.name.endswith((_SUFFIX, _PART))]
        stats.sort(key=lambda item: (item[0].st_mtime_ns, item[1].name))
        newest_s = stats[-1][0].st_mtime if stats else 0.0
        total = sum(stat.st_size for stat, _ in stats)
        wanted = self._limit_bytes * 9 // 10 if total > self._limit_bytes else total
        for stat, path in stats:
            is_crashed = path.suffix == _PART and newest_s - stat.st_mtime > _PART_AGE_S
            if (is_crashed or (path.suffix == _SUFFIX and total > wanted)) and _remove(path):
                total -= stat.st_size


def _remove(path: Path) -> bool:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True


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
