"""What a laid-out page description may not contain, though the engine would set it without a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final
from xml.etree import ElementTree

from bulletin.admitted import is_code, page_faults
from bulletin.errors import FontError, LayoutError, Problem, RenderError
from bulletin.messages import say
from bulletin.render.fetcher import PHOTO
from bulletin.render.fonts import Face, Fonts
from bulletin.render.geometry import Survey
from bulletin.render.library import EngineDocument, boxes

_LINKED: Final = ("https://", "http://", "mailto:", "tel:")


def refuse_strangers(page: ElementTree.Element) -> None:
    """Refuse what may not stand on the page of a clerk's own layout, as the engine itself has read it.

    The template was looked through before; this finds what it put together while it was filled in.

    Raises:
        LayoutError: With everything that may not stand there.
    """
    found = [
        fault for element in _looked_at(page) if isinstance(element.tag, str)
        for fault in page_faults(element.tag.rpartition("}")[2], element.attrib)
    ]  # fmt: skip
    if found:
        raise LayoutError(problems=[Problem(fault, id="not-admitted") for fault in dict.fromkeys(found)])


def _looked_at(element: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """An element and all that it holds, without the codes that the program draws."""
    waiting = [element]
    while waiting:
        found = waiting.pop()
        if not is_code(found):
            yield found
            waiting += reversed(found)


def unfit_links(document: EngineDocument) -> Iterator[Problem]:
    """Links that cannot stand in a PDF that is filed and read aloud, and files that a layout wants to attach."""
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


def unfit_pictures(found: Survey) -> Iterator[Problem]:
    """Pictures without a description, photos without a size."""
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


def check_letters(found: Survey, ours: Fonts) -> None:
    """Refuse faces that do not exist and letters that no wanted font has: the engine would take the next best.

    Raises:
        FontError: With the first such face, or all such letters.
    """
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
        first = next(iter(missing.values()))
        signs = ", ".join(f"“{letter}” (U+{ord(letter):04X})" for letter in missing)
        raise FontError(
            say("our fonts cannot print {signs}; the first stands in “{text}”", signs=signs, text=first),
            hint=say("Delete the sign, or write it in words"),
        )


def refuse_lost(targets: Iterable[str]) -> None:
    """Complain of links within a file whose targets are nowhere in it.

    Args:
        targets: The names that are not there.

    Raises:
        RenderError: If there is any.
    """
    if lost := dict.fromkeys(targets):
        raise RenderError(
            Problem(
                say("a link of the layout leads to “{target}”, which is not there", target=target), id="lost-target"
            )
            for target in lost
        )
