"""What letters stand on: the page is painted without them, and looked at where they would be."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from typing import Any

from bulletin.loupe.facts import Colour, Ground, Strip

_MOST_POINTS = 2_000_000
"""Points of a painted page."""
_SAMPLES = 400
"""Points looked at under one strip."""
_THIN = 0.10
"""So large a part of what is under a strip may be worse: hairlines, the rim of a panel."""
_BUSY = 0.15
"""Difference of luminance between the light and dark parts of a ground, from which on it is busy."""
_GREY = 2
"""pdfium's name for four bytes a point, the last unused."""
_NO_SMOOTHING = 0x1000 | 0x2000 | 0x4000


def without_letters(pdfium: Any, page: Any, texts: Sequence[Any], size_pt: tuple[float, float]) -> Picture | None:
    """Paint a page without its letters; None if that fails."""
    wide, high = size_pt
    scale = min(1.0, (_MOST_POINTS / max(wide * high, 1.0)) ** 0.5)
    columns, rows = max(1, round(wide * scale)), max(1, round(high * scale))
    if columns > 20_000 or rows > 20_000:
        return None
    for handle in texts:
        pdfium.FPDFPageObj_SetIsActive(handle, False)
    bitmap = pdfium.FPDFBitmap_Create(columns, rows, 0)
    if not bitmap:
        return None
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, columns, rows, 0xFFFFFFFF)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, columns, rows, 0, pdfium.FPDF_ANNOT)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        data = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * rows)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    return Picture(data, stride, columns, rows, scale)


class Picture:
    """A painted page."""

    def __init__(self, data: bytes, stride: int, columns: int, rows: int, scale: float) -> None:
        self._data, self._stride, self._columns, self._rows, self._scale = data, stride, columns, rows, scale

    def under(self, strip: Strip) -> Ground | None:
        """What a strip stands on; None where the colour of its ink is not known."""
        points = list(self._points(strip))
        inks = {(style.colour, style.opacity) for style, _ in strip.styles if style.colour is not None}
        if not points or not inks or len(inks) < len({(style.colour, style.opacity) for style, _ in strip.styles}):
            return None
        lights = sorted(luminance(point) for point in points)
        few = int(_THIN * (len(lights) - 1))
        busy = lights[-1 - few] - lights[few] > _BUSY
        worst = 21.0
        for colour, opacity in inks:
            contrasts = sorted(contrast(_over(colour, opacity, point), point) for point in set(points))
            if len(set(points)) > 1:
                contrasts = sorted(contrast(_over(colour, opacity, point), point) for point in points)
            worst = min(worst, contrasts[int(_THIN * (len(contrasts) - 1))])
        return Ground(contrast=round(worst, 2), busy=busy)

    def _points(self, strip: Strip) -> Iterator[Colour]:
        left, bottom, right, top = (side * self._scale for side in strip.box)
        first, last = max(0, int(left)), min(self._columns - 1, int(right))
        high, low = max(0, int(self._rows - top)), min(self._rows - 1, int(self._rows - bottom))
        wide, tall = last - first + 1, low - high + 1
        if wide < 1 or tall < 1:
            return
        step = max(1, round((wide * tall / _SAMPLES) ** 0.5))
        data = self._data
        for row in range(high, low + 1, step):
            start = row * self._stride
            for column in range(first, last + 1, step):
                place = start + 4 * column
                yield data[place + 2], data[place + 1], data[place]


def luminance(colour: Colour) -> float:
    """Relative luminance of a colour, 0 to 1 (WCAG 2.1, glossary)."""
    red, green, blue = (
        part / 255 / 12.92 if part / 255 <= 0.04045 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.1, glossary)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _over(colour: Colour, opacity: float, ground: Colour) -> Colour:
    if opacity >= 1.0:
        return colour
    red, green, blue = (round(opacity * own + (1 - opacity) * under) for own, under in zip(colour, ground, strict=True))
    return red, green, blue
