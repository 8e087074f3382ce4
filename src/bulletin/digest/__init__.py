"""The digest: what a sheet prints that is read in passing, such as a poster. Pure: the same for compose and manifest.

What it takes from a record, in which order, is promised in `docs/layouts.md`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bulletin.digest import wording
from bulletin.digest.brief import LADDER, Brief, is_pictured, steps
from bulletin.model import Loc, Photo, Record, Section
from bulletin.model.placing import photo_marks
from bulletin.model.running import Span, blocks
from bulletin.vietnamese.sentences import sentences

__all__ = ["Brief", "Digest", "Known", "Point", "digest", "is_pictured", "steps"]

_FEWEST = 3
"""So many points there should be; sentences of the text fill up when headings are fewer."""
_TYPED_NUMBER = re.compile(r"^(?:[IVXL]+|\d{1,2}(?:\.\d{1,2})*|[A-Za-zđĐ])[.)]\s+")


@dataclass(frozen=True, slots=True)
class Point:
    """One of the three to seven points."""

    text: str
    loc: Loc
    """Its place in the record."""
    heading: str = ""
    """What stands before it, strong: the heading of the section it was taken from."""

    @property
    def letters(self) -> int:
        """How long it is."""
        return len(self.heading) + len(self.text)


@dataclass(frozen=True, slots=True)
class Known:
    """A fact: what it is about, and one or more lines."""

    label: str
    lines: tuple[tuple[Span, ...], ...]
    loc: Loc


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """What is printed of a record."""

    step: int
    brief: Brief
    title: str
    subtitle: str
    points: tuple[Point, ...]
    facts: tuple[Known, ...]
    photos: tuple[tuple[Loc, Photo], ...]
    """The large one first, then up to two small ones."""
    url: str
    left_out: int
    """How many of the record's highlights it does without."""


def digest(record: Record, step: int) -> Digest:
    """What of a record is printed on a sheet that is read in passing.

    Args:
        record: All that is known.
        step: How many words it makes: a step of the ladder, 0 for the most.
    """
    short = LADDER[step]
    given = [Point(line, ("highlights", place)) for place, line in enumerate(record.highlights)]
    points = given[: short.points] if given else _shortened(list(_derived(record, short)), short)
    if not given or not short.all_highlights:
        points = _within(points, short)
    most = (1 + short.small_photos) if short.photo else 0
    return Digest(
        step=step,
        brief=short,
        title=record.title,
        subtitle=record.subtitle if short.subtitle else "",
        points=tuple(points),
        facts=tuple(_facts(record, short)),
        photos=_photos(record)[:most],
        url=record.url,
        left_out=len(record.highlights) - len(points) if given else 0,
    )


def _shortened(points: Sequence[Point], short: Brief) -> list[Point]:
    """Points taken from sections lose their sentences, the longest first, until there is room for them."""
    kept = list(points[: short.points])
    while sum(point.letters for point in kept) > short.letters:
        headed = [place for place, point in enumerate(kept) if point.heading and point.text]
        if not headed:
            break
        longest = max(headed, key=lambda place: len(kept[place].text))
        kept[longest] = replace(kept[longest], text="")
    return kept


def _within(points: Sequence[Point], short: Brief) -> list[Point]:
    """The first points, as far as there is room for them; one at least where there is room for any."""
    kept: list[Point] = []
    for point in points[: short.points]:
        if kept and sum(one.letters for one in (*kept, point)) > short.letters:
            break
        kept.append(point)
    return kept


# --- points of a record without highlights ---


def _derived(record: Record, short: Brief) -> Iterator[Point]:
    """The headings of the sections with their first sentences; sentences of the text where those are too few."""
    headed = list(_headed(record, short))
    used = {point.text for point in headed}
    said = [point for point in _said(record, short) if point.text not in used]
    yield from (*headed, *said[: max(0, _FEWEST - len(headed))])


def _headed(record: Record, short: Brief) -> Iterator[Point]:
    sections: list[tuple[Loc, Section]] = [
        (("sections", place), section) for place, section in enumerate(record.sections)
    ]
    if len(sections) < _FEWEST:
        # One part that holds all others is no point of its own.
        sections = [inner for loc, section in sections for inner in (_parts(section, loc) or [(loc, section)])]
    for loc, section in sections:
        heading = _TYPED_NUMBER.sub("", section.heading).rstrip(" .:")
        sentence = "" if short.headings_alone else next(_sentences(_first_text(section)), "")
        if heading:
            yield Point(sentence if len(sentence) <= short.sentence else "", loc, heading)


def _parts(section: Section, loc: Loc) -> list[tuple[Loc, Section]]:
    return [((*loc, "sections", place), part) for place, part in enumerate(section.sections) if part.heading]


def _first_text(section: Section) -> str:
    """The text of a section, or of its first part that has one."""
    return section.text or next(filter(None, map(_first_text, section.sections)), "")


def _said(record: Record, short: Brief) -> Iterator[Point]:
    """The sentences of the text that are not too long, in their order; the first one if all are."""
    texts: list[tuple[Loc, str]] = [(("lead",), record.lead)]
    texts += [(("sections", place, "text"), _first_text(part)) for place, part in enumerate(record.sections)]
    found = [Point(sentence, loc) for loc, text in texts for sentence in _sentences(text)]
    yield from [point for point in found if point.letters <= short.sentence] or found[:1]


def _sentences(text: str) -> Iterator[str]:
    """Sentences that stand by themselves: no announcements of what follows, no quotations."""
    for block in blocks(text):
        if block.kind in ("photo", "quote"):
            continue
        for sentence in sentences(block.text):
            if not sentence.endswith(":"):
                yield sentence


# --- facts and photos ---


def _facts(record: Record, short: Brief) -> Iterator[Known]:
    yield Known("Thời gian", ((Span(wording.when(record)),),), ("date",))
    if record.place and short.place:
        yield Known("Địa điểm", ((Span(record.place),),), ("place",))
    if short.more_facts and (manner := wording.manner(record)):
        yield Known("Hình thức", ((Span(manner),),), ("mode",) if record.mode else ("platform",))
    if chairs := record.chairs[: short.chairs]:
        if short.titles:
            lines = tuple(wording.person_spans(person) for person in chairs)
        else:
            bare = (person.model_copy(update={"titles": (), "organisation": ""}) for person in chairs if person.name)
            lines = tuple(wording.person_spans(person) for person in bare)
            lines = lines or (wording.person_spans(chairs[0]),)
        yield Known("Chủ trì", lines, ("chairs",))
    if short.more_facts and (attendance := wording.attendance(record)):
        yield Known("Số lượng", ((Span(attendance),),), ("attendance",))


def _photos(record: Record) -> tuple[tuple[Loc, Photo], ...]:
    """Photos in the order in which they are printed: the first of the record's own, those of the text, the rest."""
    photos = dict(record.all_photos())
    placed = [mark.photo for mark in photo_marks(record) if mark.photo is not None]
    loose = [loc for loc in photos if loc[0] == "photos" and loc not in placed]
    inside = [loc for loc in photos if loc[0] != "photos" and loc not in placed]
    lead = [mark.photo for mark in photo_marks(record) if mark.photo is not None and mark.text == ("lead",)]
    order = dict.fromkeys([*lead, *loose[:1], *placed, *inside, *loose[1:]])
    return tuple((loc, photos[loc]) for loc in order)
