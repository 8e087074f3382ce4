"""Abbreviations spelt out where they first occur, for those that the record asks for."""

from __future__ import annotations

import re

from bulletin.model.fields import Loc
from bulletin.model.record import Record
from bulletin.model.shape import replaced, texts
from bulletin.vietnamese.glossary import expand, shipped

_READING_ORDER = (
    "lead", "highlights", "chairs", "guests", "secretaries", "participants", "sections", "resolution", "tasks",
)  # fmt: skip
_PHOTO_LINE = re.compile(r"^\s*\[.*\]\s*$")


def spelled_out(record: Record) -> Record:
    """The record with each abbreviation named in `abbreviations` spelt out where it first occurs.

    One that stands there without words is taken from the shipped glossary, if that knows it in one meaning only.
    """
    known = shipped()
    wanted = {short: words or known.get(short, "") for short, words in record.abbreviations.items()}
    wanted = {short: words for short, words in wanted.items() if words}
    if not wanted:
        return record
    found = sorted(
        (text for text in texts(record) if text.loc[0] in _READING_ORDER and text.kind in ("text", "line", "heading")),
        key=lambda text: _READING_ORDER.index(str(text.loc[0])),
    )
    # Line by line, so that the names of photos are left alone.
    lines = [(text.loc, line) for text in found for line in text.text.split("\n")]
    open_lines = [place for place, (_, line) in enumerate(lines) if not _PHOTO_LINE.match(line)]
    spelt = expand([lines[place][1] for place in open_lines], wanted)
    fresh = dict(zip(open_lines, spelt, strict=True))
    changed: dict[Loc, list[str]] = {}
    for place, (loc, line) in enumerate(lines):
        changed.setdefault(loc, []).append(fresh.get(place, line))
    return replaced(record, {loc: "\n".join(parts) for loc, parts in changed.items()})
