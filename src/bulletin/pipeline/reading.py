"""From a file to a record: read, validated, its pictures looked at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from bulletin.cache import Cache
from bulletin.config import Settings, settings_for
from bulletin.errors import Problem, RecordError
from bulletin.messages import say
from bulletin.stack import roomy

if TYPE_CHECKING:
    from bulletin.load import Source
    from bulletin.model import Loc, Record
    from bulletin.photos import Photo
    from bulletin.pipeline.making import Bulletin


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """A record as it goes into an issue: with its pictures and its office's settings."""

    record: Record
    photos: Mapping[str, Photo]
    settings: Settings = field(default_factory=Settings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier(Contribution):
    """A record with all that belongs to it, also its file as it was read."""

    source: Source

    def contribution(self) -> Contribution:
        """What goes into an issue; the file as it was read takes more memory than the record itself."""
        return Contribution(record=self.record, photos=self.photos, settings=self.settings)


def read_record(path: Path) -> Record:
    """Read a record.

    Raises:
        RecordError: With every fault of the file and its photos, in the order of the file.
        ConfigError: If the office's settings are faulty.
    """
    return open_record(path).record


@roomy
def open_record(path: Path, settings: Settings | None = None) -> Dossier:
    """Read a record, look at its pictures, find its office's settings.

    Raises:
        RecordError: With every fault of the file and its photos, in the order of the file.
        ConfigError: If the office's settings are faulty.
    """
    from bulletin.letters import unprintable
    from bulletin.load import load
    from bulletin.validate import examine, in_file_order

    settings = settings or settings_for(path)
    source = load(path)
    record, problems = examine(source, defaults=settings.defaults)
    photos: Mapping[str, Photo] = {}
    if record is not None:
        photos, faults = look_at(record, path)
        faults = (*faults, *_repeated(record, photos))
        shown = (replace(fault, source=source.line(fault.line)) for fault in faults)
        problems = (*problems, *shown, *unprintable(record, source))
    if problems or record is None:
        raise RecordError(in_file_order(problems))
    return Dossier(record=record, source=source, photos=photos, settings=settings)


def find_pictures(path: Path, settings: Settings) -> dict[str, Path]:
    """Read a record and find its pictures without looking at them, for whoever sends them elsewhere.

    Returns:
        The files by their names as the record has them.

    Raises:
        RecordError: With the faults of the record and of the names of its pictures; others may be found later.
    """
    from bulletin.load import load
    from bulletin.photos import Fault, find
    from bulletin.validate import examine

    record, problems = examine(load(path), defaults=settings.defaults)
    if problems or record is None:
        raise RecordError(problems)
    found = {file: find(path.parent, file) for file in photo_places(record)}
    faults = [Problem(it.message, path, hint=it.hint, id=it.id) for it in found.values() if isinstance(it, Fault)]
    if faults:
        raise RecordError(faults)
    return {file: place for file, place in found.items() if isinstance(place, Path)}


def look_at(record: Record, path: Path) -> tuple[Mapping[str, Photo], tuple[Problem, ...]]:
    """Find and check the pictures of a record, and tell what is wrong with its place."""
    places = photo_places(record)
    if not places:
        return {}, ()
    from bulletin.photos import check_all

    photos, faults = check_all(path.parent, list(places), Cache.default("photos"))
    problems = []
    for fault in faults:
        line, column = record.origin.place(places[fault.file])
        problems.append(Problem(fault.message, path, line, column, fault.hint, fault.id))
    return photos, tuple(problems)


def _repeated(record: Record, photos: Mapping[str, Photo]) -> Iterator[Problem]:
    """A picture that stands in the record twice, be it as a copy of its file; each is printed once."""
    seen: set[str] = set()
    for loc, photo in record.all_photos():
        for number, file in enumerate(photo.file):
            if file not in photos:
                continue
            if photos[file].digest in seen:
                line, column = record.origin.place((*loc, "file", number))
                message = say("the photo “{file}” stands in the record a second time", file=file)
                hint = say("take one of the two out, or name the other file that is meant")
                yield Problem(message, record.origin.path, line, column, hint, "photo-twice")
            seen.add(photos[file].digest)


def photo_places(record: Record) -> dict[str, Loc]:
    """Where each picture file is named first."""
    return {
        file: (*loc, "file", number)
        for loc, photo in reversed(record.all_photos())
        for number, file in reversed(tuple(enumerate(photo.file)))
    }


@roomy
def warnings(dossier: Dossier, bulletin: Bulletin | None = None) -> tuple[Problem, ...]:
    """What a proof-reader would say of a record; never blocking.

    Args:
        dossier: The record.
        bulletin: One that was made of it: photos are then judged by the sizes at which they are printed.
    """
    from bulletin.proofread import proofread

    return proofread(
        dossier.record, dossier.source, dossier.photos, silence=dossier.settings.silence,
        widths_mm=bulletin.photo_widths_mm if bulletin else MappingProxyType({}),
    )  # fmt: skip
