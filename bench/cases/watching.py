"""One changed word, seen by `bulletin watch`: from saving the record to the changed PDF being in its place."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from cases.again import change_word
from competitors.weasyprint_command import WeasyPrintCommand
from measure import Cost, RunError
from results import OURS, Goal, Row
from sheets import LAYOUT
from stage import Stage

_RECORDS = 11
"""So many are watched: one of each example."""
_STEP_S = 0.002
_QUIET_S = 1.0
_LIMIT_S = 120.0


@dataclass(frozen=True, slots=True)
class Watched:
    """The command at work, and what it says."""

    process: subprocess.Popen[bytes]
    said: IO[str]

    def until(self, is_there: Callable[[], bool]) -> None:
        """Wait for something to be there.

        Raises:
            RunError: If it never is, or the program ends.
        """
        end = time.monotonic() + _LIMIT_S
        while not is_there():
            if self.process.poll() is not None:
                self.said.seek(0)
                raise RunError(f"it ended with {self.process.returncode}: {self.said.read()[-500:]}")
            if time.monotonic() > end:
                raise RunError(f"nothing was written in {_LIMIT_S:.0f} seconds")
            time.sleep(_STEP_S)


def watch(stage: Stage) -> None:
    """Beside the engine's command on the same page, on the clock."""
    engine, program = WeasyPrintCommand(), stage.filled
    folder, out = stage.copy_of_records("watched", _RECORDS), stage.new_folder("watching")
    records = sorted(folder.glob("*.yaml"))
    sheets = stage.sheets[: len(records)]
    command = program.command("watch", folder, "-o", out, "-l", LAYOUT)
    numbers = iter(range(1, 1_000_000))

    def ours(_: Path) -> Cost:
        with _watching([*map(str, command)], {**os.environ, **program.env}) as watched:
            _all_there([out / f"{record.stem}.pdf" for record in records], watched)
            seconds = sum(
                changed_word(record, out / f"{record.stem}.pdf", next(numbers), watched) for record in records
            )
        return Cost(seconds, seconds, 0.0)

    stage.rounds("watch", {OURS: ours, engine.name: lambda made: engine.set(stage.sheets_folder, sheets, made)})
    group = stage.results.series["watch"]
    for series in group.values():
        series.scale = 1 / len(records)
    stage.results.compare("one changed word, watched", "watch", engine.name, "wall_s")
    own = group[OURS]
    stage.results.rows.append(
        Row(
            case="one changed word, until the page is there", against="", unit="s", ours=own.figure("wall_s"),
            goal=Goal(most=1.0, text="≤ 1 s"), failure=own.failure,
        )
    )  # fmt: skip


def changed_word(record: Path, target: Path, number: int, watched: Watched) -> float:
    """Change a word of a watched record; give the seconds until its PDF is another one.

    Raises:
        RunError: If it never is, or the program ends.
    """
    before = _state(target)
    start = time.monotonic()
    change_word(record, number)
    watched.until(lambda: _state(target) not in (before, None))
    seconds = time.monotonic() - start
    # As a clerk does: the next word is changed when this page has been looked at.
    time.sleep(_QUIET_S / 2)
    return seconds


@contextlib.contextmanager
def _watching(command: list[str], env: dict[str, str]) -> Iterator[Watched]:
    with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        process = subprocess.Popen(
            command, env=env, stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT, start_new_session=True
        )
        try:
            yield Watched(process, said)
        finally:
            with contextlib.suppress(ProcessLookupError):
                process.send_signal(signal.SIGINT)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()


def _all_there(targets: list[Path], watched: Watched) -> None:
    """Wait until all is built and nothing more is written."""
    watched.until(lambda: all(target.is_file() for target in targets))
    states = [_state(target) for target in targets]
    while True:
        time.sleep(_QUIET_S)
        now = [_state(target) for target in targets]
        if now == states:
            return
        states = now


def _state(path: Path) -> tuple[int, int] | None:
    try:
        about = path.stat()
    except FileNotFoundError:
        return None
    return about.st_ino, about.st_mtime_ns
