"""The lists and sets of keys that are open around a line, from the outermost to the innermost."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

Kind = Literal["key", "dash", "text", "brackets"]
"""How a line, or the lines of a level, begin; `brackets` is a whole record in them."""


@dataclass(frozen=True, slots=True)
class Level:
    """One list or one set of keys."""

    column: int
    kind: Kind
    waits: bool = False
    """Its last key or dash has no value yet."""


def around(levels: Sequence[Level], indent: int, kind: Kind) -> int:
    """How many levels stay open around a line that begins in a column."""
    keep = len(levels)
    while keep and levels[keep - 1].column > indent:
        keep -= 1
    # A list may begin in the column of its own key; the next key there ends it.
    if kind == "key" and keep > 1 and levels[keep - 1].kind == "dash" and levels[keep - 2].column == indent:
        keep -= 1
    return keep


def waits(levels: Sequence[Level], keep: int) -> bool:
    """Whether the innermost of the levels that stay open waits for a value."""
    return 0 < keep == len(levels) and levels[-1].waits


def expected(levels: Sequence[Level], keep: int, kind: Kind) -> list[int]:
    """The columns in which a line that fits nowhere may have been meant to begin, the likeliest first."""
    less = [level.column for level in levels[:keep] if level.kind == kind]
    more = [level.column for level in levels[keep:] if level.kind == kind]
    # What stands deeper than the dash of an item belongs to the item.
    inside = bool(more) and keep > 0 and levels[keep - 1].kind != kind
    return more[:1] if inside else [*more[:1], *less[-1:]]


def entered(levels: Sequence[Level], steps: Iterable[tuple[int, Kind]]) -> list[Level]:
    """The levels around what stands after dashes and a key, each given by its column."""
    found = [*levels]
    for column, kind in steps:
        if not found or (found[-1].column, found[-1].kind) != (column, kind):
            found[-1:] = [*answered(found[-1:]), Level(column, kind)]
    return found


def answered(levels: Sequence[Level], *, still: bool = False) -> list[Level]:
    """The levels when the last key or dash has got its value, or `still` waits for it."""
    if not levels:
        return []
    return [*levels[:-1], Level(levels[-1].column, levels[-1].kind, still)]
