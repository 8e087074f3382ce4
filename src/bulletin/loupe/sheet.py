"""One page after the other, measured."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from bulletin.loupe.facts import Ground, Page, Strip, Table
from bulletin.loupe.ground import without_letters
from bulletin.loupe.letters import Letters
from bulletin.loupe.objects import Objects, gather
from bulletin.loupe.tree import NO_TABLES, tables_of
from bulletin.loupe.view import View, view_of
from bulletin.pdfium import Box

_UNDER_EM = (-0.02, 0.25)
"""How far below the baseline an underline runs, as a multiple of the type size."""
_THICK_EM = 0.15
_LONG_EM = 0.6
_BESIDE_PT = 2.0
_STEP_PT = 8.0
"""Bars are looked up by their height in steps."""


class Sheet:
    """Measures the pages of one document."""

    def __init__(self, pdfium: Any, document: Any) -> None:
        self._pdfium, self._document = pdfium, document
        self._letters = Letters(pdfium)

    def measure(self, number: int, end: float) -> Page:
        """Measure a page.

        Args:
            number: The page, counted from 1.
            end: Time of the monotonic clock after which it is no longer painted.
        """
        pdfium = self._pdfium
        page = pdfium.FPDF_LoadPage(self._document, number - 1)
        text = pdfium.FPDFText_LoadPage(page) if page else None
        try:
            if not text:
                return Page(number=number, size_pt=(0.0, 0.0), trouble=True)
            return self._measured(page, text, number, end)
        finally:
            if text:
                pdfium.FPDFText_ClosePage(text)
            if page:
                pdfium.FPDF_ClosePage(page)

    def _measured(self, page: Any, text: Any, number: int, end: float) -> Page:
        pdfium = self._pdfium
        view = view_of(pdfium, page)
        wide, high = view.size_pt
        things = gather(pdfium, page)
        tables = tables_of(pdfium, page)
        strips, unmapped = self._letters.strips(text, number, view, things, tables or NO_TABLES)
        sheet = Box(0.0, 0.0, wide, high)
        strips = [strip for strip in strips if strip.box.within(sheet).area > 0]
        grounds: tuple[Ground | None, ...] = (None,) * len(strips)
        if strips and time.monotonic() < end:
            picture = without_letters(pdfium, page, things.texts, view.size_pt, end)
            if picture:
                grounds = picture.under_all(strips)
        return Page(
            number=number,
            size_pt=view.size_pt,
            strips=tuple(strips),
            grounds=grounds,
            underlined=tuple(_underlined(strips, things, view)),
            pictures=min(1.0, sum(view.box(box).within(sheet).area for _, box in things.pictures) / (wide * high)),
            strokes=things.strokes,
            tables=tuple(_tables(tables.columns, strips, number)) if tables else None,
            unmapped=unmapped,
        )


def _tables(columns: tuple[int, ...], strips: list[Strip], number: int) -> Iterator[Table]:
    for index, count in enumerate(columns):
        yield Table(number, count, next((strip.text for strip in strips if strip.table == index), ""))


def _underlined(strips: list[Strip], things: Objects, view: View) -> Iterator[Strip]:
    """Strips with a bar right under some of their letters, and no farther."""
    bars: defaultdict[int, list[Box]] = defaultdict(list)
    for bar in map(view.box, things.bars):
        if bar.right - bar.left > 4 * (bar.top - bar.bottom):
            bars[int(bar.bottom // _STEP_PT)].append(bar)
    for strip in strips:
        size = strip.size_pt or strip.box.top - strip.box.bottom
        first, last = (int((strip.baseline - under * size) // _STEP_PT) for under in reversed(_UNDER_EM))
        near = (bar for step in range(first - 1, last + 1) for bar in bars.get(step, ()))
        if any(_is_underline(bar, strip, size) for bar in near):
            yield strip


def _is_underline(bar: Box, strip: Strip, size: float) -> bool:
    below = strip.baseline - (bar.bottom + bar.top) / 2
    return (
        _UNDER_EM[0] * size <= below <= _UNDER_EM[1] * size
        and bar.top - bar.bottom <= _THICK_EM * size
        and bar.right - bar.left >= _LONG_EM * size
        and strip.left - _BESIDE_PT <= bar.left
        and bar.right <= strip.right + _BESIDE_PT
    )
