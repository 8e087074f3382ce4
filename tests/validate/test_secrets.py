"""State secrets that the text of a file hides are refused once its values are known."""

from __future__ import annotations

import pytest

from .typed import faults, problems


@pytest.mark.parametrize(
    ("more", "line", "key"),
    [
        ('phụ đề: "M\\u1eacT"\n', 5, "phụ đề"),
        ("nội dung: >\n  TÀI LIỆU\n  MẬT THEO QUY ĐỊNH\n\n  TỐI\n  mật\n", 5, "nội dung"),
        ('ảnh:\n  - tệp: a.jpg\n    chú thích: "T\\u1ed0I M\\u1eacT"\n', 7, "ảnh"),
        ('"\\u0111ộ mật": nội bộ\n', 5, "độ mật"),
        ("số lượng:\n  độ mật: nội bộ\n", 6, "số lượng"),
        ('lạ: ["M\\u1eacT"]\n', 5, ""),
    ],
)
def test_what_yaml_folds_or_writes_as_numbers_is_told(more: str, line: int, key: str) -> None:
    [problem] = problems(more)
    assert (problem.id, problem.line, problem.source) == ("state-secret", line, "")
    assert (f"“{key}”" in problem.message) if key else ("“" not in problem.message)


def test_nothing_else_is_told_of_such_a_record() -> None:
    assert faults('phụ đề: "M\\u1eacT"\nngàyy: 3\nloại: gì\n') == [(5, 0, "state-secret")]


def test_no_secrecy_is_no_secret() -> None:
    assert faults('độ mật: "không"\nthư ký: Hoàng Văn Mật\nphụ đề: Bảo vệ bí mật nhà nước\n') == []
