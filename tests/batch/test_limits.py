from __future__ import annotations

import resource
import signal
import sys
import threading
import time
from pathlib import Path

import pytest

from bulletin.batch import limits
from bulletin.batch.limits import limited
from bulletin.errors import RenderError

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="these limits are Linux's")


def spin() -> None:
    """Work that never ends; it ends the test, though, should nothing stop it."""
    end = time.monotonic() + 20
    while time.monotonic() < end:
        pass
    pytest.fail("nothing stopped this")


def test_what_hangs_is_stopped_with_place_and_cure() -> None:
    with pytest.raises(RenderError) as caught, limited(seconds=0.05, memory_mib=1000, record=Path("hop.yaml")):
        spin()
    (problem,) = caught.value.problems
    assert str(problem) == "hop.yaml: making this bulletin took more than 0.05 seconds"
    assert problem.id == "time-limit"
    assert "[limits] in bulletin.toml" in problem.hint
    assert caught.value.exit_code == 6


def stubborn() -> None:
    """Work that takes each error for one of its own, again and again."""
    for _ in range(5):
        try:
            spin()
        except Exception:
            continue
    pytest.fail("nothing stopped this")


def test_what_takes_errors_for_its_own_is_stopped_all_the_same() -> None:
    with pytest.raises(RenderError, match="took more than"), limited(seconds=0.05, memory_mib=1000):
        stubborn()


def test_a_bell_that_nobody_hears_rings_again() -> None:
    rings: list[BaseException] = []

    def deaf() -> None:
        while len(rings) < 2:
            try:
                spin()
            except BaseException as error:
                rings.append(error)
        spin()

    with pytest.raises(RenderError), limited(seconds=0.05, memory_mib=1000):
        deaf()
    assert len(rings) == 2


def test_one_large_step_fails_at_once() -> None:
    with pytest.raises(RenderError) as caught, limited(seconds=20, memory_mib=50):
        bytearray(2000 * 2**20)
    assert str(caught.value.problems[0]) == "making this bulletin took more than 50 MiB of memory"
    assert caught.value.problems[0].id == "memory-limit"


def greedy() -> None:
    """Takes 60 MiB, a little at a time, far from the wall of addresses: the bell alone can tell."""
    kept = [b"x" * 2**20 for _ in range(60)]
    spin()
    assert kept


def test_many_small_steps_are_stopped_when_they_are_too_many() -> None:
    with pytest.raises(RenderError, match="of memory"), limited(seconds=20, memory_mib=50):
        greedy()


def test_what_keeps_within_its_limits_is_left_alone() -> None:
    with limited(seconds=20, memory_mib=500):
        kept = bytes(2**20)
    assert len(kept) == 2**20


def test_everything_is_as_before_afterwards() -> None:
    def mine(*_: object) -> None:
        """The handler of somebody else."""

    kept = signal.signal(signal.SIGALRM, mine)
    try:
        before = resource.getrlimit(resource.RLIMIT_AS)
        with limited(seconds=20, memory_mib=500):
            assert resource.getrlimit(resource.RLIMIT_AS) != before
            assert signal.getsignal(signal.SIGALRM) is not mine
        with pytest.raises(RenderError), limited(seconds=0.05, memory_mib=500):
            spin()
        assert resource.getrlimit(resource.RLIMIT_AS) == before
        assert signal.getsignal(signal.SIGALRM) is mine
        assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
    finally:
        signal.signal(signal.SIGALRM, kept)


def test_a_limit_of_the_computer_is_not_raised() -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    size = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    own = size + 800 * 2**20
    resource.setrlimit(resource.RLIMIT_AS, (own, hard))
    try:
        with limited(seconds=20, memory_mib=10_000):
            assert resource.getrlimit(resource.RLIMIT_AS) == (own, hard)
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def test_other_errors_pass() -> None:
    with pytest.raises(ZeroDivisionError), limited(seconds=20, memory_mib=500):
        raise ZeroDivisionError


def test_a_thread_works_without_the_bell() -> None:
    done: list[str] = []

    def work() -> None:
        with limited(seconds=0.01, memory_mib=500):
            time.sleep(0.05)
        done.append("done")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == ["done"]


def test_a_system_without_such_limits_works_without_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(signal, "setitimer")
    monkeypatch.setattr(limits, "_STATM", Path("no/such/file"))
    before = resource.getrlimit(resource.RLIMIT_AS)
    with limited(seconds=0.01, memory_mib=1):
        time.sleep(0.05)
        assert resource.getrlimit(resource.RLIMIT_AS) == before


def test_in_a_thread_of_its_own_nothing_is_limited() -> None:
    """Two threads would put back each other's wall."""
    before = resource.getrlimit(resource.RLIMIT_AS)
    seen: list[object] = []

    def work() -> None:
        with limited(seconds=0.01, memory_mib=100):
            time.sleep(0.05)
            seen.append(resource.getrlimit(resource.RLIMIT_AS))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert seen == [before]
