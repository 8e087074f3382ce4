"""How the measure is shared out among the columns of a table. Widths in multiples of the type size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bulletin.compose.scale import set_words
from bulletin.compose.widths import Face, lines

_SAFE = 1.03
"""How much wider than measured a word may be set."""
_TEXT_EM = 9.0
"""A column of longer lines is one of text; such columns take the room that is left."""
_NARROWEST_EM = 10.0
"""In large print a narrower column of text is a pillar, and the table becomes cards."""
_SHORT_HEAD_EM = 4.6
_TALL_HEAD = 3
_ROWS_TRIED = 100
"""Columns are weighed by so many rows; the rest will be like them."""
_AIR_EM = 2.0
"""How much each column is given beyond its need before the columns of text take the rest."""


@dataclass(frozen=True, slots=True)
class Need:
    """What a column needs, in multiples of the type size."""

    head: tuple[float, ...]
    cells: tuple[tuple[float, ...], ...]
    """For the head and each row, how wide the words are."""
    space: float
    text: bool
    """Whether it holds lines of text rather than figures and short words."""

    @property
    def least(self) -> float:
        """For its widest word."""
        return max((word for words in (self.head, *self.cells) for word in words), default=0.0) * _SAFE

    @property
    def longest(self) -> float:
        """For its longest cell in one line."""
        return max((self.line(words) for words in self.cells), default=0.0) * _SAFE

    @property
    def folded(self) -> float:
        """For its longest cell in one line, the head in two."""
        return max(self.longest, self.least, _halved(self.head, self.space) * _SAFE)

    @property
    def neat(self) -> float:
        """The same, but a short head in one line."""
        return self.folded if self.line(self.head) > _SHORT_HEAD_EM else self.full

    @property
    def full(self) -> float:
        """For everything in one line."""
        return max(self.longest, self.line(self.head) * _SAFE)

    def line(self, words: Sequence[float]) -> float:
        """Width of words in one line."""
        return sum(words) + self.space * max(len(words) - 1, 0)


def needed(label: str, cells: Sequence[str], face: Face, *, numeric: bool) -> Need:
    """What a column needs.

    Args:
        label: Its head, in bold type.
        cells: What stands in it.
        face: Tells how wide letters are.
        numeric: Whether it holds figures.
    """
    found = Need(
        head=tuple(face.width(word, bold=True) for word in set_words(label)),
        cells=tuple(tuple(face.width(word) for word in set_words(cell)) for cell in cells),
        space=face.width(" "),
        text=False,
    )
    return replace(found, text=not numeric and found.longest > _TEXT_EM)


def _halved(words: Sequence[float], space: float) -> float:
    """Width of a head in at most two lines."""
    return min(
        (
            max(sum(part) + space * max(len(part) - 1, 0) for part in (words[:place], words[place:]))
            for place in range(1, len(words) + 1)
        ),
        default=0.0,
    )


def shared(needs: Sequence[Need], room: float) -> list[float]:
    """Share room out: short columns get what they need, long ones divide the rest; nothing if words do not fit."""
    if sum(need.least for need in needs) > room:
        return []
    long = [place for place, need in enumerate(needs) if need.text]
    if sum(need.full for need in needs) <= room:
        return _aired([need.full for need in needs], long, room)
    # Heads in one line, long ones in two, all in two; word by word only where there is no other way.
    ways = ([need.full for need in needs], [need.neat for need in needs], [need.folded for need in needs])
    wanted = [
        [need.least if need.text else width for need, width in zip(needs, way, strict=True)] for way in ways
    ]  # fmt: skip
    found = [widths for widths in wanted if sum(widths) <= room] or [[need.least for need in needs]]
    tried = [
        _divided(widths, needs, long or range(len(needs)), room - sum(widths), power)
        for widths in found
        for power in (1.0, 0.5, 0.0, 1.5, 2.0)
    ]
    return min(tried, key=lambda widths: _height(widths, needs))


def cramped(widths: Sequence[float], needs: Sequence[Need]) -> bool:
    """Whether a column of text is so narrow that it becomes a pillar."""
    return any(
        need.text and width < _NARROWEST_EM and need.longest > 2 * width
        for width, need in zip(widths, needs, strict=True)
    )


def head_lines(widths: Sequence[float], needs: Sequence[Need]) -> int:
    """How many lines the head of a table takes."""
    return max(
        lines(list(need.head), need.space, width / _SAFE + 0.001) for width, need in zip(widths, needs, strict=True)
    )


def _aired(widths: Sequence[float], long: Sequence[int], room: float) -> list[float]:
    """All in one line: some air for each column, the rest to the columns of text, or to all where there is none."""
    left = room - sum(widths)
    air = min(_AIR_EM, left / len(widths))
    aired = [width + air for width in widths]
    left -= air * len(widths)
    takers = long or range(len(widths))
    shares = [aired[place] ** 2 if long else 1.0 for place in takers]
    for place, share in zip(takers, shares, strict=True):
        aired[place] += left * share / sum(shares)
    return aired


def _divided(
    widths: Sequence[float], needs: Sequence[Need], takers: Sequence[int], left: float, power: float
) -> list[float]:
    """What is left divided among columns, by what they lack."""
    shares = {place: max(needs[place].full - widths[place], 0.1) ** power for place in takers}
    total = sum(shares.values())
    return [width + left * shares.get(place, 0.0) / total for place, width in enumerate(widths)]


def _height(widths: Sequence[float], needs: Sequence[Need]) -> int:
    """How many lines a table takes; those of a head beyond the second weigh more."""

    def tall(row: Sequence[tuple[float, ...]]) -> int:
        return max(
            lines(list(words), need.space, width / _SAFE + 0.001)
            for words, need, width in zip(row, needs, widths, strict=True)
        )

    head = tall([need.head for need in needs])
    rows = zip(*(need.cells[:_ROWS_TRIED] for need in needs), strict=True)
    return head + _TALL_HEAD * max(0, head - 2) + sum(map(tall, rows))
