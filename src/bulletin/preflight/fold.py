"""Text in the form in which record and PDF are compared: no white space, one normal form, no difference of case."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

# Signs that a reader does not see: they only allow or forbid a break.
_UNSEEN = ("\u00ad", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff")
# pdfium writes U+FFFE (in some calls U+0002) for a hyphen at the end of a line; the other two look like a hyphen.
_HYPHENS = ("\ufffe", "\x02", "\u2010", "\u2011")
_SEPARATOR = "\x00"


def fold(text: str) -> str:
    """A text as it is compared; ligatures are taken apart by `casefold`."""
    text = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
    for sign in _UNSEEN:
        text = text.replace(sign, "")
    for sign in _HYPHENS:
        text = text.replace(sign, "-")
    return "".join(text.split())


def fold_all(texts: Iterable[str]) -> list[str]:
    """Many texts, folded in one go: each step costs a call for all, not for each."""
    parts = [text.replace(_SEPARATOR, "") for text in texts]
    return fold(_SEPARATOR.join(parts)).split(_SEPARATOR) if parts else []
