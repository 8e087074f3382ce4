"""What a conference brought: targets, votes, elections, ratings, awards, decisions, tasks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

from bulletin.model import words
from bulletin.model.days import Day
from bulletin.model.fields import Line, Lines, Model, PersonName, Reader, key
from bulletin.model.people import People


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
    how: Annotated[str, words.ELECTED_HOW] = key(
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
    to: Annotated[str, words.AWARDED_TO] = key(
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

    shown_key: ClassVar[str] = "matter"
    from_line: ClassVar[Reader] = lambda line: {"matter": line}


class Resolution(Model):
    """The resolution that was passed."""

    number: Line = key("số", vi="Số, ký hiệu", en="Number", default="")
    title: Line = key("tên", "tiêu đề", vi="Tên nghị quyết", en="Title", default="")
    points: Lines = key("điểm", "nội dung", vi="Các điểm chính", en="Its main points", default=())

    shown_key: ClassVar[str] = "points"
    from_line: ClassVar[Reader] = lambda line: {"title": line}


class Task(Model):
    """Something that is to be done."""

    task: Line = key("việc", "nhiệm vụ", "nội dung", vi="Việc phải làm", en="What is to be done")
    lead: Line = key("chủ trì", "phụ trách", vi="Ai chủ trì", en="Who leads", default="")
    due: Line = key("thời hạn", "hạn", vi="Thời hạn", en="When it is due", default="")

    from_line: ClassVar[Reader] = lambda line: {"task": line}
