"""What could go when a bulletin cannot be made to fit, and what has gone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bulletin.errors import Problem
from bulletin.messages import say, say_n

if TYPE_CHECKING:
    from bulletin.digest import Digest
    from bulletin.model import Loc, Record

_MOST = 3
"""So many things are named."""
_QUOTED = 40
"""Letters of a text that are shown."""
_WORTH_NAMING = 60
"""What has fewer letters would not help."""


def too_long_hint(short: Digest | None, record: Record) -> str:
    """The cure for a text that is too long: what a digest prints is named, the longest first, with its line."""
    if short is None:
        return say("shorten the text or take a photo out, or allow more pages")
    texts = sorted(_texts(short), key=lambda one: -len(one[0]))
    named = [
        say("“{words}” (line {line}, {letters} letters)", words=_cut(text), line=line, letters=len(text))
        for text, loc in texts[:_MOST]
        if len(text) >= _WORTH_NAMING and (line := record.origin.place(loc)[0])
    ]
    if not named:
        return say("take a photo out, or take a larger sheet")
    return say("shorten or take out what is longest: {named}; or take a larger sheet", named="; ".join(named))


def left_out(short: Digest | None, record: Record) -> tuple[Problem, ...]:
    """Highlights for which a digest had no room: the record gives them for this very purpose, so it is told."""
    if short is None or not short.left_out:
        return ()
    first = len(record.highlights) - short.left_out
    line, column = record.origin.place(("highlights", first))
    message = say_n(
        "{n} highlight has no room in this edition: “{words}”",
        "{n} highlights have no room in this edition, the first of them “{words}”",
        n=short.left_out, words=_cut(record.highlights[first]),
    )  # fmt: skip
    hint = say("what matters most stands first; shorten them, or take a larger sheet")
    return (Problem(message, record.origin.path, line, column, hint, "highlights-left-out"),)


def _texts(short: Digest) -> Iterator[tuple[str, Loc]]:
    yield short.title, ("title",)
    yield short.subtitle, ("subtitle",)
    for point in short.points:
        yield f"{point.heading} {point.text}".strip(), point.loc
    for fact in short.facts:
        yield " ".join(span.text for line in fact.lines for span in line), fact.loc
    for loc, photo in short.photos:
        yield photo.caption, (*loc, "caption")


def _cut(text: str) -> str:
    """A text cut at a word."""
    return text if len(text) <= _QUOTED else f"{text[:_QUOTED].rpartition(' ')[0]} …"
