"""What is left empty of a page, shared out among its gaps (`makeup/fit.py`)."""

from __future__ import annotations

import pytest

from bulletin.layout import Levers
from bulletin.makeup import Pages, Trial, spread
from bulletin.plan import Plan

PAGES = Pages(depths_mm=(300.0, 400.0), used_mm=(300.0, 350.0), line_mm=10.0, first_top_mm=0.0)
LEVERS = Levers(spread=0.1)


@pytest.mark.parametrize(
    ("wanted", "used_mm", "spread_mm"),
    [(1, 280.0, 19.5), (1, 100.0, 30.0), (2, 690.0, 9.5), (2, 100.0, 40.0)],
)
def test_what_is_left_is_shared_out_as_far_as_the_layout_lets_it(wanted: int, used_mm: float, spread_mm: float) -> None:
    plan = spread(Plan(body=1.1), LEVERS, Trial(degree=0.5, used_mm=used_mm), PAGES, wanted=wanted)
    assert plan == Plan(body=1.1, spread_mm=spread_mm)
    assert Plan.read(plan.written()) == plan


def test_a_full_page_and_a_layout_that_does_not_ask_for_it_are_left_alone() -> None:
    assert spread(Plan(), LEVERS, Trial(degree=0.0, used_mm=299.8), PAGES, wanted=1) is None
    assert spread(Plan(), Levers(), Trial(degree=0.0, used_mm=100.0), PAGES, wanted=1) is None
