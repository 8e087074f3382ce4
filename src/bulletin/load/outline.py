"""The block structure of a record, followed line by line, so that every trap is told in its own words.

The scanner stops at its first error and names a cause that a clerk cannot know. This walk knows the same grammar of
indentation, finds each line that breaks it, and mends it in memory, so that the scanner then reads the whole file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bulletin.load import traps
from bulletin.load.lines import AGAIN, STEP, Lines, Spot, lead_of
from bulletin.load.shape import DASH, NO_SPACE, Shape, indent_of, is_blank, is_note, shape
from bulletin.load.sheet import Edit, Sheet
from bulletin.load.values import Values

_MOST_TRIES = 50
_KEY_SIGNS = "*&!@%`,]}"
_DOCUMENT = re.compile(r"(?:---|\.\.\.)(?=[ \t]|$)")


@dataclass(frozen=True, slots=True)
class Level:
    """One list or one set of keys that is still open."""

    column: int
    kind: str
    """`key` or `dash`."""
    waits: bool = False
    """Its last key or dash has no value yet."""


class Outline:
    """Walks through a sheet, tells its traps and leaves text that the scanner can read."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._lines = Lines(sheet)
        self._values = Values(self._lines)
        self._levels: list[Level] = []
        self._before_keys: list[int] = []
        self._begun = False
        self.breaks: list[int] = []
        """Lines, from 0, that tried to begin a second document."""

    def walk(self) -> None:
        """Read all lines; raise RecordError when there are too many faults."""
        number = tries = 0
        while number < self._lines.count:
            after = self._line(number)
            tries = tries + 1 if after == number else 0
            if tries > _MOST_TRIES:
                self._sheet.rows[number].leave_out()
            number = after
        if self._levels:
            return
        if self._before_keys:
            traps.not_pairs(self._sheet, self._before_keys[0])
        elif not self._sheet.problems:
            traps.empty(self._sheet)
        for each in self._before_keys:
            self._sheet.rows[each].leave_out()

    def _line(self, number: int) -> int:
        """Read one line and what belongs to its value; gives the number of the next line, or the same one again."""
        lines = self._lines
        lines.trim(number)
        line = lines[number]
        if is_blank(line):
            return number + 1
        if is_note(line):
            if line[0] == "\t" or "\t" in lead_of(line):
                self._sheet.rows[number].change([Edit(0, len(lead_of(line)), "")], sure=None)
            return number + 1
        if _DOCUMENT.match(line):
            return self._mark(number)
        if line[0] == "%":
            traps.directive(self._sheet, number)
            return number + 1
        self._begun = True
        if len(lead_of(line)) > indent_of(line):
            self._straighten(number)
            return number
        if "\t" in line and self._lines.untab(number, 0, shape(line).value):
            return number
        if self._missing_dash(number) or self._missing_space(number):
            return number
        return self._entry(number, shape(line))

    def _mark(self, number: int) -> int:
        """A line `---` or `...`."""
        line = self._lines[number]
        bare = line.rstrip(" \t") in ("---", "...") or is_note(line[3:])
        rest = any(
            not is_blank(self._lines[each]) and not is_note(self._lines[each])
            for each in range(number + 1, self._lines.count)
        )
        first = line.startswith("---") and not self._begun
        if bare and (first or (line.startswith("...") and not rest)):
            self._begun = True
            return number + 1
        traps.second_document(self._sheet, number)
        self.breaks.append(number)
        return number + 1

    # The beginning of a line

    def _straighten(self, number: int) -> None:
        """Tabs before a line: as deep as the open lists and keys allow."""
        meant = self._lines.depth(number)
        if "\t" not in lead_of(self._lines[number]):
            self._lines.straighten(number, meant)
            return
        kind = "dash" if shape(self._lines[number].lstrip()).dashes else "key"
        fit = [level.column for level in self._levels if level.kind == kind and level.column]
        if self._levels and self._levels[-1].waits:
            fit.append(self._levels[-1].column + STEP)
        wanted = min(fit, key=lambda column: abs(column - meant), default=meant)
        self._lines.straighten(number, wanted, sure=len(set(fit)) == 1 or meant in fit)

    def _missing_dash(self, number: int) -> bool:
        """A list item whose dash lacks its space or is another sign; whether it was mended."""
        line = self._lines[number]
        found = DASH.match(line)
        if found is None:
            return False
        at = found.start(1)
        top = self._levels[-1] if self._levels else None
        among = any(level.kind == "dash" and level.column == at for level in self._levels)
        # A first item: only a letter behind the hyphen makes it one beyond doubt.
        below = top is not None and top.waits and at >= top.column and found[1] == "-" and line[at + 1].isalpha()
        if not among and not below:
            return False
        traps.no_space(self._sheet, number, at, [Edit(at, found.end(), "- ")], dash=True)
        return True

    def _missing_space(self, number: int) -> bool:
        """A key whose colon lacks its space or is another sign; whether it was mended."""
        line = self._lines[number]
        at = indent_of(line)
        found = NO_SPACE.match(line, at)
        if found is None:
            return False
        top = self._levels[-1] if self._levels else None
        if top is not None and not any(level.kind == "key" and level.column == at for level in self._levels):
            below = self._lines[number + 1] if number + 1 < self._lines.count else ""
            key = shape(below).key or NO_SPACE.match(below, at)
            if not (top.waits and key and indent_of(below) == at):
                return False
        traps.no_space(self._sheet, number, found.start(2), [Edit(found.start(2), found.end(2), ": ")], dash=False)
        return True

    # One entry: dashes, key, value

    def _entry(self, number: int, parts: Shape) -> int:
        line = self._lines[number]
        kind = "dash" if parts.dashes else "key" if parts.key else "text"
        if kind == "text" and line[parts.value : parts.value + 2].rstrip() == "?":
            traps.complex_key(self._sheet, number, parts.entry)
            after = self._lines.drop_deeper(number + 1, parts.indent)
            if after < self._lines.count and self._lines[after].startswith(":", parts.indent):
                self._sheet.rows[after].leave_out()
            return after
        if parts.key and not self._good_key(number, parts):
            return number
        keep = self._fit(number, parts, kind)
        if keep is None:
            return number
        if keep == 0 and kind == "dash":
            return self._before(number)
        if keep == 0 and kind == "text" and line[parts.indent] != "{":
            return self._before(number)
        self._told_before()
        return self._open(number, parts, keep)

    def _open(self, number: int, parts: Shape, keep: int) -> int:
        """Open the levels of a line and read its value."""
        line = self._lines[number]
        levels = self._levels[:keep]
        for column in parts.dashes:
            _enter(levels, column, "dash")
        if parts.key:
            _enter(levels, parts.key[0], "key")
        self._values.block = None
        at = self._lines.past_properties(line, parts.value)
        waits = at >= len(line.rstrip(" \t"))
        after = number + 1
        if not waits:
            parent = levels[-1].column if levels else -1
            typed = parts.key is not None and line[parts.key[0]] not in "\"'"
            item = (parts.dashes[-1], parts.entry) if parts.dashes and typed else None
            after = self._values.read(Spot(number, at, parent, item))
            if after == AGAIN:
                return number
            waits = self._lines[number][at : at + 1] in ("", "#")
        if levels:
            levels[-1] = Level(levels[-1].column, levels[-1].kind, waits)
        else:
            levels = [Level(parts.indent, "brackets")]
        self._levels = levels
        return after

    def _good_key(self, number: int, parts: Shape) -> bool:
        line = self._lines[number]
        start, end = parts.key or (0, 0)
        if start == end:
            traps.no_key(self._sheet, number, start)
        elif self._bad_sign(line, start):
            if parts.dashes and not self._lines.goes_on(number, parts.dashes[-1]):
                traps.sign(self._sheet, number, start, start)
            else:
                traps.key_sign(self._sheet, number, start)
        else:
            return True
        if not self._lines[number]:
            self._lines.drop_deeper(number + 1, parts.indent)
        return False

    def _bad_sign(self, line: str, start: int) -> bool:
        """Whether a key begins with a sign that YAML would not read as text."""
        at = self._lines.past_properties(line, start)
        if line[at] == "*" and self._lines.property_end(line, at) >= 0:
            return False
        return line[at] in _KEY_SIGNS or (at > start and line[at] in "|>[{#\"'?:-")

    # Where a line belongs

    def _fit(self, number: int, parts: Shape, kind: str) -> int | None:
        """How many of the open levels a line stands in; None when it was told to stand wrong and changed."""
        levels, indent = self._levels, parts.indent
        if not levels:
            return 0
        if levels[0].kind == "brackets":
            self._stray(number, indent)
            return None
        keep = len(levels)
        while keep and levels[keep - 1].column > indent:
            keep -= 1
        if keep == 0:
            self._misplaced(number, indent, kind, 0)
            return None
        # A list may begin in the column of its own key; the next key there ends it.
        if kind == "key" and keep > 1 and levels[keep - 1].kind == "dash" and levels[keep - 2].column == indent:
            keep -= 1
        top = levels[keep - 1]
        waits = top.waits and keep == len(levels)
        if indent == top.column:
            if kind == top.kind or (kind == "dash" and waits):
                return keep
            self._mismatched(number, indent, kind, keep)
            return None
        if waits:
            return keep
        self._misplaced(number, indent, kind, keep)
        return None

    def _mismatched(self, number: int, indent: int, kind: str, keep: int) -> None:
        """A line in the column of others that are of another kind."""
        if kind == "dash":
            traps.list_behind_value(self._sheet, number, indent)
        elif kind == "key":
            inside = self._levels[keep] if keep < len(self._levels) else None
            inner = inside.column if inside and inside.kind == "key" else None
            traps.key_in_list(self._sheet, number, indent, inner)
        elif self._levels[keep - 1].kind == "dash":
            traps.no_dash(self._sheet, number, indent)
        else:
            self._stray(number, indent)
        if not self._lines[number]:
            self._lines.drop_deeper(number + 1, indent)

    def _misplaced(self, number: int, indent: int, kind: str, keep: int) -> None:
        """A line that is not below any line it could belong with."""
        less = [level.column for level in self._levels[:keep] if level.kind == kind]
        more = [level.column for level in self._levels[keep:] if level.kind == kind]
        wanted = [*more[:1], *less[-1:]]
        if more and keep and self._levels[keep - 1].kind != kind:
            # What stands deeper than the dash of an item belongs to the item.
            wanted = more[:1]
        if not wanted:
            if kind == "dash":
                traps.list_behind_value(self._sheet, number, indent)
            else:
                self._stray(number, indent)
            self._lines.drop_deeper(number + 1, indent)
            return
        edits = [Edit(0, indent, " " * wanted[0])]
        sure = len(wanted) == 1 and self._values.block is None
        traps.indent(self._sheet, number, wanted, edits, sure=sure)

    def _stray(self, number: int, indent: int) -> None:
        traps.stray(self._sheet, number, indent, block=self._values.block)

    def _before(self, number: int) -> int:
        """A line in front of the first key that belongs to none."""
        self._before_keys.append(number)
        return self._lines.drop_deeper(number + 1, 0)

    def _told_before(self) -> None:
        for number in self._before_keys:
            traps.stray(self._sheet, number, indent_of(self._lines[number]))
        self._before_keys.clear()


def _enter(levels: list[Level], column: int, kind: str) -> None:
    if levels and (levels[-1].column, levels[-1].kind) == (column, kind):
        return
    if levels:
        levels[-1] = Level(levels[-1].column, levels[-1].kind)
    levels.append(Level(column, kind))
