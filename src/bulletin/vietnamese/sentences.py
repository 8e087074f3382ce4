"""Sentences: a paragraph taken apart where one surely ends."""

from __future__ import annotations

import re
from typing import Final

from bulletin.vietnamese.text import word_set
from bulletin.vietnamese.titles import is_degree

_ABBREVIATED: Final = word_set("tp tx tt q p h x đk tr st gv hs vd ths tk đc dt")
_END = re.compile(r"(?<![.!?…])[.!?…]+[\"”’»)\]]*\s+(?=[\"“‘«(\[]?[^\W_])")
_WORD_BEFORE = re.compile(r"[^\s(\"“‘«\[]*$")
_LOOK_BACK: Final = 24
"""Letters; an abbreviation is shorter."""
_NUMBERING = re.compile(r"[(\"“]?(?:[0-9]+(?:\.[0-9]+)*|[A-Za-zđĐ]|[IVXL]+)\.")


def sentences(text: str) -> tuple[str, ...]:
    """Split a paragraph into its sentences, each stripped; joined by spaces they are the paragraph again.

    A sentence ends at `.`, `!`, `?` or `…` before a capital letter or figure, but not after an abbreviation (`TP. Huế`,
    `ThS. An`), an initial (`N. V. An`), or a number that opens it (`1. Kết quả`); where it is not sure, nothing is
    split.
    """
    found: list[str] = []
    start = 0
    for end in _END.finditer(text):
        after = text[end.end() : end.end() + 2].lstrip('"“‘«([')[:1]
        if after.islower() or not _ends(text, start, end):
            continue
        found.append(text[start : end.end()].strip())
        start = end.end()
    found.append(text[start:].strip())
    return tuple(sentence for sentence in found if sentence)


def _ends(text: str, start: int, end: re.Match[str]) -> bool:
    if end[0].rstrip() != ".":
        return True
    until = end.start()
    if _NUMBERING.fullmatch(text[start : min(until + 1, start + _LOOK_BACK)].lstrip()) and until - start < _LOOK_BACK:
        return False
    match = _WORD_BEFORE.search(text, max(start, until - _LOOK_BACK), until)
    word = match[0] if match else ""
    if len(word) == 1 and word.isalpha():
        return False
    return not (word.lower() in _ABBREVIATED or is_degree(word))
