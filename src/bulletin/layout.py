"""What a layout says of itself: sheets, sizes, what it prints, what the make-up may change, what it promises."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from bulletin.edition import EDITIONS, MM_PER_PT, PAPERS_MM, Edition
from bulletin.plan import LEAST_SCALE, MOST_AIR

Content = Literal["record", "digest", "document", "issue"]
"""The whole record as news; what is read in passing (title, highlights, facts); the record as an official document;
many records bound into one."""
DPI = 150
"""Pixels per inch of pictures when none are asked for: an A4 page fills a screen, and its small type can be read."""
DPIS = range(50, 601)
Range = tuple[float, float]
LEAST_LINES = 15
"""A sheet that holds fewer lines of an edition is too small for it."""
FORMATS = ("pdf", "html", "png")
"""What a record can be made into: a PDF, a page for the web, pictures of the pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Levers:
    """What the make-up may change, each between two factors of what the layout itself asks for."""

    body: Range = (1.0, 1.0)
    """Size of all type; never below the edition's smallest."""
    photos: Range = (LEAST_SCALE, 1.0)
    """Height of photos."""
    air: Range = (0.7, MOST_AIR)
    """Space between paragraphs."""
    leading: Range = (0.965, 1.0)
    """Line height."""
    spread: float = 0.0
    """What is left empty of a page may be shared out among the gaps of the layout, up to this part of its height."""
    moves: bool = True
    """Whether a photo may stand after one of the next paragraphs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Promises:
    """What the preflight holds every bulletin of a layout to, beside what it holds all of them to."""

    pages: int = 0
    """Exactly so many; 0 for as many as it takes."""
    multiple_of: int = 1
    """The number of pages is a multiple of this."""
    least_fill: float = 0.60
    """Part of its height that every page but the last must fill."""
    smallest_pt: float = 0.0
    """Nothing is ever printed smaller, on whatever sheet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A layout as its `layout.toml` describes it."""

    name: str
    titles: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """By language."""
    content: Content = "record"
    papers: tuple[str, ...] = ("A4",)
    """The first is taken when none is asked for."""
    scales: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    """By sheet, how much larger type and margins are than on the first one; 1 where none is given."""
    landscape: bool = False
    """Whether its sheets may also lie on their long side."""
    sizes: Mapping[str, Mapping[str, Any]] = field(default_factory=lambda: MappingProxyType({}))
    """For each edition that it comes in: what differs from the edition's own sizes, by the names of `Edition`; under
    the name of a sheet what differs on that one."""
    formats: tuple[str, ...] = ("pdf", "png")
    """Of `FORMATS` those that it comes in; a page for the web must be asked for."""
    notes: bool = False
    """Whether it has pages for notes, with which a bulletin is made ready to be folded."""
    levers: Levers = Levers()
    promises: Promises = Promises()
    folder: Path | None = None
    """Where a clerk's own layout lies; None for those of the program."""
    files: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}))
    """What lies in that folder, by names such as `print.css`; nothing else of it is ever read."""
    version: str = ""
    """The version of the program that a clerk's own layout was made or last checked with."""

    @property
    def is_guest(self) -> bool:
        """Whether it is a clerk's own, which is never trusted."""
        return self.folder is not None

    @property
    def served(self) -> Mapping[str, bytes]:
        """Its files by the names under which the pages ask for them, such as `mau-xa/print.css`."""
        return {f"{self.name}/{name}": data for name, data in self.files.items()}

    @property
    def editions(self) -> tuple[str, ...]:
        """Names of the editions that it comes in."""
        return tuple(self.sizes) or tuple(EDITIONS)

    def sheets(self, edition: str) -> tuple[str, ...]:
        """Sheets on which an edition is to be had: those that hold some lines of it, so that captions fit."""
        found = []
        for paper in self.papers:
            of = self._sheet(edition, paper, False)
            if of.depth_mm >= LEAST_LINES * of.body_pt * of.leading * MM_PER_PT:
                found.append(paper)
        return tuple(found) or self.papers[:1]

    def edition(self, name: str, *, zoom: int = 100, paper: str = "", landscape: bool = False) -> Edition:
        """An edition as this layout sets it.

        Args:
            name: Name of the edition.
            zoom: Per cent, 100 to 300.
            paper: Name of the sheet; the layout's first when empty.
            landscape: Whether the sheet lies on its long side.

        Raises:
            KeyError: If there is no such edition.
            ValueError: If the percentage is outside that range, or the layout has no such sheet.
        """
        paper = paper or self.papers[0]
        if paper not in self.papers:
            raise ValueError(paper)
        if landscape and not self.landscape:
            raise ValueError("landscape")
        sheet, large = (self._sheet(one, paper, landscape) for one in (name, "large-print"))
        return sheet.zoomed(zoom, large=large)

    def _sheet(self, name: str, paper: str, landscape: bool) -> Edition:
        edition = replace(EDITIONS[name], **self._own(name, paper)).on(paper, landscape=landscape)
        factor = self.scales.get(paper, 1.0)
        smallest_pt = max(self.promises.smallest_pt, edition.smallest_pt * factor)
        top, right, bottom, left = (margin * factor for margin in edition.margins_mm)
        return replace(
            edition, smallest_pt=smallest_pt, body_pt=max(smallest_pt, edition.body_pt * factor),
            margins_mm=(top, right, bottom, left),
        )  # fmt: skip

    def _own(self, edition: str, paper: str) -> dict[str, Any]:
        """What differs from the sizes of an edition on a sheet."""
        own = self.sizes.get(edition, {})
        return {name: value for name, value in own.items() if name not in PAPERS_MM} | dict(own.get(paper, {}))
