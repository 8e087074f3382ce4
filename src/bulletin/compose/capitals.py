"""Blocks of capitals made calm: large print has none."""

from __future__ import annotations

import re
from typing import Final

from bulletin.edition import Edition
from bulletin.vietnamese import glossary
from bulletin.vietnamese.text import fold

_NUMBER = re.compile(r"(?:[IVXLC]+|\d+(?:\.\d+)*|[A-ZĐ])[.)]\s+")
_ROMAN = re.compile(r"[IVXLC]+")
_SHORTEST: Final = 3


def calm(text: str, edition: Edition) -> str:
    """A line in capitals as a sentence, for large print; any other line as it is.

    Numbers in front, roman numerals and abbreviations stay: `II. CÔNG TÁC CỦA UBND` gives `II. Công tác của UBND`.
    Names lose their capitals, which no program knows; a clerk who minds does not type whole lines in capitals.
    """
    if not edition.large_print or not text.isupper() or " " not in text.strip():
        return text
    found = _NUMBER.match(text)
    number, rest = (found[0], text[found.end() :]) if found else ("", text)
    words = [word if _stays(word) else word.lower() for word in rest.split(" ")]
    sentence = " ".join(words)
    return number + sentence[:1].upper() + sentence[1:]


def _stays(word: str) -> bool:
    letters = word.strip("().,;:“”\"'!?…")
    if _ROMAN.fullmatch(letters) or not any(vowel in fold(letters) for vowel in "aeiouy"):
        return True
    known = letters in glossary.shipped() or letters in glossary.ambiguous()
    return len(letters) >= _SHORTEST and known
