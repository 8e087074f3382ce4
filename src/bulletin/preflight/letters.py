"""The fonts of a PDF: whether each is one of ours, as designed, and draws every letter it is asked for."""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass
from typing import Any

from bulletin.preflight.sfnt import draws_notdef, postscript_name

_UNLIKELY = "\ufdd0"
"""No letter, so no font has it, and it shows what a font draws for a missing one."""
_SLANT = re.compile("italic|oblique", re.IGNORECASE)
_BOLD = re.compile("bold", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Font:
    """A font on an open page."""

    handle: Any
    name: str
    """What people call it, such as `DejaVuSans`."""
    fault: str
    """Id of what is wrong with it as a whole; empty when nothing is."""
    may_lack: bool
    """Whether it can draw the box for a missing letter, and so may have done it."""


class Letters:
    """The fonts of one document."""

    def __init__(self, pdfium: Any, ours: frozenset[str]) -> None:
        self._pdfium = pdfium
        self._ours = ours
        self._on_page: dict[bytes, Font] = {}
        self._known: dict[tuple[str, int], tuple[str, str, bool]] = {}

    def turn_page(self) -> None:
        """Forget pdfium's addresses: with a page closed, another font may come to lie there."""
        self._on_page.clear()

    def font(self, handle: Any) -> Font:
        """What is known of the font of a run."""
        address = bytes(handle)
        font = self._on_page.get(address)
        if font is None:
            font = self._on_page[address] = self._look_at(handle)
        return font

    def lacking(self, font: Font, words: str) -> list[str]:
        """The letters of a run for which the font draws its box for missing ones.

        ASCII is passed over: all our fonts have it, and letters drawn in a ligature look as if they were missing.
        """
        box = self._outline(font, _UNLIKELY)
        strange = [letter for letter in dict.fromkeys(words) if not (letter.isascii() or letter.isspace())]
        return [letter for letter in strange if self._outline(font, letter) == box]

    def _look_at(self, handle: Any) -> Font:
        pdfium = self._pdfium
        name = ctypes.create_string_buffer(256)
        pdfium.FPDFFont_GetBaseFontName(handle, name, len(name))
        called = name.value.decode("latin-1")
        size = ctypes.c_size_t()
        pdfium.FPDFFont_GetFontData(handle, None, 0, size)
        key = (called, size.value)
        if key not in self._known:
            program = (ctypes.c_uint8 * size.value)()
            pdfium.FPDFFont_GetFontData(handle, program, size.value, size)
            embedded = bool(pdfium.FPDFFont_GetIsEmbedded(handle))
            self._known[key] = self._judged(called.partition("+")[2] or called, bytes(program), embedded)
        return Font(handle, *self._known[key])

    def _judged(self, called: str, program: bytes, embedded: bool) -> tuple[str, str, bool]:
        """Name, fault, and whether letters may be missing.

        The name in the PDF is what the style sheet calls the font, with the style that was asked for:
        `Be-Vietnam-Pro-Ultra-Bold`. So only the name in the font's own program tells whose it is. The other one tells
        that a slant or weight was asked for and, with no such face at hand, made up by the machine.
        """
        own = postscript_name(program) if embedded else ""
        if own not in self._ours:
            return own or called, "foreign-font", False
        made_up = any(style.search(called) and not style.search(own) for style in (_SLANT, _BOLD))
        return called, "made-up-face" if made_up else "", draws_notdef(program)

    def _outline(self, font: Font, letter: str) -> tuple[tuple[float, float], ...]:
        pdfium = self._pdfium
        path = pdfium.FPDFFont_GetGlyphPath(font.handle, ord(letter), 100.0)
        x, y = ctypes.c_float(), ctypes.c_float()
        points = []
        for index in range(pdfium.FPDFGlyphPath_CountGlyphSegments(path) if path else 0):
            pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFGlyphPath_GetGlyphPathSegment(path, index), x, y)
            points.append((x.value, y.value))
        return tuple(points)
