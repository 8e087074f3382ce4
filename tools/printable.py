"""Writes fonts/coverage.txt: the letters that every layout can print.

All its lists of fonts end in Noto Sans and, for signs such as ≥ that this lacks, Liberation Serif.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parent.parent / "fonts"
LAST = ("noto-sans/NotoSans", "liberation-serif/LiberationSerif")
FACES = ("Regular", "Bold", "Italic", "BoldItalic")


def letters() -> frozenset[int]:
    """Code points that all faces of one of the last families hold."""
    return frozenset().union(*(_held(family) for family in LAST))


def _held(family: str) -> frozenset[int]:
    faces = (TTFont(FONTS / f"{family}-{face}.ttf").getBestCmap() for face in FACES)
    return functools.reduce(frozenset.__and__, (frozenset(face) for face in faces))


def ranges(codes: Iterable[int]) -> Iterator[str]:
    """Code points as hexadecimal ranges, such as `1EA0-1EF9`."""
    start = end = -2
    for code in (*sorted(codes), -1):
        if code == end + 1:
            end = code
            continue
        if end >= 0:
            yield f"{start:04X}-{end:04X}" if start != end else f"{start:04X}"
        start = end = code


def text() -> str:
    """The whole file."""
    return "\n".join(ranges(letters())) + "\n"


if __name__ == "__main__":
    (FONTS / "coverage.txt").write_text(text(), encoding="ascii")
