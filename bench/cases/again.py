"""All records a second time: when nothing has changed, when some have, when the masthead has."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from pathlib import Path

from competitors.typst_binding import Typst
from measure import Cost
from results import ratio_goal
from stage import Stage

NOTHING, SOME, MASTHEAD = "nothing changed", "some changed", "masthead changed"
_SHARE = 20
"""One record in so many is changed."""
_ISSUE = re.compile(r"(?<=, kỳ )\d+")


def again(stage: Stage) -> None:
    """Beside Typst, which sets all of them anew, on the clock."""
    typst, program = Typst(), stage.filled
    records, kept = stage.copy_of_records("changing"), stage.new_folder("kept")
    program.build(records, kept)
    count = itertools.count(1)

    def after(change: Callable[[int], None]) -> Callable[[Path], Cost]:
        def act(_: Path) -> Cost:
            change(next(count))
            return program.build(records, kept)

        return act

    some = sorted(records.glob("*.yaml"))[:: min(_SHARE, len(stage.sheets) // 2)]

    def change_some(number: int) -> None:
        for record in some:
            change_word(record, number)

    stage.rounds(
        "again",
        {
            NOTHING: after(lambda _: None),
            SOME: after(change_some),
            MASTHEAD: after(lambda number: change_masthead(records / "bulletin.toml", number)),
            typst.name: stage.turn(typst),
        },
        sets={typst.name: typst},
    )
    total = len(stage.sheets)
    for case, ours, goal in (
        (f"{total} records, nothing changed", NOTHING, ratio_goal("1/10")),
        (f"{total} records, {len(some)} changed", SOME, ratio_goal("1/2")),
        (f"{total} records, masthead changed", MASTHEAD, None),
    ):
        stage.results.compare(case, "again", typst.name, "wall_s", ours=ours, goal=goal)


def change_word(record: Path, number: int) -> None:
    """Change one word of a record, as a clerk would: the number at the end of its title."""
    text = record.read_text(encoding="utf-8")
    record.write_text(_ISSUE.sub(str(1000 + number), text, count=1), encoding="utf-8")


def change_masthead(settings: Path, number: int) -> None:
    """Give all records another masthead."""
    text = settings.read_text(encoding="utf-8")
    masthead = f'masthead = "TIN HỘI NGHỊ {number}"'
    settings.write_text(re.sub(r"^masthead = .*$", masthead, text, flags=re.MULTILINE), encoding="utf-8")
