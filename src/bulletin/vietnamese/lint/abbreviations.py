"""Chains of abbreviations that a reader from outside cannot read, and that the record never spells out."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from bulletin.messages import N_, say
from bulletin.vietnamese.glossary import shipped
from bulletin.vietnamese.lint.passages import Check, Finding, Paper, Reading, Rule
from bulletin.vietnamese.text import word_set

_CHAIN = Check(
    "unknown-abbreviation",
    N_("a chain of abbreviations that is never written out, such as UVBCH"),
    "Dự họp có đồng chí Lê Văn Nam - UVBCH Đảng bộ.",
    "Dự họp có đồng chí Lê Văn Nam - Ủy viên Ban Chấp hành (UVBCH) Đảng bộ.",
)

# What chains are made of. Some of these mean several things when they stand alone; in a chain they mean an office.
_FIRST: Mapping[str, str] = MappingProxyType(
    {
        "UV": "Ủy viên", "BT": "Bí thư", "PBT": "Phó Bí thư", "CT": "Chủ tịch", "PCT": "Phó Chủ tịch",
        "GĐ": "Giám đốc", "PGĐ": "Phó Giám đốc", "TP": "Trưởng phòng", "PTP": "Phó Trưởng phòng",
        "TB": "Trưởng ban", "PTB": "Phó Trưởng ban", "CVP": "Chánh Văn phòng", "PCVP": "Phó Chánh Văn phòng",
        "BCH": "Ban Chấp hành", "BTV": "Ban Thường vụ", "UVBTV": "Ủy viên Ban Thường vụ",
        "UVBCH": "Ủy viên Ban Chấp hành", "BTC": "Ban Tổ chức", "UBKT": "Ủy ban Kiểm tra",
    }
)  # fmt: skip
_LAST: Mapping[str, str] = MappingProxyType(
    {
        "BCH": "Ban Chấp hành", "BTV": "Ban Thường vụ", "ĐU": "Đảng ủy", "TU": "Tỉnh ủy", "CB": "Chi bộ",
        "ĐB": "Đảng bộ", "TW": "Trung ương", "UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân",
        "UBKT": "Ủy ban Kiểm tra", "MTTQ": "Mặt trận Tổ quốc", "LĐLĐ": "Liên đoàn Lao động",
        "BTGDV": "Ban Tuyên giáo và Dân vận", "BXDĐ": "Ban Xây dựng Đảng",
    }
)  # fmt: skip
_WELL_KNOWN = word_set(
    "UBND HĐND MTTQ UBKT GDĐT GDMN GDTH GDTX THCS THPT CNTT BHXH BHYT TDTT GRDP LĐLĐ CCHC ANTT HCCB CBCC TNCSHCM"
)
"""Read by everyone who reads a notice board."""

_CHAINS = re.compile(r"(?<![\w./&-])[A-ZĐ]{4,12}(?![\w&])(?![/-]\w)")


def _chains(paper: Paper) -> Iterator[Finding]:
    found: dict[str, list[tuple[Reading, int, int]]] = {}
    for reading in paper.readings:
        for match in _CHAINS.finditer(reading.text):
            if match[0] not in _WELL_KNOWN and match[0] not in paper.known and _meaning(match[0]):
                found.setdefault(match[0], []).append((reading, *match.span()))
    if not found:
        return
    initials = _initials(paper)
    for chain, places in found.items():
        if chain not in initials and not any(_explained(*place) for place in places):
            reading, start, end = places[0]
            message = say("“{chain}” ({times}×) is nowhere written out", chain=chain, times=len(places))
            cure = say("write it out where it first stands: {full} ({chain})", full=_meaning(chain), chain=chain)
            yield reading.finding(_CHAIN, start, end, message, cure)


@functools.lru_cache(maxsize=1024)
def _meaning(chain: str) -> str:
    """What a chain stands for; empty when it is not made of known parts."""
    if chain in shipped():
        return shipped()[chain]
    for length in range(len(chain) - 2, 1, -1):
        first, last = _FIRST.get(chain[:length]), _LAST.get(chain[length:])
        if first and last:
            return f"{first} {last}"
    return ""


def _initials(paper: Paper) -> str:
    """The first letters of all words, without accents, so that words written out can be found."""
    passages = ("".join(_plain(word[0]) for word in reading.lows) for reading in paper.readings)
    return " ".join(passages)


@functools.lru_cache(maxsize=1024)
def _plain(letter: str) -> str:
    return "Đ" if letter == "đ" else unicodedata.normalize("NFD", letter)[0].upper()


def _explained(reading: Reading, start: int, end: int) -> bool:
    """Whether an abbreviation stands in brackets behind words, or words in brackets behind it."""
    text = reading.text
    return text[max(0, start - 1) : start] in ("(", "“") or text[end : end + 2] == " ("


RULES = (Rule(_CHAIN, _chains),)
