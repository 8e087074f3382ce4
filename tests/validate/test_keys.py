"""Keys that are not known, and what to type instead."""

from __future__ import annotations

import pytest

from bulletin.model import Person, Photo, Rating, Record, Task
from bulletin.validate import keys

from .typed import problems


@pytest.mark.parametrize(
    ("more", "hint"),
    [
        ("phụ đềe: A\n", "did you mean “phụ đề”?"),
        ("chiars: A\n", "did you mean “chairs”?"),
        ("chú thích: A\n", "it belongs below “ảnh”, indented"),
        ("họ tên: A\n", "it belongs below “chủ trì” or “đại biểu” or “thư ký”, indented"),
        ("ảnh:\n  - tệp: a.jpg\n    địa điểm: B\n", "“địa điểm” stands at the left edge"),
        ("ảnh:\n  - tệp: a.jpg\n    ghi chú: B\n", "known here: tệp, chú thích, mô tả, tác giả, đồng ý, tâm điểm, tên"),
        ("hotline: 1900\n", "running text stands below “nội dung”"),
    ],
)
def test_the_cure_of_a_key_that_is_not_known_is_the_nearest_to_it(more: str, hint: str) -> None:
    [problem] = [problem for problem in problems(more) if problem.id == "unknown-key"]
    assert hint in problem.hint


def test_hints_are_in_the_language_of_the_keys() -> None:
    english = "title: A\ndate: 1/1/2024\norganisation: B\nlead: C\n"
    [problem] = problems("photos:\n  - file: a.jpg\n    remark: A\n", english)
    assert problem.hint == "known here: file, caption, alt, credit, consent, focus, name"
    [problem] = problems("hotline: 1900\n", english)
    assert "“sections”" in problem.hint
    [problem] = problems("", "date: 1/1/2024\norganisation: B\nlead: C\n")
    assert "“title” is missing" in problem.message


def test_a_sentence_taken_for_a_key_is_cut_short() -> None:
    [problem] = problems("Phát biểu tại buổi họp chiều nay, đồng chí Bí thư nói: A\n")
    assert "“Phát biểu tại buổi họp chiều nay, đồng c…”" in problem.message


@pytest.mark.parametrize(
    ("typed", "english"),
    [
        ({"title": "", "date": ""}, True), ({"title": "", "ngày": ""}, False), ({"lạ": ""}, False), ({}, False),
        ({"title": "", "lạ": ""}, True),
    ],
)  # fmt: skip
def test_a_record_is_english_when_all_its_known_keys_are(typed: dict[str, object], english: bool) -> None:
    assert keys.are_english(typed) is english


def test_a_misspelt_key_is_near_and_any_other_word_is_not() -> None:
    assert keys.is_near("họ tênn", Person)
    assert keys.is_near("tittles", Person)
    assert not keys.is_near("đồng chí", Person)
    assert not keys.is_near("Bí thư", Person)
    assert not keys.is_near("An", Task), "“hạn” is near by chance"


def test_a_level_with_its_count_is_not_misspelt() -> None:
    assert keys.is_misspelt("mứcc", "HTNV", Rating)
    assert not keys.is_misspelt("mứcc", "2", Rating)
    assert not keys.is_misspelt("Hoàn thành", "hai", Rating)


def test_parts_are_found_by_their_place() -> None:
    assert keys.model_at(("sections", 0, "photos", 2)) is Photo
    assert keys.model_at(("title",)) is Record
    assert keys.name_of(("photos", 0, "caption"), english=False) == "chú thích"
    assert keys.name_of(("photos", 0, "caption"), english=True) == "caption"


@pytest.mark.parametrize(("model", "key"), [(Photo, "tệp"), (Person, "họ tên"), (Rating, "đối tượng")])
def test_the_key_of_an_example_is_the_one_that_must_be_there(model: type[Photo], key: str) -> None:
    assert keys.example_key(model, english=False) == key
