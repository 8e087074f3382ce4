"""`bulletin layouts`: which there are, a copy to change, a check of what was changed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bulletin import __version__, messages
from bulletin.cli.speech import SpokenCommand, SpokenGroup, SpokenPath, argument, lang_option, option, speak_for
from bulletin.cli.telling import problems_of, show
from bulletin.errors import LayoutError, OutputError, Problem
from bulletin.messages import N_, decimal, say, say_n

if TYPE_CHECKING:
    from bulletin.batch import Tried
    from bulletin.layout import Layout


@click.group(
    cls=SpokenGroup, invoke_without_command=True,
    help=N_("List the layouts and the editions they come in; make one of your own, and check it."),
)  # fmt: skip
@lang_option
@click.pass_context
def layouts(context: click.Context) -> None:
    """List layouts."""
    if context.invoked_subcommand:
        return
    speak_for([Path()])
    from bulletin.config import guest_folders, layout_named, layouts_known

    for layout in layouts_known():
        click.echo(_line(layout, layout.name))
    problems: list[Problem] = []
    for folder in guest_folders(Path()):
        try:
            click.echo(_line(layout_named(str(folder)), str(folder)))
        except LayoutError as error:
            problems += problems_of(error)
    show(problems)


def _line(layout: Layout, name: str) -> str:
    title = layout.titles.get(messages.language(), layout.name)
    use = say(", for “bulletin issue”") if layout.content == "issue" else ""
    return f"{name}: {title} ({', '.join(layout.papers)}; {', '.join(layout.editions)}){use}"


@layouts.command("new", cls=SpokenCommand, help=N_("Copy a layout of the program, to change it into your own."))
@argument("name", metavar=N_("NAME"))
@option(
    "--from", "origin", metavar=N_("LAYOUT"), default="news", help=N_("layout that is copied; “news” when not given")
)
@lang_option
def new(name: str, *, origin: str) -> None:
    """Copy a layout to NAME."""
    speak_for([Path()])
    from bulletin.config import OWN_FOLDER, layout_copy, layout_named, name_fault, office_folder
    from bulletin.deliver.files import ready, save_together
    from bulletin.pipeline import copy_suits

    known = layout_named(origin)
    if known.is_guest:
        hint = say("copy the folder of your own layout itself")
        raise LayoutError(say("only layouts of the program are copied by this command"), hint=hint)
    if fault := name_fault(name):
        raise click.BadParameter(f"“{name}”; {fault}", param_hint=say("NAME"))
    folder = office_folder(Path()) / OWN_FOLDER / name
    if os.path.lexists(folder):
        raise OutputError(say("{path} exists already", path=folder), hint=say("choose another name"))
    files = layout_copy(known, name, __version__)
    if not copy_suits(files, name):
        message = say("layout “{name}” does what a layout of your own may not, and cannot be copied", name=origin)
        raise LayoutError(message, hint=say("copy another one, such as “news”"))
    ready(folder)
    save_together({folder / file: data for file, data in files.items()})
    command = f"bulletin layouts check {name}"
    click.echo(say("{path}: written; change it, then type: {command}", path=folder, command=command))


@layouts.command(
    "check", cls=SpokenCommand,
    help=N_("Try a layout with a record that holds everything, in all its editions and on all its sheets."),
)  # fmt: skip
@argument("name", metavar=N_("NAME|FOLDER"))
@option(
    "--keep", metavar=N_("FOLDER"), type=SpokenPath(file_okay=False),
    help=N_("folder for the PDF files, to look at; none are kept when not given"),
)  # fmt: skip
@lang_option
def check(name: str, *, keep: Path | None) -> int:
    """Check the layout NAME."""
    speak_for([Path()])
    import tempfile

    from bulletin.batch import torture_record, tried
    from bulletin.config import layout_named
    from bulletin.deliver.files import ready, save
    from bulletin.pipeline import style_faults

    layout = layout_named(name)
    problems = dict.fromkeys(style_faults(layout))
    show(problems)
    failed = bool(problems)
    if keep:
        ready(keep)
    with tempfile.TemporaryDirectory() as folder:
        dossier = torture_record(layout, Path(folder), save)
        for one in tried(layout, dossier):
            if one.error is None:
                click.echo(_passed(one))
                if keep:
                    save(one.pdf, keep / f"{layout.name}.{one.trial.name}.pdf")
                continue
            failed = True
            found = [problem for problem in _faults(one, Path(folder)) if problem not in problems]
            problems.update(dict.fromkeys(found))
            show(found)
            click.echo(say("{trial}: failed", trial=one.trial.name))
    if failed:
        click.echo(say("{name} is no layout yet: mend what is told above, and check again", name=layout.name))
        return LayoutError.exit_code
    click.echo(say("{name}: passed", name=layout.name))
    return 0


def _passed(one: Tried) -> str:
    pages = say_n("{n} page", "{n} pages", n=one.pages)
    return f"{one.trial.name}: {pages}, {len(one.pdf) // 1000} kB, {decimal(one.seconds)} s"


def _faults(one: Tried, folder: Path) -> list[Problem]:
    """What is wrong; the record is the program's own and no file of the clerk's, so that its place says nothing."""
    assert one.error is not None
    return [
        Problem(problem.message, hint=problem.hint, id=problem.id)
        if problem.path and problem.path.is_relative_to(folder)
        else problem
        for problem in problems_of(one.error)
    ]
