"""Spaces and signs: what is marked, and what only looks like it."""

from __future__ import annotations

import pytest

from vietnamese.lint.reader import found, marked


def test_two_spaces_are_told_once_a_line_with_how_often() -> None:
    first, second = found("Một  hai   ba.\nBốn  năm.", only="double-space")
    assert "2×" in first.message
    assert (first.start, second.start) == (3, 18)


@pytest.mark.parametrize("text", ["  Thụt vào.", "Cuối dòng.  \nHết.", "Một hai."])
def test_spaces_at_either_end_of_a_line_are_air(text: str) -> None:
    assert marked(text, only="double-space") == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Kết quả : tốt.", " :"), ("Tốt , đều.", " ,"), ("Xong .", " ."), ("Ai ?", " ?"), ("(khóa XII) ;", " ;"),
        ("Đạt 5% .", " ."),
    ],
)  # fmt: skip
def test_a_space_before_a_sign_is_marked(text: str, place: str) -> None:
    assert marked(text, only="space-before-sign") == [place]


@pytest.mark.parametrize("text", ["Văn nghệ ...", "tệp .pdf", "lúc 8:30", "Kết thúc."])
def test_no_space_before_a_sign_is_seen_where_the_sign_begins_something(text: str) -> None:
    assert marked(text, only="space-before-sign") == []


@pytest.mark.parametrize("text", ["Tốt,đều.", "Năm 2023,các chi bộ", "gồm:đồng chí", "Tốt.Hội nghị", "Hỏi?đáp", "a;b"])
def test_a_missing_space_behind_a_sign_is_marked(text: str) -> None:
    assert len(marked(text, only="no-space-after-sign")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "KT,GS", "TP.Hồ Chí Minh", "ThS.Nguyễn Văn A", "8:30", "3,5%", "xem https://a.vn/x?b=c;d", "an@b.vn", "v.v...",
        "PGS.TS", "1.250.000 đồng", "P.Giám đốc", "Ths.Lan", "“Tốt”, đều", "Hội nghị.",
    ],
)  # fmt: skip
def test_abbreviations_figures_and_addresses_need_no_space(text: str) -> None:
    assert marked(text, only="no-space-after-sign") == []


@pytest.mark.parametrize("text", ["( khóa XII)", "(khóa XII )", "“ tốt”", "“tốt ”"])
def test_brackets_touch_their_words(text: str) -> None:
    assert len(marked("Nghị quyết " + text, only="space-in-brackets")) == 1


@pytest.mark.parametrize("text", ["(khóa XII) và “tốt” rồi", "( )", "dòng\n) tiếp"])
def test_brackets_that_touch_their_words_are_right(text: str) -> None:
    assert marked(text, only="space-in-brackets") == []


@pytest.mark.parametrize("signs", ["..", ",,", ";.", ";;", "....", ",."])
def test_two_signs_where_one_is_meant_are_marked(signs: str) -> None:
    assert marked(f"Tốt{signs} Xong", only="double-sign") == [signs]


@pytest.mark.parametrize("text", ["Tốt...", "Họ tên: ..........", "v.v.", "Ai?!", "Tốt… rồi", "Xong./."])
def test_an_ellipsis_and_a_line_to_fill_in_are_right(text: str) -> None:
    assert marked(text, only="double-sign") == []


def test_two_kinds_of_ellipsis_in_one_record_are_told() -> None:
    (finding,) = found("Ca hát... múa...", "kịch…", only="mixed-ellipsis")
    assert (finding.passage, finding.hint) == (1, found("x…", "y... z...", only="mixed-ellipsis")[0].hint)
    assert found("Ca hát... múa...", only="mixed-ellipsis") == ()
