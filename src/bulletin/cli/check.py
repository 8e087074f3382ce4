"""`bulletin check`: every fault and every note of records, and sure mends."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bulletin.cli.speech import SpokenCommand, SpokenPath, argument, lang_option, option, speak_for
from bulletin.cli.telling import code_of, data, echo, problems_of, show
from bulletin.errors import BulletinError, Problem
from bulletin.messages import N_, say, say_n

if TYPE_CHECKING:
    from bulletin.batch import Checked

SECRET = "state-secret"
"""Id of the problem for which a file is left as it is."""


@click.command(cls=SpokenCommand, help=N_("Check records and tell every fault with its place and its cure."))
@argument("records", metavar=N_("RECORD|FOLDER…"), nargs=-1, required=True, type=SpokenPath())
@option("--fix", is_flag=True, help=N_("write the sure mends into the file; a copy is kept beside it"))
@option("--format", "form", type=click.Choice(["text", "json"]), default="text", help=N_("how to print what was found"))
@lang_option
def check(records: tuple[Path, ...], *, fix: bool, form: str) -> int:
    """Check RECORDS."""
    speak_for(records)
    from bulletin.batch import examined, expanded

    code = 0
    found = []
    for path in expanded(records):
        checked, copy = examined(path), None
        errors: list[Exception] = []
        if fix:
            try:
                copy = _mended(path, checked)
            except BulletinError as refused:
                errors.append(refused)
            if copy:
                checked = examined(path)
        if checked.error:
            errors.append(checked.error)
        # Taken once: for a fault of the program itself this writes the report.
        faults = tuple(problem for error in errors for problem in problems_of(error, path))
        own_code = code_of(errors[0]) if errors else 0
        code = code or own_code
        if form == "json":
            found.append(_data(path, copy, faults, checked.notes, own_code))
        else:
            _print(path, copy, faults, checked.notes)
    if form == "json":
        click.echo(json.dumps({"records": found}, ensure_ascii=False, indent=2))
    return code


def _mended(path: Path, checked: Checked) -> Path | None:
    """Write the sure mends into a record; give the copy of the old file, None if there was nothing to mend."""
    if checked.error and any(problem.id == SECRET for problem in getattr(checked.error, "problems", ())):
        return None
    from bulletin.deliver.files import rewrite
    from bulletin.errors import RecordError
    from bulletin.load import load, mended

    # The file itself, when a link leads to it.
    path = path.resolve() if path.is_symlink() else path
    try:
        before, after = path.read_bytes(), mended(load(path)).encode()
    except (OSError, RecordError):
        # What cannot be read at all was told by the check.
        return None
    return None if after == before else rewrite(path, before, after)


def _print(path: Path, copy: Path | None, faults: tuple[Problem, ...], notes: tuple[Problem, ...]) -> None:
    if copy:
        echo(say("{path}: mended; the old file is kept as {copy}", path=path, copy=copy.name))
    show(faults, err=False)
    show(notes, warning=True, err=False)
    if faults:
        count = say_n("{n} fault", "{n} faults", n=len(faults))
    elif notes:
        count = say_n("no faults, {n} note", "no faults, {n} notes", n=len(notes))
    else:
        count = say("no faults")
    echo(f"{path}: {count}")


def _data(
    path: Path, copy: Path | None, faults: tuple[Problem, ...], notes: tuple[Problem, ...], code: int
) -> dict[str, Any]:
    return {
        "path": str(path),
        "exit_code": code,
        "faults": [data(problem) for problem in faults],
        "notes": [data(problem) for problem in notes],
        "mended": bool(copy),
        "copy": str(copy) if copy else None,
    }
