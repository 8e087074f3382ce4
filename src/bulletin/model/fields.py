"""What a value of a record may be: a line, running text, a list on one line; and how a key is described."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

Loc = tuple[str | int, ...]

LONGEST_TITLE = 250
LONGEST_WORD = 500
LONGEST_PARAGRAPH = 20_000
MOST_KINDS = 2
MOST_PHOTOS = 300
MOST_PEOPLE = 5_000
DEEPEST_SECTION = 3


@dataclass(frozen=True, slots=True)
class Printed:
    """Marks a value that is printed, and as what: `title`, `heading`, `line`, `text`, `person`, `caption` or `alt`.

    An `alt` is not seen on the page; it is spoken by a screen reader.
    """

    kind: str


@dataclass(frozen=True, slots=True)
class Parted:
    """Marks a list that may also be typed on one line, and by what its entries are parted there."""

    pattern: str
    blanks: bool = False
    """Whether an entry may be empty, such as a cell of a table."""


class Model(BaseModel):
    """A frozen part of a record."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, defer_build=True)

    shown_key: ClassVar[str] = ""
    """The key that stands for an example of this part; when empty, the first that must be there."""

    def __bool__(self) -> bool:
        """Whether anything was filled in."""
        return bool(self.model_fields_set)


Reader = Callable[[str], dict[str, Any]]
"""Reads a part of a record that was written as one line (`from_line`) or as running text (`from_text`)."""


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


def _not_too_long(text: str, row: int = 0) -> None:
    """Refuse a paragraph that is too long, or a word in it; `row` is its line in the value, counted from 0."""
    # Most texts are shorter than one word may be.
    if len(text) <= LONGEST_WORD:
        return
    if len(text) > LONGEST_PARAGRAPH:
        context = {"limit": LONGEST_PARAGRAPH, "length": len(text), "row": row}
        raise PydanticCustomError("long_paragraph", "paragraph", context)
    for word in text.split():
        if len(word) > LONGEST_WORD:
            raise PydanticCustomError("long_word", "word", {"limit": LONGEST_WORD, "start": word[:20], "row": row})


def _line(value: Any) -> Any:
    if not isinstance(value, str):
        raise PydanticCustomError("not_a_line", "line")
    text = " ".join(value.split())
    _not_too_long(text)
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
    for row, paragraph in enumerate(value.split("\n")):
        _not_too_long(paragraph, row)
    # Blank lines at the start stay, so that the rows of blocks are the lines of the file.
    return value.rstrip()


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
