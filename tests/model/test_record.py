from __future__ import annotations

import datetime as dt
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from pydantic import ValidationError

from bulletin.model import Origin, Record


def record(**parts: Any) -> Record:
    return Record.model_validate({"title": "A", "date": "1/2/2024", **parts})


def test_a_title_and_a_date_are_enough() -> None:
    made = record()
    assert (made.kind, made.status, made.scope, made.secrecy) == (("conference",), "draft", "internal", "none")
    assert not made.approved


def test_the_last_day_is_the_end_date_or_the_last_of_two_days() -> None:
    assert record().first_day == record().last_day == dt.date(2024, 2, 1)
    assert record(date="26-27/9/2025").last_day == dt.date(2025, 9, 27)
    assert record(end_date="3/2/2024").last_day == dt.date(2024, 2, 3)


@pytest.mark.parametrize(
    ("parts", "session"),
    [({}, ""), ({"time": "8h"}, "sáng"), ({"time": "14h"}, "chiều"), ({"time": "8h", "session": "tối"}, "tối")],
)
def test_the_part_of_the_day_comes_from_the_time_unless_given(parts: dict[str, str], session: str) -> None:
    assert record(**parts).part_of_day == session


def test_the_word_for_the_event_follows_the_kind_unless_given() -> None:
    assert record(kind=["đại hội"]).event_name == "Đại hội"
    assert record(kind=["đại hội"], event="Ngày hội").event_name == "Ngày hội"


def test_a_level_of_secrecy_cannot_be_held() -> None:
    assert record(secrecy="không").secrecy == "none"
    with pytest.raises(ValidationError):
        record(secrecy="mật")


def test_every_photo_is_listed_with_its_place() -> None:
    photo = {"file": ["a.jpg"]}
    parts = [{"text": "A", "photos": [photo], "sections": [{"photos": [photo, photo]}]}]
    assert [loc for loc, _ in record(photos=[photo], sections=parts).all_photos()] == [
        ("sections", 0, "photos", 0),
        ("sections", 0, "sections", 0, "photos", 0),
        ("sections", 0, "sections", 0, "photos", 1),
        ("photos", 0),
    ]


def test_a_record_says_where_it_came_from_and_stays_the_same() -> None:
    origin = Origin(Path("a.yaml"), MappingProxyType({("title",): (3, 5)}))
    made = record().with_origin(origin)
    assert made == record().with_origin(origin)
    assert made.origin.place(("title",)) == (3, 5)
    assert made.origin.place(("chairs", 0)) == (0, 0)
    assert record().origin.path is None


def test_what_was_not_asked_for_is_refused() -> None:
    with pytest.raises(ValidationError):
        record(titel="B")
