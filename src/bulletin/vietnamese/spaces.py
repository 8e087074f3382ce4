"""Bound spaces: a line of text with no-break spaces where a line must not end.

A line is taken apart at its spaces, each gap is given a strength by the tables in `bonds` and `titles`, chains that
grew too long are cut at their weakest gap, and the line is put together again. All of it is linear in the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from bulletin.vietnamese import bonds
from bulletin.vietnamese.quotes import quotes
from bulletin.vietnamese.text import NBSP, PLAIN, nfc
from bulletin.vietnamese.titles import OFFICES, RANK_STARTS, TITLE_ENDS
from bulletin.vietnamese.words import DASHES, Word, look

# How strongly two words hold together; a chain that is too long is cut where this is least.
_TYPED, _ADDRESS, _COMPOUND, _NAME, _NUMBER, _SIGN = range(1, 7)

_CHAIN_WORDS: Final = 4
_CHAIN_LETTERS: Final = 24
"""Longer chains make ragged lines: a line of giant print holds 42 letters."""
_LAST_LETTERS: Final = 14

_SPACES = re.compile(r"[^\S ]\s*| \s+")
_GAP = re.compile(f"[ {NBSP}]")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a line."""

    text: str
    whole: bool
    """Whether it must not break at all, its hyphens and slashes included; U+00A0 cannot say that."""


# A line is set for the page description, again for another plan or edition, and for what the PDF must hold.
@lru_cache(maxsize=1 << 10, typed=True)
def set_line(text: str) -> tuple[Run, ...]:
    """Set a line of text: NFC, single spaces, U+00A0 where it must not break, typographic quotation marks.

    Setting a line twice changes nothing, and nothing but spaces, invisible letters, hyphens of other kinds and
    straight quotation marks is ever changed. A single U+00A0 in the text is kept, for as long as no chain grows too
    long.
    """
    line = quotes(_SPACES.sub(_one_space, nfc(text.translate(PLAIN))))
    parts = _GAP.split(line)
    words = [look(part) for part in parts]
    strengths = _bind(words)
    if NBSP in line:
        for place, gap in enumerate(_GAP.findall(line)):
            if gap == NBSP:
                strengths[place] = strengths[place] or _TYPED
    _cut_chains(words, strengths)
    return _runs(words, strengths)


def bind_last(text: str) -> str:
    """Bind the last two words, so that no single syllable stands on a last line; at most 14 letters are bound."""
    body = text.rstrip()
    head, gap, last = body.rpartition(" ")
    before = head.rpartition(" ")[2]
    if not gap or not before or not last or len(before) + 1 + len(last) > _LAST_LETTERS:
        return text
    return head + NBSP + last + text[len(body) :]


def _one_space(match: re.Match[str]) -> str:
    return NBSP if match[0] == NBSP else " "


def _bind(words: list[Word]) -> list[int]:
    """The strength of the gap after each word; 0 where the line may end."""
    strengths = [0] * len(words)
    labelled = -1
    for place, word in enumerate(words):
        if word.plain:
            continue
        before = words[place - 1] if place else None
        if before is not None and before.text:
            if word.sign or word.dash:
                strengths[place - 1] = _SIGN
            elif word.label and not word.opened and not before.shut:
                if _labels(words, place):
                    strengths[place - 1] = _NUMBER
                    labelled = place
                elif word.label & bonds.LETTER and word.capital and before.capital and not before.label:
                    strengths[place - 1] = _NAME
        if word.shut or place + 1 == len(words):
            continue
        after = words[place + 1]
        if not after.key or after.opened:
            continue
        if word.number or word.label & bonds.SLASHED:
            _bind_counted(words, place, strengths, labelled=labelled == place)
        if (word.place and (after.capital or after.label & bonds.DIGITS)) or (word.initial and after.capital):
            strengths[place] = _NAME
        elif after.key in bonds.NEXT.get(word.key, ()):
            strengths[place] = max(strengths[place], _COMPOUND)
        if after.capital and (word.degree or word.key in TITLE_ENDS):
            _bind_title(words, place, strengths)
    return strengths


def _labels(words: list[Word], place: int) -> bool:
    """Whether a number or letter labels the word before it, as in `năm 2024`, `Trung ương 4`, `điểm a`."""
    word, head = words[place], words[place - 1]
    firsts = bonds.PAIR_HEADS.get(head.key, ())
    pair = place > 1 and words[place - 2].key in firsts and not words[place - 2].shut
    if not (bonds.HEADS.get(head.key, 0) | bonds.PAIRED * pair) & word.label:
        return False
    if not (pair or head.key in bonds.LOOSE_HEADS) or not word.number or word.shut or place + 1 == len(words):
        return True
    # A class of 35 pupils is no 35th class: `lớp 35 học sinh`, but `đợt 2 năm 2024`.
    return not _is_counted(words, place + 1) or _heads(words, place + 1)


def _heads(words: list[Word], place: int) -> bool:
    """Whether a number or letter follows that labels the word at a place."""
    if place + 1 >= len(words) or words[place].shut or words[place + 1].opened:
        return False
    return bool(bonds.HEADS.get(words[place].key, 0) & words[place + 1].label)


def _bind_counted(words: list[Word], place: int, strengths: list[int], *, labelled: bool) -> None:
    """Bind a number to what it counts: `04 đồng chí`, `5,2 tỷ đồng`, `30 năm tuổi Đảng`."""
    word, noun = words[place], words[place + 1]
    if labelled:
        counts = noun.key in bonds.TIME_PARTS
    elif not word.number:
        counts = noun.key not in bonds.HEADS and _is_counted(words, place + 1)
    else:
        counts = _is_counted(words, place + 1) or (
            not word.year
            and noun.key[0].isalpha()
            and noun.key not in bonds.NOT_COUNTED
            and not _heads(words, place + 1)
        )
    if not counts:
        return
    strengths[place] = _NUMBER
    for next_place in range(place + 1, min(place + 3, len(words) - 1)):
        here, after = words[next_place], words[next_place + 1]
        if here.shut or after.opened or (here.key, after.key) not in bonds.COMPOUNDS:
            break
        strengths[next_place] = _COMPOUND


def _is_counted(words: list[Word], place: int) -> bool:
    """Whether a unit or a compound noun stands at a place, which a number before it surely counts."""
    noun = words[place]
    if noun.key in bonds.UNITS:
        return True
    return place + 1 < len(words) and not noun.shut and (noun.key, words[place + 1].key) in bonds.COMPOUNDS


def _bind_title(words: list[Word], place: int, strengths: list[int]) -> None:
    """Bind a form of address, rank or degree to the name after it, and the last two words of that name."""
    start = _title_start(words, place)
    after = words[place + 1]
    pair = (after.key, words[place + 2].key) if place + 2 < len(words) and not after.shut else ("", "")
    if start < 0 or pair in OFFICES:
        return
    # Of a long title (Nhà giáo Ưu tú) only the last two syllables are held, whatever a shorter one in it bound.
    strengths[start:place] = [0] * (place - start - 1) + [_COMPOUND] * (place > start)
    if pair in RANK_STARTS:
        strengths[place : place + 2] = _ADDRESS, _COMPOUND
        return
    strengths[place] = _NAME
    if start and strengths[start - 1] == _NAME:
        strengths[start - 1] = _ADDRESS
    end = place + 1
    while end - place < 6 and not words[end].shut and end + 1 < len(words):
        following = words[end + 1]
        office = end + 2 < len(words) and (following.key, words[end + 2].key) in OFFICES
        if not following.capital or following.opened or office:
            break
        end += 1
    if end > place + 1 and end - place < 6:
        strengths[end - 1] = max(strengths[end - 1], _NAME)


def _title_start(words: list[Word], place: int) -> int:
    """Where the title begins that ends at a place; -1 if none does."""
    if words[place].degree:
        return place
    for before in TITLE_ENDS[words[place].key]:
        start = place - len(before)
        if start >= 0 and all(
            words[start + step].key == key and not words[start + step].shut for step, key in enumerate(before)
        ):
            return start
    return -1


def _cut_chains(words: list[Word], strengths: list[int]) -> None:
    """Cut chains that grew too long, from left to right, each at its weakest gap (the last of equals)."""
    start = 0
    for place, strength in enumerate(strengths):
        if not strength:
            start = place + 1
            continue
        while start <= place:
            chain = words[start : place + 2]
            count = sum(word.key not in DASHES and bool(word.key) for word in chain)
            letters = sum(len(word.text) for word in chain) + len(chain) - 1
            # Two words are no chain, however long: a code stays with its "số".
            if count <= _CHAIN_WORDS and (letters <= _CHAIN_LETTERS or len(chain) == 2):
                break
            weakest = min(range(start, place + 1), key=lambda gap: (strengths[gap], -gap))
            strengths[weakest] = 0
            start = weakest + 1


def _runs(words: list[Word], strengths: list[int]) -> tuple[Run, ...]:
    runs: list[Run] = []
    pieces: list[str] = []
    last = len(words) - 1
    for place, word in enumerate(words):
        if word.whole:
            if pieces:
                runs.append(Run("".join(pieces), whole=False))
                pieces.clear()
            runs.append(Run(word.text, whole=True))
        else:
            pieces.append(word.text)
        if place < last:
            pieces.append(NBSP if strengths[place] else " ")
    if text := "".join(pieces):
        runs.append(Run(text, whole=False))
    return tuple(runs)
