"""Columns: which one a stretch of a piece stands in, and how far down each of them something stands.

To the make-up a column is a page of its own: what is in the second column of page 3 stands on "page 6" of two columns.
What goes across stands in the first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bulletin.edition import Edition
from bulletin.makeup.pages import Box

_NEAR_MM = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnBox:
    """A stretch of a piece in one column; as `pages.Box`, its `page` counting columns."""

    id: str
    page: int
    top_mm: float
    bottom_mm: float
    left_mm: float
    right_mm: float
    above_mm: float
    below_mm: float


def column_boxes(boxes: Sequence[Box], edition: Edition) -> tuple[Box, ...]:
    """Where pieces stand, column by column; the boxes themselves where there is but one."""
    if edition.columns == 1:
        return tuple(boxes)
    return tuple(
        ColumnBox(
            id=box.id, page=(box.page - 1) * edition.columns + _column(box, edition) + 1, top_mm=box.top_mm,
            bottom_mm=box.bottom_mm, left_mm=box.left_mm, right_mm=box.right_mm, above_mm=box.above_mm,
            below_mm=box.below_mm,
        )
        for box in boxes
    )  # fmt: skip


def column_ends(
    boxes: Sequence[Box], edition: Edition, tops_mm: Sequence[float]
) -> tuple[tuple[float, ...], ...]:  # fmt: skip
    """For each page, how far down each column something stands; empty where there is but one column.

    Args:
        boxes: Where pieces stand.
        edition: Gives the columns.
        tops_mm: Where the text area of each page begins, from the top of the sheet.
    """
    if edition.columns == 1:
        return ()
    ends = [[0.0] * edition.columns for _ in tops_mm]
    for box in boxes:
        page = ends[box.page - 1]
        down = box.bottom_mm - tops_mm[box.page - 1]
        own = _column(box, edition)
        for place in range(edition.columns) if _is_wide(box, edition) else (own,):
            page[place] = max(page[place], down)
    return tuple(map(tuple, ends))


def _is_wide(box: Box, edition: Edition) -> bool:
    return box.right_mm - box.left_mm > edition.in_column().measure_mm + _NEAR_MM


def _column(box: Box, edition: Edition) -> int:
    if _is_wide(box, edition):
        return 0
    pitch_mm = edition.in_column().measure_mm + edition.gutter_mm
    place = int((box.left_mm - edition.margins_mm[3] + _NEAR_MM) / pitch_mm)
    return max(0, min(edition.columns - 1, place))
