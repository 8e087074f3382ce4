"""A run told to people: a bar while it goes on if there is a terminal, a line for each bulletin, a table at the end."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import click

from bulletin.cli.telling import code_of, echo, problems_of, result, show
from bulletin.errors import OutputError, Problem
from bulletin.messages import N_, decimal, say, say_n

if TYPE_CHECKING:
    from bulletin.batch import Job, Orphan, Outcome

_COLUMNS = (N_("built"), N_("unchanged"), N_("warned"), N_("failed"), N_("pages"), N_("MB"), N_("seconds"))
_NAMED = 5
"""So many files without a record are named; of more the number is told."""


class Teller(Protocol):
    """Whoever is told of a run."""

    def begin(self, jobs: Sequence[Job], *, stale: int) -> None:
        """All jobs, in their order, and how many of them are to be done."""

    def explain(self, job: Job, reasons: Sequence[str]) -> None:
        """Why a job is to be done."""

    def tell(self, outcome: Outcome) -> None:
        """What became of a job."""

    def remark(self, problem: Problem) -> None:
        """Something that is amiss with the run as a whole and stops nothing."""

    def orphans(self, gone: Sequence[Orphan], removed: Sequence[Path]) -> None:
        """Bulletins without a record, and which files of them were removed."""

    def wait(self) -> bool:
        """All is done until something is saved; whether a line stands there that has to go then."""

    def end(self, failure: BaseException | None = None) -> int:
        """The run is over; gives its exit code.

        Args:
            failure: What ended it before its time.
        """


class Tally:
    """What a run comes to."""

    def __init__(self) -> None:
        self.built = self.unchanged = self.warned = self.failed = self.pages = self.bytes = 0
        self._start = time.monotonic()
        self._places: dict[Job, int] = {}
        self._first: tuple[int, Exception] | None = None

    @property
    def undone(self) -> int:
        """Jobs of which nothing was told."""
        return len(self._places) - self.built - self.unchanged - self.failed

    def begin(self, jobs: Sequence[Job]) -> None:
        """The jobs in their order."""
        self._places = {job: place for place, job in enumerate(jobs)}

    def add(self, outcome: Outcome) -> None:
        """Count one more."""
        self.built += bool(outcome.files) and not outcome.unchanged
        self.unchanged += outcome.unchanged
        self.warned += outcome.warned
        self.failed += outcome.error is not None
        if outcome.files and not outcome.unchanged:
            self.pages += outcome.pages
            self.bytes += outcome.size
        place = self._places.get(outcome.job, 0)
        if outcome.error and (self._first is None or place < self._first[0]):
            self._first = (place, outcome.error)

    @property
    def seconds(self) -> float:
        """Since the run began."""
        return time.monotonic() - self._start

    @property
    def code(self) -> int:
        """The exit code: that of the first job that failed, in the order of the jobs."""
        return code_of(self._first[1]) if self._first else 0


class Lines:
    """Tells people. On a terminal, the bar stays below the lines."""

    def __init__(self, *, verbose: bool, many: int = 2, before: Callable[[], str] = str) -> None:
        """Tell nothing yet.

        Args:
            verbose: Whether it is told what was changed so that pages fill.
            many: So many bulletins are worth a bar, so many records a table.
            before: Gives what stands before each line about a bulletin.
        """
        self._verbose, self._many, self._before = verbose, many, before
        self._tally = Tally()
        self._is_long = False
        self._group: list[Outcome] = []
        self._bar: Any = None
        self._stack = ExitStack()
        self._errors: list[Exception] = []
        self._problems: set[Problem] = set()
        self._noted: set[Problem] = set()
        self._machine: set[str] = set()

    def begin(self, jobs: Sequence[Job], *, stale: int) -> None:
        """See `Teller`; another run may begin when one has ended."""
        self._tally = Tally()
        self._tally.begin(jobs)
        self._errors, self._problems, self._noted = [], set(), set()
        # Of one record its lines tell everything.
        self._is_long = len({job.record for job in jobs}) >= self._many
        if stale >= self._many and sys.stderr.isatty():
            self._bar = self._stack.enter_context(
                click.progressbar(
                    length=stale, label=say("building"), file=sys.stderr, show_pos=True, show_percent=True, width=0,
                    item_show_func=self._rate,
                )
            )  # fmt: skip

    def explain(self, job: Job, reasons: Sequence[str]) -> None:
        """See `Teller`."""
        self._wipe()
        # Of pictures there are several.
        target = job.target if job.format != "png" else job.target.with_name(f"{job.target.stem}-*.png")
        echo(f"{target}: {'; '.join(reasons)}", err=True)

    def tell(self, outcome: Outcome) -> None:
        """See `Teller`."""
        self._tally.add(outcome)
        if self._group and self._group[0].job.record != outcome.job.record:
            self._flush()
        self._group.append(outcome)
        # What is refused from the beginning was not counted.
        if self._bar is not None and not outcome.unchanged and self._bar.pos < self._bar.length:
            self._bar.update(1, outcome)

    def remark(self, problem: Problem) -> None:
        """See `Teller`."""
        self._settle()
        show([problem], warning=True)

    def orphans(self, gone: Sequence[Orphan], removed: Sequence[Path]) -> None:
        """See `Teller`."""
        self._settle()
        for path in removed:
            echo(say("{path}: removed, its record is gone", path=path), err=True)
        is_removed = frozenset(removed)
        by_reason: dict[str, list[Path]] = {}
        for orphan in gone:
            for path in orphan.files:
                if path not in is_removed:
                    by_reason.setdefault(orphan.kept.get(path, ""), []).append(path)
        for why, files in by_reason.items():
            count = say_n("{n} file has no record any more", "{n} files have no record any more", n=len(files))
            echo(f"{count}: {_few(files) if not self._verbose else ', '.join(map(str, files))}", err=True)
            if len(files) > _NAMED and not self._verbose:
                echo(f"    → {say('see all of them with {option}', option='--verbose')}", err=True)
            told = say("kept: {why}", why=why) if why else say("remove them with {option}", option="--prune")
            echo(f"    → {told}", err=True)

    def end(self, failure: BaseException | None = None) -> int:
        """See `Teller`."""
        self._settle()
        if failure is not None and (undone := self._tally.undone):
            click.echo(say_n("{n} bulletin was not made any more", "{n} bulletins were not made any more", n=undone),
                       err=True)  # fmt: skip
        if self._is_long:
            click.echo(self._table(), err=True)
        return self._tally.code

    def wait(self) -> bool:
        """All is done until something is saved; whether a line stands there that has to go then."""
        if sys.stderr.isatty():
            line = say("waiting until something is saved; Ctrl-C ends it")
            click.echo(f"{self._before()}{line}", nl=False, err=True)
        return sys.stderr.isatty()

    def _settle(self) -> None:
        """Print what waits, and close the bar."""
        self._flush()
        self._stack.close()
        self._bar = None

    def _flush(self) -> None:
        """Print what became of a record."""
        group, self._group = self._group, []
        if group:
            self._wipe()
        for outcome in group:
            show((note for note in dict.fromkeys(outcome.notes) if note not in self._noted), warning=True)
            self._noted.update(outcome.notes)
            # One fault of a record stands for all its editions, one of the machine for all records.
            if outcome.error and not any(outcome.error is told for told in self._errors):
                self._errors.append(outcome.error)
                problems = problems_of(outcome.error, outcome.job.record)
                show(problem for problem in dict.fromkeys(problems) if problem not in self._problems)
                self._problems.update(problems)
            for note in outcome.machine:
                if note not in self._machine:
                    self._machine.add(note)
                    click.echo(f"{say('note')}: {note}", err=True)
        for line, outcome in {_line(outcome, group): outcome for outcome in group}.items():
            # In a long list those that were made are looked for.
            if outcome.unchanged and self._is_long and not self._verbose:
                continue
            result(f"{self._before()}{line}")
            if self._verbose and outcome.pages and not outcome.unchanged:
                for change in outcome.changes or (say("set as the layout has it; nothing had to be changed"),):
                    click.echo(f"    {change}", err=True)

    def _wipe(self) -> None:
        """Make room where the bar stands; with the next step it is drawn anew."""
        if self._bar is not None:
            click.echo("\r\x1b[K", nl=False, err=True)

    def _rate(self, outcome: Outcome | None) -> str:
        """Bulletins in a second, beside the bar."""
        done = self._tally.built + self._tally.failed
        seconds = self._tally.seconds
        return say("{n} a second", n=decimal(done / seconds)) if outcome and seconds else ""

    def _table(self) -> str:
        tally = self._tally
        values = (
            str(tally.built), str(tally.unchanged), str(tally.warned), str(tally.failed), str(tally.pages),
            decimal(tally.bytes / 1e6), decimal(tally.seconds),
        )  # fmt: skip
        heads = [say(head) for head in _COLUMNS]
        widths = [max(len(head), len(value)) for head, value in zip(heads, values, strict=True)]
        row: Callable[[Sequence[str]], str] = lambda cells: "  ".join(  # noqa: E731
            cell.rjust(width) for cell, width in zip(cells, widths, strict=True)
        )
        return f"{row(heads)}\n{row(values)}"


def _line(outcome: Outcome, outcomes: Sequence[Outcome]) -> str:
    """What became of a job, among all that became of its record."""
    if outcome.unchanged:
        return f"{_names(outcome.files)}: {say('unchanged')}"
    if not outcome.files:
        record, edition = outcome.job.record, outcome.job.edition.suffix.removeprefix(".")
        # What cannot be written is told with its own path, each for itself.
        is_whole_record = sum(other.error is outcome.error for other in outcomes) > 1
        is_everything = all(other.error is outcome.error for other in outcomes)
        is_one_form = not is_everything or len({other.job.format for other in outcomes}) == 1
        form = outcome.job.format if outcome.job.format != "pdf" and is_one_form else ""
        is_one_of_several = len({other.job.layout for other in outcomes}) > 1
        layout = Path(outcome.job.layout).name if is_one_of_several and not is_everything else ""
        is_one_file = isinstance(outcome.error, OutputError) and is_whole_record
        which = ", ".join(
            part for part in (layout, "" if is_whole_record and not is_one_file else edition, form) if part
        )
        line = say("{record}: not made", record=f"{record} ({which})" if which else record)
        old = [path for other in outcomes if other.error is outcome.error and (path := old_of(other))]
        return f"{line}; {say('{files}: still from before', files=_few(old))}" if old else line
    parts = [
        *([say_n("{n} page", "{n} pages", n=outcome.pages)] if outcome.pages else []),
        f"{max(1, round(outcome.size / 1000))} kB",
        f"{decimal(outcome.seconds)} s",
    ]
    if outcome.notes:
        parts.append(say_n("{n} note", "{n} notes", n=len(outcome.notes)))
    return f"{_names(outcome.files)}: {', '.join(parts)}"


def old_of(outcome: Outcome) -> Path | None:
    """A bulletin that stands there although it could not be made anew: it may be taken for the new one."""
    # What cannot be written over may be another record's.
    if outcome.error is None or isinstance(outcome.error, OutputError):
        return None
    from bulletin.batch import standing

    return standing(outcome.job)


def _names(files: Sequence[Path]) -> str:
    """One file, or the first and the last of the pages and what comes beside them."""
    if len(files) < 3:
        return ", ".join(map(str, files))
    first, *_, last, beside = files
    return f"{first} … {last.name}, {beside.name}"


def _few(files: Sequence[Path]) -> str:
    shown = ", ".join(map(str, files[:_NAMED]))
    return f"{shown} …" if len(files) > _NAMED else shown
