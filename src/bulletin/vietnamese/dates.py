"""Dates and times of day: read in every form that clerks type, written in the forms of official papers."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from bulletin.vietnamese.text import nfc

WEEKDAYS: Final = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")

SESSIONS: Final = ((11, "sáng"), (13, "trưa"), (18, "chiều"), (24, "tối"))
"""Hour before which each part of the day ends, and its name; a clerk may say otherwise."""

_ISO = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")
_DAY = r"(?:ngày )?(?P<day>[0-9]{1,2})"
_MONTH = r"(?P<month>[0-9]{1,2})"
_YEAR = r"(?P<year>[12][0-9]{3})"
_DATE = re.compile(rf"{_DAY}(?P<sign>[-/.]){_MONTH}(?P=sign){_YEAR}")
_WORDS = re.compile(rf"{_DAY} tháng {_MONTH} năm {_YEAR}")
_DAY_ALONE = re.compile(_DAY)
_DAY_MONTH = re.compile(rf"{_DAY}(?P<sign>[/.]){_MONTH}")
_DAY_MONTH_WORDS = re.compile(rf"{_DAY} tháng {_MONTH}")
_UNTIL = re.compile(r" ?[–—] ?| - | đến | và |(?<=[0-9]) ?- ?(?=[0-9])")

_TIME = re.compile(
    r"(?P<hour>[0-9]{1,2}) ?(?:: ?(?P<m1>[0-9]{2})|[hg] ?(?:(?P<m2>[0-9]{2}) ?(?:phút|['\u2032p])?)?"
    r"|giờ ?(?:(?P<m3>[0-9]{1,2}) ?(?:phút)?)?)"
)


def read_dates(text: str) -> tuple[dt.date, dt.date | None] | None:
    """Read one date or a span of two: `29/12/2023`, `2023-12-29`, `ngày 05 tháng 3 năm 2025`, `26-27/9/2025`.

    The day always stands first (but in ISO's form), and nothing is guessed: a year has four digits.

    Returns:
        First and last day, the latter None for one day; None for anything that is no date, such as 31/4/2025 or a
        span that does not go forward.
    """
    line = " ".join(nfc(text).lower().split())
    if day := _read_date(line):
        return day, None
    for until in _UNTIL.finditer(line):
        last = _read_date(line[until.end() :])
        first = _read_first(line[: until.start()].removeprefix("từ "), last) if last else None
        if first and last and first < last:
            return first, last
    return None


def short_date(date: dt.date) -> str:
    """Write a date in figures, such as `29/12/2023` or `05/3/2020`.

    References:
        Decree 30/2020/NĐ-CP, Appendix I, and Guidance 05-HD/VPTW: days below 10 and months 1 and 2 take a zero.
    """
    return f"{date.day:02d}/{_month(date)}/{date.year}"


def long_date(date: dt.date) -> str:
    """Write a date in full, such as "ngày 05 tháng 3 năm 2025".

    References:
        As `short_date`.
    """
    return f"ngày {date.day:02d} tháng {_month(date)} năm {date.year}"


def date_span(first: dt.date, last: dt.date | None) -> str:
    """Write one day or two in figures: `29/12/2023`, `26-27/9/2025`, `30/9 - 01/10/2025`, `31/12/2025 - 02/01/2026`."""
    if last is None or last == first:
        return short_date(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day:02d}-{short_date(last)}"
    start = f"{first.day:02d}/{_month(first)}" if first.year == last.year else short_date(first)
    return f"{start} - {short_date(last)}"


def weekday(date: dt.date) -> str:
    """The day of the week, such as `thứ Sáu`."""
    return WEEKDAYS[date.weekday()]


def read_time(text: str) -> dt.time | None:
    """Read a time of day: `14:00`, `8h30`, `8g30`, `14h`, `14 giờ`, `14 giờ 30`, `14 giờ 00 phút`; or None."""
    match = _TIME.fullmatch(" ".join(nfc(text).lower().split()))
    if match is None:
        return None
    hour, minute = int(match["hour"]), int(match["m1"] or match["m2"] or match["m3"] or 0)
    return dt.time(hour, minute) if hour < 24 and minute < 60 else None


def write_time(time: dt.time) -> str:
    """Write a time of day, such as `08 giờ 00`."""
    return f"{time.hour:02d} giờ {time.minute:02d}"


def session(time: dt.time) -> str:
    """The part of the day: sáng, trưa, chiều or tối."""
    return next(name for end, name in SESSIONS if time.hour < end)


def _month(date: dt.date) -> str:
    # From March on no digit put in front makes another month, so a zero guards nothing.
    return f"{date.month:02d}" if date.month < 3 else str(date.month)


def _read_date(text: str) -> dt.date | None:
    match = _DATE.fullmatch(text) or _WORDS.fullmatch(text) or _ISO.fullmatch(text)
    return _date(int(match["year"]), int(match["month"]), int(match["day"])) if match else None


def _read_first(text: str, last: dt.date) -> dt.date | None:
    """Read the first day of a span, which may leave to the last what both share."""
    if match := _DAY_ALONE.fullmatch(text):
        return _date(last.year, last.month, int(match["day"]))
    if match := _DAY_MONTH.fullmatch(text) or _DAY_MONTH_WORDS.fullmatch(text):
        return _date(last.year, int(match["month"]), int(match["day"]))
    return _read_date(text)


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
