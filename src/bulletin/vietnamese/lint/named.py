"""People named in running text, told by the form of address before the name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bulletin.vietnamese.lint.passages import Paper, Reading

_ADDRESSES = (("đồng", "chí"), ("ông",), ("bà",), ("thầy",), ("cô",))

_LONGEST_NAME = 6
"""Words of a name."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name behind a form of address, and what joins it to the word that follows."""

    reading: Reading
    name: str
    behind: int
    """Number of the word behind the name."""
    sign: str
    """What parts the name from that word, such as `,` or `-`."""


def named(paper: Paper) -> Iterator[Named]:
    """Everyone who is named with a form of address and followed by another word."""
    for address in _ADDRESSES:
        for reading, number in paper.phrases(*address):
            yield from _read(reading, number + len(address))
    for reading, number in paper.phrases("đ"):
        if reading.low(number + 1) == "c" and reading.gap(number + 1) == "/":
            yield from _read(reading, number + 2)


def _read(reading: Reading, first: int) -> Iterator[Named]:
    behind = first
    last = min(first + _LONGEST_NAME, len(reading.words))
    while behind < last and reading.joined(behind) and reading.words[behind][0].isupper():
        behind += 1
    if first + 1 < behind < len(reading.words):
        name = " ".join(reading.words[first:behind])
        yield Named(reading, name, behind, reading.gap(behind).strip(" \u00a0*"))
