"""A PDF read back with pdfium: text in bulk, one pass over what is painted on each page, a few facts of the file."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bulletin.errors import Problem, RenderError
from bulletin.messages import say
from bulletin.pdfium import Box, Buffer, library, one_at_a_time
from bulletin.preflight.codes import modules
from bulletin.preflight.facts import MM_PER_PT, Expected, Facts, Fault, Page, Painted, Picture, Spot
from bulletin.preflight.ink import Ink
from bulletin.preflight.spots import look

_FAR_PT = 20_000.0
_CAPTION_PT = 12.0
"""Captions are hardly larger, but in large type."""
_MOST_PAGES = 50
"""When so many were read, the file is opened anew: pdfium keeps the photos of all pages that it has seen."""
_LONGEST_CHAIN = 10_000
"""Bookmarks are counted no further: a chain may bite its tail."""


@contextmanager
def opened(pdf: bytes | Path, expected: Expected) -> Iterator[Book]:
    """Open a PDF, in memory or as a file, to be read page by page.

    Raises:
        RenderError: If it is broken, encrypted, or no PDF at all.
    """
    with one_at_a_time:
        book = Book(library(), pdf, expected)
        try:
            yield book
        finally:
            book.close()


class Book:
    """A PDF that is open. Nothing of a page is kept when the next are read."""

    def __init__(self, pdfium: Any, pdf: bytes | Path, expected: Expected) -> None:
        self._pdfium = pdfium
        # pdfium borrows the bytes: they must outlive the document.
        self._pdf = pdf
        self._expected = expected
        self._document: Any = None
        self.count = self._open()
        """Its pages."""
        self._ink = Ink(pdfium, expected)
        self._buffer = Buffer()
        self._structured = False
        self._spots: dict[int, list[Spot]] = {}
        for spot in expected.spots:
            self._spots.setdefault(spot.page if spot.page > 0 else self.count + 1 + spot.page, []).append(spot)

    def _open(self) -> int:
        """Open the file, and count its pages."""
        pdfium, pdf = self._pdfium, self._pdf
        if isinstance(pdf, bytes):
            self._document = pdfium.FPDF_LoadMemDocument64(pdf, len(pdf), None)
        else:
            self._document = pdfium.FPDF_LoadDocument(str(pdf).encode(), None)
        self._since = 0
        count = pdfium.FPDF_GetPageCount(self._document) if self._document else 0
        if count < 1:
            self.close()
            raise _unreadable(self._expected)
        return int(count)

    def close(self) -> None:
        """Close the file."""
        if self._document:
            self._pdfium.FPDF_CloseDocument(self._document)
            self._document = None

    @property
    def smallest_pt(self) -> float:
        """Size of the smallest letters on the pages read; 0 when nothing is printed."""
        return self._ink.smallest_pt

    def read(self, first: int, last: int) -> tuple[tuple[Page, ...], tuple[Fault, ...]]:
        """Read pages, as far as they are there, and tell what is wrong with their ink; they are counted from 1."""
        if self._since >= _MOST_PAGES:
            self.close()
            self._open()
        pages = tuple(self._page(number) for number in range(first, min(last, self.count) + 1))
        self._since += len(pages)
        faults = tuple(self._ink.faults)
        self._ink.faults.clear()
        return pages, faults

    def facts(self) -> Facts:
        """What is not of single pages; to be asked when the first has been read."""
        pdfium, document, buffer = self._pdfium, self._document, self._buffer
        return Facts(
            # The mark in the catalogue alone is a mere claim.
            tagged=bool(pdfium.FPDFCatalog_IsTagged(document)) and self._structured,
            title=buffer.string(functools.partial(pdfium.FPDF_GetMetaText, document, b"Title")),
            language=buffer.string(functools.partial(pdfium.FPDFCatalog_GetLanguage, document)),
            bookmarks=_bookmarks(pdfium, document),
            codes=tuple(modules(pdfium, document, code) for code in self._expected.codes),
        )

    def _page(self, number: int) -> Page:
        pdfium, expected, ink, buffer = self._pdfium, self._expected, self._ink, self._buffer
        spots = self._spots.get(number, ())
        with _opened(pdfium, self._document, number, expected) as (page, text):
            width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
            _, right, bottom, left = (margin / MM_PER_PT for margin in expected.content_mm)
            content = Box(left, bottom, width - right, height - expected.top_mm(number) / MM_PER_PT)
            letters = pdfium.FPDFText_CountChars(text)

            def within(box: Box) -> str:
                # Room for two units a letter, and for the line ends that pdfium adds.
                size = 4 * max(letters, 0) + 16
                sides = (box.left, box.top, box.right, box.bottom)
                return buffer.text(max(0, pdfium.FPDFText_GetBoundedText(text, *sides, buffer.room(size), size)))

            def under(image: Painted) -> Picture:
                left, bottom, right, _ = image.seen
                near = bottom - expected.caption_gap_mm / MM_PER_PT
                # A comma hangs almost a type size below the tallest letter: so far down, a line is read whole.
                end = near - max(expected.smallest_pt, _CAPTION_PT)
                return Picture(
                    number, image, bool(within(Box(-_FAR_PT, near, _FAR_PT, bottom)).strip()),
                    tuple(within(Box(left, end, right, bottom)).splitlines()),
                    tuple(within(Box(-_FAR_PT, end, _FAR_PT, bottom)).splitlines()),
                )  # fmt: skip

            sheet = Box(0, 0, width, height)
            fill, images = ink.survey(page, text, number, sheet, content)
            whole = within(Box(-_FAR_PT, -_FAR_PT, _FAR_PT, _FAR_PT))
            ink.spell(whole, number)
            self._structured |= number == 1 and _has_structure(pdfium, page)
            return Page(
                number=number,
                size_pt=(width, height),
                # Bounded above and below alone: without running heads, but with hung bullets and all that runs off.
                content=within(Box(-_FAR_PT, content.bottom, _FAR_PT, content.top)),
                text=whole,
                fill=fill,
                pictures=tuple(map(under, images)),
                seen=look(pdfium, text, spots, height) if spots else (),
            )


def _unreadable(expected: Expected) -> RenderError:
    message = say("the finished PDF cannot be read back")
    hint = say("build it once more; if this comes again, please report it and send the record along")
    return RenderError((Problem(message, expected.path, hint=hint, id="unreadable-pdf"),))


@contextmanager
def _opened(pdfium: Any, document: Any, number: int, expected: Expected) -> Iterator[tuple[Any, Any]]:
    page = pdfium.FPDF_LoadPage(document, number - 1)
    text = pdfium.FPDFText_LoadPage(page) if page else None
    try:
        if not text:
            raise _unreadable(expected)
        yield page, text
    finally:
        if text:
            pdfium.FPDFText_ClosePage(text)
        if page:
            pdfium.FPDF_ClosePage(page)


def _has_structure(pdfium: Any, page: Any) -> bool:
    """Whether a page belongs to a structure tree."""
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    if not tree:
        return False
    try:
        return bool(pdfium.FPDF_StructTree_CountChildren(tree) > 0)
    finally:
        pdfium.FPDF_StructTree_Close(tree)


def _bookmarks(pdfium: Any, document: Any) -> int:
    count = 0
    waiting = [pdfium.FPDFBookmark_GetFirstChild(document, None)]
    while waiting and count < _LONGEST_CHAIN:
        mark = waiting.pop()
        if not mark:
            continue
        count += 1
        waiting.append(pdfium.FPDFBookmark_GetNextSibling(document, mark))
        waiting.append(pdfium.FPDFBookmark_GetFirstChild(document, mark))
    return count
