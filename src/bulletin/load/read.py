"""Reading a record: from a path to a Source with all its faults."""

from __future__ import annotations

import stat
from itertools import accumulate
from pathlib import Path

from bulletin.errors import Problem, RecordError
from bulletin.load import refusals
from bulletin.load.build import Builder
from bulletin.load.encoding import decode
from bulletin.load.guard import TooManyError, UnreadableError
from bulletin.load.letters import check_letters
from bulletin.load.outline import Outline
from bulletin.load.secrets import refuse_secrets
from bulletin.load.sheet import Sheet
from bulletin.load.source import Source
from bulletin.messages import say

LARGEST_FILE = 1024 * 1024
"""Bytes of one record."""

_MOST_STOPS = 20
"""So often the scanner is started anew after a line that it cannot read."""


def load(path: Path) -> Source:
    """Read a record.

    Raises:
        RecordError: If the file cannot be read at all: not there, no file, not UTF-8, over 1 MiB, too many faults, or
            marked as a state secret. All else is told in `Source.problems`, and reading goes on.
    """
    found = _bytes(path)
    # Before it is known to be UTF-8: what is told of a file that is not shows one of its lines.
    refuse_secrets(found.decode("utf-8", "replace"), path)
    return _read(decode(found, path), path)


def load_text(text: str, path: Path) -> Source:
    """Read a record from its text, byte order mark and all; raise RecordError as `load` does.

    Args:
        text: The text.
        path: The file that it is of, for the places of faults.
    """
    if len(text.encode("utf-8", "surrogatepass")) > LARGEST_FILE:
        raise _too_large(path)
    refuse_secrets(text, path)
    return _read(text, path)


def mended(source: Source) -> str:
    """The file's text with all its sure mends and no other change, line ends and byte order mark kept."""
    return source.sheet.mended


def _bytes(path: Path) -> bytes:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            hint = say("give the file of the record itself")
            raise _refused(path, "file-not-regular", say("this is a folder or a device, not a file"), hint)
        with path.open("rb") as file:
            found = file.read(LARGEST_FILE + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        hint = say("check the name")
        raise _refused(path, "file-missing", say("there is no such file"), hint) from error
    except OSError as error:
        hint = say("check that you may read it and that no other program holds it")
        raise _refused(path, "file-unreadable", say("the file cannot be opened"), hint) from error
    if len(found) > LARGEST_FILE:
        raise _too_large(path)
    return found


def _read(text: str, path: Path) -> Source:
    sheet = Sheet(text, path)
    check_letters(sheet)
    outline = Outline(sheet)
    outline.walk()
    for _ in range(_MOST_STOPS):
        read = sheet.read
        builder = Builder(read, outline.breaks)
        try:
            data = builder.build()
        except UnreadableError as stop:
            _leave_out(sheet, stop)
            continue
        except TooManyError:
            data = {}
        for tell in builder.faults:
            tell(sheet)
        starts = [0, *accumulate(len(row.read) + 1 for row in sheet.rows)][: len(sheet.rows)]
        return Source(
            path=path, text=sheet.text, data=data, problems=sheet.problems, sheet=sheet, read=read, starts=starts,
            nodes=builder.nodes,
        )  # fmt: skip
    rest = say("the rest of the file can be read only when these faults are mended")
    raise RecordError((*sheet.problems, Problem(rest, path, id="too-many-faults")))


def _leave_out(sheet: Sheet, stop: UnreadableError) -> None:
    """Tell of the line where the scanner stopped, and leave it out with all that stands below it."""
    number = min(stop.line, len(sheet.rows) - 1)
    while number > 0 and not sheet.rows[number].read.strip():
        number -= 1
    line = sheet.rows[number].read
    indent = len(line) - len(line.lstrip(" "))
    refusals.unreadable(sheet, number, min(max(stop.column, indent), len(line)) if number == stop.line else indent)
    for row in sheet.rows[number + 1 :]:
        if row.read.strip() and len(row.read) - len(row.read.lstrip(" ")) <= indent:
            break
        row.leave_out()


def _too_large(path: Path) -> RecordError:
    message = say("the file is larger than 1 MiB, the most that a record may have")
    return _refused(
        path, "file-too-large", message, say("divide it into several records; photos stand beside it, not in it")
    )


def _refused(path: Path, id_: str, message: str, hint: str) -> RecordError:
    return RecordError((Problem(message, path, hint=hint, id=id_),))
