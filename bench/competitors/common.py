"""What all competitors have in common."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

from measure import Command, Cost, run
from sheets import Sheet

HERE = Path(__file__).resolve().parent.parent


class Competitor(Protocol):
    """Another way to set the sheets."""

    name: str
    per_record: bool
    """Whether it is one process a record, so that a sample tells what all cost."""

    def version(self) -> str:
        """Which it is."""

    def set(self, sheets: Path, chosen: Sequence[Sheet], out: Path) -> Cost:
        """Set sheets; `out` gets a PDF for each, under its name.

        Raises:
            RunError: If it fails.
        """


def own_module(name: str, *arguments: str | Path) -> Command:
    """A module of the bench, to be run as a process of its own."""
    return (sys.executable, "-m", name, *arguments)


def bench_env() -> Mapping[str, str]:
    """Where a process finds the modules of the bench and the program that is measured."""
    return {"PYTHONPATH": f"{HERE}:{HERE.parent / 'src'}"}


def said(*command: str) -> str:
    """The first line of what a command prints; empty when there is no such command."""
    if not shutil.which(command[0]):
        return ""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return (done.stdout or done.stderr).strip().partition("\n")[0]


def each(command: Command, cwd: Path | None = None, env: Mapping[str, str] | None = None) -> Cost:
    """Run a command of one record."""
    return run(command, cwd=cwd, env=env, limit_s=300)[0]
