"""The letters of a page, one by one, and the strips that they make."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from bulletin.loupe.faces import Face, face
from bulletin.loupe.facts import Colour, Strip, Style
from bulletin.loupe.objects import MOST_COVERS, Objects, address
from bulletin.loupe.tree import Tables
from bulletin.loupe.view import View
from bulletin.pdfium import Box, around

MOST = 60_000
"""Letters looked at on one page."""
_GAP_EM = 1.2
"""A gap as wide as this begins a new strip; the spaces of justified lines are narrower."""
_RISE_EM = 0.25
_BACK_EM = 0.35
_LEVEL = 0.05
"""Sine of the slope up to which a line is level, about 3 degrees."""
_SKEW = 0.1
"""Letters leaning more than this were slanted by the machine."""
_X_HEIGHT, _CAP_HEIGHT = 0.53, 0.72
"""Of usual type, as multiples of its size; by these the size of drawn letters is estimated."""
_LOW = frozenset("aceimnorsuvwxzơư")
_SPACES = frozenset(" \u00a0\u2002\u2003\u2009\u202f\t")
_NO_SIGN = frozenset({0, 0xFFFD})
_INK = {0: "fill", 1: "stroke", 2: "fill", 4: "fill", 5: "stroke", 6: "fill"}
"""By text rendering mode (ISO 32000-1, table 106); 3 and 7 paint nothing."""


class _Letter(NamedTuple):
    sign: str
    x: float
    y: float
    box: Box
    style: Style
    mark: int
    end: float
    """Where the next letter would begin."""


class Letters:
    """Reads the letters of one document."""

    def __init__(self, pdfium: Any) -> None:
        self._pdfium = pdfium
        self._faces: dict[int, Face] = {}
        self._styles: dict[int, Style] = {}
        self._matrix = pdfium.FS_MATRIX()
        self._covers: list[tuple[int, Box]] = []
        self._loose = pdfium.FS_RECTF()
        self._sides = tuple(ctypes.c_double() for _ in range(4))
        self._ints = tuple(ctypes.c_uint() for _ in range(4))

    def strips(self, text: Any, number: int, view: View, things: Objects, tables: Tables) -> tuple[list[Strip], int]:
        """The strips of a page in the order of its text, and the number of letters that are not named.

        Args:
            text: pdfium's text of the page.
            number: The page, counted from 1.
            view: How the sheet is held.
            things: What is painted.
            tables: What the file says of tables and lists.
        """
        # With a page closed, other things may come to lie at the same addresses.
        self._styles.clear()
        self._faces.clear()
        # The largest: logos cover nothing.
        self._covers = sorted(things.pictures, key=lambda one: -one[1].area)[:MOST_COVERS]
        found: list[Strip] = []
        unmapped = 0
        run: list[_Letter] = []
        for letter in self._letters(text, view, things):
            if letter is None:
                unmapped += 1
            elif run and not _joins(run[-1], letter):
                found.extend(_strip(run, number, tables))
                run = [letter]
            else:
                run.append(letter)
        found.extend(_strip(run, number, tables))
        return found, unmapped

    def _letters(self, text: Any, view: View, things: Objects) -> Iterator[_Letter | None]:
        pdfium = self._pdfium
        x, y = self._sides[:2]
        nothing = Style(0.0)
        for index in range(min(pdfium.FPDFText_CountChars(text), MOST)):
            code = pdfium.FPDFText_GetUnicode(text, index)
            if 0 < code < 0x110000 and chr(code) in "\r\n":
                continue
            handle = pdfium.FPDFText_GetTextObject(text, index)
            where = address(handle)
            if not where:
                # A space that pdfium has put in: it joins nothing, but parts words.
                if chr(code if code < 0x110000 else 32) in _SPACES:
                    yield _Letter(" ", math.nan, math.nan, Box(0, 0, 0, 0), nothing, -1, math.nan)
                continue
            style = self._styles.get(where)
            if style is None:
                style = self._styles[where] = self._style(text, index, handle, view, things)
            if code in _NO_SIGN or code >= 0x110000:
                yield None
                code = 0xFFFD
            pdfium.FPDFText_GetCharOrigin(text, index, x, y)
            origin = view.point(x.value, y.value)
            box = self._box(text, index, view)
            end = self._end(text, index, view) if box.area else box.right
            yield _Letter(chr(code), *origin, box, style, things.marks.get(where, -1), max(end, box.left))

    def _end(self, text: Any, index: int, view: View) -> float:
        loose = self._loose
        if not self._pdfium.FPDFText_GetLooseCharBox(text, index, loose):
            return 0.0
        return around([view.point(loose.left, loose.bottom), view.point(loose.right, loose.top)]).right

    def _box(self, text: Any, index: int, view: View) -> Box:
        left, right, bottom, top = self._sides
        if not self._pdfium.FPDFText_GetCharBox(text, index, left, right, bottom, top):
            return Box(0, 0, 0, 0)
        return around([view.point(left.value, bottom.value), view.point(right.value, top.value)])

    def _style(self, text: Any, index: int, handle: Any, view: View, things: Objects) -> Style:
        pdfium, matrix = self._pdfium, self._matrix
        if not pdfium.FPDFText_GetMatrix(text, index, matrix):
            return Style(0.0, visible=False)
        a, b, c, d = matrix.a, matrix.b, matrix.c, matrix.d
        (a, b), (c, d) = view.turn(a, b), view.turn(c, d)
        along, up = math.hypot(a, b), math.hypot(c, d)
        font = pdfium.FPDFTextObj_GetFont(handle)
        key = address(font)
        known = self._faces.get(key)
        if known is None:
            known = self._faces[key] = (
                face(pdfium, font) if font else Face("", None, italic=False, bold=False, drawn=False)
            )
        mode = pdfium.FPDFTextObj_GetTextRenderMode(handle)
        colour, opacity = self._colour(handle, _INK.get(mode, ""))
        box = self._bounds(handle)
        order = things.order.get(address(handle), 0)
        # What a later picture lies upon, as the text layer of a scan does, is not seen. Forms apart: they move things.
        hidden = any(place > order and box and not box.exceeds(picture, 1.0) for place, picture in self._covers)
        skew = (a * c + b * d) / (along * up) if along and up else 0.0
        return Style(
            size_pt=0.0 if known.drawn else round(abs(pdfium.FPDFText_GetFontSize(text, index)) * up, 2),
            font=known.name,
            serif=known.serif,
            italic=known.italic or abs(skew) > _SKEW,
            bold=known.bold,
            colour=colour,
            opacity=opacity,
            level=bool(along) and a > 0 and abs(b) / along <= _LEVEL,
            visible=mode in _INK and opacity > 0 and not hidden,
        )

    def _bounds(self, handle: Any) -> Box | None:
        sides = tuple(ctypes.c_float() for _ in range(4))
        if not self._pdfium.FPDFPageObj_GetBounds(handle, *sides):
            return None
        return Box(*(side.value for side in sides))

    def _colour(self, handle: Any, ink: str) -> tuple[Colour | None, float]:
        pdfium = self._pdfium
        ask = pdfium.FPDFPageObj_GetStrokeColor if ink == "stroke" else pdfium.FPDFPageObj_GetFillColor
        if not ask(handle, *self._ints):
            return None, 1.0
        red, green, blue, opacity = (part.value for part in self._ints)
        return (red, green, blue), opacity / 255


def _joins(last: _Letter, letter: _Letter) -> bool:
    """Whether a letter stands on the line of the last one, next to it."""
    if math.isnan(letter.x) or math.isnan(last.x):
        return True
    if not (last.style.level and letter.style.level):
        return last.style.level == letter.style.level
    size = max(last.style.size_pt, letter.style.size_pt) or max(letter.box.top - letter.box.bottom, 1.0)
    if abs(letter.y - last.y) > _RISE_EM * size:
        return False
    gap = letter.x - max(last.x, last.box.right)
    return -_BACK_EM * size < gap < _GAP_EM * size


def _strip(run: list[_Letter], number: int, tables: Tables) -> Iterator[Strip]:
    """A run of letters as a strip, in parts where a made-up space hid a gap or the end of a line."""
    part: list[_Letter] = []
    last: _Letter | None = None
    for letter in run:
        real = not math.isnan(letter.x)
        if real and last is not None and not _joins(last, letter):
            yield from _finished(part, number, tables)
            part = []
        part.append(letter)
        if real:
            last = letter
    yield from _finished(part, number, tables)


def _finished(part: list[_Letter], number: int, tables: Tables) -> Iterator[Strip]:
    inked = [letter for letter in part if letter.sign not in _SPACES and letter.style.visible and letter.box.area > 0]
    if not inked:
        return
    by_style: dict[Style, str] = {}
    for letter in inked:
        by_style[letter.style] = by_style.get(letter.style, "") + letter.sign
    estimate = _estimated(inked)
    styles = tuple((_sized(style, estimate), signs) for style, signs in by_style.items())
    sizes: Counter[float] = Counter()
    for style, signs in styles:
        sizes[style.size_pt] += len(signs)
    seen = [letter for letter in part if letter.style.visible or math.isnan(letter.x)]
    yield Strip(
        page=number,
        text="".join(letter.sign for letter in seen).strip(),
        box=Box(
            min(letter.box.left for letter in inked), min(letter.box.bottom for letter in inked),
            max(letter.box.right for letter in inked), max(letter.box.top for letter in inked),
        ),
        baseline=Counter(round(letter.y, 1) for letter in inked).most_common(1)[0][0],
        size_pt=sizes.most_common(1)[0][0],
        styles=styles,
        left=inked[0].x,
        right=inked[-1].end,
        table=max(tables.marks.get(letter.mark, -1) for letter in inked),
        in_list=any(letter.mark in tables.items for letter in inked),
        paragraph=max(tables.paragraphs.get(letter.mark, -1) for letter in inked),
    )  # fmt: skip


def _estimated(inked: list[_Letter]) -> float:
    """Size of drawn letters by their height; 0 when there are none that tell it."""
    heights = [
        (letter.box.top - letter.box.bottom) / (_X_HEIGHT if letter.sign in _LOW else _CAP_HEIGHT)
        for letter in inked
        if not letter.style.size_pt and (letter.sign in _LOW or (letter.sign.isascii() and letter.sign.isupper()))
    ]
    return round(sorted(heights)[len(heights) // 2], 1) if heights else 0.0


def _sized(style: Style, estimate: float) -> Style:
    return style if style.size_pt else replace(style, size_pt=estimate)
