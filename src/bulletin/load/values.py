"""Values in the lines of a record: where each ends, and the traps inside it."""

from __future__ import annotations

from itertools import groupby

from bulletin.load import refusals, traps
from bulletin.load.blocks import read_block
from bulletin.load.flow import MOST_LEVELS, FlowReader
from bulletin.load.lines import AGAIN, STEP, Lines, Spot, lead_of
from bulletin.load.quotes import ends, read_quoted
from bulletin.load.shape import (
    BLOCK_HEADER,
    COLON,
    COMMENT,
    NO_SPACE,
    indent_of,
    is_blank,
    is_note,
    looks_built,
    quoting,
    shape,
)
from bulletin.load.sheet import Edit

BULLETS = ("– ", "— ", "+ ", "• ", "* ")
_SIGNS = "*&!@%`|>,]}"


class Values:
    """Reads values, mends them, and says in which line reading goes on."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._sheet = lines.sheet
        self.block: int | None = None
        """Number of spaces before the lines of the last value, if it was a text below `|`."""

    def read(self, spot: Spot) -> int:
        """Read one value; gives the number of the line after it, or AGAIN."""
        line = self._lines[spot.number]
        self.block = None
        first = line[spot.at]
        if first in "\"'":
            return read_quoted(self._lines, spot)
        if first in "[{":
            return self._flow(spot)
        if BLOCK_HEADER.match(line, spot.at):
            after, self.block = read_block(self._lines, spot)
            return after
        if first == "*" and self._is_alias(spot):
            return spot.number + 1
        if first == "#":
            return self._only_note(spot)
        if first in _SIGNS or (first in "-?:" and line[spot.at + 1 : spot.at + 2] in ("", " ")):
            return self._whole(spot, spot.at, sign=True)
        return self._plain(spot)

    def _is_alias(self, spot: Spot) -> bool:
        end = self._lines.property_end(self._lines[spot.number], spot.at)
        return end >= 0 and ends(self._lines, spot.number, end)

    def _only_note(self, spot: Spot) -> int:
        if not self._lines.goes_on(spot.number, spot.parent):
            traps.note(self._sheet, spot.number, spot.at, spot.at, sure=False)
        return spot.number + 1

    def _whole(self, spot: Spot, at: int, *, sign: bool) -> int:
        """A text that only quotes make readable."""
        more = self._lines.goes_on(spot.number, spot.parent)
        start, _ = self._lines.quotes_from(spot)
        (traps.sign if sign else traps.colon)(self._sheet, spot.number, at, start, sure=not more)
        if more:
            self._lines.drop_deeper(spot.number + 1, spot.parent)
        return AGAIN

    # Brackets

    def _flow(self, spot: Spot) -> int:
        lines = self._lines
        reader = FlowReader(self._untabbed, lines.count, lines.property_end)
        flow = reader.read(spot.number, spot.at, spot.parent)
        if flow.fault == "deep":
            line = lines[spot.number]
            refusals.too_deep(self._sheet, flow.line, flow.column, most=MOST_LEVELS)
            self._sheet.rows[spot.number].change([Edit(spot.at, len(line), '""')], sure=False)
            return lines.drop_deeper(spot.number + 1, spot.parent)
        if flow.fault or not ends(lines, flow.line, flow.column):
            return self._no_flow(spot, flow.fault)
        for number, asking in groupby(flow.asking, key=lambda place: place[0]):
            edits = [edit for _, start, end in asking for edit in quoting(lines[number], start, end)]
            self._sheet.rows[number].change(edits, sure=None)
        for number, at in flow.notes:
            traps.note(self._sheet, number, at, 0, sure=False)
        for number, at in flow.figures:
            refusals.figure(self._sheet, number, at)
        return flow.line + 1

    def _no_flow(self, spot: Spot, fault: str) -> int:
        """Something in brackets that is no list: most likely a text."""
        more = self._lines.goes_on(spot.number, spot.parent)
        sure = not more and (not fault or "," not in self._lines[spot.number][spot.at :])
        traps.bracket(self._sheet, spot.number, spot.at, self._lines.quotes_from(spot)[0], sure=sure)
        if more:
            after = self._lines.drop_deeper(spot.number + 1, spot.parent)
            if after < self._lines.count and not self._lines[after].strip(" \t]}"):
                self._sheet.rows[after].leave_out()
        return AGAIN

    def _untabbed(self, number: int, parent: int) -> str:
        """A line inside brackets, its tabs made spaces."""
        lines = self._lines
        lines.trim(number)
        if "\t" in lines[number]:
            if "\t" in lead_of(lines[number]):
                lines.straighten(number, max(lines.depth(number), parent + 1))
            lines.untab(number, indent_of(lines[number]))
        return lines[number]

    # Running text

    def _plain(self, spot: Spot) -> int:
        """A text without quotes, which may go on in deeper lines."""
        lines = self._lines
        if lines.untab(spot.number, spot.at):
            return AGAIN
        line = lines[spot.number]
        note, colon = COMMENT.search(line, spot.at), COLON.search(line, spot.at)
        if colon and not (note and note.start() < colon.start()):
            return self._whole(spot, colon.start(), sign=False)
        if note:
            start, sure = lines.quotes_from(spot)
            sure = sure and not lines.goes_on(spot.number, spot.parent)
            traps.note(self._sheet, spot.number, note.start(), start, sure=sure)
            return AGAIN
        number = spot.number + 1
        while number < lines.count:
            after = self._continues(spot, number)
            if after is None:
                break
            if after == AGAIN:
                return AGAIN
            number = after
        return number

    def _continues(self, spot: Spot, number: int) -> int | None:
        """The line after one that goes on with a plain text; None when that line does not."""
        lines = self._lines
        lines.trim(number)
        line = lines[number]
        if is_blank(line):
            return number + 1
        if is_note(line) or lines.depth(number) <= spot.parent:
            return None
        if len(lead_of(line)) > indent_of(line) <= spot.parent:
            if looks_built(line):
                return None
            lines.straighten(number, max(spot.parent, 0) + STEP)
            return number
        if lines.untab(number, indent_of(line)):
            return number
        return self._run_on(spot, number, line)

    def _run_on(self, spot: Spot, number: int, line: str) -> int | None:
        at = indent_of(line)
        if line[at : at + 2] in ("-", "- "):
            traps.list_after_value(self._sheet, number, at)
            return self._lines.drop_deeper(number + 1, spot.parent)
        if line[at:].startswith(BULLETS):
            return self._bullets(spot, number, at)
        note, colon = COMMENT.search(line, at), COLON.search(line, at)
        if colon and not (note and note.start() < colon.start()):
            return self._key_below(spot, number, at)
        if note:
            traps.note(self._sheet, number, note.start(), at, sure=False)
            return number
        return number + 1

    def _key_below(self, spot: Spot, number: int, at: int) -> int | None:
        """A line with a key, deeper than a text that stands already in the line above."""
        above = self._lines[spot.number]
        missing = NO_SPACE.match(above, spot.at)
        if missing and at == spot.at and number == spot.number + 1:
            edits = [Edit(missing.start(2), missing.end(2), ": ")]
            traps.no_space(self._sheet, spot.number, missing.start(2), edits, dash=False)
            return AGAIN
        parts = shape(above)
        if parts.key is None:
            traps.key_after_value(self._sheet, number, at)
            return self._lines.drop_deeper(number + 1, spot.parent)
        wanted = parts.key[0]
        traps.indent(self._sheet, number, [wanted], [Edit(0, at, " " * wanted)], sure=False)
        return None

    def _bullets(self, spot: Spot, number: int, at: int) -> int:
        """A bullet inside a text that YAML would make one line of."""
        lines = self._lines
        key = spot.number - 1
        while key >= 0 and is_blank(lines[key]):
            key -= 1
        own = indent_of(lines[spot.number]) == spot.at and not lines[spot.number].startswith(BULLETS, spot.at)
        if own and key >= 0 and shape(lines[key]).key and lines[key].rstrip().endswith(":"):
            traps.lines_run_together(self._sheet, number, at, key)
            after, self.block = read_block(lines, Spot(key, len(lines[key]) - 1, spot.parent))
            return after
        traps.lines_run_together(self._sheet, number, at, None)
        return number + 1
