"""Annexes that cannot be printed: empty ones, and photos in them."""

from __future__ import annotations

from collections.abc import Iterator

from bulletin.errors import Problem
from bulletin.messages import say
from bulletin.model import Loc, OfficialDocument, Section
from bulletin.model.running import blocks
from bulletin.paper.telling import Teller


def annex_faults(told: Teller, document: OfficialDocument) -> Iterator[Problem]:
    """What is wrong with the annexes."""
    for place, annex in enumerate(document.annexes):
        loc: Loc = ("document", "annexes", place)
        if not (annex.text or annex.table or annex.sections):
            message = say("the annex “{title}” is empty", title=annex.title)
            yield told.fault("empty-annex", message, loc, say("add its text or its table, or take it out"))
        for part_loc, text in _texts(annex.text, annex.sections, loc):
            if any(block.kind == "photo" for block in blocks(text)):
                yield _no_photo(told, part_loc)
        for part_loc in _with_photos(annex.sections, (*loc, "sections")):
            yield _no_photo(told, part_loc)


def _no_photo(told: Teller, loc: Loc) -> Problem:
    hint = say("leave the photo to the news, or put it among the photos of the record")
    return told.fault("annex-photo", say("an annex carries no photos"), loc, hint)


def _texts(text: str, sections: tuple[Section, ...], loc: Loc) -> Iterator[tuple[Loc, str]]:
    yield (*loc, "text"), text
    for place, section in enumerate(sections):
        yield from _texts(section.text, section.sections, (*loc, "sections", place))


def _with_photos(sections: tuple[Section, ...], loc: Loc) -> Iterator[Loc]:
    for place, section in enumerate(sections):
        if section.photos:
            yield (*loc, place, "photos")
        yield from _with_photos(section.sections, (*loc, place, "sections"))
