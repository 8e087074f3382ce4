"""`bulletin watch`: bulletins made anew whenever a record, a photo, a layout or the settings are saved."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bulletin.cli.build import day, order_options, ordered, teller_of
from bulletin.cli.speech import SpokenCommand, SpokenPath, argument, lang_option, option, speak_for
from bulletin.messages import N_, say

if TYPE_CHECKING:
    from bulletin.batch import Gone, Order, Outcome, Round
    from bulletin.cli.running import Teller
    from bulletin.errors import Problem

_MANY = 10
"""So many bulletins in a round are worth a bar, so many records a table."""


@click.command(
    cls=SpokenCommand,
    help=N_("Make bulletins of records in folders, and make them anew whenever something is saved; Ctrl-C ends it."),
)
@argument("folders", metavar=N_("FOLDER|RECORD…"), nargs=-1, required=True, type=SpokenPath())
@order_options
@option("--open", "shows", is_flag=True, help=N_("show each bulletin that changes in a window, once"))
@option("--prune", is_flag=True, help=N_("remove bulletins whose records are gone"))
@option("-v", "--verbose", is_flag=True, help=N_("also tell what was changed so that pages fill"))
@lang_option
def watch(
    folders: tuple[Path, ...],
    *,
    output: Path,
    workers: int | None,
    shows: bool,
    prune: bool,
    verbose: bool,
    **wanted: object,
) -> None:
    """Watch FOLDERS."""
    speak_for(folders)
    from bulletin.batch import Gone, Outcome, Pool, Quiet, Round, cores, patience, watched
    from bulletin.deliver.files import ready

    order, as_events = ordered(**wanted)  # type: ignore[arg-type]
    ready(output)
    date = wanted["date"]
    assert date is None or isinstance(date, str)
    told = _Told(teller_of(as_events, verbose=verbose, many=_MANY, before=_clock))
    shown = _Shown() if shows else None
    with (
        Pool(workers or cores(), patience=patience, layouts=order.layouts) as pool,
        closing(watched(folders, _today(order, date), output, executor=pool, prune_gone=prune)) as happenings,
    ):
        pool.prestart()
        try:
            for happening in happenings:
                if isinstance(happening, Round):
                    told.round(happening)
                    if shown:
                        shown.round(happening)
                elif isinstance(happening, Outcome):
                    told.outcome(happening)
                    if shown:
                        shown.outcome(happening)
                elif isinstance(happening, Gone):
                    told.gone(happening)
                elif isinstance(happening, Quiet):
                    told.quiet()
                else:
                    told.remark(happening)
        finally:
            told.end()


def _today(order: Order, date: str | None) -> Callable[[], Order]:
    """The order, with the day on which it is asked for unless one was typed."""
    if date is not None:
        return lambda: order
    return lambda: replace(order, options=replace(order.options, printed_on=day(None)))


def _clock() -> str:
    """The time of day, before a line."""
    return f"{dt.datetime.now().astimezone():%H:%M:%S} "


class _Told:
    """Tells what happens; on a terminal a line that stands for waiting goes when something does."""

    def __init__(self, teller: Teller) -> None:
        self._teller = teller
        self._is_running = self._is_waiting = False

    def round(self, happening: Round) -> None:
        self.end()
        self._is_running = True
        self._teller.begin(happening.jobs, stale=happening.stale)

    def outcome(self, outcome: Outcome) -> None:
        self._teller.tell(outcome)

    def gone(self, happening: Gone) -> None:
        self.end()
        self._teller.orphans(happening.orphans, happening.removed)

    def remark(self, problem: Problem) -> None:
        self.end()
        self._teller.remark(problem)

    def quiet(self) -> None:
        self.end()
        # Ctrl-C may come as soon as the line stands there.
        self._is_waiting = sys.stderr.isatty()
        self._is_waiting = self._teller.wait()

    def end(self) -> None:
        """End the round, and take the line away."""
        if self._is_waiting:
            self._is_waiting = False
            click.echo("\r\x1b[K", nl=False, err=True)
        if self._is_running:
            self._is_running = False
            self._teller.end()


class _Shown:
    """Shows what changes: a single record at once, of many the one that was saved last."""

    def __init__(self) -> None:
        self._shown: set[Path] = set()
        self._rounds = 0
        self._record: Path | None = None
        self._is_single = False

    def round(self, happening: Round) -> None:
        self._rounds += 1
        self._record = None
        self._is_single = len({job.record for job in happening.jobs}) == 1

    def outcome(self, outcome: Outcome) -> None:
        if self._rounds == 1 and not self._is_single:
            # What was stale at the beginning is not what the clerk works on.
            return
        self._record = self._record or outcome.job.record
        first = next(iter(outcome.files), None)
        if first and outcome.job.record == self._record and first not in self._shown:
            self._shown.add(first)
            from bulletin.cli.viewer import show_file

            if not show_file(first):
                click.echo(say("{path} cannot be shown: nothing here opens such files", path=first), err=True)
