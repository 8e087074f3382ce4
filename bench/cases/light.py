"""What is to cost little: help, which loads no engine; and a record of thousands of people, in memory."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

from measure import Cost, run
from program import COMMAND
from results import OURS, Goal, Row, ratio_goal
from stage import Stage

_PEOPLE = 5_000
_ENGINE = "import weasyprint"
_MOST_MIB = 800


def help_alone(stage: Stage) -> None:
    """`bulletin --help` beside the import of the engine."""
    program = stage.program

    def ours(_: Path) -> Cost:
        return run((COMMAND, "--help"), env=program.env)[0]

    def theirs(_: Path) -> Cost:
        return run((sys.executable, "-c", _ENGINE))[0]

    stage.rounds("help", {OURS: ours, _ENGINE: theirs})
    stage.results.compare("bulletin --help", "help", _ENGINE, "cpu_s", goal=ratio_goal("0.35"))


def crowd(stage: Stage) -> None:
    """Memory for a record with as many people as one may have, in the panel of facts and as a roll."""
    goal = Goal(most=_MOST_MIB, text=f"≤ {_MOST_MIB} MiB")
    folder = stage.new_folder("crowd")
    for key in ("thành phần", "kết nạp"):
        record = folder / "many.yaml"
        record.write_text(_crowded(key), encoding="utf-8")
        group = f"crowd, {key}"
        stage.rounds(group, {OURS: partial(stage.program.build, record)})
        series = stage.results.series[group][OURS]
        stage.results.rows.append(
            Row(
                case=f"{_PEOPLE:,} people under “{key}”, peak memory", against="", unit="MiB",
                ours=series.figure("peak_mib"), goal=goal, failure=series.failure,
            )
        )  # fmt: skip


def _crowded(key: str) -> str:
    people = "\n".join(f"  - Nguyễn Văn {chr(65 + number % 26)}{number}" for number in range(_PEOPLE))
    return (
        f"tiêu đề: Hội nghị toàn thể\nngày: 29/12/2023\nđơn vị: {{tên: Đảng bộ xã}}\nchủ trì: Trần Thị B, Bí thư\n"
        f"nội dung: Hội nghị đã thống nhất chương trình công tác.\n{key}:\n{people}\n"
    )
