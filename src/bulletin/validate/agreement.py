"""Faults that lie between the values of a record, each of which is sound by itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from bulletin.errors import Problem
from bulletin.messages import say
from bulletin.model import Loc, Record, Section, Table
from bulletin.model.fields import DEEPEST_SECTION, MOST_KINDS, MOST_PHOTOS
from bulletin.model.placing import Naming, photo_marks
from bulletin.validate.reading import Reading
from bulletin.vietnamese.text import similar

_MOST_SHOWN = 12


def disagreements(record: Record, reading: Reading) -> Iterator[Problem]:
    """Every fault between the values of a record.

    Args:
        record: The record, or the sound part of one.
        reading: Knows what was typed, sound or not, so that a faulty value is not told to be missing too.
    """
    yield from _missing(record, reading)
    yield from _approval(record, reading)
    yield from _days(record, reading)
    if len(record.kind) > MOST_KINDS:
        message = say("{n} kinds stand here; a conference has at most {limit}", n=len(record.kind), limit=MOST_KINDS)
        yield reading.problem("too-many-kinds", message, ("kind", MOST_KINDS), hint=say("keep the two that say most"))
    yield from _too_many_photos(record, reading)
    yield from _in_sections(record.sections, ("sections",), 1, reading)
    for number, annex in enumerate(record.document.annexes if record.document else ()):
        here: Loc = ("document", "annexes", number)
        if annex.table:
            yield from _crooked(annex.table, (*here, "table"), reading)
        yield from _in_sections(annex.sections, (*here, "sections"), 1, reading)
    yield from _misplaced_photos(record, reading)


def _missing(record: Record, reading: Reading) -> Iterator[Problem]:
    if record.organisation is None and not reading.has("organisation"):
        key = reading.name(("organisation",))
        hint = say(
            "write: {key}: and the name behind it, or name it for all records in a file bulletin.toml beside them",
            key=key,
        )
        yield reading.problem("missing", say("“{key}” is missing", key=key), ("organisation",), hint=hint)
    if not (record.sections or record.lead or reading.has("sections") or reading.has("lead")):
        key = reading.name(("sections",))
        hint = say("write “{key}: |” and the text below it, indented", key=key)
        yield reading.problem("missing", say("“{key}” is missing", key=key), ("sections",), hint=hint)


def _approval(record: Record, reading: Reading) -> Iterator[Problem]:
    if not record.approved:
        return
    for name, example in (("approved_by", "…"), ("approved_on", "29/12/2023")):
        if not getattr(record, name) and not reading.has(name):
            key = reading.name((name,))
            message = say("an approved record needs “{key}”", key=key)
            hint = say("add a line such as: {key}: {example}; or set it back to draft", key=key, example=example)
            place = (name,) if (name,) in reading.typed else ("status",)
            yield reading.problem("approval-incomplete", message, place, hint=hint)


def _days(record: Record, reading: Reading) -> Iterator[Problem]:
    # A faulty date has a stand-in here, which is on no terms with the other.
    if record.end_date is None or ("date",) not in reading.typed:
        return
    if record.date.several and record.end_date != record.date.last:
        message = say("“{key}” gives another last day than this", key=reading.key(("date",)))
        yield reading.problem("two-last-days", message, ("end_date",), hint=say("give the last day once"))
    elif record.end_date < record.first_day:
        hint = say("see which of the two is right")
        yield reading.problem("ends-before", say("the last day is before the first"), ("end_date",), hint=hint)


def _too_many_photos(record: Record, reading: Reading) -> Iterator[Problem]:
    places = [(*loc, "file", number) for loc, photo in record.all_photos() for number in range(len(photo.file))]
    if len(places) > MOST_PHOTOS:
        message = say("{n} photos stand in this record; it has at most {limit}", n=len(places), limit=MOST_PHOTOS)
        yield reading.problem("too-many-photos", message, places[MOST_PHOTOS], hint=say("make two records of it"))


def _in_sections(sections: Sequence[Section], loc: Loc, level: int, reading: Reading) -> Iterator[Problem]:
    if sections and level > DEEPEST_SECTION:
        message = say("these parts lie deeper than {limit} levels", limit=DEEPEST_SECTION)
        yield reading.problem("too-deep", message, loc, hint=say("move them up a level, or write them as text"))
        return
    for number, section in enumerate(sections):
        here = (*loc, number)
        if section.table:
            yield from _crooked(section.table, (*here, "table"), reading)
        yield from _in_sections(section.sections, (*here, "sections"), level + 1, reading)


def _crooked(table: Table, loc: Loc, reading: Reading) -> Iterator[Problem]:
    """Rows that have not as many cells as the table has columns; when all have the same, the columns are wrong."""
    columns = len(table.columns)
    if (*loc, "columns") in reading.lessened:
        return
    whole = [number for number in range(len(table.rows)) if (*loc, "rows", number) not in reading.lessened]
    odd = [number for number in whole if len(table.rows[number]) != columns]
    [(usual, rows)] = Counter(map(len, table.rows)).most_common(1) or [(columns, 0)]
    if odd and len(odd) == rows == len(table.rows) > 1:
        message = say("columns of this table: {columns}; cells in each row: {cells}", columns=columns, cells=usual)
        hint = say("name as many columns as a row has cells, parted with |")
        yield reading.problem("crooked-table", message, (*loc, "columns"), hint=hint)
        return
    for number in odd:
        message = say(
            "cells in row {row} of this table: {cells}; columns: {columns}",
            row=number + 1, cells=len(table.rows[number]), columns=columns,
        )  # fmt: skip
        hint = say('give each row as many cells as there are columns; an empty cell is written ""')
        yield reading.problem("crooked-row", message, (*loc, "rows", number), hint=hint)


def _misplaced_photos(record: Record, reading: Reading) -> Iterator[Problem]:
    seen: set[Loc] = set()
    naming = Naming(record)
    for mark in photo_marks(record):
        if len(mark.found) > 1:
            message = say("{n} photos are called “{name}”", n=len(mark.found), name=mark.called)
            hint = say("give the one that is meant a name of its own, and write that here")
            yield reading.problem("photo-not-clear", message, mark.text, hint=hint, row=mark.row)
        elif mark.photo is None and reading.photos_are_sound:
            near = similar(mark.called, naming.names)
            hint = say("did you mean “{near}”?", near=near) if near else _names(naming)
            message = say("there is no photo called “{name}”", name=mark.called)
            yield reading.problem("unknown-photo", message, mark.text, hint=hint, row=mark.row)
        elif mark.photo in seen:
            message = say("the photo “{name}” is placed a second time", name=mark.called)
            yield reading.problem("photo-twice", message, mark.text, hint=say("take this line out"), row=mark.row)
        elif mark.photo:
            seen.add(mark.photo)


def _names(naming: Naming) -> str:
    if not naming.names:
        return say("add the photo to the list of photos, or take this line out")
    return say("known here: {shown}", shown=", ".join(naming.names[:_MOST_SHOWN]))
