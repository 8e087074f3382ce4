"""Texts below a `|` or `>`: which lines they take in, and how far they are indented."""

from __future__ import annotations

from bulletin.load import traps
from bulletin.load.lines import AGAIN, STEP, Lines, Spot, lead_of
from bulletin.load.shape import BLOCK_HEADER, indent_of, is_blank, looks_built
from bulletin.load.sheet import Edit


def read_block(lines: Lines, spot: Spot) -> tuple[int, int]:
    """Read a text below `|` or `>`; gives the number of the line after it, or AGAIN, and the spaces before it."""
    header = BLOCK_HEADER.match(lines[spot.number], spot.at)
    told = int(header[1] or header[2] or 0) if header else 0
    good: list[int] = []
    odd: list[int] = []
    number = spot.number + 1
    while number < lines.count and (is_blank(lines[number]) or lines.depth(number) > spot.parent):
        line = lines[number]
        if not is_blank(line):
            if (
                len(good) > 1
                and looks_built(line)
                and indent_of(line) < min(indent_of(lines[each]) for each in good[:2])
            ):
                break
            (good if indent_of(line) > spot.parent else odd).append(number)
        number += 1
    base = max(spot.parent, 0)
    wanted = base + told if told else min((indent_of(lines[each]) for each in good), default=base + STEP)
    if told and not good and not odd:
        traps.sign(lines.sheet, spot.number, spot.at, lines.quotes_from(spot)[0])
        return AGAIN, 0
    for each in odd:
        lines.straighten(each, wanted)
    if told:
        for each in good:
            _level(lines, each, wanted, deeper=False)
    elif good and "\t" in lead_of(lines[good[0]]):
        lines.straighten(good[0], wanted)
    elif good and good[0] < min(odd, default=lines.count):
        _level(lines, good[0], wanted, deeper=True)
    _empty_lines(lines, spot.number + 1, number, wanted)
    return number, wanted


def _level(lines: Lines, number: int, wanted: int, *, deeper: bool) -> None:
    """Bring one line of the text to the depth of the others."""
    found = indent_of(lines[number])
    if found < wanted or (deeper and found > wanted):
        edits = [Edit(0, found, " " * wanted)]
        traps.block_indent(lines.sheet, number, found, edits, sure=deeper, wanted=wanted)


def _empty_lines(lines: Lines, number: int, end: int, wanted: int) -> None:
    """Blanks in an empty line must neither set the depth of a text nor end it."""
    first = True
    for each in range(number, end):
        line = lines[each]
        if is_blank(line) and line and (first or line[:wanted].strip(" ")):
            lines.sheet.rows[each].change([Edit(0, len(line), "")], sure=None)
        first = first and is_blank(line)
