"""The three official forms: measures of the page, sizes and styles of each component, spellings.

References:
    Party: Guidance 36-HD/VPTW of 03/4/2018 (annex 2 for the sizes), replaced by Guidance 05-HD/VPTW of 27/5/2026. The
    annex with the sizes is not in the scan of 05-HD/VPTW that was read; its sizes are those of 36-HD/VPTW, which agree
    with summaries of 05-HD/VPTW. State: Decree 30/2020/NĐ-CP, Appendix I, in force from 05/3/2020.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Literal

Family = Literal["party", "state"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a component is set; always in Liberation Serif, which has the widths of Times New Roman."""

    pt: float
    bold: bool = False
    italic: bool = False
    caps: bool = False
    underlined: bool = False

    @property
    def font(self) -> str:
        """Name of the face in a PDF, such as `LiberationSerif-BoldItalic`."""
        face = f"{'Bold' if self.bold else ''}{'Italic' if self.italic else ''}" or "Regular"
        return f"LiberationSerif-{face}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One set of rules; lengths in millimetres, sizes in points."""

    name: str
    family: Family
    since: dt.date
    until: dt.date | None = None
    """Last day on which papers were issued by it; None while it is in force."""
    source: str
    """How it is cited in a message."""
    parts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """For a component: where in the source its rule stands."""
    margins_mm: tuple[float, float, float, float] = (20.0, 15.0, 20.0, 30.0)
    """Top, right, bottom, left. HD05 and HD36 fix them; ND30 allows 20-25, 15-20, 20-25, 30-35."""
    indent_mm: float = 10.0
    """Of the first line of a paragraph; ND30: 10 or 12.7."""
    gap_pt: float = 6.0
    """Least space between paragraphs."""
    line_pt: float = 19.0
    lines_pt: tuple[float, float] = (18.0, 22.0)
    """Between these the line pitch may be. HD05: exactly 18-22; HD36: 18 at least; ND30: single to 1.5 lines."""
    page_number_mm: float = 10.0
    """From the top edge to the line of the page number, centred; not shown on page 1."""
    note_mm: float = 10.0
    """From the edge to the line of a note of circulation (HD05 II.4)."""
    signing_lines: int = 4
    """Blank lines between position and name (HD36, annex 2)."""
    nation: tuple[str, ...]
    """What stands top right; set in capitals where its style says so."""
    under_body: Literal["star", "rule"]
    """Below the issuing body."""
    under_summary: Literal["hyphens", "rule"]
    """Below the trích yếu."""
    number_word: str
    """In front of the number: `Số`, or `Số:`."""
    authorities: tuple[str, ...]
    """Spellings in front of whom one signs for."""
    wrong_authorities: Mapping[str, str]
    """Spellings of the other family, with those to use."""
    last_base: str
    """Sign behind the last of the legal bases; the others end in a semicolon."""
    base_dash: bool
    """Whether a legal basis begins with a hyphen."""
    recipient_sign: str
    """Sign behind each recipient but the last."""
    filing: str
    """How the last of the recipients begins."""
    urgency_boxes_mm: Mapping[str, tuple[float, float]] = field(default_factory=lambda: MappingProxyType({}))
    """Width and height of the red box of each degree; empty where it is a line below the number."""
    boxed_notes: bool = False
    """Whether a note of circulation stands in a box."""
    roman_annexes: bool = False
    styles: Mapping[str, Style]

    def cite(self, part: str) -> str:
        """Where the rule of a component stands."""
        place = self.parts.get(part, "")
        return f"{self.source}, {place}" if place else self.source

    def holds_on(self, day: dt.date) -> bool:
        """Whether papers issued on that day follow it."""
        return self.since <= day and (self.until is None or day <= self.until)


_PARTY_STYLES = MappingProxyType(
    {
        "nation": Style(pt=15, bold=True, caps=True),
        "parent": Style(pt=14, caps=True),
        "body": Style(pt=14, bold=True, caps=True),
        "star": Style(pt=14),
        "number": Style(pt=14),
        "place": Style(pt=14, italic=True),
        "type": Style(pt=15, bold=True, caps=True),
        "summary": Style(pt=14, bold=True),
        "letter": Style(pt=12, italic=True),
        "base": Style(pt=14),
        "text": Style(pt=14),
        "section": Style(pt=14, bold=True),
        "clause": Style(pt=14),
        "point": Style(pt=14),
        "address": Style(pt=14, italic=True),
        "addressee": Style(pt=14),
        "authority": Style(pt=14, bold=True, caps=True),
        "position": Style(pt=14, caps=True),
        "name": Style(pt=14, bold=True),
        "recipients": Style(pt=14, underlined=True),
        "recipient": Style(pt=12),
        "urgency": Style(pt=14, bold=True, caps=True),
        "note": Style(pt=12, bold=True, caps=True),
        "draft": Style(pt=14, italic=True),
        "page": Style(pt=14),
        "annex": Style(pt=14, bold=True),
        "annex-title": Style(pt=14, bold=True),
        "annex-of": Style(pt=14, italic=True),
    }
)

_STATE_STYLES = MappingProxyType(
    {
        **_PARTY_STYLES,
        "nation": Style(pt=13, bold=True, caps=True),
        "motto": Style(pt=14, bold=True),
        "parent": Style(pt=13, caps=True),
        "body": Style(pt=13, bold=True, caps=True),
        "number": Style(pt=13),
        "type": Style(pt=14, bold=True, caps=True),
        "letter": Style(pt=13),
        "base": Style(pt=14, italic=True),
        "clause": Style(pt=14, bold=True),
        "address": Style(pt=14),
        "position": Style(pt=14, bold=True, caps=True),
        "recipients": Style(pt=12, bold=True, italic=True),
        "recipient": Style(pt=11),
        "note": Style(pt=13, bold=True, caps=True),
        "annex-title": Style(pt=14, bold=True, caps=True),
    }
)

_HD05 = Form(
    name="hd05",
    family="party",
    since=dt.date(2026, 5, 27),
    source="Hướng dẫn 05-HD/VPTW",
    parts=MappingProxyType(
        {
            "body": "mục 2.1.2", "number": "mục 3.1", "type": "mục 3.1", "place": "mục 4.1", "base": "mục 6.2.3",
            "signature": "mục 7.1", "recipient": "mục 9", "note": "phần II, mục 4",
        }
    ),
    nation=("Đảng Cộng sản Việt Nam",),
    under_body="star",
    under_summary="hyphens",
    number_word="Số",
    authorities=("T/M", "K/T", "T/L", "Q."),
    wrong_authorities=MappingProxyType({"TM.": "T/M", "KT.": "K/T", "TL.": "T/L", "TUQ.": "T/L"}),
    last_base=".",
    base_dash=True,
    recipient_sign=";",
    filing="Lưu",
    styles=_PARTY_STYLES,
)  # fmt: skip

FORMS: Mapping[str, Form] = MappingProxyType(
    {
        "hd36": replace(
            _HD05, name="hd36", since=dt.date(2018, 4, 3), until=dt.date(2026, 5, 26), source="Hướng dẫn 36-HD/VPTW",
            parts=MappingProxyType({}), last_base=",", recipient_sign=",",
        ),
        "hd05": _HD05,
        "nd30": Form(
            name="nd30",
            family="state",
            since=dt.date(2020, 3, 5),
            source="Nghị định 30/2020/NĐ-CP, Phụ lục I",
            nation=("Cộng hòa xã hội chủ nghĩa Việt Nam", "Độc lập - Tự do - Hạnh phúc"),
            under_body="rule",
            under_summary="rule",
            number_word="Số:",
            authorities=("TM.", "KT.", "TL.", "TUQ.", "Q."),
            wrong_authorities=MappingProxyType({"T/M": "TM.", "K/T": "KT.", "T/L": "TL."}),
            last_base=".",
            base_dash=False,
            recipient_sign=";",
            filing="Lưu: VT",
            urgency_boxes_mm=MappingProxyType({"urgent": (20, 8), "very-urgent": (40, 8), "express": (30, 8)}),
            boxed_notes=True,
            roman_annexes=True,
            styles=_STATE_STYLES,
        ),
    }
)  # fmt: skip
"""All forms by name, those of a family in the order of time."""


def forms_of(family: str) -> tuple[Form, ...]:
    """The forms of the Party or of the State, the oldest first."""
    return tuple(form for form in FORMS.values() if form.family == family)


def form_of(family: str, issued: dt.date) -> Form | None:
    """The form by which a paper issued on that day is made; None for a day before the first that is known."""
    return next((form for form in forms_of(family) if form.holds_on(issued)), None)


def known_since(family: str) -> dt.date:
    """First day for which a form is known."""
    return forms_of(family)[0].since
