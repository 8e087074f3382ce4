"""Which strings of letters can be a Vietnamese syllable: onset, rime, and where its tone mark stands.

The rimes are those of the written language as school primers and Decision 240/QĐ of 05/3/1984 list them, with the
few that only borrowed words use (xoong, moóc).
"""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Iterator

from bulletin.vietnamese.text import word_set

_TONES = {"\u0300": "huyền", "\u0301": "sắc", "\u0303": "ngã", "\u0309": "hỏi", "\u0323": "nặng"}
_PLAIN_VOWELS = "aăâeêioôơuưy"
_MARKED_VOWELS = "ăâêôơư"

# From a letter with a tone mark to the letter without it and the tone.
_TONED = {
    unicodedata.normalize("NFC", vowel + mark): (vowel, tone)
    for vowel in _PLAIN_VOWELS
    for mark, tone in _TONES.items()
}
_WITH_TONE = {pair: letter for letter, pair in _TONED.items()}

_ONSETS = (
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "qu",
    "r", "s", "t", "th", "tr", "v", "x",
)  # fmt: skip

_RIMES = word_set(
    """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
    i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oec oem oen oeng oeo oet oi om on
    ong ooc oong
    oôc oông op ot
    ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơng ơp ơt
    u ua uc ui um un ung up ut uôc uôi uôm uôn uông uôt uâng uân uât uây uê uêch uên uênh uêt uêu uơ uơn uơt
    uy uya uych uynh uyn uyp uyt uyu uyên uyêt
    ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
    y yêm yên yêng yêt yêu
    """
)
_AFTER_GI = frozenset({"ê", "êc", "êm", "ên", "êng", "êp", "êt", "êu"})
_AFTER_QU = word_set(
    """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec en eng eo et
    ê êch ên ênh êt êu i ich in inh it iu y ych yn ynh yp yt yên yêt yêu ơ ơi ơn ơt ôc ông
    oang oăt
    """
)
_STOPS = ("c", "ch", "p", "t")
_OPEN_WITH_TWO_STYLES = ("oa", "oe", "uy")

# Rimes without a marked vowel whose tone mark does not stand on the last vowel before the coda.
_TONE_ON_FIRST = word_set("ia ua ai ao au ay eo iu oi ui")
_TONE_ON_SECOND = word_set("oai oao oay oeo uya uyu")


@functools.lru_cache(maxsize=65_536)
def is_syllable(word: str) -> bool:
    """Whether a word in lower case, in NFC, is spelt as a Vietnamese syllable can be."""
    bare, tones = _without_tones(word)
    if len(tones) > 1:
        return False
    return any(_fits(bare, onset, tones) for onset in _ONSETS if bare.startswith(onset))


def mend(word: str) -> str | None:
    """The one syllable that a misspelt word in lower case can stand for, or None.

    Tried are the slips of typing, the likeliest first: the tone mark on the wrong letter, ngh for ng, a hook or hat
    left out, two letters exchanged, a letter too many.
    """
    for tries in (_tone_moved, _respelt, _marked, _toned_stop, _letters_exchanged, _letter_dropped):
        found = {candidate for candidate in tries(word) if is_syllable(candidate)}
        if len(found) == 1:
            return found.pop()
        if found:
            return None
    return None


def misplaced(word: str) -> str | None:
    """The syllable that a word in lower case becomes when its tone mark alone is moved, or ngh made ng."""
    tries = (_tone_moved(word), (word.replace("ngh", "ng", 1),))
    for candidates in tries:
        found = {candidate for candidate in candidates if is_syllable(candidate)}
        if len(found) == 1:
            return found.pop()
    return None


def pulled_apart(word: str) -> str | None:
    """A word that is two syllables without their space, with the space; None when it is not, or not surely."""
    splits = [(word[:place], word[place:]) for place in range(2, len(word) - 1)]
    found = [pair for pair in splits if is_syllable(pair[0]) and is_syllable(pair[1])]
    return " ".join(found[0]) if len(found) == 1 else None


def vowel_groups(word: str) -> int:
    """How many groups of vowels a word in lower case has; a syllable has one."""
    bare, _ = _without_tones(word)
    vowels = [letter in _PLAIN_VOWELS for letter in bare]
    return sum(here and not before for before, here in zip([False, *vowels], vowels, strict=False))


def tones_of(word: str) -> frozenset[str]:
    """The names of the tones marked in a word in lower case."""
    return frozenset(tone for _, tone in _without_tones(word)[1])


def tone_style(word: str) -> str:
    """`old` for hòa, khỏe, ủy; `new` for hoà, khoẻ, uỷ; empty where both styles write the same."""
    bare, tones = _without_tones(word)
    if len(tones) != 1 or not bare.endswith(_OPEN_WITH_TWO_STYLES) or bare.startswith("qu"):
        return ""
    return {2: "old", 1: "new"}.get(len(bare) - tones[0][0], "")


def restyled(word: str) -> str:
    """A word of the one style of tone marks in the other."""
    bare, ((place, tone),) = _without_tones(word)
    other = len(bare) - 1 if place == len(bare) - 2 else len(bare) - 2
    return _toned(bare, other, tone)


def _without_tones(word: str) -> tuple[str, list[tuple[int, str]]]:
    tones = []
    letters = []
    for place, letter in enumerate(word):
        vowel, tone = _TONED.get(letter, (letter, ""))
        letters.append(vowel)
        if tone:
            tones.append((place, tone))
    return "".join(letters), tones


def _toned(bare: str, place: int, tone: str) -> str:
    return bare[:place] + _WITH_TONE[bare[place], tone] + bare[place + 1 :]


def _fits(bare: str, onset: str, tones: list[tuple[int, str]]) -> bool:
    rime = bare[len(onset) :]
    if not _joins(onset, rime):
        return False
    tone = tones[0][1] if tones else ""
    if rime.endswith(_STOPS) and tone not in ("sắc", "nặng"):
        return False
    return not tones or tones[0][0] - len(onset) in _tone_places(rime)


def _joins(onset: str, rime: str) -> bool:
    """Whether an onset is written before a rime."""
    if onset == "qu":
        return rime in _AFTER_QU
    if onset == "gi":
        return rime in _AFTER_GI or (rime in _RIMES and rime[0] not in "iyê")
    if rime not in _RIMES:
        return False
    front = rime[0] in "eêiy"
    if onset in ("c", "ng"):
        return not front and not (onset == "c" and rime[:2] in ("oa", "oă", "oe", "uâ", "uê", "uy", "uơ"))
    if onset == "g":
        # gì, gìn, gíp: the letter i of "gi" is the vowel too.
        return not front or rime in ("i", "in", "im", "ip")
    return front if onset in ("k", "gh", "ngh") else True


@functools.lru_cache(maxsize=512)
def _tone_places(rime: str) -> tuple[int, ...]:
    """Where in a rime its tone mark may stand."""
    if rime in _OPEN_WITH_TWO_STYLES:
        return (0, 1)
    marked = [place for place, letter in enumerate(rime) if letter in _MARKED_VOWELS]
    if marked:
        return (marked[-1],)
    if rime in _TONE_ON_FIRST:
        return (0,)
    if rime in _TONE_ON_SECOND:
        return (1,)
    return (max(place for place, letter in enumerate(rime) if letter in _PLAIN_VOWELS),)


def _tone_moved(word: str) -> Iterator[str]:
    bare, tones = _without_tones(word)
    if len({tone for _, tone in tones}) != 1:
        return
    for place, letter in enumerate(bare):
        if letter in _PLAIN_VOWELS:
            moved = _toned(bare, place, tones[0][1])
            # Of the two styles of an open syllable the older is the more usual one.
            if tone_style(moved) != "new":
                yield moved


def _marked(word: str) -> Iterator[str]:
    bare, tones = _without_tones(word)
    if len(tones) > 1:
        return
    for wrong, rights in (("uơ", ("ươ",)), ("ưo", ("ươ",)), ("uo", ("ươ", "uô")), ("ie", ("iê",)), ("ye", ("yê",))):
        for right in rights:
            whole = bare.replace(wrong, right, 1)
            if whole != bare:
                yield _toned(whole, whole.index(right) + 1, tones[0][1]) if tones else whole


def _toned_stop(word: str) -> Iterator[str]:
    bare, tones = _without_tones(word)
    if not tones and bare.endswith(_STOPS):
        for tone in ("sắc", "nặng"):
            yield from (_toned(bare, place, tone) for place, letter in enumerate(bare) if letter in _PLAIN_VOWELS)


def _letter_dropped(word: str) -> Iterator[str]:
    doubled = [place for place in range(1, len(word)) if word[place] == word[place - 1]]
    for place in doubled or range(len(word)):
        yield word[:place] + word[place + 1 :]


def _letters_exchanged(word: str) -> Iterator[str]:
    for place in range(len(word) - 1):
        yield word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def _respelt(word: str) -> Iterator[str]:
    for wrong, right in (("ngh", "ng"), ("ng", "ngh"), ("gh", "g"), ("g", "gh"), ("k", "c"), ("c", "k")):
        if word.startswith(wrong):
            yield right + word[len(wrong) :]
