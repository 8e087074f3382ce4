"""A faulty line with a caret below the place, for a terminal."""

from __future__ import annotations

import unicodedata

from bulletin.errors import Problem

_WIDTH = 96
_TAB = 4
_AHEAD = 24


def caret(problem: Problem) -> str:
    """The problem's line, and below it a caret under its column; the line alone when no column is known.

    A long line is shown in part. A letter with its marks is one cell wide, a Chinese sign two, a tab four.
    """
    cells = [_shown(letter) for letter in problem.source]
    if not problem.column:
        return _cut(cells, 0)[0].rstrip()
    # A mark of a letter is shown on that letter, so the caret goes there too.
    at = min(problem.column - 1, len(cells))
    while 0 < at < len(cells) and not _width(cells[at]):
        at -= 1
    shown, before = _cut(cells, at)
    return f"{shown.rstrip()}\n{' ' * before}^"


def _cut(cells: list[str], at: int) -> tuple[str, int]:
    """The part of a line that is shown, and how many cells of it stand before a character."""
    start = 0
    if sum(map(_width, cells[: at + _AHEAD])) > _WIDTH:
        start = max(at - _WIDTH + _AHEAD, 0)
    shown = ["…"] if start else []
    before = len(shown) + sum(map(_width, cells[start:at]))
    room = _WIDTH - len(shown)
    for index in range(start, len(cells)):
        room -= _width(cells[index])
        if room < 1:
            shown.append("…")
            break
        shown.append(cells[index])
    return "".join(shown), before


def _shown(letter: str) -> str:
    if letter == "\t":
        return " " * _TAB
    return "\ufffd" if unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp") else letter


def _width(cell: str) -> int:
    if len(cell) > 1:
        return len(cell)
    if unicodedata.category(cell) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(cell) in ("W", "F") else 1
