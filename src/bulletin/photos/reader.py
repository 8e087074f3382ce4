"""Pictures opened by Pillow: by their content, without a word on any stream, without its guesses."""

from __future__ import annotations

import contextlib
import importlib
import io
import os
import threading
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL.ImageFile import ImageFile

_READERS = {
    "JPEG": ("PIL.JpegImagePlugin", "JpegImageFile"),
    "PNG": ("PIL.PngImagePlugin", "PngImageFile"),
    "WEBP": ("PIL.WebPImagePlugin", "WebPImageFile"),
    "TIFF": ("PIL.TiffImagePlugin", "TiffImageFile"),
    "HEIF": ("pillow_heif", "HeifImageFile"),
    "AVIF": ("PIL.AvifImagePlugin", "AvifImageFile"),
}
_ORIENTATION = 0x0112

_lock = threading.RLock()


def open_picture(kind: str, data: bytes) -> ImageFile:
    """Read the header of a picture; its pixels are decoded by `load`.

    The reader's class is called itself: `Image.open` would import every reader there is, warn about large pictures,
    and take a phone's JPEG with a second picture behind the first for a series.

    Args:
        kind: As `picture_kind` tells it.
        data: The whole file.

    Raises:
        Exception: Whatever the reader raises; on damaged files that is nearly any class.
    """
    picture: ImageFile = reader(kind)(io.BytesIO(data))
    return picture


def reader(kind: str) -> Any:
    """The class that reads a kind of pictures."""
    module, name = _READERS[kind]
    return getattr(importlib.import_module(module), name)


def orientation(picture: ImageFile) -> int:
    """How the pixels stand, 1 to 8 as in EXIF; 1 also when that cannot be read."""
    try:
        value = picture.getexif().get(_ORIENTATION, 1)
    # Damaged EXIF data raises nearly anything and must not cost the picture.
    except Exception:
        return 1
    return value if value in range(1, 9) else 1


@contextlib.contextmanager
def quiet(kind: str) -> Iterator[None]:
    """Keep Python warnings from leaking, and for TIFF the lines that libtiff itself writes to standard error.

    Warning filters and file descriptors belong to the whole process, hence the lock.
    """
    with _lock, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        if kind == "TIFF":
            with _hushed():
                yield
        else:
            yield


@contextlib.contextmanager
def _hushed() -> Iterator[None]:
    try:
        kept = os.dup(2)
    except OSError:
        # A program without a console has no standard error.
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(nowhere)
        os.close(kept)
