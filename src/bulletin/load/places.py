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
    while True:
        escape, fold = _ESCAPE.match(text, at), _FOLD.match(text, at)
        if escape and escape[0][1] == "\n":
            at = escape.end()
        elif offset <= 0 or text[at : at + 1] in ("", '"'):
            return at
        elif fold:
            at, offset = fold.end(), offset - max(fold[0].count("\n") - 1, 1)
        else:
            at, offset = escape.end() if escape else at + 1, offset - 1


def _aligned(text: str, at: int, value: str, offset: int, quoted: bool) -> int:
    """Blanks may differ between file and value, all other characters follow each other in the same order."""
    last = at
    found = 0
    for index, letter in enumerate(value[: offset + 1]):
        if letter in _BLANKS:
            continue
        while text[at] in _BLANKS:
            at += 1
        last, found = at, index
        at += 2 if quoted and letter == "'" else 1
    if found == offset or not value:
        return last
    ahead = offset + len(value[offset:]) - len(value[offset:].lstrip(_BLANKS))
    if "\n" in value[found:offset] and ahead < len(value) and "\n" not in value[offset:ahead]:
        # A blank before the first word of a line: as far before that word as in the value.
        while text[at] in _BLANKS:
            at += 1
        return at - (ahead - offset)
    # Another blank: as far after the last word as in the value, unless the line ends before.
    end = text.find("\n", last)
    wanted = last + offset - found if value[:offset].strip(_BLANKS) else last
    return min(wanted, len(text) if end < 0 else end)
