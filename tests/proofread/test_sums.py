"""Sums that are wrong are told; words, missing parts and rounding are no faults."""

from __future__ import annotations

import pytest

from proofread.reader import told, warn


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("số lượng:\n  triệu tập: 34\n  có mặt: 32\n  vắng có lý do: 1\n", 3),
        ("số lượng:\n  triệu tập: 34\n  có mặt: 35\n", 3),
        ("số lượng:\n  triệu tập: 35\n  có mặt: 33/34\n", 3),
        ("số lượng:\n  có mặt: 33/34\n  vắng có lý do: 2\n", 2),
        ("số lượng:\n  có mặt: 34\n  chính thức: 30\n  dự bị: 3\n", 3),
        ("biểu quyết:\n  - nội dung: A\n    tổng: 34\n    đồng ý: 30\n    không đồng ý: 2\n    ý kiến khác: 1\n", 3),
        ("biểu quyết:\n  - nội dung: A\n    tổng: 34\n    đồng ý: 35\n", 3),
        ("biểu quyết:\n  - nội dung: A\n    tổng: 34\n    đồng ý: 33\n    tỷ lệ: 99%\n", 5),
        ("bầu cử:\n  bầu: Chi ủy\n  phát ra: 30\n  thu về: 31\n", 4),
        ("bầu cử:\n  bầu: Chi ủy\n  thu về: 30\n  hợp lệ: 31\n", 4),
        ("bầu cử:\n  bầu: Chi ủy\n  hợp lệ: 30\n  danh sách bầu:\n    - tên: Trần Mai\n      phiếu: 31\n", 6),
        ("bầu cử:\n  bầu: Chi ủy\n  số lượng: 1\n  trúng cử:\n    - Trần Mai\n    - Vũ Hà\n", 3),
        ("khen thưởng:\n  - hình thức: Giấy khen\n    số lượng: 03\n    tên:\n      - Trần Mai\n      - Vũ Hà\n", 3),
    ],
)
def test_a_wrong_sum_is_told_at_its_number(text: str, line: int) -> None:
    assert told(text) == [("wrong-sum", line)]


@pytest.mark.parametrize(
    "text",
    [
        "số lượng:\n  triệu tập: 34\n  có mặt: 32\n  vắng có lý do: 1\n  vắng không lý do: 1\n",
        "số lượng:\n  triệu tập: 34\n  có mặt: 32\n",
        "số lượng:\n  triệu tập: hơn 160\n  có mặt: 32\n  vắng có lý do: 1\n",
        "số lượng:\n  triệu tập: 34\n  có mặt: 30\n  vắng có lý do: vài đồng chí\n",
        "số lượng:\n  có mặt: 33/34\n  vắng có lý do: 1\n  chính thức: 31\n  dự bị: 3\n",
        "số lượng: 34\n",
        "biểu quyết:\n  - nội dung: A\n    tổng: 34\n    đồng ý: 31\n    không đồng ý: 2\n    ý kiến khác: 1\n",
        "biểu quyết:\n  - nội dung: A\n    tổng: 34\n    đồng ý: 30\n    không đồng ý: 2\n",
        "biểu quyết:\n  - nội dung: A\n    tổng: 34\n    đồng ý: 33\n    tỷ lệ: 97,1%\n",
        "biểu quyết:\n  - nội dung: A\n    tổng: 34\n    đồng ý: 33\n    tỷ lệ: 97%\n",
        "biểu quyết:\n  - nội dung: A\n    tỷ lệ: đa số\n    tổng: 34\n    đồng ý: 33\n",
        "biểu quyết:\n  - nội dung: A\n    tổng: 0\n    đồng ý: 0\n    tỷ lệ: 100%\n",
        "bầu cử:\n  bầu: Chi ủy\n  phát ra: 30\n  hợp lệ: 29\n  danh sách bầu:\n    - tên: Trần Mai\n      phiếu: 29\n",
        "bầu cử:\n  bầu: Chi ủy\n  số lượng: 3\n  trúng cử: Trần Mai\n",
        "khen thưởng:\n  - hình thức: Giấy khen\n    số lượng: 02\n    tên:\n      - Trần Mai\n      - Vũ Hà\n",
        "khen thưởng:\n  - hình thức: Giấy khen\n    số lượng: 04 tập thể\n",
    ],
)
def test_what_agrees_or_is_not_computed_with_is_passed_in_silence(text: str) -> None:
    assert told(text) == []


def test_the_message_shows_the_numbers() -> None:
    (problem,) = warn("số lượng:\n  triệu tập: 1.034\n  có mặt: 1.032\n  vắng có lý do: 1\n")
    assert "1.032 + 1" in problem.message
    assert "1.034" in problem.message
