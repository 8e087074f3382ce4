"""The face of an official paper: every line around its text, derived from a record and ready to be printed.

What is derived: the header by the kind of body (`rules.bodies`), the number from its count, the signs behind legal
bases and recipients, the labels of annexes. A record must have no faults (`paper.faults`) before a face is made of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bulletin.model import Loc, OfficialDocument, Record
from bulletin.model.words import URGENCY
from bulletin.rules import Body, Form, Number, PaperType, body_of, form_of, read_number, type_named
from bulletin.rules.numbers import number_of, usual_body_code
from bulletin.vietnamese import dates

HYPHENS = "-----"
"""Below the trích yếu of a Party paper (05-HD/VPTW)."""
STAR = "*"
WRITER = "Người ghi biên bản"
CHAIR = "Chủ trì hội nghị"
NO_NUMBER = "\u00a0" * 6
"""Room for the count, which is written in when a paper is signed."""
NOTES = {"internal": "Lưu hành nội bộ", "recall": "Tài liệu thu hồi", "return": "Xem xong trả lại"}
NO_PRESS = "Không phổ biến trên phương tiện thông tin đại chúng"
_SIGNS = re.compile(r"[\s;,.]+$")
_DASH = re.compile(r"^[-–•+]\s+")
_WRITES = re.compile(r"ghi biên bản|thư ký", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """One signature: what stands above and below the room for it."""

    authority: str = ""
    position: str = ""
    name: str
    place: int
    """Its place among the signatures of the record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnexHead:
    """What stands above an annex."""

    label: str
    title: str
    of: str
    """To which paper it belongs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """The lines of an official paper around its text, not yet in capitals: large print has none."""

    form: Form
    body: Body
    type: PaperType
    parent: str
    organisation: str
    nation: tuple[str, ...]
    number_line: str
    place_date: str
    type_name: str
    """Empty in an official letter."""
    summary: str
    urgency: str = ""
    urgency_box_mm: tuple[float, float] | None = None
    address: str = ""
    """`Kính gửi:` or `Kính trình:`; empty when nobody is addressed."""
    addressees: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    signatures: tuple[Signed, ...] = ()
    """In minutes the writer's, then the chair's."""
    recipients: tuple[str, ...] = ()
    note: str = ""
    """Of circulation, on page 1."""
    no_press: str = ""
    draft: str = ""
    annexes: tuple[AnnexHead, ...] = ()
    named: str = ""
    """The paper as others cite it: `Báo cáo số 05-BC/ĐU, ngày 29/12/2023`."""
    short: str = ""
    """Without the day."""

    @property
    def minutes(self) -> bool:
        """Whether two sign, side by side."""
        return self.type.minutes

    def lines(self) -> tuple[tuple[str, Loc], ...]:
        """Every line that must be found on the paper, with the place in the record that it comes from."""
        found: list[tuple[str, Loc]] = [
            (self.parent, ("organisation", "parent")), (self.organisation, ("organisation", "name")),
            *((line, ("document", "form")) for line in self.nation),
            (self.number_line, ("document", "number")), (self.place_date, ("document", "place")),
            (self.type_name, ("document", "type")), (self.summary, ("document", "summary")),
            (self.urgency, ("document", "urgency")), (self.draft, ("status",)),
            *((line, ("document", "addressees", place)) for place, line in enumerate(self.addressees)),
            *((line, ("document", "bases", place)) for place, line in enumerate(self.bases)),
            *((line, ("document", "recipients", place)) for place, line in enumerate(self.recipients)),
        ]  # fmt: skip
        for signed in self.signatures:
            place: Loc = ("document", "signatures", signed.place)
            found += [(line, place) for line in (signed.authority, signed.position, signed.name)]
        for number, annex in enumerate(self.annexes):
            found += [(line, ("document", "annexes", number)) for line in (annex.label, annex.title, annex.of)]
        return tuple((line, loc) for line, loc in found if line)


def form_for(document: OfficialDocument) -> Form | None:
    """The form that holds for a document; None while its family or date is not known, or no form holds."""
    return form_of(document.form, document.issued) if document.form and document.issued else None


def body_for(record: Record, form: Form) -> Body:
    """The issuing body of a record."""
    assert record.organisation is not None, "validate sees to it"
    own = record.organisation
    return body_of(own.name, own.parent, family=form.family, form=form.name)


def face_of(record: Record) -> Face:
    """The face of a record that has no faults as a paper."""
    document = record.document
    assert document is not None
    assert document.issued is not None
    assert record.organisation is not None
    form = form_for(document)
    assert form is not None
    type_ = type_named(document.type, form.name, form.family)
    assert type_ is not None
    body = body_for(record, form)
    code = record.organisation.code or usual_body_code(body.kind)
    number = _number(document, form, type_, code)
    named = _named(type_, number, document, form)
    return Face(
        form=form,
        body=body,
        type=type_,
        parent=body.parent,
        organisation=body.name,
        nation=form.nation,
        number_line=f"{form.number_word} {number}",
        place_date=f"{document.place}, {dates.long_date(document.issued)}",
        type_name="" if type_.letter else _opened(type_.name),
        summary=_summary(document.summary, form, letter=type_.letter),
        urgency=_opened(URGENCY.table[document.urgency][0]) if document.urgency else "",
        urgency_box_mm=form.urgency_boxes_mm.get(document.urgency),
        address=("Kính trình:" if type_.proposal and form.family == "party" else "Kính gửi:")
        if document.addressees
        else "",
        addressees=_listed(document.addressees, form.recipient_sign),
        bases=_bases(document.bases, form),
        signatures=_signatures(document, minutes=type_.minutes),
        recipients=_recipients(document.recipients, form),
        note=NOTES.get(record.scope, ""),
        no_press=NO_PRESS if record.scope == "no-press" else "",
        draft="" if record.approved else "Dự thảo",
        annexes=_annexes(document, form, f"(Kèm theo {named} của {body.name})"),
        named=named,
        short=f"{_opened(type_.name)} số {number.replace(NO_NUMBER, '…')}",
    )


def _number(document: OfficialDocument, form: Form, type_: PaperType, code: str) -> str:
    read = read_number(document.number) or Number("")
    if not read.figure:
        return number_of(NO_NUMBER, form.family, type_.code, code)
    return read.written(form.family, type_.code, code)


def _named(type_: PaperType, number: str, document: OfficialDocument, form: Form) -> str:
    """A paper as it is cited: with a comma before the date by the Party, without by the State (HD05, ND30)."""
    assert document.issued is not None
    name = _opened(type_.name)
    number = number.replace(NO_NUMBER, "…")
    if form.family == "party":
        return f"{name} số {number}, ngày {dates.short_date(document.issued)}"
    return f"{name} số {number} {dates.long_date(document.issued)}"


def _opened(text: str) -> str:
    return text[:1].upper() + text[1:]


def _summary(text: str, form: Form, *, letter: bool) -> str:
    if not letter:
        return text
    plain = re.sub(r"^(?:V/v|về việc)\s*:?\s*", "", text, flags=re.IGNORECASE)
    return f"về việc {plain}" if form.family == "party" else f"V/v {plain}"


def _bases(lines: tuple[str, ...], form: Form) -> tuple[str, ...]:
    bare = [_SIGNS.sub("", _DASH.sub("", line)) for line in lines]
    dash = "- " if form.base_dash else ""
    return tuple(
        f"{dash}{line}{';' if place < len(bare) - 1 else form.last_base}" for place, line in enumerate(bare)
    )  # fmt: skip


def _listed(lines: tuple[str, ...], sign: str) -> tuple[str, ...]:
    """Addressees: one on the line of the label, several one below the other."""
    bare = [_SIGNS.sub("", _DASH.sub("", line)) for line in lines]
    if len(bare) < 2:
        return tuple(bare)
    return tuple(f"- {line}{sign if place < len(bare) - 1 else '.'}" for place, line in enumerate(bare))


def _recipients(lines: tuple[str, ...], form: Form) -> tuple[str, ...]:
    bare = [_SIGNS.sub("", _DASH.sub("", line)) for line in lines]
    return tuple(
        f"- {line}{form.recipient_sign if place < len(bare) - 1 else '.'}" for place, line in enumerate(bare)
    )  # fmt: skip


def _signatures(document: OfficialDocument, *, minutes: bool) -> tuple[Signed, ...]:
    signed = [
        Signed(
            authority=one.authority, position=one.position, name=one.name, place=place,
        )
        for place, one in enumerate(document.signatures)
    ]  # fmt: skip
    if not minutes:
        return tuple(signed)
    # The writer stands left, the chair right, in whichever order they were typed.
    signed.sort(key=lambda one: not _WRITES.search(f"{one.authority} {one.position}"))
    titles = (WRITER, CHAIR)
    return tuple(
        Signed(authority=one.authority or one.position or title, position=one.position if one.authority else "",
               name=one.name, place=one.place)
        for one, title in zip(signed, titles, strict=False)
    )  # fmt: skip


_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def roman(number: int) -> str:
    """A number in Roman figures, up to 39."""
    text = ""
    for value, letters in _ROMAN:
        while number >= value:
            text, number = text + letters, number - value
    return text


def _annexes(document: OfficialDocument, form: Form, of: str) -> tuple[AnnexHead, ...]:
    several = len(document.annexes) > 1
    return tuple(
        AnnexHead(
            label=f"Phụ lục {roman(place) if form.roman_annexes else place}" if several else "Phụ lục",
            title=annex.title,
            of=of,
        )
        for place, annex in enumerate(document.annexes, start=1)
    )
