"""`bulletin fonts`: what there is to print with."""

from __future__ import annotations

import click

from bulletin.cli.speech import SpokenCommand, lang_option
from bulletin.messages import N_


@click.command(cls=SpokenCommand, help=N_("List the fonts that bulletins are set in."))
@lang_option
def fonts() -> None:
    """List fonts."""
    from bulletin import assets

    for path in assets.font_files():
        click.echo(f"{path.parent.name}/{path.name}")
