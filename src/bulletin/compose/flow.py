"""The body of a bulletin as one flow of nodes: headings, paragraphs, lists, figures, tables, in printing order.

Everything a record may hold is somewhere in this flow or in the head (`compose.head`); the preflight holds the PDF
against the record, so that a field forgotten here stops the build.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from bulletin.compose import blocks as facts_of
from bulletin.compose.capitals import calm_names
from bulletin.compose.figures import PictureFile, chunks, pair_suits, slot
from bulletin.compose.nodes import Entry, Node, Style, heading, listing, named, plain, roll
from bulletin.compose.panel import Fact, rolls
from bulletin.compose.panel import facts as known_facts
from bulletin.compose.stretches import settled
from bulletin.compose.widths import NOTO_SANS
from bulletin.edition import Edition
from bulletin.model import Loc, Record, Section
from bulletin.model.placing import photo_marks
from bulletin.model.running import Block, blocks
from bulletin.plan import Plan

_AFTER_NUMBER_EM = 0.45
_DEEPEST = 2
_PANORAMA = 1.95
"""From this proportion on a photo stands across the columns."""
_LONGEST_PULL = 180
"""Letters of a quotation that is set large."""
_LONGEST_WHOLE = 16
"""Lines of a panel of facts that is kept whole in a column."""


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
        facts: Whether a panel of facts stands after the first photo.
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
        self.front = False
        """Whether what is made belongs above the columns."""

    def nodes(self, *, facts: bool) -> tuple[Node, ...]:
        record, edition = self.record, self.edition
        loose = [("photos", place) for place in range(len(record.photos)) if ("photos", place) not in self.placed]
        self.front = edition.columns > 1
        found = [
            replace(node, style="lead" if node.kind == "paragraph" else node.style, wide=self.front)
            for node in self.running(record.lead, ("lead",))
        ]
        found += self.photos(loose[:1])
        self.front = False
        if record.highlights:
            entries = tuple(Entry(spans=plain(line)) for line in record.highlights)
            found.append(Node(kind="highlights", entries=entries))
        if facts and (rows := known_facts(record, edition)):
            found.append(Node(kind="facts", facts=_whole(rows) if edition.columns > 1 else rows))
        for list_ in rolls(record, edition):
            found.append(heading(list_.heading, list_.level))
            found += [roll(list_.people, edition)] if list_.people else []
            found += [listing([plain(line) for line in list_.lines])] if list_.lines else []
        found += facts_of.programme(record, edition)
        for place, section in enumerate(record.sections):
            found += self.section(section, ("sections", place), 2)
        found += self.photos(loose[1:])
        found += facts_of.after_text(record, edition)
        # Named before they are moved: the make-up knows a node by its name from one attempt to the next.
        return settled(self._shifted(named(found)), edition)

    # --- running text ---

    def running(self, text: str, loc: Loc) -> Iterator[Node]:
        """Paragraphs, lists and photos of running text."""
        entries: list[Entry] = []
        photos: list[Loc] = []
        for block in (*blocks(text), None):
            kind = block.kind if block else ""
            if photos and kind != "photo":
                yield from self.photos(photos)
                photos = []
            # Items below a numbered line belong to it; a number after items goes on only where there was one before.
            goes_on = kind == "item" or (kind == "numbered" and bool(entries[-1:] and entries[0].label))
            if entries and not goes_on:
                yield _list_of(entries)
                entries = []
            if block is None:
                break
            if kind == "item":
                _add_item(entries, block)
            elif kind == "numbered":
                entries.append(Entry(spans=block.spans, label=block.label))
            elif kind == "photo":
                photo = self.marks[(loc, block.row)]
                assert photo is not None, "validate refuses unknown photos"
                photos.append(photo)
            elif kind == "quote":
                yield Node(kind="quote", spans=block.spans, style=self._quoted(block))
            else:
                # What ends in a colon announces what follows it.
                yield Node(kind="paragraph", spans=block.spans, keep=block.text.endswith(":"))

    def section(self, section: Section, loc: Loc, level: int) -> Iterator[Node]:
        """A section with its parts."""
        if section.heading:
            yield heading(calm_names(section.heading, self.edition), level)
        yield from self.running(section.text, (*loc, "text"))
        loose = [(*loc, "photos", place) for place in range(len(section.photos))]
        yield from self.photos([place for place in loose if place not in self.placed])
        yield from facts_of.indicators(section.indicators, self.edition)
        if section.table:
            yield facts_of.own_table(section.table, self.edition)
        for place, part in enumerate(section.sections):
            yield from self.section(part, (*loc, "sections", place), level + 1 if section.heading else level)

    def photos(self, locs: Sequence[Loc]) -> Iterator[Node]:
        """Photos that stand one after the other: in pairs where that is allowed and they suit."""
        queue = [self.files[loc] for loc in locs]
        while queue:
            if len(queue) > 1 and pair_suits(queue[0], queue[1], self.edition):
                yield self._figure(queue[:2])
                queue = queue[2:]
                continue
            photo = queue.pop(0)
            parts = chunks(photo, self.edition)
            for place, part in enumerate(parts):
                yield self._figure([part], f"{place + 1}/{len(parts)}" if len(parts) > 1 else "")

    def _quoted(self, block: Block) -> Style:
        """How a quotation is set: large among columns, if it is short."""
        return "pull" if self.edition.columns > 1 and len(block.text) <= _LONGEST_PULL else ""

    def _figure(self, photos: Sequence[Sequence[PictureFile]], part: str = "") -> Node:
        self.slots += 1
        several = len(photos) > 1 or len(photos[0]) > 1
        wide = self.edition.columns > 1 and (self.front or several or photos[0][0].ratio >= _PANORAMA)
        made = slot(
            f"fig-{self.slots}", photos, self.edition if wide else self.edition.in_column(), self.plan,
            first=self.pictures + 1, part=part,
        )  # fmt: skip
        self.pictures += sum(len(files) for files in photos)
        return Node(kind="figure", id=made.id, slot=made, wide=wide)

    def _shifted(self, nodes: Sequence[Node]) -> tuple[Node, ...]:
        """Move figures after the blocks that follow them, as planned; none overtakes another."""
        others = [node for node in nodes if node.kind != "figure"]
        behind: list[list[Node]] = [[] for _ in range(len(others) + 1)]
        passed = least = 0
        for node in nodes:
            if node.kind != "figure":
                passed += 1
                continue
            place = passed
            for _ in range(self.plan.shifts.get(node.id, 0)):
                place = next((after + 1 for after in range(place, len(others)) if _passable(others[after])), place)
            least = max(least, place)
            behind[least].append(node)
        return tuple(
            node for place, moved in enumerate(behind) for node in (*others[max(place - 1, 0) : place], *moved)
        )  # fmt: skip


def _whole(rows: Sequence[Fact]) -> tuple[Fact, ...]:
    """A panel that is not parted, unless it would take a good part of a column."""
    if sum(len(row.lines) for row in rows) > _LONGEST_WHOLE:
        return tuple(rows)
    kept = [replace(row, lines=tuple(replace(line, keep=True) for line in row.lines)) for row in rows]
    *before, last = kept[-1].lines
    kept[-1] = replace(kept[-1], lines=(*before, replace(last, keep=False)))
    return tuple(kept)


def _passable(node: Node) -> bool:
    """Whether a figure may stand behind it."""
    return node.kind != "heading" and not node.keep


def _add_item(entries: list[Entry], block: Block) -> None:
    """Put an item into the list at hand: below the number or item before it where it belongs there."""
    item = Entry(spans=block.spans)
    if not entries or (block.level == 1 and not entries[-1].label):
        entries.append(item)
        return
    above = entries[-1]
    if above.label and block.level == 2 and above.entries:
        last = above.entries[-1]
        item = replace(last, entries=(*last.entries, item))
        entries[-1] = replace(above, entries=(*above.entries[:-1], item))
    else:
        entries[-1] = replace(above, entries=(*above.entries, item))


def _list_of(entries: Sequence[Entry]) -> Node:
    if not entries[0].label:
        return Node(kind="list", entries=tuple(entries))
    depths = _depths([entry.label for entry in entries])
    hangs = tuple(
        round(
            max(NOTO_SANS.width(entry.label) for entry, own in zip(entries, depths, strict=True) if own == depth)
            + _AFTER_NUMBER_EM,
            2,
        )
        for depth in range(max(depths) + 1)
    )
    placed = tuple(replace(entry, depth=depth) for entry, depth in zip(entries, depths, strict=True))
    return Node(kind="numbered", entries=placed, hangs=hangs)


def _depths(labels: Sequence[str]) -> list[int]:
    """How deep each numbered line stands: a new sort of number is one deeper, a known one goes back to its depth."""
    known: list[str] = []
    depths = []
    for label in labels:
        sort = re.sub(r"\d+", "1", re.sub(r"[IVXLC]+", "I", re.sub(r"[a-zđ]", "a", label)))
        if sort in known:
            del known[known.index(sort) + 1 :]
        else:
            known.append(sort)
        depths.append(min(len(known) - 1, _DEEPEST))
    return depths
