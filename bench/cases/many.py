"""All records: built cold, beside all others; by two workers beside one."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from competitors.chromium import Chromium
from competitors.common import Competitor
from competitors.naive import NaiveLoop
from competitors.prince import Prince
from competitors.typst_binding import Typst
from competitors.weasyprint_command import WeasyPrintCommand
from measure import Cost
from results import OURS, ratio_goal
from stage import Stage, Turn

ONE, TWO = "one worker", "two workers"


def cold(stage: Stage) -> None:
    """All records from nothing: once with photos as they come, once with photos prepared."""
    _unprepared(stage)
    _prepared(stage)


def _unprepared(stage: Stage) -> None:
    engine, typst, program = WeasyPrintCommand(), Typst(), stage.fresh_program

    def ours(out: Path) -> Cost:
        program.forget()
        return program.build(stage.records, out)

    turns: dict[str, Turn] = {
        OURS: ours,
        engine.name: stage.turn(engine, stage.photo_work),
        typst.name: lambda out: typst.set_with_photos(stage.sheets_folder, stage.sheets, out),
    }
    group = "cold, photos unprepared"
    stage.rounds(group, turns, sets={engine.name: engine, typst.name: typst}, checked={OURS: stage.sheets})
    case = f"{len(stage.sheets)} records, {group}"
    stage.results.compare(case, group, engine.name, "cpu_s", goal=ratio_goal("1/6"))
    stage.results.compare(case, group, typst.name, "cpu_s", goal=ratio_goal("1.3"))


def _prepared(stage: Stage) -> None:
    program = stage.filled

    def ours(out: Path) -> Cost:
        program.forget_all_but_photos()
        return program.build(stage.records, out)

    others: tuple[tuple[Competitor, str], ...] = (
        (WeasyPrintCommand(), "1/9"), (NaiveLoop(), "0.65"), (Typst(), "2.5"), (Prince(), "1.4"), (Chromium(), ""),
    )  # fmt: skip
    turns: dict[str, Turn] = {OURS: ours} | {other.name: stage.turn(other) for other, _ in others}
    group = "cold, photos prepared"
    stage.rounds(group, turns, sets={other.name: other for other, _ in others}, checked={OURS: stage.sheets})
    stage.results.about["programs"] = {other.name: other.version() for other, _ in others}
    case = f"{len(stage.sheets)} records, {group}"
    for other, goal in others:
        stage.results.compare(case, group, other.name, "cpu_s", goal=ratio_goal(goal) if goal else None)


def workers(stage: Stage) -> None:
    """The same work by two workers and by one, on the clock."""
    program = stage.filled

    def by(number: int, out: Path) -> Cost:
        program.forget_all_but_photos()
        return program.build(stage.records, out, jobs=number)

    stage.rounds("workers", {TWO: partial(by, 2), ONE: partial(by, 1)}, checked=dict.fromkeys((TWO, ONE), stage.sheets))
    case = f"{len(stage.sheets)} records, two workers"
    stage.results.compare(case, "workers", ONE, "wall_s", ours=TWO, goal=ratio_goal("0.58"))
