"""`bulletin inspect`: any PDF held against the rules of large print."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from bulletin.cli.speech import SpokenCommand, SpokenPath, argument, lang_option, option, speak_for
from bulletin.cli.telling import code_of, data, problems_of, show
from bulletin.errors import BulletinError
from bulletin.messages import N_

# As in `bulletin.loupe.rules`, which is not loaded for `--help`.
RULES = ("ukaaf", "acb", "all")


@click.command(cls=SpokenCommand, help=N_("Measure PDF files against the rules of large print."))
@argument("files", metavar=N_("PDF…"), nargs=-1, required=True, type=SpokenPath())
@option("--rules", type=click.Choice(RULES), default="all", help=N_("whose rules; all of them when not given"))
@option("--format", "form", type=click.Choice(["text", "json"]), default="text", help=N_("how to print what was found"))
@lang_option
def inspect(files: tuple[Path, ...], *, rules: str, form: str) -> int:
    """Inspect FILES."""
    speak_for(files)
    from bulletin import loupe
    from bulletin.loupe import telling

    code = 0
    found: list[dict[str, Any]] = []
    told = False
    for path in dict.fromkeys(files):
        try:
            findings = loupe.inspected(path, rules)
        except BulletinError as error:
            code = code or code_of(error)
            faults = problems_of(error, path)
            if form == "json":
                found.append(
                    {"path": str(path), "exit_code": code_of(error), "faults": [data(fault) for fault in faults]}
                )
            else:
                show(faults)
            continue
        if form == "json":
            found.append(telling.data(path, findings))
        else:
            if told:
                click.echo()
            told = True
            click.echo("\n".join(telling.lines(path, findings)))
    if form == "json":
        click.echo(json.dumps({"files": found}, ensure_ascii=False, indent=2))
    return code
