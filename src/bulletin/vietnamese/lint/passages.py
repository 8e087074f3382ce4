"""What is proof-read, what is found, and a passage cut into words."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["title", "heading", "line", "text", "person", "caption", "alt"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A printed value of a record."""

    text: str
    kind: Kind
    key: str
    """Where it stands, in English keys joined by dots, such as `sections.text`."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a proof-reader would mark."""

    id: str
    passage: int
    """Number of the passage, counted from 0."""
    start: int
    """First character meant, counted from 0 in the passage's text."""
    end: int
    """Character behind the last one meant."""
    message: str
    """What is odd, in the reader's language."""
    hint: str
    """What to write instead."""


@dataclass(frozen=True, slots=True)
class Check:
    """One sort of thing that is looked for."""

    id: str
    about: str
    """What draws the warning, in one English sentence, marked for the catalogue."""
    bad: str
    """Vietnamese text that draws it."""
    good: str
    """The same text as it should be."""


_WORD = re.compile(r"\w+")
# What may stand between the words of one phrase: spaces and the stars of **strong** words.
_AIR = re.compile(r"[ \u00a0*]+")
_PHOTO_MARK = re.compile(r"^[ \t]*\[\s*(?:ảnh|anh|photo)\s*:[^\]\n]*\][ \t]*$", re.IGNORECASE | re.MULTILINE)
_SENTENCE_OPENERS = frozenset(".!?:;…\n\"“”‘'([{•+–—>-/|")


@dataclass(frozen=True, slots=True)
class Reading:
    """A passage cut into words."""

    passage: Passage
    number: int
    text: str
    """The text of the passage, with blanks where only the place of a photo is named."""
    words: tuple[str, ...]
    lows: tuple[str, ...]
    """The words in lower case."""
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    where: Mapping[str, Sequence[int]]
    """For each word in lower case, the numbers of the words that are it."""
    letters: frozenset[str]
    """Every character of the text, once."""

    def gap(self, number: int) -> str:
        """What stands before a word, back to the word before it."""
        return self.text[self.ends[number - 1] if number else 0 : self.starts[number]]

    def joined(self, number: int) -> bool:
        """Whether only spaces part a word from the one before."""
        return number > 0 and _AIR.fullmatch(self.gap(number)) is not None

    def opens(self, number: int) -> bool:
        """Whether a word stands where a capital may be due to a sentence, a list item, a quotation or a dash."""
        return number == 0 or not _SENTENCE_OPENERS.isdisjoint(self.gap(number))

    def low(self, number: int) -> str:
        """A word in lower case; empty beyond the first and last word."""
        return self.lows[number] if 0 <= number < len(self.lows) else ""

    def phrase(self, number: int, length: int) -> str:
        """So many words from one on, as they stand, if only spaces part them; else empty."""
        last = number + length - 1
        if last >= len(self.words) or not all(self.joined(place) for place in range(number + 1, last + 1)):
            return ""
        return " ".join(self.words[number : last + 1])

    def after(self, number: int) -> str:
        """The sign, or line end, that stands behind a word before any other word; empty when none does."""
        end = self.starts[number + 1] if number + 1 < len(self.starts) else len(self.text)
        behind = self.text[self.ends[number] : end].lstrip(" \u00a0*")
        return behind[0] if behind else "\n" if end == len(self.text) else ""

    def finding(self, check: Check, start: int, end: int, message: str, hint: str) -> Finding:
        """Something found between two characters of this passage."""
        return Finding(check.id, self.number, start, end, message, hint)


@dataclass(frozen=True, slots=True)
class Paper:
    """All passages of a record, read, with what is known around them."""

    readings: tuple[Reading, ...]
    date: dt.date | None = None
    known: frozenset[str] = frozenset()
    """Abbreviations that the record itself spells out."""
    having: Mapping[str, Sequence[Reading]] = field(default_factory=dict)
    """For each word in lower case, the passages in which it stands."""

    def of(self, *kinds: Kind) -> Iterator[Reading]:
        """The passages of some kinds."""
        return (reading for reading in self.readings if reading.passage.kind in kinds)

    def phrases(self, *lows: str) -> Iterator[tuple[Reading, int]]:
        """Where these words stand together, in any case: the passage and the number of the first word."""
        length = len(lows)
        for reading in self.having.get(lows[0], ()):
            for number in reading.where[lows[0]]:
                if reading.lows[number : number + length] == lows and reading.phrase(number, length):
                    yield reading, number


Find = Callable[[Paper], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A check and what carries it out."""

    check: Check
    find: Find


def read(passage: Passage, number: int) -> Reading:
    """Cut a passage into words."""
    text = passage.text
    if "[" in text:
        text = _PHOTO_MARK.sub(lambda mark: " " * len(mark[0]), text)
    spans = [found.span() for found in _WORD.finditer(text)]
    words = tuple(text[start:end] for start, end in spans)
    lows = tuple(word.lower() for word in words)
    where: defaultdict[str, list[int]] = defaultdict(list)
    for place, low in enumerate(lows):
        where[low].append(place)
    return Reading(
        passage,
        number,
        text,
        words,
        lows,
        tuple(start for start, _ in spans),
        tuple(end for _, end in spans),
        dict(where),
        frozenset(text),
    )


def read_all(passages: Sequence[Passage], *, date: dt.date | None, known: Collection[str]) -> Paper:
    """Cut all passages of a record into words."""
    readings = tuple(read(passage, number) for number, passage in enumerate(passages))
    having: defaultdict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        for low in reading.where:
            having[low].append(reading)
    return Paper(readings, date, frozenset(known), dict(having))
