"""Bodies that issue papers: of which kind one is, and how it and the body above it stand in the header.

References:
    05-HD/VPTW 2.1.2: a provincial committee in one line; any other committee below its `ĐẢNG BỘ …`, a party cell too; a
    paper of the standing committee bears the committee's name; a board stands below its committee without its name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from bulletin.vietnamese.text import nfc

Kind = Literal["province", "superior", "basic", "cell", "advisory", "state", "unknown"]
"""Tỉnh ủy or thành ủy; a committee right below it; one of the basic level; a party cell; a board or office of a
committee; a body of the State; a name that is none of the Party's."""

_UY: Final = "(?:ủy|uỷ)"
_PROVINCE: Final = re.compile(rf"^(?:tỉnh|thành) {_UY}\b", re.IGNORECASE)
_BELOW_PROVINCE: Final = re.compile(
    rf"^(?:(?:tỉnh|thành) {_UY}|(?:đảng bộ|đảng {_UY}) (?:tỉnh|thành phố))\b", re.IGNORECASE
)
_DISTRICT: Final = re.compile(rf"^(?:huyện|quận|thị|thành) {_UY}\b", re.IGNORECASE)
_CELL: Final = re.compile(rf"^(?:chi bộ|chi {_UY})\b", re.IGNORECASE)
_COMMITTEE: Final = re.compile(rf"^(?:đảng bộ|đảng {_UY}|đại hội)\b", re.IGNORECASE)
_INSIDE: Final = re.compile(r"^(?:ban chấp hành|ban thường vụ|thường trực)\s+", re.IGNORECASE)
_OF_COMMITTEE: Final = re.compile(rf"\s+(?:tỉnh|thành|huyện|quận|thị|đảng) {_UY}\b.*$", re.IGNORECASE)
_BOARD: Final = re.compile(
    rf"^(?:văn phòng|ban|tiểu ban|tổ công tác|hội đồng|cơ quan|(?:trường|trung tâm) chính trị|{_UY} ban kiểm tra)\b",
    re.IGNORECASE,
)
_PARTY_BO: Final = re.compile(r"^(Đảng) bộ\b", re.IGNORECASE)
_CELL_UY: Final = re.compile(rf"^chi {_UY}\b", re.IGNORECASE)
_LEVELS: Final = {"tỉnh": "Đảng bộ tỉnh", "thành": "Đảng bộ thành phố", "huyện": "Đảng bộ huyện",
                  "quận": "Đảng bộ quận", "thị": "Đảng bộ thị xã", "đảng": "Đảng bộ"}  # fmt: skip
_COMMITTEE_HEAD: Final = re.compile(rf"^(tỉnh|thành|huyện|quận|thị|đảng) {_UY}\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Body:
    """An issuing body as it stands in the header, not yet in capitals."""

    kind: Kind
    parent: str
    """Line above it; empty when it stands alone."""
    name: str

    @property
    def committee(self) -> bool:
        """Whether it decides as a whole, so that one signs on its behalf (T/M) and never in another's place (K/T)."""
        return self.kind in ("province", "superior", "basic", "cell")

    @property
    def needs_parent(self) -> bool:
        """Whether a body above it must be named."""
        return self.kind in ("superior", "basic", "cell", "advisory")


def body_of(name: str, parent: str, *, family: str, form: str) -> Body:
    """The issuing body by its names as typed.

    Args:
        name: Who publishes, such as `Đảng bộ Sở Y tế`.
        parent: The body above it; may be empty.
        family: `party` or `state`.
        form: Name of the form; 05-HD/VPTW wants the body above named as a `Đảng bộ`.
    """
    name, parent = nfc(name), nfc(parent)
    if family == "state":
        return Body("state", parent, name)
    inner = _INSIDE.sub("", name)
    inner = inner if _CELL.match(inner) or _COMMITTEE.match(inner) or _COMMITTEE_HEAD.match(inner) else name
    kind = _kind(inner, parent)
    above = _as_party_organisation(parent) if form == "hd05" and kind != "advisory" else parent
    if kind == "province":
        return Body(kind, "", inner)
    if kind == "advisory":
        return Body(kind, above, _OF_COMMITTEE.sub("", inner) or inner)
    uy = "uỷ" if "uỷ" in (name + parent).casefold() else "ủy"
    shown = _PARTY_BO.sub(rf"\1 {uy}", _CELL_UY.sub("Chi bộ", inner))
    return Body(kind, above, shown)


def _kind(name: str, parent: str) -> Kind:
    if _CELL.match(name):
        return "cell"
    below_province = bool(_BELOW_PROVINCE.match(parent))
    if _PROVINCE.match(name) and not below_province:
        return "province"
    if _DISTRICT.match(name):
        return "superior"
    if _COMMITTEE.match(name):
        return "superior" if below_province else "basic"
    return "advisory" if _BOARD.match(name) else "unknown"


def _as_party_organisation(parent: str) -> str:
    """A committee above as the whole organisation: `Tỉnh ủy Nam Định` gives `Đảng bộ tỉnh Nam Định`."""
    found = _COMMITTEE_HEAD.match(parent)
    return f"{_LEVELS[found[1].lower()]}{parent[found.end() :]}" if found else parent
