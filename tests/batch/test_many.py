"""Many records at once: what comes back, whoever does the work."""

from __future__ import annotations

import datetime as dt
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

import pytest

import offices
from bulletin import build_many
from bulletin.batch import Found, Here, Job, Options, Order, Outcome, Pool, jobs, patience
from bulletin.batch.pool import WorkerHungError, WorkerLostError
from bulletin.batch.work import Made, Worked
from bulletin.edition import Edition
from bulletin.errors import OutputError, RecordError, RenderError

DAY = dt.date(2026, 1, 5)


def todo(folder: Path, *names: str, editions: tuple[str, ...] = ("standard",), **texts: str) -> tuple[Job, ...]:
    records = [Found(offices.record(folder, f"{name}.yaml", texts.get(name, offices.DRAFT))) for name in names]
    return jobs(records, Order(editions=editions, options=Options(printed_on=DAY)), folder / "out")


class Losing(Executor):
    """Loses the worker of some records."""

    workers = 1

    def __init__(self, lost: dict[str, Exception]) -> None:
        self._lost = lost

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        if error := self._lost.get(args[0][0].record.stem):
            future: Future[Any] = Future()
            future.set_exception(error)
            return future
        return Here().submit(fn, *args, **kwargs)


@pytest.mark.parametrize(
    ("error", "id_"), [(WorkerLostError(), "worker-lost"), (WorkerHungError(), "worker-hung")]
)  # fmt: skip
def test_a_record_that_costs_its_worker_is_told_by_name_and_the_rest_is_made(
    tmp_path: Path, error: Exception, id_: str
) -> None:
    wanted = todo(tmp_path, "a", "b", "c", editions=("standard", "large-print"))
    outcomes = {outcome.job.target.name: outcome for outcome in build_many(wanted, executor=Losing({"b": error}))}
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "a.large-print.pdf", "a.pdf", "c.large-print.pdf", "c.pdf",
    ]  # fmt: skip
    told = outcomes["b.pdf"].error
    assert isinstance(told, RenderError)
    assert told is outcomes["b.large-print.pdf"].error
    assert [(problem.path, problem.id) for problem in told.problems] == [(tmp_path / "b.yaml", id_)]


def test_any_executor_will_do(tmp_path: Path) -> None:
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as executor:
        outcomes = list(build_many(todo(tmp_path, "a", "b"), executor=executor))
    assert [outcome.error for outcome in outcomes] == [None, None]
    assert (tmp_path / "out" / "a.pdf").read_bytes().startswith(b"%PDF")


def test_a_failure_of_the_executor_is_the_outcome(tmp_path: Path) -> None:
    (outcome,) = build_many(todo(tmp_path, "a"), executor=Losing({"a": MemoryError("none left")}))
    assert isinstance(outcome.error, MemoryError)


def test_jobs_can_be_made_by_hand(tmp_path: Path) -> None:
    job = Job(
        record=offices.record(tmp_path), layout="news", edition=Edition.named("standard"),
        target=tmp_path / "deep" / "hop.pdf", options=Options(printed_on=DAY),
    )  # fmt: skip
    (outcome,) = build_many(iter([job]))
    assert outcome.files == (tmp_path / "deep" / "hop.pdf",)
    assert outcome.size == (tmp_path / "deep" / "hop.pdf").stat().st_size


def test_what_is_kept_was_written_before(tmp_path: Path) -> None:
    seen: list[tuple[str, bool]] = []

    def keep(outcome: Outcome, result: Worked) -> None:
        seen.append((result.record[:1], outcome.files[0].exists()))

    list(build_many(todo(tmp_path, "a", "b", b=offices.FAULTY), keep=keep))
    assert [exists for _, exists in seen] == [True]


def test_a_second_record_for_a_file_is_refused_and_never_begun(tmp_path: Path) -> None:
    first, second = todo(tmp_path / "one", "hop") + todo(tmp_path / "two", "hop")
    second = Job(record=second.record, layout="news", edition=second.edition, target=first.target,
                 options=second.options)  # fmt: skip
    made, refused = build_many([first, second], executor=Losing({}))
    assert made.error is None
    assert isinstance(refused.error, OutputError)


def test_results_do_not_pile_up(tmp_path: Path) -> None:
    """No more is begun than the workers need while nobody takes what is done."""
    begun: list[Path] = []

    class Counting(Executor):
        workers = 1

        def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
            (job,) = args[0]
            begun.append(job.record)
            future: Future[Any] = Future()
            future.set_result(Worked(made=(Made(job=job, error=MemoryError()),)))
            return future

    stream = build_many(todo(tmp_path, *"abcdefgh"), executor=Counting())
    for taken in range(1, 9):
        next(stream)
        assert len(begun) <= taken + 1
    assert len(begun) == 8


def test_patience_follows_the_limits_of_the_office(tmp_path: Path) -> None:
    offices.settings(tmp_path, "[limits]\nseconds = 10\n")
    wanted = todo(tmp_path, "a", editions=("standard", "large-print"))
    # Reading, two bulletins, the notes.
    assert patience(wanted) == 10 * 4 + 60
    offices.settings(tmp_path, "limits = 5\n")
    assert patience(wanted) > 300


@pytest.mark.slow
def test_the_bytes_are_the_same_whoever_does_the_work(tmp_path: Path) -> None:
    """In this process, in one worker, in two."""
    made: list[dict[str, bytes]] = []
    for number in range(3):
        folder = tmp_path / str(number)
        wanted = todo(folder, *"abcd", editions=("standard", "giant-print"), b=offices.APPROVED)
        executor = Pool(number, patience=patience) if number else Here()
        with executor:
            assert [outcome.error for outcome in build_many(wanted, executor=executor)] == [None] * 8
        made.append({path.name: path.read_bytes() for path in (folder / "out").iterdir()})
    assert len(made[0]) == 8
    assert made[0] == made[1] == made[2]


@pytest.mark.slow
def test_faults_are_told_the_same_from_a_worker(tmp_path: Path) -> None:
    told = []
    for executor in (Here(), Pool(1)):
        with executor:
            outcomes = list(build_many(todo(tmp_path, "a", "b", a=offices.FAULTY), executor=executor))
        assert isinstance(outcomes[0].error, RecordError)
        told.append((outcomes[0].error.problems, outcomes[1].notes, outcomes[1].pages, outcomes[1].machine))
    assert told[0] == told[1]
