"""Issues: the records that go into one, all their faults at once, one PDF for each edition."""

from __future__ import annotations

import contextlib
import datetime as dt
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from bulletin.batch.blame import blamed
from bulletin.batch.limits import limited
from bulletin.batch.orders import expanded
from bulletin.batch.work import dossier_of, noted, refuse_draft
from bulletin.config import Settings, layout_named, settings_for
from bulletin.disk import is_folder, real
from bulletin.edition import Edition
from bulletin.errors import OutputError, Problem, RecordError
from bulletin.messages import say
from bulletin.pipeline import Contribution, bind_into, issue_names

_RECORD_MIB = 2
"""Memory that each record of an issue may take more: what is known of it, for its pages and photos are in the file as
soon as they are printed. Time is that of so many bulletins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueOrder:
    """What is wanted of an issue."""

    editions: tuple[str, ...] = ()
    """Those of the office's settings when empty."""
    zoom: int = 100
    layout: str | None = None
    """The first that prints issues when None."""
    title: str = ""
    number: str = ""
    final: bool = False
    printed_on: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """The records of an issue, in their order."""

    dossiers: tuple[Contribution, ...]
    settings: Settings
    notes: tuple[Problem, ...]
    """Of the proof-reader, on all records."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued:
    """One edition of an issue, or why there is none."""

    target: Path
    pages: int = 0
    size: int = 0
    """Bytes."""
    seconds: float = 0.0
    error: Exception | None = None


def gathered(paths: Sequence[Path], order: IssueOrder) -> Gathered:
    """Open all records before anything is built.

    Records stand in the order in which they are named; those of a folder by their days. One that is named twice is
    taken once.

    Raises:
        RecordError: With the faults of all records.
        ConfigError: If the settings of one are faulty.
    """
    found: dict[Path, _Opened] = {}
    problems: list[Problem] = []
    for path in paths:
        group: dict[Path, _Opened] = {}
        for record in expanded([path], deep=False):
            own = real(record)
            if own in found or own in group:
                continue
            try:
                group[own] = _opened(record, order)
            except RecordError as error:
                problems += error.problems
        if is_folder(path):
            # Stable: those of one day stay in the order of their names.
            group = dict(sorted(group.items(), key=lambda entry: entry[1].dossier.record.first_day))
        found |= group
    if problems:
        raise RecordError(dict.fromkeys(problems))
    opened = tuple(found.values())
    return Gathered(
        dossiers=tuple(one.dossier for one in opened),
        settings=settings_for(_path_of(opened[0].dossier)),
        notes=tuple(note for one in opened for note in one.notes),
    )


def title_of(issue: Gathered, order: IssueOrder) -> str:
    """The title of an issue: as it was given, else made of the masthead, the number and the days."""
    return issue_names(issue.dossiers, issue.settings, title=order.title, number=order.number).title


def targets(
    order: IssueOrder, settings: Settings, target: Path, *, given: bool = False
) -> tuple[tuple[Edition, Path], ...]:
    """Editions with their files.

    Args:
        order: What is wanted.
        settings: Those of the issue.
        target: The file of the standard edition; others have their edition in their name.
        given: Whether the clerk named that file; a single edition then has that very name.
    """
    editions = [
        Edition.named(name).zoomed(order.zoom) for name in dict.fromkeys(order.editions or settings.editions)
    ]  # fmt: skip
    return tuple(
        (edition, target if given and len(editions) == 1
         else target.with_name(f"{target.stem}{edition.suffix}{target.suffix}"))
        for edition in editions
    )  # fmt: skip


def issued(
    issue: Gathered,
    order: IssueOrder,
    todo: Sequence[tuple[Edition, Path]],
    saving: Callable[[Path], AbstractContextManager[BinaryIO]],
    tick: Callable[[], None] = lambda: None,
) -> Iterator[Issued]:
    """Make the editions of an issue; nothing is raised, so that one failure does not stop the rest.

    Args:
        issue: The records.
        order: What is wanted.
        todo: Editions with their files.
        saving: Opens a file that is written whole or not at all.
        tick: Called when an article is made up.
    """
    seconds, memory_mib = _limits(issue)
    for edition, target in todo:
        start = time.perf_counter()
        try:
            _spare(target, issue)
            own = blamed(layout_named(order.layout)) if order.layout else contextlib.nullcontext()
            with saving(target) as file, own, limited(seconds=seconds, memory_mib=memory_mib):
                written = bind_into(
                    file, issue.dossiers, edition, layout=order.layout, title=order.title, number=order.number,
                    settings=issue.settings, printed_on=order.printed_on, tick=tick,
                )  # fmt: skip
                size = file.tell()
        except Exception as error:
            yield Issued(target=target, error=error)
            continue
        taken = time.perf_counter() - start
        yield Issued(target=target, pages=written.pages, size=size, seconds=taken)


@dataclass(frozen=True, slots=True)
class _Opened:
    """A record that was looked through; its file as it was read is needed no more."""

    dossier: Contribution
    notes: tuple[Problem, ...]


def _opened(record: Path, order: IssueOrder) -> _Opened:
    dossier = dossier_of(record)
    if order.final:
        refuse_draft(dossier)
    return _Opened(dossier.contribution(), noted(dossier))


def _path_of(dossier: Contribution) -> Path:
    path = dossier.record.origin.path
    assert path is not None, "all records of an issue are files"
    return path


def _limits(issue: Gathered) -> tuple[float, int]:
    """Seconds and MiB that an issue may take: those of a bulletin, and more with each record."""
    number = len(issue.dossiers)
    seconds = max(dossier.settings.seconds for dossier in issue.dossiers)
    memory_mib = max(dossier.settings.memory_mib for dossier in issue.dossiers)
    return seconds * number, memory_mib + _RECORD_MIB * number


def _spare(target: Path, issue: Gathered) -> None:
    """See to it that an issue is not written over a record or a photo that goes into it."""
    written = real(target)
    for dossier in issue.dossiers:
        own = _path_of(dossier)
        folder = own.parent
        for path in (own, *(folder / file for file in dossier.photos)):
            if real(path) == written:
                raise OutputError(
                    say("{path} goes into the issue itself", path=target), hint=say("give the issue another name")
                )
