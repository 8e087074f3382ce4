"""How high columns become that are made equally long, as the engine makes them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

_MOST_TRIES = 60
_SLACK_MM = 0.01
_STEP_MM = 0.3
"""The engine's smallest step, a pixel."""
_FEWEST = 2
"""Lines that stay together at the head and foot of a column."""


class Put(NamedTuple):
    """Something that was put into a column, in millimetres."""

    height: float
    before: float = 0.0
    """Space above it, unless it begins a column."""
    lines: int = 1
    """Lines between which it may be broken; 1 when it stays whole."""
    keep: bool = False
    """Stays with what follows."""
    id: str = ""
    is_heading: bool = False


def balanced(puts: Sequence[Put], columns: int, most: float) -> float:
    """The height at which things go into so many columns, at most the one given.

    As the engine goes about it: from columns that share all evenly upwards, each time by as much as brings something
    from the head of a column to the foot of the one before.
    """
    height = (sum(put.before + put.height for put in puts) - (puts[0].before if puts else 0.0)) / columns
    for _ in range(_MOST_TRIES):
        if height >= most:
            break
        lacking = _lacking(puts, columns, height)
        if lacking <= 0:
            return height
        height += max(lacking, _STEP_MM)
    return most


def _lacking(puts: Sequence[Put], columns: int, height: float) -> float:
    """By how much columns of a height, filled one after the other, are too low; 0 when they hold everything."""
    column, y, place, group = 1, 0.0, 0, -1
    least = float("inf")
    while place < len(puts):
        put = puts[place]
        before = put.before if y else 0.0
        if y + before + put.height <= height + _SLACK_MM:
            group = (place if group < 0 else group) if put.keep else -1
            y += before + put.height
            place += 1
            continue
        pitch = put.height / put.lines
        room = min(int((height - y - before) / pitch + 0.01), put.lines - _FEWEST)
        if put.lines >= 2 * _FEWEST and room >= _FEWEST:
            least = min(least, _FEWEST * pitch - (height - y - before - room * pitch))
            rest = Put(height=(put.lines - room) * pitch, lines=put.lines - room)
            puts = [*puts[:place], rest, *puts[place + 1 :]]
        else:
            wanted = _FEWEST * pitch if put.lines >= 2 * _FEWEST else put.height
            least = min(least, before + wanted - (height - y))
            if 0 < group < place and y:
                # What stays with it goes along, unless it begins the column itself.
                place = group
        column += 1
        if column > columns or (y == 0.0 and put.lines < 2 * _FEWEST):
            return least
        y, group = 0.0, -1
    return 0.0
