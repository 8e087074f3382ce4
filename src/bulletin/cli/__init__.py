"""Options in, one call, words and an exit code out."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from bulletin import __version__, messages
from bulletin.cli.build import build
from bulletin.cli.check import check
from bulletin.cli.look import doctor, fonts, layouts
from bulletin.cli.new import new, schema
from bulletin.cli.speech import SpokenGroup, lang_option
from bulletin.messages import N_

__all__ = ["main"]


@click.group(
    cls=SpokenGroup,
    help=N_("Turn the record of a conference into a bulletin: PDF for the notice board, the file and the mail."),
    epilog=N_("Exit codes: 0 done; 2 wrong usage; 3 settings; 4 record; 5 layout; 6 setting in type; 7 output."),
)
@click.version_option(__version__, prog_name="bulletin")
@lang_option
def commands() -> None:
    """Holds the commands."""


for command in (build, check, new, schema, fonts, layouts, doctor):
    commands.add_command(command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the program and leave with its exit code (`docs/exit-codes.md`)."""
    from bulletin.cli.ending import ended

    for stream in (sys.stdout, sys.stderr):
        # Whatever the console says it takes: the words are Vietnamese.
        getattr(stream, "reconfigure", lambda **_: None)(encoding="utf-8", errors="replace")
    given = list(sys.argv[1:] if arguments is None else arguments)
    messages.speak(messages.choose(_asked(given), *(os.environ.get(name) for name in messages.VARIABLES)))
    sys.exit(ended(lambda: commands.main(given, prog_name="bulletin", standalone_mode=False)))


def _asked(arguments: Sequence[str]) -> str | None:
    """The language asked for by `--lang`, which also holds for help that is printed while options are read."""
    for place, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            return argument.split("=", 1)[1]
        if argument == "--lang" and place + 1 < len(arguments):
            return arguments[place + 1]
    return None
