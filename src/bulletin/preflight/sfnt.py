"""What a font program calls itself."""

from __future__ import annotations

import struct

_POSTSCRIPT_NAME = 6
_WINDOWS = 3


def postscript_name(program: bytes) -> str:
    """PostScript name in the font's own `name` table, such as `NotoSerif-Bold`; empty when it has none.

    The name in the PDF itself proves nothing: the engine writes there what the style sheet called the font.
    """
    table = _table(program, b"name")
    if len(table) < 6:
        return ""
    count, strings = struct.unpack_from(">HH", table, 2)
    for index in range(min(count, (len(table) - 6) // 12)):
        platform, _, _, name, length, offset = struct.unpack_from(">6H", table, 6 + 12 * index)
        if name == _POSTSCRIPT_NAME:
            text = table[strings + offset : strings + offset + length]
            return text.decode("utf-16-be" if platform == _WINDOWS else "latin-1", "replace")
    return ""


def _table(program: bytes, tag: bytes) -> bytes:
    if len(program) < 12:
        return b""
    (tables,) = struct.unpack_from(">H", program, 4)
    for index in range(min(tables, (len(program) - 12) // 16)):
        name, _, offset, length = struct.unpack_from(">4sIII", program, 12 + 16 * index)
        if name == tag:
            return program[offset : offset + length]
    return b""
