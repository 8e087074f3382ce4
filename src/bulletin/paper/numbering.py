"""Numbers of papers that are not in their form, and codes that are not the body's or no longer in use."""

from __future__ import annotations

from collections.abc import Iterator

from bulletin.errors import Problem
from bulletin.messages import say
from bulletin.model import Loc, OfficialDocument
from bulletin.paper.telling import Teller
from bulletin.rules import Body, Form, Number, PaperType, read_number
from bulletin.rules.numbers import OLD_CODES, body_code_known, has_colon, usual_body_code


def number_faults(
    told: Teller, document: OfficialDocument, form: Form, type_: PaperType | None, body: Body
) -> Iterator[Problem]:
    """What is wrong with the number of a paper.

    Args:
        told: Tells it.
        document: Holds the number.
        form: The rules that hold.
        type_: The type of the paper, if it is known.
        body: Who issues it.
    """
    loc: Loc = ("document", "number")
    code = told.record.organisation.code if told.record.organisation else ""
    code = code or usual_body_code(body.kind)
    source = form.cite("number")
    number = read_number(document.number) if document.number else Number("")
    if number is None:
        right = Number("05").written(form.family, type_.code if type_ else "BC", code or "UBND")
        message = say("“{typed}” is not a number of a paper", typed=document.number)
        yield told.fault("paper-number", message, loc, say("write it so: {right}", right=right), source)
        return
    if number.bare and not code:
        message = say("the number needs the code of the body")
        hint = say("write, below “đơn vị”: ký hiệu: and the code, or the whole number here")
        yield told.fault("no-code", message, loc if document.number else ("organisation",), hint, source)
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
        yield told.fault("paper-number", message, loc, say("write it so: {right}", right=right), source)
    elif not number.figure.strip("0"):
        message = say("no paper has the number {n}: they are counted from 01", n=number.figure)
        yield told.fault("paper-number", message, loc, say("write the number of this paper"), source)
    elif number.needs_zero:
        message = say("the number {n} is below 10 and needs a zero", n=number.figure)
        yield told.fault("paper-number", message, loc, say("write it so: {right}", right=right), source)
    elif form.family == "party" and has_colon(document.number):
        message = say("no colon stands behind “Số” on papers of the Party")
        yield told.fault("paper-number", message, loc, say("write it so: {right}", right=right), source)
    if number.bare:
        return
    if type_ and not letter and number.type != type_.code:
        message = say(
            "the number says {code}, but a paper of the type “{type}” has {right}",
            code=number.type or "–", type=type_.name, right=type_.code,
        )  # fmt: skip
        yield told.fault(
            "type-code", message, loc, say("see whether the type or the number is right"), form.cite("type")
        )
    if form.family == "party" and number.family == "party":
        yield from _body_code(told, number.body, form, body, loc)
    elif form.family == "state" and number.family == "state" and told.record.organisation:
        yield from _state_code(told, _whole(number, letter=letter).body, told.record.organisation.code, form, loc)


def _body_code(told: Teller, code: str, form: Form, body: Body, loc: Loc) -> Iterator[Problem]:
    if body.kind == "unknown" or body_code_known(code, body.kind, form.name):
        return
    usual = usual_body_code(body.kind)
    if form.name != "hd36" and code in OLD_CODES:
        message = say("the code {code} ({body}) is no longer in use", code=code, body=OLD_CODES[code])
    else:
        message = say("{code} is not the code of “{body}”", code=code, body=body.name)
    hint = say("write {right}", right=usual) if usual else say("see the code of the board or office")
    yield told.fault("body-code", message, loc, hint, form.cite("number"))


def _state_code(told: Teller, code: str, own: str, form: Form, loc: Loc) -> Iterator[Problem]:
    """What the office itself says its code is; behind it may stand that of the unit that wrote the paper."""
    if own and code != own and not code.startswith(f"{own}-"):
        message = say("{code} is not the code of “{body}”", code=code, body=told.organisation)
        yield told.fault("body-code", message, loc, say("write {right}", right=own), form.cite("number"))


def _whole(number: Number, *, letter: bool) -> Number:
    """A letter of the State has no type in its number: what looks like one belongs to the body."""
    return Number(number.figure, "", f"{number.type}-{number.body}", "state") if letter and number.type else number
