"""What a change on the disk may concern: places compared as text, for there may be thousands of them."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from bulletin.batch.orders import ENDINGS
from bulletin.config import FILE_NAME

_LEFT_BEHIND = ("~", ".part", ".swp", ".tmp")
"""Endings of what programs write on the way to the file itself."""
_REPORT = "bulletin-bug-"


class Places:
    """Real paths of files; each folder is looked up once."""

    def __init__(self) -> None:
        self._folders: dict[Path, str] = {}

    def of(self, path: Path) -> str:
        """Where a file is: links in the folders above it are followed, it itself is not."""
        folder = path.parent
        if folder not in self._folders:
            self._folders[folder] = os.path.realpath(folder)
        return str(Path(self._folders[folder], path.name))


class Change:
    """Paths that have changed."""

    def __init__(self, paths: Iterable[str]) -> None:
        self.paths = frozenset(paths)
        self._spanned = frozenset(place for path in self.paths for place in _upwards(path))

    def touches(self, place: str) -> bool:
        """Whether a file has changed, or a folder in which it lies."""
        return any(above in self.paths for above in _upwards(place))

    def reaches(self, folder: str) -> bool:
        """Whether a folder has changed, or anything below it."""
        return folder in self._spanned

    @property
    def settings(self) -> Iterator[str]:
        """The folders whose settings have changed, as far as can be told by names."""
        return (os.path.dirname(path) for path in self.paths if os.path.basename(path) == FILE_NAME)  # noqa: PTH119, PTH120


def heard(paths: Iterable[str], roots: Collection[str], output: str) -> frozenset[str]:
    """Paths that matter: what is hidden or on its way to another name does not.

    Args:
        paths: What has changed.
        roots: The folders that are watched.
        output: The folder for what is made, which may be a hidden one.
    """
    return frozenset(path for path in paths if is_below(path, output) or not _is_noise(path, roots))


def _is_noise(path: str, roots: Collection[str]) -> bool:
    root = max((root for root in roots if is_below(path, root)), key=len, default="")
    inside = Path(path[len(root) :].lstrip(os.sep)).parts
    name = inside[-1] if inside else ""
    return any(part.startswith(".") for part in inside) or name.endswith(_LEFT_BEHIND) or name.startswith(_REPORT)


def is_record(path: str) -> bool:
    """Whether a path has the name of a record."""
    return path.lower().endswith(ENDINGS)


def is_below(path: str, folder: str) -> bool:
    """Whether a path is a folder or lies in it."""
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def outermost(folders: Iterable[str]) -> frozenset[str]:
    """Folders without those that lie in others of them."""
    found = set(folders)
    return frozenset(
        folder for folder in found if not any(other != folder and is_below(folder, other) for other in found)
    )


def _upwards(place: str) -> Iterator[str]:
    """A place and the folders above it."""
    while place:
        yield place
        place = place.rpartition(os.sep)[0]
