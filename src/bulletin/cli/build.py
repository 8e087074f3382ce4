"""`bulletin build`: records in; PDF files, pages for the web, pictures out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection
from concurrent.futures import Executor
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from bulletin.cli.speech import SpokenCommand, SpokenPath, argument, lang_option, option, speak_for
from bulletin.edition import EDITIONS, PAPERS_MM, ZOOMS
from bulletin.layout import DPI, DPIS, FORMATS
from bulletin.messages import N_, say

if TYPE_CHECKING:
    from bulletin.batch import Job, Order, Outcome
    from bulletin.cli.running import Teller

F = TypeVar("F", bound=Callable[..., object])
EVENTS = "json"
"""Asked for beside the formats of bulletins: what is done is told to programs."""


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


def order_options(function: F) -> F:
    """The options that say what is made of records, shared by `build` and `watch`."""
    for decorate in reversed(
        (
            option(
                "-e", "--edition", "editions", multiple=True, type=click.Choice(list(EDITIONS)),
                help=N_("edition; may be repeated"),
            ),
            option(
                "--zoom", metavar=N_("PERCENT"), default="100", callback=percent,
                help=N_("larger type in per cent, set anew: 100 to 300"),
            ),
            option(
                "-l", "--layout", "layouts", metavar=N_("LAYOUT"), multiple=True,
                help=N_("layout, see “bulletin layouts”, or the folder of your own; may be repeated"),
            ),
            option(
                "-f", "--format", "formats", multiple=True, type=click.Choice([*FORMATS, EVENTS]),
                help=N_(
                    "pdf, html (one page for the web) or png (pictures of the pages); may be repeated; "
                    "json tells other programs what is done, one line for each event"
                ),
            ),
            option(
                "--dpi", metavar=N_("NUMBER"), type=click.IntRange(DPIS[0], DPIS[-1]), default=None,
                help=N_("pixels per inch of pictures, 50 to 600; 150 when not given"),
            ),
            option(
                "--paper", type=click.Choice(list(PAPERS_MM), case_sensitive=False),
                help=N_("sheet, if the layout has others"),
            ),
            option("--landscape", is_flag=True, help=N_("the sheet on its long side, if the layout allows it")),
            option(
                "--pages", metavar=N_("NUMBER"), type=click.IntRange(1, 999), default=None,
                help=N_("fit the text to exactly so many pages"),
            ),
            option(
                "--two-sided", is_flag=True,
                help=N_("for printing on both sides: back pages have their margins mirrored"),
            ),
            option(
                "--booklet-ready", is_flag=True,
                help=N_("pages for notes at the end up to a multiple of four, so that it can be folded"),
            ),
            option(
                "-o", "--output", metavar=N_("FOLDER"), type=SpokenPath(), default=Path("out"),
                help=N_("folder for what is made; “out” when not given"),
            ),
            option("--final", is_flag=True, help=N_("only if the record is approved; no draft is made")),
            option("--embed-record", is_flag=True, help=N_("put the record into the PDF as an attachment")),
            option(
                "--date", metavar=N_("DATE"),
                help=N_("date on the stamp of a draft, such as 29/12/2023; today when not given"),
            ),
            option(
                "-j", "--jobs", "workers", metavar=N_("NUMBER"), type=click.IntRange(1, 256), default=None,
                help=N_("so many records are worked on at once; one for each core when not given"),
            ),
        )
    ):  # fmt: skip
        function = decorate(function)
    return function


@click.command(cls=SpokenCommand, help=N_("Make bulletins of records, or of all records in folders and below them."))
@argument("records", metavar=N_("RECORD|FOLDER…"), nargs=-1, required=True, type=SpokenPath())
@order_options
@option("--force", is_flag=True, help=N_("make everything, also what has not changed"))
@option("--explain", is_flag=True, help=N_("tell of each bulletin why it is made anew"))
@option("--prune", is_flag=True, help=N_("remove bulletins whose records are gone"))
@option(
    "--cluster", metavar=N_("ADDRESS"),
    help=N_("let other machines do the work: address of a Dask scheduler, such as tcp://10.0.0.5:8786"),
)  # fmt: skip
@option("-v", "--verbose", is_flag=True, help=N_("also tell what was changed so that pages fill"))
@lang_option
def build(
    records: tuple[Path, ...],
    *,
    output: Path,
    workers: int | None,
    force: bool,
    explain: bool,
    prune: bool,
    cluster: str | None,
    verbose: bool,
    **wanted: object,
) -> int:
    """Build RECORDS."""
    speak_for(records)
    from bulletin.batch import Receipts, claimed, found, jobs, orphans, passed_by, planned
    from bulletin.batch import prune as prune_orphans
    from bulletin.config import Offices
    from bulletin.deliver.files import ready, tidy

    order, as_events = ordered(**wanted)  # type: ignore[arg-type]
    if cluster is not None and workers:
        raise click.UsageError(
            say("{option} is for this computer alone; a cluster has its own workers", option="--jobs")
        )
    teller = teller_of(as_events, verbose=verbose)
    offices = Offices()
    all_found = found(records, apart=output)
    wanted_jobs = jobs(all_found, order, output, offices)
    receipts = Receipts(output)
    todo, refused = claimed(wanted_jobs, receipts.owns)
    tidy({output, *(path.parent for path in (*receipts.targets, *(job.target for job in todo)))})
    plan = planned(todo, receipts, offices, force=force)
    if plan.stale:
        ready(output)
    failed: list[Job] = []

    def tell(outcome: Outcome) -> None:
        if outcome.error is not None:
            failed.append(outcome.job)
        teller.tell(outcome)

    teller.begin(wanted_jobs, stale=len(plan.stale))
    try:
        if explain:
            for job, reasons in plan.stale.items():
                teller.explain(job, reasons)
        for outcome in (*plan.fresh, *refused):
            tell(outcome)
        if plan.stale:
            from bulletin.batch import build_many

            with _executor(plan.stale, workers, cluster) as executor:
                for outcome in build_many(plan.stale, executor=executor, keep=plan.keep):
                    tell(outcome)
                for remark in getattr(executor, "left_out", ()):
                    teller.remark(remark)
        gone = orphans(receipts, records, wanted_jobs, failed)
        removed, gone = prune_orphans(receipts, gone) if prune else ((), gone)
        teller.orphans(gone, removed)
        for remark in (*passed_by(all_found, records, output), *receipts.problems):
            teller.remark(remark)
    except BaseException as failure:
        # Also what was done before the clerk stopped it is told.
        teller.end(failure)
        raise
    return teller.end()


def ordered(
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
    final: bool,
    embed_record: bool,
    date: str | None,
) -> tuple[Order, bool]:
    """The order that options ask for, and whether it is told as events."""
    from bulletin.batch import Options, Order

    options = Options(
        paper=paper or "", landscape=landscape, pages=pages or 0, dpi=dpi or DPI, two_sided=two_sided,
        booklet_ready=booklet_ready, final=final, embed_record=embed_record, printed_on=day(date),
    )  # fmt: skip
    made = tuple(form for form in formats if form != EVENTS)
    order = Order(editions=editions, zoom=zoom, layouts=_known(layouts), formats=made or ("pdf",), options=options)
    return order, EVENTS in formats


def _executor(jobs: Collection[Job], workers: int | None, cluster: str | None) -> Executor:
    """Where the work is done. Of several records none may end the run; one alone needs no process of its own."""
    from bulletin.batch import Here, Pool, cores, patience

    if cluster is not None:
        from bulletin.batch import Cluster

        return Cluster(cluster)
    records = len({job.record for job in jobs})
    if records < 2:
        return Here()
    layouts = tuple(dict.fromkeys(job.layout for job in jobs))
    return Pool(min(workers or cores(), records), patience=patience, layouts=layouts)


def teller_of(as_events: bool, **manner: Any) -> Teller:
    """Who is told of a run: programs, or people in the manner that `Lines` takes."""
    if as_events:
        from bulletin.cli.events import Events

        return Events()
    from bulletin.cli.running import Lines

    return Lines(**manner)


def _known(layouts: tuple[str, ...]) -> tuple[str, ...]:
    """Layouts that there are; told once, not for each record."""
    if layouts:
        from bulletin.config import layout_named

        found = [layout_named(name) for name in layouts]
        return tuple(str(layout.folder) if layout.folder else layout.name for layout in found)
    return layouts
