"""Editions: the variants in which a record is printed."""

from __future__ import annotations

from dataclasses import dataclass, replace

ZOOMS = range(100, 301)
"""Per cent by which type may be enlarged."""
LARGE_PRINT_FROM = 1.28
"""From this zoom on the large-print rules apply (14 pt print enlarged to 18 pt)."""
MM_PER_PT = 25.4 / 72
PAPERS_MM = {
    "A2": (420.0, 594.0), "A3": (297.0, 420.0), "A4": (210.0, 297.0), "A5": (148.0, 210.0),
}  # fmt: skip
"""Width and height of the sheets, standing (ISO 216)."""
_MARGIN_LEADING = 1.4
"""Line height of what stands in the margins of large print."""
_AROUND_MM = 9.0
"""Between it and the text, and between it and the edge of the sheet, which no printer reaches."""
_FOOT_EM = 18.0
"""Width of stamp and folio side by side, as a multiple of the type size."""
_STAMP_EM = 11.0
"""Width of the stamp alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A variant in which a record is printed."""

    name: str
    body_pt: float
    """Size of running text, in points."""
    leading: float
    """Line height, as a multiple of the body size."""
    margins_mm: tuple[float, float, float, float]
    """Top, right, bottom, left."""
    smallest_pt: float
    """Nothing is printed smaller than this."""
    large_print: bool = False
    """One column, left aligned, no italics, no underline, no blocks of capitals, wide tables as cards."""
    paper: str = "A4"
    paper_mm: tuple[float, float] = PAPERS_MM["A4"]
    columns: int = 1
    """Columns in which running text is set."""
    gutter_mm: float = 6.0
    """Between two of them."""
    zoom: int = 100
    """Per cent of the edition's own sizes; the text is set anew, not magnified."""

    @property
    def measure_mm(self) -> float:
        """Width of the text area."""
        return self.paper_mm[0] - self.margins_mm[1] - self.margins_mm[3]

    @property
    def depth_mm(self) -> float:
        """Height of the text area."""
        return self.paper_mm[1] - self.margins_mm[0] - self.margins_mm[2]

    def in_column(self) -> Edition:
        """This edition as narrow as one of its columns, for what stands in one; itself where it has but one."""
        if self.columns == 1:
            return self
        width_mm = (self.measure_mm - self.gutter_mm * (self.columns - 1)) / self.columns
        top, right, bottom, left = self.margins_mm
        return replace(self, columns=1, margins_mm=(top, right + self.measure_mm - width_mm, bottom, left))

    @property
    def most_columns(self) -> int:
        """Tables with more columns than this are set as cards, one a row."""
        if not self.large_print:
            return 99
        return 4 if self.body_pt < 24 else 1

    @property
    def suffix(self) -> str:
        """What stands between a record's name and `.pdf`, such as `.large-print`."""
        parts = [] if self.name == "standard" else [self.name]
        if self.zoom != 100:
            parts.append(f"{self.zoom}")
        return "".join(f".{part}" for part in parts)

    @property
    def landscape(self) -> bool:
        """Whether the sheet lies on its long side."""
        return self.paper_mm[0] > self.paper_mm[1]

    def on(self, paper: str, *, landscape: bool = False) -> Edition:
        """This edition on another sheet.

        Args:
            paper: Name of the sheet, such as `A3`.
            landscape: Whether it lies on its long side.

        Raises:
            KeyError: If there is no such sheet.
        """
        width_mm, height_mm = PAPERS_MM[paper]
        return replace(self, paper=paper, paper_mm=(height_mm, width_mm) if landscape else (width_mm, height_mm))

    def scaled(self, factor: float) -> Edition:
        """This edition with its running text set larger or smaller, by the make-up; no smaller than may be."""
        return replace(self, body_pt=max(self.smallest_pt, self.body_pt * factor)) if factor != 1.0 else self

    def zoomed(self, percent: int, *, large: Edition | None = None) -> Edition:
        """This edition with its type enlarged; the page stays, the text is set anew.

        Args:
            percent: 100 to 300.
            large: The large print whose rules hold from a certain size on; the shipped one when not given.

        Raises:
            ValueError: If the percentage is outside that range.
        """
        if percent not in ZOOMS:
            raise ValueError(percent)
        if percent == 100:
            return self
        factor = percent / 100
        grown = replace(self, zoom=percent, body_pt=self.body_pt * factor, smallest_pt=self.smallest_pt * factor)
        if not self.large_print and factor < LARGE_PRINT_FROM:
            return grown
        if not self.large_print:
            large = large or EDITIONS["large-print"]
            body_pt = max(grown.body_pt, large.body_pt * factor / LARGE_PRINT_FROM, large.body_pt)
            # As much smaller as that large print may be set, to fit.
            smallest_pt = body_pt * (large.smallest_pt / large.body_pt)
            grown = replace(
                grown, body_pt=body_pt, smallest_pt=smallest_pt, leading=large.leading, margins_mm=large.margins_mm,
                large_print=True, columns=1,
            )  # fmt: skip
        return grown._with_room()

    def _with_room(self) -> Edition:
        """Large print with margins high enough for running head and foot, which are as large as the text."""
        top, right, bottom, left = self.margins_mm
        line_mm = self.body_pt * MM_PER_PT * _MARGIN_LEADING
        # Stamp and folio stand side by side, else one above the other, else the stamp itself takes two lines.
        lines = 1 + sum(self.measure_mm < width_em * self.body_pt * MM_PER_PT for width_em in (_FOOT_EM, _STAMP_EM))
        margins_mm = (max(top, line_mm + _AROUND_MM), right, max(bottom, lines * line_mm + _AROUND_MM), left)
        return replace(self, margins_mm=margins_mm)

    @staticmethod
    def named(name: str) -> Edition:
        """The edition of that name; KeyError when there is none."""
        return EDITIONS[name]


# Sizes, leading and margins of the large editions: UKAAF G003, ACB 2022, RNIB; see docs/typography.md.
EDITIONS = {
    edition.name: edition
    for edition in (
        Edition(
            name="standard", body_pt=11.5, leading=1.55, margins_mm=(22.0, 18.0, 20.0, 18.0), smallest_pt=8.5,
        ),
        Edition(
            name="large-print", body_pt=18.0, leading=1.5, margins_mm=(25.0, 25.0, 25.0, 25.0), smallest_pt=18.0,
            large_print=True,
        ),
        Edition(
            name="giant-print", body_pt=24.0, leading=1.5, margins_mm=(20.0, 20.0, 20.0, 20.0), smallest_pt=24.0,
            large_print=True,
        ),
    )
}  # fmt: skip
