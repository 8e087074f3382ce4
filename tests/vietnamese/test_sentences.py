from __future__ import annotations

import pytest
from hypothesis import given, settings

from bulletin.vietnamese.sentences import sentences
from vietnamese.letters import lines


@pytest.mark.parametrize(
    "text",
    [
        "Năm 2023. | Trong đó có 5 chi bộ.",
        "Tốt lắm! | Vì sao? | Rồi… | Hết.",
        "Ông nói: “Làm ngay.” | Mọi người nhất trí.",
        "Đạt 98. | Năm sau đạt 99.",
        "Và v.v. | Hết.",
        "Chờ đợi... | Kết quả đến.",
        "Xong. | “Dân vận khéo” thành công.",
        "Xong. | 5 chi bộ tham gia.",
        "Xong. | (Ảnh kèm theo)",
    ],
)
def test_a_paragraph_is_split_where_a_sentence_ends(text: str) -> None:
    parts = tuple(text.split(" | "))
    assert sentences(text.replace(" | ", " ")) == parts


@pytest.mark.parametrize(
    "text",
    [
        "Họp tại TP. Hồ Chí Minh",
        "Có TS. Lê An và PGS.TS. Trần Hòa, ThS. Bình",
        "1. Kết quả năm 2023",
        "1.2. Kết quả",
        "a. Kết quả",
        "I. Kết quả",
        "III. Kết quả",
        "Bà N. V. An dự",
        "Đạt 98.5 và 1.234.567 đồng",
        "tỷ lệ v.v. và các mục khác",
        "Xem trang so.vn của Sở",
        "Ở P. 5, Q. Bình Thạnh",
        "rồi... thôi",
    ],
)
def test_a_stop_that_ends_no_sentence_splits_nothing(text: str) -> None:
    assert sentences(text) == (text,)


def test_a_number_opens_a_later_sentence_too() -> None:
    assert sentences("1. Một. 2. Hai.") == ("1. Một.", "2. Hai.")


def test_nothing_has_no_sentences() -> None:
    assert sentences(" \n ") == ()


@settings(derandomize=True, deadline=None)
@given(lines)
def test_sentences_together_are_the_paragraph(line: str) -> None:
    assert "".join("".join(sentences(line)).split()) == "".join(line.split())


@pytest.mark.parametrize(
    "text", ["." * 20_000, ".)" * 10_000, '."' + " " * 20_000, "a. " * 7_000, "(" * 20_000, "." + ")" * 20_000]
)
def test_a_long_row_of_signs_is_soon_read(text: str) -> None:
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())
