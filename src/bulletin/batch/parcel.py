"""The jobs of one record as a parcel: all that goes into them by content, for a machine that sees none of our files.

There it is laid out in a folder of its own; what comes of it is told as if it had been made here.
"""

from __future__ import annotations

import hashlib
import os
import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from bulletin import messages
from bulletin.batch.names import as_named
from bulletin.batch.orders import Job
from bulletin.batch.receipts import RECORD_BYTES, digest_of
from bulletin.batch.work import Made, Source, Worked
from bulletin.config import Settings, layout_named, settings_for
from bulletin.errors import BulletinError, LayoutError, Problem, ProblemsError
from bulletin.photos.faults import LIMIT_BYTES
from bulletin.pipeline import find_pictures

_RECORD, _LAYOUTS = "record", "layouts"
"""Folders of a parcel that is laid out."""
_NO_NAMES = frozenset("\\:\0" if os.name == "nt" else "\0")
"""To Windows the first two are ways out of a folder; elsewhere files may have them in their names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """What is to be done, without the bytes of the files."""

    jobs: tuple[Job, ...]
    """With the paths of whoever sends them."""
    settings: Settings
    language: str
    """In which faults and notes are told."""
    files: Mapping[str, str]
    """SHA-256 by name in the folder where it is laid out."""
    layouts: Mapping[str, str]
    """The folder of a clerk's own layout there, by how the jobs name it."""
    photos: Mapping[str, Source]
    """Photos of the sender, by their names there."""
    near: Mapping[str, Path]
    """Paths of the sender by names there; those of files before those of the folders around them."""

    def lay_out(self, folder: Path, blobs: Mapping[str, bytes]) -> tuple[Job, ...]:
        """Write the files, and give the jobs as they are done there.

        Args:
            folder: An empty one.
            blobs: What the files hold, by its SHA-256.

        Raises:
            ValueError: If a name leads out of the folder, or a file is not what it should be.
        """
        for name, digest in self.files.items():
            if not _stays_inside(name) or hashlib.sha256(blobs[digest]).hexdigest() != digest:
                raise ValueError(name)
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as file:
                file.write(blobs[digest])
        return tuple(
            replace(job, record=folder / _RECORD / job.record.name,
                    layout=str(folder / self.layouts[job.layout]) if job.layout in self.layouts else job.layout)
            for job in self.jobs
        )  # fmt: skip

    def returned(self, result: Worked, folder: Path) -> Worked:
        """What was made there as if it had been made here.

        Args:
            result: What was made.
            folder: Where the parcel was laid out.
        """
        back = _Back({folder / name: path for name, path in self.near.items()})
        photos = (self.photos[photo.path.relative_to(folder).as_posix()] for photo in result.photos)
        made = (back.made(one, job) for one, job in zip(result.made, self.jobs, strict=True))
        return replace(
            result, made=tuple(made), photos=tuple(photos), machine=tuple(map(back.text, result.machine))
        )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """A parcel and what its files hold, by SHA-256."""

    parcel: Parcel
    blobs: Mapping[str, bytes]


def packed(jobs: Sequence[Job]) -> Packed | None:
    """Pack the jobs of one record; None when something is amiss with it, which is told best where its files lie."""
    record = jobs[0].record
    files: dict[str, bytes] = {}
    photos: dict[str, Source] = {}
    if not digest_of(record, RECORD_BYTES):
        return None
    try:
        settings = settings_for(record)
        files[f"{_RECORD}/{record.name}"] = record.read_bytes()
        for file, path in find_pictures(record, settings).items():
            name = posixpath.normpath(f"{_RECORD}/" + file.strip().replace("\\", "/"))
            about = path.stat()
            if about.st_size > LIMIT_BYTES:
                return None
            files[name] = path.read_bytes()
            photos[name] = Source(
                path=as_named(record.parent, file),
                size=about.st_size,
                changed_ns=about.st_mtime_ns,
                digest=_digest(files[name]),
            )
        own = {name: layout for name in {job.layout: 0 for job in jobs} if (layout := layout_named(name)).folder}
        # Saved while it was read: other photos may go with it.
        if record.read_bytes() != files[f"{_RECORD}/{record.name}"]:
            return None
    except (BulletinError, OSError):
        return None
    layouts = {name: f"{_LAYOUTS}/{number}/{layout.name}" for number, (name, layout) in enumerate(own.items())}
    for name, folder in layouts.items():
        files |= {f"{folder}/{file}": data for file, data in own[name].files.items()}
    folders = {folder: own[name].folder or Path() for name, folder in layouts.items()}
    digests = {name: _digest(data) for name, data in files.items()}
    parcel = Parcel(
        jobs=tuple(jobs),
        settings=replace(settings, path=None, organisation=dict(settings.organisation)),
        language=messages.language(),
        files=digests,
        layouts=layouts,
        photos=photos,
        near={f"{_RECORD}/{record.name}": record, **folders, _RECORD: record.parent},
    )
    return Packed(parcel=parcel, blobs={digests[name]: data for name, data in files.items()})


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _stays_inside(name: str) -> bool:
    """Whether a name is that of a file below a folder."""
    parts = PurePosixPath(name).parts
    return bool(parts) and not any(part in ("/", "//", "..") or set(part) & _NO_NAMES for part in parts)


@dataclass(frozen=True, slots=True)
class _Back:
    """The way back from the paths of another machine."""

    paths: Mapping[Path, Path]
    """Ours by theirs."""
    _errors: dict[int, Exception] = field(default_factory=dict)
    """Ours by theirs: one that stands for several jobs does so here, too."""

    def made(self, made: Made, job: Job) -> Made:
        error = made.error and self._errors.setdefault(id(made.error), self.error(made.error))
        return replace(made, job=job, notes=tuple(map(self.problem, made.notes)), error=error,
                       changes=tuple(map(self.text, made.changes)))  # fmt: skip

    def path(self, path: Path) -> Path:
        for theirs, ours in self.paths.items():
            if path.is_relative_to(theirs):
                return ours / path.relative_to(theirs)
        return path

    def text(self, text: str) -> str:
        for theirs, ours in self.paths.items():
            text = text.replace(str(theirs), str(ours))
        return text

    def problem(self, problem: Problem) -> Problem:
        path = self.path(problem.path) if problem.path else None
        return replace(problem, path=path, message=self.text(problem.message), hint=self.text(problem.hint))

    def error(self, error: Exception) -> Exception:
        if isinstance(error, ProblemsError):
            return type(error)(map(self.problem, error.problems))
        if isinstance(error, LayoutError):
            problems = map(self.problem, error.problems)
            return type(error)(self.text(error.message), hint=self.text(error.hint), problems=problems)
        if isinstance(error, BulletinError):
            return type(error)(self.text(error.message), hint=self.text(error.hint))
        return error
