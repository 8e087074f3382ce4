"""Where photos stand: those placed in the text by `[ảnh: tên]`, and the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from bulletin.model.fields import Loc
from bulletin.model.record import Photo, Record, Section
from bulletin.model.running import blocks
from bulletin.vietnamese.text import fold


@dataclass(frozen=True, slots=True)
class PhotoMark:
    """A line `[ảnh: tên]` in running text, and the photo it means."""

    text: Loc
    """Place of the text in the record."""
    row: int
    """Line of that text, counted from 0."""
    called: str
    photo: Loc | None
    """Place of the photo in the record; None when there is none of that name."""


def photo_marks(record: Record) -> tuple[PhotoMark, ...]:
    """All photo marks of a record, in reading order."""
    own = _named(record.photos, ("photos",))
    return tuple(_marks(record.lead, ("lead",), own)) + tuple(_section_marks(record.sections, ("sections",), own))


_Named = Sequence[tuple[Loc, Photo]]


def _named(photos: Sequence[Photo], loc: Loc) -> _Named:
    return [((*loc, number), photo) for number, photo in enumerate(photos)]


def _section_marks(sections: Sequence[Section], loc: Loc, own: _Named) -> Iterator[PhotoMark]:
    for number, section in enumerate(sections):
        here = (*loc, number)
        # A section's own photos come first, so that `[ảnh: 1]` means the first of them.
        known = [*_named(section.photos, (*here, "photos")), *own]
        yield from _marks(section.text, (*here, "text"), known)
        yield from _section_marks(section.sections, (*here, "sections"), own)


def _marks(text: str, loc: Loc, photos: _Named) -> Iterator[PhotoMark]:
    if "[" not in text:
        return
    for block in blocks(text):
        if block.kind == "photo":
            yield PhotoMark(loc, block.row, block.label, _find(block.label, photos))


def _find(called: str, photos: _Named) -> Loc | None:
    if called.isdecimal():
        number = int(called)
        return photos[number - 1][0] if 1 <= number <= len(photos) else None
    wanted = fold(called)
    for loc, photo in photos:
        names = [photo.name, *photo.file, *(PurePosixPath(file).stem for file in photo.file)]
        if wanted in [fold(name) for name in names if name]:
            return loc
    return None
