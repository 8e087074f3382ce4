"""Many bulletins: which there are to make, each within its limits, one failure not stopping the rest."""

from __future__ import annotations

import contextlib
import datetime as dt
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bulletin.config import settings_for
from bulletin.edition import Edition
from bulletin.errors import BulletinError, OutputError, Problem, RecordError, RenderError
from bulletin.messages import say
from bulletin.pipeline import Dossier, build, open_record, warnings

ENDINGS = (".yaml", ".yml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is wanted of every record."""

    editions: tuple[str, ...] = ()
    """Those of the office's settings when empty."""
    zoom: int = 100
    layout: str | None = None
    final: bool = False
    embed_record: bool = False
    printed_on: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One bulletin to make."""

    record: Path
    edition: Edition | None
    """None when the settings could not be read; the error is told when the job is run."""
    target: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a job."""

    target: Path
    pages: int = 0
    size: int = 0
    """Bytes."""
    seconds: float = 0.0
    notes: tuple[Problem, ...] = ()
    """Notes of the proof-reader, with the first edition of a record only."""
    error: BulletinError | None = None


def expanded(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Records, with each folder taken for the records in it.

    Raises:
        OutputError: If a folder holds no record.
    """
    found: list[Path] = []
    for path in paths:
        if not path.is_dir():
            found.append(path)
            continue
        inside = sorted(entry for entry in path.iterdir() if entry.suffix.lower() in ENDINGS and entry.is_file())
        if not inside:
            message = say("there is no record in this folder")
            raise RecordError([Problem(message, path, hint=say("records end in .yaml"), id="no-record")])
        found += inside
    return tuple(dict.fromkeys(found))


def jobs(records: Sequence[Path], order: Order, target: Callable[[str], Path]) -> tuple[Job, ...]:
    """One job for each record and edition.

    Args:
        records: The files.
        order: What is wanted.
        target: Gives the path of a PDF for a name without ending.
    """
    found = []
    for record in records:
        try:
            names = order.editions or settings_for(record).editions
        except BulletinError:
            names = ("standard",)
        for name in dict.fromkeys(names):
            edition = Edition.named(name).zoomed(order.zoom)
            path = target(f"{record.stem}{edition.suffix}")
            found.append(Job(record=record, edition=edition, target=path.with_name(f"{path.name}.pdf")))
    return tuple(found)


def run(todo: Sequence[Job], order: Order, save: Callable[[bytes, Path], None]) -> Iterator[Outcome]:
    """Do jobs one after the other, in one warm process.

    Args:
        todo: The jobs; those of one record stand together, so that it is read once.
        order: What is wanted.
        save: Writes a file whole or not at all.
    """
    read: tuple[Path, Dossier | BulletinError] | None = None
    written: dict[Path, Path] = {}
    for job in todo:
        fresh = read is None or read[0] != job.record
        if read is None or fresh:
            read = (job.record, _opened(job.record, order))
        start = time.perf_counter()
        try:
            dossier = read[1]
            if isinstance(dossier, BulletinError):
                if not fresh:
                    # Told with the first edition.
                    continue
                raise dossier
            if (other := written.setdefault(job.target, job.record)) != job.record:
                raise OutputError(
                    say("{path} is already the bulletin of {other}", path=job.target, other=other),
                    hint=say("give one of the records another name, or build them into two folders"),
                )
            yield _made(job, dossier, order, save, start, notes=warnings(dossier) if fresh else ())
        except BulletinError as error:
            yield Outcome(target=job.target, error=error)


def _opened(path: Path, order: Order) -> Dossier | BulletinError:
    try:
        dossier = open_record(path)
        if order.final and not dossier.record.approved:
            line, column = dossier.record.origin.place(("status",))
            message = say("this record is not approved; --final makes approved bulletins only")
            hint = say("set “trạng thái: duyệt” with “người duyệt” and “ngày duyệt”, or leave --final out")
            raise RecordError([Problem(message, path, line, column, hint, "not-approved")])
    except BulletinError as error:
        return error
    return dossier


def _made(
    job: Job, dossier: Dossier, order: Order, save: Callable[[bytes, Path], None], start: float, *, notes: tuple[Problem, ...]
) -> Outcome:  # fmt: skip
    assert job.edition is not None
    settings = dossier.settings
    with limited(seconds=settings.seconds, memory_mib=settings.memory_mib):
        bulletin = build(
            dossier.record, job.edition, layout=order.layout, settings=settings, photos=dossier.photos,
            printed_on=order.printed_on, embed_record=order.embed_record,
        )  # fmt: skip
    save(bulletin.pdf, job.target)
    return Outcome(
        target=job.target,
        pages=bulletin.pages,
        size=len(bulletin.pdf),
        seconds=time.perf_counter() - start,
        notes=notes,
    )


class _TooLong(Exception):  # noqa: N818  (never leaves this module)
    """The time is up."""


@contextlib.contextmanager
def limited(*, seconds: int, memory_mib: int) -> Iterator[None]:
    """Stop what takes too long or too much memory, where the system offers it (Linux; time also on macOS).

    Args:
        seconds: Of the clock on the wall.
        memory_mib: On top of what the process has already.

    Raises:
        RenderError: If a limit was met.
    """
    try:
        with _timed(seconds), _measured(memory_mib):
            yield
    except _TooLong as error:
        raise _over("too-long", say("making this bulletin took more than {n} seconds", n=seconds)) from error
    except MemoryError as error:
        raise _over("too-large", say("making this bulletin took more than {n} MiB of memory", n=memory_mib)) from error


def _over(id_: str, message: str) -> RenderError:
    hint = say("make two records of it, use smaller photos, or raise the limit under [limits] in bulletin.toml")
    return RenderError([Problem(message, hint=hint, id=id_)])


@contextlib.contextmanager
def _timed(seconds: int) -> Iterator[None]:
    import signal
    import threading

    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(*_: object) -> None:
        raise _TooLong

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextlib.contextmanager
def _measured(memory_mib: int) -> Iterator[None]:
    try:
        import resource

        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except (ImportError, OSError):
        yield
        return
    before = resource.getrlimit(resource.RLIMIT_AS)
    wanted = pages * resource.getpagesize() + memory_mib * 2**20
    top = before[1] if before[1] != resource.RLIM_INFINITY else wanted
    resource.setrlimit(resource.RLIMIT_AS, (min(wanted, top), before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)
