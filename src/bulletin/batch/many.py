"""Many jobs given to an executor, and what comes back written: the one place where bulletins become files.

The executor may be this process (`Here`), worker processes (`Pool`) or other machines (`Cluster`); what is made and
written is the same to the byte.
"""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from typing import Any

from bulletin.batch.names import as_spelled, left_over
from bulletin.batch.orders import Job, Outcome, claimed
from bulletin.batch.pool import WorkerHungError, WorkerLostError
from bulletin.batch.work import Made, Worked, worked
from bulletin.config import Settings, settings_for
from bulletin.deliver.files import save_together
from bulletin.errors import BulletinError, OutputError, Problem, RenderError
from bulletin.messages import say

_SLACK_S = 60
"""Waited on top of the limits that a worker keeps itself."""

Keep = Callable[[Outcome, Worked], None]
"""Takes what was made of what, for the next run."""


class Here(Executor):
    """An executor that does each task at once, in this process."""

    workers = 1

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Do a task; its future is done."""
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


def build_many(
    jobs: Iterable[Job], *, executor: Executor | None = None, keep: Keep = lambda *_: None, divided: bool = False
) -> Iterator[Outcome]:  # fmt: skip
    """Make many bulletins and write them; nothing is raised, so that one failure does not stop the rest.

    Args:
        jobs: What is to be made; jobs of one record that stand together are done together, and it is read once.
        executor: Where it is made: `Pool()`, a `Cluster`, or any executor whose workers see the same files; this
            process when None.
        keep: Called with each outcome that was written.
        divided: Whether the editions and layouts of a record are made each for itself, so that idle workers share them;
            its notes then come with each of them.

    Yields:
        An outcome for each job; those of one record together, records in the order in which they are done.
    """
    executor = executor or Here()
    todo, refused = claimed(jobs)
    alike = _same_bulletin if divided else _same_record
    groups = deque(tuple(group) for _, group in itertools.groupby(todo, key=alike))
    # So many are on their way at once that no worker waits; not all, for their results would pile up.
    ahead = 1 if isinstance(executor, Here) else 2 * int(getattr(executor, "workers", 4))
    running: dict[Future[Worked], tuple[Job, ...]] = {}
    while groups or running:
        while groups and len(running) < ahead:
            group = groups.popleft()
            running[executor.submit(worked, group)] = group
        done, _ = wait(running, return_when=FIRST_COMPLETED)
        # Those that were given first, first.
        for future in [future for future in running if future in done]:
            yield from _outcomes(future, running.pop(future), keep)
    yield from refused


def _same_record(job: Job) -> object:
    return job.record


def _same_bulletin(job: Job) -> object:
    """Formats of one bulletin are made of the same pages."""
    return job.record, job.layout, job.edition


def patience(jobs: Sequence[Job], settings: Settings | None = None) -> float:
    """Seconds after which a worker with these jobs counts as hung: its own limits should have stopped it before."""
    try:
        settings = settings or settings_for(jobs[0].record)
    except BulletinError:
        settings = Settings()
    # Reading, each job, and the notes.
    return float(settings.seconds * (len(jobs) + 2) + _SLACK_S)


def _outcomes(future: Future[Worked], group: tuple[Job, ...], keep: Keep) -> Iterator[Outcome]:
    try:
        result = future.result()
    except Exception as failure:
        error = _told(failure, group)
        yield from (Outcome(job=job, error=error) for job in group)
        return
    for made in result.made:
        outcome = _written(made, result)
        if outcome.files:
            keep(outcome, result)
        yield outcome


def _written(made: Made, result: Worked) -> Outcome:
    if made.error is not None:
        return Outcome(job=made.job, notes=made.notes, warned=bool(made.notes), error=made.error)
    try:
        _spare(made, result)
        save_together(made.files)
    except OutputError as error:
        return Outcome(job=made.job, notes=made.notes, warned=bool(made.notes), error=error)
    files = tuple(made.files)
    notes = (*made.notes, *(left_over(made.job.target, files) if made.job.format == "png" else ()))
    return Outcome(
        job=made.job, files=files, pages=made.pages, size=sum(map(len, made.files.values())), seconds=made.seconds,
        changes=made.changes, notes=notes, warned=bool(notes), machine=result.machine,
    )  # fmt: skip


def _spare(made: Made, result: Worked) -> None:
    """See to it that no picture of a page is written over a photo of its record; OutputError if one would be."""
    photos = {path.resolve() for photo in result.photos for path in (photo.path, as_spelled(photo.path))}
    for path in made.files:
        if path.resolve() in photos:
            hint = say("build into another folder than that of the record")
            raise OutputError(say("{path} is a photo of the record itself", path=path), hint=hint)


def _told(failure: Exception, group: Sequence[Job]) -> Exception:
    """What a clerk is told when a record has cost its worker."""
    record = group[0].record
    hint = say("look for a photo or a table in it that is out of the ordinary, and try again")
    if isinstance(failure, WorkerHungError):
        message = say("making the bulletins of this record did not come to an end, so it was stopped")
        return RenderError([Problem(message, record, hint=hint, id="worker-hung")])
    if isinstance(failure, WorkerLostError):
        message = say("making the bulletins of this record ended the program that made them")
        return RenderError([Problem(message, record, hint=hint, id="worker-lost")])
    return failure
