"""Bulletins made anew whenever something that goes into them is saved, until the clerk has had enough."""

from __future__ import annotations

import itertools
import os
import time
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field, replace
from pathlib import Path

from bulletin import assets
from bulletin.batch.changes import Changes
from bulletin.batch.concern import Change, Places, heard, is_below, is_record, outermost
from bulletin.batch.many import build_many
from bulletin.batch.names import as_spelled
from bulletin.batch.orders import Job, Order, Outcome, claimed, found, jobs, passed_by
from bulletin.batch.receipts import Receipt, Receipts
from bulletin.batch.stale import Orphan, Planned, orphans, planned, prune
from bulletin.batch.work import Worked, no_record, worked
from bulletin.config import FILE_NAME, Offices
from bulletin.deliver.files import tidy
from bulletin.disk import is_folder, is_gone, is_link, is_there
from bulletin.errors import ConfigError, Problem, ProblemsError, RecordError
from bulletin.messages import say

_TICK_S = 0.25
"""So often it is seen to what no system tells: settings above the folders, folders that are back."""
ABSENT_S = 2.0
"""A record is gone when it has been so for so long: who brings a new one may take the old one away first."""
PATIENCE_S = 0.7
"""A fault is told when its record has lain still for so long: who is not yet done with saving is not at fault."""

_Stamp = tuple[int, int]
"""Of a record: when it was last changed in nanoseconds, its bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """Something has changed; outcomes of these jobs follow."""

    jobs: Sequence[Job]
    stale: int
    """So many of them are to be made now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """Bulletins without a record, and which files of them were removed."""

    orphans: Sequence[Orphan]
    removed: Sequence[Path] = ()


@dataclass(frozen=True, slots=True)
class Quiet:
    """All is done; what comes next depends on the clerk."""


Happening = Round | Outcome | Gone | Problem | Quiet
"""A problem is something that is amiss with the whole and stops nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Task:
    """The jobs of one record that wait for their turn."""

    jobs: tuple[Job, ...]
    plan: Planned
    stamp: _Stamp
    is_retry: bool
    """Whether the record failed as it is; that it does so again is not told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Failure:
    """What became of a record that could not be made."""

    stamp: _Stamp
    told: tuple[str, ...] = ()
    """What the clerk was told of it."""
    words: tuple[str, ...] = ()
    """What is to be told of it."""
    since: float = 0.0
    """When that was found first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """Failures that are not told yet."""

    outcomes: tuple[Outcome, ...]
    due: float


def watched(
    paths: Sequence[Path], order: Callable[[], Order], output: Path, *, executor: Executor, prune_gone: bool = False
) -> Generator[Happening, None, None]:  # fmt: skip
    """Make what is to be made, then wait for changes, without end.

    Args:
        paths: Folders, which are watched with all that lies in them, or records.
        order: Gives what is wanted, asked for anew with each change: the day may be another one.
        output: The folder for what is made. It may lie in one that is watched.
        executor: Where bulletins are made.
        prune_gone: Whether bulletins whose records are gone are removed.

    Yields:
        What happens when it happens; what of it concerns one record stands together.

    Raises:
        RecordError: If one of the paths is not there at the beginning.
    """
    problems = [
        Problem(say("there is no such file"), path, hint=say("check the name"), id="file-missing")
        for path in paths if is_gone(path)
    ]  # fmt: skip
    if problems:
        raise RecordError(problems)
    watch = _Watch(paths, order, output, executor, prune_gone)
    try:
        yield from watch.run()
    finally:
        watch.close()


@dataclass(slots=True)
class _Listed:
    """What there is to be made, as it was found last."""

    order: Order
    offices: Offices = field(default_factory=Offices)
    todo: Sequence[Job] = ()
    refused: Sequence[Outcome] = ()
    records: Mapping[Path, tuple[str, ...]] = field(default_factory=dict)
    """Records with their places: their own, and if they are links, that of the file to which they lead."""
    layouts: Mapping[str, str] = field(default_factory=dict)
    """Names of the layouts of clerks with their folders."""
    linked: frozenset[str] = frozenset()
    """Links to records and settings, which lie elsewhere."""


class _Watch:
    def __init__(
        self, paths: Sequence[Path], order: Callable[[], Order], output: Path, executor: Executor, prune_gone: bool
    ) -> None:  # fmt: skip
        self._paths, self._order, self._output = paths, order, output
        self._executor, self._prune_gone = executor, prune_gone
        self._receipts = Receipts(output)
        self._changes = Changes()
        self._places = Places()
        self._roots = outermost(os.path.realpath(path if is_folder(path) else path.parent) for path in paths)
        self._output_place = os.path.realpath(output)
        self._listed = _Listed(order())
        self._pending: dict[Path, _Task] = {}
        self._held: dict[Path, _Held] = {}
        self._failed: dict[Path, _Failure] = {}
        self._traces: dict[Job, tuple[Receipt, tuple[str, ...], tuple[str, ...]]] = {}
        self._apart = self._looked_at()
        self._missed: dict[str, Mapping[Path, str]] = {}
        self._told: frozenset[Problem] = frozenset()
        self._barred: dict[Job, Outcome] = {}
        self._is_quiet = self._has_begun = False
        self._settles_at: float | None = None
        self._cold = int(getattr(executor, "workers", 0))

    def run(self) -> Iterator[Happening]:
        self._changes.watch(self._folders())
        yield from self._look(self._roots)
        while True:
            yield from self._build()
            yield from self._overdue()
            if not self._pending and not self._held:
                yield from self._settle()
            self._changes.watch(self._folders())
            changed = self._changes.wait(0 if self._pending else _TICK_S)
            if changed := self._heard(changed) | self._others():
                yield from self._look(changed)

    def close(self) -> None:
        self._changes.close()

    def _look(self, paths: Iterable[str]) -> Iterator[Happening]:
        """See what has to be done after a change."""
        change = Change(paths)
        order = self._order()
        freed: set[Path] = set()
        if order != self._listed.order or self._alters(change):
            # Where another record's bulletin stood their own may come now.
            freed = {outcome.job.record for outcome in (*self._listed.refused, *self._barred.values())}
            yield from self._list(order)
        is_loose = any(not is_record(path) and not self._is_output(path) for path in change.paths)
        # All jobs of a record are planned together: some may still be in line.
        concerned = {
            job.record for job in self._listed.todo if job.record in freed or self._concerns(job, change, is_loose)
        }  # fmt: skip
        yield from self._plan([job for job in self._listed.todo if job.record in concerned])

    def _heard(self, changed: frozenset[str]) -> frozenset[str]:
        """What of it matters: a photo, or to what a link leads, may also lie in a hidden folder."""
        loud = heard(changed, self._folders(), self._output_place)
        if changed == loud:
            return loud
        photos = (self._trace(job)[0] for job in self._listed.todo)
        return loud | changed.intersection(itertools.chain.from_iterable((*self._listed.records.values(), *photos)))

    def _alters(self, change: Change) -> bool:
        """Whether there may be other records than before, or other settings for them."""
        ends = {places[0]: places[-1] for places in self._listed.records.values()}
        places = set(itertools.chain.from_iterable(self._listed.records.values()))
        for path in change.paths:
            is_away = not is_there(path)
            if os.path.basename(path) == FILE_NAME or is_folder(path) or path in self._listed.layouts.values():  # noqa: PTH119
                return True
            if is_record(path) and (is_away or path not in places):
                return True
            # A file has become a link, or a link leads elsewhere.
            if path in ends and os.path.realpath(path) != ends[path]:
                return True
            if is_away and any(is_below(place, path) for place in places):
                return True
        return False

    def _list(self, order: Order) -> Iterator[Happening]:
        """Look for records anew."""
        self._places, self._traces = Places(), {}
        self._settles_at = time.monotonic() + (ABSENT_S if self._has_begun else 0)
        offices = Offices()
        everything = found(self._paths, apart=self._output)
        # A folder stands for itself when there is no record in it.
        records = [record for record in everything if not is_folder(record.path)]
        todo, refused = claimed(jobs(records, order, self._output, offices), self._receipts.owns)
        tidy({job.target.parent for job in todo})
        names = {job.layout for job in todo}.difference(assets.layout_names())
        told = {outcome.job for outcome in self._listed.refused}
        places = {record.path: self._places_of(record.path) for record in records}
        # One that settings name is not known while they are faulty, perhaps because it is away.
        folders = self._listed.layouts if any(_settings_faults(offices, record.path) for record in records) else {}
        folders = {**folders, **{name: os.path.realpath(name) for name in names}}
        self._listed = _Listed(order, offices, todo, refused, places, folders, self._links(places.values()))
        # What is new is looked at before anything is made of it.
        self._apart = self._looked_at() | self._apart
        for gone in (self._pending.keys() | self._held.keys() | self._failed.keys()) - self._listed.records.keys():
            for kept in (self._pending, self._held, self._failed):
                kept.pop(gone, None)
        self._barred = {job: it for job, it in self._barred.items() if job in self._listed.todo}
        shut = (no_record(record.path) for record in everything if is_folder(record.path))
        yield from self._amiss(
            [*passed_by(everything, self._paths, self._output), *(it for it in shut if it.id != "no-record")]
        )
        if new := [outcome for outcome in refused if outcome.job not in told]:
            yield self._round([outcome.job for outcome in new], 0)
            yield from new

    def _concerns(self, job: Job, change: Change, is_loose: bool) -> bool:
        """Whether a change may be one of what goes into a job, or of what came of it."""
        places, layout = self._listed.records[job.record], self._listed.layouts.get(job.layout)
        # What a faulty record lacks may have come.
        if any(map(change.touches, places)) or (is_loose and job.record in self._failed):
            return True
        if layout is not None and change.reaches(layout):
            return True
        if any(is_below(places[0], folder) for folder in change.settings):
            return True
        photos, files = self._trace(job)
        return any(map(change.touches, photos)) or any(
            # What stands there was written by this program, or by someone who should not be written over at once.
            change.touches(file) and not is_there(file) for file in files
        )  # fmt: skip

    def _trace(self, job: Job) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The places of the photos and files of a bulletin that was made."""
        receipt = self._receipts.of(job.target)
        if receipt is None:
            return (), ()
        if job not in self._traces or self._traces[job][0] is not receipt:
            photos = (self._places_of(job.record.parent / seen) for seen, *_ in receipt.photos)
            files = (self._places.of(self._receipts.path(seen)) for seen, *_ in receipt.files)
            self._traces[job] = receipt, tuple(itertools.chain.from_iterable(photos)), tuple(files)
        return self._traces[job][1:]

    def _places_of(self, path: Path) -> tuple[str, ...]:
        """Where a record or a photo is: if it is a link, to what it leads counts as well as the link itself."""
        return tuple(dict.fromkeys((self._places.of(path), os.path.realpath(as_spelled(path)))))

    def _plan(self, concerned: Sequence[Job]) -> Iterator[Happening]:
        """Put what is stale in line."""
        if not concerned:
            return
        # What is saved from now on is not what is looked at now.
        stamps = {job.record: _stamp(job.record) for job in concerned}
        plan = planned(concerned, self._receipts, self._listed.offices)
        for job in concerned:
            # A photo may be found under another name now.
            self._traces.pop(job, None)
        in_line = self._in_line()
        for record in stamps:
            self._pending.pop(record, None)
            self._held.pop(record, None)
        told: set[tuple[Problem, ...]] = set()
        for record, group in itertools.groupby(plan.stale, key=lambda job: job.record):
            faults = _settings_faults(self._listed.offices, record)
            if faults and faults in told:
                # One record stands for all.
                self._failed[record] = _Failure(stamp=stamps[record])
                continue
            told.add(faults)
            failure = self._failed.get(record)
            self._pending[record] = _Task(
                jobs=tuple(group), plan=plan, stamp=stamps[record],
                is_retry=failure is not None and failure.stamp == stamps[record],
            )  # fmt: skip
        # Where another record's bulletin stands.
        barred = {outcome.job: outcome for outcome in plan.fresh if outcome.error is not None}
        new = [outcome for job, outcome in barred.items() if job not in self._barred]
        for job in concerned:
            self._barred.pop(job, None)
        self._barred |= barred
        # A faulty record that is now as it was when it was made last.
        fresh = [outcome for outcome in plan.fresh if outcome.error is None]
        well = self._failed.keys() & {outcome.job.record for outcome in fresh} - self._pending.keys()
        mended = [outcome for outcome in fresh if outcome.job.record in well]
        for record in well:
            self._mended(record)
        if not self._has_begun:
            self._has_begun, mended = True, fresh
        mended = [*mended, *new]
        waiting = self._in_line()
        # What is in line already was told of when it came there.
        if mended or not set(waiting) <= set(in_line):
            yield self._round([*(outcome.job for outcome in mended), *waiting], len(waiting))
            yield from mended

    def _in_line(self) -> list[Job]:
        """Jobs that wait for their turn and will be told of."""
        return [job for task in self._pending.values() if not task.is_retry for job in task.jobs]

    def _build(self) -> Iterator[Happening]:
        """Make the bulletins of the records that were saved last; so many that all workers have something to do."""
        most = 2 * int(getattr(self._executor, "workers", 1))
        newest = sorted(self._pending, key=lambda record: self._pending[record].stamp, reverse=True)[:most]
        tasks = {record: self._pending.pop(record) for record in newest}

        def keep(outcome: Outcome, result: Worked) -> None:
            tasks[outcome.job.record].plan.keep(outcome, result)

        todo = [job for task in tasks.values() for job in task.jobs]
        # The first page of a single record is there while the others are still made.
        made = build_many(todo, executor=self._executor, keep=keep, divided=len(tasks) == 1) if todo else ()
        if len(tasks) == most:
            # All workers had their share.
            self._cold = 0
        for record, group in itertools.groupby(made, key=lambda outcome: outcome.job.record):
            is_told = not tasks[record].is_retry
            failed: list[Outcome] = []
            for outcome in group:
                if outcome.error is not None:
                    failed.append(outcome)
                    continue
                if not is_told:
                    is_told = True
                    yield self._round(tasks[record].jobs, 0)
                yield outcome
            if not failed:
                self._mended(record)
                continue
            stamp = tasks[record].stamp
            before = self._failed.get(record)
            told = before.told if before and before.stamp == stamp else ()
            outcomes = _as_one(failed)
            words = tuple(word for outcome in outcomes for word in _words(outcome))
            # Tried again for another's sake, it is the same fault.
            is_same = before is not None and (before.stamp, before.words) == (stamp, words)
            since = before.since if before and is_same else time.monotonic()
            self._failed[record] = _Failure(stamp=stamp, told=told, words=words, since=since)
            self._held[record] = _Held(outcomes=outcomes, due=since + PATIENCE_S)

    def _overdue(self) -> Iterator[Happening]:
        """Tell failures that have lasted; the same ones of an unchanged record are told once."""
        now = time.monotonic()
        due = {record: held for record, held in self._held.items() if held.due <= now}
        outcomes: list[Outcome] = []
        for record, held in due.items():
            del self._held[record]
            failure = self._failed[record]
            if failure.words != failure.told:
                self._failed[record] = replace(failure, told=failure.words)
                outcomes += held.outcomes
        if outcomes:
            yield self._round([outcome.job for outcome in outcomes], 0)
            yield from outcomes

    def _mended(self, record: Path) -> None:
        """A record that may have failed does no more."""
        if self._failed.pop(record, None) and self._settles_at is None:
            # Bulletins may have been kept for its sake.
            self._settles_at = time.monotonic()

    def _settle(self) -> Iterator[Happening]:
        """Tell what else there is to be told when all is done."""
        if self._settles_at is not None and self._settles_at <= time.monotonic():
            self._settles_at = None
            failed = [job for job in self._listed.todo if job.record in self._failed]
            failed += [*(outcome.job for outcome in self._listed.refused), *self._barred]
            gone = orphans(self._receipts, self._paths, self._listed.todo, failed)
            removed, gone = prune(self._receipts, gone) if self._prune_gone else ((), gone)
            # Without `--prune` it is of no matter why anything would be kept.
            missed = {one.receipt.target: one.kept if self._prune_gone else {} for one in gone if one.files}
            new = [one for one in gone if missed.get(one.receipt.target) != self._missed.get(one.receipt.target)]
            self._missed = missed
            if new:
                self._is_quiet = False
                yield Gone(orphans=new, removed=removed)
        yield from self._amiss(self._receipts.problems)
        if not self._is_quiet:
            self._is_quiet = True
            yield Quiet()
            self._warm()

    def _warm(self) -> None:
        """Have every worker that may not have made a bulletin yet make one for nothing: the first is the slowest."""
        cold, self._cold = self._cold, 0
        if cold and self._listed.todo:
            shortest = min(self._listed.todo, key=lambda job: _stamp(job.record)[1])
            for _ in range(cold):
                self._executor.submit(worked, (shortest,))

    def _round(self, todo: Sequence[Job], stale: int) -> Round:
        self._is_quiet = False
        return Round(jobs=tuple(todo), stale=stale)

    def _folders(self) -> frozenset[str]:
        """What has to be watched."""
        return outermost((*self._roots, self._output_place, *self._listed.layouts.values()))

    def _is_output(self, path: str) -> bool:
        """Whether a path is one of what is made: of folders that hold records, too, not all is."""
        return is_below(path, self._output_place) and not any(
            is_below(root, self._output_place) for root in self._roots
        )

    def _amiss(self, problems: Sequence[Problem]) -> Iterator[Happening]:
        """Tell what was not told before."""
        for problem in problems:
            if problem not in self._told:
                self._told |= {problem}
                self._is_quiet = False
                yield problem

    def _links(self, records: Iterable[tuple[str, ...]]) -> frozenset[str]:
        """Links to records, whose places these are, and to settings: no system tells of what they lead to elsewhere."""
        folders = {parent for place, *_ in records for parent in Path(place).parents}
        settings = (str(folder / FILE_NAME) for folder in folders)
        linked = (place for place, *real in records if real and not any(is_below(real[0], it) for it in self._roots))
        return frozenset((*linked, *filter(is_link, settings)))

    def _looked_at(self) -> dict[str, _Stamp]:
        """What may change without a word from the system, each with its stamp.

        Settings above the folders that are watched, and what lies elsewhere, to where links lead from them.
        """
        above = {str(parent / FILE_NAME) for root in self._roots for parent in Path(root).parents}
        return {path: _stamp(Path(path)) for path in above | self._listed.linked}

    def _others(self) -> frozenset[str]:
        """Those of them that have changed."""
        before, self._apart = self._apart, self._looked_at()
        return frozenset(path for path, stamp in self._apart.items() if before[path] != stamp)


def _settings_faults(offices: Offices, record: Path) -> tuple[Problem, ...]:
    try:
        offices.settings_for(record)
    except ConfigError as error:
        return error.problems
    return ()


def _stamp(path: Path) -> _Stamp:
    try:
        about = path.stat()
    except OSError:
        return 0, 0
    return about.st_mtime_ns, about.st_size


def _as_one(failed: Sequence[Outcome]) -> tuple[Outcome, ...]:
    """Failures of one record; the same fault, found in several processes, is one error."""
    errors: dict[tuple[str, ...], Exception | None] = {}
    return tuple(
        replace(it, error=errors.setdefault(tuple(_words(it)), it.error)) if isinstance(it.error, RecordError) else it
        for it in failed
    )


def _words(outcome: Outcome) -> Iterator[str]:
    """What is wrong, to be held against what was wrong before."""
    if isinstance(outcome.error, ProblemsError):
        return map(str, outcome.error.problems)
    return iter((f"{outcome.job.target}: {outcome.error}",))
