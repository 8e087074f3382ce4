"""Quotation marks: straight ones that pair up become typographic, all others stay as typed."""

from __future__ import annotations

from typing import Final

_BEFORE: Final = frozenset(" \u00a0\t\n([{<“‘\"'*-–—/")
"""What may stand before an opening sign, besides the start of the line."""
_AFTER: Final = frozenset(" \u00a0\t\n)]}>”’\"'*-–—/.,;:!?…")
"""What may stand after a closing sign, besides the end of the line."""
_SPACE: Final = frozenset(" \u00a0\t\n")


def quotes(text: str) -> str:
    """Set straight quotation marks as “ ” and ‘ ’ where they pair up without doubt within the line.

    As typed remain: inches and minutes (`55"`, `30'`), apostrophes (`H'Hen`), and every sign of a kind of which one
    in the line has no partner.
    """
    if '"' in text:
        text = _paired(text, '"', "“", "”")
    if "'" in text:
        text = _paired(text, "'", "‘", "’")
    return text


def _paired(text: str, sign: str, opening: str, closing: str) -> str:
    letters = list(text)
    opened = -1
    for place, letter in enumerate(text):
        if letter != sign:
            continue
        before = text[place - 1] if place else " "
        after = text[place + 1] if place + 1 < len(text) else " "
        if sign == "'" and before.isalnum() and after.isalnum():
            continue
        if opened < 0 and before.isdigit():
            continue
        opens = before in _BEFORE and after not in _SPACE
        closes = before not in _SPACE and after in _AFTER
        if opened < 0 and opens:
            opened = place
        elif opened >= 0 and closes and not opens and _whole(text[opened + 1 : place], sign):
            letters[opened], letters[place] = opening, closing
            opened = -1
        else:
            return text
    return text if opened >= 0 else "".join(letters)


def _whole(inside: str, sign: str) -> bool:
    """Whether a quotation holds no half of another one."""
    return bool(inside) and (sign == '"' or (inside.count("“") == inside.count("”") and '"' not in inside))
