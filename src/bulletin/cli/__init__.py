"""Options in, one call, words and an exit code out."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from bulletin import __version__, messages
from bulletin.cli.build import build
from bulletin.cli.cache import cache
from bulletin.cli.check import check
from bulletin.cli.doctor import doctor
from bulletin.cli.inspect import inspect
from bulletin.cli.issue import issue
from bulletin.cli.layouts import layouts
from bulletin.cli.look import fonts
from bulletin.cli.new import new, schema
from bulletin.cli.speech import Reader, SpokenGroup, SpokenOption, lang_option
from bulletin.cli.watch import watch
from bulletin.messages import N_

__all__ = ["commands", "main"]


@click.group(
    cls=SpokenGroup,
    help=N_("Turn the record of a conference into a bulletin: PDF for the notice board, the file and the mail."),
    epilog=N_(
        "Exit codes: 0 done; 1 fault of the program; 2 wrong usage; 3 settings; 4 record; 5 layout; "
        "6 setting in type; 7 output; 130 stopped."
    ),
)
@click.version_option(
    __version__, prog_name="bulletin", cls=SpokenOption, message="%(prog)s %(version)s",
    help=N_("show the version and end"),
)  # fmt: skip
@lang_option
def commands() -> None:
    """Holds the commands."""


for command in (build, watch, issue, check, new, schema, inspect, fonts, layouts, cache, doctor):
    commands.add_command(command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the program and leave with its exit code (`docs/exit-codes.md`)."""
    from bulletin.cli.ending import ended

    for name in ("stdout", "stderr"):
        # Closed by who has started the program: what is told goes nowhere.
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115
    given = list(sys.argv[1:] if arguments is None else arguments)
    asked = (_asked(given), os.environ.get(messages.VARIABLES[0], "").replace("-", "_"))
    reader = Reader(
        has_chosen=messages.choose(*asked, "en") == messages.choose(*asked, "vi"),
        console=getattr(sys.stdout, "encoding", None) or "utf-8",
    )
    for stream in (sys.stdout, sys.stderr):
        # Whatever the console says it takes: the words are Vietnamese.
        getattr(stream, "reconfigure", lambda **_: None)(encoding="utf-8", errors="replace")
    messages.speak(messages.choose(*asked, _locale()))
    sys.exit(ended(lambda: commands.main(given, prog_name="bulletin", standalone_mode=False, obj=reader)))


def _locale() -> str:
    """The locale for messages: as POSIX has it, the first variable that is set decides, whatever the others say."""
    return next((wish for name in messages.VARIABLES[1:] if (wish := os.environ.get(name))), "")


def _asked(arguments: Sequence[str]) -> str | None:
    """The language asked for by `--lang`, which also holds for help that is printed while options are read."""
    found = None
    for place, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument.startswith("--lang="):
            found = argument.split("=", 1)[1]
        elif argument == "--lang" and place + 1 < len(arguments):
            found = arguments[place + 1]
    return found
