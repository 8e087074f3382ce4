"""A person in one line, taken apart: form of address, rank, name, and what follows the name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from bulletin.vietnamese.text import fold, nfc, word_set
from bulletin.vietnamese.titles import DEGREES, HONORIFICS, OFFICES, RANKS, is_degree

_SEPARATOR = re.compile(r" [-–—]+ ?|(?<![-–—])[-–—]+ | ?[,;] ?| ?: ")
_AROUND: Final = " \t\u00a0.,:"
_SHORTEST_NAME: Final = 2
_LONGEST_NAME: Final = 7
"""Words: fewer before an office are no name (Đoàn Chủ tịch), more are a sentence."""

_HONORIFIC_WORDS: Final = tuple(sorted((tuple(title.split()) for title in HONORIFICS), key=len, reverse=True))
_RANK_WORDS: Final = tuple(sorted((tuple(title.split()) for title in RANKS), key=len, reverse=True))

_FAMILIES: Final = word_set(
    "an âu bạch bàn bế bùi cao cầm chu châu chử cù đàm đặng đào điêu điểu đinh đỗ doãn đoàn dương giang giàng giáp "
    "hà hồ hoàng hứa huỳnh khổng khuất kiều la lã lại lâm lê liễu lò lộc lương lưu lý mã mạc mai nghiêm ngô nguyễn "
    "nhâm nông ông phạm phan phí phó phùng quách quan quàng tạ tăng thạch thái thân thào thi tiêu tô tôn tống trần "
    "triệu trịnh trương từ vàng vì vi viên võ vũ vương vừ"
)
"""Common family names: a word among these opens a name even if a later one was typed in lower case."""


_BODIES: Final = word_set(
    "ban các cán chi chính công cơ đảng đại đơn đội hội khối khoa liên lực nhân nhóm phòng phường quý sở tập tất "
    "thành thường tỉnh tổ toàn trung trường ủy uỷ văn viện xã"
)
"""First words of bodies and groups."""


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One line about a person; its parts together hold all its letters."""

    honorific: str
    """`đồng chí`, `ông`, as typed."""
    rank: str
    """Ranks and degrees, as typed: `Đại tá`, `PGS.TS.`."""
    name: str
    """Empty when the line names an office or a group."""
    titles: str
    """What follows the name, as typed."""


def read_person(line: str) -> PersonLine:
    """Read `[form of address | rank | degree] name ( - | – | , ) titles`.

    The first separator ends the name; what follows is kept as typed. A line without a name ("Bí thư Đảng ủy xã", "Đoàn
    Chủ tịch", "các đồng chí ...") is all titles.
    """
    text = " ".join(nfc(line).split())
    honorific, rest = _take_honorific(text)
    rank, rest = _take_ranks(rest)
    separator = _SEPARATOR.search(rest)
    head, titles = (rest[: separator.start()], rest[separator.end() :]) if separator else (rest, "")
    words = head.split(" ")
    office = _office(words)
    if office >= _SHORTEST_NAME:
        # "Nguyễn Văn An Bí thư Chi bộ": the clerk forgot the comma, the office shows where it was meant.
        words, titles = words[:office], rest[len(" ".join(words[:office])) + 1 :]
    elif office >= 0:
        words = []
    if not _is_name(words, addressed=bool(honorific or rank)):
        return PersonLine("", "", "", text)
    return PersonLine(honorific, rank, " ".join(words), titles)


def _take_honorific(text: str) -> tuple[str, str]:
    words = text.split(" ")
    for title in _HONORIFIC_WORDS:
        size = len(title)
        if len(words) > size and _same(words[:size], title):
            # Anh is a name too: "Anh Thư" is one, "anh Thư" is not.
            if words[0] == "Anh" and (len(words) == 2 or words[1][-1] in ",;:" or words[2][:1] in "-–—"):
                return "", text
            return " ".join(words[:size]).rstrip(",:"), " ".join(words[size:]).lstrip(_AROUND)
    return "", text


def _take_ranks(text: str) -> tuple[str, str]:
    words = text.split(" ")
    taken = 0
    while taken < len(words) - 1:
        for title in _RANK_WORDS:
            if _same(words[taken : taken + len(title)], title) and taken + len(title) < len(words):
                taken += len(title)
                break
        else:
            if not is_degree(words[taken].rstrip(":;")):
                break
            taken += 1
    return " ".join(words[:taken]).rstrip(",;: "), " ".join(words[taken:])


def _same(words: list[str], title: tuple[str, ...]) -> bool:
    return len(words) == len(title) and all(
        word.lower().rstrip(_AROUND) == wanted for word, wanted in zip(words, title, strict=True)
    )


def _office(words: list[str]) -> int:
    """Where an office begins among words; -1 if none does."""
    keys = [word.lower().strip("().,") for word in words]
    return next((place for place in range(len(keys) - 1) if (keys[place], keys[place + 1]) in OFFICES), -1)


def _is_name(words: list[str], *, addressed: bool) -> bool:
    """Whether words are a person's name: each with a capital, none of them an abbreviation."""
    if not 0 < len(words) <= _LONGEST_NAME or not words[0][:1].isupper():
        return False
    if any(_is_abbreviation(word) for word in words) or (len(words) == 1 and _is_no_name(words[0])):
        return False
    if not addressed and words[0].lower() in _BODIES:
        return False
    capitals = all(word.strip("(")[:1].isupper() for word in words)
    return capitals or addressed or words[0].lower() in _FAMILIES


def _is_abbreviation(word: str) -> bool:
    key = fold(word).strip("().")
    return word.lower().strip("().") in DEGREES or (len(key) > 1 and not any(vowel in key for vowel in "aeiouy"))


def _is_no_name(word: str) -> bool:
    """Whether a lone word is in capitals (TUV) or a form of address without a name."""
    return (len(word) > 1 and word.isupper()) or word.lower() in HONORIFICS
