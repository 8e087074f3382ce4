"""Abbreviations: the shipped table, and the first use of each written out on request."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from bulletin.vietnamese.text import nfc

_TABLE: Final = Path(__file__).with_name("glossary.tsv")
_MARKERS: Final = frozenset(("", "-", "–", "•", "+"))
"""What stands before the first word of a paragraph."""


@cache
def shipped() -> Mapping[str, str]:
    """The shipped abbreviations that mean one thing only, each with its full form."""
    rows = _rows()
    meanings = Counter(abbreviation for abbreviation, _, _ in rows)
    return MappingProxyType(
        {abbreviation: full for abbreviation, full, unsure in rows if not unsure and meanings[abbreviation] == 1}
    )


@cache
def ambiguous() -> Mapping[str, tuple[str, ...]]:
    """The shipped abbreviations that may mean several things, with all of them; only a record can say which."""
    found: dict[str, tuple[str, ...]] = {}
    for abbreviation, full, unsure in _rows():
        if unsure:
            found[abbreviation] = (*found.get(abbreviation, ()), full)
    return MappingProxyType(found)


def expand(texts: Sequence[str], wanted: Mapping[str, str]) -> tuple[str, ...]:
    """Write out the first use of each abbreviation in a record's texts: `BCH` becomes `Ban Chấp hành (BCH)`.

    Later uses stay. Parts of codes (`12-BC/ĐU`) are never touched, nor is an abbreviation that already stands in
    brackets; if its full form stands right before these, it counts as written out. At the start of a sentence the
    full form takes a capital.

    Args:
        texts: The record's texts in reading order.
        wanted: Abbreviations with their full forms.

    References:
        Guidance 05-HD/VPTW, 6.1: the full form first, the abbreviation in brackets right after it.
    """
    forms = {nfc(short): nfc(full) for short, full in wanted.items() if short and full}
    if not forms:
        return tuple(nfc(text) for text in texts)
    longest_first = "|".join(re.escape(short) for short in sorted(forms, key=len, reverse=True))
    pattern = re.compile(rf"(?<![\w/&\-])(?<!\w[.'’])(?:{longest_first})(?![\w/&\-]|[.'’]\w)")
    done: set[str] = set()

    def written(match: re.Match[str]) -> str:
        short, text, start = match[0], match.string, match.start()
        if short in done:
            return short
        full = forms[short]
        if text[start - 1 : start] == "(" and text[match.end() : match.end() + 1] == ")":
            before = text[max(0, start - 1 - len(full) - 1) : start - 1].rstrip()
            if before.casefold().endswith(full.casefold()):
                done.add(short)
            return short
        done.add(short)
        if _opens_sentence(text, start):
            full = full[0].upper() + full[1:]
        return f"{full} ({short})"

    return tuple(pattern.sub(written, nfc(text)) for text in texts)


def _opens_sentence(text: str, start: int) -> bool:
    before = text[text.rfind("\n", 0, start) + 1 : start].rstrip(' \u00a0"“‘(')
    return before in _MARKERS or before[-1] in ".!?…"


@cache
def _rows() -> tuple[tuple[str, str, bool], ...]:
    lines = nfc(_TABLE.read_text(encoding="utf-8")).splitlines()[1:]
    rows = (line.split("\t") for line in lines)
    return tuple((short, full, bool(unsure)) for short, full, unsure in rows)
