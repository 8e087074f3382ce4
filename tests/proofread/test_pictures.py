"""Captions, descriptions and sizes of photos."""

from __future__ import annotations

import pytest

from proofread.reader import Picture, told, warn

WORDS = "  chú thích: Quang cảnh Hội nghị\n  mô tả: Hội trường đông người\n"


def test_a_photo_without_words_is_told_twice() -> None:
    assert told("ảnh: a.jpg\n") == [("no-caption", 1), ("no-alt", 1)]


def test_a_photo_with_words_is_passed_in_silence() -> None:
    assert told("ảnh:\n  tệp: a.jpg\n" + WORDS) == []


@pytest.mark.parametrize("alt", ["Quang cảnh Hội nghị", "quang cảnh hội nghị", "Quang  cảnh Hội-nghị"])
def test_a_description_that_is_the_caption_again_is_told(alt: str) -> None:
    text = f"ảnh:\n  tệp: a.jpg\n  chú thích: Quang cảnh Hội nghị\n  mô tả: {alt}\n"
    text += "bỏ qua:\n  - double-space\n  - mixed-capitals\n"
    assert told(text) == [("alt-is-caption", 4)]


def test_photos_of_sections_are_looked_at_too() -> None:
    assert told("nội dung:\n  - lời: Tốt.\n    ảnh:\n      tệp: a.jpg\n      mô tả: Phòng họp\n") == [("no-caption", 4)]


@pytest.mark.parametrize(
    ("picture", "enough"),
    [
        (Picture(1028, 600), True),
        (Picture(1027, 600), False),
        # Upright, a photo is as wide as half the page's height allows.
        (Picture(600, 1600), True),
        (Picture(300, 700), False),
    ],
)
def test_a_photo_needs_150_dots_an_inch_at_its_size(picture: Picture, enough: bool) -> None:
    assert told("ảnh:\n  tệp: a.jpg\n" + WORDS, {"a.jpg": picture}) == ([] if enough else [("low-resolution", 2)])


def test_photos_of_a_group_stand_smaller() -> None:
    group = "ảnh:\n  tệp:\n    - a.jpg\n    - b.jpg\n    - c.jpg\n" + WORDS
    small = Picture(400, 300)
    assert told(group, dict.fromkeys(("a.jpg", "b.jpg", "c.jpg"), small)) == []
    assert told(group, {"b.jpg": Picture(300, 200)}) == [("low-resolution", 4)]


def test_the_width_in_the_layout_counts_where_it_is_known() -> None:
    text, picture = "ảnh:\n  tệp: a.jpg\n" + WORDS, {"a.jpg": Picture(800, 600)}
    assert [problem.id for problem in warn(text, picture)] == ["low-resolution"]
    assert warn(text, picture, widths_mm={"a.jpg": 100.0}) == ()


def test_the_message_says_how_many_pixels_are_needed() -> None:
    (problem,) = warn("ảnh:\n  tệp: a.jpg\n" + WORDS, {"a.jpg": Picture(640, 400)})
    assert "93" in problem.message
    assert "1028" in problem.hint
