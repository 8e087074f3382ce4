"""The fonts of a PDF: whether each is one of ours, as designed, and draws every letter it is asked for."""

from __future__ import annotations

import ctypes
import re
import unicodedata
from dataclasses import dataclass
from typing import Any

from bulletin.pdfium.sfnt import postscript_name

_NO_LETTER = "\ufdd0"
"""No font has it: what is drawn for it is what a font draws for a missing letter, a box or nothing."""
_WITHOUT_INK = frozenset({"Cc", "Cf", "Cn", "Cs", "Zl", "Zp", "Zs"})
_MARKS = frozenset({"Mc", "Me", "Mn"})
_SLANT = re.compile("italic|oblique", re.IGNORECASE)
_BOLD = re.compile("bold", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Font:
    """A font on an open page."""

    handle: Any
    name: str
    """What people call it, such as `DejaVuSans`."""
    fault: str
    """Id of what is wrong with it; empty when nothing is."""
    box: int
    """Number of lines in what it draws for a missing letter."""
    drawn: set[str]
    """Letters that it was seen to draw; shared by all pages."""


class Letters:
    """The fonts of one document."""

    def __init__(self, pdfium: Any, ours: frozenset[str]) -> None:
        self._pdfium = pdfium
        self._ours = ours
        self._on_page: dict[bytes, Font] = {}
        self._known: dict[tuple[str, int], tuple[str, str, int, set[str]]] = {}

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

    def lacking(self, text: str) -> list[str]:
        """The letters of a page that none of its fonts draws.

        They can be read from the file all the same. Passed over are ASCII, which all our fonts have, and marks that
        follow a letter: what is drawn together with others looks as if it were missing.
        """
        fonts = self._on_page.values()
        unknown = set(text).difference(*(font.drawn for font in fonts))
        return [
            letter
            for letter in sorted(unknown)
            if not letter.isascii()
            and unicodedata.category(letter) not in _WITHOUT_INK | _MARKS
            and not any(self._draws(font, letter) for font in fonts)
        ]

    def _draws(self, font: Font, letter: str) -> bool:
        outline = self._outline(font.handle, letter)
        # Points are compared only where there are as many as in the box: each costs two calls.
        if self._size(outline) == font.box:
            box = self._outline(font.handle, _NO_LETTER)
            if self._points(outline) == self._points(box):
                return False
        font.drawn.add(letter)
        return True

    def _look_at(self, handle: Any) -> Font:
        pdfium = self._pdfium
        base = ctypes.create_string_buffer(256)
        pdfium.FPDFFont_GetBaseFontName(handle, base, len(base))
        called = base.value.decode("latin-1")
        size = ctypes.c_size_t()
        pdfium.FPDFFont_GetFontData(handle, None, 0, size)
        key = (called, size.value)
        if key not in self._known:
            program = (ctypes.c_uint8 * size.value)()
            pdfium.FPDFFont_GetFontData(handle, program, size.value, size)
            embedded = bool(pdfium.FPDFFont_GetIsEmbedded(handle))
            name, fault = self._judged(called.partition("+")[2] or called, bytes(program), embedded)
            self._known[key] = (name, fault, self._size(self._outline(handle, _NO_LETTER)), set())
        return Font(handle, *self._known[key])

    def _judged(self, called: str, program: bytes, embedded: bool) -> tuple[str, str]:
        """Name and fault.

        The name in the PDF is what the style sheet calls the font, with the style that was asked for:
        `Be-Vietnam-Pro-Ultra-Bold`. So only the name in the font's own program tells whose it is. The other one tells
        that a slant or weight was asked for and, with no such face at hand, made up by the machine.
        """
        own = postscript_name(program) if embedded else ""
        if own not in self._ours:
            return own or called, "foreign-font"
        made_up = any(style.search(called) and not style.search(own) for style in (_SLANT, _BOLD))
        return called, "made-up-face" if made_up else ""

    def _outline(self, handle: Any, letter: str) -> Any:
        return self._pdfium.FPDFFont_GetGlyphPath(handle, ord(letter), 100.0)

    def _size(self, outline: Any) -> int:
        return int(self._pdfium.FPDFGlyphPath_CountGlyphSegments(outline)) if outline else 0

    def _points(self, outline: Any) -> list[tuple[float, float]]:
        pdfium = self._pdfium
        x, y = ctypes.c_float(), ctypes.c_float()
        points = []
        for index in range(self._size(outline)):
            pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFGlyphPath_GetGlyphPathSegment(outline, index), x, y)
            points.append((x.value, y.value))
        return points
