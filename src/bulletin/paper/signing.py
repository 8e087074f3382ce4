"""What the rules forbid of who signs, for whom, and of the list of recipients.

References:
    05-HD/VPTW 7.1 and 9; Decree 30/2020/NĐ-CP, Appendix I.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin.errors import Problem
from bulletin.messages import say
from bulletin.model import Loc, OfficialDocument, Signature
from bulletin.paper.telling import Teller
from bulletin.rules import Body, Form, PaperType
from bulletin.vietnamese.people import read_person

_UY = "(?:ỦY|UỶ)"
_BODY_IN_POSITION = re.compile(rf"\b(?:TỈNH {_UY}|THÀNH {_UY}|ĐẢNG {_UY}|HUYỆN {_UY}|CHI {_UY}|CHI BỘ|ĐẢNG BỘ)\b")
_UNDER_COMMITTEE = re.compile(
    r"^(?:QUYỀN )?(?:PHÓ )?(?:BÍ THƯ|CHỦ NHIỆM|CHỦ TỊCH)(?: THƯỜNG TRỰC)?$|^PHÓ BÍ THƯ THƯỜNG TRỰC$"
)
_OFFICE = re.compile(
    r"^(?:PHÓ |TỔNG )*(?:GIÁM ĐỐC|HIỆU TRƯỞNG|CHỦ TỊCH(?! ĐOÀN)|CHỦ NHIỆM|BÍ THƯ|TRƯỞNG|CỤC TRƯỞNG|CHI CỤC TRƯỞNG|"
    r"VIỆN TRƯỞNG|BỘ TRƯỞNG|CHÁNH)\b"
)
"""Offices of one person, for whom nobody signs as for a body."""
_RANK_ALLOWED = re.compile(
    r"\b(?:trường|bệnh viện|viện|học viện|trung tâm y tế|công an|quân sự|biên phòng|sư đoàn|trung đoàn)\b",
    re.IGNORECASE,
)
"""Where the State lets ranks stand before a signer's name: armed forces, education, health, science (ND30)."""


def signature_faults(
    told: Teller, document: OfficialDocument, form: Form, type_: PaperType | None, body: Body
) -> Iterator[Problem]:
    """What is wrong with who signs.

    Args:
        told: Tells it.
        document: Holds the signatures.
        form: The rules that hold.
        type_: The type of the paper, if it is known.
        body: Who issues it.
    """
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
        yield told.fault("signatures", message, ("document", "signatures"), hint, source)
    for place, signature in enumerate(document.signatures):
        loc: Loc = ("document", "signatures", place)
        yield from _name_of(told, signature, loc, form)
        if not (type_ and type_.minutes):
            yield from _authority(told, signature, loc, form, body)


def _name_of(told: Teller, signature: Signature, loc: Loc, form: Form) -> Iterator[Problem]:
    source = form.cite("signature")
    if not signature.name:
        message = say("the name of who signs is missing")
        yield told.fault("no-signer", message, loc, say("write “họ tên:” and the name behind it"), source)
        return
    person = read_person(signature.name)
    before = " ".join(part for part in (person.honorific, person.rank) if part)
    organisation = told.organisation
    allowed = form.family == "state" and not person.honorific and _RANK_ALLOWED.search(organisation)
    if before and not allowed:
        message = say("“{before}” may not stand before the name of who signs", before=before)
        hint = say("write the name alone: {name}", name=person.name)
        yield told.fault("rank-before-name", message, (*loc, "name"), hint, source)


def _authority(told: Teller, signature: Signature, loc: Loc, form: Form, body: Body) -> Iterator[Problem]:
    source = form.cite("signature")
    authority, position = signature.authority.upper(), signature.position.upper()
    head = authority.split(" ")[0] if authority else ""
    if right := form.wrong_authorities.get(head):
        message = say("“{wrong}” is not how this paper writes whom one signs for", wrong=head)
        hint = say("write “{right}”", right=f"{right}{authority[len(head) :]}")
        yield told.fault("authority-spelling", message, (*loc, "authority"), hint, source)
        head = right
    elif authority and head not in form.authorities:
        message = say("“{typed}” does not begin with {known}",
                      typed=signature.authority, known=", ".join(form.authorities))  # fmt: skip
        hint = say("write for whom one signs, such as T/M ĐẢNG ỦY; the position stands in “chức vụ”")
        yield told.fault("authority-spelling", message, (*loc, "authority"), hint, source)
    whom = authority.partition(" ")[2]
    yield from _for_whom(told, head, whom, position, loc, form, body)
    if form.family != "party":
        return
    if body.committee and head == "K/T":
        message = say("K/T is not used for a committee: it decides as a whole")
        hint = say("write T/M and the committee, such as T/M {body}", body=_committee(body))
        yield told.fault("acting-for-committee", message, (*loc, "authority"), hint, source)
    elif body.committee and not authority:
        message = say("for “{body}” one signs on its behalf: “quyền hạn” is missing", body=body.name)
        hint = say("write: quyền hạn: T/M {body}", body=_committee(body))
        yield told.fault("no-authority", message, loc, hint, source)
    if found := _BODY_IN_POSITION.search(position):
        message = say("the position “{position}” names the body", position=signature.position)
        right = " ".join(position[: found.start()].split())
        hint = say("write “{right}”", right=right) if right else say("write the position alone")
        yield told.fault("body-in-position", message, (*loc, "position"), hint, source)
    elif head == "T/M" and position and not _UNDER_COMMITTEE.match(position):
        message = say("under T/M the position “{position}” is not written", position=signature.position)
        hint = say("only bí thư, phó bí thư, chủ nhiệm, chủ tịch and their deputies show one; leave it out")
        yield told.fault("position-under-committee", message, (*loc, "position"), hint, source)


def _for_whom(told: Teller, head: str, whom: str, position: str, loc: Loc, form: Form, body: Body) -> Iterator[Problem]:
    """T/M (TM.) stands before a body that decides together; K/T (KT.) is written by a deputy of who is named."""
    source = form.cite("signature")
    if head in ("T/M", "TM.") and _OFFICE.match(whom):
        message = say("{head} stands before a body, and “{whom}” is the office of one person", head=head, whom=whom)
        acting = next(known for known in form.authorities if known.startswith("K"))
        hint = (
            say("write T/M and the committee, such as T/M {body}", body=_committee(body))
            if body.committee
            else say(
                "a deputy writes “{acting}”; who holds the office signs without “quyền hạn”", acting=f"{acting} {whom}"
            )
        )
        yield told.fault("authority-for-office", message, (*loc, "authority"), hint, source)
    elif head in ("K/T", "KT.") and whom and position == whom and not body.committee:
        message = say("what is signed “{head} {whom}” is signed by a deputy", head=head, whom=whom)
        hint = say("write the deputy's office in “chức vụ”; who holds the office signs without “quyền hạn”")
        yield told.fault("acting-for-oneself", message, (*loc, "position"), hint, source)


def recipient_faults(told: Teller, document: OfficialDocument, form: Form) -> Iterator[Problem]:
    """What is wrong with the last of the recipients, where the paper is filed."""
    if not document.recipients:
        return
    last = document.recipients[-1].lstrip("-–•+ ")
    loc: Loc = ("document", "recipients", len(document.recipients) - 1)
    source = form.cite("recipient")
    if not last.lower().startswith("lưu"):
        message = say("the last of the recipients is where the paper is filed")
        example = "Lưu Văn phòng Đảng ủy" if form.family == "party" else "Lưu: VT"
        yield told.fault("no-filing", message, loc, say("add the line: {example}", example=example), source)
    elif form.family == "party" and re.match(r"lưu\s*(?::|VT\b)", last, re.IGNORECASE):
        message = say("papers of the Party write “Lưu” without a colon and without VT")
        example = "Lưu Văn phòng Đảng ủy"
        yield told.fault("filing-spelling", message, loc, say("such as: {example}", example=example), source)
    elif form.family == "state" and not re.match(r"lưu\s*:", last, re.IGNORECASE):
        message = say("papers of the State write “Lưu:” with a colon")
        yield told.fault("filing-spelling", message, loc, say("such as: {example}", example="Lưu: VT"), source)


def _committee(body: Body) -> str:
    """The committee in the words of a signature: `ĐẢNG ỦY`, `TỈNH ỦY`, `CHI BỘ`."""
    return " ".join(body.name.upper().split()[:2])
