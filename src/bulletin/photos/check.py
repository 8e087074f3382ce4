"""A picture file checked once for all: what it is, how large, and whether the whole of it can be decoded."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from bulletin.cache import Cache
from bulletin.photos import faults
from bulletin.photos.faults import LIMIT_BYTES, LIMIT_PIXELS
from bulletin.photos.kinds import RAW, foreign_kind, picture_kind, webp_size
from bulletin.photos.photo import Fault, Photo
from bulletin.photos.reader import open_picture, orientation, quiet
from bulletin.photos.whole import draft_jpeg, has_png_end, has_zero_tail, is_cut_jpeg

if TYPE_CHECKING:
    from PIL.ImageFile import ImageFile

# Part of each key: to be raised when a file that passed before might not pass now.
_RECIPE = "1"
_SIZE = re.compile(rb"([1-9][0-9]{0,8})x([1-9][0-9]{0,8})")

_MODES = frozenset(
    {"1", "L", "LA", "P", "PA", "RGB", "RGBA", "RGBX", "RGBa", "CMYK", "YCbCr", "LAB", "I;16", "I;16B", "I;16L"}
)

# TIFF 6.0, sections 4, 8 and 15; Adobe DNG 1.7.
_NEW_SUBFILE_TYPE = 254
_REDUCED, _MASK = 1, 4
_PHOTOMETRIC = 262
_TILE_WIDTH, _TILE_LENGTH = 322, 323
_DNG_VERSION = 50706


def probe(path: Path, *, file: str, cache: Cache | None) -> Photo | Fault:
    """Check a picture file by its content.

    A file that passed is remembered by its content: the next time it is only read, not decoded.

    Args:
        path: The file.
        file: The file as it stands in the record, for messages.
        cache: Where files that passed are remembered; None to check anew.

    Returns:
        The photo with its upright size, or the first thing that is wrong with it.
    """
    cache = cache or Cache(None)
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            return faults.folder(file) if stat.S_ISDIR(about.st_mode) else faults.device(file)
        if about.st_size > LIMIT_BYTES:
            return faults.too_many_bytes(file, about.st_size)
        with path.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
            key = f"probe-{_RECIPE}-{digest}"
            known = _SIZE.fullmatch(cache.get(key) or b"")
            if known:
                return _photo(path, about, (int(known[1]), int(known[2])), digest)
            stream.seek(0)
            data = stream.read(LIMIT_BYTES + 1)
    except OSError:
        return faults.unreadable(file)
    size = _check(data, file)
    if isinstance(size, Fault):
        return size
    cache.put(key, b"%dx%d" % size)
    return _photo(path, about, size, digest)


def _photo(path: Path, about: os.stat_result, size: tuple[int, int], digest: str) -> Photo:
    return Photo(
        path=path, width_px=size[0], height_px=size[1], digest=digest,
        size=about.st_size, changed_ns=about.st_mtime_ns,
    )  # fmt: skip


def _check(data: bytes, file: str) -> tuple[int, int] | Fault:
    """The upright size of a whole picture, or what is wrong with it."""
    if not any(data):
        return faults.empty(file)
    kind = picture_kind(data)
    if not kind:
        return faults.foreign(file, *foreign_kind(data))
    # WebP's reader sets memory aside for the whole picture as soon as it sees the header.
    if kind == "WEBP" and _is_bomb(webp_size(data)):
        return faults.too_many_pixels(file, webp_size(data))
    with quiet(kind):
        try:
            return _decode(kind, data, file)
        except MemoryError:
            return faults.too_much_memory(file)
        # The readers raise nearly any class on damaged files.
        except Exception:
            return faults.broken(file)


def _decode(kind: str, data: bytes, file: str) -> tuple[int, int] | Fault:
    picture = open_picture(kind, data)
    if _is_bomb(picture.size) or _is_bomb(_tile(picture)):
        return faults.too_many_pixels(file, picture.size)
    if kind == "TIFF" and _is_raw(picture):
        return faults.foreign(file, *RAW)
    if _has_more(kind, picture):
        return faults.several(file)
    if picture.mode not in _MODES or _is_negative(picture):
        return faults.measured(file)
    if not _is_whole(kind, picture, data):
        return faults.broken(file)
    # TIFF's reader has turned the pixels itself by now and says so; HEIC's may have corrected the size.
    width, height = picture.size
    return (height, width) if orientation(picture) >= 5 else (width, height)


def _is_whole(kind: str, picture: ImageFile, data: bytes) -> bool:
    """Decode a picture; raises what its reader raises."""
    if kind == "JPEG":
        return not is_cut_jpeg(data, draft_jpeg(data))
    picture.load()
    if kind == "PNG":
        # `load` stops at the last row; this reads on and compares the check sums.
        open_picture(kind, data).verify()
        return has_png_end(data)
    return kind == "TIFF" or not has_zero_tail(data)


def _is_bomb(size: tuple[int, int]) -> bool:
    return size[0] * size[1] > LIMIT_PIXELS


def _tile(picture: ImageFile) -> tuple[int, int]:
    """Width and height of one of the tiles of a TIFF, which its reader decodes whole however small the picture is."""
    tags = getattr(picture, "tag_v2", {})
    return tags.get(_TILE_WIDTH, 0), tags.get(_TILE_LENGTH, 0)


def _is_raw(picture: ImageFile) -> bool:
    """Whether a TIFF is a camera's raw file: these begin with a small picture, or say that they are DNG."""
    tags = getattr(picture, "tag_v2", {})
    return bool(tags.get(_NEW_SUBFILE_TYPE, 0) & _REDUCED) or _DNG_VERSION in tags


def _is_negative(picture: ImageFile) -> bool:
    """Whether a TIFF holds 16-bit greys with 0 as white, which Pillow reads the wrong way round."""
    return picture.mode.startswith("I;16") and getattr(picture, "tag_v2", {}).get(_PHOTOMETRIC, 1) == 0


def _has_more(kind: str, picture: ImageFile) -> bool:
    """Whether there is more than one picture to be seen in a file; thumbnails and masks do not count."""
    if kind != "TIFF":
        return bool(getattr(picture, "n_frames", 1) > 1)
    number = 1
    while _has_page(picture, number):
        if not getattr(picture, "tag_v2", {}).get(_NEW_SUBFILE_TYPE, 0) & (_REDUCED | _MASK):
            return True
        number += 1
    picture.seek(0)
    return False


def _has_page(picture: ImageFile, number: int) -> bool:
    try:
        picture.seek(number)
    except EOFError:
        return False
    return True
