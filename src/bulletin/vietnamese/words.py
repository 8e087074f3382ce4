"""Words of a line as the binding of spaces sees them: what each could be to its neighbours."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from bulletin.vietnamese import bonds
from bulletin.vietnamese.titles import TITLE_ENDS, is_degree

_WHOLE_LETTERS: Final = 28
"""A longer code may break, for it would not fit on a line of giant print beside anything."""
_SHORT_LETTERS: Final = 7
"""A word up to this length never breaks at its slash or hyphen: `đ/c`, `km/h`, `tấn/ha`, `anh/chị`."""
_OPENING: Final = "([{<\"'“‘«*"
_CLOSING: Final = ")]}>\"'”’»*.,;:!?…"
DASHES: Final = frozenset("-–—")

_NUMBER_WORD = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_SLASHED = re.compile(r"[0-9]+(?:[-–/.][0-9]+)+")
_ROMAN = re.compile(r"(?=[IVXL])L?X{0,4}(?:IX|IV|V?I{0,3})(?:/[0-9]{4})?")
_LETTER = re.compile(r"[A-Za-zĐđ]")
# Where a line may end inside a word by Unicode's line breaking (UAX 14) as Pango has it: after a hyphen or slash before
# a letter, and after a slash between a letter and a digit. Between digits it may not, so dates need nothing.
_BREAK = re.compile(r"[-/](?=[^\W\d_])|(?<=[^\W\d_%])/(?=[0-9])")
_CODE = re.compile(r"[^\W_&.,%]*(?:[&.,%][^\W_&.,%]+)*%?(?:[-/][^\W_&.,%]+(?:[&.,][^\W_&.,%]+)*)+")


@dataclass(frozen=True, slots=True)
class Word:
    """A word between two spaces."""

    text: str
    key: str
    """In lower case, without the signs around it."""
    opened: bool
    """Signs stand before it, so nothing is bound to it from the left."""
    shut: bool
    """Signs stand behind it, so it is bound to nothing on the right."""
    label: int = 0
    """Sorts of number that it is, of `bonds`."""
    number: bool = False
    """A plain number that can count something."""
    year: bool = False
    capital: bool = False
    place: bool = False
    """An abbreviated kind of place."""
    initial: bool = False
    degree: bool = False
    dash: bool = False
    sign: bool = False
    """Closing signs alone."""
    whole: bool = False
    plain: bool = True
    """Nothing in it can bind it to its neighbours."""


@lru_cache(maxsize=1 << 14)
def look(text: str) -> Word:
    """See what a word is; each word of the language is looked at once."""
    bare = text.lstrip(_OPENING)
    core = bare.rstrip(_CLOSING)
    if not core:
        sign = bool(text) and not bare.strip(_CLOSING) and text[0] in _CLOSING
        return Word(text, "", opened=True, shut=True, sign=sign, plain=not sign)
    opened, tail, key = len(bare) < len(text), bare[len(core) :], core.lower()
    if core in DASHES:
        return Word(text, key, opened=True, shut=True, dash=not opened and not tail, plain=False)
    digits = "0" <= core[0] <= "9"
    label = bonds.DIGITS * digits
    label |= bonds.SLASHED * bool(digits and _SLASHED.fullmatch(core))
    label |= bonds.ROMAN * bool(_ROMAN.fullmatch(core)) | bonds.LETTER * bool(_LETTER.fullmatch(core))
    initial = len(core) == 1 and core.isupper()
    place = key in bonds.PLACES and core[0].isupper() and (tail == "." or key in ("tp", "tx"))
    degree = is_degree(core)
    return Word(
        text,
        key,
        opened=opened,
        shut=bool(tail) and not (tail == "." and (initial or place or degree)) and not (tail == ":" and key == "số"),
        label=label,
        number=bool(digits and _NUMBER_WORD.fullmatch(core)),
        year=bool(_YEAR.fullmatch(core)),
        capital=core[0].isupper(),
        place=place,
        initial=initial and tail == ".",
        degree=degree,
        whole=_is_whole(core),
        plain=not (label or place or degree or key in TITLE_ENDS or key in bonds.NEXT),
    )


def _is_whole(core: str) -> bool:
    """Whether a word has a hyphen or slash at which a line might end, but must not."""
    if not ("-" in core or "/" in core) or len(core) > _WHOLE_LETTERS or not _BREAK.search(core):
        return False
    return len(core) <= _SHORT_LETTERS or bool(
        _CODE.fullmatch(core) and all(_is_code_part(part) for part in re.split("[-/]", core))
    )


def _is_code_part(part: str) -> bool:
    """Whether a part is a number or an abbreviation: `30`, `NĐ`, `TTg`, `QH15`, but no syllable."""
    return sum(letter.islower() for letter in part) <= 2 and (part[:1].isdigit() or part[:1].isupper())
