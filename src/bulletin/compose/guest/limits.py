"""How much a clerk's own layout may take, and how that is held to."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Limits:
    """What filling in one page description may take."""

    cpu_s: float = 5.0
    """Time at work; a sound layout takes a hundredth of it."""
    wall_s: float = 60.0
    """By the clock on the wall, on a machine that has much else to do."""
    memory_mib: int = 256
    """On top of what the process has at its start."""
    html_bytes: int = 8 * 2**20
    """Length of a page description."""

    def values(self) -> tuple[float | int, ...]:
        """In the order in which it is made."""
        return astuple(self)


class TooLongError(BaseException):
    """The time is up. No Exception, which something might take for one of its own."""


class TooMuchError(Exception):
    """More is written than may be."""


def walled(limits: Limits) -> None:
    """Let this process open nothing, start nothing, write nothing but its answers, and take no more memory than that.

    Where the system has no such limits (Windows) the sandbox and the parent's clock must do.
    """
    try:
        import resource
    except ImportError:
        return
    most_bytes = _in_use() + limits.memory_mib * 2**20
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard != resource.RLIM_INFINITY:
        most_bytes = min(most_bytes, hard)
    no_more = {"RLIMIT_NOFILE": 3, "RLIMIT_NPROC": 0, "RLIMIT_FSIZE": 0, "RLIMIT_CORE": 0, "RLIMIT_AS": most_bytes}
    for name, most in no_more.items():
        kind = getattr(resource, name, None)
        # macOS knows of addresses and does not limit them.
        if kind is not None:
            with contextlib.suppress(OSError, ValueError):
                resource.setrlimit(kind, (most, most))


def _in_use() -> int:
    """Bytes of addresses in use; very many where the system does not tell."""
    import resource

    try:
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    except OSError:
        return 2**62


@contextlib.contextmanager
def alarmed(limits: Limits) -> Iterator[None]:
    """Stop what is at work too long.

    Raises:
        TooLongError: When the time is up.
    """
    import signal

    if not hasattr(signal, "setitimer"):
        yield
        return

    def ring(*_: object) -> None:
        raise TooLongError

    signal.signal(signal.SIGPROF, ring)
    # It rings again, should the first bell be lost in a function of the library.
    signal.setitimer(signal.ITIMER_PROF, limits.cpu_s, 0.2)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
