"""The block structure of a record, followed line by line, so that every trap is told in its own words.

The scanner stops at its first error and names a cause that a clerk cannot know. This walk knows the same grammar of
indentation, finds each line that breaks it, and mends it in memory, so that the scanner then reads the whole file.
"""

from __future__ import annotations

import re

from bulletin.load import refusals, traps
from bulletin.load.levels import Kind, Level, answered, around, entered, expected, waits
from bulletin.load.lines import AGAIN, STEP, Lines, Spot, lead_of
from bulletin.load.shape import DASH, NO_SPACE, Shape, indent_of, is_blank, is_note, shape
from bulletin.load.sheet import Edit, Sheet
from bulletin.load.values import Values

_MOST_TRIES = 50
_KEY_SIGNS = "*&!@%`,]}"
_DOCUMENT = re.compile(r"(?:---|\.\.\.)(?=[ \t]|$)")


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
        if self._before_keys and not self._sheet.told(self._before_keys[0]):
            refusals.not_pairs(self._sheet, self._before_keys[0])
        elif not self._sheet.problems:
            refusals.empty(self._sheet)
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
            refusals.directive(self._sheet, number)
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
        refusals.second_document(self._sheet, number)
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
        fit = [level.column for level in self._levels if level.kind == kind]
        if waits(self._levels, len(self._levels)):
            fit.append(self._levels[-1].column + STEP)
        deeper = {column for column in fit if column}
        wanted = min(deeper or fit, key=lambda column: abs(column - meant), default=meant)
        self._lines.straighten(number, wanted, sure=len(deeper) == 1 or meant in deeper)

    def _missing_dash(self, number: int) -> bool:
        """A list item whose dash lacks its space or is another sign; whether it was mended."""
        line = self._lines[number]
        found = DASH.match(line)
        if found is None:
            return False
        at = found.start(1)
        top = self._levels[-1] if self._levels else None
        among = any(level.kind == "dash" and level.column == at for level in self._levels)
        # A first item: only a letter after the hyphen makes it one beyond doubt.
        below = top is not None and top.waits and at >= top.column and line[at] == "-" and line[found.end()].isalpha()
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
        kind: Kind = "dash" if parts.dashes else "key" if parts.key else "text"
        if kind == "text" and line[parts.value : parts.value + 2].rstrip() == "?":
            refusals.complex_key(self._sheet, number, parts.entry)
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
        steps: list[tuple[int, Kind]] = [(column, "dash") for column in parts.dashes]
        if parts.key:
            steps.append((parts.key[0], "key"))
        levels = entered(self._levels[:keep], steps)
        parent = levels[-1].column if levels else -1
        self._values.block = None
        if parts.key and line[slice(*parts.key)] == "<<":
            # It is refused as a key; what it would fetch is of no interest.
            self._sheet.rows[number].change([Edit(parts.value, len(line), "")], sure=False)
            self._lines.drop_deeper(number + 1, parent)
            line = self._lines[number]
        at = self._lines.past_properties(line, parts.value)
        after, still = number + 1, True
        if at < len(line.rstrip(" \t")) and not self._lines.names_block(number, at, parent):
            typed = parts.key is not None and line[parts.key[0]] not in "\"'"
            item = (parts.dashes[-1], parts.entry) if parts.dashes and typed else None
            after = self._values.read(Spot(number, at, parent, item))
            if after == AGAIN:
                return number
            still = self._lines[number][at : at + 1] in ("", "#")
        self._levels = answered(levels, still=still) or [Level(parts.indent, "brackets")]
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
        return line[at] in _KEY_SIGNS or (at > start and line[at] in "|>[{#\"'?:-")

    # Where a line belongs

    def _fit(self, number: int, parts: Shape, kind: Kind) -> int | None:
        """How many of the open levels a line stands in; None when it was told to stand wrong and changed."""
        levels, indent = self._levels, parts.indent
        if not levels:
            return 0
        keep = around(levels, indent, kind)
        if levels[0].kind == "brackets":
            self._stray(number, indent)
        elif keep and indent == levels[keep - 1].column:
            if kind == levels[keep - 1].kind or (kind == "dash" and waits(levels, keep)):
                return keep
            self._mismatched(number, indent, kind, keep)
        elif waits(levels, keep):
            return keep
        else:
            self._misplaced(number, indent, kind, keep)
        return None

    def _mismatched(self, number: int, indent: int, kind: Kind, keep: int) -> None:
        """A line in the column of others that are of another kind."""
        if kind == "dash":
            traps.list_after_value(self._sheet, number, indent)
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

    def _misplaced(self, number: int, indent: int, kind: Kind, keep: int) -> None:
        """A line that is not below any line it could belong with."""
        wanted = expected(self._levels, keep, kind)
        if not wanted:
            if kind == "dash":
                traps.list_after_value(self._sheet, number, indent)
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
