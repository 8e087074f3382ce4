"""Photos: captions, descriptions, and whether they have pixels enough for print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bulletin.edition import EDITIONS
from bulletin.messages import N_, say
from bulletin.model import Loc, Photo, Record
from bulletin.proofread.remarks import Pictures, Pixels, Remark
from bulletin.vietnamese.lint import Check
from bulletin.vietnamese.text import fold

NO_CAPTION = Check(
    "no-caption",
    N_("a photo without a caption"),
    "ảnh: anh/quang-canh.jpg",
    "ảnh: có thêm dòng “chú thích: Quang cảnh Hội nghị”",
)
NO_ALT = Check(
    "no-alt",
    N_("a photo without a description for those who cannot see it"),
    "ảnh: chỉ có dòng “chú thích: Quang cảnh Hội nghị”",
    "ảnh: có thêm dòng “mô tả: Hội trường đông người, trên tường treo băng rôn đỏ”",
)
ALT_IS_CAPTION = Check(
    "alt-is-caption",
    N_("a description that only says the caption again"),
    "chú thích: Quang cảnh Hội nghị; mô tả: Quang cảnh Hội nghị",
    "chú thích: Quang cảnh Hội nghị; mô tả: Hội trường đông người, trên tường treo băng rôn đỏ",
)
LOW_RESOLUTION = Check(
    "low-resolution",
    N_("a photo with less than 150 dots an inch at the size at which it is printed"),
    "ảnh rộng 640 điểm, in rộng 174 mm",
    "ảnh rộng 2.048 điểm, in rộng 174 mm",
)

LEAST_DPI = 150
"""Below this a print looks coarse."""
_TALLEST = 0.52
"""A photo takes at most this part of the height of the text."""
_IN_A_ROW = 3
_MM_PER_INCH = 25.4


def photo_remarks(record: Record, pictures: Pictures, widths_mm: Mapping[str, float]) -> Iterator[Remark]:
    """What is missing at photos, or too small.

    Args:
        record: Names the photos.
        pictures: Those that were looked at.
        widths_mm: Widths at which files are printed, as far as they are known; else the usual ones are taken.
    """
    for loc, photo in record.all_photos():
        yield from _words(loc, photo)
        for number, file in enumerate(photo.file):
            if file in pictures:
                width_mm = widths_mm.get(file) or _usual_width_mm(pictures[file], len(photo.file))
                yield from _size((*loc, "file", number), file, pictures[file], width_mm)


def _words(loc: Loc, photo: Photo) -> Iterator[Remark]:
    if not photo.caption:
        cure = say("add a line below it: chú thích: who is seen, doing what")
        yield Remark(NO_CAPTION, loc, say("this photo has no caption"), cure)
    if not photo.alt:
        cure = say("add a line below it: mô tả: what is seen, for those who have it read to them")
        yield Remark(NO_ALT, loc, say("this photo has no description"), cure)
    elif photo.caption and fold(photo.alt) == fold(photo.caption):
        cure = say("say what is seen: who, where, what stands out")
        yield Remark(ALT_IS_CAPTION, (*loc, "alt"), say("the description only says the caption again"), cure)


def _usual_width_mm(picture: Pixels, together: int) -> float:
    """The width of a photo that stands on its own, or in a group, on a page of the standard edition."""
    page = EDITIONS["standard"]
    if together > 1:
        return page.measure_mm / min(together, _IN_A_ROW)
    return min(page.measure_mm, _TALLEST * page.depth_mm * picture.width_px / picture.height_px)


def _size(loc: Loc, file: str, picture: Pixels, width_mm: float) -> Iterator[Remark]:
    dpi = picture.width_px * _MM_PER_INCH / width_mm
    if dpi < LEAST_DPI:
        message = say(
            "“{file}” is too small for print: {dpi} dots an inch at a width of {width} mm, at least {least} are needed",
            file=file, dpi=int(dpi), width=round(width_mm), least=LEAST_DPI,
        )  # fmt: skip
        need = -int(-width_mm / _MM_PER_INCH * LEAST_DPI // 1)
        cure = say("take the original picture, at least {pixels} pixels wide, not one sent through chat", pixels=need)
        yield Remark(LOW_RESOLUTION, loc, message, cure)
