"""The body of a bulletin as one flow of nodes: headings, paragraphs, lists, figures, tables, in printing order.

Everything a record may hold is somewhere in this flow or in the head (`compose.head`); the preflight holds the PDF
against the record, so that a field forgotten here stops the build.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bulletin.compose import grids
from bulletin.compose.figures import PictureFile, Slot, slot
from bulletin.compose.grids import Grid
from bulletin.compose.head import Fact, rolls
from bulletin.compose.head import facts as panel
from bulletin.edition import Edition
from bulletin.model import Loc, Person, Record, Section
from bulletin.model.placing import photo_marks
from bulletin.model.running import Block, Span, blocks
from bulletin.model.words import ELECTED_HOW
from bulletin.plan import Piece, Plan
from bulletin.vietnamese import dates, names

NodeKind = Literal[
    "heading", "paragraph", "list", "numbered", "quote", "figure", "grid", "people", "highlights", "facts"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One item of a list."""

    spans: tuple[Span, ...]
    entries: tuple[Entry, ...] = ()
    """What is listed below it."""
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One thing in the flow."""

    kind: NodeKind
    id: str = ""
    level: int = 2
    """For a heading: 2 to 5, as in HTML."""
    spans: tuple[Span, ...] = ()
    label: str = ""
    entries: tuple[Entry, ...] = ()
    people: tuple[Person, ...] = ()
    numbered: bool = False
    slot: Slot | None = None
    grid: Grid | None = None
    facts: tuple[Fact, ...] = ()
    lead: bool = False


def plain(text: str) -> tuple[Span, ...]:
    """A line without styles."""
    return (Span(text),) if text else ()


def labelled(label: str, text: str) -> tuple[Span, ...]:
    """A line that begins with a strong label."""
    return (Span(f"{label}:", strong=True), Span(f" {text}"))


def flow(
    record: Record,
    files: Mapping[Loc, Sequence[PictureFile]],
    edition: Edition,
    plan: Plan,
    *,
    facts: bool,
) -> tuple[Node, ...]:
    """Everything between the head and the end of a bulletin.

    Args:
        record: What is printed.
        files: For each photo of the record its picture files.
        edition: Gives the measure and the rules for large print.
        plan: Sizes and places of the figures.
        facts: Whether a panel of facts stands after the first photo; the layout fills it.
    """
    return _Flow(record, files, edition, plan).nodes(facts=facts)


class _Flow:
    def __init__(
        self, record: Record, files: Mapping[Loc, Sequence[PictureFile]], edition: Edition, plan: Plan
    ) -> None:
        self.record = record
        self.files = files
        self.edition = edition
        self.plan = plan
        self.marks = {(mark.text, mark.row): mark.photo for mark in photo_marks(record)}
        self.placed = set(self.marks.values())
        self.pictures = 0
        self.slots = 0

    def nodes(self, *, facts: bool) -> tuple[Node, ...]:
        record = self.record
        loose = [("photos", place) for place in range(len(record.photos)) if ("photos", place) not in self.placed]
        found: list[Node] = [replace(node, lead=True) for node in self.running(record.lead, ("lead",))]
        if loose:
            found += self.photos(loose[:1])
        if record.highlights:
            entries = tuple(Entry(spans=plain(line)) for line in record.highlights)
            found.append(Node(kind="highlights", entries=entries))
        if facts:
            found.append(Node(kind="facts", facts=panel(record, self.edition)))
        for roll in rolls(record, self.edition):
            found.append(Node(kind="heading", spans=plain(roll.heading)))
            found.append(
                Node(kind="people", people=roll.people) if roll.people
                else self._list([plain(line) for line in roll.lines])
            )  # fmt: skip
        found += self.agenda()
        for place, section in enumerate(record.sections):
            found += self.section(section, ("sections", place), 2)
        for block in (
            self.indicators, self.votes, self.elections, self.ratings, self.awards, self.decisions, self.documents,
            self.admitted, self.resolution, self.tasks, self.sites, self.official,
        ):  # fmt: skip
            found += block()
        found += self.photos(loose[1:])
        return self._numbered(self._shifted(found))

    # --- running text ---

    def running(self, text: str, loc: Loc) -> Iterator[Node]:
        """Paragraphs, lists and photos of running text."""
        entries: list[Entry] = []
        waiting: list[Loc] = []
        for block in (*blocks(text), None):
            if entries and (block is None or block.kind != "item"):
                yield Node(kind="list", entries=tuple(entries))
                entries = []
            if waiting and (block is None or block.kind != "photo"):
                yield from self.photos(waiting)
                waiting = []
            if block is None:
                break
            if block.kind == "item":
                entry = Entry(spans=block.spans)
                if block.level == 2 and entries:
                    entries[-1] = replace(entries[-1], entries=(*entries[-1].entries, entry))
                else:
                    entries.append(entry)
            elif block.kind == "photo":
                photo = self.marks[(loc, block.row)]
                assert photo is not None, "validate refuses unknown photos"
                waiting.append(photo)
            else:
                yield self._line(block)

    @staticmethod
    def _line(block: Block) -> Node:
        kind: NodeKind = {"paragraph": "paragraph", "numbered": "numbered", "quote": "quote"}[block.kind]  # type: ignore[assignment]
        return Node(kind=kind, spans=block.spans, label=block.label)

    def section(self, section: Section, loc: Loc, level: int) -> Iterator[Node]:
        """A section with its parts."""
        if section.heading:
            yield Node(kind="heading", level=level, spans=plain(section.heading))
        yield from self.running(section.text, (*loc, "text"))
        loose = [(*loc, "photos", place) for place in range(len(section.photos))]
        yield from self.photos([place for place in loose if place not in self.placed])
        if section.indicators:
            yield Node(kind="grid", grid=grids.indicators(section.indicators))
        if section.table:
            yield Node(kind="grid", grid=grids.of_table(section.table))
        for place, part in enumerate(section.sections):
            yield from self.section(part, (*loc, "sections", place), level + 1 if section.heading else level)

    def photos(self, locs: Sequence[Loc]) -> Iterator[Node]:
        """Photos that stand one after the other: in pairs where that is allowed and they suit."""
        queue = list(locs)
        while queue:
            photo = self.files[queue[0]]
            if len(queue) > 1 and self._suit(photo, self.files[queue[1]]):
                taken = [photo, self.files[queue[1]]]
            else:
                taken = [photo]
            queue = queue[len(taken) :]
            self.slots += 1
            made = slot(f"fig-{self.slots}", taken, self.edition, self.plan, first=self.pictures + 1)
            self.pictures += sum(len(files) for files in taken)
            yield Node(kind="figure", id=made.id, slot=made)

    def _suit(self, one: Sequence[PictureFile], other: Sequence[PictureFile]) -> bool:
        single = len(one) == len(other) == 1
        return single and not self.edition.large_print and all(0.5 <= files[0].ratio <= 2.0 for files in (one, other))

    # --- blocks of facts ---

    def _block(self, heading: str, nodes: Sequence[Node]) -> list[Node]:
        return [Node(kind="heading", spans=plain(heading)), *nodes] if nodes else []

    def _table(self, heading: str, grid: Grid) -> list[Node]:
        """A table; one that has a single column is a list."""
        if len(grid.columns) > 1:
            return self._block(heading, [Node(kind="grid", grid=grid)])
        return self._block(heading, [self._list([plain(row[0]) for row in grid.rows])])

    @staticmethod
    def _list(lines: Sequence[tuple[Span, ...]]) -> Node:
        return Node(kind="list", entries=tuple(Entry(spans=spans) for spans in lines))

    def agenda(self) -> list[Node]:
        items = self.record.agenda
        if not items:
            return []
        grid = Grid(
            (grids.Column("Thời gian"), grids.Column("Nội dung"), grids.Column("Người thực hiện")),
            tuple((item.time, item.item, item.who) for item in items),
        )
        kept = [place for place in range(3) if place == 1 or any(row[place] for row in grid.rows)]
        grid = Grid(tuple(grid.columns[p] for p in kept), tuple(tuple(row[p] for p in kept) for row in grid.rows))
        return self._table("Chương trình", grid)

    def indicators(self) -> list[Node]:
        return self._table("Chỉ tiêu", grids.indicators(self.record.indicators)) if self.record.indicators else []

    def votes(self) -> list[Node]:
        return self._table("Biểu quyết", grids.votes(self.record.votes)) if self.record.votes else []

    def elections(self) -> list[Node]:
        nodes: list[Node] = []
        for election in self.record.elections:
            nodes.append(Node(kind="heading", level=3, spans=plain(election.body)))
            facts = [
                ("Hình thức", ELECTED_HOW.table[election.how][0] if election.how else ""),
                ("Số lượng bầu", election.seats),
                ("Phiếu phát ra", election.issued),
                ("Phiếu thu về", election.collected),
                ("Phiếu hợp lệ", election.valid),
            ]
            nodes += (
                [self._list([labelled(name, value) for name, value in facts if value])]
                if any(value for _, value in facts)
                else []
            )
            if election.candidates:
                grid = grids.candidates(election)
                nodes.append(
                    Node(kind="grid", grid=grid) if len(grid.columns) > 1
                    else self._list([plain(candidate.name) for candidate in election.candidates])
                )  # fmt: skip
            if election.elected:
                nodes.append(Node(kind="paragraph", spans=(Span("Trúng cử:", strong=True),), label="keep"))
                nodes.append(Node(kind="people", people=election.elected, numbered=True))
        return self._block("Bầu cử", nodes)

    def ratings(self) -> list[Node]:
        ratings = self.record.ratings
        if "ratings" in self.record.sort:
            ratings = tuple(sorted(ratings, key=lambda rating: names.sort_key(rating.subject)))
        return self._table("Đánh giá, xếp loại", grids.ratings(ratings)) if ratings else []

    def awards(self) -> list[Node]:
        nodes: list[Node] = []
        for award in self.record.awards:
            spans = [Span(award.form, strong=True)]
            tail = [part for part in (award.decision, grids.award_count(award)) if part]
            if tail:
                spans.append(Span(": " + ", ".join(tail)))
            if award.for_:
                spans.append(Span(f". {award.for_}" if tail else f": {award.for_}"))
            nodes.append(Node(kind="paragraph", spans=tuple(spans), label="keep" if award.name else ""))
            if award.name:
                nodes.append(Node(kind="people", people=award.name))
        return self._block("Khen thưởng", nodes)

    def decisions(self) -> list[Node]:
        nodes: list[Node] = []
        for decision in self.record.decisions:
            dated = f"ngày {dates.short_date(decision.date)}" if decision.date else ""
            head = ", ".join(part for part in (decision.number, dated) if part)
            spans = [Span(head, strong=True)] if head else []
            if decision.matter:
                spans.append(Span(f": {decision.matter}" if head else decision.matter))
            nodes.append(Node(kind="paragraph", spans=tuple(spans), label="keep" if decision.to else ""))
            if decision.to:
                nodes.append(Node(kind="people", people=decision.to))
        return self._block("Quyết định", nodes)

    def documents(self) -> list[Node]:
        lines = self.record.documents
        return self._block("Văn bản quán triệt", [self._list([plain(line) for line in lines])] if lines else [])

    def admitted(self) -> list[Node]:
        people = self.record.admitted
        if "admitted" in self.record.sort:
            people = tuple(sorted(people, key=lambda person: names.sort_key(person.name or person.titles[0])))
        nodes = [Node(kind="people", people=people, numbered=len(people) > 1)] if people else []
        return self._block("Đảng viên mới kết nạp", nodes)

    def resolution(self) -> list[Node]:
        resolution = self.record.resolution
        if resolution is None:
            return []
        nodes = []
        if head := ", ".join(part for part in (resolution.number, resolution.title) if part):
            nodes.append(Node(kind="paragraph", spans=(Span(head, strong=True),)))
        if resolution.points:
            nodes.append(self._list([plain(point) for point in resolution.points]))
        return self._block("Nghị quyết", nodes)

    def tasks(self) -> list[Node]:
        return self._table("Nhiệm vụ", grids.tasks(self.record.tasks)) if self.record.tasks else []

    def sites(self) -> list[Node]:
        lines = []
        for site in self.record.sites:
            if not site.name:
                continue  # A number alone stands among the facts.
            chairs = "; ".join(grids.person_line(person) for person in site.chairs)
            tail = ", ".join(
                part for part in (chairs and f"chủ trì: {chairs}", f"{site.count} đại biểu" if site.count else "") if part
            )  # fmt: skip
            lines.append(labelled(site.name, tail) if tail else plain(site.name))
        return self._block("Các điểm cầu", [self._list(lines)] if lines else [])

    def official(self) -> list[Node]:
        document = self.record.document
        if document is None:
            return []
        issued = f"ngày {dates.short_date(document.issued)}" if document.issued else ""
        pairs = [
            ("Loại văn bản", document.type), ("Số", document.number), ("Nơi ban hành", document.place),
            ("Ngày ban hành", issued), ("Trích yếu", document.summary),
            ("Kính gửi", "; ".join(document.addressees)), ("Căn cứ", " ".join(document.bases)),
            ("Nơi nhận", "; ".join(document.recipients)),
            ("Người ký", "; ".join(", ".join(p for p in (s.authority, s.position, s.name) if p) for s in document.signatures)),
            ("Vắng mặt", "; ".join(grids.person_line(person) for person in document.absent)),
        ]  # fmt: skip
        return self._block("Văn bản", [self._list([labelled(name, value) for name, value in pairs if value])])

    # --- order and names ---

    def _shifted(self, nodes: list[Node]) -> list[Node]:
        """Move figures after the paragraphs that follow them, as planned."""
        found = list(nodes)
        for node in nodes:
            steps = self.plan.shifts.get(node.id, 0) if node.kind == "figure" else 0
            for _ in range(steps):
                start = found.index(node)
                target = next((place for place in range(start + 1, len(found)) if _passable(found[place])), None)
                if target is None:
                    break
                figure = found.pop(start)
                # Behind the figures that were moved there before, so that none overtakes another.
                while target < len(found) and found[target].kind == "figure":
                    target += 1
                found.insert(target, figure)
        return found

    @staticmethod
    def _numbered(nodes: list[Node]) -> tuple[Node, ...]:
        """Give each node and list entry a name by which the make-up finds it on the page."""
        named: list[Node] = []
        for place, node in enumerate(nodes):
            ident = node.id or f"n-{place}"
            named.append(replace(node, id=ident, entries=_named(node.entries, ident)))
        return tuple(named)


def _named(entries: Sequence[Entry], ident: str) -> tuple[Entry, ...]:
    return tuple(
        replace(entry, id=f"{ident}-{number}", entries=_named(entry.entries, f"{ident}-{number}"))
        for number, entry in enumerate(entries)
    )


def _passable(node: Node) -> bool:
    """Whether a figure may stand behind it."""
    return node.kind not in ("heading", "figure") and node.label != "keep"


def pieces(nodes: Sequence[Node], edition: Edition) -> tuple[Piece, ...]:
    """The flow as the make-up sees it, piece by piece in printing order."""
    end = Piece(id="end", kind="solid")
    return (*(piece for node in nodes for piece in _pieces(node, edition)), end)


def _pieces(node: Node, edition: Edition) -> Iterator[Piece]:
    if node.slot:
        yield Piece(id=node.id, kind="figure", pictures_mm=node.slot.height_mm, natural_mm=node.slot.natural_mm)
    elif node.kind == "heading":
        yield Piece(id=node.id, kind="heading", keep=True, ends_block=False)
    elif node.facts:
        last = len(node.facts) - 1
        yield from (Piece(id=f"{node.id}-{n}", kind="solid", ends_block=n == last) for n in range(last + 1))
    elif node.kind == "highlights":
        yield Piece(id=node.id, kind="solid")
    elif node.entries:
        idents = [entry.id for entry in node.entries]
        yield from (Piece(id=ident, kind="text", ends_block=ident == idents[-1]) for ident in idents)
    elif node.people:
        last = len(node.people) - 1
        yield from (Piece(id=f"{node.id}-{n}", kind="text", ends_block=n == last) for n in range(last + 1))
    elif node.grid:
        last = len(node.grid.rows) - 1
        if len(node.grid.columns) <= edition.most_columns:
            yield Piece(id=f"{node.id}-head", kind="heading", keep=True, ends_block=False)
        yield from (Piece(id=f"{node.id}-{n}", kind="solid", ends_block=n == last) for n in range(last + 1))
    else:
        keep = node.label == "keep"
        yield Piece(id=node.id, kind="text", keep=keep, ends_block=not keep)
