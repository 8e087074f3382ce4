"""The library itself, loaded when it is first asked for."""

from __future__ import annotations

import ctypes
import functools
import threading
from typing import Any

# pdfium is not made for two threads at once.
one_at_a_time = threading.Lock()
"""Held while a document is open."""


@functools.cache
def library() -> Any:
    """pdfium, ready for use."""
    # The bare bindings: pypdfium2 itself adds helpers, and half as much time again.
    import pypdfium2_raw as pdfium

    pdfium.FPDF_InitLibrary()
    return pdfium


class Buffer:
    """Room for UTF-16 text, which grows."""

    def __init__(self) -> None:
        self.units = (ctypes.c_ushort * 8192)()

    def room(self, units: int) -> Any:
        """Room for so many units at least."""
        if units > len(self.units):
            self.units = (ctypes.c_ushort * (2 * units))()
        return self.units

    def text(self, units: int) -> str:
        """What stands in the first units, without an ending zero."""
        return ctypes.string_at(self.units, 2 * units).decode("utf-16-le", "replace").rstrip("\x00")

    def string(self, ask: Any) -> str:
        """The answer of one of pdfium's calls that fill a buffer and count bytes, an ending zero included."""
        size = ask(None, 0)
        ask(self.room(size), size)
        return self.text(size // 2)
