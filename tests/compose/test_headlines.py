from __future__ import annotations

import pytest

from bulletin.compose.headlines import bind_words, headline, subtitle
from bulletin.compose.scale import PT_PER_MM, scale, set_words
from bulletin.compose.widths import lines
from bulletin.edition import Edition

from .records import LARGE, STANDARD


@pytest.mark.parametrize(
    ("line", "bound"),
    [
        ("Hội nghị tổng kết công tác", "Hội~nghị tổng~kết công~tác"),
        ("Trường Trung học phổ thông Nguyễn Du", "Trường Trung~học phổ~thông Nguyễn~Du"),
        ("Chi bộ Lê Quý Đôn họp", "Chi~bộ Lê~Quý~Đôn họp"),
        ("Sở Giáo dục và Đào tạo", "Sở Giáo~dục và~Đào~tạo"),
        ("“Hội nghị” (đại biểu)", "“Hội~nghị” (đại~biểu)"),
        ("họp, công tác", "họp, công~tác"),
        ("Một", "Một"),
    ],
)
def test_words_of_a_headline_are_not_torn_apart(line: str, bound: str) -> None:
    assert bind_words(line).replace("\u00a0", "~") == bound


def test_a_longer_headline_is_set_smaller_and_in_few_lines() -> None:
    short, long = headline("Chi bộ họp", STANDARD), headline("Chi bộ họp bàn việc làm đường " * 8, STANDARD)
    assert short.size_pt == pytest.approx(scale(STANDARD).titles[0], abs=0.01)
    assert scale(STANDARD).titles[-1] - 0.01 <= long.size_pt < short.size_pt


@pytest.mark.parametrize("edition", [STANDARD, LARGE], ids=lambda edition: edition.name)
def test_lines_of_a_headline_are_about_equally_long(edition: Edition) -> None:
    title = headline("Chi bộ Trường Tiểu học Hòa Bình kết nạp hai đảng viên mới trong tháng Năm", edition)
    face = scale(edition).sans
    words = [face.width(word, bold=True) for word in set_words(title.text)]
    space, full = face.width(" ", bold=True), edition.measure_mm * PT_PER_MM / title.size_pt
    assert title.width_mm < edition.measure_mm
    assert lines(words, space, title.width_mm * PT_PER_MM / title.size_pt) == lines(words, space, full)


def test_a_headline_never_is_wider_than_the_text() -> None:
    assert headline("Nguyễnvănan" * 20, STANDARD).width_mm <= STANDARD.measure_mm


def test_capitals_with_two_marks_ask_for_more_room_between_lines() -> None:
    assert headline("ĐẢNG BỘ SỞ", STANDARD).leading > headline("Đảng bộ Sở", STANDARD).leading >= 1.36


def test_no_syllable_stands_alone_on_the_last_line() -> None:
    assert headline("Chi bộ bàn việc làm đường", STANDARD).text.endswith("làm\u00a0đường")
    assert subtitle("Ba việc phải làm ngay", STANDARD).text.endswith("làm\u00a0ngay")
