"""State secrets that the text of a file hides are refused once its values are known."""

from __future__ import annotations

import pytest

from .typed import faults, problems


@pytest.mark.parametrize(
    ("more", "line", "key"),
    [
        ('phụ đề: "TỐI\n  mật"\n', 5, "phụ đề"),
        ("phụ đề: Tuyệt\n  mật\n", 5, "phụ đề"),
        ("nội dung: >\n  TÀI LIỆU\n  MẬT THEO QUY ĐỊNH\n\n  TỐI\n  mật\n", 5, "nội dung"),
        ('ảnh:\n  - tệp: a.jpg\n    chú thích: "Tài\n      liệu\n      mật"\n', 7, "ảnh"),
        ("số lượng:\n  độ mật: nội bộ\n", 6, "số lượng"),
        ("lạ: [tuyệt\n  mật]\n", 5, ""),
    ],
)
def test_what_yaml_folds_or_a_sentence_may_be_is_told(more: str, line: int, key: str) -> None:
    [problem] = problems(more)
    assert (problem.id, problem.line, problem.source) == ("state-secret", line, "")
    assert (f"“{key}”" in problem.message) if key else ("“" not in problem.message)


def test_nothing_else_is_told_of_such_a_record() -> None:
    assert faults('phụ đề: "Tối\n  mật"\nngàyy: 3\nloại: gì\n') == [(5, 0, "state-secret")]


def test_no_secrecy_is_no_secret() -> None:
    assert faults('độ mật: "không"\nthư ký: Hoàng Văn Mật\nphụ đề: Bảo vệ bí mật nhà nước\n') == []
