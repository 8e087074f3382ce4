"""What is wrong with a `bulletin.toml`, in a clerk's words."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from bulletin.config.keys import KEYS, TABLES
from bulletin.config.places import guest_folder, guest_folders
from bulletin.errors import Problem
from bulletin.messages import N_, say
from bulletin.vietnamese.text import similar

_READS = N_('each line reads: name = "text"; remarks begin with #')
_CLOSED = N_('at the end of the text, too, stands a straight quote "')
_SYNTAX = (
    # What stands in the line, and what to do about it. The first that fits is told.
    (re.compile(r"[“”„‘’«»]"), N_('text stands in straight quotes "…", not in curly ones')),
    (re.compile(r'^[^"\']*"[^"]*\\'), N_("in text, write / for \\")),
    (re.compile(r"^[^\"'#]*(\"[^\"]*\"[^\"]*)*\"[^\"]*$"), _CLOSED),
    (re.compile(r"^\s*\[[^\]]*$"), N_("the name of a table stands in square brackets: [organisation]")),
    (re.compile(r"^\s*[^=\"'\[#]+:"), N_("here “=” stands between name and value, not “:”")),
    (re.compile(r"^[^=]*$"), _READS),
    (re.compile(r"^\s*[A-Za-z_.-]*[^\x00-\x7f][^=]*="), N_("names are written in English here, see docs/settings.md")),
    (re.compile(r'=\s*[^\s"\'\[{\d+-]'), N_('text stands in straight quotes: name = "text"')),
)  # fmt: skip


def broken(error: tomllib.TOMLDecodeError, path: Path, text: str) -> Problem:
    """The line at which reading stopped, and what to write there."""
    found = re.search(r"line (\d+), column (\d+)", str(error))
    rows = text.split("\n")
    line, column = (int(found[1]), int(found[2])) if found else (len(rows), 0)
    # A quote that is not closed is found at the end of its line, the line's own letter after it.
    source = rows[line - 1].rstrip("\r")
    if "overwrite" in str(error) or "declare" in str(error).lower():
        message, hint = say("this stands in the file twice"), say("leave one of the two out")
        column = len(source) - len(source.lstrip()) + 1
    else:
        cure = next((cure for fits, cure in _SYNTAX if fits.search(source)), None)
        message, hint = say("this line cannot be read"), say(cure or _READS)
    return Problem(message, path, line, min(column, len(source) + 1), hint, "toml-syntax", source)


def faults(name: str, value: Any, path: Path, text: str) -> Iterator[Problem]:
    """What is wrong with a key and its value."""
    line, column, source = place_of(name, text)

    def fault(message: str, hint: str, ident: str) -> Problem:
        return Problem(message, path, line, column, hint, ident, source)

    key = KEYS.get(name)
    if key is None:
        yield fault(say("“{key}” is not known here", key=name), _instead(name), "unknown-key")
    elif not key.fits(value):
        message = say("“{key}” must be {kind}", key=name, kind=say(key.kind))
        yield fault(message, say("write for example: {example}", example=key.example), "wrong-value")
    elif key.names is not None:
        known = (*key.names(), *(own.name for own in guest_folders(path.parent) if key.folders))
        for entry in dict.fromkeys([value] if isinstance(value, str) else value):
            if entry not in known and not (key.folders and guest_folder(entry, path.parent)):
                message = say("“{value}” is not known at “{key}”", value=entry, key=name)
                yield fault(message, near_name(entry, known) or known_names(known), "unknown-value")


def _instead(name: str) -> str:
    """What to write for a key that is not known."""
    if name in TABLES:
        return say("write a line [{table}], and below it: {example}", table=name, example=_example(name))
    last = name.rpartition(".")[2]
    if near := near_name(name, KEYS) or near_name(last, KEYS):
        return near
    ends = {key.rpartition(".")[2]: key for key in KEYS}
    if end := similar(last, ends):
        table = ends[end].rpartition(".")[0]
        return say("write a line [{table}], and below it: {example}", table=table, example=KEYS[ends[end]].example)
    return known_names(KEYS)


def near_name(word: str, known: Iterable[str]) -> str:
    """The known name that was meant, as a question; empty when none is near."""
    near = similar(word, known)
    return say("did you mean “{near}”?", near=near) if near else ""


def known_names(known: Iterable[str]) -> str:
    """All known names, as a cure."""
    return say("known here: {shown}", shown=", ".join(known))


def _example(table: str) -> str:
    wanted = "organisation.name" if table == "organisation" else next(name for name in KEYS if name.startswith(table))
    return KEYS[wanted].example


def place_of(name: str, text: str) -> tuple[int, int, str]:
    """Line, column and text of the line where a key stands."""
    table, _, last = name.rpartition(".")
    under, best = "", (0, 0)
    for number, row in enumerate(text.split("\n"), 1):
        if header := re.match(r"\s*\[\s*([^\]]*?)\s*\]", row):
            under = header[1]
            if under == name:
                best = (number, row.index("[") + 1)
        for found in re.finditer(rf"(?<![\w-])[\"']?{re.escape(last)}[\"']?\s*=", row):
            before = row[: found.start()].strip()
            if under == table if not before else table and table in before:
                return number, found.start() + 1, row
            best = (number, found.start() + 1) if best == (0, 0) else best
    return *best, text.split("\n")[best[0] - 1] if best[0] else ""
