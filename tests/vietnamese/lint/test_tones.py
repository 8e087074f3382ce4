"""Two ways of placing tone marks in one record are told, names left alone."""

from __future__ import annotations

import pytest

from vietnamese.lint.reader import found, marked


@pytest.mark.parametrize(
    ("usual", "odd", "cure"),
    [
        ("cụ thể hóa, văn hóa", "xã hội hoá", "“hóa”"), ("ủy viên, cấp ủy", "cấp uỷ", "“ủy”"),
        ("khoẻ, hoà, toà", "khóa", "“khoá”"), ("Đảng ủy, ủy viên", "Uỷ viên", "“Ủy”"), ("hóa, ủy", "ĐẢNG UỶ", "“ỦY”"),
    ],
)  # fmt: skip
def test_the_odd_style_is_marked_with_its_cure(usual: str, odd: str, cure: str) -> None:
    (finding,) = found(usual, odd, only="mixed-tone-marks")
    assert finding.passage == 1
    assert cure in finding.hint


@pytest.mark.parametrize(
    "text",
    ["hòa, hoàn, hoàng, quý, quà, thuyết", "Nguyễn Thị Thuý, Hoà Bình và hòa giải", "hòa, khỏe, ủy", "HOÀ BÌNH và hòa"],
)
def test_names_and_closed_syllables_are_no_mixture(text: str) -> None:
    assert marked(text, only="mixed-tone-marks") == []
