"""What a record holds beside its text: programme, votes, elections, awards and the like, each under its heading."""

from __future__ import annotations

from collections.abc import Sequence

from bulletin.compose import grids
from bulletin.compose.grids import Grid
from bulletin.compose.nodes import Node, heading, labelled, listing, plain, roll
from bulletin.compose.panel import person_line
from bulletin.edition import Edition
from bulletin.model import Award, Decision, Election, Indicator, Record, Table
from bulletin.model.running import Span
from bulletin.model.words import AWARDED_TO, ELECTED_HOW
from bulletin.vietnamese import dates, names
from bulletin.vietnamese.numbers import count, read_number, read_quantity

_STOPS = ".!?…:;"


def programme(record: Record, edition: Edition) -> list[Node]:
    """What was done when; it stands before the report."""
    return _table("Chương trình", grids.agenda(record.agenda), edition) if record.agenda else []


def indicators(entries: Sequence[Indicator], edition: Edition) -> list[Node]:
    """The targets of a section, which has a heading of its own."""
    return _table("", grids.indicators(entries), edition) if entries else []


def own_table(table: Table, edition: Edition) -> Node:
    """A table of the author's own."""
    return _set_grid(grids.of_table(table), edition)


def after_text(record: Record, edition: Edition) -> list[Node]:
    """Everything that stands behind the report."""
    return [
        *(_table("Chỉ tiêu", grids.indicators(record.indicators), edition) if record.indicators else []),
        *(_table("Biểu quyết", grids.votes(record.votes), edition) if record.votes else []),
        *_block("Bầu cử", [node for election in record.elections for node in _election(election, edition)]),
        *_ratings(record, edition),
        *_block("Khen thưởng", [node for award in record.awards for node in _award(award, edition)]),
        *_block("Quyết định", [node for decision in record.decisions for node in _decision(decision, edition)]),
        *_lines("Văn bản quán triệt", record.documents),
        *_admitted(record, edition),
        *_resolution(record),
        *(_table("Nhiệm vụ", grids.tasks(record.tasks), edition) if record.tasks else []),
        *_sites(record),
    ]


def _block(title: str, nodes: Sequence[Node]) -> list[Node]:
    return [heading(title), *nodes] if nodes else []


def _lines(title: str, lines: Sequence[str]) -> list[Node]:
    return _block(title, [listing([plain(line) for line in lines])] if lines else [])


def _table(title: str, grid: Grid, edition: Edition) -> list[Node]:
    """A table; one that has a single column is a list."""
    node = _set_grid(grid, edition) if len(grid.columns) > 1 else listing([plain(row[0]) for row in grid.rows])
    return _block(title, [node]) if title else [node]


def _set_grid(grid: Grid, edition: Edition) -> Node:
    """A table as wide as a column where it is at ease there, else across all columns."""
    if edition.columns > 1:
        narrow = grid.fitted(edition.in_column(), roomy=True)
        if not (narrow.cards or narrow.dense):
            return Node(kind="grid", grid=narrow)
    return Node(kind="grid", grid=grid.fitted(edition), wide=edition.columns > 1)


def _paper(what: str, number: str) -> str:
    """What paper a number belongs to, unless it says so itself: `Quyết định số 86-QĐ/ĐU`."""
    return f"{what} {number}" if number[:1].isdigit() else number


def _sentences(*parts: str) -> str:
    """Parts one after the other, each ended with a full stop."""
    return " ".join(part if part[-1] in _STOPS else f"{part}." for part in parts if part)


def _election(election: Election, edition: Edition) -> list[Node]:
    nodes = [heading(election.body, 3)]
    figures = [
        ("Hình thức", ELECTED_HOW.table[election.how][0] if election.how else ""),
        ("số lượng bầu", election.seats),
        ("phiếu phát ra", election.issued),
        ("phiếu thu về", election.collected),
        ("phiếu hợp lệ", election.valid),
    ]
    line = "; ".join(f"{name} {value}" if name[0].islower() else f"{name}: {value}" for name, value in figures if value)
    if line:
        more = bool(election.elected or election.candidates)
        nodes.append(Node(kind="paragraph", spans=plain(line[0].upper() + line[1:]), style="figures", keep=more))
    if election.elected:
        nodes.append(Node(kind="paragraph", spans=plain("Trúng cử"), style="label", keep=True))
        nodes.append(roll(election.elected, edition, numbered=len(election.elected) > 1))
    if election.candidates:
        grid = grids.candidates(election)
        if len(grid.columns) > 1:
            nodes.append(_set_grid(grid, edition))
        else:
            nodes.append(Node(kind="paragraph", spans=plain("Danh sách bầu cử"), style="label", keep=True))
            nodes.append(listing([plain(candidate.name) for candidate in election.candidates]))
    return nodes


def _ratings(record: Record, edition: Edition) -> list[Node]:
    ratings = record.ratings
    if "ratings" in record.sort:
        ratings = tuple(sorted(ratings, key=lambda rating: names.sort_key(rating.subject)))
    return _table("Đánh giá, xếp loại", grids.ratings(ratings), edition) if ratings else []


def award_count(award: Award) -> str:
    """How many received an award, such as "04 tập thể": as given, else counted from the names."""
    what = AWARDED_TO.table[award.to][0] if award.to else ""
    if award.count and read_quantity(award.count) is None:
        return award.count if what in award.count.casefold() else f"{award.count} ({what})"
    number = award.count or (count(len(award.name)) if award.name and what else "")
    return f"{number} {what}".strip()


def _award(award: Award, edition: Edition) -> list[Node]:
    spans = [Span(award.form, strong=True)]
    if award.decision:
        spans.append(Span(f" ({_paper('Quyết định số', award.decision)})"))
    if tail := _sentences(award_count(award), award.for_):
        spans.append(Span(f": {tail}"))
    return _entry(spans, roll(award.name, edition) if award.name else None)


def _decision(decision: Decision, edition: Edition) -> list[Node]:
    dated = f"ngày {dates.short_date(decision.date)}" if decision.date else ""
    number = _paper("Quyết định số", decision.number)
    head = ", ".join(part for part in (number, dated and (dated if number else f"Quyết định {dated}")) if part)
    spans = [Span(head, strong=True)] if head else []
    if decision.matter:
        spans.append(Span(f": {_sentences(decision.matter)}" if head else _sentences(decision.matter)))
    return _entry(spans, roll(decision.to, edition) if decision.to else None)


def _entry(spans: Sequence[Span], people: Node | None) -> list[Node]:
    """One of several awards or decisions, and whom it concerns."""
    lines = [Node(kind="paragraph", spans=tuple(spans), style="entry", keep=people is not None)] if spans else []
    return [*lines, *([people] if people else [])]


def _admitted(record: Record, edition: Edition) -> list[Node]:
    people = record.admitted
    if "admitted" in record.sort:
        people = tuple(sorted(people, key=lambda person: names.sort_key(person.name or person.titles[0])))
    return _block("Đảng viên mới kết nạp", [roll(people, edition, numbered=len(people) > 1)] if people else [])


def _resolution(record: Record) -> list[Node]:
    resolution = record.resolution
    if resolution is None:
        return []
    nodes = []
    number = _paper("Số", resolution.number)
    if head := ": ".join(part for part in (number, resolution.title) if part):
        nodes.append(
            Node(kind="paragraph", spans=(Span(head, strong=True),), style="entry", keep=bool(resolution.points))
        )
    if resolution.points:
        nodes.append(listing([plain(point) for point in resolution.points]))
    return _block("Nghị quyết", nodes)


def _sites(record: Record) -> list[Node]:
    lines = []
    for site in record.sites:
        if not site.name:
            continue  # A number alone stands among the facts.
        chairs = "; ".join(person_line(person) for person in site.chairs)
        size = f"{site.count} đại biểu" if read_number(site.count) is not None else site.count
        tail = ", ".join(part for part in (chairs and f"chủ trì: {chairs}", size) if part)
        lines.append(labelled(site.name, tail) if tail else plain(site.name))
    return _block("Các điểm cầu", [listing(lines)] if lines else [])
