"""Signs that no text of a record may hold: control characters, and breaks that only look like spaces."""

from __future__ import annotations

import re

from bulletin.load import refusals
from bulletin.load.sheet import Edit, Sheet

UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_BYTE_ORDER_MARK = "\ufeff"
_BREAKS = "\x0b\x0c\x85\u2028\u2029"


def check_letters(sheet: Sheet) -> None:
    """Tell of every line with a sign that cannot be printed, and read it without."""
    for number, row in enumerate(sheet.rows):
        if row.read.isascii() and row.read.isprintable():
            continue
        marks = [Edit(at, at + 1, "") for at, letter in enumerate(row.read) if letter == _BYTE_ORDER_MARK]
        if marks:
            refusals.inner_mark(sheet, number, marks[0].start, marks)
        found = [match.start() for match in UNPRINTABLE.finditer(row.read)]
        if found:
            name = f"U+{ord(row.read[found[0]]):04X}"
            refusals.control(sheet, number, found[0], name, [Edit(at, at + 1, _instead(row.read, at)) for at in found])


def _instead(line: str, at: int) -> str:
    return " " if line[at] in _BREAKS and line[:at].strip() else ""
