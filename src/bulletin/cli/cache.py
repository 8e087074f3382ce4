"""`bulletin cache`: what is kept on this computer so that it need not be done twice."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bulletin.cli.speech import SpokenCommand, lang_option, option, speak_for
from bulletin.messages import N_, decimal, say, say_n

if TYPE_CHECKING:
    from bulletin.cache import Cache, Contents

_NAMES = {
    "photos": N_("photos at print size"),
    "plans": N_("how pages were filled"),
    "fonts": N_("letters for the web"),
}
_HEADS = (N_("files"), N_("MB"), N_("at most"))


@click.command(cls=SpokenCommand, help=N_("Show what is kept on this computer so that it need not be done twice."))
@option(
    "--prune",
    is_flag=True,
    help=N_("remove what is over the limit, longest unused first, and what was left unfinished"),
)
@option("--clear", is_flag=True, help=N_("remove everything; the next bulletins take longer, nothing else"))
@option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text",
    help=N_("text for people, json for programs"),
)  # fmt: skip
@lang_option
def cache(*, prune: bool, clear: bool, form: str) -> None:
    """Show, prune or clear the caches."""
    speak_for([Path()])
    from bulletin.cache import SORTS, Cache, Contents, home_folder

    _refuse_limit()
    caches = {sort: Cache.default(sort) for sort in SORTS}
    removed = [Contents()]
    if clear or prune:
        removed = [kept.clear() if clear else kept.prune() for kept in caches.values()]
    gone = Contents(
        files=sum(it.files for it in removed), bytes=sum(it.bytes for it in removed),
        leftovers=sum(it.leftovers for it in removed),
    )  # fmt: skip
    home = home_folder()
    if form == "json":
        import json

        click.echo(json.dumps(_data(home, caches, gone), ensure_ascii=False, indent=2))
        return
    if home is None:
        click.echo(say("nothing is kept: the cache is switched off"))
        return
    if clear or prune:
        count = say_n("{n} file removed", "{n} files removed", n=gone.files)
        click.echo(f"{count}, {_mb(gone.bytes)} MB", err=True)
    click.echo(str(home))
    click.echo(_table(caches))


def _refuse_limit() -> None:
    """Complain of a limit that cannot be meant; bulletins are made with the usual one all the same."""
    from bulletin.cache import VARIABLES, limit_wished
    from bulletin.errors import ConfigError, Problem

    typed = os.environ.get(VARIABLES[1], "").strip()
    if typed and limit_wished() is None:
        message = say("{name}: “{typed}” is not a size", name=VARIABLES[1], typed=typed)
        hint = say("a whole number with MB or GB is wanted, at least 1 MB, such as {example}", example="2GB")
        raise ConfigError([Problem(message, hint=hint, id="wrong-value")])


def _data(home: Path | None, caches: dict[str, Cache], gone: Contents) -> dict[str, object]:
    found = {sort: kept.contents() for sort, kept in caches.items()}
    return {
        "folder": str(home) if home else None,
        "caches": [
            {"sort": sort, "folder": str(caches[sort].folder) if home else None, "files": it.files, "bytes": it.bytes,
             "leftovers": it.leftovers, "limit_bytes": caches[sort].limit_bytes}
            for sort, it in found.items()
        ],
        "removed": {"files": gone.files, "bytes": gone.bytes},
    }  # fmt: skip


def _table(caches: dict[str, Cache]) -> str:
    rows = [("", *map(say, _HEADS))]
    for sort, kept in caches.items():
        found = kept.contents()
        rows.append((say(_NAMES[sort]), str(found.files), _mb(found.bytes), f"{_mb(kept.limit_bytes)} MB"))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join((row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:]))).rstrip() for row in rows
    )


def _mb(size: int) -> str:
    return decimal(size / 1e6)
