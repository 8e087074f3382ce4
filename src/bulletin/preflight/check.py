"""What was read from a PDF held against what must be found there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from bulletin.errors import Problem, RenderError
from bulletin.messages import N_, say
from bulletin.preflight.codes import code_problems
from bulletin.preflight.facts import MM_PER_PT, Expected, Facts, Fault, Page, Part, Placed, Report, Text
from bulletin.preflight.find import Loss, lost
from bulletin.preflight.fold import fold, fold_all
from bulletin.preflight.numbers import folio_problems, stand_problems
from bulletin.preflight.photos import NOT_YOURS, photo_problems, placed
from bulletin.preflight.read import opened
from bulletin.preflight.spots import spot_problems

_SHEET_SLACK_MM = 0.5
_QUOTED = 60
"""Letters of a text that a message shows."""

_FAULTS = {
    "off-sheet": (
        N_("“{words}” runs off the sheet on page {page}"),
        N_("break a very long word or number in two, or try another layout or edition"),
    ),
    "clipped": (
        N_("“{words}” is cut off on page {page}"),
        N_("shorten the text, or try another layout or edition"),
    ),
    "small-type": (
        N_("“{words}” on page {page} is set in {detail} points, smaller than this edition allows"),
        NOT_YOURS,
    ),
    "foreign-font": (
        N_("“{words}” on page {page} is set in the font {detail}, which is none of ours"),
        N_("look for a rare sign in these words and write it another way"),
    ),
    "made-up-face": (
        N_("“{words}” on page {page} asks for a slant or weight that the font does not have ({detail})"),
        NOT_YOURS,
    ),
    "missing-glyph": (
        N_("no font of ours can print “{detail}” in “{words}” on page {page}"),
        N_("write it another way, or leave it out"),
    ),
}  # fmt: skip


def preflight(pdf: bytes | Path, expected: Expected, parts: Iterable[Part] = ()) -> Report:
    """Read a PDF back and prove that it holds what it must.

    Args:
        pdf: The file, or where it lies.
        expected: What the whole must hold.
        parts: Pages that hold something of their own, together all of them, in their order; of each nothing but its
            text is kept when the next is asked for. The whole is one part when none are given.

    Raises:
        RenderError: With everything that is missing or wrong, each with its place in the record as far as it has one.
    """
    problems: list[Problem] = []
    unnumbered: list[Problem] = []
    misplaced: list[Problem] = []
    fills: list[float] = []
    photos: list[Placed] = []
    bookmarks = expected.bookmarks
    with opened(pdf, expected) as book:
        folded = [""] * book.count
        for part in parts or (Part(1, book.count, replace(expected, bookmarks=0)),):
            pages, faults = book.read(part.first, part.last)
            own = fold_all(page.content for page in pages)
            found = _part_problems(pages, own, faults, part.expected)
            # In the order of the record; what has no place there comes last.
            problems += sorted(found, key=lambda problem: (not problem.line, problem.line, problem.column))
            unnumbered += folio_problems(pages, book.count, expected)
            misplaced += spot_problems(pages, expected, say(NOT_YOURS))
            folded[part.first - 1 : part.last] = own
            fills += (page.fill for page in pages)
            photos += placed(pages)
            bookmarks += part.expected.bookmarks
        facts = book.facts()
    problems += _count_problems(book.count, expected)
    problems += code_problems(facts, expected)
    problems += unnumbered
    problems += stand_problems(folded, expected)
    problems += _file_problems(facts, replace(expected, bookmarks=bookmarks))
    problems += misplaced
    if problems:
        raise RenderError(problems)
    return Report(pages=book.count, fills=tuple(fills), smallest_pt=book.smallest_pt, photos=tuple(photos))


def _part_problems(
    pages: Sequence[Page], folded: Sequence[str], faults: Sequence[Fault], expected: Expected
) -> Iterator[Problem]:
    yield from _text_problems(pages, folded, expected)
    yield from photo_problems(pages, folded, expected)
    yield from _fault_problems(faults, expected)
    yield from _page_problems(pages, folded, expected)


def _text_problems(pages: Sequence[Page], folded: Sequence[str], expected: Expected) -> Iterator[Problem]:
    inside = [text for text in expected.texts if not text.margin]
    for loss in lost([text.text for text in inside], folded):
        number = pages[loss.page - 1].number if loss.page else 0
        yield _lost(inside[loss.index], replace(loss, page=number), expected)

    outside = [text for text in expected.texts if text.margin]
    if not outside and not expected.texts_per_page:
        return
    sheets = fold_all(page.text for page in pages)
    for text in outside:
        if not any(fold(text.text) in sheet for sheet in sheets):
            yield _lost(text, Loss(0, wanted=1, printed=0), expected)
    for stamp, needle in zip(expected.texts_per_page, fold_all(expected.texts_per_page), strict=True):
        for page, sheet in zip(pages, sheets, strict=True):
            if needle not in sheet:
                message = say(
                    "“{words}” is missing on page {page}; it must stand on every page", words=stamp, page=page.number
                )
                yield Problem(message, expected.path, hint=say(NOT_YOURS), id="lost-stamp")


def lost_texts(expected: Expected, pages: Sequence[str]) -> Iterator[Problem]:
    """What is missing in pages of text that have no margins."""
    folded = fold_all(pages)
    wanted = [*expected.texts, *(Text(text) for text in expected.texts_per_page)]
    for loss in lost([text.text for text in wanted], folded):
        yield _lost(wanted[loss.index], loss, expected)


def _lost(text: Text, loss: Loss, expected: Expected) -> Problem:
    words = _short(text.text)
    if loss.last_words:
        message = say(
            "“{words}” is printed only as far as “… {last}” on page {page}",
            words=words, last=loss.last_words, page=loss.page,
        )  # fmt: skip
    elif loss.printed:
        message = say(
            "“{words}” stands {wanted} times in the record, but only {printed} times in the PDF",
            words=words, wanted=loss.wanted, printed=loss.printed,
        )  # fmt: skip
    else:
        message = say("“{words}” is not printed in full", words=words)
    return Problem(message, expected.path, text.line, text.column, say(NOT_YOURS), "lost-text")


def _fault_problems(faults: Sequence[Fault], expected: Expected) -> Iterator[Problem]:
    whole = fold_all(text.text for text in expected.texts)
    told: set[tuple[object, ...]] = set()
    for fault in faults:
        line, column = _place(fault.words, whole, expected.texts)
        # The lines of one paragraph have one place in the record.
        sort = (fault.id, fault.detail, fault.page, line, column, "" if line else fault.words)
        if sort in told:
            continue
        told.add(sort)
        if fault.words:
            sentence, hint = _FAULTS[fault.id]
            message = say(sentence, words=_short(fault.words), page=fault.page, detail=fault.detail)
        else:
            message = say("something is drawn beyond the edge of the sheet on page {page}", page=fault.page)
            hint = NOT_YOURS
        yield Problem(message, expected.path, line, column, say(hint), fault.id)


def _place(words: str, whole: Sequence[str], texts: Sequence[Text]) -> tuple[int, int]:
    """Where a piece of a line stands in the record; zeros when the layout itself has written it."""
    needle = fold(words)
    for text, own in zip(texts, whole, strict=True):
        if needle and needle in own:
            return text.line, text.column
    return 0, 0


def _page_problems(pages: Sequence[Page], folded: Sequence[str], expected: Expected) -> Iterator[Problem]:
    width_mm, height_mm = expected.sheet_mm
    for place, page in enumerate(pages, start=1):
        wide_mm, high_mm = (side * MM_PER_PT for side in page.size_pt)
        if abs(wide_mm - width_mm) > _SHEET_SLACK_MM or abs(high_mm - height_mm) > _SHEET_SLACK_MM:
            message = say(
                "page {page} measures {wide} × {high} mm instead of {width} × {height} mm",
                page=page.number, wide=round(wide_mm), high=round(high_mm), width=round(width_mm),
                height=round(height_mm),
            )  # fmt: skip
            yield Problem(message, expected.path, hint=say(NOT_YOURS), id="wrong-sheet")
        if page.fill <= 0:
            message = say("page {page} is empty", page=page.number)
        elif (
            place != len(pages) - expected.notes
            and page.number not in expected.ends
            and page.fill < expected.least_fill
        ):
            share = round(100 * page.fill)
            message = say("page {page} is filled only to {share} per cent", page=page.number, share=share)
        else:
            continue
        hint = say("place a photo elsewhere in the text, or try another layout or edition")
        line, column = _begins(folded[place : place + 1], expected)
        yield Problem(message, expected.path, line, column, hint, "empty-page")


def _count_problems(count: int, expected: Expected) -> Iterator[Problem]:
    if expected.pages and count != expected.pages:
        message = say(
            "the PDF has {count} pages, but this layout promises {wanted}", count=count, wanted=expected.pages
        )  # fmt: skip
    elif count % expected.multiple_of:
        message = say(
            "the PDF has {count} pages, but this layout promises a multiple of {wanted}",
            count=count, wanted=expected.multiple_of,
        )  # fmt: skip
    else:
        return
    yield Problem(message, expected.path, hint=say(NOT_YOURS), id="page-count")


def _begins(following: Sequence[str], expected: Expected) -> tuple[int, int]:
    """Where in the record the page begins that left the one before it short."""
    needles = fold_all(text.text[:_QUOTED] for text in expected.texts)
    found = [
        (page.find(needle), index)
        for page in following
        for index, needle in enumerate(needles)
        if needle and needle in page
    ]
    first = expected.texts[min(found)[1]] if found else Text("")
    return first.line, first.column


def _file_problems(facts: Facts, expected: Expected) -> Iterator[Problem]:
    missing = {
        "no-bookmarks": (facts.bookmarks >= expected.bookmarks, N_("the PDF has too few bookmarks")),
        "no-tags": (facts.tagged, N_("the PDF is not tagged, so screen readers cannot follow it")),
        "no-title": (bool(facts.title.strip()), N_("the PDF has no title")),
        "no-language": (bool(facts.language.strip()), N_("the PDF does not say in which language it is")),
    }  # fmt: skip
    for id_, (there, sentence) in missing.items():
        if not there:
            yield Problem(say(sentence), expected.path, hint=say(NOT_YOURS), id=id_)


def _short(text: str) -> str:
    """A text cut at a word, for a message."""
    text = " ".join(text.replace("\x02", "-").split())
    return text if len(text) <= _QUOTED else text[:_QUOTED].rpartition(" ")[0] + " …"
