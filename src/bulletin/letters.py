"""Letters that none of our fonts holds, told with their place before anything is laid out."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from bulletin import assets
from bulletin.errors import Problem
from bulletin.load import Source
from bulletin.messages import say
from bulletin.model import Record, texts
from bulletin.vietnamese.text import INVISIBLE


def unprintable(record: Record, source: Source) -> Iterator[Problem]:
    """Every sort of letter in each text that cannot be printed, where it first stands there.

    Args:
        record: What is to be printed.
        source: The file it was read from.
    """
    known = assets.letters() | set(INVISIBLE)
    for text in texts(record):
        if text.kind == "alt" or known.issuperset(text.text):
            continue
        typed = record.origin.typed.get(text.loc)
        for letter in dict.fromkeys(letter for letter in text.text if letter not in known and not letter.isspace()):
            mark = source.place(typed, text.text.index(letter)) if typed is not None else source.value_mark(())
            code, name = f"{ord(letter):04X}", unicodedata.name(letter, "").lower()
            yield Problem(
                say("no font can print “{letter}” (U+{code}, {name})", letter=letter, code=code, name=name),
                source.path,
                mark.line,
                mark.column,
                say("take it out, or say it in words"),
                "unprintable-letter",
                source.line(mark.line),
            )
