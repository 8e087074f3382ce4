"""The record: what is known of one conference. Keys, in both languages, and what each value may be.

The names and meanings are the promise of `docs/record.md`.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, ClassVar, Self

from pydantic import PrivateAttr, model_validator
from pydantic_core import PydanticCustomError

from bulletin.model import words
from bulletin.model.fields import (
    LONGEST_PARAGRAPH,
    Alt,
    Caption,
    Clock,
    Day,
    DaysRead,
    Heading,
    Kept,
    Line,
    Lines,
    Loc,
    Model,
    PersonName,
    Printed,
    Reader,
    Text,
    Title,
    fixed,
    key,
)
from bulletin.vietnamese import dates
from bulletin.vietnamese.people import read_person

__all__ = ["LONGEST_PARAGRAPH", "Person", "Photo", "Record", "Section"]


class Organisation(Model):
    """Who publishes."""

    parent: Line = key("cấp trên", vi="Cơ quan cấp trên", en="The body above", default="")
    name: Line = key("tên", vi="Tên đơn vị", en="Name of the body")
    code: Line = key("ký hiệu", vi="Ký hiệu của đơn vị, như ĐU", en="Code of the body, such as ĐU", default="")

    from_line: ClassVar[Reader] = lambda line: {"name": line}


class Person(Model):
    """Someone, or an office or group named in someone's place."""

    honorific: Line = key("danh xưng", vi="Đồng chí, ông, bà …", en="Form of address", default="")
    rank: Line = key("quân hàm", "học hàm", "học vị", vi="Quân hàm, học hàm, học vị", en="Rank or degree", default="")
    name: PersonName = key("họ tên", "tên", "họ và tên", vi="Họ và tên", en="Full name", default="")
    titles: Lines = key("chức vụ", vi="Chức vụ, theo thứ tự", en="Offices held, in order", default=())
    organisation: Line = key("đơn vị", vi="Đơn vị công tác", en="Where the person works", default="")

    @staticmethod
    def from_line(line: str) -> dict[str, Any]:
        """Read `[honorific | rank] name - titles`; what cannot be a name is kept as titles."""
        read = read_person(line)
        parts = {"honorific": read.honorific, "rank": read.rank, "name": read.name}
        return {name: part for name, part in parts.items() if part} | ({"titles": [read.titles]} if read.titles else {})

    @model_validator(mode="after")
    def _someone(self) -> Self:
        if not (self.name or self.titles):
            raise PydanticCustomError("nobody", "nobody")
        return self


People = tuple[Person, ...]


class Guest(Person):
    """A guest, or a group of guests of one side."""

    side: Line = key("phía", vi="Phía (nhóm đại biểu)", en="The side that these people belong to", default="")
    people: People = key("người", "đại biểu", vi="Những người của phía ấy", en="The people of that side", default=())

    @model_validator(mode="after")
    def _someone(self) -> Self:
        if not (self.name or self.titles or (self.side and self.people)):
            raise PydanticCustomError("nobody", "nobody")
        return self


class Site(Model):
    """A place from which people joined."""

    name: Line = key("tên", vi="Tên điểm cầu", en="Name of the site", default="")
    chairs: People = key("chủ trì", vi="Người chủ trì ở đó", en="Who chaired there", default=())
    count: Line = key("số lượng", vi="Số người, hoặc số điểm cầu", en="How many people, or sites", default="")

    @staticmethod
    def from_line(line: str) -> dict[str, Any]:
        """A number counts the sites; anything else names one."""
        return {"count": line} if line.isdecimal() else {"name": line}


class Attendance(Model):
    """How many came. Numbers, `33/34`, or words such as `hơn 160`."""

    invited: Line = key("triệu tập", vi="Số triệu tập", en="Number invited", default="")
    present: Line = key("có mặt", vi="Số có mặt", en="Number present", default="")
    excused: Line = key("vắng có lý do", vi="Số vắng có lý do", en="Absent with excuse", default="")
    absent: Line = key("vắng", "vắng không lý do", vi="Số vắng (không lý do)", en="Absent without excuse", default="")
    official: Line = key("chính thức", vi="Đảng viên chính thức", en="Full members", default="")
    probationary: Line = key("dự bị", vi="Đảng viên dự bị", en="Members on probation", default="")
    guests: Line = key("đại biểu", "khách mời", vi="Số đại biểu, khách mời", en="Number of guests", default="")

    from_line: ClassVar[Reader] = lambda line: {"present": line}


class AgendaItem(Model):
    """One step of the programme."""

    time: Line = key("giờ", "thời gian", vi="Giờ", en="Time of day", default="")
    item: Line = key("việc", "nội dung", vi="Nội dung", en="What is done", default="")
    who: Line = key("ai", "người", "người thực hiện", vi="Người thực hiện", en="Who does it", default="")

    # A time of day, or a span of them, in front of what is done: "8h00: việc", "7:30 - 8:00 việc".
    _timed: ClassVar[re.Pattern[str]] = re.compile(
        r"^\s*(\d{1,2}\s?(?::\d\d|[hg]\d{0,2}|giờ(?:\s\d{1,2}(?:\sphút)?)?)"
        r"(?:\s?[-–]\s?\d{1,2}\s?(?::\d\d|[hg]\d{0,2}|giờ(?:\s\d{1,2}(?:\sphút)?)?))?)\s*[:,.\-–]?\s+(\S.*)$"
    )

    @classmethod
    def from_line(cls, line: str) -> dict[str, Any]:
        """Read `8h00: what`; a line without a time is what is done."""
        found = cls._timed.match(line)
        return {"time": found[1], "item": found[2]} if found else {"item": line}


class Indicator(Model):
    """One target and how far it was reached."""

    name: Line = key("tên", "chỉ tiêu", vi="Tên chỉ tiêu", en="Name of the target")
    unit: Line = key("đơn vị tính", "đơn vị", vi="Đơn vị tính", en="Unit", default="")
    plan: Line = key("kế hoạch", vi="Kế hoạch", en="Planned", default="")
    actual: Line = key("thực hiện", "kết quả", vi="Thực hiện", en="Reached", default="")
    previous: Line = key("cùng kỳ", "kỳ trước", "năm trước", vi="Cùng kỳ", en="In the period before", default="")
    ratio: Line = key("tỷ lệ", vi="Tỷ lệ; tự tính nếu để trống", en="Ratio; computed when missing", default="")
    change: Line = key("tăng giảm", vi="Tăng, giảm", en="Change", default="")
    rating: Line = key("đánh giá", vi="Vượt, đạt, không đạt", en="Verdict", default="")

    from_line: ClassVar[Reader] = lambda line: {"name": line}


class Vote(Model):
    """One matter that was voted on."""

    matter: Line = key("nội dung", vi="Nội dung biểu quyết", en="What was voted on")
    total: Line = key("tổng", "tổng số", vi="Tổng số phiếu, người", en="All votes", default="")
    for_: Line = key("đồng ý", "tán thành", vi="Số đồng ý", en="Votes for", default="", alias="for")
    against: Line = key("không đồng ý", "không tán thành", vi="Số không đồng ý", en="Votes against", default="")
    other: Line = key("ý kiến khác", vi="Số ý kiến khác", en="Other votes", default="")
    rate: Line = key("tỷ lệ", vi="Tỷ lệ, số hoặc lời", en="Share, a number or words", default="")

    from_line: ClassVar[Reader] = lambda line: {"matter": line}


class Candidate(Model):
    """Someone who stood in an election."""

    name: PersonName = key("họ tên", "tên", vi="Họ và tên", en="Full name")
    votes: Line = key("số phiếu", "phiếu", vi="Số phiếu", en="Votes", default="")

    from_line: ClassVar[Reader] = lambda line: {"name": line}


class Election(Model):
    """One body that was elected."""

    body: Line = key("bầu gì", "bầu", "cơ quan", vi="Bầu gì", en="What was elected")
    how: Annotated[str, fixed(words.ELECTED_HOW)] = key(
        "hình thức", vi="Bỏ phiếu, biểu quyết, hiệp thương, chỉ định", en="How", default=""
    )
    seats: Line = key("số lượng", vi="Số lượng cần bầu", en="Number of seats", default="")
    issued: Line = key("phiếu phát ra", "phát ra", vi="Số phiếu phát ra", en="Ballots issued", default="")
    collected: Line = key("phiếu thu về", "thu về", vi="Số phiếu thu về", en="Ballots collected", default="")
    valid: Line = key("phiếu hợp lệ", "hợp lệ", vi="Số phiếu hợp lệ", en="Valid ballots", default="")
    elected: People = key("trúng cử", vi="Người trúng cử", en="Who was elected", default=())
    candidates: tuple[Candidate, ...] = key("ứng cử", "danh sách bầu", vi="Danh sách bầu", en="Who stood", default=())

    from_line: ClassVar[Reader] = lambda line: {"body": line}


class Rating(Model):
    """How a person or body was rated, or how many at each level."""

    subject: Line = key("đối tượng", "tên", vi="Ai được xếp loại", en="Who was rated")
    level: Line = key("mức", vi="Mức xếp loại", en="Level", default="")
    counts: Mapping[Line, Line] = key("số lượng", vi="Số lượng từng mức", en="How many at each level", default={})

    rest: ClassVar[str] = "counts"
    """Keys that are not known stand for levels."""


class Award(Model):
    """An award, and who received it."""

    form: Line = key("hình thức", vi="Hình thức khen thưởng", en="Kind of award")
    decision: Line = key("quyết định", vi="Số quyết định", en="Number of the decision", default="")
    to: Annotated[str, fixed(words.AWARDED_TO)] = key(
        "cho", "đối tượng", vi="Tập thể hay cá nhân", en="Collective or individual", default=""
    )
    name: People = key("tên", "họ tên", vi="Tên tập thể, cá nhân", en="Names", default=())
    count: Line = key("số lượng", vi="Số lượng", en="How many", default="")
    for_: Line = key("thành tích", "vì", vi="Thành tích", en="What for", default="", alias="for")

    from_line: ClassVar[Reader] = lambda line: {"form": line}


class Decision(Model):
    """A decision that was announced."""

    number: Line = key("số", vi="Số, ký hiệu", en="Number", default="")
    date: Day | None = key("ngày", vi="Ngày ký", en="Date", default=None)
    matter: Line = key("nội dung", "về việc", vi="Nội dung", en="What it decides", default="")
    to: People = key("cho", "người nhận", vi="Ai nhận, hoặc số lượng", en="Who it concerns, or how many", default=())

    from_line: ClassVar[Reader] = lambda line: {"matter": line}


class Resolution(Model):
    """The resolution that was passed."""

    number: Line = key("số", vi="Số, ký hiệu", en="Number", default="")
    title: Line = key("tên", "tiêu đề", vi="Tên nghị quyết", en="Title", default="")
    points: Lines = key("điểm", "nội dung", vi="Các điểm chính", en="Its main points", default=())

    from_line: ClassVar[Reader] = lambda line: {"title": line}


class Task(Model):
    """Something that is to be done."""

    task: Line = key("việc", "nhiệm vụ", "nội dung", vi="Việc phải làm", en="What is to be done")
    lead: Line = key("chủ trì", "phụ trách", vi="Ai chủ trì", en="Who leads", default="")
    due: Line = key("thời hạn", "hạn", vi="Thời hạn", en="When it is due", default="")

    from_line: ClassVar[Reader] = lambda line: {"task": line}


class Photo(Model):
    """A picture, or several under one caption."""

    file: tuple[Kept, ...] = key(
        "tệp", "tập tin", vi="Tệp ảnh trong thư mục của bản ghi", en="Picture file in the record's folder"
    )
    caption: Caption = key("chú thích", vi="Chú thích", en="Caption", default="")
    alt: Alt = key("mô tả", vi="Mô tả điều nhìn thấy", en="What is seen, for those who cannot see it", default="")
    credit: Line = key("tác giả", "người chụp", vi="Người chụp", en="Who took it", default="")
    consent: Annotated[str, fixed(words.CONSENT)] = key(
        "đồng ý", vi="Người trong ảnh đồng ý", en="Whether those shown agreed", default=""
    )
    focus: tuple[float, float] | None = key(
        "tâm điểm", "tiêu điểm", vi="Điểm phải còn trong ảnh khi cắt: x%, y%",
        en="Point that must stay in the picture when it is cropped: x%, y%", default=None,
    )  # fmt: skip
    name: Kept = key("tên", vi="Tên để gọi bằng [ảnh: tên]", en="Name, for [photo: name]", default="")

    _credited: ClassVar[re.Pattern[str]] = re.compile(r"^(.*?)[\s.,;(]*\bẢnh\s*:\s*([^:]+?)\s*[.)]?$")

    from_line: ClassVar[Reader] = lambda line: {"file": [line]}

    @model_validator(mode="before")
    @classmethod
    def _prepared(cls, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        value = dict(value)
        caption = value.get("caption")
        found = cls._credited.match(caption) if isinstance(caption, str) and not value.get("credit") else None
        if found:
            stem = found[1].rstrip()
            value["caption"], value["credit"] = stem, found[2]
        if isinstance(focus := value.get("focus"), str):
            value["focus"] = cls._focus(focus)
        return value

    @staticmethod
    def _focus(typed: str) -> tuple[float, float]:
        found = re.fullmatch(r"\s*(\d{1,3}(?:[.,]\d+)?)\s*%?\s*[,;\s]\s*(\d{1,3}(?:[.,]\d+)?)\s*%?\s*", typed)
        point = tuple(float(part.replace(",", ".")) for part in found.groups()) if found else ()
        if len(point) != 2 or max(point) > 100:
            raise PydanticCustomError("not_a_focus", "focus", {"typed": typed})
        return point[0], point[1]


class Table(Model):
    """A table of the author's own."""

    columns: Lines = key("cột", vi="Tên các cột", en="Names of the columns")
    rows: tuple[tuple[Line, ...], ...] = key("hàng", vi="Các hàng", en="The rows")
    caption: Line = key("chú thích", "tên", vi="Tên bảng", en="Title of the table", default="")

    @model_validator(mode="after")
    def _square(self) -> Self:
        for number, row in enumerate(self.rows):
            if len(row) != len(self.columns):
                context = {"row": number + 1, "cells": len(row), "columns": len(self.columns)}
                raise PydanticCustomError("crooked_row", "row", context)
        return self


class Section(Model):
    """A part of the report, with parts of its own, three levels deep."""

    heading: Heading = key("đề mục", vi="Đề mục", en="Heading", default="")
    text: Text = key("lời", "nội dung", "văn bản", vi="Nội dung", en="Running text", default="")
    photos: tuple[Photo, ...] = key("ảnh", vi="Ảnh", en="Photos", default=())
    indicators: tuple[Indicator, ...] = key("chỉ tiêu", vi="Chỉ tiêu", en="Targets", default=())
    table: Table | None = key("bảng", vi="Bảng", en="A table", default=None)
    sections: tuple[Section, ...] = key("mục", "các mục", "mục con", vi="Các mục con", en="Its parts", default=())

    from_line: ClassVar[Reader] = lambda line: {"text": line}

    @model_validator(mode="after")
    def _not_empty(self) -> Self:
        if not (self.heading or self.text or self.photos or self.indicators or self.table or self.sections):
            raise PydanticCustomError("empty_section", "section")
        return self


class Signature(Model):
    """Who signs an official document."""

    authority: Line = key("quyền hạn", vi="T/M, K/T …", en="Authority", default="")
    position: Line = key("chức vụ", vi="Chức vụ", en="Position", default="")
    name: PersonName = key("họ tên", vi="Họ và tên", en="Full name", default="")

    from_line: ClassVar[Reader] = lambda line: {"name": line}


class OfficialDocument(Model):
    """What the layout `official` prints around the text."""

    form: Annotated[str, fixed(words.FORMS)] = key("thể thức", vi="Đảng hay nhà nước", en="Party or state", default="")
    type: Line = key("loại", "loại văn bản", vi="Loại văn bản: BC, TB, BB …", en="Type: BC, TB, BB …", default="")
    number: Line = key("số", vi="Số", en="Number", default="")
    issued: Day | None = key("ngày ban hành", vi="Ngày ban hành", en="Date of issue", default=None)
    place: Line = key("địa danh", vi="Địa danh", en="Place of issue", default="")
    summary: Line = key("trích yếu", vi="Trích yếu", en="Summary", default="")
    addressees: Lines = key("kính gửi", vi="Kính gửi", en="To whom", default=())
    bases: Lines = key("căn cứ", vi="Căn cứ", en="Legal bases", default=())
    urgency: Annotated[str, fixed(words.URGENCY)] = key("độ khẩn", vi="Độ khẩn", en="Urgency", default="")
    recipients: Lines = key("nơi nhận", vi="Nơi nhận", en="Recipients", default=())
    signatures: tuple[Signature, ...] = key("chữ ký", vi="Người ký", en="Who signs", default=())
    absent: People = key("vắng mặt", vi="Người vắng, lý do", en="Who was absent, and why", default=())


class Licence(Model):
    """The licence to publish a periodical called BẢN TIN (Press Law 2016, article 34)."""

    number: Line = key("số", vi="Số giấy phép", en="Number")
    date: Day = key("ngày", vi="Ngày cấp", en="Date")
    printer: Line = key("nơi in", vi="Nơi in", en="Printer")
    copies: Line = key("số lượng", "số bản", vi="Số lượng in", en="Print run")
    frequency: Line = key("kỳ hạn", "định kỳ", vi="Kỳ hạn xuất bản", en="How often it appears")
    responsible: Line = key("người chịu trách nhiệm", vi="Người chịu trách nhiệm", en="Who answers for it")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a record came from."""

    path: Path | None = None
    places: Mapping[Loc, tuple[int, int]] = field(default_factory=lambda: MappingProxyType({}))
    """Line and column of each value, by its place in the record (English keys)."""
    typed: Mapping[Loc, Loc] = field(default_factory=lambda: MappingProxyType({}))
    """The same place in the keys that the clerk typed."""
    text: str = ""
    """The file as it was read, for `--embed-record`."""

    def place(self, loc: Loc) -> tuple[int, int]:
        """Line and column of a value, or of the nearest thing around it; zeros when nothing is known."""
        while loc and loc not in self.places:
            loc = loc[:-1]
        return self.places.get(loc, (0, 0))


class Record(Model):
    """What is known of one conference."""

    title: Title = key("tiêu đề", vi="Tiêu đề của tin", en="Headline")
    subtitle: Line = key("phụ đề", vi="Phụ đề", en="Line below the headline", default="")
    kind: tuple[Annotated[str, fixed(words.KINDS)], ...] = key(
        "loại hội nghị", "loại", vi="Loại hội nghị, một hoặc hai", en="Kind of conference, one or two",
        default=("conference",), max_length=2,
    )  # fmt: skip
    event: Line = key("tên gọi", vi="Từ in cho hội nghị", en="The word printed for it", default="")
    ordinal: Line = key("lần thứ", vi="Lần thứ mấy, khóa nào", en="Which one it is", default="")
    organisation: Organisation | None = key("đơn vị", vi="Đơn vị phát hành", en="Who publishes", default=None)
    host: Lines = key("đơn vị tổ chức", vi="Đơn vị tổ chức", en="Who held it", default=())
    date: DaysRead = key("ngày", vi="Ngày họp, ngày trước tháng sau", en="Day of the conference, day first")
    end_date: Day | None = key("ngày kết thúc", "đến ngày", vi="Ngày kết thúc", en="Last day", default=None)
    time: Clock | None = key("giờ", "giờ bắt đầu", vi="Giờ bắt đầu", en="When it began", default=None)
    end_time: Clock | None = key("giờ kết thúc", vi="Giờ kết thúc", en="When it ended", default=None)
    session: Annotated[str, fixed(words.SESSIONS)] = key(
        "buổi", vi="Sáng, trưa, chiều, tối", en="Time of day", default=""
    )
    place: Line = key("địa điểm", vi="Địa điểm", en="Where it was held", default="")
    mode: Annotated[str, fixed(words.MODES)] = key(
        "hình thức", vi="Trực tiếp, trực tuyến, kết hợp", en="In person, online, both", default=""
    )
    platform: Line = key("nền tảng", vi="Nền tảng trực tuyến", en="Online platform", default="")
    sites: tuple[Site, ...] = key("điểm cầu", vi="Điểm cầu, hoặc số điểm cầu", en="Sites, or how many", default=())
    term: Line = key("nhiệm kỳ", vi="Nhiệm kỳ", en="Term of office", default="")
    period: Line = key("kỳ báo cáo", vi="Kỳ báo cáo", en="Period of the report", default="")
    chairs: People = key("chủ trì", vi="Chủ trì, theo thứ tự lễ tân", en="Who chaired, in protocol order", default=())
    guests: tuple[Guest, ...] = key("đại biểu", vi="Đại biểu, theo thứ tự lễ tân", en="Guests, in order", default=())
    secretaries: People = key("thư ký", vi="Thư ký", en="Who took the minutes", default=())
    participants: Lines = key("thành phần", vi="Thành phần dự", en="Groups that took part", default=())
    attendance: Attendance | None = key("số lượng", vi="Số người", en="How many came", default=None)
    agenda: tuple[AgendaItem, ...] = key("chương trình", vi="Chương trình", en="Programme", default=())
    lead: Text = key("sapô", "dẫn", vi="Đoạn mở đầu", en="Opening paragraph", default="")
    highlights: Lines = key("điểm nhấn", vi="Ba đến bảy ý chính", en="Three to seven main points", default=())
    sections: tuple[Section, ...] = key("nội dung", vi="Nội dung", en="The report", default=())
    indicators: tuple[Indicator, ...] = key("chỉ tiêu", vi="Chỉ tiêu", en="Targets", default=())
    votes: tuple[Vote, ...] = key("biểu quyết", vi="Biểu quyết", en="Votes", default=())
    elections: tuple[Election, ...] = key("bầu cử", vi="Bầu cử", en="Elections", default=())
    ratings: tuple[Rating, ...] = key("xếp loại", vi="Xếp loại", en="Ratings", default=())
    awards: tuple[Award, ...] = key("khen thưởng", vi="Khen thưởng", en="Awards", default=())
    decisions: tuple[Decision, ...] = key("quyết định", vi="Quyết định", en="Decisions", default=())
    documents: Lines = key("văn bản quán triệt", vi="Văn bản quán triệt", en="Documents studied", default=())
    admitted: People = key("kết nạp", vi="Người được kết nạp Đảng", en="People admitted to the Party", default=())
    resolution: Resolution | None = key("nghị quyết", vi="Nghị quyết", en="Resolution", default=None)
    tasks: tuple[Task, ...] = key("nhiệm vụ", vi="Nhiệm vụ", en="Tasks", default=())
    photos: tuple[Photo, ...] = key("ảnh", vi="Ảnh", en="Photos", default=())
    byline: Line = key("người thực hiện", vi="Người thực hiện tin, ảnh", en="Who wrote it", default="")
    abbreviations: Mapping[Kept, Line] = key(
        "chữ viết tắt", vi="Chữ viết tắt được viết đầy đủ ở lần đầu; để trống thì lấy theo bảng chung",
        en="Abbreviations spelt out where they first occur; an empty one is taken from the shipped glossary",
        default={},
    )  # fmt: skip
    sort: tuple[Annotated[str, fixed(words.SORTABLE)], ...] = key(
        "sắp xếp", vi="Danh sách xếp theo tên", en="Lists to be sorted by given name", default=()
    )
    silence: tuple[Kept, ...] = key("bỏ qua", vi="Lời nhắc không cần nữa", en="Warnings not wanted", default=())
    status: Annotated[str, fixed(words.STATUSES)] = key(
        "trạng thái", vi="Nháp hoặc duyệt", en="Draft or approved", default="draft"
    )
    approved_by: Line = key("người duyệt", vi="Người duyệt", en="Who approved it", default="")
    approved_on: Day | None = key("ngày duyệt", vi="Ngày duyệt", en="When it was approved", default=None)
    scope: Annotated[str, fixed(words.SCOPES)] = key(
        "phạm vi", vi="Phạm vi phổ biến", en="Who may see it", default="internal"
    )
    secrecy: Annotated[str, fixed(words.SECRECY)] = key("độ mật", vi="Chỉ: không", en="Only: none", default="none")
    url: Line = key("đường dẫn", vi="Trang tin trên mạng", en="Web page of the news", default="")
    document: OfficialDocument | None = key("văn bản", vi="Văn bản chính thức", en="Official document", default=None)
    licence: Licence | None = key("giấy phép", vi="Giấy phép xuất bản bản tin", en="Licence", default=None)

    _origin: Origin = PrivateAttr(default_factory=Origin)

    @property
    def origin(self) -> Origin:
        """Where the record came from."""
        return self._origin

    def with_origin(self, origin: Origin) -> Record:
        """This record, said to come from there."""
        record = self.model_copy()
        record._origin = origin
        return record

    @property
    def first_day(self) -> dt.date:
        """First day of the conference."""
        return self.date.first

    @property
    def last_day(self) -> dt.date:
        """Last day of the conference."""
        return self.end_date or self.date.last

    @property
    def approved(self) -> bool:
        """Whether it may be published."""
        return self.status == "approved"

    @property
    def part_of_day(self) -> str:
        """`sáng`, `trưa`, `chiều` or `tối`: as given, else by the time; empty when neither is known."""
        if self.session:
            return words.SESSIONS.table[self.session][0]
        return dates.session(self.time) if self.time else ""

    @property
    def event_name(self) -> str:
        """The word printed for the conference."""
        return self.event or words.EVENTS[self.kind[0]]

    def all_photos(self) -> tuple[tuple[Loc, Photo], ...]:
        """Every photo with its place, in the order of the record."""

        def of(sections: tuple[Section, ...], loc: Loc) -> list[tuple[Loc, Photo]]:
            found: list[tuple[Loc, Photo]] = []
            for number, section in enumerate(sections):
                here = (*loc, number)
                found += [((*here, "photos", place), photo) for place, photo in enumerate(section.photos)]
                found += of(section.sections, (*here, "sections"))
            return found

        own: list[tuple[Loc, Photo]] = [(("photos", place), photo) for place, photo in enumerate(self.photos)]
        return tuple(of(self.sections, ("sections",)) + own)


def printed(annotation: Any) -> str:
    """What a value is printed as (see `Printed`); empty when it is not printed as it stands."""
    return next((mark.kind for mark in getattr(annotation, "__metadata__", ()) if isinstance(mark, Printed)), "")
