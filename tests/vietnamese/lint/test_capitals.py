"""Capitals that come and go are told for the same thing, not for the same word."""

from __future__ import annotations

import pytest

from vietnamese.lint.reader import found, marked


@pytest.mark.parametrize(
    ("usual", "odd", "word"),
    [
        ("Phát biểu tại Hội nghị, đồng chí nói.", "Kết luận hội nghị, đồng chí giao việc.", "hội nghị"),
        ("Dự hội nghị có 50 người.", "Chủ trì Hội nghị là đồng chí Lan.", "Hội nghị"),
        ("Khai mạc Đại hội.", "Quang cảnh đại hội", "đại hội"),
        ("Thay mặt Chi bộ, đồng chí hứa.", "Nay thay mặt chi bộ xin hứa.", "chi bộ"),
        ("Lê Nam, Bí thư Đảng bộ.", "Trần Bắc, Bí thư đảng bộ.", "đảng bộ"),
        ("Đây là việc của toàn Đảng bộ.", "Đây là sức mạnh của toàn đảng bộ.", "đảng bộ"),
        ("Năm qua, Chi bộ đã cố gắng.", "Quý I, chi bộ đã họp ba lần.", "chi bộ"),
        ("Mọi đảng viên của Đảng ủy.", "Mời đảng viên trong Chi bộ. Đó là đảng viên trong chi bộ.", "chi bộ"),
        ("Tại Hội nghị, ông nói.", "Tại Hội Nghị, bà nói.", "Hội Nghị"),
    ],
)
def test_the_odd_spelling_of_one_thing_is_marked(usual: str, odd: str, word: str) -> None:
    assert marked(usual, usual, odd, only="mixed-capitals") == [word]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Phát biểu tại Hội nghị, đồng chí nói.", "Chi bộ tổ chức hội nghị chuyên đề."),
        ("Phát biểu tại Hội nghị.", "Việc này đã bàn tại hội nghị cán bộ chủ chốt."),
        ("Phát biểu tại Hội nghị.", "Các hội nghị, cuộc họp được rút ngắn."),
        ("Thay mặt Chi bộ.", "Bí thư các chi bộ, từng chi bộ, mỗi chi bộ."),
        ("Lê Nam, Bí thư Chi bộ.", "Các đồng chí Bí thư chi bộ."),
        ("Lê Nam, Bí thư Chi bộ.", "Sinh hoạt chi bộ, nghị quyết chi bộ."),
        ("Kết luận Hội nghị.", "KẾT LUẬN HỘI NGHỊ."),
        ("Hội nghị đã thông qua.", "Trong hội nghị ấy."),
        ("Toàn Đảng bộ.", "Mỗi đảng viên trong đảng bộ."),
    ],
)
def test_another_meaning_is_no_mixture(one: str, other: str) -> None:
    assert marked(one, one, other, only="mixed-capitals") == []


def test_each_passage_tells_its_odd_spelling_once() -> None:
    usual = "Tại Hội nghị, nói. Dự Hội nghị, nghe. Kết luận Hội nghị."
    (finding,) = found(usual, "Tại hội nghị, nói. Dự hội nghị, nghe.", only="mixed-capitals")
    assert "2×" in finding.message
    assert "3×" in finding.message
    assert "“Hội nghị”" in finding.hint


@pytest.mark.parametrize(
    ("usual", "odd"),
    [
        ("Phó Bí thư", "Phó bí thư"), ("Phó Chủ tịch", "Phó chủ tịch"), ("Ban Chấp hành", "Ban chấp hành"),
        ("Ủy ban nhân dân", "Uỷ ban Nhân dân"), ("Phó Trưởng phòng", "Phó trưởng phòng"), ("Tỉnh ủy", "Tỉnh Ủy"),
        ("Bộ Chính trị", "Bộ chính trị"),
    ],
)  # fmt: skip
def test_an_office_or_body_in_two_spellings_is_marked(usual: str, odd: str) -> None:
    assert marked(f"{usual} nói. {usual} nghe.", f"Ông là {odd}.", only="mixed-office") == [odd]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Phó Bí thư Chi bộ", "các bí thư, phó bí thư chi bộ"), ("Ban Chấp hành", "BAN CHẤP HÀNH"),
        ("Ủy ban nhân dân", "Uỷ ban nhân dân"), ("Phó Bí thư", "Bí thư"),
    ],
)  # fmt: skip
def test_offices_in_general_and_in_capitals_are_no_mixture(one: str, other: str) -> None:
    assert marked(one, one, other, only="mixed-office") == []


def test_an_office_behind_a_name_keeps_one_case() -> None:
    text = "Đồng chí Lê Văn Nam, Trưởng phòng Tổ chức; đồng chí Trần Thị Mai, trưởng phòng Nội vụ."
    assert marked(text, only="mixed-office") == ["trưởng phòng"]
    assert marked("Đồng chí Lê Văn Nam, Trưởng phòng. Các trưởng phòng dự.", only="mixed-office") == []


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("Có đồng chí A, đồng chí B và đ/c C.", "đ/c"), ("Có đ/c A, đ/c B và đồng chí C.", "đồng chí"),
        ("Có đ/c A, đ/c B và Đ/c C.", "Đ/c"), ("Có đồng chí A, đồng chí B và Đồng chí C.", "Đồng chí"),
        ("Có đồng chí A, đồng chí B.\nĐ/c C nói.", "Đ/c"),
    ],
)  # fmt: skip
def test_forms_of_address_in_two_spellings_are_marked(text: str, odd: str) -> None:
    assert marked(text, only="mixed-comrade") == [odd]


@pytest.mark.parametrize(
    "text", ["Có đồng chí A. Đồng chí B nói; đồng chí C.", "Có đ/c A.\nĐ/c B.", "ĐỒNG CHÍ và đồng chí"]
)
def test_a_capital_at_the_start_of_a_sentence_is_no_mixture(text: str) -> None:
    assert marked(text, only="mixed-comrade") == []
