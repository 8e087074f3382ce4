"""The file as lines that are mended while they are read; every place is told as it stands in the file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from bulletin.errors import Mend, Problem, RecordError
from bulletin.messages import say

MOST_PROBLEMS = 100
"""So many faults are told at once; a file with more is not read to its end."""

_LINE_END = re.compile(r"(\r\n|\n|\r)")


@dataclass(frozen=True, slots=True)
class Edit:
    """A change inside a line: what stands from `start` up to `end` becomes `text`."""

    start: int
    end: int
    text: str


class Row:
    """One line, as it stands in the file and as it is read."""

    __slots__ = ("end", "file", "origin", "read", "sure", "text", "unsure")

    def __init__(self, file: str, end: str) -> None:
        self.file = file
        self.end = end
        self.text = file if file.isascii() else unicodedata.normalize("NFC", file)
        """The line in NFC."""
        self.read = self.text
        """The line as it is read, mended."""
        self.origin: list[int] | None = None
        """For each character that is read its index in `text`, or `~index` where it was put in; None while the same."""
        self.sure: str | None = None
        """The line of the file with its sure mends."""
        self.unsure = False
        """Something was changed for reading on that the writer may have meant otherwise."""

    def change(self, edits: Iterable[Edit], *, sure: bool | None) -> None:
        """Change what is read.

        Args:
            edits: The changes.
            sure: Whether they are kept for the file too; None for a change without meaning, as of blanks at the end.
        """
        origin = list(range(len(self.text))) if self.origin is None else self.origin
        read, kept, at = [], [], 0
        for edit in [*sorted(edits, key=lambda edit: edit.start), Edit(len(self.read), len(self.read), "")]:
            read += [self.read[at : edit.start], edit.text]
            kept += origin[at : edit.start]
            kept += [~_index(origin, edit.start, len(self.text))] * len(edit.text)
            at = edit.end
        self.read, self.origin = "".join(read), kept
        if sure:
            self.sure = self._in_file()
        elif sure is not None:
            self.unsure = True

    def leave_out(self) -> None:
        """Read the line as if it were empty."""
        if self.read:
            self.change([Edit(0, len(self.read), "")], sure=False)

    def column(self, at: int) -> int:
        """The column in the file, from 0, of a character that is read."""
        index = at if self.origin is None else _index(self.origin, at, len(self.text))
        return self._file_index(index)

    def text_index(self, at: int) -> int:
        """The index in the line's NFC text of a character that is read."""
        return min(at, len(self.text)) if self.origin is None else _index(self.origin, at, len(self.text))

    def _file_index(self, index: int) -> int:
        return index if self.file == self.text else _columns(self.file)[min(index, len(self.text))]

    def _in_file(self) -> str:
        """What is read, the letters that were not touched as they stand in the file."""
        if self.file == self.text or self.origin is None:
            return self.read
        columns = _columns(self.file)
        parts = []
        for char, index in zip(self.read, self.origin, strict=True):
            parts.append(char if index < 0 else self.file[columns[index] : columns[index + 1]])
        return "".join(parts)


class Sheet:
    """A file's lines, what was found in them, and what is read instead."""

    def __init__(self, text: str, path: Path) -> None:
        self.path = path
        self.mark = "\ufeff" if text.startswith("\ufeff") else ""
        """The byte order mark, if there is one."""
        parts = _LINE_END.split(text[len(self.mark) :])
        self.rows = [Row(line, end) for line, end in zip(parts[::2], [*parts[1::2], ""], strict=True)]
        self._problems: list[Problem] = []
        self._last: tuple[str, int, bool] = ("", -1, False)

    @property
    def text(self) -> str:
        """The file's text in NFC."""
        return "\n".join(row.text for row in self.rows)

    @property
    def read(self) -> str:
        """The text to be parsed: mended, faults taken out."""
        return "\n".join(row.read for row in self.rows)

    @property
    def mended(self) -> str:
        """The file with its sure mends and no other change."""
        return self.mark + "".join((row.file if row.sure is None else row.sure) + row.end for row in self.rows)

    def tell(
        self, id_: str, message: str, number: int, at: int, *,
        hint: str = "", cure: str = "", edits: Sequence[Edit] = (), sure: bool = False, run: bool = False,
    ) -> None:  # fmt: skip
        """Note a fault and read on with the line changed.

        Args:
            id_: Name of the sort of fault.
            message: What is wrong.
            number: Line, from 0.
            at: Character of the line as it is read, from 0.
            hint: What to do instead, when nothing can be shown rewritten.
            cure: What to type instead, with `{line}` where the rewritten line is shown.
            edits: How the line is read.
            sure: Whether those can only be meant.
            run: Faults of one sort on lines that follow each other are told once, as those on one line always are.

        Raises:
            RecordError: If there are more faults than a person wants to read.
        """
        row = self.rows[number]
        column = row.column(at) + 1
        sure = sure and bool(edits) and not row.unsure
        if edits:
            row.change(edits, sure=sure)
        again = self._last[::2] == (id_, sure) and (self._last[1] == number or (run and self._adjoins(number)))
        self._last = (id_, number, sure)
        if again:
            return
        if len(self._problems) == MOST_PROBLEMS:
            more = say("there are more than {n} faults; mend these first, then check again", n=MOST_PROBLEMS)
            raise RecordError((*self.problems, Problem(more, self.path, id="too-many-faults")))
        # The new line is filled in at the end, when all mends of the line are known.
        mend = Mend(number + 1, row.file, "") if sure else None
        hint = cure or say("type instead: {line}") if sure else hint
        self._problems.append(Problem(message, self.path, number + 1, column, hint, id_, row.file, mend))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that was found, in the order of the file."""
        found = sorted(self._problems, key=lambda problem: (problem.line, problem.column))
        return tuple(self._finished(problem) for problem in found)

    def _adjoins(self, number: int) -> bool:
        """Whether only lines that are not read lie between a line and the last fault."""
        return not any(row.read.strip() for row in self.rows[self._last[1] + 1 : number])

    def told(self, number: int) -> bool:
        """Whether a fault was told of a line."""
        return any(problem.line == number + 1 for problem in self._problems)

    def _finished(self, problem: Problem) -> Problem:
        if problem.mend is None:
            return problem
        new = self.rows[problem.line - 1].sure or ""
        mend = replace(problem.mend, new=new)
        return replace(problem, mend=mend, hint=problem.hint.replace("{line}", new.strip()))


def _index(origin: Sequence[int], at: int, end: int) -> int:
    if at >= len(origin):
        return end
    return origin[at] if origin[at] >= 0 else ~origin[at]


@lru_cache(maxsize=16)
def _columns(line: str) -> list[int]:
    """For each character of the line's NFC text, and for its end, the index of that character in the line."""
    columns: list[int] = []
    start = 0
    for letters in _clusters(line):
        columns += [start] * len(unicodedata.normalize("NFC", letters))
        start += len(letters)
    return [*columns, start]


def _clusters(line: str) -> Iterable[str]:
    """The line in pieces that NFC brings together one by one."""
    cluster = ""
    for letter in line:
        whole = unicodedata.normalize("NFC", cluster + letter)
        alone = unicodedata.normalize("NFC", cluster) + unicodedata.normalize("NFC", letter)
        if cluster and whole == alone and not unicodedata.combining(letter):
            yield cluster
            cluster = ""
        cluster += letter
    yield cluster
