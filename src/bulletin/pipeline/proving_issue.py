"""What an issue must hold, told to the preflight: every article on its own pages, every number on the page it tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from bulletin.edition import Edition
from bulletin.pipeline.proving import expectation

if TYPE_CHECKING:
    from bulletin.compose.issue import Section
    from bulletin.pipeline.binder import Bound
    from bulletin.preflight import Figure, Stand, Text

FOLIO = "Trang {page}/{pages}"


def prove_issue(pdf: bytes, bound: Bound, edition: Edition) -> None:
    """Read the PDF back and hold it against the records and against its own numbers."""
    from bulletin.preflight import Part, preflight

    issue, numbers = bound.issue, bound.numbers
    assert issue.contents is not None
    stories = []
    for place, (story, article) in enumerate(zip(bound.stories, issue.articles, strict=True)):
        own = expectation(
            story.record, edition, story.setting, article.pictures, stamp=article.head.stamp_text
        )  # fmt: skip
        stories.append(Part(numbers.starts[place], numbers.last(place), own))
    # What holds for every page is the same for all.
    bare = replace(
        stories[0].expected, texts=(), photos=(), texts_per_page=(), least_fill=0.0, bookmarks=0, path=None
    )  # fmt: skip
    ends = (*((numbers.days - 1,) if numbers.people else ()), numbers.pages)
    starts = (*((numbers.people,) if numbers.people else ()), numbers.days)
    parts = (
        Part(1, numbers.contents - 1, replace(bare, texts=tuple(_cover(bound)), photos=tuple(_photos(bound)))),
        Part(numbers.contents, numbers.starts[0] - 1, replace(bare, texts=tuple(_listed(issue.contents)))),
        *stories,
        *(
            Part(first, last, replace(bare, texts=tuple(_listed(index))))
            for first, last, index in zip(starts, ends, issue.indexes, strict=True)
        ),
    )
    bookmarks = 2 + len(issue.indexes) + sum(part.expected.bookmarks for part in stories)
    stands = tuple(dict.fromkeys(_stands(bound, edition)))
    whole = replace(bare, bookmarks=bookmarks, folio=FOLIO, folio_from=numbers.contents, stands=stands)
    preflight(pdf, whole, parts)


def _cover(bound: Bound) -> Iterator[Text]:
    from bulletin.preflight import Text

    cover = bound.issue.cover
    assert cover is not None
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

    cover = bound.issue.cover
    assert cover is not None
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

    issue = bound.issue
    assert issue.contents is not None
    sections: Sequence[Section] = (issue.contents, *issue.indexes)
    for section in sections:
        for group in section.groups:
            for line in group.lines:
                yield Stand(_printed(line.text), line.page, line.page + more)
            for entry in group.entries:
                yield from (Stand(_printed(reference.name), reference.page) for reference in entry.references)


def _printed(text: str) -> str:
    """A line as it is set."""
    from bulletin.vietnamese.spaces import set_line

    return "".join(run.text for run in set_line(text))
