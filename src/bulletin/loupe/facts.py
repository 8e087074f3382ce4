"""What is seen on the pages of any PDF: plain data.

Measures are in points on the sheet as the reader holds it, from its lower left corner.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from bulletin.pdfium import Box

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Style:
    """How a run of letters is set."""

    size_pt: float
    """0 where the font does not tell, as with letters that are drawings."""
    font: str = ""
    """Name, without the mark of a subset; empty when it has none."""
    serif: bool | None = None
    """None when it cannot be known."""
    italic: bool = False
    bold: bool = False
    colour: Colour | None = None
    """None when it is a pattern, or cannot be known."""
    opacity: float = 1.0
    level: bool = True
    """Runs from left to right on the sheet as it is held."""
    visible: bool = True


@dataclass(frozen=True, slots=True)
class Strip:
    """Letters that stand side by side on one line, without a wide gap."""

    page: int
    text: str
    box: Box
    """Of the ink."""
    baseline: float
    size_pt: float
    """Of most of its letters."""
    styles: tuple[tuple[Style, str], ...]
    """Its letters by how they are set."""
    left: float
    """Where its first letter begins, the white of its own beside the ink included."""
    right: float
    """Where its last letter ends, likewise: so edges are even to the hair where they are set so."""
    table: int = -1
    """Which of the page's tables it belongs to, as the file itself says; -1 for none."""

    in_list: bool = False
    """The file itself says that it belongs to an item of a list."""
    paragraph: int = -1
    """Which of the page's paragraphs it belongs to, as the file itself says; -1 when it does not say."""

    @property
    def in_table(self) -> bool:
        """The file itself says that it belongs to a table."""
        return self.table >= 0


@dataclass(frozen=True, slots=True)
class Ground:
    """What a strip stands on."""

    contrast: float
    """Of its ink to what is under it, where that is least, as WCAG 2 reckons it: 1 to 21."""
    busy: bool
    """Light and dark change under it, as over a picture."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table on a page."""

    page: int
    columns: int
    words: str = ""
    """Of its first row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page, measured."""

    number: int
    size_pt: tuple[float, float]
    """As the reader holds it."""
    strips: tuple[Strip, ...] = ()
    """Letters that are seen."""
    grounds: tuple[Ground | None, ...] = ()
    """What each strip stands on; None where the colour of its ink is not known."""
    underlined: tuple[Strip, ...] = ()
    pictures: float = 0.0
    """Share of the sheet that pictures cover, 0 to 1."""
    strokes: int = 0
    """Number of lines and shapes drawn."""
    tables: tuple[Table, ...] | None = None
    """As the file itself says; None when it does not say."""
    unmapped: int = 0
    """Letters of which the file does not say which they are."""
    trouble: bool = False
    """It could not be opened."""

    @property
    def letters(self) -> int:
        """Number of letters that are seen."""
        return sum(len(strip.text) for strip in self.strips)


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """A PDF, measured."""

    pages: tuple[Page, ...]
    """Those that were looked at."""
    count: int
    """How many there are."""
    tagged: bool = False
    cut_short: str = ""
    """Why not all was looked at: `pages`, `time`; empty when all was."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something was seen."""

    page: int
    words: str = ""
    measured: str = ""
    """Such as `14.0 pt`, with a decimal point."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What came of one rule."""

    rule: str
    met: bool | None
    """None when it cannot be measured."""
    measured: str = ""
    """The figure on which it rests, such as `14.0 pt`; empty when there is none."""
    places: tuple[Place, ...] = field(default=())
    """Where it is not met, in the order of the pages."""
