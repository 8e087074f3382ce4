"""Chains of abbreviations that a reader from outside cannot read, and that the record never spells out."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from bulletin.messages import N_, say
from bulletin.vietnamese.lint.passages import Check, Finding, Paper, Reading, Rule
from bulletin.vietnamese.lint.tables import words

_CHAIN = Check(
    "unknown-abbreviation",
    N_("a chain of abbreviations that is never written out, such as UVBCH"),
    "Dự họp có đồng chí Lê Văn Nam - UVBCH Đảng bộ.",
    "Dự họp có đồng chí Lê Văn Nam - Ủy viên Ban Chấp hành (UVBCH) Đảng bộ.",
)

# What chains are made of. Parts that mean two things (TT, TB, TP, QĐ, CT, CN) are left out.
_PARTS: Mapping[str, str] = MappingProxyType(
    {
        "UV": "Ủy viên", "BCH": "Ban Chấp hành", "BTV": "Ban Thường vụ", "BT": "Bí thư", "PBT": "Phó Bí thư",
        "PCT": "Phó Chủ tịch", "PGĐ": "Phó Giám đốc", "GĐ": "Giám đốc", "PTP": "Phó Trưởng phòng",
        "PTB": "Phó Trưởng ban", "CVP": "Chánh Văn phòng", "PCVP": "Phó Chánh Văn phòng", "PHT": "Phó Hiệu trưởng",
        "ĐU": "Đảng ủy", "TU": "Tỉnh ủy", "HU": "Huyện ủy", "CB": "Chi bộ", "ĐB": "Đảng bộ",
        "TW": "Trung ương", "BTC": "Ban Tổ chức", "BTG": "Ban Tuyên giáo", "BDV": "Ban Dân vận",
        "BTGDV": "Ban Tuyên giáo và Dân vận", "BXDĐ": "Ban Xây dựng Đảng", "UBKT": "Ủy ban Kiểm tra",
        "UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân", "MTTQ": "Mặt trận Tổ quốc", "CĐ": "công đoàn",
        "CBCC": "cán bộ, công chức", "CBVC": "cán bộ, viên chức", "VC": "viên chức", "NLĐ": "người lao động",
        "HT": "hoàn thành", "XS": "xuất sắc", "NV": "nhiệm vụ", "SV": "sạch, vững", "TS": "trong sạch",
    }
)  # fmt: skip
# Spelt as a whole, for they are not the sum of parts.
_WHOLE: Mapping[str, str] = MappingProxyType(
    {
        "HTXSNV": "hoàn thành xuất sắc nhiệm vụ", "HTTNV": "hoàn thành tốt nhiệm vụ", "HTNV": "hoàn thành nhiệm vụ",
        "KHTNV": "không hoàn thành nhiệm vụ", "TSVM": "trong sạch, vững mạnh", "TCCSĐ": "tổ chức cơ sở đảng",
        "UVBTV": "Ủy viên Ban Thường vụ", "UVBCH": "Ủy viên Ban Chấp hành", "UVTW": "Ủy viên Trung ương",
        "UVTWĐ": "Ủy viên Trung ương Đảng", "CBCCVC": "cán bộ, công chức, viên chức", "QCUT": "quần chúng ưu tú",
        "CBGV": "cán bộ, giáo viên", "CBQL": "cán bộ quản lý", "BCHTW": "Ban Chấp hành Trung ương",
        "PBTTT": "Phó Bí thư Thường trực", "TTTU": "Thường trực Tỉnh ủy",
    }
)  # fmt: skip
# Read by everyone who reads a notice board.
_WELL_KNOWN = words("UBND HĐND MTTQ UBMTTQ UBKT BCHTW CBCC CBVC")

_CHAINS = re.compile(r"(?<![\w./&-])[A-ZĐ]{4,12}(?![\w&])(?![/-]\w)")
_SHORTEST = 4
_LETTERS = {"Đ": "Đ", "đ": "Đ"}


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
    if chain in _WHOLE:
        return _WHOLE[chain]
    for length in range(len(chain) - 1, 1, -1):
        first = _PARTS.get(chain[:length])
        rest = chain[length:]
        if first and (second := _PARTS.get(rest) or (len(rest) >= _SHORTEST and _meaning(rest)) or ""):
            return f"{first} {second}"
    return ""


def _initials(paper: Paper) -> str:
    """The first letters of all words, without accents, so that words written out can be found."""
    passages = (
        "".join(_LETTERS.get(word[0]) or _plain(word[0]) for word in reading.lows) for reading in paper.readings
    )
    return " ".join(passages)


@functools.lru_cache(maxsize=1024)
def _plain(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)[0].upper()


def _explained(reading: Reading, start: int, end: int) -> bool:
    """Whether an abbreviation stands in brackets behind words, or words in brackets behind it."""
    text = reading.text
    return text[max(0, start - 1) : start] in ("(", "“") or text[end : end + 2] == " ("


RULES = (Rule(_CHAIN, _chains),)
