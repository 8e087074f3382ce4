"""The libraries beneath the engine: their versions, on which pages depend, told without loading the engine."""

from __future__ import annotations

import functools
import platform
import zlib
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ctypes

_ENDINGS = (".so.0", ".so.1", ".0.dylib", ".1.dylib", ".dylib", "-0.dll", "-1.dll")
"""Of their files on Linux, macOS and Windows, as the engine tries them."""


@functools.cache
def versions() -> Mapping[str, str]:
    """Versions by names, those of Python and zlib among them; `-` for a library that is not there."""
    subset = "" if _library("libharfbuzz-subset") else " (-subset)"
    return {
        "Pango": _dotted(_asked("libpango-1.0", "pango_version")),
        # Without the second library fonts are cut to size by other means, which gives other bytes.
        "HarfBuzz": _text(_library("libharfbuzz")) + subset,
        "fontconfig": _dotted(_asked("libfontconfig", "FcGetVersion")),
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
        "Python": platform.python_version(),
    }


@functools.cache
def _library(name: str) -> ctypes.CDLL | None:
    """A library by the beginning of its name, or None."""
    import ctypes

    for ending in _ENDINGS:
        try:
            return ctypes.CDLL(f"{name}{ending}")
        except OSError:
            continue
    return None


def _asked(library: str, function: str) -> int:
    """A version as a number of which each two digits are a part."""
    found = _library(library)
    return int(getattr(found, function)()) if found else 0


def _text(harfbuzz: ctypes.CDLL | None) -> str:
    if harfbuzz is None:
        return "-"
    import ctypes

    harfbuzz.hb_version_string.restype = ctypes.c_char_p
    return str(harfbuzz.hb_version_string().decode())


def _dotted(number: int) -> str:
    return f"{number // 10000}.{number // 100 % 100}.{number % 100}" if number else "-"
