"""People and bodies: who publishes, who chaired, who came, who signs."""

from __future__ import annotations

from typing import Any, ClassVar, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from bulletin.model.fields import Line, Lines, Model, PersonName, Reader, key
from bulletin.vietnamese.people import read_person


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

    shown_key: ClassVar[str] = "name"
    line_with_colon: ClassVar[bool] = True
    """`- Đồng chí: A` is that line, not a key with a value."""

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
        if self.people and not self.side:
            raise PydanticCustomError("no_side", "no side")
        if self.side and not (self.people or self.name or self.titles):
            raise PydanticCustomError("no_people", "no people")
        if not (self.people or self.name or self.titles):
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

    @model_validator(mode="after")
    def _named(self) -> Self:
        if self.chairs and not self.name:
            raise PydanticCustomError("no_site", "no site")
        return self


class Attendance(Model):
    """How many came. Numbers, `33/34`, or words such as `hơn 160`."""

    invited: Line = key("triệu tập", vi="Số triệu tập", en="Number invited", default="")
    present: Line = key("có mặt", vi="Số có mặt", en="Number present", default="")
    excused: Line = key("vắng có lý do", vi="Số vắng có lý do", en="Absent with excuse", default="")
    absent: Line = key("vắng", "vắng không lý do", vi="Số vắng (không lý do)", en="Absent without excuse", default="")
    official: Line = key("chính thức", vi="Đảng viên chính thức", en="Full members", default="")
    probationary: Line = key("dự bị", vi="Đảng viên dự bị", en="Members on probation", default="")
    guests: Line = key("đại biểu", "khách mời", vi="Số đại biểu, khách mời", en="Number of guests", default="")

    shown_key: ClassVar[str] = "present"
    from_line: ClassVar[Reader] = lambda line: {"present": line}


class Signature(Model):
    """Who signs an official document."""

    authority: Line = key("quyền hạn", vi="T/M, K/T …", en="Authority", default="")
    position: Line = key("chức vụ", vi="Chức vụ", en="Position", default="")
    name: PersonName = key("họ tên", "tên", vi="Họ và tên", en="Full name", default="")

    shown_key: ClassVar[str] = "name"
    from_line: ClassVar[Reader] = lambda line: {"name": line}
