"""What must be found again in the PDF of a record: every sentence, each date, each photo with its caption.

It is drawn up from the record, never from the page description, so that a layout that forgets a field is found out.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletin.model import Loc, Photo, PrintedText, Record, texts
from bulletin.model.running import blocks
from bulletin.model.words import AWARDED_TO, ELECTED_HOW, MODES
from bulletin.vietnamese import dates
from bulletin.vietnamese.sentences import sentences
from bulletin.vietnamese.spaces import set_line

if TYPE_CHECKING:
    from bulletin.digest import Digest


@dataclass(frozen=True, slots=True)
class Promise:
    """A stretch of text that must be in the PDF."""

    text: str
    loc: Loc
    """Its place in the record."""
    margin: bool = False
    """May also stand outside the text, as a note at the sheet's edge does."""


@dataclass(frozen=True, slots=True)
class PhotoPromise:
    """A photo that must be in the PDF, with its caption right below it."""

    file: str
    caption: str
    loc: Loc
    count: int


def promises(record: Record, *, byline: str = "") -> tuple[Promise, ...]:
    """All texts of a record as they must be printed.

    Args:
        record: What is printed.
        byline: Who wrote it, when the record does not say.
    """
    # What makes an official paper is no part of the news (docs/official.md).
    found = _printed(record, lambda loc: loc[0] != "document")
    found += [Promise(_set(words), loc) for words, loc in _days_and_words(record) if words]
    if byline and not record.byline:
        found.append(Promise(_set(byline), ("byline",)))
    return tuple(found)


def _printed(record: Record, wanted: Callable[[Loc], bool]) -> list[Promise]:
    """The texts of a record at the places that are wanted, sentence by sentence."""
    found: list[Promise] = []
    seen: set[Loc] = set()
    for text in texts(record):
        for words in _words(text) if wanted(text.loc) else ():
            if len(text.loc) > 1 and text.loc[-2] == "counts":
                # The level is the head of a column; it stands there once for all.
                mark: Loc = ("counts", words)
                if words == text.loc[-1] and mark in seen:
                    continue
                seen.add(mark)
            found.append(Promise(words, text.loc))
    return found


def _words(text: PrintedText) -> Iterator[str]:
    if text.kind in ("alt", "caption"):
        return
    if text.kind != "text":
        yield _set(text.text)
        return
    for block in blocks(text.text):
        if block.kind == "photo":
            continue
        # Set span by span, as compose does.
        words = "".join(_set(span.text) for span in block.spans)
        if block.kind == "numbered":
            words = f"{block.label} {words}"
        yield from sentences(words)


def _days_and_words(record: Record) -> Iterator[tuple[str, Loc]]:
    """What is printed in other words than it was typed."""
    if record.first_day == record.last_day:
        yield dates.long_date(record.first_day), ("date",)
    else:
        yield dates.date_span(record.first_day, record.last_day), ("date",)
    for name in ("time", "end_time"):
        clock: dt.time | None = getattr(record, name)
        if clock:
            yield dates.write_time(clock), (name,)
    if record.session:
        yield record.part_of_day, ("session",)
    if record.mode:
        yield MODES.table[record.mode][0], ("mode",)
    if not record.event:
        yield record.event_name, ("kind",)
    for short, words in record.abbreviations.items():
        yield words, ("abbreviations", short)
    if record.approved_on:
        yield dates.short_date(record.approved_on), ("approved_on",)
    for place, decision in enumerate(record.decisions):
        if decision.date:
            yield dates.short_date(decision.date), ("decisions", place, "date")
    for place, election in enumerate(record.elections):
        if election.how:
            yield ELECTED_HOW.table[election.how][0], ("elections", place, "how")
    for place, award in enumerate(record.awards):
        if award.to:
            yield AWARDED_TO.table[award.to][0], ("awards", place, "to")
    if record.licence:
        yield dates.short_date(record.licence.date), ("licence", "date")


def paper_promises(record: Record) -> tuple[Promise, ...]:
    """All texts of a record as an official paper must print them.

    Args:
        record: One without faults as a paper.
    """
    from bulletin.paper import KEPT, face_of

    face = face_of(record)
    found = [Promise(_set(line), loc) for line, loc in face.lines()]
    found += [Promise(_set(note), ("scope",), margin=True) for note in (face.note, face.no_press) if note]

    def kept(loc: Loc) -> bool:
        if loc[0] == "document":
            return loc[1] == "absent" or (loc[1] == "annexes" and loc[3] != "title")
        return loc[0] in KEPT and loc[0] != "organisation" and "photos" not in loc

    found += _printed(record, kept)
    for words, loc in _days_and_words(record):
        if words and loc[0] in KEPT and loc[0] != "date":
            found.append(Promise(_set(words), loc))
    days = dict.fromkeys((record.first_day, record.last_day))
    return (*found, *(Promise(dates.short_date(day), ("date",)) for day in days))


def caption(photo: Photo) -> str:
    """The caption of a photo as it is printed, with its credit."""
    credit = f"Ảnh: {photo.credit}" if photo.credit else ""
    if photo.caption and credit:
        stop = "" if photo.caption[-1] in ".!?…" else "."
        return f"{_set(photo.caption)}{stop} {_set(credit)}"
    return _set(photo.caption) or _set(credit)


def photo_promises(record: Record, in_flow: Iterable[Loc]) -> tuple[PhotoPromise, ...]:
    """All photos of a record, in the order in which they are printed.

    Args:
        record: What is printed.
        in_flow: Places of the photos in that order; photos that are missing there are promised at the end all the same.
    """
    photos = dict(record.all_photos())
    order = dict.fromkeys([*in_flow, *photos])
    return tuple(
        PhotoPromise(photos[loc].file[0], caption(photos[loc]), loc, len(photos[loc].file)) for loc in order
    )  # fmt: skip


# --- a digest promises itself and nothing else ---


def digest_promises(short: Digest, record: Record) -> tuple[Promise, ...]:
    """All texts of a digest as they must be printed.

    Args:
        short: What is printed of a record.
        record: Tells who publishes.
    """
    organisation = record.organisation
    lines: list[tuple[str, Loc]] = [(short.title, ("title",)), (short.subtitle, ("subtitle",))]
    if organisation is not None:
        lines += [(organisation.name, ("organisation", "name"))]
        lines += [(organisation.parent, ("organisation", "parent"))] if short.brief.parent else []
    lines += [(short.url, ("url",))] if short.brief.address else []
    found = [Promise(_set(text), loc) for text, loc in lines if text]
    for point in short.points:
        found += [Promise(_set(text), point.loc) for text in (point.heading, point.text) if text]
    for fact in short.facts:
        # Set span by span, as compose does.
        found += [Promise("".join(_set(span.text) for span in line), fact.loc) for line in fact.lines]
    return tuple(found)


def digest_photo_promises(short: Digest, shown: Collection[Loc]) -> tuple[PhotoPromise, ...]:
    """The photos of a digest: the large one always, the small ones as far as they found room.

    Args:
        short: What is printed of a record.
        shown: Places of the photos on the page. Of several pictures under one caption the first is promised.
    """
    return tuple(
        PhotoPromise(photo.file[0], caption(photo), loc, 1)
        for place, (loc, photo) in enumerate(short.photos)
        if place == 0 or loc in shown
    )


def _set(text: str) -> str:
    return "".join(run.text for run in set_line(text)) if text else ""
