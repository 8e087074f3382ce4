"""Damage that the decoders pass over in silence: pictures that were cut off and then tidied up or filled up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bulletin.photos.reader import open_picture

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFile import ImageFile

# In entropy-coded data 0xFF is followed by 0 (stuffing), D0 to D7 (restart) or FF (filling); anything else is a marker.
_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_END_OF_IMAGE = 0xD9
# Any bytes that decode to something else than "no change": bits well mixed, no 0xFF among them.
_FILLING = bytes(number * 73 % 251 for number in range(1, 65))
_PNG_END = b"\0\0\0\0IEND\xae\x42\x60\x82"
_ZEROS = bytes(4096)


def draft_jpeg(data: bytes) -> ImageFile:
    """Decode a JPEG at an eighth of its size.

    The whole of the compressed data is read for it, so that a file that ends too early is found at a third of the cost.
    """
    picture = open_picture("JPEG", data)
    picture.draft(None, (1, 1))
    picture.load()
    return picture


def is_cut_jpeg(data: bytes, draft: Image) -> bool:
    """Whether a JPEG lacks the end of its picture although its end mark is there.

    libjpeg fills what is missing with flat colour and only notes a warning, which Pillow does not hand on. So when the
    last corner is flat, some bytes are put in front of the end mark: where all data was there they are passed over,
    where some was missing they change the picture.

    Args:
        data: The file.
        draft: The picture as `draft_jpeg` gives it.
    """
    # Two pixels of the draft are the width of one or two blocks, the least that can be missing.
    width, height = draft.size
    last = draft.crop((max(0, width - 2), height - 1, width, height)).tobytes()
    pixel = len(draft.getbands())
    if last[:pixel] != last[-pixel:]:
        return False
    end = jpeg_end(data)
    return draft_jpeg(data[:end] + _FILLING + data[end:]).tobytes() != draft.tobytes()


def jpeg_end(data: bytes) -> int:
    """Where the end mark of the first picture in a JPEG file stands; phones put a second one behind it.

    References:
        ITU-T T.81, annex B.
    """
    at = 2
    while found := _MARKER.search(data, at):
        at = found.start()
        if data[at + 1] == _END_OF_IMAGE:
            return at
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return len(data)


def has_zero_tail(data: bytes) -> bool:
    """Whether compressed data ends in a run of zeros, as copies broken off on a memory stick do."""
    return data.endswith(_ZEROS)


def has_png_end(data: bytes) -> bool:
    """Whether a PNG holds its end mark, check sum included; readers stop before it."""
    return _PNG_END in data
