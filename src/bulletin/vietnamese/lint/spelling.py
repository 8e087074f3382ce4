"""Words that cannot be Vietnamese syllables, and pairs of words that are known slips."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin.messages import N_, say
from bulletin.vietnamese.lint.passages import Check, Finding, Paper, Reading, Rule
from bulletin.vietnamese.lint.slips import SLIPS, meant
from bulletin.vietnamese.lint.syllables import is_syllable, mend, misplaced, pulled_apart, tones_of, vowel_groups
from bulletin.vietnamese.text import word_set

_IMPOSSIBLE = Check(
    "impossible-syllable",
    N_("a word that no Vietnamese syllable can be, mostly a slip of typing"),
    "Các đồng chí đựơc biểu dương trong nghành.",
    "Các đồng chí được biểu dương trong ngành.",
)
_SLIP = Check(
    "slip",
    N_("a known slip of spelling, such as “xúc tích” for “súc tích”"),
    "Chi bộ bổ xung nhiệm vụ và rà xoát hồ sơ.",
    "Chi bộ bổ sung nhiệm vụ và rà soát hồ sơ.",
)

# Borrowed words of one group of vowels; those of several are told by their tones.
_BORROWED = word_set("gích síc kuýp têt lôgíc sốp pít stốc")
_BORROWED_START = re.compile(r"[fjwz]|[bcdđfgkpt][lr](?!$)|[sx][ktpcmnl]")
_LONGEST = 20
"""Letters of a word; longer ones are no slips of typing."""
_GLUE = frozenset("-–'’\u02bc@/_\\&+.:·")


def _impossible(paper: Paper) -> Iterator[Finding]:
    for reading in paper.readings:
        for word in dict.fromkeys(reading.words):
            if not word.isascii() and (cure := _cure(word)) is not None:
                yield from _first_use(reading, word, cure)


def _cure(word: str) -> str | None:
    """What a word should be, empty when that is not sure; None when nothing is wrong with it."""
    low = word.lower()
    if not word.isalpha() or not 2 <= len(word) <= _LONGEST or word[1:] != low[1:] or is_syllable(low):
        return None
    groups = vowel_groups(low)
    # Đắk Lắk and its like are names in every case.
    if groups == 0 or low.endswith("k") or low in _BORROWED or _BORROWED_START.match(low):
        return None
    if word[0].isupper():
        # A name may follow rules of its own; only a mark on the wrong letter is a slip for sure.
        right = misplaced(low)
        return None if right is None or groups > 1 else right.capitalize()
    if groups > 1:
        # Borrowed words such as bêtông and côngtenơ bear at most the tone sắc.
        return None if tones_of(low) <= {"sắc"} else pulled_apart(low) or mend(low) or ""
    return mend(low) or ""


def _first_use(reading: Reading, word: str, cure: str) -> Iterator[Finding]:
    places = [
        number
        for number in reading.where[word.lower()]
        if reading.words[number] == word and not _is_glued(reading, number)
    ]
    if places:
        message = say("“{word}” ({times}×) is no Vietnamese syllable", word=word, times=len(places))
        hint = say("write “{right}”", right=cure) if cure else say("check how it is spelt; type it anew")
        yield reading.finding(_IMPOSSIBLE, reading.starts[places[0]], reading.ends[places[0]], message, hint)


def _is_glued(reading: Reading, number: int) -> bool:
    """Whether the word is a part of an address, a code or a foreign name such as H'Hen."""
    text, start, end = reading.text, reading.starts[number], reading.ends[number]
    before = text[start - 2 : start] if start > 1 else ""
    behind = text[end : end + 2]
    return (len(before) == 2 and before[1] in _GLUE and before[0].isalnum()) or (
        len(behind) == 2 and behind[0] in _GLUE and behind[1].isalnum()
    )


def _slips(paper: Paper) -> Iterator[Finding]:
    for reading in paper.readings:
        for first in SLIPS.keys() & reading.where.keys():
            for number in reading.where[first]:
                right = meant(reading.low(number - 1), first, reading.low(number + 1))
                if right and (wrong := reading.phrase(number, 2)) and not wrong.istitle():
                    message = say("“{wrong}” is a slip", wrong=wrong)
                    cure = say("write “{right}”", right=_like(wrong, right))
                    yield reading.finding(_SLIP, reading.starts[number], reading.ends[number + 1], message, cure)


def _like(model: str, words: str) -> str:
    """Words with the capitals of a model."""
    if model.isupper():
        return words.upper()
    return words[0].upper() + words[1:] if model[0].isupper() else words


RULES = (Rule(_IMPOSSIBLE, _impossible), Rule(_SLIP, _slips))
