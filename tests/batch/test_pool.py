from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path

import pytest

from batch import tasks
from bulletin import messages
from bulletin.batch.pool import Pool, WorkerHungError, WorkerLostError
from bulletin.batch.worker import FAR


@pytest.fixture
def pool() -> Iterator[Pool]:
    with Pool(1) as made:
        yield made


def gone(process: int) -> bool:
    """Whether a process has ended, waiting a while for it."""
    for _ in range(200):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


def test_a_warm_process_does_task_after_task(pool: Pool) -> None:
    assert [future.result() for future in [pool.submit(tasks.double, number) for number in (1, 2, 3)]] == [2, 4, 6]
    processes = {pool.submit(tasks.process).result() for _ in range(3)}
    assert len(processes) == 1
    assert processes != {os.getpid()}


def test_the_engine_is_loaded_before_the_first_task(pool: Pool) -> None:
    assert "weasyprint" in pool.submit(tasks.modules).result()


def test_layouts_are_read_before_the_first_task() -> None:
    with Pool(1) as pool:
        assert pool.submit(tasks.sheets_read).result() == 0
    with Pool(1, layouts=["news"]) as pool:
        assert pool.submit(tasks.sheets_read).result() > 0


def test_layouts_that_are_not_the_programs_are_left_to_their_records() -> None:
    with Pool(1, layouts=["khong-co", "./news", "news"]) as pool:
        assert pool.submit(tasks.sheets_read).result() > 0


def test_a_worker_that_cannot_get_warm_does_its_tasks(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    # As where a library of the engine is missing.
    (tmp_path / "weasyprint.py").write_text("raise OSError('no such library')\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    with Pool(1) as pool:
        assert pool.submit(tasks.double, 4).result() == 8


def test_what_a_dying_worker_says_is_not_shown(pool: Pool, capfd: pytest.CaptureFixture[str]) -> None:
    assert isinstance(pool.submit(tasks.cry_and_die, None).exception(), WorkerLostError)
    assert capfd.readouterr() == ("", "")


def test_several_processes_share_the_work() -> None:
    with Pool(2) as pool:
        pool.prestart()
        futures: list[Future[int]] = []
        for _ in range(40):
            futures.append(pool.submit(tasks.process))
            time.sleep(0.01)
        assert len({future.result() for future in futures}) == 2


def test_what_a_task_prints_does_not_get_into_its_answer(pool: Pool, capfd: pytest.CaptureFixture[str]) -> None:
    assert pool.submit(tasks.chatter, "hello").result() == "hello"


def test_an_error_comes_back_with_the_lines_where_it_arose(pool: Pool) -> None:
    error = pool.submit(tasks.fail, "no").exception()
    assert isinstance(error, ValueError)
    assert str(error) == "no"
    assert any("raise ValueError" in line for line in getattr(error, FAR))


@pytest.mark.parametrize("task", [tasks.give_what_cannot_travel, tasks.fail_oddly])
def test_what_cannot_travel_fails_alone(pool: Pool, task: object) -> None:
    assert pool.submit(task, None).exception() is not None  # type: ignore[arg-type]
    assert pool.submit(tasks.double, 4).result() == 8


def test_a_task_that_cannot_travel_fails_alone(pool: Pool) -> None:
    assert pool.submit(lambda: None).exception() is not None
    assert pool.submit(tasks.double, 4).result() == 8


def test_a_task_that_kills_its_worker_is_told_and_the_rest_goes_on(pool: Pool) -> None:
    doomed = pool.submit(tasks.die, None)
    after = pool.submit(tasks.double, 4)
    assert isinstance(doomed.exception(), WorkerLostError)
    assert not isinstance(doomed.exception(), WorkerHungError)
    assert after.result() == 8


def test_a_task_whose_worker_was_killed_for_anothers_sake_is_tried_again(pool: Pool, tmp_path: Path) -> None:
    assert pool.submit(tasks.die_once, tmp_path / "mark").result() == "done"


def test_a_task_that_others_leave_no_room_is_done_alone(tmp_path: Path) -> None:
    with Pool(2) as pool:
        other = pool.submit(tasks.linger, tmp_path)
        while not (tmp_path / "there").exists():
            time.sleep(0.02)
        assert pool.submit(tasks.die_beside, tmp_path).result() == "done"
        assert other.result() == "done"
        assert len(list(tmp_path.glob("died-*"))) == 2
        # And afterwards all work beside each other again.
        assert [future.result() for future in [pool.submit(tasks.double, n) for n in (1, 2, 3)]] == [2, 4, 6]


def test_a_task_that_hangs_is_told_and_the_rest_goes_on() -> None:
    with Pool(1, patience=lambda *arguments: 0.5 if arguments else 60) as pool:
        process = pool.submit(tasks.process).result()
        hung = pool.submit(tasks.hang, "soon")
        assert isinstance(hung.exception(), WorkerHungError)
        assert gone(process)
        assert pool.submit(tasks.process).result() != process


def test_a_worker_is_replaced_after_so_many_tasks() -> None:
    with Pool(1, most_tasks=2) as pool:
        found = [pool.submit(tasks.process).result() for _ in range(4)]
    assert found[0] == found[1]
    assert found[2] == found[3]
    assert found[0] != found[2]


def test_a_worker_that_has_grown_is_replaced() -> None:
    with Pool(1, most_mib=400) as pool:
        first = pool.submit(tasks.grow, 0).result()
        assert pool.submit(tasks.grow, 500).result() == first
        assert pool.submit(tasks.process).result() != first


def test_a_worker_speaks_the_language_of_the_program() -> None:
    messages.speak("vi")
    with Pool(1) as pool:
        assert pool.submit(tasks.language).result() == "vi"


def test_who_is_stopped_kills_the_workers_and_drops_what_waits() -> None:
    pool = Pool(1)
    process = pool.submit(tasks.process).result()
    running, waiting = pool.submit(tasks.hang, None), pool.submit(tasks.double, 1)
    while not running.running():
        time.sleep(0.01)
    with pytest.raises(KeyboardInterrupt), pool:
        raise KeyboardInterrupt
    assert gone(process)
    assert isinstance(running.exception(), WorkerLostError)
    assert waiting.cancelled()
    with pytest.raises(RuntimeError):
        pool.submit(tasks.double, 1)


def test_workers_end_when_the_program_is_killed(tmp_path: Path) -> None:
    code = (
        f"import sys; sys.path[:] = {sys.path!r}\n"
        "from batch import tasks\nfrom bulletin.batch.pool import Pool\n"
        "pool = Pool(1)\nprint(pool.submit(tasks.process).result(), flush=True)\ninput()\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as program:
        assert program.stdout is not None
        worker = int(program.stdout.readline())
        program.send_signal(signal.SIGKILL)
    assert gone(worker)


def test_a_process_that_cannot_be_started_is_the_outcome_of_its_task(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError("no memory for another process")

    with Pool(1) as pool:
        monkeypatch.setattr(subprocess, "Popen", refused)
        assert isinstance(pool.submit(tasks.double, 1).exception(), OSError)
        monkeypatch.undo()
        assert pool.submit(tasks.double, 1).result() == 2


def test_a_pool_leaves_no_thread_behind() -> None:
    before = threading.active_count()
    with Pool(2) as pool:
        assert pool.submit(tasks.double, 1).result() == 2
    assert threading.active_count() == before
