"""What a finished PDF must hold, and what was found in it: plain data, free of the record's model and of pdfium."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from bulletin.pdfium.geometry import Box as Box

MM_PER_PT = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence or line of the record that must be printed, with its place in the record's file."""

    text: str
    key: str = ""
    """The field, as the clerk typed it."""
    line: int = 0
    column: int = 0
    margin: bool = False
    """May also stand outside the content area, as a note at the sheet's edge does."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A photo, or several under one caption, with its place in the record's file."""

    file: str
    caption: str = ""
    """As printed; empty when there is none to look for."""
    count: int = 1
    """Number of pictures."""
    ratios: tuple[float, ...] = ()
    """Width by height of each picture's pixels; empty when not known."""
    key: str = ""
    line: int = 0
    column: int = 0


Edge = Literal["left", "right", "middle", "top", "bottom"]
"""What is measured of a line: where its first letter begins and its last one ends, both with their white; its middle;
its base line, from the top or the bottom. All but the last are measured from the left or the top of the sheet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A text that stands at a measured place of a page, in a measured size; as an official form prescribes."""

    text: str
    page: int = 1
    """Counted from 1; from the end when negative."""
    edges: tuple[tuple[Edge, float], ...] = ()
    """What is measured, in millimetres."""
    pt: float = 0.0
    """Size of its letters; 0 for any."""
    font: str = ""
    """Its face, such as `LiberationSerif-Bold`; empty for any."""
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Seen:
    """Where a text stands on its page."""

    left_mm: float
    right_mm: float
    base_mm: float
    """Its base line, from the top."""
    pt: float
    font: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A code for cameras that must be on a page, module by module."""

    text: str
    """What it says."""
    rows: tuple[str, ...]
    """A line of `0` and `1` for each row of modules, its white rim included; `1` is dark."""
    page: int
    left_mm: float
    top_mm: float
    """Of its upper left corner, from that of the sheet."""
    size_mm: float
    """Of each side."""
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What must be found in a PDF."""

    texts: tuple[Text, ...]
    photos: tuple[Figure, ...] = ()
    """In the order of the text."""
    fonts: frozenset[str]
    """PostScript names of the shipped fonts, such as `NotoSerif-Bold`."""
    smallest_pt: float
    sheet_mm: tuple[float, float]
    """Width and height."""
    content_mm: tuple[float, float, float, float]
    """Margins of the content area: top, right, bottom, left."""
    first_top_mm: float | None = None
    """Top margin of the first page, where it differs."""
    least_fill: float = 0.60
    """Share of the content area's height that every page but the last must fill."""
    pages: int = 0
    """Exactly so many pages; any number when 0."""
    multiple_of: int = 1
    """The number of pages is a multiple of this."""
    notes: int = 0
    """So many pages at the end are ruled for notes; the last before them may be short."""
    most_cropped: float = 0.0
    """Share of a photo that the layout may cut away."""
    bookmarks: int = 0
    """At least so many; those of the parts are more."""
    codes: tuple[Code, ...] = ()
    ends: frozenset[int] = frozenset()
    """Pages, counted from 1, behind which a part begins anew: like the last one they may be short."""
    spots: tuple[Spot, ...] = ()
    texts_per_page: tuple[str, ...] = ()
    """Must stand on every page, anywhere on the sheet."""
    folio: str = ""
    """What stands at the edge of every page, with `{page}` for its number and `{pages}` for theirs; empty for none."""
    folio_from: int = 1
    """The first page that bears it."""
    stands: tuple[Stand, ...] = ()
    """Texts whose pages are told elsewhere in the PDF."""
    path: Path | None = None
    """The record's file."""

    def top_mm(self, page: int) -> float:
        """Top margin of a page, counted from 1."""
        return self.first_top_mm if page == 1 and self.first_top_mm is not None else self.content_mm[0]

    @property
    def caption_gap_mm(self) -> float:
        """How far below its photo a caption's tallest letter may begin: 6 mm, or the type size where that is more."""
        return max(6.0, self.smallest_pt * MM_PER_PT)


@dataclass(frozen=True, slots=True)
class Part:
    """Pages that hold something of their own, such as one of several articles."""

    first: int
    """Counted from 1."""
    last: int
    expected: Expected
    """What must be found on these pages; of the file itself the expectation of the whole tells."""


@dataclass(frozen=True, slots=True)
class Stand:
    """A text that must stand on a page, since a number elsewhere says so."""

    text: str
    page: int
    last: int = 0
    """It may also stand on a later page, up to this one."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A photo as it stands on paper."""

    page: int
    """Counted from 1."""
    left_mm: float
    top_mm: float
    width_mm: float
    height_mm: float
    dpi: float


@dataclass(frozen=True, slots=True)
class Report:
    """What was measured in a PDF that passed."""

    pages: int
    fills: tuple[float, ...]
    """Share of the content area's height that each page fills."""
    smallest_pt: float
    """Size of the smallest letters; 0 when nothing is printed."""
    photos: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class Painted:
    """An image painted on a page."""

    whole: Box
    """Where all its pixels would stand."""
    seen: Box
    """What is left of that after clipping."""
    pixels: tuple[int, int]
    size_pt: tuple[float, float]
    """Width and height of the whole, before any turn."""
    mark: int
    """Check sum of its data: two of the same are one picture, painted twice."""


@dataclass(frozen=True, slots=True)
class Picture:
    """An image on its page, with what is printed under it."""

    page: int
    image: Painted
    near: bool
    """Whether any text begins as near below it as a caption must."""
    below: tuple[str, ...]
    """Lines of text below it that begin there, between its left and right edges."""
    across: tuple[str, ...]
    """The same from edge to edge of the sheet."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is wrong with a piece of text or ink, whatever the record says."""

    id: str
    page: int
    words: str = ""
    """The piece of text; empty for other ink."""
    detail: str = ""
    """A font, a letter or a size in points, by the sort of fault."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page, read."""

    number: int
    size_pt: tuple[float, float]
    content: str
    """Text of the content area, in the order it was painted."""
    text: str
    """Text of the whole sheet."""
    fill: float
    """Share of the content area's height, 0 to 1."""
    pictures: tuple[Picture, ...]
    seen: tuple[tuple[Spot, tuple[Seen, ...]], ...] = ()
    """The spots of this page, each with all places where its text stands."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is not of single pages."""

    tagged: bool
    title: str
    language: str
    bookmarks: int
    codes: tuple[tuple[str, ...], ...] = ()
    """What is painted where codes are expected, module by module."""
