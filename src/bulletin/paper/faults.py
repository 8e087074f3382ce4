"""What makes no official paper: everything that is missing or that the rules forbid, each with its source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin.errors import Problem
from bulletin.messages import N_, say
from bulletin.model import OfficialDocument, Record
from bulletin.paper.annexes import annex_faults
from bulletin.paper.face import body_for, form_for
from bulletin.paper.numbering import number_faults
from bulletin.paper.signing import recipient_faults, signature_faults
from bulletin.paper.telling import Teller
from bulletin.rules import Body, Form, PaperType, forms_of, known_since, known_types, type_named
from bulletin.rules.types import FORBIDDEN, WHO_MAY_SINCE
from bulletin.vietnamese import dates
from bulletin.vietnamese.text import fold, similar

_MISSING = {
    "form": N_("write “đảng” or “nhà nước”"),
    "type": N_("write its code, such as BC, TB, BB"),
    "issued": N_("write a day, such as 29/12/2023; it tells which rules hold"),
    "place": N_("name the province, commune or ward where the office sits"),
    "summary": N_("write what the paper is about, such as: kết quả Hội nghị tổng kết năm 2023"),
    "number": N_("an approved paper has a number; write its count, such as 05, or set the record back to draft"),
    "signatures": N_("write who signs: chức vụ, họ tên, and quyền hạn such as T/M"),
    "recipients": N_("write who gets the paper, and at the end where it is filed, such as: Lưu Văn phòng"),
}


def paper_faults(record: Record) -> tuple[Problem, ...]:
    """Everything that keeps a record from being an official paper, in the order of the file."""
    found = dict.fromkeys(_faults(Teller(record)))
    return tuple(sorted(found, key=lambda problem: (problem.line, problem.column)))


def _faults(told: Teller) -> Iterator[Problem]:
    document = told.record.document
    if document is None:
        message = say("this record says nothing of an official document")
        hint = say("add “văn bản:” with thể thức, loại, số, ngày ban hành, địa danh, trích yếu, chữ ký, nơi nhận")
        yield told.fault("no-document", message, (), hint)
        return
    yield from _missing(told, document)
    yield from _place(told, document)
    yield from annex_faults(told, document)
    form = form_for(document)
    if form is None:
        if document.form and document.issued:
            yield _too_old(told, document)
        return
    body = body_for(told.record, form)
    yield from _body(told, body, form)
    type_ = type_named(document.type, form.name, form.family) if document.type else None
    if document.type and type_ is None:
        yield _unknown_type(told, document, form)
    if type_:
        yield from _who_may(told, type_, body, document)
        yield from _before_its_day(told, document, type_)
    yield from number_faults(told, document, form, type_, body)
    yield from signature_faults(told, document, form, type_, body)
    yield from recipient_faults(told, document, form)


def _missing(told: Teller, document: OfficialDocument) -> Iterator[Problem]:
    minutes = fold(document.type) in ("bb", "bienban")
    for name, hint in _MISSING.items():
        if getattr(document, name):
            continue
        if (name == "number" and not told.record.approved) or (name == "recipients" and minutes):
            continue
        message = say("an official paper needs “{key}”", key=told.name(("document", name)))
        yield told.fault("missing-in-paper", message, ("document",), say(hint))
    if not told.record.chairs:
        message = say("an official paper needs “{key}”", key=told.name(("chairs",)))
        yield told.fault("missing-in-paper", message, (), say("write who chaired the conference"))


def _place(told: Teller, document: OfficialDocument) -> Iterator[Problem]:
    """The day is printed behind the place, and would stand there twice."""
    if found := re.search(r"[,;]|\bngày\b", document.place, re.IGNORECASE):
        message = say("“{typed}” is more than a place: the day behind it is printed by itself", typed=document.place)
        alone = document.place[: found.start()].strip()
        hint = say("write the place alone: {place}", place=alone) if alone else say(_MISSING["place"])
        yield told.fault("place-with-day", message, ("document", "place"), hint)


def _before_its_day(told: Teller, document: OfficialDocument, type_: PaperType) -> Iterator[Problem]:
    """Minutes are not written before what they tell of; other papers may be laid before a conference."""
    first = told.record.first_day
    if type_.minutes and document.issued and document.issued < first:
        message = say(
            "minutes of a conference of {day} cannot be issued on {issued}",
            day=dates.short_date(first), issued=dates.short_date(document.issued),
        )  # fmt: skip
        yield told.fault(
            "issued-before", message, ("document", "issued"), say("see whether the year and the day are right")
        )


def _too_old(told: Teller, document: OfficialDocument) -> Problem:
    assert document.issued is not None
    message = say(
        "for papers issued on {day} no rules are known here; the oldest begin on {first}",
        day=dates.short_date(document.issued), first=dates.short_date(known_since(document.form)),
    )  # fmt: skip
    hint = say("see whether the date is right; older papers are not made: {known}",
               known=", ".join(form.source for form in forms_of(document.form)))  # fmt: skip
    return told.fault("no-rules", message, ("document", "issued"), hint)


def _body(told: Teller, body: Body, form: Form) -> Iterator[Problem]:
    source = form.cite("body")
    if body.kind == "unknown":
        name = told.organisation
        message = say("“{name}” is no committee, cell or board of the Party", name=name)
        hint = say("name it as Tỉnh ủy, Đảng ủy, Đảng bộ, Chi bộ, Ban or Văn phòng; or write “thể thức: nhà nước”")
        yield told.fault("not-a-party-body", message, ("organisation", "name"), hint, source)
    elif body.needs_parent and not body.parent:
        key = told.name(("organisation", "parent"))
        message = say("the header of this paper needs the body above: “{key}” is missing", key=key)
        hint = say("write, below “đơn vị”: {key}: and its name", key=key)
        yield told.fault("no-parent", message, ("organisation",), hint, source)


def _unknown_type(told: Teller, document: OfficialDocument, form: Form) -> Problem:
    types = known_types(form.name, form.family)
    near = "QĐ" if document.type == "QĐi" else similar(document.type, [kind.name for kind in types])
    message = say("“{typed}” is no type of paper", typed=document.type)
    hint = (
        say("did you mean “{near}”?", near=near)
        if near
        else say("known here: {shown}", shown=", ".join(dict.fromkeys(kind.code for kind in types if kind.code)))
    )
    return told.fault("unknown-type", message, ("document", "type"), hint, form.cite("type"))


def _who_may(told: Teller, type_: PaperType, body: Body, document: OfficialDocument) -> Iterator[Problem]:
    source = FORBIDDEN.get(body.kind, {}).get(type_.name)
    if source and document.issued and document.issued >= WHO_MAY_SINCE:
        message = say("“{body}” may not issue a paper of the type “{type}”", body=body.name, type=type_.name)
        hint = say("choose another type, such as thông báo or kế hoạch")
        yield told.fault("type-not-allowed", message, ("document", "type"), hint, source)
