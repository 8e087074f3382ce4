from __future__ import annotations

import datetime as dt

import pytest
from pydantic import BaseModel, ValidationError

from bulletin.model.days import Clock, Day, Days, DaysRead


class Calendar(BaseModel):
    days: DaysRead | None = None
    day: Day | None = None
    clock: Clock | None = None


def fault(**typed: object) -> str:
    with pytest.raises(ValidationError) as caught:
        Calendar.model_validate(typed)
    return caught.value.errors()[0]["type"]


@pytest.mark.parametrize("typed", ["2024-06-06", "6/6/2024", "06/06/2024", "6-6-2024", "6.6.2024"])
def test_a_day_is_read_day_first_however_it_is_typed(typed: str) -> None:
    read = Calendar(days=typed, day=typed)  # type: ignore[arg-type]
    assert read.days == Days(dt.date(2024, 6, 6), dt.date(2024, 6, 6))
    assert not read.days.several
    assert read.day == dt.date(2024, 6, 6)


def test_two_days_are_read_where_a_conference_may_have_them_and_nowhere_else() -> None:
    days = Calendar.model_validate({"days": "26-27/9/2025"}).days
    assert days == Days(dt.date(2025, 9, 26), dt.date(2025, 9, 27))
    assert days.several
    assert fault(day="26-27/9/2025") == "not_one_day"


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("29/12/23", "short_year"), ("29-12-23", "short_year"), ("31/4/2025", "no_such_day"),
        ("12/29/2023", "no_such_day"), ("2023-13-05", "no_such_day"), ("29/12", "not_a_date"), ("", "not_a_date"),
        ("hôm nay", "not_a_date"), ("27-26/9/2025", "not_a_date"), (["1/1/2024"], "not_a_line"), ({}, "not_a_line"),
    ],
)  # fmt: skip
def test_what_is_no_date_is_told_by_what_is_wrong_with_it(typed: object, kind: str) -> None:
    assert fault(days=typed) == kind
    assert fault(day=typed) == kind.replace("not_a_date", "not_a_day")


@pytest.mark.parametrize("typed", ["8:30", "8h30", "08g30", "8 giờ 30", "8 giờ 30 phút"])
def test_a_time_of_day_is_read_however_it_is_typed(typed: str) -> None:
    assert Calendar.model_validate({"clock": typed}).clock == dt.time(8, 30)


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("25:00", "not_a_time"), ("chiều", "not_a_time"), ("8h - chiều", "not_a_time"), ("8h-9h30", "not_one_time"),
        ("14:00 – 16:30", "not_one_time"), ("14 giờ đến 16 giờ 30", "not_one_time"), (["8h"], "not_a_line"),
    ],
)  # fmt: skip
def test_what_is_no_time_or_two_is_told(typed: object, kind: str) -> None:
    assert fault(clock=typed) == kind


def test_what_was_read_once_is_taken_as_it_is() -> None:
    once = Calendar.model_validate({"days": "1/2/2024", "day": "1/2/2024", "clock": "8h"})
    assert Calendar.model_validate(once.model_dump(mode="python") | {"days": once.days}) == once
