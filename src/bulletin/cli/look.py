"""`bulletin fonts` and `bulletin layouts`: what there is to print with."""

from __future__ import annotations

from pathlib import Path

import click

from bulletin import messages
from bulletin.cli.speech import SpokenCommand, lang_option, speak_for
from bulletin.messages import N_


@click.command(cls=SpokenCommand, help=N_("List the fonts that bulletins are set in."))
@lang_option
def fonts() -> None:
    """List fonts."""
    from bulletin import assets

    for path in assets.font_files():
        click.echo(f"{path.parent.name}/{path.name}")


@click.command(cls=SpokenCommand, help=N_("List the layouts and the editions they come in."))
@lang_option
def layouts() -> None:
    """List layouts."""
    speak_for([Path()])
    from bulletin.config import layouts_known

    for layout in layouts_known():
        title = layout.titles.get(messages.language(), layout.name)
        click.echo(f"{layout.name}: {title} ({', '.join(layout.editions)})")
