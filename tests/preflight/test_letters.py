"""Fonts on a page; what a page cannot show of them is played by a small stand-in for pdfium."""

from __future__ import annotations

import ctypes
from typing import Any

from bulletin import assets
from bulletin.preflight.letters import Letters


class OneFont:
    """Has one font at one address, which may be another one on the next page."""

    def __init__(self) -> None:
        self.program = b""
        self.name = b""
        self.looks = 0

    def lay(self, file: str, name: bytes) -> None:
        self.program = (assets.fonts_folder() / file).read_bytes()
        self.name = name

    def FPDFFont_GetBaseFontName(self, handle: object, buffer: Any, size: int) -> int:  # noqa: N802
        self.looks += 1
        buffer.value = self.name
        return size

    def FPDFFont_GetFontData(self, handle: object, buffer: Any, room: int, size: Any) -> int:  # noqa: N802
        size.value = len(self.program)
        if buffer is not None:
            ctypes.memmove(buffer, self.program, min(room, len(self.program)))
        return 1

    def FPDFFont_GetIsEmbedded(self, handle: object) -> int:  # noqa: N802
        return 1

    def FPDFFont_GetGlyphPath(self, handle: object, letter: int, size: float) -> None:  # noqa: N802
        return None


def test_an_address_is_not_believed_on_the_next_page() -> None:
    pdfium = OneFont()
    letters = Letters(pdfium, frozenset({"NotoSerif-Regular"}))
    handle = ctypes.c_void_p(4096)
    pdfium.lay("noto-serif/NotoSerif-Regular.ttf", b"ABCDEF+Noto-Serif")
    assert letters.font(handle).fault == ""
    assert letters.font(handle).fault == ""
    assert pdfium.looks == 1
    letters.turn_page()
    pdfium.lay("lexend/Lexend-Regular.ttf", b"GHIJKL+Lexend")
    assert letters.font(handle).fault == "foreign-font"
    assert letters.font(handle).name == "Lexend-Regular"
