"""Which letters a font file has."""

from __future__ import annotations

import functools
from pathlib import Path


@functools.cache
def letters_of(path: Path) -> frozenset[str]:
    """The letters that one font file has."""
    from fontTools.ttLib import TTFont

    with TTFont(path, lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap()))
