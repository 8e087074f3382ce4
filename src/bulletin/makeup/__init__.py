"""Make-up: sizes and places of the figures, chosen so that pages fill.

A first layout measures the flow. From these measures pages are simulated in milliseconds, with other sizes and places
for the figures, until no page but the last stands half empty and the last holds more than a few lines; the engine then
sets the best plan. The rules are those of `docs/layouts.md`: photos between 55 % and 100 % of their natural size, or
after one of the next paragraphs; space between paragraphs never over 1.5 times its own.

A bulletin that is to have so many pages and no more is fitted first (`fit`): space, photos and type, as far as the
layout lets them be changed. Then its pages are filled like any other's.

Where text is set in columns, each is filled like a page, what goes across parts the flow, and the columns above it and
at the end are of one length (`columns`, `search`).

No record is refused because its pages cannot be filled so. What should stay whole is then broken, in this order: a row,
card or list of highlights higher than a third of a page; any other; a paragraph of two or three lines; a heading from
its text. A photo is set smaller than 55 % only where its own caption leaves it no more room on a page.
"""

from bulletin.makeup.columns import column_boxes, column_ends
from bulletin.makeup.fit import MOST_TRIALS, Trial, fitted, fitting, overset_lines, plan_at, spread, used_mm
from bulletin.makeup.pages import FEWEST_LINES, LEAST_FILL, WANTED_FILL, Box, Pages, better, end_alone, torn
from bulletin.makeup.search import improved

__all__ = [
    "FEWEST_LINES",
    "LEAST_FILL",
    "MOST_TRIALS",
    "RECIPE",
    "WANTED_FILL",
    "Box",
    "Pages",
    "Trial",
    "better",
    "column_boxes",
    "column_ends",
    "end_alone",
    "fitted",
    "fitting",
    "improved",
    "overset_lines",
    "plan_at",
    "rounds",
    "spread",
    "torn",
    "used_mm",
]

RECIPE = 7
"""To be raised when the same measures give another plan, so that no remembered plan is taken for it."""
_ROUNDS = 4
_ROUNDS_FITTED = 2
_LONG = 200
"""Pages that the engine may set anew, all attempts together, once there are so many; one attempt is always made."""


def rounds(pages: int, *, fitted: bool = False) -> int:
    """How often the engine may set a bulletin of so many pages anew; less often when it was fitted before."""
    return max(1, min(_ROUNDS_FITTED if fitted else _ROUNDS, _LONG // pages))
