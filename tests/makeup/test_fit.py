"""A bulletin made to fit a number of pages (`makeup/fit.py`)."""

from __future__ import annotations

import pytest

from bulletin.layout import Levers
from bulletin.makeup import MOST_TRIALS, Pages, Trial, fitted, fitting, overset_lines, plan_at
from bulletin.plan import Piece, Plan

DEPTH, LINE = 400.0, 10.0
LEVERS = Levers(body=(0.75, 1.25), photos=(0.55, 1.0), air=(0.6, 1.5), leading=(0.95, 1.0))


def measured(plan: Plan, text_mm: float, picture_mm: float) -> float:
    """How high an engine would set it: in steps of whole lines, and a little otherwise than reckoned."""
    text = text_mm * plan.body**1.8 * plan.leading * (0.8 + 0.2 * plan.air)
    return float(round(text / LINE) * LINE + picture_mm * plan.photos)


def attempts(text_mm: float, picture_mm: float, wanted: int = 1) -> tuple[list[Trial], Pages]:
    """Try as the pipeline does."""
    pieces = [Piece(id="a", kind="text"), Piece(id="fig-1", kind="figure", pictures_mm=picture_mm)]
    natural = measured(Plan(), text_mm, picture_mm)
    whole = int(natural // DEPTH)
    pages = Pages(
        depths_mm=(DEPTH,) * (whole + 1), used_mm=(*(DEPTH,) * whole, natural - whole * DEPTH), line_mm=LINE,
        first_top_mm=0.0,
    )  # fmt: skip
    trials = [Trial(degree=0.0, used_mm=natural)]
    for _ in range(MOST_TRIALS):
        degree = fitted(trials, pieces, pages, LEVERS, wanted=wanted)
        if degree is None:
            break
        trials.append(Trial(degree=degree, used_mm=measured(plan_at(LEVERS, degree, Plan()), text_mm, picture_mm)))
    return trials, pages


@pytest.mark.parametrize("text_mm", [150, 210, 260, 300, 340, 400, 450])
@pytest.mark.parametrize("wanted", [1, 2, 3])
def test_two_more_attempts_are_enough(text_mm: float, wanted: int) -> None:
    trials, pages = attempts(text_mm * wanted, 120 * wanted, wanted)
    best = fitting(trials, pages, wanted=wanted)
    assert best is not None
    assert 0.85 * DEPTH * wanted <= best.used_mm <= DEPTH * wanted
    assert len(trials) <= 3


def test_what_fits_well_is_left_alone() -> None:
    trials, _ = attempts(260, 120)
    assert [trial.degree for trial in trials] == [0.0]


def test_what_cannot_fit_is_told_in_lines() -> None:
    trials, pages = attempts(900, 120)
    assert fitting(trials, pages, wanted=1) is None
    tightest = measured(plan_at(LEVERS, -1.0, Plan()), 900, 120)
    assert overset_lines(trials, pages, wanted=1) == pytest.approx((tightest - DEPTH) / LINE, abs=1)


def test_nothing_is_changed_beyond_its_limits() -> None:
    for step in range(-100, 101):
        plan = plan_at(LEVERS, step / 100, Plan())
        for value, (least, most) in (
            (plan.body, LEVERS.body), (plan.photos, LEVERS.photos), (plan.air, LEVERS.air),
            (plan.leading, LEVERS.leading),
        ):  # fmt: skip
            assert least <= value <= most


def test_photos_and_space_give_way_before_type_does() -> None:
    plan = plan_at(LEVERS, -0.5, Plan())
    assert (plan.photos, plan.air, plan.body) == (0.55, 0.6, 1.0)
    assert plan_at(LEVERS, 0.0, Plan()) == Plan()
