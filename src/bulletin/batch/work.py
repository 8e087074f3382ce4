"""The work itself: records checked, bulletins made, one after the other in one warm process."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from bulletin import __version__
from bulletin.batch.blame import blamed
from bulletin.batch.limits import limited
from bulletin.batch.names import left_over, picture_paths
from bulletin.batch.orders import Checked, Job, Order, Outcome
from bulletin.config import Settings, layout_named, settings_for
from bulletin.errors import OutputError, Problem, ProblemsError, RecordError
from bulletin.layout import Layout
from bulletin.messages import say
from bulletin.pipeline import Bulletin, Dossier, build, fitting, open_record, pictures, publish, warnings
from bulletin.vietnamese.text import nfc

Save = Callable[[bytes, Path], None]
"""Writes a file whole or not at all."""
SaveTogether = Callable[[Mapping[Path, bytes]], None]


def _one_by_one(save: Save, files: Mapping[Path, bytes]) -> None:
    for path, data in files.items():
        save(data, path)


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


def run(
    todo: Sequence[Job], order: Order, save: Save, save_together: SaveTogether | None = None
) -> Iterator[Outcome]:  # fmt: skip
    """Do jobs one after the other; nothing is raised, so that one failure does not stop the rest.

    Args:
        todo: The jobs; those of one record stand together, so that it is read once.
        order: What is wanted.
        save: Writes a file.
        save_together: Writes files of which there must be all or none; one after the other when not given.
    """
    together = save_together or partial(_one_by_one, save)
    record: Path | None = None
    opened: Dossier | Exception | None = None
    taken: dict[str, tuple[Path, str]] = {}
    last: dict[Job, Bulletin] = {}
    for job in todo:
        is_first = job.record != record
        if is_first:
            record, opened = job.record, _opened_for(order, job.record)
        assert opened is not None
        if isinstance(opened, Exception):
            yield Outcome(job=job, error=opened)
            continue
        outcome, bulletin = _done(job, opened, order, together, taken, last)
        yield _with_notes(outcome, opened, bulletin) if is_first else outcome


def _done(
    job: Job,
    dossier: Dossier,
    order: Order,
    save: SaveTogether,
    taken: dict[str, tuple[Path, str]],
    last: dict[Job, Bulletin],
) -> tuple[Outcome, Bulletin | None]:
    """Do one job; `taken` are the files of this run, each with its record and layout, `last` was built before it."""
    start = time.perf_counter()
    try:
        _claim(job, taken)
        layout = layout_named(job.layout)
        with blamed(layout), _limits(dossier.settings, job.record):
            made = _made(job, layout, dossier, order, last)
        save(made.files)
    except RecordError as error:
        shown = [replace(it, source=it.source or dossier.source.line(it.line)) for it in error.problems]
        return Outcome(job=job, error=RecordError(shown)), None
    except Exception as error:
        return Outcome(job=job, error=error), None
    seconds = time.perf_counter() - start
    files = tuple(made.files)
    notes = (*made.notes, *_of_another_version(layout), *(left_over(job.target, files) if job.format == "png" else ()))
    size = sum(map(len, made.files.values()))
    outcome = Outcome(
        job=job, files=files, pages=made.pages, size=size, seconds=seconds, notes=notes,
        changes=made.bulletin.changes if made.bulletin else (),
    )  # fmt: skip
    return outcome, made.bulletin


@dataclass(frozen=True, slots=True, kw_only=True)
class _Made:
    """What a job has made, before it is written."""

    files: Mapping[Path, bytes]
    bulletin: Bulletin | None = None
    pages: int = 0
    notes: tuple[Problem, ...] = ()


def _made(job: Job, layout: Layout, dossier: Dossier, order: Order, last: dict[Job, Bulletin]) -> _Made:
    fitting(dossier.record, layout, job.format)
    if job.format == "html":
        page = publish(
            dossier.record, job.edition, layout=layout, paper=order.paper, landscape=order.landscape,
            pages=order.pages, settings=dossier.settings, photos=dossier.photos, printed_on=order.printed_on,
        )  # fmt: skip
        return _Made(files={job.target: page.html}, notes=page.notes)
    # A bulletin that is wanted in two formats is made once.
    alike = replace(job, format="", target=Path())
    if alike not in last:
        last.clear()
        last[alike] = build(
            dossier.record, job.edition, layout=layout, paper=order.paper, landscape=order.landscape,
            pages=order.pages, two_sided=order.two_sided, booklet_ready=order.booklet_ready,
            settings=dossier.settings, photos=dossier.photos,
            printed_on=order.printed_on, embed_record=order.embed_record,
        )  # fmt: skip
    bulletin = last[alike]
    if job.format == "pdf":
        return _Made(files={job.target: bulletin.pdf}, bulletin=bulletin, pages=bulletin.pages, notes=bulletin.notes)
    drawn, for_chat = pictures(bulletin, dpi=order.dpi)
    paths = picture_paths(job.target, len(drawn))
    files = dict(zip(paths, (*drawn, for_chat), strict=True))
    return _Made(files=files, bulletin=bulletin, pages=bulletin.pages)


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


def _with_notes(outcome: Outcome, dossier: Dossier, bulletin: Bulletin | None) -> Outcome:
    try:
        return replace(outcome, notes=(*noted(dossier, bulletin), *outcome.notes))
    except Exception as error:
        return replace(outcome, error=outcome.error or error)


def _claim(job: Job, taken: dict[str, tuple[Path, str]]) -> None:
    """See to it that no bulletin of this run is written over another's."""
    # To Windows and macOS, names that differ in capitals alone are one.
    other, layout = taken.setdefault(nfc(str(job.target)).casefold(), (job.record, job.layout))
    if other == job.record and layout != job.layout:
        raise OutputError(
            say("{path} is already the bulletin of layout {other}", path=job.target, other=layout),
            hint=say("give one of the layouts another name, or build them into two folders"),
        )
    if other != job.record:
        raise OutputError(
            say("{path} is already the bulletin of {other}", path=job.target, other=other),
            hint=say("give one of the records another name, or build them into two folders"),
        )


def _opened_for(order: Order, record: Path) -> Dossier | Exception:
    try:
        dossier = dossier_of(record)
        if order.final:
            refuse_draft(dossier)
    except Exception as error:
        return error
    return dossier


def refuse_draft(dossier: Dossier) -> None:
    """Raise RecordError if a record is not approved."""
    record, source = dossier.record, dossier.source
    if record.approved:
        return
    line, column = record.origin.place(("status",))
    message = say("this record is not approved; --final makes approved bulletins only")
    hint = say("set “trạng thái: duyệt” with “người duyệt” and “ngày duyệt”, or leave --final out")
    raise RecordError([Problem(message, source.path, line, column, hint, "not-approved", source.line(line))])


def dossier_of(record: Path) -> Dossier:
    """Read a record within the limits of its office."""
    if record.is_dir():
        raise RecordError([_no_record(record)])
    settings = settings_for(record)
    with _limits(settings, record):
        return open_record(record, settings)


def _no_record(folder: Path) -> Problem:
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
