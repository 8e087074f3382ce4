"""HTML to PDF, in two steps: laying out, then writing. No network, no fonts but ours, nothing missing.

The engine (WeasyPrint) is loaded when the first page is laid out, not when this package is imported.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, BinaryIO

from bulletin.messages import say
from bulletin.render.document import Attachment, Document
from bulletin.render.places import Box, Words
from bulletin.stack import roomy

if TYPE_CHECKING:
    from bulletin.render.fetcher import Fetcher
    from bulletin.render.gathering import Gathering
    from bulletin.render.geometry import Survey
    from bulletin.render.library import EngineDocument
    from bulletin.render.press import Press

__all__ = [
    "Attachment",
    "Box",
    "Document",
    "Laid",
    "Words",
    "begin_printing",
    "engine_notes",
    "engine_version",
    "lay_out",
]


PRESS_VERSION = "70.0"
"""Of the engine whose steps the press takes by itself, and whose libraries are known by name.

Of another, `generate_pdf` and the names of libraries are to be compared first.
"""


class Laid:
    """Pages that are laid out and not yet written."""

    def __init__(self, engine_document: EngineDocument, fetcher: Fetcher, found: Survey) -> None:
        self._engine_document = engine_document
        self._fetcher = fetcher
        self._found = found
        self.pages = len(engine_document.pages)
        self.geometry: tuple[Box, ...] = tuple(found.boxes)
        """Elements with `data-flow` or `id`, in the order of the text, outer ones first."""
        self.page_fill: tuple[float, ...] = tuple(found.fills_mm)
        """For each page, how far down its text and pictures reach, in mm from the top of the text area."""
        self.page_depth: tuple[float, ...] = tuple(found.depths_mm)
        """For each page, the height of the text area in mm."""
        self.page_lines: tuple[int, ...] = tuple(map(len, found.lines))
        """For each page, its lines of text; those in the margins do not count."""

    @property
    def words(self) -> tuple[Words, ...]:
        """What is printed in each named element, in the order of the pages; gathered anew each time."""
        from bulletin.render.words import words

        return words(page._page_box for page in self._engine_document.pages)

    @roomy
    def write(self, document: Document, pictures: Mapping[str, bytes] = MappingProxyType({})) -> bytes:
        """The PDF, as PDF/A-3a and PDF/UA-1; the same for the same input.

        Args:
            document: What the PDF tells of itself.
            pictures: The photos by name, JPEG or PNG. The bytes of a JPEG stand in the PDF unchanged.

        Raises:
            RenderError: If the engine complains, or asks for what is not part of the bulletin.
        """
        from bulletin.render.finisher import write

        return write(self._engine_document, self._fetcher, self._found, document, pictures)

    def print(
        self, press: Press | Gathering, pictures: Mapping[str, bytes] = MappingProxyType({}), *, language: str = "vi"
    ) -> None:  # fmt: skip
        """Print these pages behind those that a press has printed before.

        Args:
            press: See `bulletin.render.begin_printing`.
            pictures: The photos by name, as for `write`.
            language: That of the document.

        Raises:
            RenderError: If the engine complains, or asks for what is not part of the bulletin.
        """
        press.add(self._engine_document, self._fetcher, self._found, pictures, language)


def begin_printing(file: BinaryIO) -> Press | Gathering:
    """Begin a PDF that is printed part by part, so that not all its pages are in memory at once.

    Each part is laid out for itself and printed by `Laid.print`; `Press.finish` ends the file. What is printed is what
    `Laid.write` gives for the same pages. With an engine of another version than the press is made for, all pages stay
    in memory until the end, which takes nothing but what `Laid.write` takes.

    Args:
        file: Open for writing, empty.

    Raises:
        RenderError: If the engine cannot be loaded.
    """
    if engine_version() != PRESS_VERSION:
        from bulletin.render.gathering import Gathering

        return Gathering(file)
    from bulletin.render.press import Press

    return Press(file)


@roomy
def lay_out(
    html: str, *, styles: Sequence[str] = (), pictures: Collection[str] = (),
    files: Mapping[str, bytes] = MappingProxyType({}),
) -> Laid:  # fmt: skip
    """Set HTML on pages.

    Args:
        html: The whole document. Its photos are addressed as `bulletin:photo/<name>`, files of layouts as
            `bulletin:layout/<layout>/<file>`; names are percent-encoded where an address needs it.
        styles: Style sheets of layouts, such as `news/print.css`; what the HTML says itself counts for more.
        pictures: Names of the photos. They are needed at writing only: the style gives each of them its size.
        files: What lies in the folder of a clerk's own layout, by names such as `mau-xa/print.css`. Then nothing may
            stand in the HTML but what is admitted.

    Raises:
        LayoutError: If something stands in a clerk's own that may not.
        FontError: If a letter or a face is in none of our fonts.
        RenderError: If something could not be served, or the engine complains, or cannot be loaded.
    """
    from bulletin.render import engine

    return Laid(*engine.lay_out(html, styles=styles, pictures=pictures, files=files))


def warm(styles: Sequence[str] = ()) -> None:
    """Load the engine, our fonts and style sheets of layouts now rather than with the first page.

    Raises:
        RenderError: If the engine cannot be loaded, or there is no such style sheet.
    """
    from bulletin.render import engine

    engine.warm(styles)


def engine_version() -> str:
    """The version of the engine, on which pages depend."""
    from bulletin.render.library import VERSION

    return str(VERSION)


def engine_notes() -> tuple[str, ...]:
    """What is amiss with the engine on this machine though it works, for `bulletin doctor` and before a build.

    Raises:
        RenderError: If the engine cannot be loaded.
    """
    from bulletin.render.library import native

    if native.harfbuzz_subset is not None and native.harfbuzz.hb_version_atleast(4, 1, 0):
        return ()
    return (
        say(
            "the library HarfBuzz-Subset is missing, so every bulletin takes five times as long; "
            "install it with: {command}",
            command="sudo apt-get install -y libharfbuzz-subset0",
        ),
    )
