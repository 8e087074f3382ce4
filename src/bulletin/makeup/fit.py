"""A bulletin made to fit a number of pages: space, photos and type, changed as far as its layout allows.

One number says how far all of them are changed: -1 for everything as tight as may be, 0 for the layout's own sizes, 1
for as roomy as may be. From what was laid out it is reckoned how high the text would be at another, so that two
attempts are enough as a rule.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bulletin.layout import Levers, Range
from bulletin.makeup.pages import Pages
from bulletin.plan import Piece, Plan

MOST_TRIALS = 5
"""How often a bulletin that is to fit is set anew; twice is enough as a rule."""
_STEPS = 100
"""Into so many degrees each half of the scale is divided."""
_FULL = 0.90
"""A bulletin that is to fit is full enough when its last page is filled so far."""
_AIMED = 0.975
"""So full it is aimed at: what is reckoned may be wrong by a line."""
_GAPS = 0.16
"""Part of the height of running text that is space between its paragraphs."""
_KEPT_MM = 0.5
"""So much of a page is not shared out among its gaps, for fear of a hair's breadth too much."""
_PHOTOS_FIRST = 0.5
"""So far space and photos are changed before type is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One attempt: how far it was changed, and how high it came out."""

    degree: float
    used_mm: float
    """Height of all that was set, page below page."""


def used_mm(pages: Pages) -> float:
    """Height of all that was set; pages before the last count whole."""
    return sum(pages.depths_mm[:-1]) + pages.used_mm[-1]


def plan_at(levers: Levers, degree: float, plan: Plan) -> Plan:
    """A plan with everything changed to some degree, from -1 for the tightest to 1 for the roomiest."""
    early = math.copysign(min(1.0, abs(degree) / _PHOTOS_FIRST), degree)
    late = math.copysign(max(0.0, (abs(degree) - _PHOTOS_FIRST) / (1 - _PHOTOS_FIRST)), degree)
    # What is to grow grows by its type; photos are at their largest already.
    type_at = late if degree < 0 else degree
    return replace(
        plan,
        air=_between(levers.air, early),
        leading=_between(levers.leading, early),
        photos=_between(levers.photos, early),
        body=_between(levers.body, type_at),
    )


def _between(lever: Range, degree: float) -> float:
    least, most = lever
    return round(1.0 + ((1.0 - least) if degree < 0 else (most - 1.0)) * degree, 4)


def fitted(
    trials: Sequence[Trial], pieces: Sequence[Piece], pages: Pages, levers: Levers, *, wanted: int
) -> float | None:
    """The degree to try next so that a bulletin has so many pages, well filled; None when it cannot be had better.

    Args:
        trials: What was tried, the natural sizes (degree 0) first.
        pieces: The flow at its natural sizes, for the part that pictures take.
        pages: The pages at their natural sizes.
        levers: What may be changed.
        wanted: Number of pages.
    """
    room = pages.room_mm(wanted)
    if any(_fits(trial, room) and trial.used_mm >= _FULL * room for trial in trials):
        return None
    # What stands in one of several columns takes that part of the page.
    pictures_mm = sum(piece.pictures_mm / (1 if piece.wide else pages.columns) for piece in pieces)
    tried = {round(trial.degree * _STEPS) for trial in trials}
    tight = max((step for step in tried if _fits(_at(trials, step), room)), default=-_STEPS - 1)
    wide = min((step for step in tried if not _fits(_at(trials, step), room)), default=_STEPS + 1)
    # What was reckoned for the attempt nearest by, against what came out.
    nearest = min(trials, key=lambda trial: abs(trial.used_mm - room))
    ratio = nearest.used_mm / _reckoned(trials[0].used_mm, pictures_mm, levers, nearest.degree)
    best = tight
    for step in range(max(tight + 1, -_STEPS), min(wide, _STEPS + 1)):
        if ratio * _reckoned(trials[0].used_mm, pictures_mm, levers, step / _STEPS) <= _AIMED * room:
            best = step
    if best == tight and tight < -_STEPS:
        # By the reckoning nothing fits; the tightest is tried all the same, so that what is too long is known.
        best = -_STEPS
    is_short = tight >= -_STEPS and _fits(_at(trials, tight), room - pages.depth_mm(1))
    if best == tight and is_short and wanted > 1 and wide - tight > 1 and wide <= _STEPS:
        # Large photos that go overleaf leave gaps, so that pages come and go by leaps: the middle may be between them.
        best = (tight + wide) // 2
    return None if best in tried or best < -_STEPS else best / _STEPS


def fitting(trials: Sequence[Trial], pages: Pages, *, wanted: int) -> Trial | None:
    """The fullest attempt that fits so many pages; None when none does."""
    room = pages.room_mm(wanted)
    return max((trial for trial in trials if _fits(trial, room)), key=lambda trial: trial.used_mm, default=None)


def spread(plan: Plan, levers: Levers, trial: Trial, pages: Pages, *, wanted: int) -> Plan | None:
    """The plan with what is left empty of the last page shared out among its gaps; None when there is nothing to do.

    Args:
        plan: The plan of the fullest attempt that fits.
        levers: How much may be shared out.
        trial: That attempt.
        pages: Any attempt, for the height of a page.
        wanted: Number of pages.
    """
    room = pages.room_mm(wanted)
    free_mm = min(room - trial.used_mm - _KEPT_MM, levers.spread * pages.depth_mm(wanted - 1))
    return replace(plan, spread_mm=round(free_mm, 2)) if free_mm > 0 else None


def overset_lines(trials: Sequence[Trial], pages: Pages, *, wanted: int) -> int:
    """By how many lines of running text the tightest attempt is too long, at least one."""
    room = pages.room_mm(wanted)
    over_mm = min(trial.used_mm for trial in trials) - room
    return max(1, math.ceil(over_mm / pages.line_mm))


def _fits(trial: Trial, room: float) -> bool:
    return trial.used_mm <= room + 0.01


def _at(trials: Sequence[Trial], step: int) -> Trial:
    return next(trial for trial in trials if round(trial.degree * _STEPS) == step)


def _reckoned(natural_mm: float, pictures_mm: float, levers: Levers, degree: float) -> float:
    """About how high the whole would be: text grows with the square of its size, as lines hold fewer letters."""
    plan = plan_at(levers, degree, Plan())
    text_mm = natural_mm - pictures_mm
    gaps = _GAPS * plan.air * plan.body
    lines = (1 - _GAPS) * plan.leading * plan.body**2
    return pictures_mm * plan.photos + text_mm * (gaps + lines)
