"""The work itself: records checked, bulletins made, one after the other in one warm process; nothing is written."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from pathlib import Path

from bulletin import __version__
from bulletin.batch.blame import blamed
from bulletin.batch.identity import layout_digest, settings_digest
from bulletin.batch.limits import limited
from bulletin.batch.names import as_named, picture_paths
from bulletin.batch.orders import Checked, Job
from bulletin.batch.receipts import RECORD_BYTES, digest_of
from bulletin.config import Settings, layout_named, settings_for
from bulletin.disk import is_folder
from bulletin.errors import Problem, ProblemsError, RecordError
from bulletin.layout import Layout
from bulletin.messages import say
from bulletin.pipeline import Bulletin, Dossier, build, engine_notes, fitting, open_record, pictures, publish, warnings


def examined(record: Path) -> Checked:
    """Check a record; nothing is raised, so that one failure does not stop the rest."""
    try:
        opened = dossier_of(record)
        _refuse_faulty_paper(opened)
        return Checked(record=record, notes=noted(opened))
    except Exception as error:
        return Checked(record=record, error=error)


def _refuse_faulty_paper(dossier: Dossier) -> None:
    """A record that speaks of an official document must make one; for the news it need not."""
    if dossier.record.document is not None:
        from bulletin.paper import paper_faults

        if faults := paper_faults(dossier.record):
            raise RecordError(faults)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A photo that went into a bulletin, as it was before it was read."""

    path: Path
    """As its record names it."""
    size: int
    """Bytes."""
    changed_ns: int
    """When it was last changed, in nanoseconds since 1970."""
    digest: str
    """SHA-256 of its bytes, in hexadecimal digits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What a job has made, before anything is written."""

    job: Job
    files: Mapping[Path, bytes] = field(default_factory=dict)
    pages: int = 0
    seconds: float = 0.0
    changes: tuple[str, ...] = ()
    notes: tuple[Problem, ...] = ()
    error: Exception | None = None
    layout: str = ""
    """Digest of the layout that was used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Worked:
    """What became of the jobs of one record."""

    made: tuple[Made, ...]
    record: str = ""
    """SHA-256 of the record's bytes; empty when it could not be read."""
    settings: str = ""
    """Digest of the settings that were used."""
    photos: tuple[Source, ...] = ()
    is_dated: bool = False
    """Whether the day on the stamp of drafts is printed."""
    machine: tuple[str, ...] = ()
    """What is amiss with the engine on this machine though it works."""


def worked(jobs: Sequence[Job], settings: Settings | None = None) -> Worked:
    """Do the jobs of one record, which is read once; nothing is written, and nothing is raised.

    Args:
        jobs: What is to be made.
        settings: Those of its office, where its folder does not tell them.
    """
    record = jobs[0].record
    digest = digest_of(record, RECORD_BYTES)
    try:
        dossier = dossier_of(record, settings)
        if digest_of(record, RECORD_BYTES) != digest:
            # Saved while it was read: nobody knows which of the two was.
            digest = ""
        if jobs[0].options.final:
            refuse_draft(dossier)
    except Exception as error:
        return Worked(made=tuple(Made(job=job, error=error) for job in jobs), record=digest)
    last: dict[Job, Bulletin] = {}
    first, *others = jobs
    made, bulletin = _done(first, dossier, last)
    found = [_with_notes(made, dossier, bulletin), *(_done(job, dossier, last)[0] for job in others)]
    return Worked(
        made=tuple(found),
        record=digest,
        photos=tuple(
            Source(
                path=as_named(record.parent, file),
                size=photo.size,
                changed_ns=photo.changed_ns,
                digest=photo.digest,
            )
            for file, photo in dossier.photos.items()
        ),
        settings=settings_digest(dossier.settings),
        is_dated=not (dossier.record.approved and dossier.record.approved_on),
        machine=engine_notes() if any(one.files for one in found) else (),
    )


def _done(job: Job, dossier: Dossier, last: dict[Job, Bulletin]) -> tuple[Made, Bulletin | None]:
    """Do one job; `last` is what was built before it."""
    start = time.perf_counter()
    try:
        layout = layout_named(job.layout)
        with blamed(layout), _limits(dossier.settings, job.record):
            made, bulletin = _made(job, layout, dossier, last)
    except RecordError as error:
        shown = [replace(it, source=it.source or dossier.source.line(it.line)) for it in error.problems]
        return Made(job=job, error=RecordError(shown)), None
    except Exception as error:
        return Made(job=job, error=error), None
    notes = (*made.notes, *_of_another_version(layout))
    seconds = time.perf_counter() - start
    return replace(made, seconds=seconds, notes=notes, layout=layout_digest(layout)), bulletin


def _made(
    job: Job, layout: Layout, dossier: Dossier, last: dict[Job, Bulletin]
) -> tuple[Made, Bulletin | None]:  # fmt: skip
    options = job.options
    fitting(dossier.record, layout, job.format)
    if job.format == "html":
        page = publish(
            dossier.record, job.edition, layout=layout, paper=options.paper, landscape=options.landscape,
            pages=options.pages, settings=dossier.settings, photos=dossier.photos, printed_on=options.printed_on,
        )  # fmt: skip
        return Made(job=job, files={job.target: page.html}, notes=page.notes), None
    # A bulletin that is wanted in two formats is made once.
    alike = replace(job, format="", target=Path())
    if alike not in last:
        last.clear()
        last[alike] = build(
            dossier.record, job.edition, layout=layout, paper=options.paper, landscape=options.landscape,
            pages=options.pages, two_sided=options.two_sided, booklet_ready=options.booklet_ready,
            settings=dossier.settings, photos=dossier.photos,
            printed_on=options.printed_on, embed_record=options.embed_record,
        )  # fmt: skip
    bulletin = last[alike]
    if job.format == "pdf":
        files, notes = {job.target: bulletin.pdf}, bulletin.notes
    else:
        drawn, for_chat = pictures(bulletin, dpi=options.dpi)
        paths = picture_paths(job.target, len(drawn))
        files, notes = dict(zip(paths, (*drawn, for_chat), strict=True)), ()
    return Made(job=job, files=files, pages=bulletin.pages, changes=bulletin.changes, notes=notes), bulletin


def _of_another_version(layout: Layout) -> tuple[Problem, ...]:
    """A clerk's own layout that was last checked with another version of the program than this one."""
    if layout.folder is None or layout.version == __version__:
        return ()
    message = say("this layout was not yet checked with version {version} of the program", version=__version__)
    hint = say(
        'type: {command}; then write version = "{version}" into layout.toml',
        command=f"bulletin layouts check {layout.folder}", version=__version__,
    )  # fmt: skip
    return (Problem(message, layout.folder / "layout.toml", hint=hint, id="layout-version"),)


def _with_notes(made: Made, dossier: Dossier, bulletin: Bulletin | None) -> Made:
    try:
        return replace(made, notes=(*noted(dossier, bulletin), *made.notes))
    except Exception as error:
        return replace(made, error=made.error or error)


def refuse_draft(dossier: Dossier) -> None:
    """Raise RecordError if a record is not approved."""
    record, source = dossier.record, dossier.source
    if record.approved:
        return
    line, column = record.origin.place(("status",))
    message = say("this record is not approved; --final makes approved bulletins only")
    hint = say("set “trạng thái: duyệt” with “người duyệt” and “ngày duyệt”, or leave --final out")
    raise RecordError([Problem(message, source.path, line, column, hint, "not-approved", source.line(line))])


def dossier_of(record: Path, settings: Settings | None = None) -> Dossier:
    """Read a record within the limits of its office."""
    if is_folder(record):
        raise RecordError([no_record(record)])
    settings = settings or settings_for(record)
    with _limits(settings, record):
        return open_record(record, settings)


def no_record(folder: Path) -> Problem:
    """Why there is nothing to be made of a folder: it holds no record, or cannot be opened."""
    try:
        next(folder.iterdir(), None)
    except OSError:
        hint = say("ask its owner for permission")
        return Problem(say("the folder cannot be opened"), folder, hint=hint, id="folder-unreadable")
    return Problem(say("there is no record in this folder"), folder, hint=say("records end in .yaml"), id="no-record")


def noted(dossier: Dossier, bulletin: Bulletin | None = None) -> tuple[Problem, ...]:
    """Notes of the proof-reader; that they take too long is a note itself and stops nothing."""
    try:
        with _limits(dossier.settings, dossier.source.path):
            return warnings(dossier, bulletin)
    except ProblemsError as error:
        return error.problems


def _limits(settings: Settings, record: Path) -> AbstractContextManager[None]:
    return limited(seconds=settings.seconds, memory_mib=settings.memory_mib, record=record)
