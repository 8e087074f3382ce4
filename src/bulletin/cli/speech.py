"""click's parts, speaking the reader's language, and how problems are shown."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import click

from bulletin import messages
from bulletin.errors import Problem
from bulletin.messages import N_, say


F = TypeVar("F", bound=Callable[..., Any])


class SpokenOption(click.Option):
    """An option whose help is said when it is asked for."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The option and its help in the reader's language."""
        kept, self.help = self.help, say(self.help) if self.help else self.help
        try:
            return super().get_help_record(ctx)
        finally:
            self.help = kept


class SpokenCommand(click.Command):
    """A command whose help is said when it is asked for."""

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

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands with room for a whole sentence each."""
        rows = [(name, self.commands[name].get_short_help_str(200)) for name in self.commands]
        with formatter.section(say("Commands")):
            formatter.write_dl(rows)


def option(*names: str, help: str, **more: Any) -> Callable[[F], F]:
    """An option with spoken help."""
    return click.option(*names, cls=SpokenOption, help=help, **more)


def lang_option(function: F) -> F:
    """`--lang`: read before anything else by `main`, so that even help is in that language."""
    return option(
        "--lang", type=click.Choice(messages.LANGUAGES), expose_value=False, help=N_("language of the program's words")
    )(function)


def speak_as_set(language: str) -> None:
    """Take the language of the office's settings, unless the reader chose one."""
    context = click.get_current_context(silent=True)
    chosen = context is not None and any("--lang" in str(argument) for argument in _given())
    if language and not chosen and not os.environ.get(messages.VARIABLES[0]):
        messages.speak(language)


def _given() -> list[str]:
    import sys

    return sys.argv[1:]


def show(problems: Iterable[Problem], *, warning: bool = False) -> None:
    """Print problems to standard error: place, what is wrong, the line with a caret, what to type instead."""
    for problem in problems:
        click.echo(told(problem, warning=warning), err=True)


def told(problem: Problem, *, warning: bool = False) -> str:
    """A problem as it is shown in a terminal."""
    message = f"{say('note')}: {problem.message} [{problem.id}]" if warning else problem.message
    lines = [f"{problem.place}: {message}" if problem.place else message]
    if problem.source:
        from bulletin.load import caret

        lines += [f"    {line}" for line in caret(problem).split("\n")]
    if problem.hint:
        lines.append(f"    → {problem.hint}")
    return "\n".join(lines)
