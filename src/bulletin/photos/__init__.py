"""A record's pictures: found, checked, turned upright, sized for print, stripped of metadata, kept by content."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bulletin.cache import Cache
from bulletin.photos.check import probe
from bulletin.photos.lookup import Folder, find, spelled
from bulletin.photos.photo import Fault, Photo, dpi_at
from bulletin.photos.prepress import prepare, size_px
from bulletin.photos.reader import reader

__all__ = ["Fault", "Photo", "check_all", "dpi_at", "find", "prepare", "probe", "size_px", "spelled", "warm"]


def warm() -> None:
    """Load the readers of the common kinds of pictures now rather than with the first photo."""
    for kind in ("JPEG", "PNG"):
        reader(kind)


def check_all(folder: Path, files: Sequence[str], cache: Cache | None) -> tuple[dict[str, Photo], tuple[Fault, ...]]:
    """Find and check all pictures of a record.

    Args:
        folder: The folder of the record.
        files: The files as they stand in the record; one that stands there twice is checked once.
        cache: Where files that passed are remembered.

    Returns:
        The photos by file as written, and all faults, each in the order of the record.
    """
    photos: dict[str, Photo] = {}
    faults: list[Fault] = []
    names = Folder(folder)
    for file in dict.fromkeys(files):
        path = names.find(file)
        result = path if isinstance(path, Fault) else probe(path, file=file, cache=cache)
        if isinstance(result, Fault):
            faults.append(result)
        else:
            photos[file] = result
    return photos, tuple(faults)
