"""Statements that the calendar contradicts: the year of a title, bodies that have ended."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from bulletin.messages import N_, say
from bulletin.vietnamese.lint.passages import Check, Finding, Paper, Rule
from bulletin.vietnamese.text import word_set

_TITLE_YEAR = Check(
    "title-year",
    N_("a year in the title that does not fit the day of the conference"),
    "Chi bộ tổng kết công tác năm 2021 (ngày: 29/12/2023)",
    "Chi bộ tổng kết công tác năm 2023 (ngày: 29/12/2023)",
)
_ENDED = Check(
    "ended-body",
    N_("a body that ended on 01/7/2025 or shortly before, in a later record"),
    "Đồng chí Phó Bí thư Huyện ủy phát biểu. (ngày: 15/9/2025)",
    "Đồng chí Phó Bí thư Đảng ủy xã phát biểu. (ngày: 15/9/2025)",
)

# Of a span such as 2025 - 2030 and of a school year neither year counts.
_YEAR = re.compile(
    r"\b(?:năm|tháng \d{1,2}|quý [IV]+|\d{1,2}/\d{1,2}|\d{1,2})[ /]((?:19|20)\d\d)(?![\d-])(?!\s?[-–]\s?\d)",
    re.IGNORECASE,
)
# Words around a year that make it part of something else: a law, a span, a goal, a school year, an anniversary.
_CITED = re.compile(
    r"luật|hiến pháp|nghị quyết|nghị định|chỉ thị|quy định|quyết định|kết luận|thông tư|chương trình|đề án|chiến lược"
    r"|giai đoạn|nhiệm kỳ|từ năm|đến năm|trước năm|sau năm|năm học|khóa|khoá|kỷ niệm|tầm nhìn|truyền thống|thành lập"
    r"|ngày sinh",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"kế hoạch|phương hướng|nhiệm vụ|dự toán|chuẩn bị|triển khai|chào mừng|giao ước|đón", re.IGNORECASE
)
_CITED_WITHIN = 45
_LAST_MONTH_OF_REVIEW = 4
"""Up to this month a conference may look back on the year before."""
_FIRST_MONTH_OF_PLANS = 9
"""From this month on a conference may be about the next year."""
_FARTHEST = 15
"""Years farther away than this are history, not slips."""

ENDED_ON = dt.date(2025, 7, 1)
"""Two-level local government began; Party bodies by Hướng dẫn 31-HD/BTCTW of 23/4/2025."""
_BODIES = re.compile(
    r"\b(?:"
    r"(?:huyện|quận|thị)[ \u00a0](?:ủy|uỷ)|(?:UBND|HĐND|UBMTTQ|ủy ban nhân dân|uỷ ban nhân dân|hội đồng nhân dân)"
    r"[ \u00a0](?:huyện|quận|thị xã)|huyện đoàn|quận đoàn|(?:đảng bộ|đảng ủy|đảng uỷ)[ \u00a0](?:huyện|quận|khối)"
    r"|đảng đoàn|ban cán sự đảng|ban dân vận|ban tuyên giáo(?! và dân vận)"
    r"|phòng (?:giáo dục và đào tạo|GD&ĐT|GDĐT|nội vụ|tư pháp) (?:huyện|quận|thị xã)"
    r")\b",
    re.IGNORECASE,
)
_BODY_WORDS = word_set("huyện quận thị khối đoàn cán dân tuyên phòng")
_PAST = re.compile(
    r"\bnguyên\b|\bcựu\b|\bcũ\b|trước đây|trước kia|trước khi|trước ngày|kết thúc hoạt động|chấm dứt|giải thể|sáp nhập"
    r"|hợp nhất|tiền thân|nhiệm kỳ 20[012]\d|giai đoạn 20[012]\d|năm (?:19|20[01])\d|năm 202[0-4]|/202[0-4]|lịch sử",
    re.IGNORECASE,
)  # fmt: skip
_SENTENCE = 400
"""Characters on either side in which a sentence is looked for."""
_SENTENCE_ENDS = re.compile(r"[.!?](?=\s|$)|\n")


def _title_years(paper: Paper) -> Iterator[Finding]:
    if paper.date is None:
        return
    for reading in paper.of("title"):
        years = list(_YEAR.finditer(reading.text))
        if any(int(found[1]) == paper.date.year for found in years):
            continue
        for found in years:
            if not _fits(reading.text, found, paper.date):
                message = say(
                    "the title says {year}, the conference was on {date}",
                    year=found[1], date=f"{paper.date.day:02d}/{paper.date.month}/{paper.date.year}",
                )  # fmt: skip
                cure = say("put right the year in the title, or the date")
                yield reading.finding(_TITLE_YEAR, found.start(1), found.end(1), message, cure)


def _fits(title: str, found: re.Match[str], date: dt.date) -> bool:
    away = int(found[1]) - date.year
    if abs(away) > _FARTHEST or _CITED.search(title, max(0, found.start() - _CITED_WITHIN), found.end()):
        return True
    if away == -1:
        return date.month <= _LAST_MONTH_OF_REVIEW
    if away == 1:
        return date.month >= _FIRST_MONTH_OF_PLANS or _PLANNED.search(title) is not None
    return False


def _ended_bodies(paper: Paper) -> Iterator[Finding]:
    if paper.date is None or paper.date < ENDED_ON:
        return
    for reading in paper.readings:
        if _BODY_WORDS.isdisjoint(reading.where):
            continue
        told = set()
        for found in _BODIES.finditer(reading.text):
            body = found[0].lower()
            if body not in told and not _PAST.search(_sentence(reading.text, found.start())):
                told.add(body)
                message = say("“{body}” ended on 01/7/2025 or before; the record is of a later day", body=found[0])
                cure = say("write what it is now; for the past, say so: “nguyên”, “trước đây”")
                yield reading.finding(_ENDED, found.start(), found.end(), message, cure)


def _sentence(text: str, place: int) -> str:
    """The sentence around a place, or as much of it as matters."""
    before = text[max(0, place - _SENTENCE) : place]
    start = max((end.end() for end in _SENTENCE_ENDS.finditer(before)), default=0)
    behind = text[place : place + _SENTENCE]
    end = _SENTENCE_ENDS.search(behind)
    return before[start:] + (behind[: end.end()] if end else behind)


RULES = (Rule(_TITLE_YEAR, _title_years), Rule(_ENDED, _ended_bodies))
