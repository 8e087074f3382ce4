"""A PDF read line by line with pdfium's bare bindings, apart from how the preflight reads it."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

MM = 25.4 / 72
_SAME_LINE_MM = 0.2
_COLUMN_GAP_MM = 9.0


@dataclass(frozen=True)
class Letter:
    sign: str
    left: float
    right: float
    base: float
    """From the top of the sheet, in mm."""
    pt: float
    font: str


@dataclass(frozen=True)
class Line:
    page: int
    letters: tuple[Letter, ...]

    @property
    def text(self) -> str:
        return " ".join("".join(letter.sign for letter in self.letters).replace("\u00a0", " ").split())

    @property
    def left(self) -> float:
        return self.letters[0].left

    @property
    def right(self) -> float:
        return self.letters[-1].right

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    @property
    def base(self) -> float:
        return self.letters[0].base

    @property
    def pt(self) -> float:
        return self.letters[0].pt

    @property
    def font(self) -> str:
        return self.letters[0].font


def lines(pdf: bytes) -> list[Line]:
    """All lines, from page to page and from top to bottom; what stands in two columns is two lines."""
    document = pdfium.FPDF_LoadMemDocument(pdf, len(pdf), None)
    found: list[Line] = []
    for number in range(pdfium.FPDF_GetPageCount(document)):
        page = pdfium.FPDF_LoadPage(document, number)
        letters = sorted(_letters(page), key=lambda letter: (round(letter.base / _SAME_LINE_MM), letter.left))
        row: list[Letter] = []
        for letter in [*letters, None]:
            goes_on = row and letter and abs(letter.base - row[-1].base) < _SAME_LINE_MM
            if row and (not goes_on or (letter and letter.left - row[-1].right > _COLUMN_GAP_MM)):
                found.append(Line(number + 1, tuple(row)))
                row = []
            if letter:
                row.append(letter)
        pdfium.FPDF_ClosePage(page)
    pdfium.FPDF_CloseDocument(document)
    return found


def _letters(page: Any) -> Iterator[Letter]:
    text = pdfium.FPDFText_LoadPage(page)
    height = pdfium.FPDF_GetPageHeightF(page)
    x, y = ctypes.c_double(), ctypes.c_double()
    matrix, box = pdfium.FS_MATRIX(), pdfium.FS_RECTF()
    for index in range(pdfium.FPDFText_CountChars(text)):
        if pdfium.FPDFText_IsGenerated(text, index):
            continue
        sign = chr(pdfium.FPDFText_GetUnicode(text, index))
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        pdfium.FPDFText_GetLooseCharBox(text, index, box)
        pdfium.FPDFText_GetMatrix(text, index, matrix)
        name = ctypes.create_string_buffer(128)
        pdfium.FPDFText_GetFontInfo(text, index, name, 128, None)
        if sign.isspace() and sign != "\u00a0":
            continue
        yield Letter(
            "\u00a0" if sign.isspace() else sign, x.value * MM, box.right * MM, (height - y.value) * MM,
            pdfium.FPDFText_GetFontSize(text, index) * matrix.d, name.value.decode().partition("+")[2],
        )  # fmt: skip
    pdfium.FPDFText_ClosePage(text)


@dataclass(frozen=True)
class Drawn:
    """A rule or the side of a box, in mm from the top left corner."""

    page: int
    left: float
    right: float
    top: float
    bottom: float
    colour: tuple[int, int, int]


def drawn(pdf: bytes) -> list[Drawn]:
    """All that is drawn on the pages, apart from letters."""
    document = pdfium.FPDF_LoadMemDocument(pdf, len(pdf), None)
    found: list[Drawn] = []
    sides = [ctypes.c_float() for _ in range(4)]
    colour = [ctypes.c_uint() for _ in range(4)]
    for number in range(pdfium.FPDF_GetPageCount(document)):
        page = pdfium.FPDF_LoadPage(document, number)
        height = pdfium.FPDF_GetPageHeightF(page)
        for index in range(pdfium.FPDFPage_CountObjects(page)):
            thing = pdfium.FPDFPage_GetObject(page, index)
            if pdfium.FPDFPageObj_GetType(thing) != pdfium.FPDF_PAGEOBJ_PATH:
                continue
            pdfium.FPDFPageObj_GetBounds(thing, *sides)
            pdfium.FPDFPageObj_GetFillColor(thing, *colour)
            left, bottom, right, top = (side.value for side in sides)
            red, green, blue, _ = (part.value for part in colour)
            found.append(
                Drawn(
                    number + 1, left * MM, right * MM, (height - top) * MM, (height - bottom) * MM, (red, green, blue)
                )
            )
        pdfium.FPDF_ClosePage(page)
    pdfium.FPDF_CloseDocument(document)
    return found
