"""What is painted on a page, in its order: letters, pictures, lines; also through forms."""

from __future__ import annotations

import ctypes
from typing import Any, NamedTuple

from bulletin.pdfium import Box, Matrix, placed, product

MOST = 60_000
"""Things looked at on one page."""
MOST_COVERS = 200
"""Pictures on one page under which hidden letters are looked for."""
_DEEPEST = 20
_FLAT_PT = 4.0
"""A line or bar no higher than this may be an underline."""


class Objects(NamedTuple):
    """The things on a page."""

    order: dict[int, int]
    """By the address of a text object: which in the order of painting."""
    marks: dict[int, int]
    """By the same: its number in the structure of the file; -1 when it has none."""
    texts: list[Any]
    pictures: list[tuple[int, Box]]
    """In the order of painting, with the place in that order."""
    bars: list[Box]
    """Flat things: rules, underlines."""
    strokes: int


def address(handle: Any) -> int:
    """Where a thing of pdfium lies; 0 for none."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


def gather(pdfium: Any, page: Any) -> Objects:
    """Walk through a page."""
    found = Objects({}, {}, [], [], [], 0)
    sides = tuple(ctypes.c_float() for _ in range(4))
    own = pdfium.FS_MATRIX()
    strokes = 0
    # A stack, the next thing on top: forms are opened where they are painted.
    waiting: list[tuple[Any, Matrix | None, int]] = []

    def push(count: int, get: Any, parent: Any, matrix: Matrix | None, depth: int) -> None:
        # What lies beyond the limit is not even asked for.
        for index in range(min(count, MOST) - 1, -1, -1):
            handle = get(parent, index)
            if handle:
                waiting.append((handle, matrix, depth))

    push(pdfium.FPDFPage_CountObjects(page), pdfium.FPDFPage_GetObject, page, None, 0)
    seen = 0
    while waiting and seen < MOST:
        handle, matrix, depth = waiting.pop()
        seen += 1
        kind = pdfium.FPDFPageObj_GetType(handle)
        if kind == pdfium.FPDF_PAGEOBJ_FORM:
            if depth < _DEEPEST and pdfium.FPDFPageObj_GetMatrix(handle, own):
                inner = (own.a, own.b, own.c, own.d, own.e, own.f)
                push(
                    pdfium.FPDFFormObj_CountObjects(handle), pdfium.FPDFFormObj_GetObject, handle,
                    product(inner, matrix) if matrix else inner, depth + 1,
                )  # fmt: skip
            continue
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            where = address(handle)
            found.order[where] = seen
            found.marks[where] = pdfium.FPDFPageObj_GetMarkedContentID(handle)
            found.texts.append(handle)
            continue
        if not pdfium.FPDFPageObj_GetBounds(handle, *sides):
            continue
        box = Box(*(side.value for side in sides))
        box = placed(box, matrix) if matrix else box
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            found.pictures.append((seen, box))
        else:
            strokes += 1
            if min(box.top - box.bottom, box.right - box.left) <= _FLAT_PT:
                found.bars.append(box)
    return found._replace(strokes=strokes)
