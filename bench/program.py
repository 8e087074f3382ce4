"""This program, as a clerk would run it: the command, with a cache of its own."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from measure import Command, Cost, Look, run
from sheets import EDITION, LAYOUT

ROOT = Path(__file__).resolve().parent.parent
COMMAND = Path(sys.executable).with_name("bulletin")


@dataclass(frozen=True, slots=True)
class Program:
    """The command with one cache."""

    cache: Path
    jobs: int
    """Workers, unless a case says otherwise."""

    @property
    def env(self) -> Mapping[str, str]:
        """The environment it runs in."""
        return {"BULLETIN_CACHE": str(self.cache), "PYTHONPATH": str(ROOT / "src")}

    def command(self, name: str, *arguments: str | Path) -> Command:
        """A command of the program, with the layout and the edition of the bench."""
        return (COMMAND, name, *arguments, "-e", EDITION)

    def build(
        self, records: Path, out: Path, *options: str, jobs: int | None = None, look: Look | None = None
    ) -> Cost:  # fmt: skip
        """Build a record, or all of a folder."""
        wanted = ("-l", LAYOUT, "-o", out, "--jobs", str(jobs or self.jobs))
        return run(self.command("build", records, *wanted, *options), env=self.env, look=look)[0]

    def bind(self, records: Path, target: Path) -> Cost:
        """Bind an issue of all records of a folder."""
        return run(self.command("issue", records, "-o", target), env=self.env)[0]

    def forget(self) -> None:
        """Empty the cache."""
        shutil.rmtree(self.cache, ignore_errors=True)

    def forget_all_but_photos(self) -> None:
        """Leave nothing in the cache but photos: not how pages were made up, nor anything else."""
        if self.cache.is_dir():
            for folder in self.cache.iterdir():
                if folder.name != "photos":
                    shutil.rmtree(folder, ignore_errors=True)
