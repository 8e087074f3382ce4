"""Letters: one form for each, keys that forgive how a word was typed, and what strange letters probably mean."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

NBSP: Final = "\u00a0"
"""The one space at which a line does not break; every font that we ship has it."""

INVISIBLE: Final = (
    "\u00ad\u034f\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff"
)
"""Soft hyphen, joiners, marks of direction, byte order mark: web pages leave them in words, nothing is printed."""

PLAIN: Final[Mapping[int, str | None]] = MappingProxyType(
    {**dict.fromkeys(map(ord, INVISIBLE)), 0x2010: "-", 0x2011: "-"}
)
"""For str.translate: invisible letters go, Unicode's two other hyphens (lacking in most fonts) become the plain one."""

TONES: Final = "\u0300\u0309\u0303\u0301\u0323"
"""The five tone marks in the order of the alphabet: huyền, hỏi, ngã, sắc, nặng."""

QUALITIES: Final = "\u0302\u0306\u031b"
"""Circumflex, breve and horn, which make letters of their own."""

LOOK_ALIKES: Final[Mapping[str, str]] = MappingProxyType(
    {
        # Icelandic and African letters that keyboards and OCR give for Đ and đ.
        "\u00d0": "Đ", "\u0189": "Đ", "\u00f0": "đ", "\u0256": "đ",
        # Caron for breve.
        "\u01cd": "Ă", "\u01ce": "ă",
        # Other Latin.
        "\u0131": "i", "\u0251": "a", "\u0261": "g",
        # Cyrillic.
        "\u0410": "A", "\u0412": "B", "\u0415": "E", "\u041a": "K", "\u041c": "M", "\u041d": "H", "\u041e": "O",
        "\u0420": "P", "\u0421": "C", "\u0422": "T", "\u0423": "Y", "\u0425": "X", "\u0406": "I", "\u0405": "S",
        "\u0430": "a", "\u0435": "e", "\u043a": "k", "\u043e": "o", "\u0440": "p", "\u0441": "c", "\u0443": "y",
        "\u0445": "x", "\u0456": "i", "\u0455": "s", "\u0501": "d", "\u04bb": "h", "\u051b": "q",
        # Greek.
        "\u0391": "A", "\u0392": "B", "\u0395": "E", "\u0397": "H", "\u0399": "I", "\u039a": "K", "\u039c": "M",
        "\u039d": "N", "\u039f": "O", "\u03a1": "P", "\u03a4": "T", "\u03a5": "Y", "\u03a7": "X",
        "\u03b1": "a", "\u03b9": "i", "\u03bd": "v", "\u03bf": "o", "\u03c1": "p", "\u03c5": "u",
    }
)  # fmt: skip
"""Letters that look like Vietnamese ones, with the letter that was probably meant."""

_MEANT = str.maketrans(dict(LOOK_ALIKES))
_D = str.maketrans("đ\u00f0\u0256", "ddd")
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")
_DROPPED = re.compile(r"[\s_\-\u2013]+")
_MARKS = re.compile("[\u0300-\u036f]+")
_WORD = re.compile("[^\\W\\d_](?:[^\\W\\d_]|[\u0300-\u036f])*")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff\u0300-\u036f]+")
_NEAR = 0.6
"""The share of letters that must agree: `chiar` is near to `chairs`, `foo` to nothing."""


def word_set(text: str) -> frozenset[str]:
    """The words of a table that is written as one string."""
    return frozenset(text.split())


def nfc(text: str) -> str:
    """Bring text to NFC, in which each of the 134 accented letters is one code point; U+0340 and U+0341 go too."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """A key that forgives case, all accents, `đ` for `d`, and spaces, `_` and dashes: `CHỦ-TRÌ` gives `chutri`."""
    if not text.isascii():
        letters = unicodedata.normalize("NFD", text.translate(PLAIN).casefold())
        text = _MARKS.sub("", letters).translate(_D)
    return _DROPPED.sub("", text.casefold())


def squeeze(text: str) -> str:
    """Text for comparison: NFC, without any white space and invisible letters, quotation marks and hyphens straight.

    Text as typed and the same text set in type are equal when squeezed.
    """
    return "".join(nfc(text.translate(PLAIN)).translate(_STRAIGHT).split())


def repaired(text: str) -> str:
    """Text with the letters that were probably meant, for hints; never print it unasked.

    Look-alikes are put right in words that are Latin letters afterwards (a Russian word stays Russian); marks in the
    wrong order (tone before circumflex) are put in order.
    """
    return nfc(_WORD.sub(_meant, text))


def similar(word: str, known: Iterable[str]) -> str | None:
    """The known name that is nearest to a word, compared by folded keys; None when none is near."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    names = tuple(known)
    best = process.extractOne(
        fold(word), [fold(name) for name in names], scorer=OSA.normalized_similarity, score_cutoff=_NEAR
    )
    return None if best is None else names[best[2]]


def _meant(match: re.Match[str]) -> str:
    return _right(match[0])


# The same words come again and again, and each record is looked through several times.
@lru_cache(maxsize=1 << 13)
def _right(word: str) -> str:
    latin = word.translate(_MEANT)
    return _MARKS.sub(_ordered, unicodedata.normalize("NFD", latin)) if _LATIN.fullmatch(latin) else word


def _ordered(match: re.Match[str]) -> str:
    marks = match[0].replace("\u030c", "\u0306")
    return "".join(sorted(marks, key=lambda mark: mark not in QUALITIES))
