"""What belongs to official papers and licensed periodicals."""

from __future__ import annotations

from typing import Annotated, ClassVar

from bulletin.model import words
from bulletin.model.content import Section, Table
from bulletin.model.days import Day
from bulletin.model.fields import Line, Lines, Model, Text, key
from bulletin.model.people import People, Signature


class Annex(Model):
    """An annex of an official document, on pages of its own."""

    title: Line = key("tiêu đề", "tên", vi="Tên phụ lục", en="Title of the annex")
    text: Text = key("lời", "nội dung", vi="Nội dung", en="Running text", default="")
    table: Table | None = key("bảng", vi="Bảng", en="A table", default=None)
    sections: tuple[Section, ...] = key("mục", "các mục", vi="Các mục", en="Its parts", default=())


class OfficialDocument(Model):
    """What makes an official paper of a record; layouts that print news leave it out."""

    shown_key: ClassVar[str] = "type"

    form: Annotated[str, words.FORMS] = key("thể thức", vi="Đảng hay nhà nước", en="Party or state", default="")
    type: Line = key("loại", "loại văn bản", vi="Loại văn bản: BC, TB, BB …", en="Type: BC, TB, BB …", default="")
    number: Line = key("số", vi="Số", en="Number", default="")
    issued: Day | None = key("ngày ban hành", vi="Ngày ban hành", en="Date of issue", default=None)
    place: Line = key("địa danh", vi="Địa danh", en="Place of issue", default="")
    summary: Line = key("trích yếu", vi="Trích yếu", en="Summary", default="")
    addressees: Lines = key("kính gửi", vi="Kính gửi", en="To whom", default=())
    bases: Lines = key("căn cứ", vi="Căn cứ", en="Legal bases", default=())
    urgency: Annotated[str, words.URGENCY] = key("độ khẩn", vi="Độ khẩn", en="Urgency", default="")
    recipients: Lines = key("nơi nhận", vi="Nơi nhận", en="Recipients", default=())
    signatures: tuple[Signature, ...] = key("chữ ký", vi="Người ký", en="Who signs", default=())
    absent: People = key("vắng mặt", vi="Người vắng, lý do", en="Who was absent, and why", default=())
    annexes: tuple[Annex, ...] = key("phụ lục", vi="Phụ lục", en="Annexes", default=())


class Licence(Model):
    """The licence to publish a periodical called BẢN TIN (Press Law 2016, article 34)."""

    number: Line = key("số", vi="Số giấy phép", en="Number")
    date: Day = key("ngày", vi="Ngày cấp", en="Date")
    printer: Line = key("nơi in", vi="Nơi in", en="Printer")
    copies: Line = key("số lượng", "số bản", vi="Số lượng in", en="Print run")
    frequency: Line = key("kỳ hạn", "định kỳ", vi="Kỳ hạn xuất bản", en="How often it appears")
    responsible: Line = key("người chịu trách nhiệm", vi="Người chịu trách nhiệm", en="Who answers for it")
