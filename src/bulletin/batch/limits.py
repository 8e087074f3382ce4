"""Limits of time and memory for making one bulletin, where the system offers them."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from bulletin.errors import Problem, RenderError
from bulletin.messages import say

TOO_LONG, TOO_MUCH = "time-limit", "memory-limit"
"""Ids of what is told."""
_STEP_S = 0.2
"""So often the clock and the memory are looked at."""
_WALL = 1.5
"""Addresses are limited to this multiple of the memory: the engine reserves more of them than it uses."""
_STATM = Path("/proc/self/statm")


class _TooLong(BaseException):
    """The time is up. No Exception, which a stage or the engine might take for one of its own."""


class _TooMuch(BaseException):
    """The memory is used up."""


@contextlib.contextmanager
def limited(*, seconds: float, memory_mib: int, record: Path | None = None) -> Iterator[None]:
    """Stop what takes too long or too much memory.

    Time is limited on Linux and macOS, memory on Linux; both in the main thread alone: signals reach no other, and the
    wall round the memory is that of the whole process.

    Args:
        seconds: Of the clock on the wall.
        memory_mib: On top of what the process has already.
        record: What is worked on.

    Raises:
        RenderError: If a limit was met.
    """
    try:
        with _walled(memory_mib), _watched(seconds, memory_mib):
            yield
    except _TooLong as error:
        message = say("making this bulletin took more than {n} seconds", n=seconds)
        raise _over(TOO_LONG, message, record) from error
    except (_TooMuch, MemoryError) as error:
        message = say("making this bulletin took more than {n} MiB of memory", n=memory_mib)
        raise _over(TOO_MUCH, message, record) from error


def _over(id_: str, message: str, record: Path | None) -> RenderError:
    hint = say("make two records of it, use smaller photos, or raise the limit under [limits] in bulletin.toml")
    return RenderError([Problem(message, record, hint=hint, id=id_)])


@contextlib.contextmanager
def _watched(seconds: float, memory_mib: int) -> Iterator[None]:
    """Ring a bell again and again; when a limit is passed it stops the work."""
    import signal

    if not hasattr(signal, "setitimer") or not _is_main():
        yield
        return
    end = time.monotonic() + seconds
    most_bytes = used_bytes() + memory_mib * 2**20

    def ring(*_: object) -> None:
        if time.monotonic() >= end:
            raise _TooLong
        if used_bytes() > most_bytes:
            raise _TooMuch

    before = signal.signal(signal.SIGALRM, ring)
    # A single bell might ring where Python cannot be stopped, such as in a function that C has called.
    signal.setitimer(signal.ITIMER_REAL, min(_STEP_S, seconds), _STEP_S)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _is_main() -> bool:
    return threading.current_thread() is threading.main_thread()


def used_bytes() -> int:
    """Memory in use; 0 where the system does not tell."""
    try:
        pages = int(_STATM.read_text(encoding="ascii").split()[1])
    except OSError:
        return 0
    import resource

    return pages * resource.getpagesize()


@contextlib.contextmanager
def _walled(memory_mib: int) -> Iterator[None]:
    """Let no single step take more: it fails at once, instead of bringing the whole computer to a stand."""
    try:
        import resource

        pages = int(_STATM.read_text(encoding="ascii").split()[0])
    except (ImportError, OSError):
        pages = 0
    if not pages or not _is_main():
        yield
        return
    before = resource.getrlimit(resource.RLIMIT_AS)
    wanted = pages * resource.getpagesize() + int(memory_mib * _WALL) * 2**20
    least = min(wanted, *(limit for limit in before if limit != resource.RLIM_INFINITY), wanted)
    resource.setrlimit(resource.RLIMIT_AS, (least, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)
