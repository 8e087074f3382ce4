"""The type scale of an edition: how large each sort of text is set, from the size of running text."""

from __future__ import annotations

from dataclasses import dataclass

from bulletin.compose.widths import BE_VIETNAM_PRO, NOTO_SANS, Face
from bulletin.edition import Edition
from bulletin.vietnamese.spaces import set_line

PT_PER_MM = 72 / 25.4
_HUGE_EM = 17.0
_UNBOUND_EM = 13.5
"""Length of a line in multiples of the type size; half as much as it holds letters, or a little less."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Sizes in points, and the faces in which text is measured before it is set."""

    titles: tuple[float, ...]
    """For the headline, the largest first."""
    subtitle: float
    heading: float
    part: float
    panel: float
    """Panels, tables, lists of people."""
    small: float
    """Captions and end matter."""
    folio: float
    sans: Face
    figures: Face
    huge: bool = False
    """So few lines stand on a page that filling it counts for more than keeping things together."""
    unbound: bool = False
    """So few letters stand on a line that words which belong together may not fit on one."""


def scale(edition: Edition) -> Scale:
    """The type scale of an edition.

    References:
        Large print: headings one and two steps above the text, nothing below it (docs/typography.md).
    """
    body = edition.body_pt
    if edition.large_print:
        return Scale(
            titles=(body * 1.24, body * 1.12), subtitle=body, heading=body * 1.12, part=body, panel=body,
            small=body, folio=body, sans=NOTO_SANS, figures=NOTO_SANS,
            huge=edition.measure_mm * PT_PER_MM / body < _HUGE_EM,
            unbound=edition.measure_mm * PT_PER_MM / body < _UNBOUND_EM,
        )  # fmt: skip
    # Type that the make-up has set smaller does not take the smallest below what may be.
    least = edition.smallest_pt
    return Scale(
        titles=(body * 1.9, body * 1.65, body * 1.4, body * 1.2), subtitle=body * 1.09, heading=body * 1.15,
        part=body * 1.02, panel=max(least, body * 0.85), small=max(least, body * 0.8), folio=max(least, body * 0.76),
        sans=BE_VIETNAM_PRO, figures=NOTO_SANS,
    )  # fmt: skip


def set_words(text: str) -> list[str]:
    """The stretches of a line at whose ends it may be broken, as it will be set."""
    return "".join(run.text for run in set_line(text)).split(" ") if text else []
