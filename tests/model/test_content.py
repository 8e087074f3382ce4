from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from bulletin.model import AgendaItem, Photo, Section


@pytest.mark.parametrize(
    ("line", "time", "item"),
    [
        ("8h00: Khai mạc", "8h00", "Khai mạc"),
        ("8:30 - 9:00: Khai mạc", "8:30 - 9:00", "Khai mạc"),
        ("7h30 – 8h Đón tiếp", "7h30 – 8h", "Đón tiếp"),
        ("14 giờ 30 phút, Thảo luận: tổ 1", "14 giờ 30 phút", "Thảo luận: tổ 1"),
        ("8h00:Khai mạc", "8h00", "Khai mạc"),
        ("Khai mạc", "", "Khai mạc"),
        ("Thảo luận: tổ 1", "", "Thảo luận: tổ 1"),
        ("8h00", "", "8h00"),
        ("12 đại biểu phát biểu", "", "12 đại biểu phát biểu"),
    ],
)
def test_a_line_of_the_programme_is_time_and_item(line: str, time: str, item: str) -> None:
    read = AgendaItem.model_validate(AgendaItem.from_line(line))
    assert (read.time, read.item) == (time, item)


@pytest.mark.parametrize(
    ("typed", "caption", "credit"),
    [
        ("Quang cảnh. Ảnh: Lê Cúc", "Quang cảnh.", "Lê Cúc"),
        ("Quang cảnh - Ảnh: Lê Cúc.", "Quang cảnh", "Lê Cúc"),
        ("Quang cảnh (ảnh: Lê Cúc)", "Quang cảnh", "Lê Cúc"),
        ("Quang cảnh (Ảnh: Lê Cúc (TTXVN)).", "Quang cảnh", "Lê Cúc (TTXVN)"),
        ("Quang cảnh. Ảnh: Lê Cúc (TTXVN)", "Quang cảnh.", "Lê Cúc (TTXVN)"),
        ("Ảnh: Lê Cúc", "", "Lê Cúc"),
        ("Một số hình ảnh: lễ khai mạc", "Một số hình ảnh: lễ khai mạc", ""),
        ("Ảnh chụp lúc 8:30", "Ảnh chụp lúc 8:30", ""),
        ("Ảnh: ", "Ảnh:", ""),
    ],
)
def test_the_credit_at_the_end_of_a_caption_is_read(typed: str, caption: str, credit: str) -> None:
    photo = Photo.model_validate({"file": ["a.jpg"], "caption": typed})
    assert (photo.caption, photo.credit) == (caption, credit)


def test_a_caption_is_left_alone_when_the_credit_is_given() -> None:
    photo = Photo.model_validate({"file": ["a.jpg"], "caption": "Quang cảnh. Ảnh: A", "credit": "B"})
    assert (photo.caption, photo.credit) == ("Quang cảnh. Ảnh: A", "B")


@pytest.mark.parametrize(
    "typed", ["50%, 30%", "50%,30%", "50, 30", "50 30", "50,0%; 30%", ["50%", "30%"], ["50", "30,0"]]
)
def test_the_focus_is_two_numbers_however_they_are_typed(typed: object) -> None:
    assert Photo.model_validate({"file": ["a.jpg"], "focus": typed}).focus == (50.0, 30.0)


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("giữa", "not_a_focus"), ("50%", "not_a_focus"), ("150%, 30%", "not_a_focus"), ("-5%, 3%", "not_a_focus"),
        (["50", "30", "20"], "not_a_focus"), ([["50"], "30"], "not_a_line"), ({"x": "50"}, "not_a_line"),
    ],
)  # fmt: skip
def test_another_focus_is_told_at_its_own_place(typed: object, kind: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Photo.model_validate({"file": ["a.jpg"], "focus": typed})
    [error] = caught.value.errors()
    assert (error["type"], error["loc"]) == (kind, ("focus",))


@pytest.mark.parametrize("typed", ["có", "đồng ý", "đã đồng ý", "yes", "true", "CO"])
def test_consent_is_read_in_the_words_that_clerks_use(typed: str) -> None:
    assert Photo.model_validate({"file": ["a.jpg"], "consent": typed}).consent == "yes"


@pytest.mark.parametrize(
    "typed",
    [
        {"heading": "A"}, {"text": "A"}, {"photos": [{"file": ["a.jpg"]}]}, {"indicators": [{"name": "A"}]},
        {"table": {"columns": ["A"], "rows": [["1"]]}}, {"sections": [{"text": "A"}]},
    ],
)  # fmt: skip
def test_a_part_needs_any_one_thing(typed: dict[str, Any]) -> None:
    assert Section.model_validate(typed)


def test_a_part_with_nothing_in_it_is_told() -> None:
    with pytest.raises(ValidationError) as caught:
        Section.model_validate({"heading": "", "text": ""})
    assert caught.value.errors()[0]["type"] == "empty_section"
