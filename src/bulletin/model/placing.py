"""Where photos stand: those placed in the text by `[ảnh: tên]`, and the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from bulletin.model.content import Photo, Section
from bulletin.model.fields import Loc
from bulletin.model.record import Record
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
    found: tuple[Loc, ...]
    """Places of the photos of that name in the record."""

    @property
    def photo(self) -> Loc | None:
        """Place of the photo that is meant; None when there is none or more than one."""
        return self.found[0] if len(self.found) == 1 else None


def photo_marks(record: Record) -> tuple[PhotoMark, ...]:
    """All photo marks of a record, in reading order."""
    naming = Naming(record)
    return tuple(
        PhotoMark(loc, block.row, block.label, naming.find(block.label, loc[:-1]))
        for loc, text in _texts(record)
        if "[" in text
        for block in blocks(text)
        if block.kind == "photo"
    )


class Naming:
    """What the photos of a record are called: by their names, their files, their numbers."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._names: dict[str, list[Loc]] = {}
        self._files: dict[str, list[Loc]] = {}
        self.names: list[str] = []
        """The name of each photo, or its file's without folder and ending."""
        for loc, photo in record.all_photos():
            self._enter(loc, photo)

    def _enter(self, loc: Loc, photo: Photo) -> None:
        paths = [PurePosixPath(file.replace("\\", "/")) for file in photo.file]
        if photo.name:
            self._names.setdefault(fold(photo.name), []).append(loc)
        for name in {fold(name) for path in paths for name in (str(path), path.name, path.stem)}:
            self._files.setdefault(name, []).append(loc)
        self.names += [photo.name or path.stem for path in paths[:1]]

    def find(self, called: str, part: Loc) -> tuple[Loc, ...]:
        """The photos that a mark may mean: by name, else by file, else by number.

        Of several of one name the nearest is meant: of the same part, of the parts around it, of the record.

        Args:
            called: What stands in the mark.
            part: Place of the section in which it stands; empty for the lead.
        """
        named = self._names.get(fold(called)) or self._files.get(fold(called))
        if named:
            nearest = min(_distance(loc[:-2], part) for loc in named)
            return tuple(loc for loc in named if _distance(loc[:-2], part) == nearest)
        return self._numbered(int(called), part) if called.isdecimal() and called.isascii() else ()

    def _numbered(self, number: int, part: Loc) -> tuple[Loc, ...]:
        """Photos are counted in the nearest part that has any, from 1."""
        while part and not _section(self._record, part).photos:
            part = part[:-2]
        photos = (_section(self._record, part) if part else self._record).photos
        return ((*part, "photos", number - 1),) if 1 <= number <= len(photos) else ()


def _distance(scope: Loc, part: Loc) -> int:
    """How far a photo's part is from a text's: 0 for the same, more for each level above, most for any other."""
    return len(part) - len(scope) if part[: len(scope)] == scope else 1 + len(part)


def _section(record: Record, loc: Loc) -> Section:
    sections = record.sections
    for number in loc[1:-2:2]:
        sections = sections[int(number)].sections
    return sections[int(loc[-1])]


def _texts(record: Record) -> Iterator[tuple[Loc, str]]:
    """Every running text of a record with its place, in reading order."""
    yield ("lead",), record.lead
    yield from _section_texts(record.sections, ("sections",))


def _section_texts(sections: Sequence[Section], loc: Loc) -> Iterator[tuple[Loc, str]]:
    for number, section in enumerate(sections):
        here = (*loc, number)
        yield (*here, "text"), section.text
        yield from _section_texts(section.sections, (*here, "sections"))
