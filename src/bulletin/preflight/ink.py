"""One pass over what is painted on a page: where it stands, how large its letters are, which fonts draw it.

Measures are in points from the lower left corner of the sheet. The engine writes in CSS pixels under a matrix of
0.75; pdfium has multiplied that in. What is painted through a form has the form's matrix on top.
"""

from __future__ import annotations

import ctypes
import zlib
from collections import Counter
from collections.abc import Iterator
from math import hypot
from typing import Any, NamedTuple

from bulletin.pdfium.geometry import Box, Matrix, around, placed, product
from bulletin.preflight.facts import Expected, Fault, Painted
from bulletin.preflight.letters import Letters

_SIZE_SLACK_PT = 0.05
_SHEET_SLACK_PT = 0.3
_CLIP_SLACK_PT = 0.5
"""Bounds are those of the outlines; a clip that only grazes them is that of a tight line."""
_TALL = 0.5
"""Ink taller than this share of the content area, text and images apart, is a ground or frame and fills nothing."""
_MOST_FAULTS = 20
"""Of one sort on one page; more would only repeat what is wrong."""


class Thing(NamedTuple):
    """Something painted: pdfium's handle and kind, the matrix and the clip of the form it is painted through."""

    handle: Any
    kind: int
    matrix: Matrix | None
    frame: Box | None


class Ink:
    """Surveys the pages of one document one by one, and gathers the faults it meets."""

    def __init__(self, pdfium: Any, expected: Expected) -> None:
        self.smallest_pt = 0.0
        self.faults: list[Fault] = []
        self._pdfium = pdfium
        self._smallest_allowed_pt = expected.smallest_pt - _SIZE_SLACK_PT
        self._letters = Letters(pdfium, expected.fonts)
        self._counts: Counter[tuple[str, int]] = Counter()
        # Where pdfium puts its answers: made once, for each thing on a page asks for several.
        self._sides = tuple(ctypes.c_float() for _ in range(4))
        self._number = ctypes.c_float()
        self._matrix = pdfium.FS_MATRIX()
        self._words = (ctypes.c_ushort * 4096)()

    def survey(self, page: Any, text: Any, number: int, sheet: Box, content: Box) -> tuple[float, list[Painted]]:
        """Look at one page.

        Args:
            page: pdfium's page.
            text: pdfium's text of that page.
            number: The page, counted from 1.
            sheet: The whole page.
            content: Its content area.

        Returns:
            How much of the content area's height is filled, 0 to 1, and the images in the order they are painted.
        """
        pdfium = self._pdfium
        self._letters.turn_page()
        height = content.top - content.bottom
        lowest = content.top
        images: list[Painted] = []
        for thing in self._things(pdfium.FPDFPage_CountObjects(page), pdfium.FPDFPage_GetObject, page, None, None):
            box = self._bounds(thing)
            if box.right <= box.left or box.top <= box.bottom:
                continue  # only spaces
            if thing.kind == pdfium.FPDF_PAGEOBJ_TEXT:
                seen = self._run(thing, box, sheet, text, number)
            elif thing.kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                seen = self._clipped(thing, box)
                images.append(self._image(thing, box, seen))
            else:
                seen = self._clipped(thing, box) if box.exceeds(sheet, _SHEET_SLACK_PT) else box
                if seen.exceeds(sheet, _SHEET_SLACK_PT) and seen.area:
                    self._fault("off-sheet", number)
                if seen.top - seen.bottom > _TALL * height:
                    continue
            if seen.bottom < lowest and content.bottom < (seen.bottom + seen.top) / 2 < content.top:
                lowest = seen.bottom
        return min(1.0, (content.top - lowest) / height), images

    def spell(self, text: str, number: int) -> None:
        """Look through the text of the page just surveyed for letters that are not drawn."""
        for letter in self._letters.lacking(text):
            line = next(line for line in text.splitlines() if letter in line)
            self._fault("missing-glyph", number, line, letter)

    def _things(
        self, count: int, get: Any, parent: Any, matrix: Matrix | None, frame: Box | None, depth: int = 0
    ) -> Iterator[Thing]:
        pdfium = self._pdfium
        for index in range(count):
            handle = get(parent, index)
            thing = Thing(handle, pdfium.FPDFPageObj_GetType(handle), matrix, frame)
            if thing.kind != pdfium.FPDF_PAGEOBJ_FORM:
                yield thing
            elif depth < 20:
                inner = self._matrix_of(handle)
                yield from self._things(
                    pdfium.FPDFFormObj_CountObjects(handle), pdfium.FPDFFormObj_GetObject, handle,
                    product(inner, matrix) if matrix else inner, self._clip(thing), depth + 1,
                )  # fmt: skip

    def _run(self, thing: Thing, box: Box, sheet: Box, text: Any, number: int) -> Box:
        """Check a run of letters: one font, one size, one line; the part that is seen."""
        pdfium = self._pdfium
        pdfium.FPDFTextObj_GetFontSize(thing.handle, self._number)
        a, b, c, d, _, _ = self._matrix_of(thing.handle)
        if thing.matrix:
            a, b, c, d, _, _ = product((a, b, c, d, 0.0, 0.0), thing.matrix)
        size_pt = self._number.value * hypot(c, d)
        if not 0 < self.smallest_pt <= size_pt:
            self.smallest_pt = size_pt
        if size_pt < self._smallest_allowed_pt:
            self._fault("small-type", number, self._words_of(thing, text), f"{size_pt:.1f}")

        clip = self._clip(thing)
        seen = box.within(clip) if clip else box
        if seen.exceeds(sheet, _SHEET_SLACK_PT) and seen.area:
            self._fault("off-sheet", number, self._words_of(thing, text))
        elif clip and box.exceeds(clip, _CLIP_SLACK_PT):
            self._fault("clipped", number, self._words_of(thing, text))

        font = self._letters.font(pdfium.FPDFTextObj_GetFont(thing.handle))
        if font.fault:
            self._fault(font.fault, number, self._words_of(thing, text), font.name)
        return seen

    def _image(self, thing: Thing, box: Box, seen: Box) -> Painted:
        pdfium = self._pdfium
        wide, high = ctypes.c_uint(), ctypes.c_uint()
        pdfium.FPDFImageObj_GetImagePixelSize(thing.handle, wide, high)
        matrix = self._matrix_of(thing.handle)
        a, b, c, d, _, _ = product(matrix, thing.matrix) if thing.matrix else matrix
        size = pdfium.FPDFImageObj_GetImageDataRaw(thing.handle, None, 0)
        data = ctypes.create_string_buffer(size)
        pdfium.FPDFImageObj_GetImageDataRaw(thing.handle, data, size)
        return Painted(
            whole=box, seen=seen, pixels=(wide.value, high.value), size_pt=(hypot(a, b), hypot(c, d)),
            mark=zlib.crc32(data),
        )  # fmt: skip

    def _bounds(self, thing: Thing) -> Box:
        left, bottom, right, top = self._sides
        self._pdfium.FPDFPageObj_GetBounds(thing.handle, left, bottom, right, top)
        box = Box(left.value, bottom.value, right.value, top.value)
        return placed(box, thing.matrix) if thing.matrix else box

    def _matrix_of(self, handle: Any) -> Matrix:
        matrix = self._matrix
        self._pdfium.FPDFPageObj_GetMatrix(handle, matrix)
        return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f

    def _clipped(self, thing: Thing, box: Box) -> Box:
        clip = self._clip(thing)
        return box.within(clip) if clip else box

    def _clip(self, thing: Thing) -> Box | None:
        """The box round the clip of a thing and of its form; pdfium itself drops most clips that cut nothing."""
        pdfium, clip = self._pdfium, thing.frame
        path = pdfium.FPDFPageObj_GetClipPath(thing.handle)
        for index in range(pdfium.FPDFClipPath_CountPaths(path) if path else 0):
            points = [
                self._point(pdfium.FPDFClipPath_GetPathSegment(path, index, segment))
                for segment in range(pdfium.FPDFClipPath_CountPathSegments(path, index))
            ]
            if points:
                box = around(points)
                box = placed(box, thing.matrix) if thing.matrix else box
                clip = clip.within(box) if clip else box
        return clip

    def _point(self, segment: Any) -> tuple[float, float]:
        x, y = self._sides[:2]
        self._pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        return x.value, y.value

    def _words_of(self, thing: Thing, text: Any) -> str:
        """The letters of a run. A look through the page's whole text, so asked for only when there is a fault."""
        size = self._pdfium.FPDFTextObj_GetText(thing.handle, text, self._words, ctypes.sizeof(self._words))
        length = min(size, ctypes.sizeof(self._words))
        return ctypes.string_at(self._words, length).decode("utf-16-le", "replace").rstrip("\x00").strip()

    def _fault(self, id_: str, page: int, words: str = "", detail: str = "") -> None:
        self._counts[id_, page] += 1
        if self._counts[id_, page] <= _MOST_FAULTS:
            self.faults.append(Fault(id_, page, words, detail))
