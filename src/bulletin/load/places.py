"""Where a character of a text stands, whatever way the text was written."""

from __future__ import annotations

import re

_BLANKS = " \t\n"
_HEADER = re.compile(r"[|>][^\n]*\n?")
_ESCAPE = re.compile(r"\\(?:x..|u....|U........|\n[ \t]*|.)", re.DOTALL)
_FOLD = re.compile(r"[ \t]*\n\s*")


def place_in(text: str, start: int, style: str, value: str, offset: int) -> int:
    """Where a character of a value stands.

    Args:
        text: The text that was read.
        start: Where the value begins in it, its quote or `|` included.
        style: `plain`, `"`, `'`, `|` or `>`.
        value: The value.
        offset: The character in the value.
    """
    offset = min(max(offset, 0), len(value))
    if style == '"':
        return _in_double(text, start + 1, offset)
    if style in ("|", ">"):
        header = _HEADER.match(text, start)
        start = header.end() if header else start
    return _aligned(text, start + (style == "'"), value, offset, style == "'")


def _in_double(text: str, at: int, offset: int) -> int:
    """Escapes are two characters or more in the file and one in the value; a line end with its blanks is a space."""
    while offset > 0 and text[at : at + 1] not in ("", '"'):
        escape, fold = _ESCAPE.match(text, at), _FOLD.match(text, at)
        if fold:
            at, offset = fold.end(), offset - max(fold[0].count("\n") - 1, 1)
        elif escape:
            at, offset = escape.end(), offset - (escape[0][1] != "\n")
        else:
            at, offset = at + 1, offset - 1
    return at


def _aligned(text: str, at: int, value: str, offset: int, quoted: bool) -> int:
    """Blanks may differ between file and value, all other characters follow each other in the same order."""
    last = at
    behind = 0
    for index, letter in enumerate(value[: offset + 1]):
        if letter in _BLANKS:
            continue
        while text[at] in _BLANKS:
            at += 1
        last, behind = at, index
        at += 2 if quoted and letter == "'" else 1
    if behind == offset or not value:
        return last
    # A blank: as far behind the last word as in the value, unless the line ends before.
    wanted = last + offset - behind if value[:offset].strip(_BLANKS) else last
    end = text.find("\n", last)
    return min(wanted, len(text) if end < 0 else end)
