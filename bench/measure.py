"""What a command costs: CPU seconds of all its processes, seconds on the wall, memory at its highest.

The measuring process stays small: Linux counts towards a child's peak what its parent had at the fork.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import psutil

_STEP_S = 0.05
"""So often the memory is looked at."""
_PATIENCE_S = 5.0
"""So long processes that a command leaves behind are waited for."""
_PR_SET_CHILD_SUBREAPER = 36

_ROOT = Path(__file__).resolve().parent.parent

Command = Sequence[str | Path]
Look = Callable[[float, Mapping[int, int]], None]
"""Is told, at each look, the seconds since the start and the bytes of each process; the first is the command's own."""


class RunError(Exception):
    """A command that did not do what it was to do, with what it said."""

    def __init__(self, message: str) -> None:
        # Reports are kept, and tell of no machine's folders.
        super().__init__(message.replace(f"{_ROOT}/", ""))


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took."""

    cpu_s: float
    wall_s: float
    peak_mib: float

    def __add__(self, other: Cost) -> Cost:
        """The cost of both, one after the other."""
        return Cost(self.cpu_s + other.cpu_s, self.wall_s + other.wall_s, max(self.peak_mib, other.peak_mib))


def run(
    command: Command, *, cwd: Path | None = None, env: Mapping[str, str] | None = None, look: Look | None = None,
    limit_s: float = 3600, codes: Sequence[int] = (0,),
) -> tuple[Cost, str]:  # fmt: skip
    """Run a command and measure it and all its processes, also those that outlive it.

    Meanwhile this process has no other children: they would be taken for such.

    Args:
        command: The command.
        cwd: The folder in which it runs.
        env: Added to the environment.
        look: Told how much memory each process has, again and again.
        limit_s: After so many seconds it is stopped.
        codes: Exit codes that are no failure.

    Returns:
        The cost, and what it wrote to standard output.

    Raises:
        RunError: If it fails, or takes too long.
    """
    _adopt()
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        start = time.monotonic()
        try:
            process = subprocess.Popen(
                [*map(str, command)], cwd=cwd, env={**os.environ, **(env or {})}, stdin=subprocess.DEVNULL, stdout=out,
                stderr=err, start_new_session=True,
            )  # fmt: skip
        except OSError as error:
            raise RunError(f"{command[0]} cannot be run: {error.strerror}") from error
        watcher = _Watcher(process.pid, start, look)
        late = threading.Timer(limit_s, lambda: os.killpg(process.pid, signal.SIGKILL))
        late.start()
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except BaseException:
            os.killpg(process.pid, signal.SIGKILL)
            raise
        finally:
            late.cancel()
            wall_s = time.monotonic() - start
            highest = watcher.stopped()
        process.returncode = os.waitstatus_to_exitcode(status)
        cpu_s = usage.ru_utime + usage.ru_stime + _left_behind()
        said, complained = (_text(stream) for stream in (out, err))
    if process.returncode not in codes:
        raise RunError(f"{' '.join(map(str, command))} gave {process.returncode}: {(complained or said)[-2000:]}")
    return Cost(cpu_s, wall_s, max(highest, usage.ru_maxrss * 1024) / 2**20), said


class _Watcher:
    """Looks at the memory of a process and all below it, in a thread of its own."""

    def __init__(self, pid: int, start: float, look: Look | None) -> None:
        self._pid, self._start, self._look = pid, start, look
        self._highest = 0
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def stopped(self) -> int:
        """Bytes that all processes had together when they had most."""
        self._is_over.set()
        self._thread.join()
        return self._highest

    def _watch(self) -> None:
        while not self._is_over.wait(_STEP_S):
            found = memory(self._pid)
            self._highest = max(self._highest, sum(found.values()))
            if self._look and found:
                self._look(time.monotonic() - self._start, found)


def memory(pid: int) -> dict[int, int]:
    """Resident bytes of a process and all below it, the process itself first; empty when it is gone."""
    found: dict[int, int] = {}
    with contextlib.suppress(psutil.Error):
        top = psutil.Process(pid)
        for process in (top, *top.children(recursive=True)):
            with contextlib.suppress(psutil.Error):
                found[process.pid] = process.memory_info().rss
    return found


def _adopt() -> None:
    """Be the parent of what a command leaves behind, so that it is counted."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def _left_behind() -> float:
    """CPU seconds of processes that outlived their command; those that do not end are ended."""
    cpu_s, end = 0.0, time.monotonic() + _PATIENCE_S
    while True:
        try:
            pid, _, usage = os.wait4(-1, os.WNOHANG)
        except ChildProcessError:
            return cpu_s
        if pid:
            cpu_s += usage.ru_utime + usage.ru_stime
        elif time.monotonic() < end:
            time.sleep(0.01)
        else:
            for process in psutil.Process().children(recursive=True):
                with contextlib.suppress(psutil.Error):
                    process.kill()


def _text(stream: IO[bytes]) -> str:
    stream.seek(0)
    return stream.read().decode(errors="replace")
