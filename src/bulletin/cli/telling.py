"""How problems and errors are shown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import click

from bulletin.errors import BulletinError, Problem, ProblemsError
from bulletin.messages import say

BUG = 1
"""Exit code for a fault of the program itself."""


def code_of(error: BaseException | None) -> int:
    """The exit code that an error asks for."""
    if error is None:
        return 0
    return error.exit_code if isinstance(error, BulletinError) else BUG


def problems_of(error: BaseException) -> tuple[Problem, ...]:
    """What is wrong, with what is to be done about it. For a fault of the program itself a report is written."""
    if isinstance(error, ProblemsError):
        return error.problems
    if isinstance(error, BulletinError):
        return (Problem(error.message, hint=error.hint),)
    from bulletin.cli.report import written

    path = written(error)
    if path is None:
        return (Problem(say("a fault of the program itself, and no report of it could be written"), id="bug"),)
    return (
        Problem(say("a fault of the program itself"), hint=say("please send this report: {path}", path=path), id="bug"),
    )


def tell(error: BaseException) -> None:
    """Print to standard error what went wrong and how to mend it."""
    for problem in problems_of(error):
        text = told(problem)
        click.echo(text if problem.path else say("error: {message}", message=text), err=True)


def show(problems: Iterable[Problem], *, warning: bool = False, err: bool = True) -> None:
    """Print problems: place, what is wrong, the line with a caret, what to type instead."""
    for problem in problems:
        click.echo(told(problem, warning=warning), err=err)


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
