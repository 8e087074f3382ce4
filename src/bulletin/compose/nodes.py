"""The flow of a bulletin: what stands in it, piece by piece, ready for a layout to print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bulletin.compose.figures import Slot
from bulletin.compose.grids import Grid
from bulletin.compose.panel import Fact, person_line
from bulletin.compose.scale import PT_PER_MM, scale
from bulletin.edition import Edition
from bulletin.model import Person
from bulletin.model.running import Span

NodeKind = Literal[
    "heading", "paragraph", "list", "numbered", "quote", "figure", "grid", "people", "highlights", "facts"
]
Style = Literal["", "lead", "figures", "entry", "label", "pull"]
"""Of a paragraph: the opening one, a line of figures, one entry of a list of facts, a label above a list; of a
quotation: one set large."""

_MOST_ACROSS = 3
_FEWEST_ACROSS = 4
"""Fewer people stand one below the other."""
_GAP_EM = 1.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One item of a list."""

    spans: tuple[Span, ...]
    label: str = ""
    """Its number as typed, for a numbered line."""
    depth: int = 0
    """Of a numbered line: 0, or more below others."""
    entries: tuple[Entry, ...] = ()
    """What is listed below it."""
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One thing in the flow."""

    kind: NodeKind
    id: str = ""
    level: int = 2
    """For a heading: 2 to 5, as in HTML."""
    spans: tuple[Span, ...] = ()
    style: Style = ""
    keep: bool = False
    """Stays on the page of what follows."""
    wide: bool = False
    """Stands across all columns, where there are several."""
    entries: tuple[Entry, ...] = ()
    hangs: tuple[float, ...] = ()
    """For numbered lines: the room that numbers take, at each depth, as a multiple of the type size."""
    people: tuple[Person, ...] = ()
    numbered: bool = False
    across: int = 1
    """How many people stand side by side."""
    slot: Slot | None = None
    grid: Grid | None = None
    facts: tuple[Fact, ...] = ()


def plain(text: str) -> tuple[Span, ...]:
    """A line without styles."""
    return (Span(text),) if text else ()


def labelled(label: str, text: str) -> tuple[Span, ...]:
    """A line that begins with a strong label."""
    return (Span(f"{label}:", strong=True), Span(f" {text}"))


def heading(text: str, level: int = 2) -> Node:
    """A heading."""
    return Node(kind="heading", level=level, spans=plain(text))


def listing(lines: Sequence[tuple[Span, ...]]) -> Node:
    """A list of lines."""
    return Node(kind="list", entries=tuple(Entry(spans=spans) for spans in lines))


def roll(people: Sequence[Person], edition: Edition, *, numbered: bool = False) -> Node:
    """A list of people, side by side where they are many and their lines are short."""
    return Node(kind="people", people=tuple(people), numbered=numbered, across=_across(people, edition))


def _across(people: Sequence[Person], edition: Edition) -> int:
    # Large print has one column.
    if edition.large_print or len(people) < _FEWEST_ACROSS:
        return 1
    edition = edition.in_column()
    sizes = scale(edition)
    label = sizes.sans.width(f"{len(people)}. ") + _GAP_EM
    widest = max(sizes.sans.width(person_line(person), bold=True) for person in people) + label
    return max(1, min(_MOST_ACROSS, int(edition.measure_mm * PT_PER_MM / (widest * sizes.panel))))


def named(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """Give each node and list entry a name by which the make-up finds it on the page."""
    found: list[Node] = []
    for place, node in enumerate(nodes):
        ident = node.id or f"n-{place}"
        found.append(replace(node, id=ident, entries=_named(node.entries, ident)))
    return tuple(found)


def _named(entries: Sequence[Entry], ident: str) -> tuple[Entry, ...]:
    return tuple(
        replace(entry, id=f"{ident}-{number}", entries=_named(entry.entries, f"{ident}-{number}"))
        for number, entry in enumerate(entries)
    )
