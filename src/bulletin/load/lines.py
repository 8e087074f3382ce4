"""How deep lines stand, and the lines that are left out or set straight on the way."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bulletin.load import traps
from bulletin.load.shape import LEAD, NO_WIDTH, closed, indent_of, is_blank, is_note, shape
from bulletin.load.sheet import Edit, Sheet

AGAIN = -1
"""Instead of the number of the next line: a line was changed and is to be read once more."""

STEP = 2
"""Spaces that a tab stands for when nothing else tells, and by which text is put below its key."""

_ANCHOR = re.compile(r"[&*]([0-9A-Za-z_-]+)(?=[ \t,\]}]|$)")
_TAG = re.compile(r"!(?:![0-9A-Za-z_:./-]*|<[0-9A-Za-z_:.,/-]+>)(?=[ \t,\]}]|$)")
_ALONE = re.compile(r"(?:&[0-9A-Za-z_-]+|!!?[0-9A-Za-z_-]+)[ \t]*$")
_NAMES = re.compile(r"(?:^|(?<=[\s\[{,]))([&*])([0-9A-Za-z_-]+)(?=[\s,\]}]|$)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a value stands."""

    number: int
    """Its line, from 0."""
    at: int
    """Where it begins."""
    parent: int
    """Column of the key or dash that it belongs to; what stands deeper goes on with it."""
    item: tuple[int, int] | None = None
    """Columns of the dash and of the key, when the value stands after both in one line."""


class Lines:
    """The lines of a sheet as they are read."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.count = len(sheet.rows)
        # What stood before a line, and the number of spaces that it was found to mean.
        self._depths = {"": 0}
        names: dict[str, set[str]] = {"&": set(), "*": set()}
        for sign, name in _NAMES.findall(sheet.read):
            names[sign].add(name)
        # Only a name that is used as YAML means it is left to be refused; other texts with such a sign are texts.
        self._linked = names["&"] & names["*"]

    def __getitem__(self, number: int) -> str:
        return self.sheet.rows[number].read

    def depth(self, number: int) -> int:
        """How many spaces stand before a line, or are meant by the tabs and other signs there."""
        line = self[number]
        indent = indent_of(line)
        lead = lead_of(line)
        if len(lead) == indent:
            return indent
        if "\t" not in lead:
            return sum(sign not in NO_WIDTH for sign in lead)
        known = max((start for start in self._depths if lead.startswith(start)), key=len)
        return self._depths[known] + sum(STEP if sign == "\t" else 1 for sign in lead[len(known) :])

    def straighten(self, number: int, wanted: int, *, sure: bool = True) -> None:
        """Make what stands before a line into spaces, and tell of it."""
        line = self[number]
        lead = lead_of(line)
        edits = [Edit(0, len(lead), " " * wanted)]
        if "\t" in lead:
            self._depths.setdefault(lead, wanted)
            traps.tab_indent(self.sheet, number, lead.index("\t"), edits, sure=sure, wanted=wanted)
        else:
            traps.odd_space(self.sheet, number, indent_of(line), edits)

    def untab(self, number: int, at: int, end: int | None = None) -> bool:
        """Make tabs between two columns, outside quotes, into spaces, and tell of them; whether there were any."""
        line = self[number]
        tabs, end = [], len(line.rstrip(" \t")) if end is None else end
        while at < end and "\t" in line[at:end]:
            if line[at] in "\"'" and line[at - 1 : at] in ("", " ", "\t", "[", "{", ",") and closed(line, at) > 0:
                at = closed(line, at)
                continue
            if line[at] == "\t":
                tabs.append(at)
            at += 1
        if tabs:
            edits = [Edit(each, each + 1, "" if _beside_blank(line, each) else " ") for each in tabs]
            traps.tab(self.sheet, number, tabs[0], edits)
        return bool(tabs)

    def trim(self, number: int) -> None:
        """Take tabs from the end of a line, and whatever stands in an empty one; they mean nothing."""
        line = self[number]
        end = 0 if is_blank(line) else len(line.rstrip(" \t"))
        if line[end:].strip(" "):
            self.sheet.rows[number].change([Edit(end, len(line), "")], sure=None)

    def drop_deeper(self, number: int, column: int) -> int:
        """Leave out the lines from there on that stand deeper than a column; gives the number of the next line."""
        while number < self.count and (is_blank(self[number]) or self.depth(number) > column):
            self.sheet.rows[number].leave_out()
            number += 1
        return number

    def goes_on(self, number: int, column: int) -> bool:
        """Whether the next line that says anything stands deeper than a column."""
        for each in range(number + 1, self.count):
            if not is_blank(self[each]) and not is_note(self[each]):
                return self.depth(each) > column
        return False

    def quotes_from(self, spot: Spot) -> tuple[int, bool]:
        """From where on a value that needs quotes gets them, and whether it is the only way to read the line.

        `- Đồng chí: A: B` is one line of text in a list of lines, and a key with its value in a list of entries.
        """
        if spot.item is None or self._has_entries(spot.number, *spot.item):
            return spot.at, True
        return spot.item[1], False

    def _has_entries(self, number: int, dash: int, key: int) -> bool:
        """Whether an item of the list has more than one key."""
        for step in (1, -1):
            each = number + step
            while 0 <= each < self.count:
                line = self[each]
                indent = indent_of(line)
                if not is_blank(line) and not is_note(line):
                    if indent < dash or (indent == dash and not line.startswith("-", dash)):
                        break
                    if indent == key and shape(line).key:
                        return True
                each += step
        return False

    def past_properties(self, line: str, at: int) -> int:
        """Where the value after anchors and tags begins."""
        while line[at : at + 1] in ("&", "!") and (end := self.property_end(line, at)) >= 0:
            at = len(line) - len(line[end:].lstrip(" \t"))
        return at

    def names_block(self, number: int, at: int, column: int) -> bool:
        """Whether an anchor or tag stands alone there, and lines follow that it would be given to."""
        alone = _ALONE.match(self[number], at)
        return alone is not None and self.goes_on(number, column)

    def property_end(self, line: str, at: int) -> int:
        """Where an anchor, alias or tag ends; -1 when it is a text that only begins like one."""
        if line[at] == "!":
            found = _TAG.match(line, at)
            return found.end() if found else -1
        named = _ANCHOR.match(line, at)
        return named.end() if named and named[1] in self._linked else -1


def _beside_blank(line: str, at: int) -> bool:
    return line[at - 1 : at] in (" ", "\t") or line[at + 1 : at + 2] == " "


def lead_of(line: str) -> str:
    """What stands before the text of a line."""
    found = LEAD.match(line)
    return found[0] if found else ""
