"""Pages drawn with pdfium and written as PNG with Pillow."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from bulletin.errors import Problem, RenderError
from bulletin.layout import DPI
from bulletin.messages import say
from bulletin.pdfium import library, one_at_a_time

CHAT_WIDTH_PX: Final = 1080
"""Width of the picture for chat groups: that of a phone's screen. An A4 page is then 1527 pixels high, little enough
for the chat programs to pass it on as it is rather than make it smaller."""
MOST_PIXELS: Final = 100_000_000
"""Of one picture; they take three bytes each while it is drawn."""

_PT_PER_INCH: Final = 72
_WHITE: Final = 0xFFFFFFFF


def drawn(pdf: bytes, *, dpi: int = DPI) -> tuple[bytes, ...]:
    """All pages of a PDF, each as a PNG.

    Args:
        pdf: A PDF that was read back before, so that it is known to be whole.
        dpi: Pixels per inch of the sheet; they are told in each picture.

    Raises:
        RenderError: If a picture would be too large.
    """
    with _opened(pdf) as (pdfium, document):
        return tuple(
            _png(pdfium, document, number, scale=dpi / _PT_PER_INCH, dpi=dpi)
            for number in range(pdfium.FPDF_GetPageCount(document))
        )


def for_chat(pdf: bytes) -> bytes:
    """Page 1 as one picture as wide as the screen of a phone."""
    with _opened(pdf) as (pdfium, document):
        width_pt, _ = _size_pt(pdfium, document, 0)
        scale = CHAT_WIDTH_PX / width_pt
        return _png(pdfium, document, 0, scale=scale, dpi=scale * _PT_PER_INCH)


@contextmanager
def _opened(pdf: bytes) -> Iterator[tuple[Any, Any]]:
    with one_at_a_time:
        pdfium = library()
        # pdfium borrows the bytes: `pdf` outlives the document.
        document = pdfium.FPDF_LoadMemDocument64(pdf, len(pdf), None)
        if not document:
            raise ValueError("no PDF")
        try:
            yield pdfium, document
        finally:
            pdfium.FPDF_CloseDocument(document)


def _size_pt(pdfium: Any, document: Any, number: int) -> tuple[float, float]:
    size = pdfium.FS_SIZEF()
    pdfium.FPDF_GetPageSizeByIndexF(document, number, size)
    return size.width, size.height


def _png(pdfium: Any, document: Any, number: int, *, scale: float, dpi: float) -> bytes:
    width, height = (max(1, round(side * scale)) for side in _size_pt(pdfium, document, number))
    if width * height > MOST_PIXELS:
        message = say(
            "the picture of page {page} would have {wide} × {high} pixels", page=number + 1, wide=width, high=height
        )  # fmt: skip
        raise RenderError([Problem(message, hint=say("choose a smaller number for --dpi"), id="picture-too-large")])
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_BGR, None, 0)
    if not bitmap:
        raise MemoryError
    page = pdfium.FPDF_LoadPage(document, number)
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, _WHITE)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, pdfium.FPDF_REVERSE_BYTE_ORDER)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        pixels = pdfium.FPDFBitmap_GetBuffer(bitmap)
        return _encoded(bytes(_bytes_at(pixels, stride * height)), (width, height), stride, dpi)
    finally:
        pdfium.FPDF_ClosePage(page)
        pdfium.FPDFBitmap_Destroy(bitmap)


def _bytes_at(pointer: Any, size: int) -> Any:
    import ctypes

    return ctypes.cast(pointer, ctypes.POINTER(ctypes.c_ubyte * size)).contents


def _encoded(pixels: bytes, size: tuple[int, int], stride: int, dpi: float) -> bytes:
    from PIL import Image

    picture = Image.frombytes("RGB", size, pixels, "raw", "RGB", stride)
    stream = io.BytesIO()
    picture.save(stream, "PNG", dpi=(dpi, dpi))
    return stream.getvalue()
