"""What a value of a record may be: lines, running text, dates, times, fixed words; each read from what was typed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from bulletin.vietnamese import dates
from bulletin.vietnamese.text import fold, similar

Loc = tuple[str | int, ...]

LONGEST_TITLE = 250
LONGEST_WORD = 500
LONGEST_PARAGRAPH = 20_000
MOST_PHOTOS = 300
MOST_PEOPLE = 5_000
DEEPEST_SECTION = 3


@dataclass(frozen=True, slots=True)
class Printed:
    """Marks a value that is printed, and as what: `title`, `heading`, `line`, `text`, `person`, `caption` or `alt`.

    An `alt` is not seen on the page; it is spoken by a screen reader.
    """

    kind: str


class Model(BaseModel):
    """A frozen part of a record."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    def __bool__(self) -> bool:
        """Whether anything was filled in."""
        return bool(self.model_fields_set)


def key(*names: str, vi: str, en: str, default: Any = ..., **more: Any) -> Any:
    """Describe a key of the record.

    Args:
        names: The key in Vietnamese; the first is the one shown.
        vi: What it means, in Vietnamese.
        en: What it means, in English.
        default: Value when the key is missing; required when not given.
        more: Passed on to pydantic.
    """
    return Field(default, description=en, json_schema_extra={"names": list(names), "vi": vi}, **more)


def _words_not_too_long(text: str) -> None:
    for word in text.split():
        if len(word) > LONGEST_WORD:
            raise PydanticCustomError("long_word", "word", {"limit": LONGEST_WORD, "start": word[:20]})


def _line(value: Any) -> Any:
    if not isinstance(value, str):
        raise PydanticCustomError("not_a_line", "line")
    text = " ".join(value.split())
    if len(text) > LONGEST_PARAGRAPH:
        raise PydanticCustomError("long_paragraph", "paragraph", {"limit": LONGEST_PARAGRAPH, "length": len(text)})
    _words_not_too_long(text)
    return text


def _title(value: Any) -> Any:
    text = _line(value)
    if not text:
        raise PydanticCustomError("empty", "empty")
    if len(text) > LONGEST_TITLE:
        raise PydanticCustomError("long_title", "title", {"limit": LONGEST_TITLE, "length": len(text)})
    return text


def _text(value: Any) -> Any:
    if not isinstance(value, str):
        raise PydanticCustomError("not_a_text", "text")
    for number, paragraph in enumerate(value.split("\n")):
        if len(paragraph) > LONGEST_PARAGRAPH:
            context = {"limit": LONGEST_PARAGRAPH, "length": len(paragraph), "row": number}
            raise PydanticCustomError("long_paragraph", "paragraph", context)
    _words_not_too_long(value)
    return value.strip("\n")


def _kept(value: Any) -> Any:
    if not isinstance(value, str):
        raise PydanticCustomError("not_a_line", "line")
    return value.strip()


Title = Annotated[str, Printed("title"), BeforeValidator(_title)]
Line = Annotated[str, Printed("line"), BeforeValidator(_line)]
Heading = Annotated[str, Printed("heading"), BeforeValidator(_line)]
PersonName = Annotated[str, Printed("person"), BeforeValidator(_line)]
Caption = Annotated[str, Printed("caption"), BeforeValidator(_line)]
Alt = Annotated[str, Printed("alt"), BeforeValidator(_line)]
Text = Annotated[str, Printed("text"), BeforeValidator(_text)]
"""Running text, its lines kept; `bulletin.model.running` reads paragraphs, lists and photos from it."""
Kept = Annotated[str, BeforeValidator(_kept)]
"""Something that is used but not printed, such as the name of a file."""
Lines = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Days:
    """One day, or the first and the last of several."""

    first: dt.date
    last: dt.date

    @property
    def several(self) -> bool:
        """Whether the conference went over more than one day."""
        return self.first != self.last


def _days(value: Any) -> Any:
    if isinstance(value, Days):
        return value
    found = dates.read_dates(value) if isinstance(value, str) else None
    if found is None:
        raise PydanticCustomError("not_a_date", "date", {"typed": value if isinstance(value, str) else ""})
    first, last = found
    return Days(first, last or first)


def _day(value: Any) -> Any:
    if isinstance(value, dt.date):
        return value
    days = _days(value)
    if days.several:
        raise PydanticCustomError("not_one_day", "date", {"typed": value})
    return days.first


def _clock(value: Any) -> Any:
    if isinstance(value, dt.time):
        return value
    found = dates.read_time(value) if isinstance(value, str) else None
    if found is None:
        raise PydanticCustomError("not_a_time", "time", {"typed": value if isinstance(value, str) else ""})
    return found


DaysRead = Annotated[Days, BeforeValidator(_days)]
Day = Annotated[dt.date, BeforeValidator(_day)]
Clock = Annotated[dt.time, BeforeValidator(_clock)]


@dataclass(frozen=True, slots=True)
class Words:
    """A fixed set of words, each with its other spellings; the key is what the model holds."""

    table: Mapping[str, tuple[str, ...]]
    """From the English word to the Vietnamese ones; the first of those is the one shown."""

    def read(self, typed: str) -> str | None:
        """The word meant by what was typed, case, tone marks and separators aside."""
        return self._folded().get(fold(typed))

    def nearest(self, typed: str) -> str:
        """The known spelling most like what was typed; empty when none is."""
        return similar(typed, [name for word, others in self.table.items() for name in (*others, word)]) or ""

    def shown(self) -> str:
        """All words in Vietnamese, for a message."""
        return ", ".join(others[0] for others in self.table.values())

    def _folded(self) -> dict[str, str]:
        return {fold(name): word for word, others in self.table.items() for name in (word, *others)}


def fixed(words: Words) -> BeforeValidator:
    """Reads one of a fixed set of words, in either language."""

    def read(value: Any) -> Any:
        found = words.read(value) if isinstance(value, str) else None
        if found is None:
            typed = value if isinstance(value, str) else ""
            context = {"typed": typed, "known": words.shown(), "nearest": words.nearest(typed) if typed else ""}
            raise PydanticCustomError("unknown_value", "value", context)
        return found

    return BeforeValidator(read)


Reader = Callable[[str], dict[str, Any]]
"""Reads a part of a record that was written as one line."""
