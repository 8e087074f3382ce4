"""Columns in the mind of the make-up (`makeup/columns.py`, `makeup/balance.py`, `makeup/search.py`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest

from bulletin.edition import Edition
from bulletin.makeup import Pages, column_boxes, column_ends, improved
from bulletin.makeup.balance import Put, balanced
from bulletin.plan import Piece, Plan

TWO = replace(Edition.named("standard"), columns=2, gutter_mm=6.0)
LEFT = TWO.margins_mm[3]
WIDTH = TWO.in_column().measure_mm
SECOND = LEFT + WIDTH + TWO.gutter_mm
DEPTH, LINE, GAP = 250.0, 5.0, 4.0


@dataclass(frozen=True)
class Box:
    id: str
    page: int
    top_mm: float
    bottom_mm: float
    left_mm: float = LEFT
    right_mm: float = LEFT + WIDTH
    above_mm: float = 0.0
    below_mm: float = GAP


def wide(ident: str, page: int, top: float, bottom: float) -> Box:
    return Box(ident, page, top, bottom, LEFT, LEFT + TWO.measure_mm)


def second(ident: str, page: int, top: float, bottom: float) -> Box:
    return Box(ident, page, top, bottom, SECOND, SECOND + WIDTH)


def test_two_columns_and_what_is_between_them_are_as_wide_as_the_text_area() -> None:
    assert 2 * WIDTH + TWO.gutter_mm == pytest.approx(TWO.measure_mm)
    assert TWO.in_column().columns == 1
    assert TWO.in_column().depth_mm == TWO.depth_mm
    assert TWO.in_column().in_column() == TWO.in_column()


def test_large_print_has_one_column() -> None:
    assert TWO.zoomed(120).columns == 2
    assert TWO.zoomed(150).columns == 1


def test_a_column_is_a_page_of_its_own() -> None:
    boxes = [wide("head", 1, 20, 60), Box("a", 1, 65, 200), second("b", 1, 65, 180), Box("c", 2, 20, 90)]
    assert [(box.id, box.page) for box in column_boxes(boxes, TWO)] == [("head", 1), ("a", 1), ("b", 2), ("c", 3)]


def test_what_goes_across_fills_all_columns() -> None:
    boxes = [wide("head", 1, 20, 60), Box("a", 1, 65, 200), second("b", 1, 65, 180), wide("c", 2, 20, 90)]
    assert column_ends(boxes, TWO, [20, 20]) == ((180, 160), (70, 70))
    assert column_ends(boxes, Edition.named("standard"), [20, 20]) == ()


def test_each_column_that_ends_high_is_minded() -> None:
    full = Pages(
        depths_mm=(DEPTH, DEPTH), used_mm=(DEPTH, 100), line_mm=LINE, first_top_mm=0, columns=2,
        column_ends_mm=((DEPTH, DEPTH), (100, 100)),
    )  # fmt: skip
    half = replace(full, column_ends_mm=((DEPTH, 0.4 * DEPTH), (100, 100)))
    assert full.penalty() == 0
    assert half.penalty() > 10


def test_an_end_that_stands_alone_overleaf_is_minded() -> None:
    pages = Pages(depths_mm=(DEPTH, DEPTH), used_mm=(DEPTH, 40), line_mm=LINE, first_top_mm=0, end_alone=True)
    assert pages.penalty() > 0 == replace(pages, end_alone=False).penalty()


def lines(count: int, before: float = 0.0) -> Put:
    return Put(height=count * LINE, before=before, lines=count)


@pytest.mark.parametrize(
    ("puts", "height"),
    [
        ([lines(20)], 10 * LINE),
        ([lines(10), lines(10, GAP)], 10 * LINE),
        ([Put(height=80), lines(4, GAP)], 80),
        ([lines(3)], 3 * LINE),
        ([], 0),
    ],
    ids=["lines are shared out", "space between columns is none", "a photo is whole", "so are three lines", "nothing"],
)
def test_columns_are_made_equally_long(puts: Sequence[Put], height: float) -> None:
    assert balanced(puts, 2, DEPTH) == pytest.approx(height, abs=LINE)


def test_columns_never_grow_beyond_the_foot() -> None:
    assert balanced([lines(200)], 2, 100) == 100


def test_a_heading_does_not_end_a_column() -> None:
    head = Put(height=2 * LINE, before=GAP, keep=True)
    without = balanced([Put(height=60), Put(height=60, before=GAP)], 2, DEPTH)
    assert balanced([Put(height=60), head, Put(height=60, before=GAP)], 2, DEPTH) > without


def set_in_columns(flow: Sequence[tuple[Piece, float]], begin: float) -> tuple[list[Box], Pages]:
    """Set pieces whole into columns, one after the other, below something across."""
    boxes = [wide("head", 1, 0, begin)]
    ends = [[begin, begin]]
    page, column, y = 1, 0, begin
    for piece, height in flow:
        if y + height > DEPTH:
            column, y = column + 1, begin if page == 1 else 0.0
            if column == 2:
                page, column, y = page + 1, 0, 0.0
                ends.append([0.0, 0.0])
        boxes.append((second if column else Box)(piece.id, page, y, y + height))
        ends[-1][column] = y + height
        y += height + GAP
    pages = Pages(
        depths_mm=(DEPTH,) * page, used_mm=tuple(map(max, ends)), line_mm=LINE, first_top_mm=0.0, columns=2,
        column_ends_mm=tuple(map(tuple, ends)),
    )  # fmt: skip
    return boxes, pages


def test_a_photo_is_set_so_that_it_fills_its_column() -> None:
    def text(ident: str, count: int) -> tuple[Piece, float]:
        return Piece(id=ident, kind="text", wide=False), count * LINE

    photo = Piece(id="fig-1", kind="figure", pictures_mm=90, natural_mm=90, wide=False)
    flow = [text("a", 19), (photo, 100.0), *(text(f"b{n}", 8) for n in range(12))]
    boxes, pages = set_in_columns(flow, begin=90.0)
    assert pages.penalty() > 0
    pieces = [Piece(id="head", kind="solid", ends_block=False), *(piece for piece, _ in flow)]
    plan = improved([piece.id for piece in pieces], pieces, column_boxes(boxes, TWO), pages, Plan())
    assert plan is not None
    # 160 mm of column 1, less the text and the space below it and below the photo, less the caption.
    assert plan.scales["fig-1"] * 90 + 10 <= DEPTH - 90 - 19 * LINE - GAP or plan.shifts["fig-1"]
