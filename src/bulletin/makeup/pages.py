"""How full pages are, and what a reader would mind about it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bulletin.plan import Piece

WANTED_FILL = 0.80
"""A page before the last should be filled at least this far."""
LEAST_FILL = 0.62
"""A page before the last must be filled at least this far: the 60 % that the preflight asks for, and a little more."""
FEWEST_LINES = 5
"""The last page should hold at least so many lines."""
_FEWEST_IN_COLUMNS = 9
"""The same where there are several columns: each is as high as its share, what stands below the text included."""
TORN = 50.0
"""Cost of what does not go on one page though it must."""
ALONE = 4.0
"""Cost of a last page that holds nothing but what stands below the text."""


class Box(Protocol):
    """A stretch of a piece on one page, measured from the top of the sheet."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def page(self) -> int: ...  # noqa: D102
    @property
    def top_mm(self) -> float: ...  # noqa: D102
    @property
    def bottom_mm(self) -> float: ...  # noqa: D102
    @property
    def left_mm(self) -> float: ...  # noqa: D102
    @property
    def right_mm(self) -> float: ...  # noqa: D102
    @property
    def above_mm(self) -> float: ...  # noqa: D102
    @property
    def below_mm(self) -> float: ...  # noqa: D102


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """How full the pages of a layout are."""

    depths_mm: tuple[float, ...]
    """Height of the text area of each page."""
    used_mm: tuple[float, ...]
    """How far down each page's text area something stands."""
    line_mm: float
    """Height of a line of running text."""
    first_top_mm: float
    """Where the text area of page 1 begins, from the top of the sheet."""
    ends: frozenset[int] = frozenset()
    """Pages, counted from 1, behind which a part begins anew: like the last one they may be short."""
    columns: int = 1
    """Columns in which running text is set."""
    column_ends_mm: tuple[tuple[float, ...], ...] = ()
    """For each page, how far down each column something stands, what goes across counting for all of them; empty when
    there is but one."""
    torn: int = 0
    """Figures that do not stand on one page, and pieces that are on none."""
    end_alone: bool = False
    """Whether the last page holds nothing but what stands below the text."""

    def penalty(self) -> float:
        """Nothing when all is as it should be; grows with emptiness."""
        ends = self.column_ends_mm or tuple((used,) for used in self.used_mm)
        last_lines = self.used_mm[-1] / self.line_mm if len(ends) > 1 else math.inf
        empty = sum(
            emptiness(end / depth) / len(page)
            for number, (page, depth) in enumerate(zip(ends[:-1], self.depths_mm[:-1], strict=True), start=1)
            if number not in self.ends
            for end in page
        )
        return empty + self.shortness(last_lines) + TORN * self.torn + ALONE * self.end_alone

    def shortness(self, lines: float) -> float:
        """What a last page costs that is so many lines high."""
        fewest = FEWEST_LINES if self.columns == 1 else _FEWEST_IN_COLUMNS
        return 3.0 + fewest - lines if lines < fewest else 0.0

    def depth_mm(self, page: int) -> float:
        """Height of the text area of a page, counted from 0; also of one that was not laid out."""
        return self.depths_mm[min(page, 1, len(self.depths_mm) - 1)]

    def room_mm(self, pages: int) -> float:
        """Height of the text areas of so many pages, one below the other."""
        return self.depth_mm(0) + self.depth_mm(1) * (pages - 1)

    def top_mm(self, page: int) -> float:
        """Where the text area of a page begins, from the top of the sheet; all end at the same height."""
        return self.first_top_mm + self.depth_mm(0) - self.depth_mm(page)


def emptiness(fill: float) -> float:
    """What a page costs, before the last, that is filled so far."""
    return max(0.0, WANTED_FILL - fill) * 10 + max(0.0, LEAST_FILL - fill) * 200


def torn(pieces: Sequence[Piece], boxes: Sequence[Box]) -> int:
    """How many figures do not stand on one page, and how many pieces on none."""
    count: dict[str, int] = {}
    for box in boxes:
        count[box.id] = count.get(box.id, 0) + 1
    return sum(count.get(piece.id, 0) != 1 if piece.kind == "figure" else piece.id not in count for piece in pieces)


def end_alone(pieces: Sequence[Piece], boxes: Sequence[Box]) -> bool:
    """Whether the last page of several holds nothing but what stands below the text."""
    names = {piece.id for piece in pieces if not piece.id.startswith("end")}
    last = max((box.page for box in boxes), default=1)
    return last > 1 and not any(box.page == last and box.id in names for box in boxes)


def better(one: Pages, other: Pages) -> bool:
    """Whether the first layout is better filled than the second."""
    return (one.penalty(), len(one.used_mm)) < (other.penalty(), len(other.used_mm))
