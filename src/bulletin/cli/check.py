"""`bulletin check`: every fault and every note of records, and sure mends."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from bulletin.cli.speech import SpokenCommand, lang_option, option, show, speak_as_set
from bulletin.errors import Problem, RecordError
from bulletin.messages import N_, say, say_n


@click.command(cls=SpokenCommand, help=N_("Check records and tell every fault with its place and its cure."))
@click.argument("records", metavar="RECORD...", nargs=-1, required=True, type=click.Path(path_type=Path))
@option("--fix", is_flag=True, help=N_("write the sure mends into the file; a copy is kept beside it"))
@option("--format", "form", type=click.Choice(["text", "json"]), default="text", help=N_("how to print what was found"))
@lang_option
def check(records: tuple[Path, ...], *, fix: bool, form: str) -> int:
    """Check RECORDS."""
    from bulletin.batch import expanded

    found = []
    code = 0
    for path in expanded(records):
        if fix:
            _fix(path)
        faults, notes, error_code = _examined(path)
        code = code or error_code
        if form == "text":
            _print(path, faults, notes)
        found.append({"path": str(path), "faults": [_data(p) for p in faults], "notes": [_data(p) for p in notes]})
    if form == "json":
        click.echo(json.dumps({"records": found}, ensure_ascii=False, indent=2))
    return code


def _examined(path: Path) -> tuple[tuple[Problem, ...], tuple[Problem, ...], int]:
    """Faults, notes and exit code of one record."""
    from bulletin.errors import ProblemsError
    from bulletin.pipeline import open_record, warnings

    try:
        dossier = open_record(path)
    except ProblemsError as error:
        return error.problems, (), error.exit_code
    speak_as_set(dossier.settings.language)
    return (), warnings(dossier), 0


def _print(path: Path, faults: tuple[Problem, ...], notes: tuple[Problem, ...]) -> None:
    show(faults)
    show(notes, warning=True)
    if faults:
        count = say_n("{n} fault", "{n} faults", n=len(faults))
    elif notes:
        count = say_n("no faults, {n} note", "no faults, {n} notes", n=len(notes))
    else:
        count = say("no faults")
    click.echo(f"{path}: {count}")


def _fix(path: Path) -> None:
    from bulletin.deliver.files import copy_beside, save
    from bulletin.load import load, mended

    try:
        source = load(path)
    except RecordError:
        return  # What cannot be read at all is told by the check that follows.
    before = path.read_bytes()
    after = mended(source).encode()
    if after != before:
        copy = copy_beside(path, before)
        save(after, path)
        click.echo(say("{path}: mended; the old file is kept as {copy}", path=path, copy=copy.name))


def _data(problem: Problem) -> dict[str, Any]:
    return {
        "id": problem.id,
        "line": problem.line,
        "column": problem.column,
        "message": problem.message,
        "hint": problem.hint,
        "source": problem.source,
        "mend": problem.mend.new if problem.mend else None,
    }
