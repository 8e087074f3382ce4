"""Tables out of the lists of a record: which columns have something in them, and what is computed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from bulletin.model import Award, Candidate, Election, Indicator, Person, Rating, Table, Task, Vote
from bulletin.vietnamese.numbers import count, percent, read_number

T = TypeVar("T")


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

    @property
    def weights(self) -> tuple[int, ...]:
        """Width of each column in per cent, by the length of what stands in it."""
        longest = [
            max(min(len(cell), 60) for cell in (column.label, *(row[place] for row in self.rows)))
            for place, column in enumerate(self.columns)
        ]
        needs = [max(length, 7) ** 0.75 for length in longest]
        total = sum(needs)
        return tuple(round(100 * need / total) for need in needs)


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
    filled = [cell for cell in cells if cell]
    return bool(filled) and all(read_number(cell.lstrip("+-−±").rstrip("%").strip()) is not None for cell in filled)


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
    return Grid(columns, rows, table.caption)


def award_count(award: Award) -> str:
    """How many received an award, such as "04 tập thể": as given, else counted from the names."""
    what = {"collective": "tập thể", "individual": "cá nhân", "household": "hộ gia đình", "": ""}[award.to]
    number = award.count or (count(len(award.name)) if award.name and what else "")
    if award.count and read_number(award.count) is None:
        return award.count
    return f"{number} {what}".strip() if number else ""


def person_line(person: Person) -> str:
    """A person in one line, such as for a cell of a table."""
    who = " ".join(part for part in (person.honorific, person.rank, person.name) if part)
    return ", ".join(part for part in (who, *person.titles, person.organisation) if part)
