"""The number of a paper: `05-BC/ĐU` for the Party, `05/BC-UBND` for the State; codes of bodies.

References:
    05-HD/VPTW 3.1: counted from 01 for each type and term; below 10 with a zero; a hyphen between number and type, a
    slash before the body, no colon behind "Số". Decree 30/2020/NĐ-CP, Appendix I: counted from 01 each year; colon
    behind "Số", slash behind the number, hyphen before the body.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

_WORD: Final = re.compile(r"^số\s*:?\s*", re.IGNORECASE)
_CODE: Final = r"[A-ZĐƯƠÔÂÊĂ][A-Za-zĐđƯƠÔÂÊĂ]*"
_PARTY: Final = re.compile(rf"(?P<n>\d+)\s*-\s*(?P<type>{_CODE})\s*/\s*(?P<body>{_CODE}(?:\s*-\s*{_CODE})*)")
_STATE: Final = re.compile(rf"(?P<n>\d+)\s*/\s*(?P<type>{_CODE})\s*-\s*(?P<body>{_CODE}(?:\s*-\s*{_CODE})*)")
_STATE_LETTER: Final = re.compile(rf"(?P<n>\d+)\s*/\s*(?P<body>{_CODE}(?:\s*-\s*{_CODE})*)")

BODY_CODES: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "province": frozenset({"TU", "ĐH"}),
        "superior": frozenset({"ĐU", "ĐH", "ĐUQS", "ĐUCA", "ĐUBP", "QUTW"}),
        "basic": frozenset({"ĐU", "ĐH", "ĐUQS", "ĐUCA", "ĐUBP"}),
        "cell": frozenset({"CB", "ĐH"}),
    }
)
"""For each kind of committee the codes in its numbers (05-HD/VPTW 3.1); ĐH is its congress."""
ADVISORY_CODES: Final = frozenset(
    ("UBKT", "CQUBKT", "BTGDV", "BXDĐ", "BTC", "BNC", "BCSĐ", "VP", "BCĐ", "HĐ", "TB", "TCT", "BTG", "BDV")
)
"""Of boards and offices; the code of their committee may stand behind: VPTU, BTCTU."""
OLD_CODES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "HU": "huyện ủy",
        "QU": "quận ủy",
        "ThU": "thị ủy, thành ủy trực thuộc tỉnh ủy",
        "ĐUK": "đảng ủy khối",
        "BCSĐ": "ban cán sự đảng",
        "ĐĐ": "đảng đoàn",
        "BTG": "ban tuyên giáo",
        "BDV": "ban dân vận",
    }
)
"""Of 36-HD/VPTW alone, with the bodies that they stood for."""
_OLD_COMMITTEES: Final = frozenset({"HU", "QU", "ThU", "ĐUK", "BCSĐ", "ĐĐ"})


@dataclass(frozen=True, slots=True)
class Number:
    """A number, taken apart."""

    figure: str
    """Its count, with the zeros that were typed."""
    type: str = ""
    """Empty when only the count was typed, and in official letters of the State."""
    body: str = ""
    family: str = ""
    """Whose form it has; empty when only the count was typed."""

    @property
    def bare(self) -> bool:
        """Whether only the count was typed."""
        return not self.body

    @property
    def needs_zero(self) -> bool:
        """Whether it is below 10 and has no zero in front."""
        return len(self.figure) == 1

    def written(self, family: str, type_: str = "", body: str = "") -> str:
        """The number in the form of a family, with what is not typed in it."""
        figure = self.figure if len(self.figure) > 1 else f"0{self.figure}"
        return number_of(figure, family, self.type or type_, self.body or body)


def number_of(figure: str, family: str, type_: str, body: str) -> str:
    """Write a number; an empty figure leaves the room in which it is written by hand."""
    if family == "party":
        return f"{figure}-{type_}/{body}"
    return f"{figure}/{type_}-{body}" if type_ else f"{figure}/{body}"


def read_number(typed: str) -> Number | None:
    """Take a number apart, of whichever family; None for what is no number."""
    text = _WORD.sub("", " ".join(typed.split()))
    if text.isdecimal():
        return Number(text)
    if found := _PARTY.fullmatch(text):
        return Number(found["n"], found["type"], _tight(found["body"]), "party")
    if found := _STATE.fullmatch(text):
        return Number(found["n"], found["type"], _tight(found["body"]), "state")
    if found := _STATE_LETTER.fullmatch(text):
        return Number(found["n"], "", _tight(found["body"]), "state")
    return None


def has_colon(typed: str) -> bool:
    """Whether a colon stands behind the word "Số"."""
    return bool(re.match(r"^số\s*:", typed.strip(), re.IGNORECASE))


def body_code_known(code: str, kind: str, form: str) -> bool:
    """Whether a body of that kind has that code under that form of the Party."""
    if "-" in code:
        # Two bodies, the lead in front: BTCTU-BNCTU.
        return all(body_code_known(part, kind, form) for part in code.split("-"))
    old = set(OLD_CODES) if form == "hd36" else set()
    if kind == "advisory":
        known = (ADVISORY_CODES - set(OLD_CODES)) | old
        return any(code == one or code in {f"{one}{tail}" for tail in ("TU", "ĐU", "HU")} for one in known)
    own = BODY_CODES.get(kind, frozenset())
    return code in own or (kind in ("superior", "basic") and code in _OLD_COMMITTEES & old)


def usual_body_code(kind: str) -> str:
    """The code that the committee itself has in its numbers; empty for boards, which have many."""
    return {"province": "TU", "superior": "ĐU", "basic": "ĐU", "cell": "CB"}.get(kind, "")


def _tight(text: str) -> str:
    return text.replace(" ", "")
