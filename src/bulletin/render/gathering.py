"""Many parts printed into one file by the engine's own means: what the press does, with all pages in memory.

For an engine of another version than the press was made for, which takes its steps by innards that nobody promises.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import BinaryIO

from bulletin.errors import RenderError
from bulletin.render.checks import refuse_lost
from bulletin.render.document import Document
from bulletin.render.engine import at_work, name_pages
from bulletin.render.fetcher import Fetcher
from bulletin.render.finisher import fill_in, write
from bulletin.render.geometry import Survey
from bulletin.render.library import EngineDocument


class Gathering:
    """Keeps the pages of all parts, and writes them as one document at the end; used like a `Press`."""

    def __init__(self, file: BinaryIO) -> None:
        """Begin a file.

        Args:
            file: Open for writing, empty.
        """
        self._file = file
        self._parts: list[EngineDocument] = []
        self._fetchers: list[Fetcher] = []

    def add(
        self, pages: EngineDocument, fetcher: Fetcher, found: Survey, pictures: Mapping[str, bytes], language: str
    ) -> None:
        """Keep the pages of a part; see `bulletin.render.Laid.print`."""
        with at_work(fetcher):
            fill_in(found, fetcher, pictures)
            fetcher.photos = None
        self._parts.append(pages)
        self._fetchers.append(fetcher)

    def finish(self, document: Document) -> None:
        """Write all pages; see `bulletin.render.press.Press.finish`."""
        whole = self._parts[0].copy([page for part in self._parts for page in part.pages])
        name_pages(whole)
        names = {name for page in whole.pages for name in page.anchors}
        refuse_lost(
            target for page in whole.pages for kind, target, *_ in page.links
            if kind == "internal" and target not in names
        )  # fmt: skip
        pdf = write(whole, Fetcher(), Survey(), document, {})
        # Drawings are read when they are drawn, each by the fetcher of its part.
        if problems := dict.fromkeys(problem for fetcher in self._fetchers for problem in fetcher.problems):
            raise RenderError(problems)
        self._file.write(pdf)
