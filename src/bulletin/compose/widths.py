"""How wide words are set, near enough to share out the columns of a table, to balance a headline and to cut a line.

The engine alone knows for certain, but it lays out what it is given: these are the advance widths of the fonts that
`fonts/` ships, in hundredths of the type size (`tests/compose/test_widths.py` holds them against the files).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Final

_HORN: Final = "\u031b"


class Letters(dict[str, int]):
    """Widths of letters; letters with tones are as wide as without."""

    def __init__(self, groups: Mapping[int, str]) -> None:
        """Take groups of letters by their width in hundredths of the type size."""
        super().__init__({letter: width for width, letters in groups.items() for letter in letters})

    def __missing__(self, letter: str) -> int:
        parts = unicodedata.normalize("NFD", letter)
        base = unicodedata.normalize("NFC", parts[0] + _HORN) if _HORN in parts[1:] else parts[0]
        # What is no Latin letter is taken to be as wide as a wide one.
        width = self.get(" " if letter == "\u00a0" else base, 80)
        self[letter] = width
        return width


class Face:
    """The letters of a face in two weights."""

    def __init__(self, plain: Mapping[int, str], bold: Mapping[int, str] | float) -> None:
        """Take the widths of its letters.

        Args:
            plain: Letters by their width in hundredths of the type size.
            bold: The same in bold type; or how much wider bold lines are, where that will do.
        """
        self.plain = Letters(plain)
        self._bold = self.plain if isinstance(bold, float) else Letters(bold)
        self._wider = bold if isinstance(bold, float) else 1.0

    def width(self, text: str, *, bold: bool = False) -> float:
        """Width of a line, in multiples of the type size."""
        if bold:
            return sum(self._bold[letter] for letter in text) * self._wider / 100
        return sum(self.plain[letter] for letter in text) / 100


NOTO_SANS: Final = Face(
    {
        18: "‘’", 22: "'", 26: " ijl", 27: "!,.:;J·", 28: "`", 30: "()", 32: "-", 33: "[]", 34: "If", 36: "t“”",
        37: "/\\", 38: "{}•", 41: '"r', 43: "?", 44: "_", 47: "z", 48: "cs", 50: "–", 51: "vy", 52: "FL", 53: "kx",
        55: "*S|", 56: "ETae", 57: "$+0123456789<=>YZ^~×", 59: "X", 60: "PVo", 62: "KRbdghnpquđơ", 63: "C", 64: "A",
        65: "#B", 67: "ư", 73: "&DGUĐ", 74: "H", 76: "N", 78: "OQƠƯ", 79: "w…", 83: "%", 90: "@", 91: "M", 93: "W",
        94: "m", 100: "—",
    },
    {
        22: "‘’", 26: " ", 27: "'", 28: ",.:;·", 29: "!", 30: "ijl", 32: "-", 33: "J[]", 34: "()", 36: "`", 38: "•",
        39: "If{}", 41: "/\\_", 43: "t", 44: "“”", 45: "r", 47: '"', 48: "?", 49: "z", 50: "s–", 51: "c", 54: "*",
        55: "FS|", 56: "EL", 57: "$+0123456789<=>^vy~×", 58: "TZx", 59: "e", 60: "a", 62: "Yko", 63: "Pbdgpq",
        64: "C", 65: "#Vđ", 66: "KRhnu", 67: "BX", 68: "ơ", 69: "A", 72: "G", 74: "DĐ", 75: "&", 76: "HUư", 80: "OQ",
        81: "N", 82: "Ơ", 86: "w…", 88: "Ư", 90: "%@", 94: "M", 97: "W", 98: "m", 100: "—",
    },
)  # fmt: skip
BE_VIETNAM_PRO: Final = Face(
    {
        18: "'", 20: "`", 22: "’", 23: " ", 26: "Iil·", 27: "j", 28: "!", 29: ".:‘", 30: ",;", 32: '"', 37: "“",
        38: "1", 39: "fr", 41: "|”", 43: "t{}", 44: "()", 46: "J[]", 47: "~", 48: "\\", 50: "*/z", 51: "s", 55: "•",
        56: "<>^kx", 57: "?nu", 58: "hvyư×", 59: "7", 60: "e", 61: "+-c", 62: "EL", 63: "8F", 64: "$PSagoơ",
        65: "2Tbdpq", 66: "35YZđ", 67: "BR", 68: "069K–", 70: "_", 71: "4HV", 72: "UX", 73: "=DN…", 74: "&AƯ",
        78: "CG", 79: "Đ", 81: "#", 82: "Q", 83: "OƠ", 85: "%M", 87: "w—", 89: "m", 100: "@W",
    },
    1.04,
)  # fmt: skip
LIBERATION_SERIF: Final = Face(
    {
        18: "'", 20: "|", 25: " ,.", 28: "/:;\\ijlt", 33: "!()-I[]`fr·‘’", 35: "•", 39: "Js", 41: '"',
        44: "?acez“”", 47: "^", 48: "{}", 50: "#$*0123456789_bdghknopquvxyđ–", 53: "ơ", 54: "~ư", 56: "+<=>FPS×",
        61: "ELTZ", 67: "BCR", 72: "ADGHKNOQUVXYwĐƠ", 78: "&mƯ", 83: "%", 89: "M", 92: "@", 94: "W", 100: "—…",
    },
    {
        22: "|", 25: " ,.", 28: "'/\\il", 33: "!()-:;[]`fjt·‘’", 35: "•", 39: "Is{}", 44: "cerz",
        50: "#$*0123456789?J_agovxy–“”", 52: "~", 55: "ơ", 56: '"Sbdhknpquđ', 57: "+<=>×", 58: "^", 60: "ư",
        61: "FP", 67: "BELTZ", 72: "ACDNRUVXYwĐ", 78: "GHKOQƠ", 80: "Ư", 83: "&m", 93: "@", 94: "M", 100: "%W—…",
    },
)  # fmt: skip


def lines(words: list[float], space: float, width: float) -> int:
    """How many lines words take when each line is filled as far as it goes.

    Args:
        words: Width of each word.
        space: Width of a space.
        width: Width of the lines.
    """
    count, used = 1, 0.0
    for word in words:
        if used and used + space + word > width:
            count, used = count + 1, word
        else:
            used += (space if used else 0.0) + word
    return count


def balanced(words: list[float], space: float, width: float) -> float:
    """The least width in which words take no more lines than in the one given; that one if a word is wider."""
    widest = max(words, default=0.0)
    if not words or widest > width:
        return width
    count = lines(words, space, width)
    low, high = widest, width
    while high - low > width / 500:
        middle = (low + high) / 2
        if lines(words, space, middle) > count:
            low = middle
        else:
            high = middle
    return high
