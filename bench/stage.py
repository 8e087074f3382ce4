"""Where the bench plays: its records, the sheets of the competitors, and rounds in which all contenders take turns."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from competitors.common import Competitor, bench_env, own_module
from measure import Cost, RunError, run
from program import Program
from results import Output, Results, Series
from sheets import Sheet, read_sheets

Turn = Callable[[Path], Cost]
"""Makes what is to be made in a new folder."""


@dataclass(slots=True, kw_only=True)
class Plan:
    """How much is measured."""

    records: int = 200
    rounds: int = 3
    sample: int = 22
    """So many records are set by competitors of one process a record."""
    jobs: int = 2
    growth: tuple[int, ...] = (10, 50, 200, 1000)
    """The second is what the last is compared with."""
    shared: int = 40
    """Photos that all records of growth share."""


class Stage:
    """All that the cases need."""

    def __init__(self, folder: Path, plan: Plan) -> None:
        self.folder, self.plan = folder, plan
        self.results = Results()
        self.program = Program(folder / "cache", plan.jobs)
        """Its cache is kept full: photos prepared, pages made up before."""
        self.fresh_program = Program(folder / "cache-new", plan.jobs)

    @cached_property
    def records(self) -> Path:
        """The folder of records, each with two photos of its own."""
        return self.corpus(f"records-{self.plan.records}", self.plan.records)

    def corpus(self, name: str, records: int, *, shared: int = 0) -> Path:
        """A corpus, made once and kept between runs."""
        folder = self.folder / name
        command = own_module("corpus", folder, "--records", str(records), "--shared", str(shared))
        tell(f"records: {folder.name}")
        run(command, env=bench_env())
        return folder

    @cached_property
    def sheets_folder(self) -> Path:
        """What competitors are given."""
        folder = self.folder / f"sheets-{self.plan.records}"
        tell("sheets for the others")
        run(own_module("sheetmaking", self.records, folder), env={**bench_env(), **self._cache_env})
        return folder

    @property
    def _cache_env(self) -> Mapping[str, str]:
        return {"BULLETIN_CACHE": str(self.program.cache)}

    @cached_property
    def sheets(self) -> tuple[Sheet, ...]:
        """One for each record."""
        return read_sheets(self.sheets_folder)

    @cached_property
    def sample(self) -> tuple[Sheet, ...]:
        """Some of them, evenly spread over the examples from which they come."""
        ranked = sorted(self.sheets, key=lambda sheet: (sheet.name.partition("-")[2], sheet.name))
        number = min(self.plan.sample, len(ranked))
        return tuple(ranked[int((place + 0.5) * len(ranked) / number)] for place in range(number))

    @cached_property
    def filled(self) -> Program:
        """The program with a full cache."""
        tell("cache")
        self.program.build(self.records, self.new_folder("filling"))
        return self.program

    def new_folder(self, name: str) -> Path:
        """An empty folder."""
        folder = self.folder / "out" / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        return folder

    def copy_of_records(self, name: str, number: int | None = None) -> Path:
        """The records in a folder where they may be changed; photos are linked."""
        folder = self.new_folder(name)
        (folder / "anh").mkdir()
        shutil.copy(self.records / "bulletin.toml", folder)
        for record in sorted(self.records.glob("*.yaml"))[:number]:
            shutil.copy(record, folder)
        for photo in (self.records / "anh").iterdir():
            os.link(photo, folder / "anh" / photo.name)
        return folder

    def others(self, competitor: Competitor) -> tuple[tuple[Sheet, ...], float]:
        """The sheets that a competitor sets, and what its cost is multiplied by to tell that of all."""
        chosen = self.sample if competitor.per_record else self.sheets
        return chosen, len(self.sheets) / len(chosen)

    def turn(self, competitor: Competitor, extra: Callable[[Sequence[Sheet]], Cost] | None = None) -> Turn:
        """A competitor's turn with the sheets that it sets, and with what else is counted for it."""
        chosen, _ = self.others(competitor)

        def act(out: Path) -> Cost:
            cost = competitor.set(self.sheets_folder, chosen, out)
            return cost + extra(chosen) if extra else cost

        return act

    def photo_work(self, chosen: Sequence[Sheet]) -> Cost:
        """The work on the photos of sheets."""
        command = own_module("photowork", self.sheets_folder, *(sheet.name for sheet in chosen))
        cost, said = run(command, env=bench_env())
        seconds = float(said)
        return Cost(seconds, seconds, cost.peak_mib)

    def rounds(
        self,
        group: str,
        turns: Mapping[str, Turn],
        *,
        sets: Mapping[str, Competitor] | None = None,
        checked: Mapping[str, Sequence[Sheet]] | None = None,
    ) -> None:
        """Let contenders take turns, forwards and backwards, and keep what each took.

        Args:
            group: Under which name it is kept.
            turns: What each does.
            sets: Competitors among them, of which some set but a sample.
            checked: For contenders that make a PDF of each: of which sheets.
        """
        found = self.results.series.setdefault(group, {})
        wanted = {name: self.others(competitor)[0] for name, competitor in (sets or {}).items()} | dict(checked or {})
        for name in turns:
            scale = self.others((sets or {})[name])[1] if name in (sets or {}) else 1.0
            found[name] = Series(scale=scale)
        for number in range(self.plan.rounds):
            for name in list(turns) if number % 2 == 0 else list(turns)[::-1]:
                series = found[name]
                if series.failure:
                    continue
                tell(f"{group}, round {number + 1}: {name}")
                out = self.new_folder("made")
                try:
                    series.costs.append(turns[name](out))
                    if name in wanted and series.output is None:
                        series.output = output(out, wanted[name])
                except RunError as error:
                    series.failure = str(error)
                    tell(f"  failed: {error}")


def output(out: Path, sheets: Sequence[Sheet]) -> Output:
    """What was made of sheets.

    Raises:
        RunError: If a file is missing, or no PDF.
    """
    files = [out / f"{sheet.name}.pdf" for sheet in sheets]
    missing = [file.name for file in files if not file.is_file()]
    if missing:
        raise RunError(f"{len(missing)} of {len(files)} files are missing, such as {missing[0]}")
    counted = pages(files)
    if not all(counted):
        raise RunError(f"{counted.count(0)} of {len(files)} files are no PDF with pages")
    return Output(
        files=len(files), bytes=sum(file.stat().st_size for file in files), pages=sum(counted),
        expected_pages=sum(sheet.pages for sheet in sheets),
    )  # fmt: skip


def pages(files: Sequence[Path]) -> list[int]:
    """The pages of PDF files, counted by another process; 0 for what is none."""
    counted: list[int] = json.loads(run(own_module("pages", *files), env=bench_env())[1])
    return counted


def tell(words: str) -> None:
    """Say on standard error what is being done."""
    print(words, file=sys.stderr, flush=True)
