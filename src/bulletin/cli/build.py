"""`bulletin build`: records in; PDF files, pages for the web, pictures out."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bulletin.cli.speech import SpokenCommand, argument, lang_option, option, speak_for
from bulletin.cli.telling import code_of, problems_of, show
from bulletin.edition import EDITIONS, PAPERS_MM, ZOOMS
from bulletin.layout import DPI, DPIS, FORMATS
from bulletin.messages import N_, say, say_n

if TYPE_CHECKING:
    from bulletin.batch import Outcome
    from bulletin.errors import Problem


def percent(_: click.Context, __: click.Parameter, typed: str) -> int:
    """Read a zoom: `140`, also `140%`."""
    digits = typed.strip().removesuffix("%").rstrip()
    # Python reads far larger numbers, but not of any length.
    if not (digits.isdecimal() and len(digits) < 5 and int(digits) in ZOOMS):
        raise click.BadParameter(
            say(
                "“{typed}” does not do; a whole number from {least} to {most} is wanted, such as 140",
                typed=typed, least=ZOOMS[0], most=ZOOMS[-1],
            )
        )  # fmt: skip
    return int(digits)


@click.command(cls=SpokenCommand, help=N_("Make bulletins of records, or of all records in a folder."))
@argument("records", metavar=N_("RECORD|FOLDER…"), nargs=-1, required=True, type=click.Path(path_type=Path))
@option(
    "-e", "--edition", "editions", multiple=True, type=click.Choice(list(EDITIONS)), help=N_("edition; may be repeated")
)
@option(
    "--zoom", metavar=N_("PERCENT"), default="100", callback=percent,
    help=N_("larger type in per cent, set anew: 100 to 300"),
)  # fmt: skip
@option(
    "-l", "--layout", "layouts", metavar=N_("LAYOUT"), multiple=True,
    help=N_("layout, see “bulletin layouts”, or the folder of your own; may be repeated"),
)  # fmt: skip
@option(
    "-f", "--format", "formats", multiple=True, type=click.Choice(list(FORMATS)),
    help=N_("pdf, html (one page for the web) or png (pictures of the pages); may be repeated"),
)  # fmt: skip
@option(
    "--dpi", metavar=N_("NUMBER"), type=click.IntRange(DPIS[0], DPIS[-1]), default=None,
    help=N_("pixels per inch of pictures, 50 to 600; 150 when not given"),
)  # fmt: skip
@option("--paper", type=click.Choice(list(PAPERS_MM), case_sensitive=False), help=N_("sheet, if the layout has others"))
@option("--landscape", is_flag=True, help=N_("the sheet on its long side, if the layout allows it"))
@option(
    "--pages", metavar=N_("NUMBER"), type=click.IntRange(1, 999), default=None,
    help=N_("fit the text to exactly so many pages"),
)  # fmt: skip
@option("--two-sided", is_flag=True, help=N_("for printing on both sides: back pages have their margins mirrored"))
@option(
    "--booklet-ready", is_flag=True,
    help=N_("pages for notes at the end up to a multiple of four, so that it can be folded"),
)  # fmt: skip
@option(
    "-o", "--output", metavar=N_("FOLDER"), type=click.Path(path_type=Path), default=Path("out"),
    help=N_("folder for what is made; “out” when not given"),
)  # fmt: skip
@option("--final", is_flag=True, help=N_("only if the record is approved; no draft is made"))
@option("--embed-record", is_flag=True, help=N_("put the record into the PDF as an attachment"))
@option("-v", "--verbose", is_flag=True, help=N_("also tell what was changed so that pages fill"))
@option("--date", metavar=N_("DATE"), help=N_("date on the stamp of a draft, such as 29/12/2023; today when not given"))
@lang_option
def build(
    records: tuple[Path, ...],
    *,
    editions: tuple[str, ...],
    zoom: int,
    layouts: tuple[str, ...],
    formats: tuple[str, ...],
    dpi: int | None,
    paper: str | None,
    landscape: bool,
    pages: int | None,
    two_sided: bool,
    booklet_ready: bool,
    output: Path,
    final: bool,
    embed_record: bool,
    verbose: bool,
    date: str | None,
) -> int:
    """Build RECORDS."""
    speak_for(records)
    from bulletin.batch import Order, expanded, jobs, run
    from bulletin.deliver.files import good_name, ready, save, save_together

    order = Order(
        editions=editions, zoom=zoom, layouts=_known(layouts), paper=paper or "", landscape=landscape,
        formats=formats or ("pdf",), dpi=dpi or DPI, pages=pages or 0, two_sided=two_sided,
        booklet_ready=booklet_ready, final=final, embed_record=embed_record, printed_on=day(date),
    )  # fmt: skip
    ready(output)
    todo = jobs(expanded(records), order, lambda stem: output / good_name(stem))
    outcomes: list[Outcome] = []
    try:
        with click.progressbar(
            length=len(todo), label=say("building"), file=sys.stderr,
            hidden=len(todo) < 2 or not sys.stderr.isatty(),
        ) as bar:  # fmt: skip
            for outcome in run(todo, order, save, save_together):
                outcomes.append(outcome)
                bar.update(1)
    finally:
        # Also what was done before the clerk stopped it.
        code = _told(outcomes, verbose=verbose)
    return code


def _told(outcomes: Sequence[Outcome], *, verbose: bool) -> int:
    """Print what became of everything; give the exit code of the first that failed."""
    errors: list[Exception] = []
    problems: dict[Problem, None] = {}
    noted: dict[Problem, None] = {}
    for outcome in outcomes:
        show((note for note in outcome.notes if note not in noted), warning=True)
        noted.update(dict.fromkeys(outcome.notes))
        # One fault of a record stands for all its editions, one of the machine for all records.
        if outcome.error and not any(outcome.error is told for told in errors):
            errors.append(outcome.error)
            new = [problem for problem in problems_of(outcome.error, outcome.job.record) if problem not in problems]
            problems.update(dict.fromkeys(new))
            show(new)
    if any(outcome.files for outcome in outcomes):
        from bulletin.pipeline import engine_notes

        for note in engine_notes():
            click.echo(f"{say('note')}: {note}", err=True)
    lines = {_line(outcome, outcomes): outcome for outcome in outcomes}
    for line, outcome in lines.items():
        click.echo(line)
        if verbose and outcome.pages:
            for change in outcome.changes or (say("set as the layout has it; nothing had to be changed"),):
                click.echo(f"    {change}", err=True)
    return code_of(errors[0]) if errors else 0


def _line(outcome: Outcome, outcomes: Sequence[Outcome]) -> str:
    if not outcome.files:
        record, edition = outcome.job.record, outcome.job.edition.suffix.removeprefix(".")
        is_whole_record = sum(other.error is outcome.error for other in outcomes) > 1
        form = outcome.job.format if outcome.job.format != "pdf" else ""
        same = [other for other in outcomes if other.job.record == record]
        is_one_of_several = len({other.job.layout for other in same}) > 1
        is_every_layout = all(other.error is outcome.error for other in same)
        layout = Path(outcome.job.layout).name if is_one_of_several and not is_every_layout else ""
        which = ", ".join(part for part in (layout, "" if is_whole_record else edition, form) if part)
        return say("{record}: not made", record=f"{record} ({which})" if which else record)
    parts = [
        *([say_n("{n} page", "{n} pages", n=outcome.pages)] if outcome.pages else []),
        f"{max(1, round(outcome.size / 1000))} kB",
        f"{outcome.seconds:.1f} s",
    ]
    if outcome.notes:
        parts.append(say_n("{n} note", "{n} notes", n=len(outcome.notes)))
    return f"{_names(outcome.files)}: {', '.join(parts)}"


def _names(files: Sequence[Path]) -> str:
    """One file, or the first and the last of the pages and what comes beside them."""
    if len(files) < 3:
        return ", ".join(map(str, files))
    first, *_, last, beside = files
    return f"{first} … {last.name}, {beside.name}"


def _known(layouts: tuple[str, ...]) -> tuple[str, ...]:
    """Layouts that there are; told once, not for each record."""
    if layouts:
        from bulletin.config import layout_named

        found = [layout_named(name) for name in layouts]
        return tuple(str(layout.folder) if layout.folder else layout.name for layout in found)
    return layouts


def day(typed: str | None) -> dt.date:
    """Read the date on the stamp of a draft; today when none is typed."""
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
