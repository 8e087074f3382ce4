"""Which texts of the record are not printed in full.

The law: whatever stands in the record n times, inside longer texts too, stands in the PDF at least n times. It does
not depend on the order of things on paper, and a name that was lost from a list is missed even where a paragraph
mentions it. Counting each text in a long PDF takes seconds, so a sweep in the order of the record comes first: a text
found in its turn, at a place of its own, needs no counting.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from bulletin.preflight.fold import fold_all

_NEAR = 400
"""Letters after the last text found among which the next one is looked for first: labels may stand between."""
_TELLING = 12
"""A text of so many letters is looked for everywhere, and the sweep goes on from there."""
_MOST_TRIES = 200
"""Texts for which a break is looked for; where more are missing, breaks are not the reason."""
_MOST_CUTS = 80
"""Words back from the farthest place at which a text may break, within which the break is looked for."""
_SEPARATOR = "\x00"


@dataclass(frozen=True, slots=True)
class Loss:
    """A text that is not printed in full, or not often enough."""

    index: int
    """Which of the texts."""
    wanted: int
    """How often it stands in the record."""
    printed: int
    """How often it stands in the PDF."""
    last_words: str = ""
    """The last that is printed of its beginning; empty when too little is."""
    page: int = 0
    """Where these words stand."""


def lost(texts: Sequence[str], pages: Sequence[str]) -> list[Loss]:
    """Texts that are not found, in their order.

    Args:
        texts: As they stand in the record.
        pages: Text of each page, folded.
    """
    needles = fold_all(texts)
    hay = "".join(pages)
    losses: list[Loss] = []
    record = _Record(needles)
    tries = 0
    # Longest first: what is lost with a longer text is not told again for itself.
    for index in sorted(_doubtful(needles, hay), key=lambda index: -len(needles[index])):
        needle = needles[index]
        if _obeyed(needle, record, hay):
            continue
        tries += 1
        if tries <= _MOST_TRIES:
            if _obeyed_with_hyphens(needle, record, hay):
                continue
            cuts = _cuts(texts[index], needle)
            if any(_accepted(pieces, index, record, hay) for pieces in _splits(needle, cuts, pages)):
                continue
        losses.append(_loss(index, texts[index], record, pages, hay))
        record.replace(index, "")
    return sorted(losses, key=lambda loss: loss.index)


class _Record:
    """All texts of the record, joined."""

    def __init__(self, needles: Sequence[str]) -> None:
        self.needles = list(needles)
        self.text = _SEPARATOR.join(needles)

    def replace(self, index: int, needle: str) -> None:
        self.needles[index] = needle
        self.text = _SEPARATOR.join(self.needles)


def _doubtful(needles: Sequence[str], hay: str) -> set[int]:
    """Texts for which the sweep found no place of their own, and those that may have taken one of theirs."""
    taken = bytearray(len(hay))
    claims: list[tuple[int, int, int]] = []
    homeless: set[int] = set()
    cursor = 0
    for index, needle in enumerate(needles):
        size = len(needle)
        if not size:
            continue
        for start in _places(needle, hay, cursor):
            if taken.find(1, start, start + size) < 0:
                taken[start : start + size] = b"\x01" * size
                claims.append((start, start + size, index))
                cursor = start + size
                break
        else:
            homeless.add(index)
    if not homeless:
        return homeless
    claims.sort()
    starts = [start for start, _, _ in claims]
    doubtful = set(homeless)
    asked: set[str] = set()
    waiting = [needles[index] for index in homeless]
    while waiting:
        needle = waiting.pop()
        if needle in asked:
            continue
        asked.add(needle)
        for start in _everywhere(needle, hay, 0):
            end = start + len(needle)
            for claim in claims[max(0, bisect_right(starts, start) - 1) : bisect_right(starts, end - 1)]:
                # Not one that holds the text as a part: it stands there by right.
                if start < claim[1] and not (claim[0] <= start and end <= claim[1]) and claim[2] not in doubtful:
                    doubtful.add(claim[2])
                    waiting.append(needles[claim[2]])
    return doubtful


def _places(needle: str, hay: str, cursor: int) -> Iterator[int]:
    """Where a text may stand: near by; if it is long enough to be told from others, also farther on, or before."""
    near = hay.find(needle, cursor, cursor + len(needle) + _NEAR)
    if near >= 0:
        yield near
    if len(needle) >= _TELLING:
        yield from _everywhere(needle, hay, cursor)
        yield from _everywhere(needle, hay, 0, cursor)


def _everywhere(needle: str, hay: str, start: int, end: int | None = None) -> Iterator[int]:
    place = hay.find(needle, start, end)
    while place >= 0:
        yield place
        place = hay.find(needle, place + len(needle), end)


def _obeyed(needle: str, record: _Record, hay: str) -> bool:
    return hay.count(needle) >= record.text.count(needle)


def _obeyed_with_hyphens(needle: str, record: _Record, hay: str) -> bool:
    """The law for words that were hyphenated at the end of a line: a hyphen more does no harm."""
    pattern = re.compile("-?".join(map(re.escape, needle)))
    return sum(1 for _ in pattern.finditer(hay)) >= sum(1 for _ in pattern.finditer(record.text))


def _cuts(text: str, needle: str) -> list[int]:
    """Where a line may end in a folded text: behind each word, and behind each hyphen, dash or slash."""
    words = accumulate(len(word) for word in fold_all(text.split()))
    signs = (match.end() for match in re.finditer("[-–—/]", needle))
    return sorted({*words, *signs, len(needle)})


def _splits(needle: str, cuts: list[int], pages: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Ways to find a text in pieces, one a page, on pages that follow one another.

    So it stands where a row of a table or a stamp comes between: there the text of two pages does not join.
    """
    failed: set[tuple[int, int]] = set()

    def rest(start: int, page: int) -> tuple[str, ...] | None:
        if (start, page) in failed or page >= len(pages):
            return None
        if needle[start:] in pages[page]:
            return (needle[start:],)
        for end in ends(start, page):
            following = rest(end, page + 1)
            if following:
                return (needle[start:end], *following)
        failed.add((start, page))
        return None

    def ends(start: int, page: int) -> list[int]:
        """The cuts up to which it stands on a page, the farthest first.

        Not the farthest alone: where the same text stands whole on that page too, the break is at a nearer one.
        """
        low = bisect_right(cuts, start)
        high = _first_false(low, len(cuts), lambda cut: needle[start : cuts[cut]] in pages[page])
        return [cut for cut in reversed(cuts[max(low, high - _MOST_CUTS) : high]) if cut < len(needle)]

    for page in range(len(pages) - 1):
        for end in ends(0, page):
            following = rest(end, page + 1)
            if following:
                yield (needle[:end], *following)


def _accepted(pieces: tuple[str, ...], index: int, record: _Record, hay: str) -> bool:
    """Whether pieces obey the law, too; then they stand in the record in place of the text."""
    whole = record.needles[index]
    record.replace(index, _SEPARATOR.join(pieces))
    if all(_obeyed(piece, record, hay) for piece in pieces):
        return True
    record.replace(index, whole)
    return False


def _loss(index: int, text: str, record: _Record, pages: Sequence[str], hay: str) -> Loss:
    needle = record.needles[index]
    wanted, printed = record.text.count(needle), hay.count(needle)
    words = text.split()
    ends = list(accumulate(len(word) for word in fold_all(words)))
    last = _first_false(0, len(ends), lambda word: needle[: ends[word]] in hay)
    if printed or not last or ends[last - 1] < _TELLING:
        return Loss(index, wanted, printed)
    place = hay.find(needle[: ends[last - 1]]) + ends[last - 1] - 1
    page = bisect_right(list(accumulate(map(len, pages))), place) + 1
    return Loss(index, wanted, printed, " ".join(words[max(0, last - 5) : last]), page)


def _first_false(low: int, high: int, holds: Callable[[int], bool]) -> int:
    """The first number from `low` on for which something no longer holds; `high` when it always does."""
    while low < high:
        middle = (low + high) // 2
        if holds(middle):
            low = middle + 1
        else:
            high = middle
    return low
