"""What a font program says of itself."""

from __future__ import annotations

import struct

_POSTSCRIPT_NAME = 6
_WINDOWS = 3


def postscript_name(program: bytes) -> str:
    """PostScript name in the font's own `name` table, such as `NotoSerif-Bold`; empty when it has none.

    The name in the PDF itself proves nothing: the engine writes there what the style sheet called the font.
    """
    names = table(program, b"name")
    if len(names) < 6:
        return ""
    count, strings = struct.unpack_from(">HH", names, 2)
    for index in range(min(count, (len(names) - 6) // 12)):
        platform, _, _, name, length, offset = struct.unpack_from(">6H", names, 6 + 12 * index)
        if name == _POSTSCRIPT_NAME:
            text = names[strings + offset : strings + offset + length]
            return text.decode("utf-16-be" if platform == _WINDOWS else "latin-1", "replace")
    return ""


def table(program: bytes, tag: bytes) -> bytes:
    """A table of a font program; empty when it has none."""
    if len(program) < 12:
        return b""
    (count,) = struct.unpack_from(">H", program, 4)
    for index in range(min(count, (len(program) - 12) // 16)):
        name, _, offset, length = struct.unpack_from(">4sIII", program, 12 + 16 * index)
        if name == tag:
            return program[offset : offset + length]
    return b""
