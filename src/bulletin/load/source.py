"""A record as it was read: plain texts, each with its place in the file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bulletin.errors import Problem
from bulletin.load.build import Loc, Node
from bulletin.load.places import place_in
from bulletin.load.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in the file, in characters as they stand there, counted from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Source:
    """A YAML file as plain strings, and where each of them stood."""

    path: Path
    text: str
    """The file's text in NFC, without byte order mark, lines ended by a line feed."""
    data: dict[str, Any]
    """Nested dict, list and str; what has no value is an empty string."""
    problems: tuple[Problem, ...]
    """What was found wrong while reading, in the order of the file."""
    sheet: Sheet = field(repr=False)
    read: str = field(repr=False)
    """The text that was parsed: mended, unreadable lines left out."""
    starts: Sequence[int] = field(repr=False)
    """Where each line of it begins."""
    nodes: Mapping[Loc, Node] = field(repr=False)

    def value_mark(self, loc: Loc) -> Mark:
        """Where a value begins; for one that is not there, where the nearest one around it does."""
        return self._mark(self._node(loc).start)

    def key_mark(self, loc: Loc) -> Mark:
        """Where the key of a value begins; for an item of a list, where the item does."""
        return self._mark(self._node(loc).key)

    def place(self, loc: Loc, offset: int = 0) -> Mark:
        """Where a character of a text stands; offsets are counted in the text as it is in `data`."""
        node, value = self._node(loc), self._value(loc)
        if not isinstance(value, str) or not node.style:
            return self._mark(node.start)
        return self._mark(place_in(self.read, node.start, node.style, value, offset))

    def line(self, number: int) -> str:
        """A line as it stands in the file, counted from 1; empty when there is none."""
        rows = self.sheet.rows
        return rows[number - 1].file if 0 < number <= len(rows) else ""

    def raw(self, loc: Loc) -> str:
        """A value as it stands in the file (in NFC), without the blanks after it."""
        node = self._node(loc)
        end = node.start + len(self.read[node.start : node.end].rstrip())
        if end == node.start:
            return ""
        first, start = self._row(node.start)
        last, stop = self._row(end - 1)
        rows = self.sheet.rows
        low, high = rows[first].text_index(start), rows[last].text_index(stop) + 1
        if first == last:
            return rows[first].text[low:high]
        inner = [row.text for row in rows[first + 1 : last]]
        return "\n".join([rows[first].text[low:], *inner, rows[last].text[:high]])

    def _node(self, loc: Loc) -> Node:
        while loc not in self.nodes and loc:
            loc = loc[:-1]
        return self.nodes.get(loc, Node(0, 0, "", 0))

    def _value(self, loc: Loc) -> Any:
        value: Any = self.data
        for step in loc:
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                return None
        return value

    def _row(self, index: int) -> tuple[int, int]:
        number = bisect_right(self.starts, index) - 1
        return number, index - self.starts[number]

    def _mark(self, index: int) -> Mark:
        number, at = self._row(index)
        return Mark(number + 1, self.sheet.rows[number].column(at) + 1)
