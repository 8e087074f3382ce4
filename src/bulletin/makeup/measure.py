"""What the pieces of a flow measure, from where they stand on pages that were laid out."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bulletin.makeup.pages import Box, Pages
from bulletin.plan import Piece

LARGE = 1 / 3
"""A row or card higher than this part of a page may be broken at small cost."""
_NEAR_MM = 0.1
_RIM_MM = 1.9
"""The engine counts the padding below a panel twice when it looks for room."""
_CAPTION_RIM_MM = 1.6
"""So it does with the padding and the rule below a caption."""

Where = Mapping[str, Sequence[Box]]
"""The stretches of each element, in the order of the pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A piece, or one entry of a list in lists, measured in millimetres."""

    id: str
    kind: str
    """As `plan.PieceKind`; `large` for a solid piece that had better be broken."""
    height: float
    before: float
    """Space above it when it does not begin a page; less than nothing when it stands beside the end of the last."""
    head: float = 0.0
    """What stands above it when it begins a page: the repeated head of its table."""
    lines: int = 1
    """How many lines it has, at least one."""
    keep: bool = False
    wide: bool = True
    """Stands across all columns, where there are several."""
    ends_block: bool = True
    natural: float = 0.0
    """For a figure: height of its pictures at their natural size."""
    caption: float = 0.0
    """For a figure: height of all else."""
    rim: float = 0.0
    """What must stay free below it."""

    def spaced(self, air: float, leading: float) -> Item:
        """With other space between paragraphs and other line height, as multiples of those at hand."""
        if air == leading == 1.0:
            return self
        height = self.height * leading if self.kind == "text" else self.height
        return replace(self, before=self.before * air if self.before > 0 else self.before, height=height)


def measure(order: Sequence[str], pieces: Sequence[Piece], boxes: Sequence[Box], pages: Pages) -> list[Item]:
    """Heights and distances of the pieces, in the order of the record; what is on no page is left out.

    Args:
        order: Names of the pieces in the order of the record, before any figure was moved.
        pieces: The flow as laid out.
        boxes: Where its pieces stand.
        pages: The pages as laid out.
    """
    where: dict[str, list[Box]] = {}
    for box in boxes:
        where.setdefault(box.id, []).append(box)
    laid = {piece.id: piece for piece in pieces if piece.id in where}
    before_it = {after: before for before, after in itertools.pairwise(laid)}
    found: list[Item] = []
    head = 0.0
    previous = ""
    for ident in order:
        if ident not in laid:
            continue
        piece = laid[ident]
        # The head of a table is found again on each page that repeats it.
        is_head = ident.endswith("-head")
        height = _height(where[ident][:1] if is_head else where[ident])
        item = Item(
            id=ident, kind=piece.kind, height=height, lines=max(1, round(height / pages.line_mm)), keep=piece.keep,
            before=_before(where, ident, previous if before_it.get(ident) == previous else ""),
            ends_block=piece.ends_block, natural=piece.natural_mm, wide=piece.wide,
                caption=height - piece.pictures_mm if piece.kind == "figure" else 0.0,
        )  # fmt: skip
        if is_head:
            head = height
        elif piece.kind == "solid":
            large = height > LARGE * pages.depth_mm(1)
            rim = _RIM_MM if piece.ends_block and not head else 0.0
            item = replace(item, head=head, kind="large" if large else "solid", rim=rim)
            head = 0.0 if piece.ends_block else head
        elif item.caption > _CAPTION_RIM_MM:
            item = replace(item, rim=_CAPTION_RIM_MM)
        if pages.columns > 1 and not piece.wide:
            # So much of the space below it the engine wants to have at the foot of a column.
            item = replace(item, rim=max(item.rim, where[ident][-1].below_mm))
        found += _entries(item, where) if piece.kind == "text" else (item,)
        previous = ident
    return found


def start(order: Sequence[str], boxes: Sequence[Box], pages: Pages) -> float:
    """How far down page 1 the flow begins, below what is no part of it."""
    names = set(order)
    return max(0.0, next((box.top_mm for box in boxes if box.id in names), pages.first_top_mm) - pages.first_top_mm)


def overflow(order: Sequence[str], boxes: Sequence[Box]) -> Box | None:
    """The last stretch of what stands above the flow, when it takes more than one page."""
    head = [box for box in boxes if order and box.id == order[0]]
    return head[-1] if len(head) > 1 else None


def _height(boxes: Sequence[Box]) -> float:
    return sum(box.bottom_mm - box.top_mm for box in boxes)


def _before(where: Where, ident: str, previous: str) -> float:
    """Space above an element: as it is, or as its style asks for it where it begins a page."""
    first = where[ident][0]
    if previous and where[previous][-1].page == first.page:
        return first.top_mm - where[previous][-1].bottom_mm
    around = where.get(ident.rpartition("-")[0], ())
    begins = [box.above_mm for box in around[:1] if box.page == first.page and first.top_mm - box.top_mm < _NEAR_MM]
    # In columns space stands below things.
    below = [box.below_mm for box in where.get(previous, ())[-1:] if box.below_mm > 0]
    return max([first.above_mm, *begins, *below])


def _entries(item: Item, where: Where) -> Iterator[Item]:
    """An entry of a list, then those below it, which are broken each for itself."""
    below = list(itertools.takewhile(where.__contains__, (f"{item.id}-{place}" for place in itertools.count())))
    if not below:
        yield item
        return
    pitch = item.height / item.lines
    first = where[below[0]][0]
    own = _height([box for box in where[item.id] if box.page < first.page])
    for box in where[item.id]:
        own += max(0.0, first.top_mm - first.above_mm - box.top_mm) if box.page == first.page else 0.0
    own = max(own, pitch / 2)
    yield replace(item, height=own, lines=max(1, round(own / pitch)), ends_block=False)
    for place, ident in enumerate(below):
        height = _height(where[ident])
        last = place == len(below) - 1
        before = _before(where, ident, below[place - 1]) if place else first.above_mm
        entry = Item(
            id=ident, kind="text", height=height, before=before, lines=max(1, round(height / pitch)),
            ends_block=item.ends_block and last, keep=item.keep and last, wide=item.wide,
        )  # fmt: skip
        yield from _entries(entry, where)
