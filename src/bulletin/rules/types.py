"""Types of official papers: their names, their codes, and who may not issue them.

References:
    Party: Regulation 399-QĐ/TW of 09/01/2026 (25 types) and 05-HD/VPTW 3.1; `QĐi` for quy định is of 36-HD/VPTW alone.
    State: Decree 30/2020/NĐ-CP, Appendix III.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from bulletin.vietnamese.text import fold

WHO_MAY_SINCE = dt.date(2026, 1, 9)
"""From this day 399-QĐ/TW tells who may issue what; what held before was not read, and is not judged."""
WHO_MAY = "Quy định 399-QĐ/TW"

LETTER = "CV"
MINUTES = "BB"
PROPOSAL = "TTr"


@dataclass(frozen=True, slots=True)
class PaperType:
    """A type of paper."""

    code: str
    """In the number; empty for an official letter of the State."""
    name: str
    """In lower case, such as `báo cáo`."""

    @property
    def letter(self) -> bool:
        """An official letter (công văn): no name of its type, the trích yếu below the number."""
        return self.name == "công văn"

    @property
    def minutes(self) -> bool:
        """Minutes (biên bản), signed by two."""
        return self.code == MINUTES

    @property
    def proposal(self) -> bool:
        """A tờ trình, which is laid before (kính trình) its addressee."""
        return self.code == PROPOSAL


_PARTY = (
    ("NQ", "nghị quyết"), ("CT", "chỉ thị"), ("KL", "kết luận"), ("QĐ", "quyết định"), ("QĐ", "quy định"),
    ("QC", "quy chế"), ("BC", "báo cáo"), ("TB", "thông báo"), ("KH", "kế hoạch"), ("HD", "hướng dẫn"),
    ("CTr", "chương trình"), ("TT", "thông tri"), ("TTr", "tờ trình"), ("CV", "công văn"), ("BB", "biên bản"),
    ("ĐA", "đề án"), ("PA", "phương án"),
)  # fmt: skip
_STATE = (
    ("NQ", "nghị quyết"), ("QĐ", "quyết định"), ("CT", "chỉ thị"), ("QC", "quy chế"), ("QyĐ", "quy định"),
    ("TC", "thông cáo"), ("TB", "thông báo"), ("HD", "hướng dẫn"), ("CTr", "chương trình"), ("KH", "kế hoạch"),
    ("PA", "phương án"), ("ĐA", "đề án"), ("DA", "dự án"), ("BC", "báo cáo"), ("BB", "biên bản"), ("TTr", "tờ trình"),
    ("HĐ", "hợp đồng"), ("CĐ", "công điện"), ("GUQ", "giấy ủy quyền"), ("GM", "giấy mời"), ("", "công văn"),
)  # fmt: skip
_ONCE: Mapping[str, tuple[PaperType, ...]] = MappingProxyType({"hd36": (PaperType("QĐi", "quy định"),)})
"""Types of one form alone, which take the place of those of the same name."""


def known_types(form: str, family: str) -> tuple[PaperType, ...]:
    """All types of a form.

    Args:
        form: Name of the form, such as `hd36`.
        family: Whose it is, `party` or `state`.
    """
    own = _ONCE.get(form, ())
    named = {kind.name for kind in own}
    usual = (PaperType(*pair) for pair in (_PARTY if family == "party" else _STATE))
    return (*(kind for kind in usual if kind.name not in named), *own)


def type_named(typed: str, form: str, family: str) -> PaperType | None:
    """The type that was meant by a code (`BC`) or a name (`Báo cáo`); None when there is none."""
    wanted = " ".join(typed.split())
    types = known_types(form, family)
    exact = [kind for kind in types if kind.code == wanted]
    if exact:
        return exact[0]
    if family == "state" and wanted == LETTER:
        return next(kind for kind in types if kind.letter)
    by_name = [kind for kind in types if fold(kind.name) == fold(wanted)]
    # Codes in other letters, such as bc; not QĐi for QĐ.
    return next(iter(by_name), None) or next((kind for kind in types if kind.code.upper() == wanted.upper()), None)


FORBIDDEN: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "cell": MappingProxyType(dict.fromkeys(("quy định", "hướng dẫn", "chỉ thị", "thông tri"), WHO_MAY)),
        "basic": MappingProxyType(dict.fromkeys(("hướng dẫn", "chỉ thị", "thông tri"), WHO_MAY)),
    }
)
"""For each kind of body: the types it may not issue, with the source."""
