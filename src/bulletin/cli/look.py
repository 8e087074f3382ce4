"""`bulletin fonts`, `layouts`, `doctor`: what there is, and what is missing on this machine."""

from __future__ import annotations

from collections.abc import Iterator

import click

from bulletin import messages
from bulletin.cli.speech import SpokenCommand, lang_option
from bulletin.messages import N_, say


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
    from bulletin.config import layouts_known

    for layout in layouts_known():
        title = layout.titles.get(messages.language(), layout.name)
        click.echo(f"{layout.name}: {title} ({', '.join(layout.editions)})")


@click.command(cls=SpokenCommand, help=N_("Tell what is missing on this machine, with the exact cure."))
@lang_option
def doctor() -> int:
    """Look at the machine."""
    worst = 0
    for name, fault, cure in _findings():
        worst = worst or (6 if fault else 0)
        click.echo(f"{'!!' if fault else 'ok'}  {name}" + (f": {fault}" if fault else ""))
        if cure:
            click.echo(f"    → {cure}")
    return worst


def _findings() -> Iterator[tuple[str, str, str]]:
    """What was looked at, what is wrong with it, and the cure."""
    import locale
    import shutil
    import sys

    from bulletin import assets
    from bulletin.errors import BulletinError, ProblemsError
    from bulletin.cache import Cache
    from bulletin.render import engine_notes

    yield f"Python {sys.version.split()[0]}", "", ""
    try:
        notes = engine_notes()
    except ProblemsError as error:
        for problem in error.problems:
            yield say("engine (WeasyPrint, Pango)"), problem.message, problem.hint
    except BulletinError as error:
        yield say("engine (WeasyPrint, Pango)"), error.message, error.hint
    else:
        yield say("engine (WeasyPrint, Pango)"), "; ".join(notes), ""
    lost = assets.fonts_missing()
    yield (
        say("fonts: {n} files", n=len(assets.font_files())),
        say("missing: {names}", names=", ".join(lost)) if lost else "",
        say("install bulletin anew") if lost else "",
    )
    free = shutil.disk_usage(".").free // 2**20
    short = free < 200
    yield (
        say("disk: {n} MiB free here", n=free),
        say("little room is left") if short else "",
        say("free some space, or choose another folder with -o") if short else "",
    )
    folder = Cache.default("photos").folder
    yield say("photo cache: {path}", path=folder or say("off")), "", ""
    encoding = locale.getpreferredencoding(do_setlocale=False)
    yield say("locale: {name}", name=encoding), "", ""
