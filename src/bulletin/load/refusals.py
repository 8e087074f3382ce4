"""What a record may not hold, though YAML may: one function for each, which tells it and how the line is read on.

Each takes the sheet, the number of the line and the character, both from 0.
"""

from __future__ import annotations

from collections.abc import Sequence

from bulletin.load.sheet import Edit, Sheet
from bulletin.messages import say


def not_pairs(sheet: Sheet, number: int) -> None:
    """A file that holds no key at all."""
    message = say("this is no record: a record is made of lines with a key, a colon and a value")
    hint = say("write for example: {example}", example=say("title: the headline"))
    at = len(sheet.rows[number].read) - len(sheet.rows[number].read.lstrip())
    sheet.tell("no-record", message, number, at, hint=hint)


def empty(sheet: Sheet) -> None:
    """A file that holds nothing but notes."""
    message = say("the file is empty")
    hint = say("write for example: {example}", example=say("title: the headline"))
    sheet.tell("no-record", message, 0, 0, hint=hint)


def complex_key(sheet: Sheet, number: int, at: int) -> None:
    """A key that is more than one text."""
    message = say("a key is one text with a colon after it, nothing else")
    hint = say("write: key: value")
    sheet.tell("key-not-text", message, number, at, edits=_all(sheet, number), hint=hint)


def directive(sheet: Sheet, number: int) -> None:
    """A line that begins with a per cent sign in the first column."""
    message = say("a line cannot begin with %")
    sheet.tell("directive", message, number, 0, edits=_all(sheet, number), hint=say("delete the line"))


def second_document(sheet: Sheet, number: int) -> None:
    """A line that ends the record before its end."""
    mark = sheet.rows[number].read[:3]
    message = say("{mark} ends the record, yet more follows; a file is one record", mark=mark)
    hint = say("delete the line, or put what follows into a file of its own")
    sheet.tell("second-document", message, number, 0, edits=_all(sheet, number), hint=hint)


def too_deep(sheet: Sheet, number: int, at: int, *, most: int) -> None:
    """More levels inside each other than are read."""
    message = say("this lies deeper than {n} levels", n=most)
    sheet.tell("too-deep", message, number, at, hint=say("take levels out"), run=True)


def too_long(sheet: Sheet, number: int, at: int, *, most: int) -> None:
    """A text of more characters than are read."""
    message = say("this text has more than {n} thousand characters", n=most // 1000)
    sheet.tell("text-too-long", message, number, at, hint=say("divide it into several sections"))


def key_twice(sheet: Sheet, number: int, at: int, *, key: str, first: int) -> None:
    """A key that stands among the same keys already."""
    message = say("“{key}” is given twice, first in line {line}", key=key, line=first)
    sheet.tell("key-twice", message, number, at, hint=say("keep one of the two"))


def anchor(sheet: Sheet, number: int, at: int) -> None:
    """A name that YAML gives to a value."""
    message = say("& would give a name to what follows, to be used again elsewhere; a record cannot do that")
    sheet.tell(
        "anchor", message, number, at, hint=say("delete & with its name, and type the text again where it is needed")
    )


def alias(sheet: Sheet, number: int, at: int) -> None:
    """The name of a value that stands elsewhere."""
    message = say("* would fetch what is written elsewhere; a record cannot do that")
    sheet.tell("alias", message, number, at, hint=say("type the text itself here"))


def merge_key(sheet: Sheet, number: int, at: int) -> None:
    """The key that takes in the keys of another place."""
    message = say("<< would take in keys from elsewhere; a record cannot do that")
    sheet.tell("merge-key", message, number, at, hint=say("type the keys and their values here"))


def tag(sheet: Sheet, number: int, at: int) -> None:
    """A type that YAML would give to a value."""
    message = say("! would change what this value is; a record cannot do that")
    sheet.tell("tag", message, number, at, hint=say("delete it; every value stays as it is typed"))


def unreadable(sheet: Sheet, number: int, at: int) -> None:
    """A line that none of the traps explains."""
    message = say("this line cannot be read")
    hint = say("put its text in quotes, and begin it exactly below the lines that it belongs with")
    sheet.tell("unreadable", message, number, at, edits=_all(sheet, number), hint=hint)


def figure(sheet: Sheet, number: int, at: int) -> None:
    """A comma between two digits in brackets."""
    message = say("inside brackets a comma parts two items, also between digits")
    hint = say("put the number in quotes; if two items are meant, type a space after the comma")
    sheet.tell("comma-in-brackets", message, number, at, hint=hint)


def inner_mark(sheet: Sheet, number: int, at: int, edits: Sequence[Edit]) -> None:
    """A byte order mark that is not at the beginning of the file."""
    message = say("there is an invisible sign here (U+FEFF), as when files are joined")
    sheet.tell("byte-order-mark", message, number, at, edits=edits, sure=True)


def control(sheet: Sheet, number: int, at: int, name: str, edits: Sequence[Edit]) -> None:
    """A sign that cannot be printed."""
    message = say("there is an invisible sign here ({name}) that cannot be printed", name=name)
    hint = say("delete it and type the letters around it again")
    sheet.tell("control-character", message, number, at, edits=edits, hint=hint)


def _all(sheet: Sheet, number: int) -> tuple[Edit, ...]:
    return (Edit(0, len(sheet.rows[number].read), ""),)
