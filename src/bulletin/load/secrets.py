"""State secrets: a file that is marked as one is refused before anything else is told of it."""

from __future__ import annotations

import re
from pathlib import Path

from bulletin.errors import Problem, RecordError
from bulletin.messages import say
from bulletin.vietnamese.secrecy import secret_lines
from bulletin.vietnamese.text import fold

_LINE_END = re.compile(r"\r\n|\n|\r")
_INSIDE = re.compile(r"\s|-\s")
_TOP_KEY = re.compile(r"[\ufeff\"']*([^\W\d_][^:]{0,40}?)[\"']?\s*:(?:\s|$)")


def refuse_secrets(text: str, path: Path) -> None:
    """Refuse a text that is marked as a state secret.

    Raises:
        RecordError: With the line and the key of each mark, and nothing of what stands there.
    """
    found = secret_lines(text)
    if found:
        lines = _LINE_END.split(text)
        raise RecordError(problem(path, line, _key_above(lines, line - 1)) for line in found)


def problem(path: Path, line: int, key: str) -> Problem:
    """What is said of a mark.

    Args:
        path: The file.
        line: Line of the mark, counted from 1.
        key: The key that it stands under, told only if it is one of a record's own; any other may be part of a secret.
    """
    message = say("this file is marked as a state secret; it is not read, built, shown or sent")
    if _is_known(key):
        message = say("this file is marked as a state secret at “{key}”; it is not read, built, shown or sent", key=key)
    hint = say("state secrets have no place here: ask the person in charge of them what to do with the file")
    return Problem(message, path, line, hint=hint, id="state-secret")


def _key_above(lines: list[str], place: int) -> str:
    """The nearest key at the left edge, on the line or above it; none for a mark that stands there by itself."""
    if not _INSIDE.match(lines[place]) and not _TOP_KEY.match(lines[place]):
        return ""
    keys = (_TOP_KEY.match(line) for line in reversed(lines[: place + 1]))
    return next((found[1].strip() for found in keys if found), "")


def _is_known(key: str) -> bool:
    # A whole record's model is loaded only for a file that is refused.
    from bulletin.model import Record
    from bulletin.model.shape import names_of

    return fold(key) in names_of(Record)
