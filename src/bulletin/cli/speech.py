"""click's parts, speaking the reader's language."""

from __future__ import annotations

import gettext
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click

from bulletin import messages
from bulletin.messages import N_, say

F = TypeVar("F", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Who reads what the program says, and on what."""

    has_chosen: bool = False
    """Whether a language was asked for by `--lang` or `BULLETIN_LANG`."""
    console: str = "utf-8"
    """Encoding that the console said it takes."""


def speak_for(places: Iterable[Path]) -> None:
    """Take the language of the office's settings, unless the reader chose one.

    Args:
        places: The records or folders that a command is about.
    """
    from bulletin.config import language_for

    if not reader().has_chosen and (language := language_for(places)):
        messages.speak(language)


def reader() -> Reader:
    """The reader of the command that runs."""
    context = click.get_current_context(silent=True)
    found = context.find_object(Reader) if context else None
    return found or Reader()


class SpokenOption(click.Option):
    """An option whose help is said when it is asked for."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The option and its help in the reader's language."""
        kept, self.help = self.help, say(self.help) if self.help else self.help
        try:
            return super().get_help_record(ctx)
        finally:
            self.help = kept

    def make_metavar(self, ctx: click.Context) -> str:
        """What stands for its value."""
        return say(self.metavar) if self.metavar else super().make_metavar(ctx)


class SpokenArgument(click.Argument):
    """An argument whose name is said when it is asked for."""

    def make_metavar(self, ctx: click.Context) -> str:
        """What stands for its value."""
        return say(self.metavar) if self.metavar else super().make_metavar(ctx)


class SpokenPath(click.Path):
    """The path of a file or a folder; an empty one, which would stand for the folder one is in, is refused."""

    def __init__(self, **more: Any) -> None:
        # That a file may not be read is told by who reads it.
        super().__init__(path_type=Path, readable=False, **more)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path that was typed."""
        if not os.fspath(value).strip():
            self.fail(say("the name is empty; the folder you are in is “.”"), param, ctx)
        return _straight(Path(os.fsdecode(super().convert(value, param, ctx))))


def _straight(path: Path) -> Path:
    """A path without `..` behind a link, which leads elsewhere than the text of the path says."""
    parts = path.parts
    if ".." not in parts:
        return path
    last = len(parts) - parts[::-1].index("..")
    way = os.path.join(*parts[:last])  # noqa: PTH118
    real = os.path.realpath(way)
    return path if os.path.realpath(os.path.normpath(way)) == real else Path(real, *parts[last:])


class SpokenCommand(click.Command):
    """A command whose help is said when it is asked for."""

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """What may follow its name."""
        return [say("[OPTIONS]"), *super().collect_usage_pieces(ctx)[1:]]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """`--help`, which click makes once, in the language of that moment."""
        found = super().get_help_option(ctx)
        if found:
            found.help = gettext.gettext("Show this message and exit.")
        return found

    def get_short_help_str(self, limit: int = 45) -> str:
        """Its first sentence, for the list of commands."""
        return say(self.help or "").split("\n")[0][:limit]

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Its help in the reader's language."""
        kept, self.help = self.help, say(self.help or "")
        try:
            super().format_help_text(ctx, formatter)
        finally:
            self.help = kept

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What stands below, in the reader's language."""
        kept, self.epilog = self.epilog, say(self.epilog) if self.epilog else None
        try:
            super().format_epilog(ctx, formatter)
        finally:
            self.epilog = kept


class SpokenGroup(SpokenCommand, click.Group):
    """A group of such commands."""

    command_class = SpokenCommand

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """What may follow its name."""
        return [say("[OPTIONS]"), say("COMMAND …")]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands with room for a whole sentence each."""
        rows = [(name, self.commands[name].get_short_help_str(200)) for name in self.commands]
        with formatter.section(say("Commands")):
            formatter.write_dl(rows)


def option(*names: str, help: str, **more: Any) -> Callable[[F], F]:
    """An option with spoken help."""
    return click.option(*names, cls=SpokenOption, help=help, **more)


def argument(name: str, *, metavar: str, **more: Any) -> Callable[[F], F]:
    """An argument with a spoken name."""
    return click.argument(name, cls=SpokenArgument, metavar=metavar, **more)


def lang_option(function: F) -> F:
    """`--lang`: read before anything else by `main`, so that even help is in that language."""
    return option(
        "--lang", type=click.Choice(messages.LANGUAGES), expose_value=False, help=N_("language of the program's words")
    )(function)
