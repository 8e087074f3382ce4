"""Texts in quotes: where they end, and what goes wrong with quotes and backslashes."""

from __future__ import annotations

import re

from bulletin.load import refusals, traps
from bulletin.load.letters import UNPRINTABLE
from bulletin.load.lines import AGAIN, Lines, Spot
from bulletin.load.shape import COMMENT, closed, looks_built, quote_end, quoting
from bulletin.load.sheet import Edit

_ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|[0abt\tnvfe \"\\/N_LP]|$|(.))")
_INVISIBLE = set("0abvfeNLP")


def read_quoted(lines: Lines, spot: Spot) -> int:
    """Read a text in quotes; gives the number of the line after it, or AGAIN."""
    end, number = closed(lines[spot.number], spot.at), spot.number
    if end < 0:
        number, end = _closed_below(lines, spot)
        if end < 0:
            return _open_quote(lines, spot)
    if lines[spot.number][spot.at] == '"':
        for each in range(spot.number, number + 1):
            low = spot.at if each == spot.number else 0
            high = end if each == number else len(lines[each])
            if _backslashes(lines, each, low, high, whole=number == spot.number):
                return AGAIN
    if ends(lines, number, end):
        return number + 1
    if number == spot.number:
        _text_after(lines, spot, end)
        return AGAIN
    traps.after_quote(lines.sheet, number, end, [Edit(end, len(lines[number]), "")], sure=False)
    return number + 1


def ends(lines: Lines, number: int, end: int) -> bool:
    """Whether nothing but blanks follows on the line; a note after the value is told, and cut off."""
    line = lines[number]
    rest = line[end:].lstrip(" \t")
    if rest and rest[0] == "#" and line[end] in " \t":
        traps.note(lines.sheet, number, len(line) - len(rest), 0, sure=False)
        return True
    return not rest


def _closed_below(lines: Lines, spot: Spot) -> tuple[int, int]:
    """Line and column after the closing quote of a text over several lines; -1, -1 when there is none."""
    quote = lines[spot.number][spot.at]
    for number in range(spot.number + 1, lines.count):
        line = lines[number]
        if line.startswith(("---", "...")) or (lines.depth(number) <= spot.parent and looks_built(line)):
            break
        end = quote_end(line, 0, quote)
        if end >= 0:
            return number, end
    return -1, -1


def _open_quote(lines: Lines, spot: Spot) -> int:
    line = lines[spot.number]
    quote, end = line[spot.at], len(line.rstrip(" \t"))
    text = line[spot.at + 1 : end]
    more = lines.goes_on(spot.number, spot.parent)
    edits: tuple[Edit, ...] = (Edit(end, end, quote),)
    sure = bool(text) and text[-1] not in "\"'”’" and not COMMENT.search(text) and not more
    if quote == '"' and "\\" in text:
        # A backslash may have swallowed the closing quote; in single quotes it does nothing.
        inner = [Edit(at, at + 1, "''") for at in range(spot.at + 1, end) if line[at] == "'"]
        edits, sure = (Edit(spot.at, spot.at + 1, "'"), *inner, Edit(end, end, "'")), False
    traps.open_quote(lines.sheet, spot.number, spot.at, edits, sure=sure)
    if more:
        lines.drop_deeper(spot.number + 1, spot.parent)
    return AGAIN


def _text_after(lines: Lines, spot: Spot, end: int) -> None:
    """Text after a closing quote on the same line."""
    line = lines[spot.number]
    quote, last = line[spot.at], len(line.rstrip(" \t")) - 1
    inner = line[spot.at + 1 : last]
    plain = not COMMENT.search(line, end) and not lines.goes_on(spot.number, spot.parent)
    opens = line[end - 2] == " " and line[end] not in " \t"
    if opens and line[last] == quote and inner.count(quote) % 2 == 0 and not (set("'\"\\") - {quote}) & set(inner):
        # Quotes inside quotes: those outside become of the other sort.
        other = "'" if quote == '"' else '"'
        edits = (Edit(spot.at, spot.at + 1, other), Edit(last, last + 1, other))
        traps.after_quote(lines.sheet, spot.number, end, edits, sure=plain)
    else:
        paired = line[spot.at :].count(quote) % 2 == 0
        sure = plain and paired and bool(line[end:].strip(" \t.,;"))
        traps.after_quote(lines.sheet, spot.number, end, quoting(line, lines.quotes_from(spot)[0]), sure=sure)
    if not plain:
        lines.drop_deeper(spot.number + 1, spot.parent)


def _backslashes(lines: Lines, number: int, low: int, high: int, *, whole: bool) -> bool:
    """Tell of a backslash that YAML does not know, or of one that makes an invisible sign; whether there was one."""
    line = lines[number]
    marks = list(_ESCAPE.finditer(line, low, high))
    bad = [mark for mark in marks if mark[1]]
    if bad:
        edits = [Edit(mark.start(), mark.start(), "\\") for mark in bad]
        alone = whole and len(bad) == len(marks)
        if alone and "'" not in line[low:high]:
            edits = [Edit(low, low + 1, "'"), Edit(high - 1, high, "'")]
        traps.escape(lines.sheet, number, bad[0].start(), edits, sure=alone)
        return True
    hidden = [mark for mark in marks if _invisible(mark[0][1:])]
    if hidden:
        edits = [Edit(mark.start(), mark.end(), " ") for mark in hidden]
        refusals.control(lines.sheet, number, hidden[0].start(), hidden[0][0], edits)
    return bool(hidden)


def _invisible(escape: str) -> bool:
    if escape[:1] in ("x", "u", "U") and len(escape) > 1:
        code = int(escape[1:], 16)
        return code > 0x10FFFF or UNPRINTABLE.match(chr(code)) is not None
    return escape in _INVISIBLE
