"""What a report is made of: its programme, parts, photos and tables."""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar, Self

from pydantic import BeforeValidator, model_validator
from pydantic_core import PydanticCustomError

from bulletin.model import words
from bulletin.model.fields import Alt, Caption, Heading, Kept, Line, Model, Parted, Reader, Text, key
from bulletin.model.results import Indicator

_CLOCK = r"\d{1,2}\s?(?::\s?\d\d|[hg]\s?(?:\d\d)?|giờ(?:\s\d{1,2}(?:\sphút)?)?)"
_TIMED = re.compile(rf"({_CLOCK}(?:\s?[-–]\s?{_CLOCK})?)\s*(?:[:,.–-]\s*|\s)(\S.*)", re.IGNORECASE)


class AgendaItem(Model):
    """One step of the programme."""

    time: Line = key("giờ", "thời gian", vi="Giờ", en="Time of day", default="")
    item: Line = key("việc", "nội dung", vi="Nội dung", en="What is done", default="")
    who: Line = key("ai", "người", "người thực hiện", vi="Người thực hiện", en="Who does it", default="")

    shown_key: ClassVar[str] = "item"
    line_with_colon: ClassVar[bool] = True
    """`- 8h00: việc` is time and item, not a key with a value."""

    @staticmethod
    def from_line(line: str) -> dict[str, Any]:
        """Read `8h00: what`, `7:30 - 8:00 what`; a line without a time is what is done."""
        found = _TIMED.fullmatch(line)
        return {"time": found[1], "item": found[2]} if found else {"item": line}


_POINT = re.compile(r"\s*(\d{1,3}(?:[.,]\d+)?)\s*%?\s*[,;\s]\s*(\d{1,3}(?:[.,]\d+)?)\s*%?\s*")


def _focus(value: Any) -> Any:
    if isinstance(value, tuple):
        return value
    parts = value if isinstance(value, list) else [value]
    if not all(isinstance(part, str) for part in parts):
        raise PydanticCustomError("not_a_line", "line")
    typed = "; ".join(parts)
    found = _POINT.fullmatch(typed)
    point = tuple(float(part.replace(",", ".")) for part in found.groups()) if found else ()
    if len(point) != 2 or max(point) > 100:
        raise PydanticCustomError("not_a_focus", "focus", {"typed": typed})
    return point


_CREDITED = re.compile(r"(?P<stem>.*?)[\s,;–-]*(?:(?<!\w)Ảnh|\((?P<open>)[Ảả]nh)\s*:\s*(?P<credit>[^:]*[^:\s])\s*")


def _parted_caption(caption: str) -> tuple[str, str]:
    """Caption and credit of `Quang cảnh. Ảnh: X` or `Quang cảnh (ảnh: X)`; the credit is empty when there is none."""
    found = _CREDITED.fullmatch(caption)
    if found is None:
        return caption, ""
    credit = found["credit"].removesuffix(".").rstrip()
    if found["open"] is not None:
        credit = credit.removesuffix(")").rstrip(" .")
    return (found["stem"].rstrip(), credit) if credit else (caption, "")


class Photo(Model):
    """A picture, or several under one caption."""

    file: tuple[Kept, ...] = key(
        "tệp", "tập tin", vi="Tệp ảnh trong thư mục của bản ghi", en="Picture file in the record's folder"
    )
    caption: Caption = key("chú thích", vi="Chú thích", en="Caption", default="")
    alt: Alt = key("mô tả", vi="Mô tả điều nhìn thấy", en="What is seen, for those who cannot see it", default="")
    credit: Line = key("tác giả", "người chụp", vi="Người chụp", en="Who took it", default="")
    consent: Annotated[str, words.CONSENT] = key(
        "đồng ý", vi="Người trong ảnh đồng ý", en="Whether those shown agreed", default=""
    )
    focus: Annotated[tuple[float, float], Parted("[,;]"), BeforeValidator(_focus)] | None = key(
        "tâm điểm", "tiêu điểm", vi="Điểm phải còn trong ảnh khi cắt: x%, y%",
        en="Point that must stay in the picture when it is cropped: x%, y%", default=None,
    )  # fmt: skip
    name: Kept = key("tên", vi="Tên để gọi bằng [ảnh: tên]", en="Name, for [photo: name]", default="")

    from_line: ClassVar[Reader] = lambda line: {"file": [line]}

    @model_validator(mode="before")
    @classmethod
    def _credited(cls, value: Any) -> Any:
        if not isinstance(value, dict) or value.get("credit") or not isinstance(value.get("caption"), str):
            return value
        caption, credit = _parted_caption(value["caption"])
        return value | {"caption": caption, "credit": credit} if credit else value


Cells = Annotated[tuple[Line, ...], Parted(r"\|", blanks=True)]


class Table(Model):
    """A table of the author's own; each row has a cell for each column (`validate` sees to it)."""

    columns: Cells = key("cột", vi="Tên các cột", en="Names of the columns")
    rows: tuple[Cells, ...] = key("hàng", vi="Các hàng", en="The rows")
    caption: Line = key("chú thích", "tên", vi="Tên bảng", en="Title of the table", default="")


class Section(Model):
    """A part of the report, with parts of its own, three levels deep."""

    heading: Heading = key("đề mục", vi="Đề mục", en="Heading", default="")
    text: Text = key("lời", "nội dung", "văn bản", vi="Nội dung", en="Running text", default="")
    photos: tuple[Photo, ...] = key("ảnh", vi="Ảnh", en="Photos", default=())
    indicators: tuple[Indicator, ...] = key("chỉ tiêu", vi="Chỉ tiêu", en="Targets", default=())
    table: Table | None = key("bảng", vi="Bảng", en="A table", default=None)
    sections: tuple[Section, ...] = key("mục", "các mục", "mục con", vi="Các mục con", en="Its parts", default=())

    from_text: ClassVar[Reader] = lambda text: {"text": text}

    @model_validator(mode="after")
    def _not_empty(self) -> Self:
        if not (self.heading or self.text or self.photos or self.indicators or self.table or self.sections):
            raise PydanticCustomError("empty_section", "section")
        return self
