from __future__ import annotations

import datetime as dt
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin.vietnamese.dates import (
    date_span,
    long_date,
    read_dates,
    read_time,
    session,
    short_date,
    weekday,
    write_time,
)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2023-12-29", "2023-12-29", None),
        ("29/12/2023", "2023-12-29", None),
        ("6/6/2024", "2024-06-06", None),
        ("5/3/2025", "2025-03-05", None),
        ("7-4-2015", "2015-04-07", None),
        ("16.5.2020", "2020-05-16", None),
        ("29/02/2024", "2024-02-29", None),
        ("ngày 29/12/2023", "2023-12-29", None),
        ("ngày 05 tháng 3 năm 2025", "2025-03-05", None),
        ("Ngày  05 tháng 03 năm 2025 ", "2025-03-05", None),
        ("5 tháng 3 năm 2025", "2025-03-05", None),
        ("26-27/9/2025", "2025-09-26", "2025-09-27"),
        ("26 - 27/9/2025", "2025-09-26", "2025-09-27"),
        ("26–27.9.2025", "2025-09-26", "2025-09-27"),
        ("26 và 27/9/2025", "2025-09-26", "2025-09-27"),
        ("26-27-9-2025", "2025-09-26", "2025-09-27"),
        ("30/9-01/10/2025", "2025-09-30", "2025-10-01"),
        ("30/9/2025 - 01/10/2025", "2025-09-30", "2025-10-01"),
        ("31/12/2025-02/01/2026", "2025-12-31", "2026-01-02"),
        ("7-4-2015 - 9-4-2015", "2015-04-07", "2015-04-09"),
        ("2025-09-26 - 2025-09-27", "2025-09-26", "2025-09-27"),
        ("từ ngày 26 đến ngày 27/9/2025", "2025-09-26", "2025-09-27"),
        ("ngày 26 và 27 tháng 9 năm 2025", "2025-09-26", "2025-09-27"),
        ("30 tháng 9 - 01 tháng 10 năm 2025", "2025-09-30", "2025-10-01"),
    ],
)
def test_dates_are_read_with_the_day_first(typed: str, first: str, last: str | None) -> None:
    wanted = (day(first), day(last) if last else None)
    assert read_dates(typed) == wanted
    assert read_dates(unicodedata.normalize("NFD", typed)) == wanted


@pytest.mark.parametrize(
    "typed",
    [
        "", "hôm qua", "2023", "12/2023", "31/4/2025", "29/02/2023", "2025-13-05", "12/29/2023", "00/01/2024",
        "29/12/23", "29/12-2023",
        "2023/12/29", "27-26/9/2025", "27-27/9/2025", "31-32/12/2025", "30/12-02/01/2026", "2023-12-29-30",
        "29/12/20233", "٢٩/12/2023",
        "29/12/2023 14:00", "thứ Sáu", "1/1/0001",
    ],
)  # fmt: skip
def test_what_is_no_date_is_not_guessed_at(typed: str) -> None:
    assert read_dates(typed) is None


@pytest.mark.parametrize(
    ("date", "short", "long"),
    [
        ("2020-03-05", "05/3/2020", "ngày 05 tháng 3 năm 2020"),
        ("2026-02-03", "03/02/2026", "ngày 03 tháng 02 năm 2026"),
        ("2024-01-15", "15/01/2024", "ngày 15 tháng 01 năm 2024"),
        ("2026-05-27", "27/5/2026", "ngày 27 tháng 5 năm 2026"),
        ("2023-12-29", "29/12/2023", "ngày 29 tháng 12 năm 2023"),
    ],
)
def test_days_below_ten_and_months_one_and_two_take_a_zero(date: str, short: str, long: str) -> None:
    assert short_date(day(date)) == short
    assert long_date(day(date)) == long


@pytest.mark.parametrize(
    ("first", "last", "written"),
    [
        ("2023-12-29", None, "29/12/2023"),
        ("2023-12-29", "2023-12-29", "29/12/2023"),
        ("2025-09-05", "2025-09-07", "05-07/9/2025"),
        ("2025-09-30", "2025-10-01", "30/9 - 01/10/2025"),
        ("2025-12-31", "2026-01-02", "31/12/2025 - 02/01/2026"),
        ("2025-09-26", "2026-09-26", "26/9/2025 - 26/9/2026"),
    ],
)
def test_a_span_says_once_what_both_days_share(first: str, last: str | None, written: str) -> None:
    assert date_span(day(first), day(last) if last else None) == written


_DATES = st.dates(dt.date(1930, 1, 1), dt.date(2199, 12, 31))


@settings(derandomize=True, deadline=None)
@given(_DATES, _DATES)
def test_what_is_written_is_read_again(one: dt.date, other: dt.date) -> None:
    assert read_dates(short_date(one)) == read_dates(long_date(one)) == read_dates(one.isoformat()) == (one, None)
    first, last = sorted((one, other))
    assert read_dates(date_span(first, last)) == (first, last if last != first else None)


@settings(derandomize=True, deadline=None)
@given(st.text(alphabet="0123456789/-. –ngàytháănmđế", max_size=24))
def test_any_text_is_read_or_not_without_an_error(text: str) -> None:
    found = read_dates(text)
    assert found is None or found[1] is None or found[0] < found[1]


def test_a_long_row_of_dashes_is_soon_refused() -> None:
    assert read_dates("1 - " * 5000) is None


def test_weekdays_are_those_of_the_calendar() -> None:
    assert weekday(day("2023-12-29")) == "thứ Sáu"
    week = [weekday(day("2024-01-01") + dt.timedelta(days=offset)) for offset in range(7)]
    assert week == ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"]


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("14:00", "14 giờ 00"),
        ("8h30", "08 giờ 30"),
        ("8g30", "08 giờ 30"),
        ("14h", "14 giờ 00"),
        ("14h30'", "14 giờ 30"),
        ("14 giờ", "14 giờ 00"),
        ("14 giờ 00 phút", "14 giờ 00"),
        ("14 GIỜ 30", "14 giờ 30"),
        ("8 giờ 5 phút", "08 giờ 05"),
        ("00:00", "00 giờ 00"),
        ("14 gio\u031b\u0300 30", "14 giờ 30"),
    ],
)
def test_times_are_read_and_written(typed: str, written: str) -> None:
    time = read_time(typed)
    assert time is not None
    assert write_time(time) == written
    assert read_time(write_time(time)) == time


@pytest.mark.parametrize(
    "typed", ["", "8", "24:00", "14:60", "14:5", "8h5", "14h30m20", "8:30 sáng", "sáng", "-1:00", "14.30"]
)
def test_what_is_no_time_is_not_guessed_at(typed: str) -> None:
    assert read_time(typed) is None


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        ("00:00", "sáng"), ("10:59", "sáng"), ("11:00", "trưa"), ("12:59", "trưa"), ("13:00", "chiều"), ("17:59",
        "chiều"),
        ("18:00", "tối"), ("23:59", "tối"),
    ],
)  # fmt: skip
def test_the_day_has_four_parts(typed: str, part: str) -> None:
    assert session(dt.time.fromisoformat(typed)) == part
