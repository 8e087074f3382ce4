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
_NARROWEST_EM = 10.0
"""In large print a narrower column of text is a pillar, and the table becomes cards."""
_TALL_HEAD = 3
_ROWS_TRIED = 100
"""Columns are weighed by so many rows; the rest will be like them."""
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

    def fitted(self, edition: Edition) -> Grid:
        """Share the measure out among the columns; a table with too many, or too long words, becomes cards."""
        sizes = scale(edition)
        if len(self.columns) <= edition.most_columns:
            needs = _needs(self, edition)
            for size_pt in dict.fromkeys((sizes.panel, edition.smallest_pt)):
                em_mm = size_pt / PT_PER_MM
                room = (edition.measure_mm - _PADDING_MM * (len(needs) - 1)) / em_mm
                widths = _shared(needs, room)
                if widths and not (edition.large_print and _cramped(widths, needs)):
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

    head: tuple[float, ...]
    cells: tuple[tuple[float, ...], ...]
    """For the head and each row, how wide the words are."""
    space: float
    text: bool
    """Whether it holds lines of text rather than figures and short words."""

    @property
    def least(self) -> float:
        """For its widest word."""
        return max((word for words in (self.head, *self.cells) for word in words), default=0.0) * _SAFE

    @property
    def longest(self) -> float:
        """For its longest cell in one line."""
        return max((self.line(words) for words in self.cells), default=0.0) * _SAFE

    @property
    def folded(self) -> float:
        """For its longest cell in one line, the head in two."""
        return max(self.longest, self.least, _halved(self.head, self.space) * _SAFE)

    @property
    def full(self) -> float:
        """For everything in one line."""
        return max(self.longest, self.line(self.head) * _SAFE)

    def line(self, words: Sequence[float]) -> float:
        """Width of words in one line."""
        return sum(words) + self.space * max(len(words) - 1, 0)


def _needs(grid: Grid, edition: Edition) -> list[_Need]:
    face = scale(edition).figures
    found = []
    for place, column in enumerate(grid.columns):
        need = _Need(
            head=tuple(face.width(word, bold=True) for word in set_words(column.label)),
            cells=tuple(tuple(face.width(word) for word in set_words(row[place])) for row in grid.rows),
            space=face.width(" "),
            text=False,
        )
        found.append(replace(need, text=not column.numeric and need.longest > _TEXT_EM))
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
    long = [place for place, need in enumerate(needs) if need.text]
    if sum(need.full for need in needs) <= room:
        return _aired([need.full for need in needs], long, room)
    # Heads in one line or in two, word by word only where there is no other way.
    wanted = [
        [need.least if need.text else width for need, width in zip(needs, short, strict=True)]
        for short in (
            [need.full for need in needs],
            [need.folded for need in needs],
        )
    ]
    found = [widths for widths in wanted if sum(widths) <= room] or [[need.least for need in needs]]
    tried = [
        _divided(widths, needs, long or range(len(needs)), room - sum(widths), power)
        for widths in found
        for power in (1.0, 0.5, 0.0, 1.5, 2.0)
    ]
    return min(tried, key=lambda widths: _height(widths, needs))


def _cramped(widths: Sequence[float], needs: Sequence[_Need]) -> bool:
    """Whether a column of text is so narrow that it becomes a pillar."""
    return any(
        need.text and width < _NARROWEST_EM and need.longest > 2 * width
        for width, need in zip(widths, needs, strict=True)
    )


def _aired(widths: Sequence[float], long: Sequence[int], room: float) -> list[float]:
    """All in one line: some air for each column, the rest to the columns of text, or to all where there is none."""
    left = room - sum(widths)
    air = min(_AIR_EM, left / len(widths))
    aired = [width + air for width in widths]
    left -= air * len(widths)
    takers = long or range(len(widths))
    shares = [aired[place] ** 2 if long else 1.0 for place in takers]
    for place, share in zip(takers, shares, strict=True):
        aired[place] += left * share / sum(shares)
    return aired


def _divided(
    widths: Sequence[float], needs: Sequence[_Need], takers: Sequence[int], left: float, power: float
) -> list[float]:
    """What is left divided among columns, by what they lack."""
    shares = {place: max(needs[place].full - widths[place], 0.1) ** power for place in takers}
    total = sum(shares.values())
    return [width + left * shares.get(place, 0.0) / total for place, width in enumerate(widths)]


def _height(widths: Sequence[float], needs: Sequence[_Need]) -> int:
    """How many lines a table takes; those of a head beyond the second weigh more."""

    def tall(row: Sequence[tuple[float, ...]]) -> int:
        return max(
            lines(list(words), need.space, width / _SAFE + 0.001)
            for words, need, width in zip(row, needs, widths, strict=True)
        )

    head = tall([need.head for need in needs])
    rows = zip(*(need.cells[:_ROWS_TRIED] for need in needs), strict=True)
    return head + _TALL_HEAD * max(0, head - 2) + sum(map(tall, rows))


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
