"""What can go wrong for a user: problems with their place, the tree of errors, and the exit codes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar


@dataclass(frozen=True, slots=True)
class Mend:
    """A rewriting of whole lines of a file that can only be meant in one way."""

    line: int
    """First line to be replaced, counted from 1."""
    old: str
    """The line as it stands, without its end."""
    new: str
    """What stands there afterwards, without a line end."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, with its place and its cure."""

    message: str
    """What is wrong, in the reader's language: one sentence without a full stop."""
    path: Path | None = None
    line: int = 0
    """Line in the file, counted from 1; 0 when the file as a whole is meant."""
    column: int = 0
    """Character in the line, counted from 1; 0 when the line as a whole is meant."""
    hint: str = ""
    """What to type or do instead."""
    id: str = ""
    """Stable name of this sort of problem, such as `unknown-key`."""
    source: str = ""
    """The line itself, as it stands in the file."""
    mend: Mend | None = None
    """A sure rewriting, which `bulletin check --fix` applies."""

    @property
    def place(self) -> str:
        """The place as `path:line:column`, as far as it is known."""
        parts = [str(self.path) if self.path else "", str(self.line or ""), str(self.column or "")]
        return ":".join(part for part in parts if part)

    def __str__(self) -> str:
        """The problem in one line: `path:line:column: message`."""
        return f"{self.place}: {self.message}" if self.place else self.message


class BulletinError(Exception):
    """Something that a user can cause and mend."""

    exit_code: ClassVar[int] = 1

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class ProblemsError(BulletinError):
    """An error that is made of problems, each with its own place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))

    def __reduce__(self) -> tuple[Any, ...]:
        """Carry the problems from one process to another."""
        return type(self), (self.problems,)


class ConfigError(ProblemsError):
    """`bulletin.toml` cannot be used."""

    exit_code = 3


class RecordError(ProblemsError):
    """A record or its photos have faults; all of them, in the order of the file."""

    exit_code = 4


class LayoutError(BulletinError):
    """A layout is unknown, or its files are faulty; then all their faults, each with its place."""

    exit_code = 5

    def __init__(self, message: str = "", *, hint: str = "", problems: Iterable[Problem] = ()) -> None:
        self.problems = tuple(problems)
        super().__init__(message or "\n".join(map(str, self.problems)), hint=hint)

    def __reduce__(self) -> tuple[Any, ...]:
        """Carry hint and problems from one process to another."""
        return _layout_error, (type(self), self.message, self.hint, self.problems)


def _layout_error(kind: type[LayoutError], message: str, hint: str, problems: tuple[Problem, ...]) -> LayoutError:
    return kind(message, hint=hint, problems=problems)


class FontError(LayoutError):
    """A font lacks letters, or is not one of ours."""


class RenderError(ProblemsError):
    """Something could not be fetched, set, or found again in the PDF."""

    exit_code = 6


class OutputError(BulletinError):
    """A file cannot be written."""

    exit_code = 7


class DeliveryError(BulletinError):
    """A printer or mail server refused."""

    exit_code = 8
