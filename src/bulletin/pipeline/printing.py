"""An issue printed part by part: cover, contents, article after article, indexes.

Each part is laid out for itself, with the numbers that are reckoned for its pages, and is gone from memory when it is
printed. Where a part takes other pages than was reckoned, or a name stands elsewhere, the whole is printed anew.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, BinaryIO

from bulletin.collector import sweep
from bulletin.config import Settings
from bulletin.edition import Edition
from bulletin.errors import Problem, RecordError, RenderError
from bulletin.messages import say
from bulletin.pipeline import numbering
from bulletin.pipeline.binder import Binder, Bound, Promise, Story, reckoned
from bulletin.pipeline.covering import PHOTO, Names, covered
from bulletin.pipeline.making import prepared
from bulletin.pipeline.numbering import Numbers, Places

if TYPE_CHECKING:
    from bulletin.compose.figures import Picture
    from bulletin.compose.issue import Cover, Section
    from bulletin.render import Document, Laid
    from bulletin.render.gathering import Gathering
    from bulletin.render.press import Press

_TRIES = 3
"""How often the whole is printed; once is enough unless an article takes other pages than it does alone."""
_SHORT = 0.25
"""A last page of contents or an index that is filled less far is short."""


def print_issue(
    file: BinaryIO,
    stories: tuple[Story, ...],
    names: Names,
    edition: Edition,
    settings: Settings,
    document: Callable[[Cover], Document],
) -> Bound:
    """Print an issue, until every number in it is right.

    Args:
        file: Empty, open for writing.
        stories: The articles, made up.
        names: What the issue is called.
        edition: In which variant.
        settings: How the office prints.
        document: What the PDF tells of itself, by its cover.

    Raises:
        RecordError: With all pictures that cannot be used.
        RenderError: If something could not be set.
    """
    from bulletin.render import begin_printing

    printer = _Printer(Binder(stories, names, edition))
    cover = covered(
        [story.record for story in stories], names, edition, stories[0].setting, settings,
        [story.files for story in stories], printer.binder.lines(None), lambda cover: printer.laid(cover=cover),
    )  # fmt: skip
    for _ in range(_TRIES):
        numbers = printer.numbers(cover)
        press = begin_printing(file)
        bound = printer.printed(press, cover, numbers)
        if printer.settled:
            _refuse_lacking(bound)
            press.finish(document(cover))
            return bound
        file.seek(0)
        file.truncate()
    message = say("the page numbers of the contents do not settle")
    raise RenderError(
        [Problem(message, hint=say("leave a record out and build again; please report it"), id="numbers")]
    )


class _Printer:
    """Lays the parts of an issue out and prints them, and learns how many pages each takes."""

    def __init__(self, binder: Binder) -> None:
        self.binder = binder
        self.settled = True
        """Whether all came out as it was reckoned."""
        self._taken: dict[str, int] = {}
        """Pages that other parts than articles were found to take, where they take more or fewer than alone."""

    def laid(self, **parts: Any) -> Laid:
        """A part of the issue on pages of its own."""
        from bulletin.compose import styles
        from bulletin.compose.issue import Issue, page_description
        from bulletin.render import lay_out

        binder, setting = self.binder, self.binder.stories[0].setting
        issue = Issue(
            title=binder.names.title, name=binder.names.running, noted=bool(binder.no_press), **parts
        )  # fmt: skip
        pictures = [picture.name for article in issue.articles for picture in article.pictures]
        html = page_description(issue, binder.edition, setting)
        return lay_out(
            html, styles=styles(setting.layout, binder.edition), pictures=[*pictures, PHOTO],
            files=setting.layout.served,
        )  # fmt: skip

    def numbers(self, cover: Cover) -> Numbers:
        """The numbers as they must come out."""
        return reckoned(
            self.binder.stories,
            cover=self._taken.get("cover") or self.laid(cover=cover).pages,
            contents=self._pages_of("contents", lambda own: own.contents(None)),
            people=lambda numbers: self._pages_of("people", lambda own: own.indexes(numbers)[0]),
            days=lambda numbers: self._pages_of("days", lambda own: own.indexes(numbers)[-1]),
        )

    def _pages_of(self, id_: str, section: Callable[[Binder], Section]) -> int:
        """Pages of a section. A few lines alone on its last may stand on the page before, with less space."""
        if id_ in self._taken:
            return self._taken[id_]
        pages, is_short = self._measured(id_, section(self.binder))
        if is_short:
            close = replace(self.binder, close=self.binder.close | {id_})
            tighter, _ = self._measured(id_, section(close))
            if tighter < pages:
                self.binder, pages = close, tighter
        return pages

    def _measured(self, id_: str, section: Section) -> tuple[int, bool]:
        """How many pages a section takes, and whether the last of several is short."""
        laid = self.laid(indexes=(section,), no_press=self.binder.no_press if id_ == "days" else "")
        pages, is_short = laid.pages, laid.pages > 1 and laid.page_fill[-1] < _SHORT * laid.page_depth[-1]
        del laid
        sweep()
        return pages, is_short

    def printed(self, press: Press | Gathering, cover: Cover, numbers: Numbers) -> Bound:
        """Print all parts in their order, and see whether they come out as reckoned."""
        binder = self.binder
        cover = binder.cover(cover, numbers)
        contents, indexes = binder.contents(numbers), binder.indexes(numbers)
        stories: list[Story] = []
        promises: list[Promise] = []
        problems: list[Problem] = []

        def pictures(place: int, wanted: Sequence[Picture]) -> Mapping[str, bytes]:
            try:
                return prepared(binder.stories[place].record, wanted, binder.stories[place].photos)
            except RecordError as error:
                problems.extend(error.problems)
                return {}

        def put(
            first: int, own: Mapping[str, bytes] = MappingProxyType({}), story: Story | None = None, **parts: Any
        ) -> tuple[int, Places]:  # fmt: skip
            laid = self.laid(first=first, pages=numbers.pages, **parts)
            laid.print(press, own)
            count = laid.pages
            places = numbering.places(laid.words, story.people, parts["articles"][0].prefix) if story else {}
            del laid
            sweep()
            return count, places

        own = pictures(cover.photo_of, cover.figure.pictures) if cover.figure else {}
        if not problems:
            taken = {"cover": put(1, own, cover=cover)[0]}
            taken["contents"], _ = put(numbers.contents, contents=contents)
        for place, story in enumerate(binder.stories):
            article = binder.article(place)
            own = pictures(place, article.pictures)
            # When one cannot be used, the others are only looked at, so that all are told at once.
            if not problems:
                pages, found = put(numbers.starts[place], own, story, articles=(article,))
                stories.append(replace(story, pages=pages, places=found))
                promises.append(Promise(pictures=article.pictures, stamp=article.head.stamp_text))
        if problems:
            raise RecordError(dict.fromkeys(problems))
        for index in indexes:
            first, note = (numbers.people, "") if index.id == "people" else (numbers.days, binder.no_press)
            taken[index.id], _ = put(first, indexes=(index,), no_press=note)

        self.settled = taken == numbers.parts() and tuple(stories) == binder.stories
        self.binder, self._taken = replace(binder, stories=tuple(stories)), taken
        return Bound(
            stories=binder.stories, names=binder.names, cover=cover, contents=contents, promises=tuple(promises),
            indexes=indexes, numbers=numbers,
        )  # fmt: skip


def _refuse_lacking(bound: Bound) -> None:
    """See to it that everyone is in the index."""
    problems = [
        Problem(say("“{words}” is not found for the index of people", words=who.name), story.record.origin.path,
                hint=say("please report it and send the record along"), id="not-indexed")
        for story in bound.stories
        for who in story.people
        if not story.places.get(who.words)
    ]  # fmt: skip
    if problems:
        raise RenderError(problems)
