"""`bulletin new` and `bulletin schema`: a sample to begin with, and what an editor completes keys by."""

from __future__ import annotations

import json
import os
from pathlib import Path

import click

from bulletin.cli.speech import SpokenCommand, SpokenPath, argument, lang_option, option, speak_for
from bulletin.disk import is_folder, is_there
from bulletin.messages import N_, say

SCHEMA_NAME = "bulletin.schema.json"


@click.command(cls=SpokenCommand, help=N_("Write a commented sample record that builds as it is."))
@argument("path", metavar=N_("RECORD"), type=SpokenPath())
@option(
    "--kind", metavar=N_("KIND"), default="conference",
    help=N_("kind of conference, such as “tổng kết” or year-end-review"),
)  # fmt: skip
@lang_option
def new(path: Path, *, kind: str) -> None:
    """Write a sample to PATH."""
    speak_for([path])
    from bulletin.deliver.files import save
    from bulletin.errors import OutputError
    from bulletin.model.words import KINDS
    from bulletin.sample import sample

    known = KINDS.read(kind)
    if known is None:
        near = KINDS.nearest(kind)
        cure = say("did you mean “{near}”?", near=near) if near else say("one of: {known}", known=KINDS.shown())
        raise click.BadParameter(f"“{kind}”; {cure}", param_hint="--kind")
    if is_folder(path):
        hint = say("add a name for the record: {path}", path=path / "hoi-nghi.yaml")
        raise OutputError(say("{path} is a folder", path=path), hint=hint)
    if path.suffix.lower() not in (".yaml", ".yml"):
        path = path.with_name(f"{path.name}.yaml")
    if os.path.lexists(path):
        raise OutputError(say("{path} exists already", path=path), hint=say("choose another name"))
    save(sample(known, schema_name=SCHEMA_NAME, name=path.name).encode(), path)
    beside = path.with_name(SCHEMA_NAME)
    if not is_there(beside):
        save(_schema_text().encode(), beside)
    shown = f'"{path}"' if " " in str(path) else str(path)
    click.echo(say("{path}: written; fill it in, then type: {command}", path=path, command=f"bulletin build {shown}"))


@click.command(cls=SpokenCommand, help=N_("Write the JSON Schema of a record, by which editors complete keys."))
@option(
    "-o",
    "--output",
    metavar=N_("FILE"),
    type=SpokenPath(dir_okay=False),
    help=N_("file to write; the screen when not given"),
)
@lang_option
def schema(*, output: Path | None) -> None:
    """Write the schema."""
    speak_for([output or Path()])
    from bulletin.deliver.files import save

    if output is None:
        click.echo(_schema_text(), nl=False)
    else:
        save(_schema_text().encode(), output)
        click.echo(say("{path}: written", path=output))


def _schema_text() -> str:
    from bulletin.model.schema import schema as made

    return json.dumps(made(), ensure_ascii=False, indent=2) + "\n"
