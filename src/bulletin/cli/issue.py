"""`bulletin issue`: many records in, one PDF out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bulletin.cli.build import day, percent
from bulletin.cli.speech import SpokenCommand, SpokenPath, argument, lang_option, option, speak_for
from bulletin.cli.telling import code_of, echo, problems_of, show
from bulletin.disk import is_folder
from bulletin.edition import EDITIONS
from bulletin.messages import N_, decimal, say, say_n

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bulletin.batch import Gathered, Issued, IssueOrder

_FOLDER = Path("out")


_LONGEST = {"title": 300, "number": 40}
"""Letters of what is printed on a cover: more of them take more than its one page."""


def _line(_: click.Context, parameter: click.Parameter, typed: str) -> str:
    """A line that is printed on the cover."""
    from bulletin.vietnamese.secrecy import holds_mark, secret_lines
    from bulletin.vietnamese.text import nfc

    line = " ".join(nfc(typed).split())
    if holds_mark(line) or secret_lines(line):
        raise click.BadParameter(say("a mark of secrecy is not printed by this program"))
    most = _LONGEST[str(parameter.name)]
    if len(line) > most:
        raise click.BadParameter(
            say("{typed} letters are too many for a cover; {most} at most", typed=len(line), most=most)
        )
    if not line.isprintable():
        raise click.BadParameter(say("there is a sign in it that cannot be printed"))
    return line


def _pdf(_: click.Context, __: click.Parameter, typed: Path | None) -> Path | None:
    if typed and not is_folder(typed) and typed.suffix.lower() != ".pdf":
        raise click.BadParameter(say("“{typed}” does not do; a file that ends in .pdf is wanted", typed=typed))
    return typed


@click.command(
    cls=SpokenCommand,
    help=N_("Bind many records into one PDF: cover, contents, articles, indexes of people and days."),
)
@argument("records", metavar=N_("RECORD|FOLDER…"), nargs=-1, required=True, type=SpokenPath())
@option(
    "-t", "--title", metavar=N_("TITLE"), default="", callback=_line,
    help=N_("title of the issue; made of the masthead and the days when not given"),
)  # fmt: skip
@option(
    "-n", "--number", metavar=N_("NUMBER"), default="", callback=_line,
    help=N_("number of the issue, such as 3 or 03/2026"),
)  # fmt: skip
@option(
    "-o", "--output", metavar=N_("FILE"), type=SpokenPath(), default=None, callback=_pdf,
    help=N_("the PDF file, or a folder for it; in “out”, named by the title, when not given"),
)  # fmt: skip
@option(
    "-e", "--edition", "editions", multiple=True, type=click.Choice(list(EDITIONS)), help=N_("edition; may be repeated")
)
@option(
    "--zoom", metavar=N_("PERCENT"), default="100", callback=percent,
    help=N_("larger type in per cent, set anew: 100 to 300"),
)  # fmt: skip
@option("-l", "--layout", metavar=N_("LAYOUT"), help=N_("layout for issues, see “bulletin layouts”"))
@option("--final", is_flag=True, help=N_("only if all records are approved; no draft is bound"))
@option("--date", metavar=N_("DATE"), help=N_("date on the stamp of a draft, such as 29/12/2023; today when not given"))
@lang_option
def issue(
    records: tuple[Path, ...],
    *,
    title: str,
    number: str,
    output: Path | None,
    editions: tuple[str, ...],
    zoom: int,
    layout: str | None,
    final: bool,
    date: str | None,
) -> int:
    """Bind RECORDS."""
    speak_for(records)
    from bulletin.batch import IssueOrder, gathered, issued, targets
    from bulletin.deliver.files import ready, saving

    order = IssueOrder(
        editions=editions, zoom=zoom, layout=layout, title=title, number=number, final=final, printed_on=day(date)
    )  # fmt: skip
    ready(output.parent if output and not is_folder(output) else output or _FOLDER)
    found = gathered(records, order)
    named = output if output and not is_folder(output) else None
    todo = targets(order, found.settings, named or _target(output, found, order), given=named is not None)
    made: list[Issued] = []
    with click.progressbar(
        length=len(todo) * len(found.dossiers), label=say("binding"), file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as bar:
        for one in issued(found, order, todo, saving, lambda: bar.update(1)):
            made.append(one)
    return _told(made, len(found.dossiers), len(found.notes))


def _target(folder: Path | None, found: Gathered, order: IssueOrder) -> Path:
    """A file named by the issue's title."""
    from bulletin.batch import title_of
    from bulletin.deliver.files import good_name

    return (folder or _FOLDER) / f"{good_name(title_of(found, order))}.pdf"


def _told(made: Sequence[Issued], records: int, notes: int) -> int:
    """Print what became of everything; give the exit code of the first that failed."""
    errors = [one.error for one in made if one.error]
    told: dict[object, None] = {}
    for error in errors:
        new = [problem for problem in problems_of(error) if problem not in told]
        told.update(dict.fromkeys(new))
        show(new)
    if notes:
        # One by one they would bury what counts.
        message = say_n("{n} note on these records", "{n} notes on these records", n=notes)
        echo(f"{say('note')}: {message}; {say('“bulletin check” shows them')}", err=True)
    for one in made:
        if not one.pages:
            echo(say("{record}: not made", record=one.target))
            continue
        parts = (
            say_n("{n} record", "{n} records", n=records),
            say_n("{n} page", "{n} pages", n=one.pages),
            f"{max(1, round(one.size / 1000))} kB",
            f"{decimal(one.seconds)} s",
        )
        echo(f"{one.target}: {', '.join(parts)}")
    return code_of(errors[0]) if errors else 0
