"""Names found again in a text, each as a whole: `Lê Văn An` is neither in `Lê Văn Anh` nor in `Lê Văn An Bình`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Final

from bulletin.vietnamese.spaces import set_line
from bulletin.vietnamese.text import TONES, nfc

_HYPHENS: Final = str.maketrans("\u2010\u2011\x02\ufffe", "----")


def identity(name: str) -> str:
    """What is the same for all ways to write one name: capitals, spaces, the place of a tone (`Hoà`, `Hòa`)."""
    words = []
    for word in unicodedata.normalize("NFD", name.casefold()).split():
        letters = "".join(letter for letter in word if letter not in TONES)
        words.append(nfc(letters) + "".join(sorted(letter for letter in word if letter in TONES)))
    return " ".join(words)


def level(text: str) -> str:
    """A text as names are looked for in it: no difference of case, every run of spaces but line ends one space."""
    return re.sub(r"[^\S\n]+", " ", nfc(text).lower().translate(_HYPHENS))


def mentions(names: Iterable[str], text: str) -> Mapping[str, tuple[int, ...]]:
    """Where in a text names stand, for each of them.

    Args:
        names: As typed.
        text: As it was set, levelled.
    """
    needles: dict[str, list[str]] = {}
    for name in dict.fromkeys(names):
        printed = "".join(run.text for run in set_line(name))
        needles.setdefault(" ".join(level(printed).split()), []).append(name)
    needles.pop("", None)
    if not needles:
        return {}
    # The longest first: what belongs to a longer name is no other.
    ordered = sorted(needles, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, ordered))})(?!\w)")
    found: dict[str, list[int]] = {}
    for match in pattern.finditer(text):
        for name in needles[match[0]]:
            found.setdefault(name, []).append(match.start())
    return {name: tuple(places) for name, places in found.items()}
