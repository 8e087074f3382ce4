from __future__ import annotations

import pytest
from fontTools.ttLib import TTFont

from bulletin import assets
from bulletin.compose.widths import BE_VIETNAM_PRO, LIBERATION_SERIF, NOTO_SANS, Face, balanced, lines

SAMPLE = "Đảng bộ Sở Giáo dục và Đào tạo tổng kết công tác xây dựng Đảng năm 2023, thưởng 04 tập thể"


def file_width(name: str, text: str) -> float:
    path = next(path for path in assets.font_files() if path.stem == name)
    with TTFont(path) as font:
        letters, widths = font.getBestCmap(), font["hmtx"]
        return float(sum(widths[letters[ord(letter)]][0] for letter in text) / font["head"].unitsPerEm)


@pytest.mark.parametrize(
    ("face", "plain", "bold"),
    [
        (NOTO_SANS, "NotoSans-Regular", "NotoSans-Bold"),
        (LIBERATION_SERIF, "LiberationSerif-Regular", "LiberationSerif-Bold"),
        (BE_VIETNAM_PRO, "BeVietnamPro-Regular", "BeVietnamPro-ExtraBold"),
    ],
)
def test_widths_are_those_of_the_fonts(face: Face, plain: str, bold: str) -> None:
    assert face.width(SAMPLE) == pytest.approx(file_width(plain, SAMPLE), rel=0.01)
    assert face.width(SAMPLE, bold=True) == pytest.approx(file_width(bold, SAMPLE), rel=0.015)
    for letter in set(SAMPLE):
        assert face.plain[letter] == pytest.approx(100 * file_width(plain, letter), abs=3), letter


def test_short_words_in_bold_type_are_measured_letter_by_letter() -> None:
    for words in ("Ý kiến", "Tỷ lệ", "Chỉ tiêu"):
        assert NOTO_SANS.width(words, bold=True) == pytest.approx(file_width("NotoSans-Bold", words), rel=0.01)


def test_a_letter_with_a_tone_is_as_wide_as_without() -> None:
    assert NOTO_SANS.plain["ế"] == NOTO_SANS.plain["e"]
    assert NOTO_SANS.plain["ợ"] == NOTO_SANS.plain["ơ"]
    assert NOTO_SANS.plain["ữ"] == NOTO_SANS.plain["ư"] != NOTO_SANS.plain["u"]
    assert NOTO_SANS.plain["\u00a0"] == NOTO_SANS.plain[" "]


def test_what_is_no_latin_letter_counts_as_wide() -> None:
    assert NOTO_SANS.plain["漢"] >= max(NOTO_SANS.plain[letter] for letter in "abcdefgh")


def test_lines_are_filled_as_far_as_they_go() -> None:
    assert lines([2, 2, 2], 1, 5) == 2
    assert lines([2, 2, 2], 1, 8) == 1
    assert lines([9, 1], 1, 5) == 2
    assert lines([], 1, 5) == 1


def test_a_balanced_width_keeps_the_number_of_lines() -> None:
    words = [3.0, 3.0, 3.0, 1.0]
    width = balanced(words, 1, 11.0)
    assert lines(words, 1, width) == lines(words, 1, 11.0) == 2
    assert width == pytest.approx(7.0, abs=0.1)


def test_a_word_that_is_wider_than_the_line_leaves_the_width_as_it_is() -> None:
    assert balanced([20.0, 1.0], 1, 11.0) == 11.0
    assert balanced([], 1, 11.0) == 11.0
