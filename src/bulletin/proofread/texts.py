"""The printed texts of a record as they were typed, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

from bulletin.load import Source
from bulletin.model import Loc, PrintedText, Record, texts
from bulletin.vietnamese.lint import Kind, Passage


@dataclass(frozen=True, slots=True)
class Typed:
    """A passage, and where it begins in the file."""

    passage: Passage
    loc: Loc
    """Place in the record, English keys."""
    typed: Loc
    """The same place in the keys of the file."""
    base: int
    """Where the passage begins in the value that stands there."""


def typed_texts(record: Record, source: Source) -> tuple[Typed, ...]:
    """All printed texts that come from the record's own file, in the order of the fields."""
    return tuple(_typed(record, source))


def _typed(record: Record, source: Source) -> Iterator[Typed]:
    # Several lines may come from one block of text: each is looked for behind the one before.
    reached: dict[Loc, int] = {}
    for printed in texts(record):
        place = typed_place(record, printed.loc)
        # The code of the office is no abbreviation that a reader must be told.
        if not place or printed.loc == ("organisation", "code"):
            continue
        value = _value(source.data, place)
        text, base = printed.text, 0
        if isinstance(value, str):
            base = value.find(text, reached.get(place, 0))
            if base < 0:
                # Typed with other spaces than it is printed with.
                base, text = 0, value if value.split() == text.split() else text
            else:
                reached[place] = base + len(text)
        yield Typed(Passage(text, cast("Kind", printed.kind), _key(printed)), printed.loc, place, base)


def typed_place(record: Record, loc: Loc) -> Loc:
    """A place of a record in the keys of its file, or the nearest place around it; empty when there is none."""
    while loc and loc not in record.origin.typed:
        loc = loc[:-1]
    return record.origin.typed[loc] if loc else ()


def _key(printed: PrintedText) -> str:
    return ".".join(step for step in printed.loc if isinstance(step, str))


def _value(data: Any, place: Loc) -> Any:
    for step in place:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return data
