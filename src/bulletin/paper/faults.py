"""What makes no official paper: everything that is missing or that the rules forbid, each with its source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin.errors import Problem
from bulletin.messages import N_, say
from bulletin.model import Loc, OfficialDocument, Organisation, Record, Section, Signature
from bulletin.model.running import blocks
from bulletin.model.shape import keys_of
from bulletin.paper.face import body_for, form_for
from bulletin.rules import Body, Form, Number, PaperType, forms_of, known_since, known_types, read_number, type_named
from bulletin.rules.numbers import OLD_CODES, body_code_known, has_colon, usual_body_code
from bulletin.rules.types import FORBIDDEN, WHO_MAY_SINCE
from bulletin.vietnamese import dates
from bulletin.vietnamese.people import read_person
from bulletin.vietnamese.text import fold, similar

_UY = "(?:ỦY|UỶ)"
_BODY_IN_POSITION = re.compile(rf"\b(?:TỈNH {_UY}|THÀNH {_UY}|ĐẢNG {_UY}|HUYỆN {_UY}|CHI {_UY}|CHI BỘ|ĐẢNG BỘ)\b")
_UNDER_COMMITTEE = re.compile(
    r"^(?:QUYỀN )?(?:PHÓ )?(?:BÍ THƯ|CHỦ NHIỆM|CHỦ TỊCH)(?: THƯỜNG TRỰC)?$|^PHÓ BÍ THƯ THƯỜNG TRỰC$"
)
_RANK_ALLOWED = re.compile(
    r"\b(?:trường|bệnh viện|viện|học viện|trung tâm y tế|công an|quân sự|biên phòng|sư đoàn|trung đoàn)\b",
    re.IGNORECASE,
)
"""Where the State lets ranks stand before a signer's name: armed forces, education, health, science (ND30)."""

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
    found = [*_Examined(record).faults()]
    return tuple(sorted(dict.fromkeys(found), key=lambda problem: (problem.line, problem.column)))


class _Examined:
    def __init__(self, record: Record) -> None:
        self.record = record
        self.lines = record.origin.text.split("\n")
        self.document = record.document

    def faults(self) -> Iterator[Problem]:
        document = self.document
        if document is None:
            message = say("this record says nothing of an official document")
            hint = say("add “văn bản:” with thể thức, loại, số, ngày ban hành, địa danh, trích yếu, chữ ký, nơi nhận")
            yield self._fault("no-document", message, (), hint)
            return
        yield from self._missing(document)
        if not self.record.chairs:
            key = self._name(("chairs",))
            message = say("an official paper needs “{key}”", key=key)
            yield self._fault("missing-in-paper", message, (), say("write who chaired the conference"))
        form = form_for(document)
        if form is None:
            if document.form and document.issued:
                yield self._too_old(document)
            return
        body = body_for(self.record, form)
        yield from self._body(body, form)
        type_ = type_named(document.type, form.name, form.family) if document.type else None
        if document.type and type_ is None:
            yield self._unknown_type(document, form)
        if type_:
            yield from self._who_may(type_, body, document)
        yield from self._number(document, form, type_, body)
        yield from self._signatures(document, form, type_, body)
        yield from self._recipients(document, form)
        yield from self._annexes(document)

    # What is missing

    def _missing(self, document: OfficialDocument) -> Iterator[Problem]:
        minutes = fold(document.type) in ("bb", "bienban")
        for name, hint in _MISSING.items():
            if getattr(document, name):
                continue
            if (name == "number" and not self.record.approved) or (name == "recipients" and minutes):
                continue
            message = say("an official paper needs “{key}”", key=self._name(("document", name)))
            yield self._fault("missing-in-paper", message, ("document",), say(hint))

    def _too_old(self, document: OfficialDocument) -> Problem:
        assert document.issued is not None
        message = say(
            "for papers issued on {day} no rules are known here; the oldest begin on {first}",
            day=dates.short_date(document.issued), first=dates.short_date(known_since(document.form)),
        )  # fmt: skip
        hint = say("see whether the date is right; older papers are not made: {known}",
                   known=", ".join(form.source for form in forms_of(document.form)))  # fmt: skip
        return self._fault("no-rules", message, ("document", "issued"), hint)

    # The body

    def _body(self, body: Body, form: Form) -> Iterator[Problem]:
        source = form.cite("body")
        if body.kind == "unknown":
            name = self.record.organisation.name if self.record.organisation else ""
            message = say("“{name}” is no committee, cell or board of the Party", name=name)
            hint = say("name it as Tỉnh ủy, Đảng ủy, Đảng bộ, Chi bộ, Ban or Văn phòng; or write “thể thức: nhà nước”")
            yield self._fault("not-a-party-body", message, ("organisation", "name"), hint, source)
        elif body.needs_parent and not body.parent:
            key = self._name(("organisation", "parent"))
            message = say("the header of this paper needs the body above: “{key}” is missing", key=key)
            hint = say("write, below “đơn vị”: {key}: and its name", key=key)
            yield self._fault("no-parent", message, ("organisation",), hint, source)

    # The type

    def _unknown_type(self, document: OfficialDocument, form: Form) -> Problem:
        types = known_types(form.name, form.family)
        near = "QĐ" if document.type == "QĐi" else similar(document.type, [kind.name for kind in types])
        message = say("“{typed}” is no type of paper", typed=document.type)
        hint = (
            say("did you mean “{near}”?", near=near)
            if near
            else say("known here: {shown}", shown=", ".join(kind.code for kind in types if kind.code))
        )
        return self._fault("unknown-type", message, ("document", "type"), hint, form.cite("type"))

    def _who_may(self, type_: PaperType, body: Body, document: OfficialDocument) -> Iterator[Problem]:
        source = FORBIDDEN.get(body.kind, {}).get(type_.name)
        if source and document.issued and document.issued >= WHO_MAY_SINCE:
            message = say("“{body}” may not issue a paper of the type “{type}”", body=body.name, type=type_.name)
            hint = say("choose another type, such as thông báo or kế hoạch")
            yield self._fault("type-not-allowed", message, ("document", "type"), hint, source)

    # The number

    def _number(self, document: OfficialDocument, form: Form, type_: PaperType | None, body: Body) -> Iterator[Problem]:
        loc: Loc = ("document", "number")
        code = self.record.organisation.code if self.record.organisation else ""
        code = code or usual_body_code(body.kind)
        source = form.cite("number")
        number = read_number(document.number) if document.number else Number("")
        if number is None:
            right = Number("05").written(form.family, type_.code if type_ else "BC", code or "UBND")
            message = say("“{typed}” is not a number of a paper", typed=document.number)
            yield self._fault("paper-number", message, loc, say("write it so: {right}", right=right), source)
            return
        if number.bare and not code:
            message = say("the number needs the code of the body")
            hint = say("write, below “đơn vị”: ký hiệu: and the code, or the whole number here")
            yield self._fault("no-code", message, loc if document.number else ("organisation",), hint, source)
        if not number.figure:
            return
        letter = bool(type_ and type_.letter and form.family == "state")
        right = _whole(number, letter=letter).written(form.family, type_.code if type_ else "", code)
        if number.family and number.family != form.family:
            message = (
                say("“{typed}” is numbered as papers of the State are", typed=document.number)
                if number.family == "state"
                else say("“{typed}” is numbered as papers of the Party are", typed=document.number)
            )
            yield self._fault("paper-number", message, loc, say("write it so: {right}", right=right), source)
        elif number.needs_zero:
            message = say("the number {n} is below 10 and needs a zero", n=number.figure)
            yield self._fault("paper-number", message, loc, say("write it so: {right}", right=right), source)
        elif form.family == "party" and has_colon(document.number):
            message = say("no colon stands behind “Số” on papers of the Party")
            yield self._fault("paper-number", message, loc, say("write it so: {right}", right=right), source)
        if number.bare:
            return
        if type_ and not letter and number.type != type_.code:
            message = say(
                "the number says {code}, but a paper of the type “{type}” has {right}",
                code=number.type or "–", type=type_.name, right=type_.code,
            )  # fmt: skip
            yield self._fault("type-code", message, loc, say("see which of the two is right"), form.cite("type"))
        if form.family == "party" and number.family == "party":
            yield from self._body_code(number.body, form, body, loc)

    def _body_code(self, code: str, form: Form, body: Body, loc: Loc) -> Iterator[Problem]:
        if body.kind == "unknown" or body_code_known(code, body.kind, form.name):
            return
        usual = usual_body_code(body.kind)
        if form.name != "hd36" and code in OLD_CODES:
            message = say("the code {code} ({body}) is no longer in use", code=code, body=OLD_CODES[code])
        else:
            message = say("{code} is not the code of “{body}”", code=code, body=body.name)
        hint = say("write {right}", right=usual) if usual else say("see the code of the board or office")
        yield self._fault("body-code", message, loc, hint, form.cite("number"))

    # Who signs

    def _signatures(
        self, document: OfficialDocument, form: Form, type_: PaperType | None, body: Body
    ) -> Iterator[Problem]:
        source = form.cite("signature")
        wanted = 2 if type_ and type_.minutes else 1
        count = len(document.signatures)
        if count and count != wanted and type_:
            message = (
                say("minutes are signed by two: who wrote them and who chaired")
                if wanted == 2
                else say("a paper is signed by one, here are {n}", n=count)
            )
            hint = say("write both below “chữ ký”") if wanted == 2 else say("keep the one who signs")
            yield self._fault("signatures", message, ("document", "signatures"), hint, source)
        for place, signature in enumerate(document.signatures):
            loc: Loc = ("document", "signatures", place)
            yield from self._name_of(signature, loc, form)
            if not (type_ and type_.minutes):
                yield from self._authority(signature, loc, form, body)

    def _name_of(self, signature: Signature, loc: Loc, form: Form) -> Iterator[Problem]:
        source = form.cite("signature")
        if not signature.name:
            message = say("the name of who signs is missing")
            yield self._fault("no-signer", message, loc, say("write “họ tên:” and the name behind it"), source)
            return
        person = read_person(signature.name)
        before = " ".join(part for part in (person.honorific, person.rank) if part)
        organisation = self.record.organisation.name if self.record.organisation else ""
        allowed = form.family == "state" and not person.honorific and _RANK_ALLOWED.search(organisation)
        if before and not allowed:
            message = say("“{before}” may not stand before the name of who signs", before=before)
            hint = say("write the name alone: {name}", name=person.name)
            yield self._fault("rank-before-name", message, (*loc, "name"), hint, source)

    def _authority(self, signature: Signature, loc: Loc, form: Form, body: Body) -> Iterator[Problem]:
        source = form.cite("signature")
        authority, position = signature.authority.upper(), signature.position.upper()
        head = authority.split(" ")[0] if authority else ""
        if right := form.wrong_authorities.get(head):
            message = say("“{wrong}” is not how this paper writes whom one signs for", wrong=head)
            hint = say("write “{right}”", right=f"{right}{authority[len(head) :]}")
            yield self._fault("authority-spelling", message, (*loc, "authority"), hint, source)
            head = right
        elif authority and head not in form.authorities:
            message = say("“{typed}” does not begin with {known}",
                          typed=signature.authority, known=", ".join(form.authorities))  # fmt: skip
            hint = say("write for whom one signs, such as T/M ĐẢNG ỦY; the position stands in “chức vụ”")
            yield self._fault("authority-spelling", message, (*loc, "authority"), hint, source)
        if form.family != "party":
            return
        if body.committee and head == "K/T":
            message = say("K/T is not used for a committee: it decides as a whole")
            hint = say("write T/M and the committee, such as T/M {body}", body=_committee(body))
            yield self._fault("acting-for-committee", message, (*loc, "authority"), hint, source)
        elif body.committee and not authority:
            message = say("for “{body}” one signs on its behalf: “quyền hạn” is missing", body=body.name)
            hint = say("write: quyền hạn: T/M {body}", body=_committee(body))
            yield self._fault("no-authority", message, loc, hint, source)
        if found := _BODY_IN_POSITION.search(position):
            message = say("the position “{position}” names the body", position=signature.position)
            right = " ".join(position[: found.start()].split())
            hint = say("write “{right}”", right=right) if right else say("write the position alone")
            yield self._fault("body-in-position", message, (*loc, "position"), hint, source)
        elif head == "T/M" and position and not _UNDER_COMMITTEE.match(position):
            message = say("under T/M the position “{position}” is not written", position=signature.position)
            hint = say("only bí thư, phó bí thư, chủ nhiệm, chủ tịch and their deputies show one; leave it out")
            yield self._fault("position-under-committee", message, (*loc, "position"), hint, source)

    # The rest

    def _recipients(self, document: OfficialDocument, form: Form) -> Iterator[Problem]:
        if not document.recipients:
            return
        last = document.recipients[-1].lstrip("-–•+ ")
        loc: Loc = ("document", "recipients", len(document.recipients) - 1)
        source = form.cite("recipient")
        if not last.lower().startswith("lưu"):
            message = say("the last of the recipients is where the paper is filed")
            example = "Lưu Văn phòng Đảng ủy" if form.family == "party" else "Lưu: VT"
            yield self._fault("no-filing", message, loc, say("add the line: {example}", example=example), source)
        elif form.family == "party" and re.match(r"lưu\s*(?::|VT\b)", last, re.IGNORECASE):
            message = say("papers of the Party write “Lưu” without a colon and without VT")
            example = "Lưu Văn phòng Đảng ủy"
            yield self._fault("filing-spelling", message, loc, say("such as: {example}", example=example), source)
        elif form.family == "state" and not re.match(r"lưu\s*:", last, re.IGNORECASE):
            message = say("papers of the State write “Lưu:” with a colon")
            yield self._fault("filing-spelling", message, loc, say("such as: {example}", example="Lưu: VT"), source)

    def _annexes(self, document: OfficialDocument) -> Iterator[Problem]:
        for place, annex in enumerate(document.annexes):
            loc: Loc = ("document", "annexes", place)
            if not (annex.text or annex.table or annex.sections):
                message = say("the annex “{title}” is empty", title=annex.title)
                yield self._fault("empty-annex", message, loc, say("add its text or its table, or take it out"))
            for part_loc, text in _texts(annex.text, annex.sections, loc):
                if any(block.kind == "photo" for block in blocks(text)):
                    yield self._no_photo(part_loc)
            for part_loc in _with_photos(annex.sections, (*loc, "sections")):
                yield self._no_photo(part_loc)

    def _no_photo(self, loc: Loc) -> Problem:
        hint = say("leave the photo to the news, or put it among the photos of the record")
        return self._fault("annex-photo", say("an annex carries no photos"), loc, hint)

    # Places

    def _fault(self, id_: str, message: str, loc: Loc, hint: str, source: str = "") -> Problem:
        # What is missing altogether is missed at the beginning.
        line, column = self.record.origin.place(loc) if self.record.origin.place(loc)[0] else (1, 1)
        text = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        hint = f"{hint} ({source})" if source else hint
        return Problem(message, self.record.origin.path, line, column, hint, id_, text)

    def _name(self, loc: Loc) -> str:
        """A key by the name under which clerks know it."""
        models = {"document": OfficialDocument, "organisation": Organisation}
        if len(loc) > 1:
            return keys_of(models[str(loc[0])])[str(loc[-1])][0]
        return keys_of(type(self.record))[str(loc[0])][0]


def _whole(number: Number, *, letter: bool) -> Number:
    """A letter of the State has no type in its number: what looks like one belongs to the body."""
    return Number(number.figure, "", f"{number.type}-{number.body}", "state") if letter and number.type else number


def _committee(body: Body) -> str:
    """The committee in the words of a signature: `ĐẢNG ỦY`, `TỈNH ỦY`, `CHI BỘ`."""
    return " ".join(body.name.upper().split()[:2])


def _texts(text: str, sections: tuple[Section, ...], loc: Loc) -> Iterator[tuple[Loc, str]]:
    yield (*loc, "text"), text
    for place, section in enumerate(sections):
        yield from _texts(section.text, section.sections, (*loc, "sections", place))


def _with_photos(sections: tuple[Section, ...], loc: Loc) -> Iterator[Loc]:
    for place, section in enumerate(sections):
        if section.photos:
            yield (*loc, place, "photos")
        yield from _with_photos(section.sections, (*loc, place, "sections"))
