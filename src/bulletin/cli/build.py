"""`bulletin build`: records in, PDF files out."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bulletin.cli.speech import SpokenCommand, lang_option, option
from bulletin.edition import EDITIONS
from bulletin.messages import N_, say, say_n

if TYPE_CHECKING:
    from bulletin.batch import Outcome


@click.command(cls=SpokenCommand, help=N_("Make bulletins of records, or of all records in a folder."))
@click.argument("records", metavar="RECORD|FOLDER...", nargs=-1, required=True, type=click.Path(path_type=Path))
@option(
    "-e", "--edition", "editions", multiple=True, type=click.Choice(list(EDITIONS)), help=N_("edition; may be repeated")
)
@option(
    "--zoom",
    metavar="PERCENT",
    type=click.IntRange(100, 300),
    default=100,
    help=N_("larger type in per cent, set anew: 100 to 300"),
)
@option("-l", "--layout", metavar="LAYOUT", help=N_("layout, see “bulletin layouts”"))
@option(
    "-o",
    "--output",
    metavar="FOLDER",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("out"),
    help=N_("folder for the PDF files; “out” when not given"),
)
@option("--final", is_flag=True, help=N_("only if the record is approved; no draft is made"))
@option("--embed-record", is_flag=True, help=N_("put the record into the PDF as an attachment"))
@option(
    "--date", "date", metavar="DATE", help=N_("date on the stamp of a draft, such as 29/12/2023; today when not given")
)
@lang_option
def build(
    records: tuple[Path, ...],
    *,
    editions: tuple[str, ...],
    zoom: int,
    layout: str | None,
    output: Path,
    final: bool,
    embed_record: bool,
    date: str | None,
) -> int:
    """Build RECORDS."""
    from bulletin.batch import Order, expanded, jobs, run
    from bulletin.deliver.files import good_name, save

    order = Order(
        editions=editions, zoom=zoom, layout=layout, final=final, embed_record=embed_record,
        printed_on=_day(date),
    )  # fmt: skip
    paths = expanded(records)
    todo = jobs(paths, order, lambda name: output / good_name(name))
    outcomes = []
    with click.progressbar(
        length=len(todo), label=say("building"), file=sys.stderr, hidden=not sys.stderr.isatty() or len(todo) < 2
    ) as bar:  # fmt: skip
        for outcome in run(todo, order, save):
            outcomes.append(outcome)
            bar.update(1)
    return _told(outcomes)


def _told(outcomes: Sequence[Outcome]) -> int:
    from bulletin.cli.ending import tell
    from bulletin.cli.speech import show

    code = 0
    for outcome in outcomes:
        show(outcome.notes, warning=True)
        if outcome.error:
            tell(outcome.error)
            code = code or outcome.error.exit_code
    for outcome in outcomes:
        if outcome.error:
            click.echo(say("{path}: not made", path=outcome.target))
        else:
            click.echo(_line(outcome.target, outcome.pages, outcome.size, outcome.seconds, len(outcome.notes)))
    return code


def _line(path: Path, pages: int, size: int, seconds: float, notes: int) -> str:
    parts = [
        say_n("{n} page", "{n} pages", n=pages),
        f"{max(1, round(size / 1000))} kB",
        f"{seconds:.1f} s",
        say_n("{n} note", "{n} notes", n=notes) if notes else "",
    ]
    return f"{path}: " + ", ".join(part for part in parts if part)


def _day(typed: str | None) -> dt.date:
    if typed is None:
        # The only place where the clock is read.
        return dt.datetime.now().astimezone().date()
    from bulletin.vietnamese.dates import read_dates

    found = read_dates(typed)
    if found is None or found[1]:
        raise click.BadParameter(
            say("“{typed}” is not a date; day first, such as 29/12/2023", typed=typed), param_hint="--date"
        )
    return found[0]
