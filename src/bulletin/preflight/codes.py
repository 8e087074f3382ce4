"""Whether codes for cameras (QR) are painted as they must be: the place is drawn small and looked at module by module.

So much is read as a camera reads, for some thousandth of a second: a code that is not there, lies under something else
or has lost its white rim is found out.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

from bulletin.errors import Problem
from bulletin.messages import say
from bulletin.preflight.facts import MM_PER_PT, Code, Expected, Facts
from bulletin.preflight.photos import NOT_YOURS

_PIXELS = 4
"""Of each module, in each direction."""
_GREY = 1
_DARK = 128
_WHITE = 0xFFFFFFFF


def modules(pdfium: Any, document: Any, code: Code) -> tuple[str, ...]:
    """What is painted where a code is expected, a line of `0` and `1` for each row; nothing if there is no page."""
    page = pdfium.FPDF_LoadPage(document, code.page - 1)
    if not page:
        return ()
    count = len(code.rows)
    side = _PIXELS * count
    bitmap = pdfium.FPDFBitmap_CreateEx(side, side, _GREY, None, 0)
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, side, side, _WHITE)
        scale = side * MM_PER_PT / code.size_mm
        left, top = (edge / MM_PER_PT * scale for edge in (code.left_mm, code.top_mm))
        pdfium.FPDF_RenderPageBitmapWithMatrix(
            bitmap, page, pdfium.FS_MATRIX(scale, 0, 0, scale, -left, -top), pdfium.FS_RECTF(0, 0, side, side), 0
        )
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        pixels = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * side)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
        pdfium.FPDF_ClosePage(page)
    middle = _PIXELS // 2
    return tuple(
        "".join(
            "1" if pixels[(row * _PIXELS + middle) * stride + column * _PIXELS + middle] < _DARK else "0"
            for column in range(count)
        )
        for row in range(count)
    )


def code_problems(facts: Facts, expected: Expected) -> Iterator[Problem]:
    """Codes that are not painted as they must be."""
    for code, painted in zip(expected.codes, facts.codes, strict=True):
        if painted != code.rows:
            message = say("the QR code of {address} is not printed as it should be", address=code.text)
            yield Problem(message, expected.path, code.line, code.column, say(NOT_YOURS), "lost-code")
