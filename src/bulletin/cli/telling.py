"""How problems and errors are shown."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from bulletin.errors import BulletinError, LayoutError, Problem, ProblemsError
from bulletin.messages import say

BUG = 1
"""Exit code for a fault of the program itself."""
STOPPED = 130
"""Exit code when the clerk stopped the program."""


_COMMANDS = dict.fromkeys((*range(9), *range(11, 32), *range(127, 160)), "�")
"""Characters that a terminal would obey, as in the name of a file; but for tabs and ends of lines."""


def echo(line: str, *, err: bool = False) -> None:
    """Print lines in which a terminal finds nothing to obey."""
    click.echo(line.translate(_COMMANDS), err=err)


def result(line: str) -> None:
    """Print a line of results. When nobody reads on, as behind `| head`, the work goes on all the same."""
    try:
        echo(line)
    except BrokenPipeError:
        # What is printed from now on goes nowhere.
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def code_of(error: BaseException | None) -> int:
    """The exit code that an error asks for."""
    if error is None:
        return 0
    return error.exit_code if isinstance(error, BulletinError) else BUG


def problems_of(error: BaseException, record: Path | None = None) -> tuple[Problem, ...]:
    """What is wrong, and what is to be done about it. For a fault of the program itself a report is written.

    Args:
        error: What was raised.
        record: The record that was worked on.
    """
    if isinstance(error, ProblemsError) or (isinstance(error, LayoutError) and error.problems):
        return error.problems
    if isinstance(error, BulletinError):
        # OutputError is told as `output`.
        return (Problem(error.message, hint=error.hint, id=type(error).__name__.removesuffix("Error").lower()),)
    from bulletin.cli.report import written

    path = written(error)
    hint = say("please send this report: {path}", path=path) if path else say("no report of it could be written")
    return (Problem(say("a fault of the program itself"), record, hint=hint, id="bug"),)


def show(problems: Iterable[Problem], *, warning: bool = False, err: bool = True) -> None:
    """Print problems: place, what is wrong, the line with a caret, what to type instead."""
    for problem in problems:
        echo(told(problem, warning=warning), err=err)


def told(problem: Problem, *, warning: bool = False) -> str:
    """A problem as it is shown in a terminal."""
    message = problem.message
    if warning:
        message = f"{say('note')}: {message} [{problem.id}]"
    elif not problem.place:
        message = say("error: {message}", message=message)
    lines = [f"{problem.place}: {message}" if problem.place else message]
    if problem.source:
        from bulletin.load import caret

        lines += [f"    {line}" for line in caret(problem).split("\n")]
    if problem.hint:
        lines.append(f"    → {problem.hint}")
    return "\n".join(lines)


def data(problem: Problem) -> dict[str, Any]:
    """A problem for other programs."""
    return {
        "id": problem.id,
        "path": str(problem.path) if problem.path else None,
        "line": problem.line,
        "column": problem.column,
        "message": problem.message,
        "hint": problem.hint,
        "source": problem.source,
        "mend": problem.mend.new if problem.mend else None,
    }
