"""Fonts for a page on the web: of each face only the letters that the page has, as WOFF2. The engine is not needed.

References:
    W3C, WOFF File Format 2.0 (2022): what browsers read since 2018.
"""

from __future__ import annotations

import functools
import hashlib
import io
import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bulletin import assets
from bulletin.cache import Cache
from bulletin.render.covered import letters_of

_RECIPE: Final = "1"
"""Part of each key: to be raised when the same letters would come out with other bytes."""
_RULE: Final = re.compile(
    r'@font-face \{ font-family: "([^"]+)"; font-weight: (\d+); font-style: (\w+); src: url\(bulletin:font/([^)]+)\)'
)
_WITHOUT_INK: Final = frozenset({"Cc", "Cf", "Cn", "Cs", "Zl", "Zp"})
_FEATURES: Final = ("ccmp", "locl", "mark", "mkmk", "kern", "liga", "calt", "clig", "rlig", "tnum", "lnum")
"""What the letters need to stand rightly together, and figures of one width."""


@dataclass(frozen=True, slots=True)
class Row:
    """Families that a style sheet asks for in one go, such as those of its running text."""

    families: tuple[str, ...]
    """The wanted one first; the others stand in for letters that it lacks."""
    weights: frozenset[int]
    """A family is taken in those of them that it has."""
    italic: bool = False
    """Whether a slanted cut is asked for, too."""


@dataclass(frozen=True, slots=True)
class WebFont:
    """One face, cut down to the letters of a page."""

    family: str
    weight: int
    style: str
    """`normal` or `italic`."""
    data: bytes
    """WOFF2."""
    letters: frozenset[str]
    """Those that it draws, read back from what was made."""


@dataclass(frozen=True, slots=True)
class _Face:
    family: str
    weight: int
    style: str
    path: Path


def web_fonts(text: str, rows: Sequence[Row], cache: Cache | None = None) -> tuple[WebFont, ...]:
    """The faces that a text needs, each once, and in each the letters that it is the first of its row to have.

    Args:
        text: All that is printed.
        rows: The families that may be asked for it.
        cache: Where results are kept.
    """
    letters = {letter for letter in text if unicodedata.category(letter) not in _WITHOUT_INK}
    needed: dict[_Face, set[str]] = {}
    for row in rows:
        left = set(letters)
        for family in row.families:
            faces = _of(row, family)
            taken = left & _common([letters_of(face.path) for face in faces])
            left -= taken
            for face in faces if taken else ():
                needed.setdefault(face, set()).update(taken)
    return tuple(_cut(face, needed[face], cache or Cache(None)) for face in _faces() if face in needed)


def covered(row: Row, fonts: Sequence[WebFont]) -> frozenset[str]:
    """The letters that fonts draw in every weight and slant of a row, each in one of its families."""
    found: frozenset[str] = frozenset()
    for family in row.families:
        wanted = {(face.weight, face.style) for face in _of(row, family)}
        own = [font for font in fonts if font.family == family and (font.weight, font.style) in wanted]
        if len(own) == len(wanted):
            found |= _common([font.letters for font in own])
    return found


def _of(row: Row, family: str) -> list[_Face]:
    return [
        face
        for face in _faces()
        if face.family == family and face.weight in row.weights and (row.italic or face.style == "normal")
    ]


def _common(sets: Sequence[frozenset[str]]) -> frozenset[str]:
    return frozenset.intersection(*sets) if sets else frozenset()


@functools.cache
def _faces() -> tuple[_Face, ...]:
    sheet = (assets.fonts_folder() / "fonts.css").read_text(encoding="utf-8")
    faces = [
        _Face(family, int(weight), style, assets.fonts_folder() / file)
        for family, weight, style, file in _RULE.findall(sheet)
    ]
    return tuple(sorted(faces, key=lambda face: (face.family, face.style != "normal", face.weight)))


def _cut(face: _Face, letters: Collection[str], cache: Cache) -> WebFont:
    import fontTools

    listed = "".join(sorted(letters))
    parts = (_RECIPE, fontTools.version, face.path.name, str(face.path.stat().st_size), listed)
    key = f"font-{hashlib.sha256(chr(0).join(parts).encode()).hexdigest()}"
    data = cache.get(key)
    if data is None:
        data = _subset(face.path, listed)
        cache.put(key, data)
    return WebFont(face.family, face.weight, face.style, data, _drawn(data))


def _subset(path: Path, letters: str) -> bytes:
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    options = Options()
    options.layout_features = list(_FEATURES)
    # Screens of today draw letters without the instructions for coarse ones; names are the makers' and the licence's.
    options.hinting = False
    options.name_IDs = [0, 1, 2, 4, 6, 13, 14]
    options.notdef_outline = True
    with TTFont(path, recalcTimestamp=False) as font:
        subsetter = Subsetter(options)
        subsetter.populate(text=letters)
        subsetter.subset(font)
        font.flavor = "woff2"
        stream = io.BytesIO()
        font.save(stream)
    return stream.getvalue()


def _drawn(data: bytes) -> frozenset[str]:
    from fontTools.ttLib import TTFont

    with TTFont(io.BytesIO(data), lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap()))
