"""Names in Vietnamese order: by given name, syllable by syllable, letters before tones."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from types import MappingProxyType
from typing import Final, Literal

from bulletin.vietnamese.text import QUALITIES, TONES, nfc

ALPHABET: Final = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
"""The letters in order; f, j, w and z, which only foreign names have, in their Latin places."""

Order = Literal["given-family-middle", "given-middle-family", "as-written"]
"""What is compared first: offices sort by given name; `as-written` suits names such as H'Hen Niê."""

ORDERS: Final[tuple[Order, ...]] = ("given-family-middle", "given-middle-family", "as-written")

_RANK: Final = MappingProxyType({letter: rank for rank, letter in enumerate(ALPHABET, 100)})
_TONE: Final = MappingProxyType({tone: rank for rank, tone in enumerate(TONES, 1)})
_BRACKETS = re.compile(r"\([^()]*\)")

_Syllable = tuple[tuple[int, ...], tuple[int, ...]]


def split_name(name: str) -> tuple[str, str, str]:
    """Split a name into family, middle and given name; what it lacks is empty. A remark in brackets is left out.

    A name of one word is a given name.
    """
    words = _BRACKETS.sub(" ", nfc(name)).split()
    if len(words) < 2:
        return "", "", "".join(words)
    return words[0], " ".join(words[1:-1]), words[-1]


def sort_key(name: str, *, order: Order = "given-family-middle") -> tuple[object, ...]:
    """A key that sorts names as Vietnamese offices do.

    Each syllable is compared by its letters first, then by its tone: ngang, huyền, hỏi, ngã, sắc, nặng. Names that are
    the same but for capital letters and signs keep one order whatever the order in which they came.

    Args:
        name: Full name, family name first.
        order: What is compared first.

    References:
        The order of letters and tones is that of the Unicode collation for `vi` (CLDR), which `tests` hold it against.
    """
    family, middle, given = split_name(name)
    return (*_ORDERED[order](_key(family), _key(middle), _key(given)), nfc(name).casefold(), nfc(name))


_Key = tuple[_Syllable, ...]
_ORDERED: Final[MappingProxyType[Order, Callable[[_Key, _Key, _Key], tuple[_Key, ...]]]] = MappingProxyType(
    {
        "given-family-middle": lambda family, middle, given: (given, family, middle),
        "given-middle-family": lambda family, middle, given: (given, middle, family),
        "as-written": lambda family, middle, given: (family + middle + given,),
    }
)


def _key(words: str) -> _Key:
    return tuple(_syllable(word) for word in words.casefold().split())


@lru_cache(maxsize=1 << 12)
def _syllable(word: str) -> _Syllable:
    letters: list[int] = []
    tones: list[int] = []
    for letter in nfc(word):
        decomposed = unicodedata.normalize("NFD", letter)
        base, marks = decomposed[0], decomposed[1:]
        quality = nfc(base + "".join(mark for mark in marks if mark in QUALITIES))
        if rank := _RANK.get(quality) or _RANK.get(base) or (ord(base) if base.isalnum() else 0):
            letters.append(rank)
            tones.append(max((_TONE.get(mark, 0) for mark in marks), default=0))
    return tuple(letters), tuple(tones)
