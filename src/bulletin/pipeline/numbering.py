"""On which page of an issue everything stands: articles, people, indexes."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletin.vietnamese.mentions import level, mentions

if TYPE_CHECKING:
    from bulletin.compose.registers import Who
    from bulletin.render import Words

STORY = "story"
"""Name of the element around an article, behind its prefix."""

Places = Mapping[str, Mapping[int, str]]
"""For the words of each person the pages on which they stand, each with the name of an element that begins there and
holds them; it is empty where none does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """Where everything stands in an issue, pages counted from 1."""

    contents: int
    """First page of the contents."""
    starts: tuple[int, ...]
    """First page of each article."""
    places: tuple[Places, ...]
    """People of each article, in the pages of the issue."""
    people: int
    days: int
    """Where the indexes begin; 0 for one that is not there."""
    pages: int

    def parts(self) -> dict[str, int]:
        """How many pages the parts beside the articles take."""
        people = {"people": self.days - self.people} if self.people else {}
        return {
            "cover": self.contents - 1,
            "contents": self.starts[0] - self.contents,
            **people,
            "days": self.pages - self.days + 1,
        }

    def last(self, article: int) -> int:
        """Last page of an article."""
        following = (*self.starts, self.people or self.days)
        return following[article + 1] - 1


def prefix(article: int) -> str:
    """What the names of an article's elements begin with in the issue."""
    return f"r{article + 1}-"


def places(words: Iterable[Words], people: Sequence[Who], prefix: str = "") -> Places:
    """Where people are named on the pages of one article.

    Args:
        words: What is printed on them.
        people: Who is looked for.
        prefix: In front of the names of its elements; it is taken away.
    """
    elements: dict[str, list[tuple[int, str]]] = {}
    for own in words:
        elements.setdefault(own.id.removeprefix(prefix), []).append((own.page, level(own.text)))
    found: dict[str, dict[int, str]] = {}

    def look(needles: Sequence[str], find: Callable[[Sequence[str], str], Mapping[str, Sequence[int]]]) -> None:
        for ident, parts in elements.items():
            # A name may be broken by the end of a page: it stands where it begins.
            starts = [0, *itertools.accumulate(len(text) for _, text in parts[:-1])]
            for needle, at in find(needles, "".join(text for _, text in parts)).items():
                for place in at:
                    page = parts[bisect_right(starts, place) - 1][0]
                    found.setdefault(needle, {}).setdefault(page, ident if page == parts[0][0] else "")

    look([who.words for who in people], mentions)
    # Of several people of one name the office may be printed elsewhere than behind it.
    for who in people:
        if who.note and who.words not in found:
            look([who.name], mentions)
            found[who.words] = found.get(who.name, {})
    if lacking := [who.words for who in people if not found.get(who.words)]:
        # In the largest type even a word may be broken between lines.
        elements = {
            ident: [(page, "".join(text.split())) for page, text in parts] for ident, parts in elements.items()
        }  # fmt: skip
        look(lacking, _anywhere)
    return found


def _anywhere(needles: Sequence[str], text: str) -> Mapping[str, Sequence[int]]:
    """Where names stand in a text without spaces."""
    plain = {needle: "".join(level(needle).split()) for needle in needles}
    return {
        needle: [match.start() for match in re.finditer(re.escape(sought), text)] for needle, sought in plain.items()
    }  # fmt: skip


def shifted(alone: Places, *, by: int, article: int) -> Places:
    """Places on the pages of an article that is laid out alone, as they are in the issue."""
    return {
        needle: {page + by: ident and prefix(article) + ident for page, ident in pages.items()}
        for needle, pages in alone.items()
    }
