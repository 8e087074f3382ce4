"""Numbers of pages in a PDF: on each page its own, elsewhere those of contents and indexes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bulletin.errors import Problem
from bulletin.messages import say
from bulletin.preflight.facts import Expected, Page
from bulletin.preflight.fold import fold, fold_all
from bulletin.preflight.photos import NOT_YOURS

_MOST_PAGES = 6
"""Over so many pages a title may go in the largest type."""
_EDGE = 24
"""Letters of other things, such as the number of a line, that may stand between a text and the end of its page."""


def folio_problems(pages: Sequence[Page], count: int, expected: Expected) -> Iterator[Problem]:
    """Pages that lack their own number.

    Args:
        pages: Some pages, as read.
        count: Of all pages.
        expected: What must be found in the whole.
    """
    if not expected.folio:
        return
    numbered = [page for page in pages if page.number >= expected.folio_from]
    for page, sheet in zip(numbered, fold_all(page.text for page in numbered), strict=True):
        number = expected.folio.format(page=page.number, pages=count)
        if fold(number) not in sheet:
            message = say("“{words}” is missing on page {page}", words=number, page=page.number)
            yield Problem(message, expected.path, hint=say(NOT_YOURS), id="lost-folio")


def stand_problems(folded: Sequence[str], expected: Expected) -> Iterator[Problem]:
    """Texts that do not stand on the page that is told for them.

    Args:
        folded: Text of each page's content area, folded.
        expected: What must be found.
    """
    for stand in expected.stands:
        last = max(stand.page, stand.last)
        if not any(
            _stands(stand.text, folded[page - 1 : page - 1 + _MOST_PAGES]) for page in range(stand.page, last + 1)
        ):
            message = say("page {page} is told for “{words}”, which is not there", page=stand.page, words=stand.text)
            yield Problem(message, expected.path, hint=say(NOT_YOURS), id="wrong-number")


def _stands(text: str, pages: Sequence[str]) -> bool:
    """Whether a text stands on the first of some pages, or begins at its foot and goes on at the head of the next."""
    if not pages:
        return False
    words = fold_all(text.split())
    if "".join(words) in pages[0]:
        return True
    for cut in range(1, len(words)) if len(pages) > 1 else ():
        before, after = "".join(words[:cut]), "".join(words[cut:])
        if before in pages[0][-len(before) - _EDGE :] and _goes_on(after, pages[1:]):
            return True
    return False


def _goes_on(text: str, pages: Sequence[str]) -> bool:
    """Whether a text stands at the head of the first of some pages, or fills it and goes on on the next."""
    if not pages:
        return False
    if text in pages[0][: len(text) + _EDGE]:
        return True
    return bool(pages[0]) and text.startswith(pages[0]) and _goes_on(text[len(pages[0]) :], pages[1:])
