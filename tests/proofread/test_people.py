"""One person is one thing in all of a record."""

from __future__ import annotations

import pytest

from proofread.reader import told, warn


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("nội dung: Đồng chí Lê Văn Nam, Phó Bí thư Chi bộ, kết luận.\n", 1),
        ("nội dung: Đồng chí Lê Văn Nam - Phó Bí thư Thường trực Chi bộ nói.\n", 1),
        ("thư ký: Lê Văn Nam - Phó Bí thư\n", 1),
        ("đại biểu:\n  - phía: Khách\n    người:\n      - Lê Văn Nam, Phó Bí thư Chi bộ\n", 4),
        ("đại biểu: Trần Mai - Phó phòng Nội vụ\nnội dung: Đồng chí Trần Mai, Trưởng phòng Nội vụ, nói.\n", 2),
        ("đại biểu: Thượng tá Vũ Hà\nthư ký: Đại tá Vũ Hà\n", 2),
    ],
)
def test_offices_that_exclude_each_other_are_told_at_the_later_place(text: str, line: int) -> None:
    assert told(text) == [("person-two-titles", line)]


@pytest.mark.parametrize(
    "text",
    [
        "nội dung: Đồng chí Lê Văn Nam, Bí thư Chi bộ, kết luận.\n",
        "nội dung: Đồng chí Lê Văn Nam, Giám đốc Sở, kết luận.\n",
        "nội dung: Đồng chí Lê Văn Nam, Phó Bí thư Đảng ủy, kết luận.\n",
        "nội dung: Đồng chí Lê Văn Nam, nguyên Phó Bí thư Chi bộ, kết luận.\n",
        "nội dung: Đồng chí Lê Văn Năm, Phó Bí thư Chi bộ, kết luận.\n",
        "thư ký: Lê Văn Nam - Phó Bí thư Đảng ủy, Bí thư Chi bộ\n",
        "thư ký: Lê Văn Nam - Phó Giám đốc, Bí thư Chi bộ\n",
        "loại: đại hội\nnội dung: Đồng chí Lê Văn Nam, Phó Bí thư Chi bộ, trúng cử.\n",
        "quyết định: Bổ nhiệm\nnội dung: Đồng chí Lê Văn Nam, Phó Bí thư Chi bộ, nhận quyết định.\n",
        "đại biểu: Đại tá Vũ Hà\nthư ký: Vũ Hà\n",
    ],
)
def test_offices_held_together_or_one_after_the_other_are_right(text: str) -> None:
    assert told(text) == []


def test_the_message_names_both_offices() -> None:
    (problem,) = warn("nội dung: Đồng chí Lê Văn Nam, Phó Bí thư Chi bộ, kết luận.\n")
    assert all(words in problem.message for words in ("Lê Văn Nam", "“Phó Bí thư Chi bộ”", "“Bí thư Chi bộ”"))
    assert problem.column == len("nội dung: Đồng chí Lê Văn Nam, ") + 1
