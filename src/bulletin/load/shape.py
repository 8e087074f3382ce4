"""One line of a record: its dashes, its key, where its value begins; and how a text is put in quotes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bulletin.load.sheet import Edit

KEY_LIMIT = 1024
"""A longer piece in front of a colon is no key to YAML."""

COMMENT = re.compile(r"(?:(?<=[ \t])|^)#")
COLON = re.compile(r":(?=[ \t]|$)")
BLOCK_HEADER = re.compile(r"[|>](?:[+-]?([1-9])?|([1-9])[+-])[ \t]*(?:[ \t]#.*)?$")
DOUBLE = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"')
SINGLE = re.compile(r"'[^']*(?:''[^']*)*'(?!')")
_DOUBLE_END = re.compile(r'[^"\\]*(?:\\.[^"\\]*)*"')
_SINGLE_END = re.compile(r"[^']*(?:''[^']*)*'(?!')")
SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u202f\u205f\u2060\u3000"
"""Signs that look like spaces, or like nothing, and are neither to YAML."""
_BLANKS = f" \t{SPACES}"
NO_WIDTH = "\u200b\u2060"
_COLONS = "\uff1a\ufe55\u2236\ua789\u02d0"
NO_SPACE = re.compile(rf"([^\W\d][\w _-]{{0,60}}?) *(:[{SPACES}]+|:(?=[^\s/:])|[{_COLONS}][ {SPACES}]*)")
"""A key whose colon lacks its space, or with another sign that looks like a colon."""
DASH = re.compile(rf" *(-[{SPACES}]+|-(?=[^\s-])|[\u2010-\u2014\u2212][ {SPACES}]*)(?=\S)")
"""The dash of an item that lacks its space, or another sign that looks like a dash."""
LEAD = re.compile(rf"[ \t{SPACES}]*")
_STRUCTURE = re.compile(
    r"-(?:[ \t]|$)|[^\s#\"'\[\]{}|>][^#\[\]{}\"]*:(?:[ \t]|$)|\"[^\"]*\"[ \t]*:(?:[ \t]|$)|---|\.\.\."
)


@dataclass(frozen=True, slots=True)
class Shape:
    """What one line is made of; columns are counted from 0."""

    indent: int
    dashes: tuple[int, ...]
    key: tuple[int, int] | None
    """Where the key begins and ends."""
    value: int
    """Where the value begins; the length of the line when there is none."""

    @property
    def entry(self) -> int:
        """Where the text after the dashes begins, the key included."""
        return self.key[0] if self.key else self.value


def shape(line: str) -> Shape:
    """Take a line apart."""
    indent = at = indent_of(line)
    dashes = []
    while line[at : at + 1] == "-" and line[at + 1 : at + 2] in ("", " ", "\t"):
        dashes.append(at)
        at = _past_blanks(line, at + 1)
    key = _key(line, at)
    value = at if key is None else _past_blanks(line, line.index(":", key[1]) + 1)
    return Shape(indent, tuple(dashes), key, value)


def indent_of(line: str) -> int:
    """Number of spaces before the text."""
    return len(line) - len(line.lstrip(" "))


def is_blank(line: str) -> bool:
    """Whether a line holds nothing, or only spaces, tabs and what looks like them."""
    return not line.strip(_BLANKS)


def is_note(line: str) -> bool:
    """Whether a line is a note (YAML's comment) and nothing else."""
    return line.lstrip(" \t").startswith("#")


def looks_built(line: str) -> bool:
    """Whether a line looks like a key or a list item, rather than like running text."""
    return _STRUCTURE.match(line.lstrip(_BLANKS)) is not None


def closed(line: str, at: int) -> int:
    """Where the text in quotes that begins there ends on this line; -1 when it does not."""
    found = (DOUBLE if line[at] == '"' else SINGLE).match(line, at)
    return found.end() if found else -1


def quote_end(line: str, at: int, quote: str) -> int:
    """Where the text in quotes that was opened on a line above ends on this line; -1 when it does not."""
    found = (_DOUBLE_END if quote == '"' else _SINGLE_END).match(line, at)
    return found.end() if found else -1


def quoting(line: str, start: int, end: int | None = None) -> tuple[Edit, ...]:
    """The changes that put a part of a line in quotes, the least ugly ones.

    Args:
        line: The line.
        start: Where the text begins.
        end: Where it ends; by default the end of the line without blanks.
    """
    end = len(line.rstrip(" \t")) if end is None else end
    text = line[start:end]
    if '"' not in text and "\\" not in text:
        return Edit(start, start, '"'), Edit(end, end, '"')
    inner = [Edit(start + at, start + at + 1, "''") for at, letter in enumerate(text) if letter == "'"]
    if inner and inner[0].start == start:
        inner[0] = Edit(start, start + 1, "'''")
    else:
        inner.insert(0, Edit(start, start, "'"))
    return *inner, Edit(end, end, "'")


def _key(line: str, at: int) -> tuple[int, int] | None:
    first = line[at : at + 1]
    if first in ("", "[", "{", "|", ">", "#") or (first == "?" and line[at + 1 : at + 2] in ("", " ", "\t")):
        return None
    if first in ('"', "'"):
        end = closed(line, at)
        return (at, end) if end >= 0 and COLON.match(line, _past_blanks(line, end)) else None
    colon = COLON.search(line, at)
    if colon is None or colon.start() - at > KEY_LIMIT or COMMENT.search(line, at, colon.start()):
        return None
    return at, at + len(line[at : colon.start()].rstrip(" \t"))


def _past_blanks(line: str, at: int) -> int:
    while line[at : at + 1] in (" ", "\t") and at < len(line):
        at += 1
    return at
