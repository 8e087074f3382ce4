from __future__ import annotations

from typing import Any

import pytest

from bulletin.model import Record
from bulletin.model.placing import Naming, photo_marks


def record(**parts: Any) -> Record:
    return Record.model_validate({"title": "A", "date": "1/1/2024", **parts})


def photos(*files: str) -> list[dict[str, Any]]:
    return [{"file": [file]} for file in files]


@pytest.mark.parametrize(
    "called", ["quang cảnh", "Quang-Canh", "quang-canh", "quang-canh.jpg", "anh/quang-canh.jpg", "2"]
)
def test_a_photo_is_called_by_its_name_its_file_or_its_number(called: str) -> None:
    [mark] = photo_marks(record(lead=f"[ảnh: {called}]", photos=photos("a.jpg", "anh/quang-canh.jpg")))
    assert (mark.text, mark.row, mark.called, mark.photo) == (("lead",), 0, called, ("photos", 1))


def test_a_name_goes_before_a_file_and_a_file_before_a_number() -> None:
    listed = [{"file": ["2.jpg"]}, {"file": ["b.jpg"], "name": "1"}, {"file": ["c.jpg"]}]
    marks = photo_marks(record(lead="[ảnh: 1]\n[ảnh: 2]\n[ảnh: 3]", photos=listed))
    assert [mark.photo for mark in marks] == [("photos", 1), ("photos", 0), ("photos", 2)]


def test_any_file_of_a_group_calls_the_group() -> None:
    [mark] = photo_marks(record(lead="[ảnh: b]", photos=[{"file": ["a.jpg", "b.jpg"]}]))
    assert mark.photo == ("photos", 0)


def test_the_nearest_of_several_of_one_name_is_meant() -> None:
    inner = {"text": "[ảnh: a]", "photos": photos("x/a.jpg")}
    outer = {"text": "[ảnh: a]", "photos": photos("y/a.jpg"), "sections": [inner, {"text": "[ảnh: a]"}]}
    marks = photo_marks(record(sections=[outer, {"text": "[ảnh: a]"}], photos=photos("z/a.jpg")))
    assert [mark.photo for mark in marks] == [
        ("sections", 0, "photos", 0),
        ("sections", 0, "sections", 0, "photos", 0),
        ("sections", 0, "photos", 0),
        ("photos", 0),
    ]


def test_two_equally_near_of_one_name_are_both_found_and_none_is_meant() -> None:
    [mark] = photo_marks(record(lead="[ảnh: a]", photos=photos("x/a.jpg", "y/a.png")))
    assert mark.found == (("photos", 0), ("photos", 1))
    assert mark.photo is None


def test_a_photo_of_another_part_is_found_by_its_name() -> None:
    parts = [{"text": "A", "photos": photos("a.jpg")}, {"text": "[ảnh: a]"}]
    [mark] = photo_marks(record(sections=parts))
    assert mark.photo == ("sections", 0, "photos", 0)


def test_numbers_count_the_photos_of_the_nearest_part_that_has_any() -> None:
    parts = [
        {"text": "[ảnh: 1]", "photos": photos("a.jpg"), "sections": [{"text": "[ảnh: 1]\n[ảnh: 2]"}]},
        {"text": "[ảnh: 1]"},
    ]
    marks = photo_marks(record(sections=parts, photos=photos("b.jpg")))
    own = ("sections", 0, "photos", 0)
    assert [mark.photo for mark in marks] == [own, own, None, ("photos", 0)]


@pytest.mark.parametrize("called", ["9", "0", "x", "²"])
def test_what_calls_no_photo_means_none(called: str) -> None:
    [mark] = photo_marks(record(lead=f"[ảnh: {called}]", photos=photos("a.jpg")))
    assert mark.found == ()


def test_photos_are_listed_by_what_a_clerk_would_call_them() -> None:
    listed = [{"file": ["anh/a.jpg", "anh/b.jpg"]}, {"file": ["c.jpg"], "name": "Trao quà"}]
    assert Naming(record(lead="A", photos=listed)).names == ["a", "Trao quà"]
