"""How a reader holds a sheet: pages may be turned, and need not begin at the corner."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any

from bulletin.pdfium import Box, around


@dataclass(frozen=True, slots=True)
class View:
    """From the coordinates of a page to those of the sheet as it is held."""

    sheet: Box
    """The part of the page that is printed."""
    quarters: int = 0
    """Quarter turns clockwise."""

    @property
    def size_pt(self) -> tuple[float, float]:
        """Width and height of the sheet as it is held."""
        wide, high = self.sheet.right - self.sheet.left, self.sheet.top - self.sheet.bottom
        return (high, wide) if self.quarters % 2 else (wide, high)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page, on the sheet."""
        left, bottom, right, top = self.sheet
        match self.quarters:
            case 1:
                return y - bottom, right - x
            case 2:
                return right - x, top - y
            case 3:
                return top - y, x - left
            case _:
                return x - left, y - bottom

    def turn(self, x: float, y: float) -> tuple[float, float]:
        """A direction of the page, on the sheet."""
        return ((x, y), (y, -x), (-x, -y), (-y, x))[self.quarters]

    def box(self, box: Box) -> Box:
        """A box of the page, on the sheet."""
        return around([self.point(box.left, box.bottom), self.point(box.right, box.top)])


def view_of(pdfium: Any, page: Any) -> View:
    """How a page is held."""
    box = pdfium.FS_RECTF()
    if pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(box)) and box.right > box.left and box.top > box.bottom:
        sheet = Box(box.left, box.bottom, box.right, box.top)
    else:
        sheet = Box(0.0, 0.0, max(1.0, pdfium.FPDF_GetPageWidthF(page)), max(1.0, pdfium.FPDF_GetPageHeightF(page)))
    return View(sheet, max(0, pdfium.FPDFPage_GetRotation(page)) % 4)
