"""Letters that look right and are not, and characters that nobody sees."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from bulletin.messages import N_, say
from bulletin.vietnamese.lint.passages import Check, Finding, Paper, Rule
from bulletin.vietnamese.text import LOOK_ALIKES, repaired

_LOOK_ALIKE = Check(
    "look-alike",
    N_("a letter of another alphabet that looks like a Vietnamese one, such as Ð (Icelandic) for Đ"),
    "Ðảng bộ tỉnh",
    "Đảng bộ tỉnh",
)
_HIDDEN = Check(
    "hidden-character",
    N_("a character that nobody sees, such as a zero-width space inside a word"),
    "Hội\u200b nghị",
    "Hội nghị",
)
_STRAY = Check(
    "stray-mark",
    N_("a tone mark that stands on no Vietnamese letter, or the sign � for a letter that was lost"),
    "Hội nghị\u0301",
    "Hội nghị",
)
NOT_NFC = Check(
    "not-nfc",
    N_("letters typed in pieces (base letter and marks apart), as on a Mac or by old keyboard programs"),
    unicodedata.normalize("NFD", "Hội nghị"),
    "Hội nghị",
)

_ALIKE = frozenset(LOOK_ALIKES)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+")
_MARK = re.compile("[\u0300-\u036f\ufffd]+")


def _look_alikes(paper: Paper) -> Iterator[Finding]:
    for reading in paper.readings:
        if reading.letters.isdisjoint(_ALIKE):
            continue
        for number, word in enumerate(reading.words):
            # A letter that stands alone is a sign of mathematics.
            right = word if len(word) < 2 or _ALIKE.isdisjoint(word) else repaired(word)
            if right != word:
                letter = next(typed for typed, meant in zip(word, right, strict=False) if typed != meant)
                message = say(
                    "“{letter}” (U+{code}) in “{word}” only looks like a Vietnamese letter",
                    letter=letter, code=f"{ord(letter):04X}", word=word,
                )  # fmt: skip
                cure = say("write “{right}”", right=right)
                yield reading.finding(_LOOK_ALIKE, reading.starts[number], reading.ends[number], message, cure)


def _hidden(paper: Paper) -> Iterator[Finding]:
    for reading in paper.readings:
        if any(letter == "\u00ad" or letter > "\u200a" for letter in reading.letters):
            for found in _INVISIBLE.finditer(reading.text):
                message = say("an invisible character (U+{code})", code=f"{ord(found[0][0]):04X}")
                cure = say("delete it: put the cursor there and press Delete until a letter would go")
                yield reading.finding(_HIDDEN, found.start(), found.end(), message, cure)


def _stray_marks(paper: Paper) -> Iterator[Finding]:
    for reading in paper.readings:
        if any("\u0300" <= letter <= "\u036f" or letter == "\ufffd" for letter in reading.letters):
            for found in _MARK.finditer(reading.text):
                message = say("a mark that belongs to no letter (U+{code})", code=f"{ord(found[0][0]):04X}")
                yield reading.finding(_STRAY, found.start(), found.end(), message, say("type the word anew"))


def lint_raw(text: str) -> tuple[Finding, ...]:
    """Look at a file's text as it was saved, before it is brought to NFC.

    Returns:
        One finding at most, at the first letter typed in pieces; its passage is 0, its place counts from the start.
    """
    if unicodedata.is_normalized("NFC", text):
        return ()
    lines = text.split("\n")
    rows = [row for row, line in enumerate(lines) if not unicodedata.is_normalized("NFC", line)]
    before = sum(len(line) + 1 for line in lines[: rows[0]])
    line = lines[rows[0]]
    whole = unicodedata.normalize("NFC", line)
    same = next(
        (place for place, (one, other) in enumerate(zip(line, whole, strict=False)) if one != other), len(whole)
    )
    start = before + same
    message = say("letters typed in pieces, in {lines} lines", lines=len(rows))
    cure = say("nothing is lost: the program joins them; set your keyboard program to “Unicode dựng sẵn”")
    return (Finding(NOT_NFC.id, 0, start, start + 1, message, cure),)


RULES = (Rule(_LOOK_ALIKE, _look_alikes), Rule(_HIDDEN, _hidden), Rule(_STRAY, _stray_marks))
