"""Figures with and without a zero in front: counts and dates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin.messages import N_
from bulletin.vietnamese.lint.passages import Check, Finding, Paper, Rule
from bulletin.vietnamese.lint.variants import Use, told
from bulletin.vietnamese.text import word_set

_COUNTS = Check(
    "mixed-zero-count",
    N_("counts below ten with and without a zero in front"),
    "Khen thưởng 04 tập thể và 9 cá nhân.",
    "Khen thưởng 04 tập thể và 09 cá nhân.",
)
_DATES = Check(
    "mixed-zero-date",
    N_("dates with and without a zero in front of the day or month"),
    "Từ ngày 05/3/2024 đến ngày 8/3/2024.",
    "Từ ngày 05/3/2024 đến ngày 08/3/2024.",
)

# Spans of time are left out: "04 đồng chí" and "3 năm" stand side by side in faultless reports.
_COUNTED = (
    "đồng chí", "đảng viên", "chi bộ", "đảng bộ", "tổ đảng", "tập thể", "cá nhân", "gia đình", "người", "ý kiến",
    "tham luận", "học sinh", "sinh viên", "giáo viên", "nhà giáo", "cán bộ", "công chức", "viên chức", "công nhân",
    "đoàn viên", "hội viên", "đại biểu", "đơn vị", "phòng", "trường", "hộ", "công trình", "mô hình", "dự án",
    "nhiệm vụ", "nội dung", "chỉ tiêu", "nhóm", "giải pháp", "cuộc", "lượt", "buổi", "văn bản", "nghị quyết",
    "quyết định", "kế hoạch", "phiếu", "đề tài", "sáng kiến", "bài", "suất quà", "phần quà", "giải", "điểm cầu",
    "hội nghị", "lớp", "trường hợp", "vụ việc", "kiến nghị", "xã", "phường", "thôn", "chuyên đề", "quần chúng",
)  # fmt: skip
_COUNT = re.compile(rf"(?<![\w.,/:–-])(0?)[1-9](?=[ \u00a0](?:{'|'.join(_COUNTED)})\b)")
# Trung ương 4 khóa XII, Điều 5 nghị quyết, tháng 3 năm: a number that names rather than counts.
_NAMING = word_set(
    """
    điều khoản điểm quận phường quý lớp tổ khóa khoá số ương thứ bảng chương phần mục đội khu ấp thôn xóm hạng loại cấp
    nhóm bộ tháng ngày năm lúc hình phòng kỳ đợt tiết bài câu biểu lục chỉ nghị vòng giai
    """
)
_INSIDE_NUMBERS = tuple("0123456789/.,-")
_SHORT_DATE = re.compile(r"(\d\d?)([/.-])(0?[1-9]|1[0-2])\2(?:19|20)\d\d(?![\d/])")
_DAY_AND_MONTH = re.compile(r"\b[Nn]gày[ \u00a0](0?[1-9]|[12]\d|3[01])(/)(0?[1-9]|1[0-2])(?![\d/.-])")
_LONG_DATE = re.compile(r"\b[Nn]gày[ \u00a0](0?[1-9])[ \u00a0]tháng[ \u00a0]\d")


def _mixed_counts(paper: Paper) -> Iterator[Finding]:
    uses = []
    for reading in paper.readings:
        for found in _COUNT.finditer(reading.text):
            before = reading.text[max(0, found.start() - 12) : found.start()].split()
            if not before or before[-1].lower().lstrip("(") not in _NAMING:
                form = "04, 05 …" if found[1] else "4, 5 …"
                uses.append(Use(form, reading, *found.span()))
    yield from told(_COUNTS, uses)


def _mixed_dates(paper: Paper) -> Iterator[Finding]:
    days: list[Use] = []
    early: list[Use] = []
    late: list[Use] = []
    long: list[Use] = []
    for reading in paper.readings:
        if "/" not in reading.letters and not {"ngày", "năm"} & reading.where.keys():
            continue
        for pattern in (_SHORT_DATE, _DAY_AND_MONTH):
            for found in pattern.finditer(reading.text):
                day, sign, month = found.groups()
                before = reading.text[max(0, found.start() - 1) : found.start()]
                if not 1 <= int(day) <= 31 or before in _INSIDE_NUMBERS:
                    continue
                if int(day) < 10:
                    form = f"05{sign}…" if day[0] == "0" else f"5{sign}…"
                    days.append(Use(form, reading, *found.span()))
                # Decree 30/2020/NĐ-CP: months 1 and 2 take a zero, the others need none; so they are held apart.
                if int(month) < 3:
                    form = f"…{sign}02" if month[0] == "0" else f"…{sign}2"
                    early.append(Use(form, reading, *found.span()))
                elif int(month) < 10:
                    form = f"…{sign}05" if month[0] == "0" else f"…{sign}5"
                    late.append(Use(form, reading, *found.span()))
        for found in _LONG_DATE.finditer(reading.text):
            form = "ngày 05 tháng …" if found[1][0] == "0" else "ngày 5 tháng …"
            long.append(Use(form, reading, *found.span()))
    for uses in (days, early, late, long):
        yield from told(_DATES, uses)


RULES = (Rule(_COUNTS, _mixed_counts), Rule(_DATES, _mixed_dates))
