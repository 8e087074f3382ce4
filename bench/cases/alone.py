"""One record: in a process that starts for it, and in one that is warm."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from competitors.common import bench_env, own_module
from competitors.weasyprint_command import WeasyPrintCommand
from measure import Cost
from program import Program
from results import OURS, Goal, Row, Series, middle, ratio_goal
from sheets import Sheet
from stage import Stage, tell

NEW = f"{OURS}, never made up before"
_SEARCHED = "its pages never made up before"


def one_cold(stage: Stage) -> None:
    """A command for one record, photos prepared on both sides."""
    engine, program, chosen = WeasyPrintCommand(), stage.filled, stage.sample
    stage.rounds(
        "one-cold",
        {
            OURS: partial(_one_by_one, program, chosen),
            NEW: partial(_one_by_one, program, chosen, forget=True),
            engine.name: lambda out: engine.set(stage.sheets_folder, chosen, out),
        },
        checked=dict.fromkeys((OURS, NEW, engine.name), chosen),
    )
    for series in stage.results.series["one-cold"].values():
        series.scale = 1 / len(chosen)
    stage.results.compare("one record, cold", "one-cold", engine.name, "cpu_s", goal=ratio_goal("0.75"))
    stage.results.compare(f"one record, cold, {_SEARCHED}", "one-cold", engine.name, "cpu_s", ours=NEW)


def _one_by_one(program: Program, chosen: Sequence[Sheet], out: Path, *, forget: bool = False) -> Cost:
    cost = Cost(0.0, 0.0, 0.0)
    if forget:
        program.forget_all_but_photos()
    for sheet in chosen:
        cost += program.build(Path(sheet.record), out, jobs=1)
    return cost


class _Server:
    """A warm process that sets records on demand."""

    def __init__(self, stage: Stage, kind: str) -> None:
        env = {**os.environ, **bench_env(), **stage.program.env, "PYTHONPATH": bench_env()["PYTHONPATH"]}
        self._process = subprocess.Popen(
            [*map(str, own_module("warm", kind, stage.sheets_folder))], env=env, stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, text=True,
        )  # fmt: skip

    def set(self, name: str) -> dict[str, float]:
        """Set one record."""
        assert self._process.stdin
        assert self._process.stdout
        print(name, file=self._process.stdin, flush=True)
        answer: dict[str, float] = json.loads(self._process.stdout.readline())
        return answer

    def stop(self) -> None:
        """End the process."""
        assert self._process.stdin
        self._process.stdin.close()
        self._process.wait()


def one_warm(stage: Stage) -> None:
    """Our whole line in a warm process beside the plain warm engine on the same HTML; preflight apart."""
    program, chosen, other = stage.filled, stage.sample, "plain warm WeasyPrint"
    ours, plain = _Server(stage, "ours"), _Server(stage, "plain")
    group = stage.results.series.setdefault("one-warm", {})
    group |= {name: Series(scale=1 / len(chosen)) for name in (OURS, NEW, other)}
    a_page: list[float] = []
    try:
        for sheet in chosen:
            for server in (ours, plain):
                server.set(sheet.name)
        for number in range(stage.plan.rounds):
            tell(f"one-warm, round {number + 1}")
            took = dict.fromkeys(group, 0.0)
            preflight_s = pages = 0.0
            for sheet in chosen:
                known = ours.set(sheet.name)
                took[OURS] += known["cpu_s"]
                preflight_s, pages = preflight_s + known["preflight_s"], pages + known["pages"]
                took[other] += plain.set(sheet.name)["cpu_s"]
            program.forget_all_but_photos()
            took[NEW] = sum(ours.set(sheet.name)["cpu_s"] for sheet in chosen)
            for name, seconds in took.items():
                group[name].costs.append(Cost(seconds, seconds, 0.0))
            a_page.append(preflight_s / pages * 1000)
    finally:
        ours.stop()
        plain.stop()
    stage.results.compare("one record, warm", "one-warm", other, "cpu_s", goal=ratio_goal("1.10"))
    stage.results.compare(f"one record, warm, {_SEARCHED}", "one-warm", other, "cpu_s", ours=NEW)
    stage.results.rows.append(
        Row(case="preflight, a page", against="", unit="ms", ours=middle(a_page), goal=Goal(most=2.0, text="≤ 2 ms"))
    )
