from __future__ import annotations

import pickle
import unicodedata

import pytest

from bulletin.load import Loc, Mark

from .reading import read

TEXT = """\
title: Hội nghị viên chức
đơn vị:
  tên: "Chi bộ 2"
chairs:
  - Đồng chí: A
  - họ tên: B
    chức vụ:
text: |
  Dòng một

    Dòng hai  có
fold: >
  một
  hai
long: một
  hai ba
q: 'it''s  x'
esc: "a\\tb\\u00e2c"
list: [x, {y: z}]
"""


@pytest.mark.parametrize(
    ("loc", "value", "key"),
    [
        ((), Mark(1, 1), Mark(1, 1)),
        (("title",), Mark(1, 8), Mark(1, 1)),
        (("đơn vị",), Mark(3, 3), Mark(2, 1)),
        (("đơn vị", "tên"), Mark(3, 8), Mark(3, 3)),
        (("chairs", 0), Mark(5, 5), Mark(5, 5)),
        (("chairs", 1, "chức vụ"), Mark(7, 13), Mark(7, 5)),
        (("text",), Mark(8, 7), Mark(8, 1)),
        (("list", 1, "y"), Mark(19, 15), Mark(19, 12)),
        (("chairs", 1, "không có"), Mark(6, 5), Mark(6, 5)),
        (("không", "có"), Mark(1, 1), Mark(1, 1)),
    ],
)
def test_each_value_and_key_has_its_place(loc: Loc, value: Mark, key: Mark) -> None:
    source = read(TEXT)
    assert source.problems == ()
    assert (source.value_mark(loc), source.key_mark(loc)) == (value, key)


@pytest.mark.parametrize("key", ["title", "text", "fold", "long", "q", "esc"])
def test_each_character_of_a_text_has_its_place(key: str) -> None:
    source = read(TEXT)
    for offset, letter in enumerate(source.data[key]):
        mark = source.place((key,), offset)
        if not letter.isspace() and letter != "â":
            assert source.line(mark.line)[mark.column - 1] == letter


@pytest.mark.parametrize(
    ("loc", "offset", "wanted"),
    [
        (("text",), 0, Mark(9, 3)),
        (("text",), 8, Mark(9, 11)),
        (("text",), 10, Mark(11, 3)),
        (("text",), 21, Mark(11, 14)),
        (("text",), 999, Mark(11, 17)),
        (("fold",), 4, Mark(14, 3)),
        (("long",), 4, Mark(16, 3)),
        (("q",), 3, Mark(17, 9)),
        (("q",), 5, Mark(17, 11)),
        (("esc",), 1, Mark(18, 8)),
        (("esc",), 2, Mark(18, 10)),
        (("esc",), 4, Mark(18, 17)),
        (("đơn vị", "tên"), 4, Mark(3, 13)),
        (("title",), -5, Mark(1, 8)),
        (("list",), 3, Mark(19, 7)),
        (("chairs", 1, "chức vụ"), 0, Mark(7, 13)),
        (("chairs", 1, "không có"), 3, Mark(6, 5)),
        (("không có",), 3, Mark(1, 1)),
    ],
)
def test_a_place_is_told_for_blanks_escapes_and_beyond_too(loc: Loc, offset: int, wanted: Mark) -> None:
    assert read(TEXT).place(loc, offset) == wanted


def test_the_lines_of_a_text_in_double_quotes_are_told_right() -> None:
    source = read('a: "một\n  hai\n\n  ba \\\n  bốn"\n')
    assert source.data["a"] == "một hai\nba bốn"
    marks = [source.place(("a",), source.data["a"].index(word)) for word in ("một", "hai", "ba", "bốn")]
    assert marks == [Mark(1, 5), Mark(2, 3), Mark(4, 3), Mark(5, 3)]


def test_places_are_those_of_the_file_as_it_stands() -> None:
    text = unicodedata.normalize("NFD", "tiêu đề: Hội nghị tổng kết\n")
    source = read(text)
    mark = source.place(("tiêu đề",), "Hội nghị tổng kết".index("kết"))
    assert text[mark.column - 1] == "k"
    assert source.line(1) == text.rstrip("\n")


def test_places_on_a_mended_line_are_those_of_the_line_before() -> None:
    source = read("a: b: c\nd:e: f\ng: x\ty: 'z\n")
    assert source.data == {"a": "b: c", "d": "e: f", "g": "x y: 'z"}
    assert source.place(("a",), 3) == Mark(1, 7)
    assert source.place(("d",), 3) == Mark(2, 6)
    assert source.place(("g",), 2) == Mark(3, 6)


@pytest.mark.parametrize(
    ("loc", "wanted"),
    [
        (("chairs", 0), "Đồng chí: A"),
        (("chairs", 0, "Đồng chí"), "A"),
        (("chairs", 1), "họ tên: B\n    chức vụ:"),
        (("chairs", 1, "chức vụ"), ""),
        (("đơn vị", "tên"), '"Chi bộ 2"'),
        (("text",), "|\n  Dòng một\n\n    Dòng hai  có"),
        (("list", 1), "{y: z}"),
        (("long",), "một\n  hai ba"),
    ],
)
def test_a_value_can_be_had_as_it_stands_in_the_file(loc: Loc, wanted: str) -> None:
    assert read(TEXT).raw(loc) == wanted


def test_a_one_line_item_can_be_read_back_as_the_line_it_was() -> None:
    source = read('a:\n  - 8h00: khai mạc  \n  - Gồm:\n  - "A": b\n')
    assert [source.raw(("a", index)) for index in range(3)] == ["8h00: khai mạc", "Gồm:", '"A": b']


def test_what_is_had_of_a_mended_line_is_what_stood_there() -> None:
    assert read("a:\n  - Đồng chí: A: B\n").raw(("a", 0)) == "Đồng chí: A: B"


def test_lines_are_counted_from_one() -> None:
    source = read("a: b\nc: d")
    assert [source.line(number) for number in (0, 1, 2, 3)] == ["", "a: b", "c: d", ""]


def test_a_source_can_be_sent_to_another_process() -> None:
    source = pickle.loads(pickle.dumps(read(TEXT)))
    assert source.value_mark(("title",)) == Mark(1, 8)
