"""The warm engine: one font configuration and one set of parsed style sheets for a process, one job at a time."""

from __future__ import annotations

import contextlib
import functools
import gc
import threading
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bulletin import assets
from bulletin.errors import FontError, Problem, RenderError
from bulletin.messages import say
from bulletin.render.fetcher import PHOTO, SCHEME, Fetcher
from bulletin.render.fonts import Face, Fonts, load_fonts
from bulletin.render.geometry import Survey, survey
from bulletin.render.library import CSS, HTML, CounterStyle, EngineDocument, boxes
from bulletin.render.notices import listening

# Pango, fontconfig and the engine's own caches know nothing of threads.
_LOCK = threading.RLock()

VARIANT = {"pdf_variant": "pdf/a-3a", "pdf_version": "1.7", "pdf_tags": True, "output_intent": "srgb"}

_LINKED = ("https://", "http://", "mailto:", "tel:")


@dataclass(frozen=True, slots=True)
class _Sheet:
    css: CSS
    counters: Mapping[str, Any]


@contextlib.contextmanager
def at_work(fetcher: Fetcher) -> Iterator[None]:
    """Hold the engine for one job; whatever it complained of or was refused is raised as RenderError at the end."""
    with _LOCK, listening() as heard, _without_gc():
        yield
    if problems := (*fetcher.problems, *heard):
        raise RenderError(problems)


@contextlib.contextmanager
def _without_gc() -> Iterator[None]:
    """Put off the search for cycles: a layout makes few of them, and many objects that live until its end."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@functools.cache
def fonts() -> Fonts:
    """Our fonts, loaded once."""
    loaded = load_fonts(Fetcher())
    # What the imports left behind lives as long as the process; it need not be looked through again and again.
    gc.freeze()
    return loaded


def lay_out(html: str, *, styles: Sequence[str], pictures: Collection[str]) -> tuple[EngineDocument, Fetcher, Survey]:
    """Set HTML on pages; see `bulletin.render.lay_out`."""
    fetcher = Fetcher(pictures)
    with at_work(fetcher):
        sheets = [_sheet(name, _last_change(name)) for name in styles]
        counters = CounterStyle()
        for sheet in sheets:
            counters.update(sheet.counters)
        parsed = HTML(string=html, url_fetcher=fetcher)
        document = parsed.render(
            font_config=fonts(), counter_style=counters, stylesheets=[sheet.css for sheet in sheets], **VARIANT
        )
        found = survey(page._page_box for page in document.pages)
        fetcher.problems += (*_strangers(), *_unfit_links(document), *_unfit_pictures(found))
        if not parsed.etree_element.get("lang"):
            fetcher.problems.append(Problem(say("the page description does not tell its language"), id="no-language"))
    _check_letters(found)
    return document, fetcher, found


def _last_change(name: str) -> int:
    """When a style sheet was last changed, so that an edited one is read again; 0 if there is none."""
    try:
        return assets.layout_file(name).stat().st_mtime_ns
    except FileNotFoundError:
        return 0


@functools.lru_cache(maxsize=32)
def _sheet(name: str, changed: int) -> _Sheet:
    """A style sheet of a layout, parsed.

    Raises:
        RenderError: If there is none, or the engine does not understand it.
    """
    counters = CounterStyle()
    fetcher = Fetcher()
    with at_work(fetcher):
        text = ""
        with contextlib.suppress(ValueError):
            text = fetcher.fetch(f"{SCHEME}layout/{name}").read().decode()
        css = CSS(string=text, font_config=fonts(), counter_style=counters, url_fetcher=fetcher)
        fetcher.problems += _strangers()
    return _Sheet(css, dict(counters))


def _strangers() -> list[Problem]:
    names, fonts().strangers[:] = fonts().strangers[:], []
    return [
        Problem(
            say("the layout brings a font of its own, “{family}”", family=name),
            hint=say("Only the fonts of this program are printed; “bulletin fonts” lists them"),
            id="foreign-font",
        )
        for name in names
    ]


def _unfit_links(document: EngineDocument) -> Iterator[Problem]:
    links = [(kind, target, box) for page in document.pages for kind, target, _, box in page.links]
    for kind, target, box in links:
        if kind == "attachment":
            yield Problem(
                say("the layout wants to put the file “{address}” into the PDF", address=target),
                hint=say("A layout cannot attach files"),
                id="attachment-link",
            )
        elif kind == "external" and not target.startswith(_LINKED):
            yield Problem(
                say("the link to “{address}” would lead nowhere from a PDF", address=target),
                hint=say("Write the whole address, beginning with https://"),
                id="bad-link",
            )
        elif isinstance(box, boxes.BlockLevelBox) and box.element_tag != "a":
            yield Problem(
                say("the link to “{address}” stands around whole paragraphs", address=target),
                hint=say("A layout puts links around words only"),
                id="block-link",
            )
    if document.metadata.attachments:
        yield Problem(
            say("the layout wants to put a file into the PDF"),
            hint=say("A layout cannot attach files"),
            id="attachment-link",
        )


def _unfit_pictures(found: Survey) -> Iterator[Problem]:
    for box in found.pictures:
        address = box.element.get("src", "")
        if "alt" not in box.element.attrib:
            yield Problem(
                say("the picture “{address}” has no description for people who cannot see it", address=address),
                hint=say("A layout gives every picture the attribute alt; it is left empty for an ornament"),
                id="no-alt",
            )
        # The layout is made with blanks in the place of photos.
        if address.startswith(PHOTO) and "auto" in {box.style["width"], box.style["height"]}:
            yield Problem(
                say("the photo “{address}” has no size", address=address),
                hint=say("A layout gives every photo both width and height"),
                id="no-size",
            )


def _check_letters(found: Survey) -> None:
    """Refuse faces that do not exist and letters that no wanted font has: the engine would take the next best.

    Raises:
        FontError: With the first such face, or all such letters.
    """
    ours = fonts()
    missing: dict[str, str] = {}
    for box in found.texts:
        families = box.style["font_family"]
        face = Face(families[0], box.style["font_weight"], box.style["font_style"])
        if face not in ours.faces:
            raise FontError(
                say("the layout asks for the font “{face}”, which does not exist", face=face),
                hint=say("“bulletin fonts” lists the weights and slants of each font"),
            )
        for letter in sorted(ours.missing(box.text, families)):
            missing.setdefault(letter, box.text.strip())
    if missing:
        signs = ", ".join(f"“{letter}” (U+{ord(letter):04X})" for letter in missing)
        raise FontError(
            say("our fonts cannot print {signs}; the first stands in “{text}”", signs=signs, text=next(iter(missing.values()))),
            hint=say("Delete the sign, or write it in words"),
        )  # fmt: skip
