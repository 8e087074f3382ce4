"""The entries of a list, however it was typed: with dashes, in brackets, on one line, as lines of a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bulletin.model import Loc
from bulletin.model.shape import Shape

_BULLET = re.compile(r"^[-–•+]\s+")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list: what was typed, where, and how far into that text it begins."""

    value: Any
    typed: Loc
    offset: int = 0


def entries_of(value: Any, shape: Shape, typed: Loc) -> Sequence[Entry]:
    """The entries of a list.

    Args:
        value: What was typed: a list, or what stands for its only entry, or a text that holds several.
        shape: The list.
        typed: Place of the value.
    """
    assert shape.item is not None
    if isinstance(value, list):
        return [Entry(entry, (*typed, number)) for number, entry in enumerate(value)]
    if isinstance(value, str) and "\n" in value and not hasattr(shape.item.model, "from_text"):
        return _lines(value, typed)
    if isinstance(value, str) and shape.parted and not (shape.item.words and shape.item.words.read(value)):
        parts = map(str.strip, re.split(shape.parted.pattern, value))
        return [Entry(part, typed) for part in parts if part or shape.parted.blanks]
    return [Entry(value, typed)]


def is_blank(value: Any) -> bool:
    """Whether nothing stands there: no text, no entries, no keys."""
    return value in ("", [], {}) or (isinstance(value, str) and not value.strip())


def _lines(text: str, typed: Loc) -> list[Entry]:
    """The lines of a text as entries of a list, without the dashes that stand before them."""
    found, start = [], 0
    for line in text.split("\n"):
        entry = _BULLET.sub("", line.strip())
        if entry:
            found.append(Entry(entry, typed, start + len(line) - len(line.lstrip())))
        start += len(line) + 1
    return found
