"""What the model finds, in the clerk's words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from bulletin.errors import Problem
from bulletin.messages import N_, say
from bulletin.model import Loc
from bulletin.validate import keys
from bulletin.validate.reading import Reading

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

SENTENCES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        # pydantic's own
        "missing": (N_("“{key}” is missing"), N_("add a line such as: {key}: {example}")),
        "model_type": (
            N_("“{key}” takes lines with keys of their own"),
            N_("write below it, indented: {first}: …"),
        ),
        "dict_type": (
            N_("“{key}” takes lines with a word, a colon and what it stands for"),
            N_("write below it, indented and without dashes: {example}"),
        ),
        # the model's
        "not_a_line": (N_("“{key}” takes one line of text"), N_("write it on one line: {key}: {example}")),
        "not_a_text": (
            N_("“{key}” takes running text, not a list and not keys"),
            N_("write “{key}: |” and the text below it, indented; items of a list in it begin with “- ”"),
        ),
        "empty": (N_("“{key}” is empty"), N_("write behind the colon: {key}: {example}")),
        "long_word": (
            N_("a word in “{key}” has more than {limit} letters: “{start}…”"),
            N_("put spaces between the words"),
        ),
        "long_paragraph": (
            N_("a paragraph of “{key}” has {length} characters; at most {limit} are read"),
            N_("break it into several paragraphs, each on a line of its own"),
        ),
        "long_title": (
            N_("“{key}” has {length} characters; a title has at most {limit}"),
            N_("shorten it; details belong at “{lead}” or “{subtitle}”"),
        ),
        "not_a_date": (
            N_("“{typed}” is not a date"),
            N_("day, month, year, such as 29/12/2023; for two days 26-27/9/2025"),
        ),
        "not_a_day": (N_("“{typed}” is not a date"), N_("day, month, year, such as 29/12/2023")),
        "no_such_day": (N_("there is no day {typed}"), N_("write day, month, year in this order, such as 29/12/2023")),
        "short_year": (
            N_("“{typed}” is not a date: its year has two figures only"),
            N_("write the year with four figures, such as 29/12/2023"),
        ),
        "not_one_day": (N_("“{typed}” is more than one day"), N_("one date only, such as 29/12/2023")),
        "not_a_time": (N_("“{typed}” is not a time of day"), N_("such as 14:00, 8h30 or 14 giờ 30 phút")),
        "not_one_time": (
            N_("“{typed}” is two times; here stands one"),
            N_("write the start at “{time}” and the end at “{end_time}”"),
        ),
        "not_a_word": (N_("“{key}” takes one of a few words"), N_("one of: {known}")),
        "unknown_value": (N_("“{typed}” is not known for “{key}”"), N_("one of: {known}")),
        "nobody": (
            N_("nobody is named here"), N_("write a name or an office, such as: - Nguyễn Văn An, Bí thư Chi bộ")
        ),
        "no_side": (
            N_("these people stand for a side that is not named"),
            N_("add above them: {side}: …; or list them one by one, each with a dash"),
        ),
        "no_people": (
            N_("nobody is named for this side"),
            N_("add below it: {people}: and below that the names, each with a dash"),
        ),
        "no_site": (N_("this site has people and no name"), N_("add a line such as: {name}: …")),
        "not_a_focus": (
            N_("“{typed}” is not a point in the picture"),
            N_("two numbers, from the left and from the top, such as: {key}: 50%, 30%"),
        ),
        "empty_section": (N_("this part is empty"), N_("give it a heading, text, photos or a table, or take it out")),
    }
)  # fmt: skip
"""What is said for each kind of fault that the model finds, and its cure."""

_ENTRY_FOR_LINE = (N_("each entry of “{key}” is one line of text"), N_("write it on one line: - {example}"))
_ENTRY_FOR_KEYS = (N_("each entry of “{key}” takes lines with keys of their own"), N_("write: - {first}: …"))
_LIST_FOR_KEYS = (
    N_("“{key}” is one thing, not a list"),
    N_("write below it, indented, lines with keys such as: {first}: …"),
)
_EXAMPLES = MappingProxyType(
    {
        "date": "29/12/2023", "issued": "29/12/2023", "approved_on": "29/12/2023", "file": "anh/quang-canh.jpg",
        "abbreviations": "TUV: Tỉnh ủy viên", "counts": "HTXSNV: 2",
    }
)  # fmt: skip
"""What is shown at a key, by its English name."""

_WHOLE_PARTS = frozenset(("nobody", "no_side", "no_people", "no_site", "empty_section"))
"""Faults of a part as a whole, which a misspelt key in it explains."""


def explained(errors: Sequence[ErrorDetails], reading: Reading) -> Iterator[Problem]:
    """Say what the model found, in the clerk's words; what another fault explains is left out."""
    for error in errors:
        loc = tuple(error["loc"])
        if not _follows(error["type"], loc, reading):
            yield _told(error, loc, reading)


def _follows(kind: str, loc: Loc, reading: Reading) -> bool:
    """Whether a fault only follows from a key that is not known, or from a setting that lacks something."""
    if kind == "missing" and len(loc) > 1 and not reading.known(loc):
        return True
    if kind == "missing":
        return loc in reading.meant or (len(loc) > 1 and loc[:-1] in reading.broken)
    return kind in _WHOLE_PARTS and loc in reading.broken


def _told(error: ErrorDetails, loc: Loc, reading: Reading) -> Problem:
    kind = error["type"]
    if kind == "missing" and loc in reading.typed:
        kind = "empty"
    message, hint = SENTENCES[kind]
    if kind in ("not_a_line", "model_type") and isinstance(reading.typed[reading.known(loc)][-1], int):
        as_line = kind == "not_a_line" or hasattr(keys.model_at(loc), "from_line")
        message, hint = _ENTRY_FOR_LINE if as_line else _ENTRY_FOR_KEYS
    elif kind == "model_type" and isinstance(error["input"], list):
        message, hint = _LIST_FOR_KEYS
    words = _words(error, kind, loc, reading)
    if words.get("near"):
        hint = N_("did you mean “{near}”?")
    place = loc[:-1] if kind == "missing" else loc
    return reading.problem(
        kind.replace("_", "-"), say(message, **words), place, hint=say(hint, **words), row=words.get("row", 0)
    )


def _words(error: ErrorDetails, kind: str, loc: Loc, reading: Reading) -> dict[str, Any]:
    """What the names in a sentence stand for."""
    english = reading.english
    own = {name: value for name, value in error.get("ctx", {}).items() if name != "error"}
    named = loc if kind == "missing" else reading.known(loc)
    last = next((part for part in reversed(named) if isinstance(part, str)), "")
    top = {name: keys.name_of((name,), english=english) for name in ("lead", "subtitle", "time", "end_time")}
    parts = {name: keys.name_of((*loc, name), english=english) for name in ("side", "people", "name")}
    return {
        **top,
        **parts,
        "key": reading.name(loc) if kind == "missing" else reading.key(loc),
        "first": keys.example_key(keys.model_at(loc), english=english),
        "example": (kind == "not_a_line" and _one_line(error["input"], loc, reading)) or _EXAMPLES.get(last, "…"),
        **own,
    }


def _one_line(value: Any, loc: Loc, reading: Reading) -> str:
    """A value that should have been one line, as such, where it can only be meant so."""
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], str):
        return value[0]
    raw = reading.source.raw(reading.typed.get(loc, ()))
    if isinstance(value, dict) and len(value) == 1 and "\n" not in raw:
        return f"'{raw}'" if '"' in raw else f'"{raw}"'
    return ""
