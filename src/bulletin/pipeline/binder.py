"""An issue put together from made-up records, for the page numbers at hand."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bulletin.edition import Edition
from bulletin.pipeline import numbering
from bulletin.pipeline.covering import Names
from bulletin.pipeline.numbering import STORY, Numbers, Places, prefix

if TYPE_CHECKING:
    from bulletin.compose import PictureFile, Setting
    from bulletin.compose.figures import Picture
    from bulletin.compose.issue import Article, Cover, Line, Section
    from bulletin.compose.registers import Who
    from bulletin.model import Loc, Record
    from bulletin.photos import Photo
    from bulletin.plan import Plan

_NO_PAGE = 888
"""Stands for a number that is not known yet: numbers have a column of their own, so that nothing depends on them."""
_CLOSE_AIR = 0.7
"""Space between the lines of a section that are to stand closer, as a multiple of the layout's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A record, made up, with what became of it on pages of its own."""

    record: Record
    setting: Setting
    photos: Mapping[str, Photo]
    files: Mapping[Loc, Sequence[PictureFile]]
    people: tuple[Who, ...]
    plan: Plan
    pages: int
    places: Places


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """What the pages of an article must hold beside its words."""

    pictures: tuple[Picture, ...]
    stamp: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """An issue printed, and where everything stands in it."""

    stories: tuple[Story, ...]
    names: Names
    cover: Cover
    contents: Section
    promises: tuple[Promise, ...]
    """For each article."""
    indexes: tuple[Section, ...]
    numbers: Numbers


def reckoned(
    stories: Sequence[Story],
    *,
    cover: int,
    contents: int,
    people: Callable[[Numbers], int],
    days: Callable[[Numbers], int],
) -> Numbers:
    """The numbers as they must come out, from the pages that each part takes alone.

    Args:
        stories: The articles.
        cover: Pages of the cover.
        contents: Pages of the contents.
        people: Gives the pages of the index of people.
        days: Gives the pages of the index of days.
    """
    *starts, after = itertools.accumulate((story.pages for story in stories), initial=cover + contents + 1)
    numbers = Numbers(
        contents=cover + 1,
        starts=tuple(starts),
        places=tuple(
            numbering.shifted(story.places, by=start - 1, article=article)
            for article, (story, start) in enumerate(zip(stories, starts, strict=True))
        ),
        people=after if any(story.people for story in stories) else 0,
        days=after,
        pages=0,
    )
    if numbers.people:
        numbers = replace(numbers, days=after + people(numbers))
    return replace(numbers, pages=numbers.days - 1 + days(numbers))


@dataclass(frozen=True, slots=True)
class Binder:
    """Puts an issue together for the numbers at hand."""

    stories: tuple[Story, ...]
    names: Names
    edition: Edition
    close: frozenset[str] = frozenset()
    """Sections whose lines stand closer together."""

    def lines(self, numbers: Numbers | None) -> list[Line]:
        """The line of each article in the contents."""
        from bulletin.compose.registers import line_of

        return [
            line_of(
                story.record, self.edition, page=numbers.starts[place] if numbers else _NO_PAGE,
                target=prefix(place) + STORY,
            )
            for place, story in enumerate(self.stories)
        ]  # fmt: skip

    def contents(self, numbers: Numbers | None) -> Section:
        """The contents."""
        from bulletin.compose import registers
        from bulletin.compose.issue import Line

        indexes = [
            Line(text=registers.DAYS, page=numbers.days if numbers else _NO_PAGE, target="days"),
        ]
        if any(story.people for story in self.stories):
            page = numbers.people if numbers else _NO_PAGE
            indexes.insert(0, Line(text=registers.PEOPLE, page=page, target="people"))
        return self._headed(registers.contents(self.lines(numbers), indexes))

    def indexes(self, numbers: Numbers) -> tuple[Section, ...]:
        """The index of people, if there are any, and that of days."""
        from bulletin.compose import registers

        named = registers.people(
            self.edition,
            (
                (who, page, target or f"page-{page}")
                for story, places in zip(self.stories, numbers.places, strict=True)
                for who in story.people
                for page, target in places.get(who.words, {}).items()
            ),
        )
        days = registers.days(
            [
                (
                    story.record.first_day,
                    registers.day_line(
                        story.record, self.edition, page=numbers.starts[place], target=prefix(place) + STORY
                    ),
                )
                for place, story in enumerate(self.stories)
            ]
        )
        return tuple(map(self._headed, (named, days) if named.groups else (days,)))

    def cover(self, cover: Cover, numbers: Numbers) -> Cover:
        """The cover with its numbers."""
        lines = self.lines(numbers)[: len(cover.leading)]
        return replace(cover, leading=tuple(replace(line, under="") for line in lines))

    def article(self, place: int) -> Article:
        """One article."""
        from bulletin.compose.issue import article

        story = self.stories[place]
        return article(
            story.record, self.edition, story.setting, story.files, story.plan, name=self.names.running,
            prefix=prefix(place),
        )  # fmt: skip

    @property
    def no_press(self) -> str:
        """The note at the foot of the last page; empty when all may go to the press."""
        from bulletin.compose.capitals import calm
        from bulletin.compose.head import NO_PRESS_NOTE

        closed = any(story.record.scope == "no-press" for story in self.stories)
        return calm(NO_PRESS_NOTE, self.edition) if closed else ""

    def _headed(self, section: Section) -> Section:
        from bulletin.compose.issue import running

        return replace(
            section, running=running(self.names.running, section.title, self.edition),
            air=_CLOSE_AIR if section.id in self.close else 1.0,
        )  # fmt: skip
