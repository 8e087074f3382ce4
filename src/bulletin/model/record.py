"""The record: what is known of one conference. Keys, in both languages, and what each value may be.

The names and meanings are the promise of `docs/record.md`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Annotated

from pydantic import PrivateAttr

from bulletin.model import words
from bulletin.model.content import AgendaItem, Photo, Section
from bulletin.model.days import Clock, Day, DaysRead
from bulletin.model.fields import Kept, Line, Lines, Loc, Model, Parted, Text, Title, key
from bulletin.model.origin import Origin
from bulletin.model.papers import Licence, OfficialDocument
from bulletin.model.people import Attendance, Guest, Organisation, People, Site
from bulletin.model.results import Award, Decision, Election, Indicator, Rating, Resolution, Task, Vote
from bulletin.vietnamese import dates

LIST_SIGNS = r"[,;]|\svà\s"
"""What parts fixed words that stand on one line."""


class Record(Model):
    """What is known of one conference."""

    title: Title = key("tiêu đề", vi="Tiêu đề của tin", en="Headline")
    subtitle: Line = key("phụ đề", vi="Phụ đề", en="Line below the headline", default="")
    kind: Annotated[tuple[Annotated[str, words.KINDS], ...], Parted(LIST_SIGNS)] = key(
        "loại hội nghị", "loại", vi="Loại hội nghị, một hoặc hai", en="Kind of conference, one or two",
        default=("conference",),
    )  # fmt: skip
    event: Line = key("tên gọi", vi="Từ in cho hội nghị", en="The word printed for it", default="")
    ordinal: Line = key("lần thứ", vi="Lần thứ mấy, khóa nào", en="Which one it is", default="")
    organisation: Organisation | None = key("đơn vị", vi="Đơn vị phát hành", en="Who publishes", default=None)
    host: Lines = key("đơn vị tổ chức", vi="Đơn vị tổ chức", en="Who held it", default=())
    date: DaysRead = key("ngày", vi="Ngày họp, ngày trước tháng sau", en="Day of the conference, day first")
    end_date: Day | None = key("ngày kết thúc", "đến ngày", vi="Ngày kết thúc", en="Last day", default=None)
    time: Clock | None = key("giờ", "giờ bắt đầu", vi="Giờ bắt đầu", en="When it began", default=None)
    end_time: Clock | None = key("giờ kết thúc", vi="Giờ kết thúc", en="When it ended", default=None)
    session: Annotated[str, words.SESSIONS] = key("buổi", vi="Sáng, trưa, chiều, tối", en="Time of day", default="")
    place: Line = key("địa điểm", vi="Địa điểm", en="Where it was held", default="")
    mode: Annotated[str, words.MODES] = key(
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
    sort: Annotated[tuple[Annotated[str, words.SORTABLE], ...], Parted(LIST_SIGNS)] = key(
        "sắp xếp", vi="Danh sách xếp theo tên", en="Lists to be sorted by given name", default=()
    )
    silence: Annotated[tuple[Kept, ...], Parted("[,;]")] = key(
        "bỏ qua", vi="Lời nhắc không cần nữa", en="Warnings not wanted", default=()
    )
    status: Annotated[str, words.STATUSES] = key(
        "trạng thái", vi="Nháp hoặc duyệt", en="Draft or approved", default="draft"
    )
    approved_by: Line = key("người duyệt", vi="Người duyệt", en="Who approved it", default="")
    approved_on: Day | None = key("ngày duyệt", vi="Ngày duyệt", en="When it was approved", default=None)
    scope: Annotated[str, words.SCOPES] = key("phạm vi", vi="Phạm vi phổ biến", en="Who may see it", default="internal")
    secrecy: Annotated[str, words.SECRECY] = key("độ mật", vi="Chỉ: không", en="Only: none", default="none")
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
