from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest

from bulletin.makeup import FEWEST_LINES, Pages, better, improved
from bulletin.plan import LEAST_SCALE, MOST_AIR, Piece, Plan

DEPTH = 250.0
LINE = 6.0
CAPTION = 8.0
GAP = 4.0


@dataclass(frozen=True)
class Box:
    id: str
    page: int
    top_mm: float
    bottom_mm: float
    above_mm: float = GAP
    below_mm: float = 0.0
    left_mm: float = 18.0
    right_mm: float = 192.0


def text(ident: str, lines: int) -> tuple[Piece, float]:
    return Piece(id=ident, kind="text"), lines * LINE


def heading(ident: str) -> tuple[Piece, float]:
    return Piece(id=ident, kind="heading", keep=True, ends_block=False), 8.0


def figure(ident: str, pictures_mm: float) -> tuple[Piece, float]:
    return Piece(id=ident, kind="figure", pictures_mm=pictures_mm, natural_mm=pictures_mm), pictures_mm + CAPTION


def laid_out(flow: Sequence[tuple[Piece, float]]) -> tuple[list[Box], Pages]:
    """Set pieces one below the other, whole, on as many pages as they need."""
    boxes: list[Box] = []
    used = [0.0]
    for piece, height in flow:
        before = GAP if used[-1] else 0.0
        if used[-1] + before + height > DEPTH:
            used.append(0.0)
            before = 0.0
        top = used[-1] + before
        boxes.append(Box(piece.id, len(used), top, top + height))
        used[-1] = top + height
    pages = Pages(depths_mm=(DEPTH,) * len(used), used_mm=tuple(used), line_mm=LINE, first_top_mm=0.0)
    return boxes, pages


def plan_for(flow: Sequence[tuple[Piece, float]]) -> Plan:
    boxes, pages = laid_out(flow)
    pieces = [piece for piece, _ in flow]
    plan = improved([piece.id for piece in pieces], pieces, boxes, pages, Plan())
    assert plan is not None
    return plan


def test_a_photo_that_does_not_fit_is_set_smaller() -> None:
    plan = plan_for([text("a", 24), figure("fig-1", 116), text("b", 30)])
    assert LEAST_SCALE <= plan.scales["fig-1"] < 0.85
    assert not plan.shifts


def test_a_photo_that_fits_at_no_size_goes_behind_the_next_paragraph() -> None:
    plan = plan_for([text("a", 26), figure("fig-1", 160), *(text(f"b{n}", 3) for n in range(12))])
    assert plan.shifts["fig-1"] >= 1


def test_a_photo_goes_rather_behind_a_paragraph_than_behind_a_heading() -> None:
    plan = plan_for([text("a", 20), figure("fig-1", 120), heading("h"), *(text(f"b{n}", 6) for n in range(9))])
    assert "fig-1" not in plan.shifts


def test_photos_never_change_places() -> None:
    flow = [text("a", 26), figure("fig-1", 160), figure("fig-2", 40), *(text(f"b{n}", 3) for n in range(14))]
    plan = plan_for(flow)
    assert plan.shifts.get("fig-2", 0) >= plan.shifts.get("fig-1", 0)


def test_a_last_page_of_two_lines_is_drawn_in() -> None:
    flow = [*(text(f"a{n}", 4) for n in range(8)), text("b", 3), text("c", 2)]
    boxes, pages = laid_out(flow)
    assert len(pages.used_mm) == 2
    pieces = [piece for piece, _ in flow]
    plan = improved([piece.id for piece in pieces], pieces, boxes, pages, Plan())
    assert plan is not None
    assert plan.air < 1


def test_for_a_hair_s_breadth_no_page_is_set_anew() -> None:
    flow = [text("a", 24), figure("fig-1", 116), text("b", 30)]
    boxes, pages = laid_out(flow)
    pieces = [piece for piece, _ in flow]

    def wanted(best: float) -> Plan | None:
        return improved([piece.id for piece in pieces], pieces, boxes, pages, Plan(), best=best)

    assert wanted(0.4 * 10 * LINE / DEPTH) is None
    assert wanted(3 * 10 * LINE / DEPTH) is not None


def test_nothing_is_stretched_or_shrunk_beyond_its_limits() -> None:
    flow = [piece for n in range(6) for piece in (text(f"a{n}", 7 + 5 * n), figure(f"fig-{n}", 90 + 12 * n))]
    plan = plan_for(flow)
    assert all(LEAST_SCALE <= scale <= 1 for scale in plan.scales.values())
    assert 0.7 <= plan.air <= MOST_AIR
    assert 0.95 <= plan.leading <= 1
    assert max(plan.shifts.values(), default=0) <= 2


def test_full_pages_cost_nothing() -> None:
    pages = Pages(depths_mm=(DEPTH, DEPTH), used_mm=(0.81 * DEPTH, FEWEST_LINES * LINE), line_mm=LINE, first_top_mm=0.0)
    assert pages.penalty() == 0


@pytest.mark.parametrize(
    "used",
    [(0.7 * DEPTH, DEPTH), (0.9 * DEPTH, 2 * LINE)],
    ids=["a page too empty", "a last page of two lines"],
)
def test_what_a_reader_would_mind_costs(used: tuple[float, float]) -> None:
    worse = Pages(depths_mm=(DEPTH, DEPTH), used_mm=used, line_mm=LINE, first_top_mm=0.0)
    fine = Pages(depths_mm=(DEPTH, DEPTH), used_mm=(0.9 * DEPTH, 60.0), line_mm=LINE, first_top_mm=0.0)
    assert worse.penalty() > 0
    assert better(fine, worse)
    assert not better(worse, fine)


def test_of_two_good_layouts_the_one_with_fewer_pages_is_better() -> None:
    short = Pages(depths_mm=(DEPTH,), used_mm=(DEPTH,), line_mm=LINE, first_top_mm=0.0)
    long = Pages(depths_mm=(DEPTH, DEPTH), used_mm=(DEPTH, DEPTH), line_mm=LINE, first_top_mm=0.0)
    assert better(short, long)


def test_many_photos_are_planned_in_bounded_time() -> None:
    flow = [piece for n in range(120) for piece in (text(f"a{n}", 9), figure(f"fig-{n}", 110))]
    assert len(plan_for(flow).scales) == 120


def test_a_head_of_two_pages_leaves_the_room_that_it_leaves() -> None:
    # Its headline stays whole and goes over, so that page 1 is not full; no plan can change that.
    head = Piece(id="head", kind="solid", ends_block=False)
    flow = [figure("fig-1", 0.5 * DEPTH - CAPTION), *(text(f"b{n}", 3) for n in range(9))]
    boxes = [Box("head", 1, 0.0, 0.66 * DEPTH), Box("head", 2, 0.0, 0.6 * DEPTH)]
    rest, pages = laid_out(flow)
    boxes += [replace(box, page=box.page + 2) for box in rest]
    used = (0.66 * DEPTH, 0.6 * DEPTH, *pages.used_mm)
    pages = replace(pages, used_mm=used, depths_mm=(DEPTH,) * len(used))
    pieces = [head, *(piece for piece, _ in flow)]
    plan = improved([piece.id for piece in pieces], pieces, boxes, pages, Plan())
    assert plan is not None
    assert plan.scales["fig-1"] * (0.5 * DEPTH - CAPTION) + CAPTION < 0.4 * DEPTH


def test_a_page_behind_which_a_part_begins_may_be_short() -> None:
    used = (0.2 * DEPTH, 0.9 * DEPTH, 60.0)
    pages = Pages(depths_mm=(DEPTH,) * 3, used_mm=used, line_mm=LINE, first_top_mm=0.0)
    assert pages.penalty() > 10
    assert replace(pages, ends=frozenset({1})).penalty() == 0
