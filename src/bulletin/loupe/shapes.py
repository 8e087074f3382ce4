"""How lines are set: to both edges, to the middle, in columns, in tables."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bulletin.loupe.facts import Strip, Table
from bulletin.loupe.lines import MARKER, Flow, Step
from bulletin.loupe.margins import Split

_EVEN_EM = 0.06
"""Edges that differ by less are even."""
_UNEVEN_EM = 0.8
_SURE_LINES = 3
"""More lines than these do not end alike by chance."""
_HANGS = 3
"""An offset between two lines that comes so often is an indent."""
_CENTRED_EM = 0.06
_INSET_EM = 3.0
_NEAR_EM = 2.3
"""Lines farther apart belong to different things."""
_LEAST_LETTERS = 12
_COLUMN_LETTERS = 18
"""Lines of a text column hold so many letters at least, on the average; shorter ones are cells or lists."""
_FULL, _MOSTLY = 0.72, 0.6
"""In a text column most lines are almost as wide as the widest; cells are as wide as their words."""
_LEADER = re.compile(r"^[.…·\s]+$")
_NUMBER = re.compile(r"^[.…·\s]*[0-9]{1,4}$")
_LEAST_ROWS = 3
_LEAST_COLUMN_ROWS = 5


class Setting(NamedTuple):
    """How the lines of a document stand."""

    ragged: int
    """Paragraphs with an even left and a ragged right edge."""
    doubtful: int
    """Short ones with two even edges, which may be chance."""
    justified: tuple[Strip, ...]
    """First lines of paragraphs with two even edges."""
    centred: tuple[Strip, ...]
    right: tuple[Strip, ...]


def setting(flow: Flow, splits: Sequence[Split]) -> Setting:
    """How lines are aligned."""
    ragged, justified, doubtful = 0, [], []
    for lines in flow.paragraphs():
        size = lines[0].size_pt
        full = lines[:-1]
        if len(full) < 2 or not _is_prose(lines):
            continue
        rights = [line.right for line in full]
        if max(rights) - min(rights) > _EVEN_EM * size:
            ragged += 1
        elif len(full) > _SURE_LINES:
            justified.append(lines[0])
        else:
            doubtful.append(lines[0])
    if len(doubtful) > ragged and (justified or len(doubtful) > 1):
        justified += doubtful
    centred, right = _pairs(flow, justified=bool(justified))
    return Setting(ragged, len(doubtful), tuple(justified), (*centred, *_single(splits, centred)), right)


def _is_prose(lines: Sequence[Strip]) -> bool:
    """Whether lines are those of a paragraph: long, even on the left but for the first. A column of figures is not."""
    lefts = [line.left for line in lines[1:]]
    is_even = max(lefts) - min(lefts) <= _EVEN_EM * lines[0].size_pt
    return is_even and sum(len(line.text) for line in lines) >= _LEAST_LETTERS * len(lines)


def _pairs(flow: Flow, *, justified: bool) -> tuple[tuple[Strip, ...], tuple[Strip, ...]]:
    centred: dict[int, Strip] = {}
    right: dict[int, Strip] = {}
    offsets = Counter(_offset(step) for step in flow.steps)
    for step in flow.steps:
        upper, lower = step.upper, step.lower
        size = upper.size_pt
        # A list or a hanging indent may seem centred by chance.
        if (
            step.distance_em > _NEAR_EM
            or abs(upper.left - lower.left) < _UNEVEN_EM * size
            or id(upper) in flow.items
            or offsets[_offset(step)] >= _HANGS
        ):
            continue
        if abs(upper.left + upper.right - lower.left - lower.right) / 2 < _CENTRED_EM * size:
            centred |= {id(upper): upper, id(lower): lower}
        elif (
            abs(upper.right - lower.right) < _CENTRED_EM * size
            and abs(upper.left - lower.left) > _INSET_EM * size
            and not (justified and step.wrapped)
        ):
            right |= {id(upper): upper, id(lower): lower}
    return tuple(centred.values()), tuple(right.values())


def _offset(step: Step) -> int:
    """By how much the lower line begins farther in, in half points."""
    return round(2 * (step.lower.left - step.upper.left))


def _single(splits: Sequence[Split], known: Sequence[Strip]) -> Iterator[Strip]:
    """Lines by themselves in the middle of the text column."""
    told = {id(strip) for strip in known}
    for _, text, _ in splits:
        lefts = Counter(round(strip.left) for strip in text)
        if len(text) < 4 or lefts.most_common(1)[0][1] < 3:
            continue
        column = lefts.most_common(1)[0][0]
        edge = max(strip.right for strip in text)
        for strip in text:
            size = strip.size_pt
            inset, rest = strip.left - column, edge - strip.right
            alone = not any(
                other is not strip
                and (abs(other.left - strip.left) < 0.2 * size or abs(other.baseline - strip.baseline) < 0.5 * size)
                for other in text
            )
            if (
                alone and size and not strip.in_table and id(strip) not in told and inset > _INSET_EM * size
                and abs(inset - rest) < 0.5 * size and len(strip.text) >= _LEAST_LETTERS
            ):  # fmt: skip
                yield strip


class Side(NamedTuple):
    """What stands side by side on a page."""

    columns: int
    """Of running text: 1 when all of it stands one below the other."""
    first: Strip | None
    """The first line that has another one beside it."""
    tables: tuple[Table, ...]
    """What is set as a table, though the file need not say so."""


def side_by_side(split: Split) -> Side:
    """Columns and tables of a page, by where its strips stand."""
    strips = sorted(
        (strip for strip in split.text if strip.size_pt and not strip.in_table and not MARKER.match(strip.text)),
        key=lambda strip: (-strip.baseline, strip.left),
    )
    rows = _rows(strips)
    wide = [row for row in rows if len(row) > 1 and sum(len(strip.text) >= _LEAST_LETTERS for strip in row) > 1]
    pairs = [row for row in rows if len(row) > 1 and not _is_contents(row)]
    if len(wide) >= _LEAST_COLUMN_ROWS and _are_columns(wide):
        count = Counter(sum(len(strip.text) >= _LEAST_LETTERS for strip in row) for row in wide).most_common(1)[0][0]
        return Side(count, wide[0][0], ())
    return Side(1, None, tuple(_tables(pairs, split.page.number)))


def _is_contents(row: Sequence[Strip]) -> bool:
    """A line of contents: words, leader dots, a page number."""
    rest = [strip for strip in row if not _LEADER.match(strip.text)]
    return len(rest) == 2 and bool(_NUMBER.match(rest[1].text))


def _rows(strips: Sequence[Strip]) -> list[list[Strip]]:
    """Strips that overlap in height by more than half a line, from left to right."""
    rows: list[list[Strip]] = []
    for strip in strips:
        if rows and abs(rows[-1][0].baseline - strip.baseline) < 0.6 * strip.size_pt:
            rows[-1].append(strip)
        else:
            rows.append([strip])
    return [sorted(row, key=lambda strip: strip.left) for row in rows]


def _are_columns(rows: Sequence[Sequence[Strip]]) -> bool:
    sides: defaultdict[int, list[Strip]] = defaultdict(list)
    for row in rows:
        long = [strip for strip in row if len(strip.text) >= _LEAST_LETTERS]
        for place, strip in enumerate(long):
            sides[place].append(strip)
    for strips in sides.values():
        if len(strips) < _LEAST_COLUMN_ROWS:
            continue
        widest = max(strip.right - strip.left for strip in strips)
        full = sum(strip.right - strip.left >= _FULL * widest for strip in strips)
        if full < _MOSTLY * len(strips) or sum(len(s.text) for s in strips) < _COLUMN_LETTERS * len(strips):
            return False
    return True


def _tables(rows: Sequence[Sequence[Strip]], number: int) -> Iterator[Table]:
    """Rows one below the other whose strips begin at the same places."""
    block: list[Sequence[Strip]] = []
    for row in (*rows, None):
        if row is not None and (not block or _follows(block[-1], row)):
            block.append(row)
            continue
        if len(block) >= _LEAST_ROWS:
            count = Counter(map(len, block)).most_common(1)[0][0]
            yield Table(number, count, " ".join(strip.text for strip in block[0]))
        block = [] if row is None else [row]


def _follows(upper: Sequence[Strip], lower: Sequence[Strip]) -> bool:
    size = upper[0].size_pt
    if upper[0].baseline - lower[0].baseline > 5 * size:
        return False
    shared = sum(
        any(abs(one.left - other.left) < size or abs(one.right - other.right) < size / 2 for other in upper)
        for one in lower
    )
    return shared > 1
