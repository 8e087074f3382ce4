"""What is known of a conference in a few lines: the panel of facts, and rolls of people too long for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bulletin.compose.scale import scale
from bulletin.digest.wording import attendance, manner, opened, person_line, person_spans, when
from bulletin.edition import Edition
from bulletin.model import Guest, Person, Record
from bulletin.model.running import Span

__all__ = [
    "Fact", "Line", "Roll", "attendance", "facts", "manner", "opened", "person_line", "person_spans", "rolls",
    "when",
]  # fmt: skip

LONGEST_IN_PANEL = 8
LONGEST_IN_LARGE_PANEL = 6
"""A list with more entries than this stands as a roll of its own, not among the facts."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a fact."""

    spans: tuple[Span, ...]
    role: Literal["", "side", "member"] = ""
    """The name of a side, or one of its people, who stand below it."""
    keep: bool = False
    """Stays on the page of the next line."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of the panel: what it is about, and one or more lines."""

    label: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Roll:
    """A list too long for the panel."""

    heading: str
    level: int = 2
    """Of the heading, as in HTML."""
    people: tuple[Person, ...] = ()
    lines: tuple[str, ...] = ()
    side: bool = False
    """Whether its people are those of one side."""


def _guests(guests: Sequence[Guest]) -> tuple[Line, ...]:
    lines: list[Line] = []
    for guest in guests:
        # A guest with a side is the first of that side's people.
        people = [*((guest,) if guest.name or guest.titles else ()), *guest.people]
        if guest.side:
            lines.append(Line((Span(f"{guest.side}:"),), "side", keep=bool(people)))
        lines += [Line(person_spans(person), "member" if guest.side else "") for person in people]
    return tuple(lines)


def _longest(edition: Edition) -> int:
    return LONGEST_IN_LARGE_PANEL if edition.large_print else LONGEST_IN_PANEL


def facts(record: Record, edition: Edition) -> tuple[Fact, ...]:
    """The panel of facts, without the lists that are too long for it."""

    def lines(*texts: str) -> tuple[Line, ...]:
        return tuple(Line((Span(text),)) for text in texts if text)

    def people(persons: Sequence[Person]) -> tuple[Line, ...]:
        return tuple(Line(person_spans(person)) for person in persons)

    rows = [
        Fact("Thời gian", lines(when(record))),
        Fact("Địa điểm", lines(record.place)),
        Fact("Hình thức", lines(manner(record))),
        Fact("Đơn vị tổ chức", lines(*record.host)),
        Fact("Nhiệm kỳ", lines(opened(record.term))),
        Fact("Kỳ báo cáo", lines(opened(record.period))),
        Fact("Chủ trì", people(record.chairs)),
        Fact("Đại biểu", _guests(record.guests)),
        Fact("Thư ký", people(record.secretaries)),
        Fact("Thành phần", lines(*record.participants)),
        Fact("Số lượng", lines(attendance(record))),
    ]
    return _kept_together([row for row in rows if len(row.lines) <= _longest(edition)], edition)


def _kept_together(rows: Sequence[Fact], edition: Edition) -> tuple[Fact, ...]:
    """The rows that have something in them, none of them alone at the foot or head of a page."""
    kept = [row for row in rows if row.lines]
    # Where pages hold a few lines only, two rows may be a page.
    if scale(edition).huge or len(kept) < 2:
        return tuple(kept)
    for place in {0, len(kept) - 2}:
        *before, last = kept[place].lines
        kept[place] = Fact(kept[place].label, (*before, replace(last, keep=True)))
    return tuple(kept)


def rolls(record: Record, edition: Edition) -> tuple[Roll, ...]:
    """Lists that are too long for the panel."""
    most = _longest(edition)
    found = [Roll("Chủ trì", people=record.chairs)] if len(record.chairs) > most else []
    if len(_guests(record.guests)) > most:
        found += _guest_rolls(record.guests)
    if len(record.secretaries) > most:
        found.append(Roll("Thư ký", people=record.secretaries))
    if len(record.participants) > most:
        found.append(Roll("Thành phần tham dự", lines=record.participants))
    return tuple(found)


def _guest_rolls(guests: Sequence[Guest]) -> list[Roll]:
    """Guests in their order, each side under its name."""
    found = [Roll("Đại biểu")]
    for guest in guests:
        if guest.side:
            found.append(Roll(guest.side, level=3))
        elif found[-1].side:
            found.append(Roll("Đại biểu khác", level=3))
        own = (guest,) if guest.name or guest.titles else ()
        found[-1] = replace(found[-1], people=(*found[-1].people, *own, *guest.people), side=bool(guest.side))
    return found
