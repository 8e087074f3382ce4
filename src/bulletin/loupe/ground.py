"""What letters stand on: the page is painted without them, and looked at where they would be."""

from __future__ import annotations

import ctypes
import functools
import time
from collections.abc import Iterator, Sequence
from typing import Any

from bulletin.loupe.facts import Colour, Ground, Strip

_MOST_POINTS = 2_000_000
"""Points of a painted page."""
_SAMPLES = 400
"""Points looked at under one strip."""
_MOST_SAMPLES = 200_000
"""The same for all strips of a page."""
_FEWEST_SAMPLES = 16
_ROWS = 24
_THIN = 0.10
"""So large a part of what is under a strip may be worse: hairlines, the rim of a panel."""
_RIM = 0.15
"""So much of a strip's height, above and below, is not looked at: a frame around words is not their ground."""
_BUSY = 0.15
"""Difference of luminance between the light and dark parts of a ground, from which on it is busy."""


def without_letters(
    pdfium: Any, page: Any, texts: Sequence[Any], size_pt: tuple[float, float], end: float
) -> Picture | None:
    """Paint a page without its letters.

    Args:
        pdfium: The library.
        page: Its page, which has no letters any more afterwards.
        texts: The letters on it.
        size_pt: Of the sheet as it is held.
        end: Time of the monotonic clock at which painting is given up.

    Returns:
        What was painted; None if that failed or took too long.
    """
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
        if not _painted(pdfium, bitmap, page, columns, rows, end):
            return None
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        data = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * rows)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    return Picture(data, stride, columns, rows, scale)


def _painted(pdfium: Any, bitmap: Any, page: Any, columns: int, rows: int, end: float) -> bool:
    pause = pdfium.IFSDK_PAUSE(version=1)
    asked = type(pause.NeedToPauseNow)(lambda _: time.monotonic() > end)
    pause.NeedToPauseNow = asked
    try:
        status = pdfium.FPDF_RenderPageBitmap_Start(
            bitmap, page, 0, 0, columns, rows, 0, pdfium.FPDF_ANNOT, ctypes.byref(pause)
        )
        return bool(status == pdfium.FPDF_RENDER_DONE)
    finally:
        pdfium.FPDF_RenderPage_Close(page)


class Picture:
    """A painted page."""

    def __init__(self, data: bytes, stride: int, columns: int, rows: int, scale: float) -> None:
        self._data, self._stride, self._columns, self._rows, self._scale = data, stride, columns, rows, scale

    def under_all(self, strips: Sequence[Strip]) -> tuple[Ground | None, ...]:
        """What each strip stands on; None where the colour of its ink is not known."""
        samples = max(_FEWEST_SAMPLES, min(_SAMPLES, _MOST_SAMPLES // max(1, len(strips))))
        return tuple(self._under(strip, samples) for strip in strips)

    def _under(self, strip: Strip, samples: int) -> Ground | None:
        points = list(self._points(strip, samples))
        inks = {(style.colour, style.opacity) for style, _ in strip.styles if style.colour is not None}
        if not points or not inks or len(inks) < len({(style.colour, style.opacity) for style, _ in strip.styles}):
            return None
        lights = sorted(luminance(point) for point in points)
        few = int(_THIN * (len(lights) - 1))
        busy = lights[-1 - few] - lights[few] > _BUSY
        worst = 21.0
        for colour, opacity in inks:
            contrasts = sorted(contrast(_over(colour, opacity, point), point) for point in points)
            worst = min(worst, contrasts[int(_THIN * (len(contrasts) - 1))])
        return Ground(contrast=round(worst, 2), busy=busy)

    def _points(self, strip: Strip, samples: int) -> Iterator[Colour]:
        left, bottom, right, top = (side * self._scale for side in strip.box)
        rim = _RIM * (top - bottom)
        bottom, top = bottom + rim, top - rim
        first, last = max(0, int(left)), min(self._columns - 1, int(right))
        high, low = max(0, int(self._rows - top)), min(self._rows - 1, int(self._rows - bottom))
        wide, tall = last - first + 1, low - high + 1
        if wide < 1 or tall < 1:
            return
        # Many rows, so that a rule along the words stays a small part of what is seen.
        step = max(1, tall // _ROWS)
        stride = max(1, round(wide * (tall // step) / samples))
        data = self._data
        for row in range(high, low + 1, step):
            start = row * self._stride
            for column in range(first, last + 1, stride):
                place = start + 4 * column
                yield data[place + 2], data[place + 1], data[place]


@functools.lru_cache(maxsize=4096)
def luminance(colour: Colour) -> float:
    """Relative luminance of a colour, 0 to 1 (WCAG 2.1, glossary)."""
    red, green, blue = (
        part / 255 / 12.92 if part / 255 <= 0.04045 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@functools.lru_cache(maxsize=4096)
def contrast(one: Colour, other: Colour) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.1, glossary)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _over(colour: Colour, opacity: float, ground: Colour) -> Colour:
    if opacity >= 1.0:
        return colour
    red, green, blue = (round(opacity * own + (1 - opacity) * under) for own, under in zip(colour, ground, strict=True))
    return red, green, blue
