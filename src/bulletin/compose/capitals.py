"""Blocks of capitals made calm: large print has none."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from bulletin.edition import Edition
from bulletin.vietnamese import glossary
from bulletin.vietnamese.text import fold

_NUMBER = re.compile(r"(?:[IVXLC]+|\d+(?:\.\d+)*|[A-ZĐ])[.)]\s+")
_ROMAN = re.compile(r"[IVXLC]+")
_SHORTEST: Final = 3
_SMALL: Final = frozenset(
    (
        "các",
        "cho",
        "của",
        "do",
        "là",
        "năm",
        "những",
        "ở",
        "tại",
        "tháng",
        "theo",
        "trong",
        "từ",
        "và",
        "về",
        "với",
        "đến",
    )
)


def calm(text: str, edition: Edition) -> str:
    """A line in capitals as a sentence, for large print; any other line as it is. For words without names in them.

    Numbers in front, roman numerals and abbreviations stay: `II. CÔNG TÁC CỦA UBND` gives `II. Công tác của UBND`.
    """
    return _calmed(text, edition, str.lower)


def calm_names(text: str, edition: Edition) -> str:
    """The same for a line of the record, whose names must keep their capitals.

    No program knows which words are names, so each word but the small ones gets a capital: `SỞ Y TẾ VÀ ÔNG LÊ HOA`
    gives `Sở Y Tế và Ông Lê Hoa`.
    """
    return _calmed(text, edition, lambda word: word.lower() if word.lower() in _SMALL else word.capitalize())


def _calmed(text: str, edition: Edition, said: Callable[[str], str]) -> str:
    if not edition.large_print or not text.isupper() or " " not in text.strip():
        return text
    found = _NUMBER.match(text)
    number, rest = (found[0], text[found.end() :]) if found else ("", text)
    words = [word if _stays(word) else said(word) for word in rest.split(" ")]
    sentence = " ".join(words)
    return number + sentence[:1].upper() + sentence[1:]


def _stays(word: str) -> bool:
    letters = word.strip("().,;:“”\"'!?…")
    if _ROMAN.fullmatch(letters) or not any(vowel in fold(letters) for vowel in "aeiouy"):
        return True
    known = letters in glossary.shipped() or letters in glossary.ambiguous()
    return len(letters) >= _SHORTEST and known
