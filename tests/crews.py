"""Clusters for tests: a scheduler and workers as processes on loopback, which end with the test."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parent.parent
PATIENCE_S = 60


class Crew:
    """A scheduler, and workers that are hired and lost."""

    def __init__(self, folder: Path, **environment: str) -> None:
        """Start a scheduler.

        Args:
            folder: For what the processes write.
            environment: Of all of them.
        """
        self._folder = folder
        self._environment = {"BULLETIN_CACHE": str(folder / "cache"), **environment}
        self._workers: list[subprocess.Popen[bytes]] = []
        about = folder / "scheduler.json"
        self.scheduler = self._start(
            "scheduler", ["--port", "0", "--scheduler-file", str(about)], self._environment
        )  # fmt: skip
        self.address: str = self._told(about)

    def hire(
        self, number: int = 1, *, path: Sequence[Path] = (), more: Sequence[str] = (), nanny: bool = False
    ) -> Crew:
        """Start workers.

        Args:
            number: Of workers.
            path: Folders where they look for modules first.
            more: Other options of theirs.
            nanny: Whether they are started anew when they die.
        """
        own = dict(self._environment)
        own["PYTHONPATH"] = os.pathsep.join(map(str, (*path, ROOT / "src", *sys.path)))
        options = [self.address, "--nthreads", "1", "--local-directory", str(self._folder / "scratch"), *more]
        for _ in range(number):
            self._workers.append(
                self._start("worker", [*options, "--nanny" if nanny else "--no-nanny"], own)
            )  # fmt: skip
        return self

    def ready(self, number: int) -> Crew:
        """Wait until so many workers are there."""
        from distributed import Client

        with Client(self.address, set_as_default=False) as client:
            client.wait_for_workers(number, timeout=PATIENCE_S)
        return self

    @property
    def pids(self) -> list[int]:
        """Processes of the workers that live."""
        return [worker.pid for worker in self._workers if worker.poll() is None]

    def kill(self, number: int) -> None:
        """Kill one of the workers that live, without a word."""
        pid = self.pids[number % len(self.pids)]
        worker = next(worker for worker in self._workers if worker.pid == pid)
        worker.kill()
        worker.wait()

    def close(self) -> None:
        """End everything, and see that nothing is left."""
        own = [*self._workers, self.scheduler]
        below = [child for one in own if one.poll() is None for child in psutil.Process(one.pid).children(True)]
        for process in own:
            # They keep nothing, and to end in good order takes Dask ten seconds.
            process.kill()
            process.wait()
        # Their own workers end when nobody speaks with them any more.
        left = psutil.wait_procs(below, timeout=PATIENCE_S)[1]
        for child in left:
            child.kill()
        assert not left

    def _start(self, what: str, options: Sequence[str], environment: dict[str, str]) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", f"distributed.cli.dask_{what}", "--host", "127.0.0.1", "--no-dashboard"]
        with (self._folder / f"{what}.log").open("ab") as log:
            return subprocess.Popen(
                [*command, *options], env={**os.environ, **environment}, stdout=log, stderr=log, cwd=self._folder
            )  # fmt: skip

    def _told(self, about: Path) -> str:
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            try:
                return str(json.loads(about.read_text())["address"])
            except (OSError, ValueError):
                time.sleep(0.05)
        raise TimeoutError((self._folder / "scheduler.log").read_text())
