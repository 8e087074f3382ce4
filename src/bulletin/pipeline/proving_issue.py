"""What an issue must hold, told to the preflight: every article on its own pages, every number on the page it tells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from bulletin.edition import Edition
from bulletin.pipeline.proving import expectation

if TYPE_CHECKING:
    from bulletin.compose.issue import Section
    from bulletin.pipeline.binder import Bound
    from bulletin.preflight import Expected, Figure, Part, Stand, Text

FOLIO = "Trang {page}/{pages}"


def prove_issue(pdf: bytes | Path, bound: Bound, edition: Edition) -> None:
    """Read the PDF back and hold it against the records and against its own numbers."""
    from bulletin.preflight import preflight

    first = _story(bound, 0, edition)
    # What holds for every page is the same for all.
    bare = replace(first, texts=(), photos=(), texts_per_page=(), least_fill=0.0, bookmarks=0, path=None)
    bookmarks = 2 + len(bound.indexes)
    stands = tuple(dict.fromkeys(_stands(bound, edition)))
    whole = replace(bare, bookmarks=bookmarks, folio=FOLIO, folio_from=bound.numbers.contents, stands=stands)
    preflight(pdf, whole, _parts(bound, bare, edition))


def _parts(bound: Bound, bare: Expected, edition: Edition) -> Iterator[Part]:
    """The parts in their order, each put together when its turn comes."""
    from bulletin.preflight import Part

    numbers = bound.numbers
    yield Part(1, numbers.contents - 1, replace(bare, texts=tuple(_cover(bound)), photos=tuple(_photos(bound))))
    yield Part(numbers.contents, numbers.starts[0] - 1, replace(bare, texts=tuple(_listed(bound.contents))))
    for place, start in enumerate(numbers.starts):
        yield Part(start, numbers.last(place), _story(bound, place, edition))
    ends = (*((numbers.days - 1,) if numbers.people else ()), numbers.pages)
    starts = (*((numbers.people,) if numbers.people else ()), numbers.days)
    for first, last, index in zip(starts, ends, bound.indexes, strict=True):
        yield Part(first, last, replace(bare, texts=tuple(_listed(index))))


def _story(bound: Bound, place: int, edition: Edition) -> Expected:
    story, promise = bound.stories[place], bound.promises[place]
    return expectation(story.record, edition, story.setting, promise.pictures, stamp=promise.stamp)


def _cover(bound: Bound) -> Iterator[Text]:
    from bulletin.preflight import Text

    cover = bound.cover
    for words in (cover.masthead.text, cover.number, cover.headline.text, cover.span, cover.organisation, cover.parent):
        if words:
            yield Text(_printed(words))
    if cover.scope_note:
        yield Text(cover.scope_note, margin=True)
    if cover.stamp:
        yield Text(" ".join(cover.stamp), margin=True)
    yield from (Text(f"{_printed(line.text)} {line.page}") for line in cover.leading)


def _photos(bound: Bound) -> Iterator[Figure]:
    from bulletin.manifest import caption
    from bulletin.preflight import Figure

    cover = bound.cover
    if cover.figure:
        photo = dict(bound.stories[cover.photo_of].record.all_photos())[cover.figure.loc]
        (picture,) = cover.figure.pictures
        yield Figure(picture.file, caption(photo), 1, (picture.width_mm / picture.height_mm,))


def _listed(section: Section) -> Iterator[Text]:
    """The lines of contents or an index, each with its numbers right behind its words."""
    from bulletin.preflight import Text

    yield Text(section.title)
    for group in section.groups:
        if group.heading:
            yield Text(group.heading)
        for line in group.lines:
            yield Text(f"{line.label}{_printed(line.text)}{line.page}")
            if line.under:
                yield Text(_printed(line.under))
        yield from (Text(_printed(entry.text)) for entry in group.entries)


def _stands(bound: Bound, edition: Edition) -> Iterator[Stand]:
    """On the pages that are told stand the titles and names for which they are told."""
    from bulletin.compose.scale import scale
    from bulletin.preflight import Stand

    # In the largest type what stands above a title may fill a page.
    more = 9 if scale(edition).huge else 0

    for section in (bound.contents, *bound.indexes):
        for group in section.groups:
            for line in group.lines:
                yield Stand(_printed(line.text), line.page, line.page + more)
            for entry in group.entries:
                yield from (Stand(_printed(reference.name), reference.page) for reference in entry.references)


def _printed(text: str) -> str:
    """A line as it is set."""
    from bulletin.vietnamese.spaces import set_line

    return "".join(run.text for run in set_line(text))
