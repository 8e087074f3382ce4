"""Tables out of the lists of a record: which columns have something in them, what is computed, how wide columns are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from bulletin.compose.columns import cramped, head_lines, needed, shared
from bulletin.compose.scale import PT_PER_MM, scale
from bulletin.edition import Edition
from bulletin.model import AgendaItem, Candidate, Election, Indicator, Rating, Table, Task, Vote
from bulletin.vietnamese.numbers import percent, read_number, read_quantity

T = TypeVar("T")

_GUTTER_MM = 4.0
_LARGE_GUTTER_EM = 1.0
"""Between two columns: the style sheets give each cell half of it on either side."""
_MOST_HEAD_LINES = 2


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

    @property
    def card_rows(self) -> tuple[tuple[tuple[str, str], ...], ...]:
        """For each card its lines, label and text; of the first the label is empty unless it is the author's own."""
        return tuple(self._card(row) for row in self.rows)

    def _card(self, row: Sequence[str]) -> tuple[tuple[str, str], ...]:
        pairs = [
            (column.label, cell or "–") for column, cell in zip(self.columns, row, strict=True) if cell or self.own
        ]
        if pairs and not self.own:
            pairs[0] = "", pairs[0][1]
        return tuple(pairs)

    def fitted(self, edition: Edition, *, roomy: bool = False) -> Grid:
        """Share the measure out among the columns; a table with too many, or too long words, becomes cards.

        Args:
            edition: Gives the measure.
            roomy: Whether it also becomes cards when a column of text would be a pillar, as large print has it, or
                its head would be higher than two lines.
        """
        sizes = scale(edition)
        if len(self.columns) <= edition.most_columns:
            needs = [
                needed(column.label, [row[place] for row in self.rows], sizes.figures, numeric=column.numeric)
                for place, column in enumerate(self.columns)
            ]
            for size_pt in dict.fromkeys((sizes.panel, edition.smallest_pt)):
                em_mm = size_pt / PT_PER_MM
                gutter_mm = _LARGE_GUTTER_EM * em_mm if edition.large_print else _GUTTER_MM
                room = (edition.measure_mm - gutter_mm * (len(needs) - 1)) / em_mm
                widths = shared(needs, room)
                if roomy and widths and head_lines(widths, needs) > _MOST_HEAD_LINES:
                    widths = []
                if widths and not ((edition.large_print or roomy) and cramped(widths, needs)):
                    last = len(widths) - 1
                    cells = [
                        width * em_mm + gutter_mm * ((place > 0) + (place < last)) / 2
                        for place, width in enumerate(widths)
                    ]
                    weights = tuple(round(100 * cell / sum(cells), 2) for cell in cells)
                    return replace(self, weights=weights, dense=size_pt < sizes.panel)
        return replace(self, cards=True)


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
