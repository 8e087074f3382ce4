"""The warm engine: one font configuration and one set of parsed style sheets for a process, one job at a time."""

from __future__ import annotations

import contextlib
import functools
import gc
import threading
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import resources
from pathlib import Path
from typing import Any

from bulletin import assets
from bulletin.errors import Problem, RenderError
from bulletin.messages import say
from bulletin.render.checks import check_letters, refuse_strangers, unfit_links, unfit_pictures
from bulletin.render.fetcher import SCHEME, Fetcher
from bulletin.render.fonts import Fonts, load_fonts
from bulletin.render.geometry import Survey, survey
from bulletin.render.library import CSS, HTML, CounterStyle, EngineDocument, without_gc
from bulletin.render.notices import listening

# Pango, fontconfig and the engine's own caches know nothing of threads.
_LOCK = threading.RLock()

COLOURS = "screen"
VARIANT = {"pdf_variant": "pdf/a-3a", "pdf_version": "1.7", "pdf_tags": True, "output_intent": COLOURS}


@dataclass(frozen=True, slots=True)
class _Sheet:
    css: CSS
    counters: Mapping[str, Any]


@contextlib.contextmanager
def at_work(fetcher: Fetcher) -> Iterator[None]:
    """Hold the engine for one job.

    Raises:
        RenderError: At the end, with all that the engine complained of or was refused.
    """
    fetcher.problems.clear()
    with _LOCK, listening() as heard, without_gc():
        ours = fonts()
        try:
            yield
        except Exception as error:
            # Not everywhere does the engine catch what it was refused.
            if not fetcher.problems:
                raise
            raise RenderError(dict.fromkeys(fetcher.problems)) from error
        fetcher.problems += ours.strange()
    if problems := dict.fromkeys((*fetcher.problems, *heard)):
        raise RenderError(problems)


@functools.cache
def fonts() -> Fonts:
    """Our fonts, loaded once."""
    loaded = load_fonts(Fetcher())
    # What the imports left behind lives as long as the process; it need not be looked through again and again.
    gc.freeze()
    return loaded


@dataclass(slots=True)
class _Profile:
    """A colour profile as the engine wants it; its own class opens the file anew each time and rewrites it."""

    content: bytes
    name: str = "sRGB2014"
    components: tuple[str, ...] = ("r", "g", "b")
    pdf_reference: bytes | None = None
    """Set by the engine at each writing."""


@functools.cache
def srgb() -> _Profile:
    """The colours that all bulletins are meant in."""
    return _Profile((resources.files("weasyprint.pdf") / "sRGB2014.icc").read_bytes())


def lay_out(
    html: str, *, styles: Sequence[str], pictures: Collection[str], files: Mapping[str, bytes]
) -> tuple[EngineDocument, Fetcher, Survey]:  # fmt: skip
    """Set HTML on pages; see `bulletin.render.lay_out`."""
    fetcher = Fetcher(pictures, files)
    with at_work(fetcher):
        sheets = [_sheet(name, _last_change(name), files.get(name)) for name in styles]
        counters = CounterStyle()
        for sheet in sheets:
            counters.update(sheet.counters)
        parsed = HTML(string=html, url_fetcher=fetcher)
        if files:
            refuse_strangers(parsed.etree_element)
        document = parsed.render(
            font_config=fonts(),
            counter_style=counters,
            color_profiles={COLOURS: srgb()},
            stylesheets=[sheet.css for sheet in sheets],
            **VARIANT,
        )
        name_pages(document)
        found = survey(page._page_box for page in document.pages)
        fetcher.problems += (*unfit_links(document), *unfit_pictures(found))
        if not parsed.etree_element.get("lang"):
            fetcher.problems.append(Problem(say("the page description does not tell its language"), id="no-language"))
    check_letters(found, fonts())
    return document, fetcher, found


def warm(styles: Sequence[str]) -> None:
    """Load our fonts and style sheets of layouts; see `bulletin.render.warm`."""
    fonts()
    for name in styles:
        _sheet(name, _last_change(name))


def name_pages(document: EngineDocument) -> None:
    """Make the head of each page that is linked to as `#page-12` a place that links can lead to."""
    wanted = {target for page in document.pages for kind, target, *_ in page.links if kind == "internal"}
    for number, page in enumerate(document.pages, start=1):
        if (name := f"page-{number}") in wanted:
            page.anchors.setdefault(name, (0, 0, 0, 0))


def _last_change(name: str) -> int:
    """When a style sheet was last changed, so that an edited one is read again; 0 if there is none."""
    try:
        return assets.layout_file(name).stat().st_mtime_ns
    except FileNotFoundError:
        return 0


@functools.lru_cache(maxsize=32)
def _sheet(name: str, changed: int, own: bytes | None = None) -> _Sheet:
    """A style sheet of a layout, parsed.

    Args:
        name: Its name.
        changed: When it was last changed.
        own: What stands in it, if it is one of a clerk's own layout; of those several may have one name.

    Raises:
        RenderError: If there is none, or the engine does not understand it.
    """
    counters = CounterStyle()
    fetcher = Fetcher(files={name: own} if own is not None else {})
    try:
        with at_work(fetcher):
            text = ""
            with contextlib.suppress(ValueError):
                text = fetcher.fetch(f"{SCHEME}layout/{name}").read().decode()
            css = CSS(string=text, font_config=fonts(), counter_style=counters, url_fetcher=fetcher)
    except RenderError as error:
        raise RenderError(replace(problem, path=Path(name)) for problem in error.problems) from error
    return _Sheet(css, dict(counters))
