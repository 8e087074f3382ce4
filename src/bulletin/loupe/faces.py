"""What sort of type a font is: with or without serifs, slanted, bold. Told by its name, its program, its flags."""

from __future__ import annotations

import ctypes
import re
import struct
from typing import Any, NamedTuple

from bulletin.pdfium.sfnt import postscript_name, table

_SANS = re.compile(
    r"sans|arial|helvet|verdana|calibri|tahoma|segoe|roboto|lexend|vietnam|inter\b|ubuntu|lato|montserrat|futura|gill"
    r"|trebuchet|carlito|arimo|gothic|frutiger|univers|myriad|aptos|tiresias|lucida ?grande|candara|corbel|andika"
    r"|cmss|nimbussan",
    re.IGNORECASE,
)
_SERIF = re.compile(
    r"serif|times|roman|georgia|garamond|cambria|bookman|palatino|century|schoolbook|minion|tinos|caladea|didot"
    r"|bodoni|baskerville|merriweather|literata|lora\b|charter|charis|gentium|termes|vntime|constantia|courier"
    r"|nimbusrom|nimbusmon|\bcm(?:r|bx|b|ti|sl|mi|tt|csc)\d",
    re.IGNORECASE,
)
_SLANT = re.compile("italic|oblique|kursiv", re.IGNORECASE)
_BOLD = re.compile("bold|black|heavy|semi|demi", re.IGNORECASE)
# Flags of a font descriptor, ISO 32000-1, table 123.
_FLAG_SERIF = 1 << 1
_FLAG_ITALIC = 1 << 6
_FLAG_FORCE_BOLD = 1 << 18
_LATIN_TEXT = 2
"""Family of PANOSE; in it the serifs 2 to 10 have feet, 11 to 15 have none (OpenType, OS/2, panose)."""
_MOST_BYTES = 30_000_000


class Face(NamedTuple):
    """A font."""

    name: str
    serif: bool | None
    italic: bool
    bold: bool
    drawn: bool
    """Its letters are drawings (Type 3), whose size says nothing."""


def face(pdfium: Any, handle: Any) -> Face:
    """Look at one of pdfium's fonts."""
    buffer = ctypes.create_string_buffer(256)
    if pdfium.FPDFFont_GetBaseFontName(handle, buffer, len(buffer)) > len(buffer):
        buffer.value = b""
    name = buffer.value.decode("utf-8", "replace").strip()
    head, plus, tail = name.partition("+")
    name = tail if plus and len(head) == 6 and head.isupper() else name
    size = ctypes.c_size_t()
    embedded = pdfium.FPDFFont_GetIsEmbedded(handle) == 1
    if not pdfium.FPDFFont_GetFontData(handle, None, 0, size) or size.value > _MOST_BYTES:
        size.value = 0
    program = (ctypes.c_uint8 * size.value)()
    if embedded and size.value:
        pdfium.FPDFFont_GetFontData(handle, program, size.value, size)
    own = postscript_name(bytes(program)) if embedded else ""
    flags = max(0, pdfium.FPDFFont_GetFlags(handle))
    angle = ctypes.c_int()
    slanted = bool(pdfium.FPDFFont_GetItalicAngle(handle, angle)) and angle.value != 0
    both = f"{name} {own}"
    return Face(
        name=name or own,
        serif=_has_serifs(both, bytes(program) if embedded else b"", flags),
        italic=bool(_SLANT.search(both)) or bool(flags & _FLAG_ITALIC) or slanted,
        bold=bool(_BOLD.search(both)) or bool(flags & _FLAG_FORCE_BOLD),
        drawn=embedded and not size.value,
    )


def _has_serifs(names: str, program: bytes, flags: int) -> bool | None:
    # Names first: many programs write every font's flags alike. “Sans serif” is sans.
    if _SANS.search(names):
        return False
    if _SERIF.search(names):
        return True
    metrics = table(program, b"OS/2")
    if len(metrics) >= 42:
        family, style = struct.unpack_from(">BB", metrics, 32)
        if family == _LATIN_TEXT and 2 <= style <= 15:
            return bool(style <= 10)
    return True if flags & _FLAG_SERIF else None
