"""What stands before a name: forms of address, ranks, degrees; and words that are an office, not a name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

HONORIFICS: Final = (
    "đồng chí", "đ/c", "ông", "bà", "ông/bà", "anh", "chị", "anh/chị", "thầy", "cô", "thầy/cô", "thầy giáo", "cô giáo",
    "em", "cháu", "bác", "chú", "cụ", "ngài",
)  # fmt: skip
"""Forms of address, in lower case."""

# úy and uý, sĩ and sỹ, hòa and hoà: both spellings are in use, and names are not ours to respell.
RANKS: Final = (
    *(f"{grade} {rank}" for grade in ("thiếu", "trung", "thượng", "đại") for rank in ("úy", "uý", "tá", "tướng")),
    "chuẩn úy", "chuẩn uý", "hạ sĩ", "trung sĩ", "thượng sĩ", "binh nhất", "binh nhì",
    "chuẩn đô đốc", "phó đô đốc", "đô đốc",
    "giáo sư", "phó giáo sư", "tiến sĩ", "tiến sỹ", "thạc sĩ", "thạc sỹ", "bác sĩ", "bác sỹ", "dược sĩ", "dược sỹ",
    "bác sĩ chuyên khoa i", "bác sĩ chuyên khoa ii", "viện sĩ", "kỹ sư", "luật sư", "kiến trúc sư", "cử nhân",
    "nhà giáo nhân dân", "nhà giáo ưu tú", "nghệ sĩ nhân dân", "nghệ sĩ ưu tú", "nhà giáo", "nhà báo", "nhà văn",
    "thầy thuốc nhân dân", "thầy thuốc ưu tú", "hòa thượng", "hoà thượng", "thượng tọa", "thượng toạ", "đại đức",
    "ni trưởng", "ni sư", "linh mục", "mục sư", "giám mục",
)  # fmt: skip
"""Military, academic, medical, honorary and religious ranks, in lower case."""

DEGREES: Final = frozenset(
    (
        "gs", "pgs", "ts", "tskh", "ths", "cn", "ks", "bs", "bscki", "bsckii", "bsck1", "bsck2", "bsnt", "cki", "ckii",
        "ck1", "ck2", "ds", "dscki", "dsckii", "dsck1", "dsck2", "cnđd", "đd", "nhs", "ktv", "kts", "ls", "ncs", "vs",
        "ngnd", "ngưt", "nsnd", "nsưt", "ttnd", "ttưt", "ahlđ", "ahllvt",
    )
)  # fmt: skip
"""Abbreviated degrees and honorary titles, in lower case and without full stops."""

OFFICES: Final = frozenset(
    tuple(office.split())
    for office in (
        "bí thư", "phó bí", "chủ tịch", "phó chủ", "giám đốc", "phó giám", "tổng giám", "trưởng ban", "trưởng phòng",
        "trưởng khoa", "trưởng đoàn", "trưởng công", "trưởng bộ", "phó trưởng", "phó ban", "phó phòng", "phó hiệu",
        "hiệu trưởng", "hiệu phó", "ủy viên", "uỷ viên", "ủy ban", "uỷ ban", "thường trực", "thường vụ", "chấp hành",
        "chánh văn", "phó chánh", "chánh thanh", "chánh án", "tổng bí", "thủ tướng", "thủ trưởng", "bộ trưởng",
        "thứ trưởng", "cục trưởng", "cục phó", "vụ trưởng", "viện trưởng", "viện phó", "đội trưởng", "tổ trưởng",
        "tổ phó", "chi ủy", "chi uỷ", "chi bộ", "đảng ủy", "đảng uỷ", "đảng bộ", "đảng viên", "tỉnh ủy", "tỉnh uỷ",
        "thành ủy", "thành uỷ", "huyện ủy", "quận ủy", "đại biểu", "thư ký", "chủ nhiệm", "phó tổng", "kế toán",
        "chủ trì", "chỉ huy", "chính ủy", "chính uỷ", "chính trị", "hội đồng", "tập thể", "ban chấp", "lãnh đạo",
        "quản trị", "giám hiệu", "nguyên bí", "nguyên chủ", "nguyên phó", "nguyên giám", "giáo viên", "công đoàn",
    )
)  # fmt: skip
"""First two syllables of offices and bodies, in lower case."""


def _by_last_word(titles: Sequence[str]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    table: dict[str, list[tuple[str, ...]]] = {}
    for title in sorted(titles, key=lambda title: -title.count(" ")):
        *before, last = title.split()
        table.setdefault(last, []).append(tuple(before))
    return MappingProxyType({last: tuple(befores) for last, befores in table.items()})


TITLE_ENDS: Final = _by_last_word((*HONORIFICS, *RANKS))
"""Last syllable of each title, with the syllables that must stand before it; the longest first."""


RANK_STARTS: Final = frozenset((words[0], words[1]) for words in map(str.split, RANKS))
"""First two syllables of each rank."""


def is_degree(word: str) -> bool:
    """Whether a word without spaces is one or more degrees: `ThS`, `PGS.TS.`, `Th.S`, `ThS.BSCKII`, `PGS,TS`."""
    if not word[:1].isupper():
        return False
    parts = [part for part in word.lower().replace(",", ".").split(".") if part]
    return "".join(parts) in DEGREES or (bool(parts) and all(part in DEGREES for part in parts))
