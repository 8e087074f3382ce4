"""Tables out of the lists of a record: which columns have something in them, what is computed, how wide columns are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from bulletin.compose.scale import PT_PER_MM, scale, set_words
from bulletin.compose.widths import lines
from bulletin.edition import Edition
from bulletin.model import AgendaItem, Candidate, Election, Indicator, Rating, Table, Task, Vote
from bulletin.vietnamese.numbers import percent, read_number, read_quantity

T = TypeVar("T")

_PADDING_MM = 4.0
"""Between two columns: the style sheet gives each cell half of it on either side."""
_SAFE = 1.03
"""How much wider than measured a word may be set."""
_TEXT_EM = 9.0
"""A column of longer lines is one of text; such columns take the room that is left."""
_ROWS_TRIED = 100
"""Columns are weighed by so many rows; the rest will be like them."""
_LABEL_EM = 7.5
"""A head that is not longer stands in one line where there is room."""
_AIR_EM = 2.0
"""How much each column is given beyond its need before the columns of text take the rest."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    label: str
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table ready to be set; each row has a cell for each column."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""
    own: bool = False
    """Whether it is the author's: then all it says is printed, empty cells and the heads of all columns too."""
    weights: tuple[float, ...] = ()
    """Width of each column in per cent, once it was fitted."""
    dense: bool = False
    """Set in the smallest type, for its words would not fit otherwise."""
    cards: bool = False
    """Set as one card a row."""

    def fitted(self, edition: Edition) -> Grid:
        """Share the measure out among the columns; a table with too many, or too long words, becomes cards."""
        sizes = scale(edition)
        if len(self.columns) <= edition.most_columns:
            needs = _needs(self, edition)
            for size_pt in dict.fromkeys((sizes.panel, edition.smallest_pt)):
                em_mm = size_pt / PT_PER_MM
                room = (edition.measure_mm - _PADDING_MM * (len(needs) - 1)) / em_mm
                if widths := _shared(needs, room):
                    last = len(widths) - 1
                    cells = [
                        width * em_mm + _PADDING_MM * ((place > 0) + (place < last)) / 2
                        for place, width in enumerate(widths)
                    ]
                    weights = tuple(round(100 * cell / sum(cells), 2) for cell in cells)
                    return replace(self, weights=weights, dense=size_pt < sizes.panel)
        return replace(self, cards=True)


@dataclass(frozen=True, slots=True)
class _Need:
    """What a column needs, in multiples of the type size."""

    cells: tuple[tuple[float, ...], ...]
    """For each row, how wide the words of its cell are."""
    space: float
    least: float
    """For its widest word."""
    folded: float
    """For its longest cell in one line, a long head in two."""
    full: float
    """For everything in one line."""
    text: bool


def _needs(grid: Grid, edition: Edition) -> list[_Need]:
    face = scale(edition).figures
    space = face.width(" ")
    found = []
    for place, column in enumerate(grid.columns):
        head = [face.width(word, bold=True) for word in set_words(column.label)]
        cells = tuple(tuple(face.width(word) for word in set_words(row[place])) for row in grid.rows)
        longest = max((sum(words) + space * (len(words) - 1) for words in cells), default=0.0)
        full = sum(head) + space * (len(head) - 1)
        found.append(
            _Need(
                cells=cells, space=space,
                least=max((word for words in (head, *cells) for word in words), default=0.0) * _SAFE,
                folded=max(longest, full if full <= _LABEL_EM else _halved(head, space)) * _SAFE,
                full=max(longest, full) * _SAFE,
                text=longest > _TEXT_EM and not column.numeric,
            )
        )  # fmt: skip
    return found


def _halved(words: Sequence[float], space: float) -> float:
    """Width of a head in at most two lines."""
    return min(
        (
            max(sum(part) + space * max(len(part) - 1, 0) for part in (words[:place], words[place:]))
            for place in range(1, len(words) + 1)
        ),
        default=0.0,
    )


def _shared(needs: Sequence[_Need], room: float) -> list[float]:
    """Share room out: short columns get what they need, long ones divide the rest; nothing if words do not fit."""
    if sum(need.least for need in needs) > room:
        return []
    widths = [need.least for need in needs]
    short = [place for place, need in enumerate(needs) if not need.text]
    long = [place for place, need in enumerate(needs) if need.text]
    _grow(widths, short, [need.folded for need in needs], room)
    if room - sum(widths) < sum(needs[place].folded - widths[place] for place in long):
        return _shortest(widths, needs, long, room)
    _grow(widths, long, [need.folded for need in needs], room)
    _grow(widths, short, [need.full for need in needs], room)
    left = room - sum(widths)
    air = min(_AIR_EM, left / len(widths))
    widths = [width + air for width in widths]
    left -= air * len(widths)
    takers = long or range(len(needs))
    shares = [widths[place] ** 2 if long else 1.0 for place in takers]
    for place, share in zip(takers, shares, strict=True):
        widths[place] += left * share / sum(shares)
    return widths


def _grow(widths: list[float], places: Sequence[int], wanted: Sequence[float], room: float) -> None:
    """Widen columns to what they want, the most modest first, each as far as a fair share of what is left reaches."""
    modest = sorted(places, key=lambda place: wanted[place] - widths[place])
    for number, place in enumerate(modest):
        fair = max(0.0, room - sum(widths)) / (len(modest) - number)
        widths[place] += min(max(0.0, wanted[place] - widths[place]), fair)


def _shortest(widths: Sequence[float], needs: Sequence[_Need], long: Sequence[int], room: float) -> list[float]:
    """The rest divided among the columns of text in the way that takes the fewest lines."""
    left = room - sum(widths)

    def divided(power: float) -> list[float]:
        shares = {place: needs[place].folded ** power for place in long}
        return [
            width + (left * shares[place] / sum(shares.values()) if place in shares else 0.0)
            for place, width in enumerate(widths)
        ]

    def height(tried: Sequence[float]) -> int:
        rows = range(min(len(needs[0].cells), _ROWS_TRIED))
        return sum(
            max(lines(list(needs[place].cells[row]), needs[place].space, tried[place] / _SAFE) for place in long)
            for row in rows
        )

    return min((divided(power) for power in (1.0, 0.5, 0.0, 1.5, 2.0)), key=height)


Cells = Sequence[tuple[str, Callable[[T], str]]]


def _grid(entries: Sequence[T], cells: Cells[T], *, caption: str = "") -> Grid:
    """Keep the first column and every other that has something in it."""
    rows = [tuple(read(entry) for _, read in cells) for entry in entries]
    kept = [place for place in range(len(cells)) if place == 0 or any(row[place] for row in rows)]
    columns = tuple(
        Column(cells[place][0], numeric=place > 0 and _all_numbers([row[place] for row in rows])) for place in kept
    )
    return Grid(columns, tuple(tuple(row[place] for place in kept) for row in rows), caption)


def _all_numbers(cells: Sequence[str]) -> bool:
    """Whether all that is filled in is numbers, with a word such as `hơn` before them or a sign."""
    filled = [cell for cell in cells if cell]
    return bool(filled) and all(read_quantity(cell.lstrip("+-−±≥≤<> ").strip()) is not None for cell in filled)


def agenda(items: Sequence[AgendaItem]) -> Grid:
    """The programme; without the columns that nothing is known of."""
    grid = _grid(
        items,
        (
            ("Nội dung", lambda item: item.item),
            ("Thời gian", lambda item: item.time),
            ("Người thực hiện", lambda item: item.who),
        ),
    )
    # What is done is always known; the time stands before it.
    if len(grid.columns) > 1 and grid.columns[1].label == "Thời gian":
        order = (1, 0, *range(2, len(grid.columns)))
        timed = replace(grid.columns[1], numeric=False)
        columns = (timed, *(grid.columns[place] for place in order[1:]))
        return Grid(columns, tuple(tuple(row[place] for place in order) for row in grid.rows))
    return grid


def ratio(indicator: Indicator) -> str:
    """The ratio as given, else computed from plan and actual when both are numbers."""
    if indicator.ratio:
        return indicator.ratio
    plan, actual = read_number(indicator.plan), read_number(indicator.actual)
    return percent(actual, plan) if plan and actual is not None else ""


def indicators(entries: Sequence[Indicator], *, caption: str = "") -> Grid:
    """Targets, and how far they were reached."""
    return _grid(
        entries,
        (
            ("Chỉ tiêu", lambda entry: entry.name),
            ("Đơn vị tính", lambda entry: entry.unit),
            ("Kế hoạch", lambda entry: entry.plan),
            ("Thực hiện", lambda entry: entry.actual),
            ("Tỷ lệ", ratio),
            ("Cùng kỳ", lambda entry: entry.previous),
            ("Tăng, giảm", lambda entry: entry.change),
            ("Đánh giá", lambda entry: entry.rating),
        ),
        caption=caption,
    )


def vote_rate(vote: Vote) -> str:
    """The share as given, else computed from the votes when they are numbers."""
    if vote.rate:
        return vote.rate
    total, agreed = read_number(vote.total), read_number(vote.for_)
    return percent(agreed, total) if total and agreed is not None else ""


def votes(entries: Sequence[Vote]) -> Grid:
    """Matters voted on."""
    return _grid(
        entries,
        (
            ("Nội dung biểu quyết", lambda entry: entry.matter),
            ("Tổng số", lambda entry: entry.total),
            ("Đồng ý", lambda entry: entry.for_),
            ("Không đồng ý", lambda entry: entry.against),
            ("Ý kiến khác", lambda entry: entry.other),
            ("Tỷ lệ đồng ý", vote_rate),
        ),
    )


def candidates(election: Election) -> Grid:
    """Who stood, with votes and their share of the valid ballots."""
    valid = read_number(election.valid)

    def share(candidate: Candidate) -> str:
        got = read_number(candidate.votes)
        return percent(got, valid) if valid and got is not None else ""

    return _grid(
        election.candidates,
        (
            ("Họ và tên", lambda entry: entry.name),
            ("Số phiếu", lambda entry: entry.votes),
            ("Tỷ lệ trên phiếu hợp lệ", share),
        ),
        caption="Kết quả kiểm phiếu",
    )


def ratings(entries: Sequence[Rating]) -> Grid:
    """Who was rated how, or how many at each level."""
    levels = tuple(dict.fromkeys(level for entry in entries for level in entry.counts))
    cells: list[tuple[str, Callable[[Rating], str]]] = [
        ("Đối tượng", lambda entry: entry.subject),
        ("Mức xếp loại", lambda entry: entry.level),
    ]
    cells += [(level, lambda entry, level=level: entry.counts.get(level, "")) for level in levels]  # type: ignore[misc]
    return _grid(entries, cells)


def tasks(entries: Sequence[Task]) -> Grid:
    """Things to be done, by whom and when."""
    return _grid(
        entries,
        (
            ("Nhiệm vụ", lambda entry: entry.task),
            ("Chủ trì", lambda entry: entry.lead),
            ("Thời hạn", lambda entry: entry.due),
        ),
    )


def of_table(table: Table) -> Grid:
    """A table of the author's own."""
    rows = table.rows
    columns = tuple(
        Column(label, numeric=place > 0 and _all_numbers([row[place] for row in rows]))
        for place, label in enumerate(table.columns)
    )
    return Grid(columns, rows, table.caption, own=True)
