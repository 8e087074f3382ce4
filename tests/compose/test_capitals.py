from __future__ import annotations

import pytest

from bulletin.compose.capitals import calm, calm_names

from .records import LARGE, STANDARD


@pytest.mark.parametrize(
    ("line", "calmed"),
    [
        ("TIN HỘI NGHỊ", "Tin hội nghị"),
        ("II. CÔNG TÁC CỦA UBND", "II. Công tác của UBND"),
        ("1.2. KẾT QUẢ", "1.2. Kết quả"),
        ("ĐẠI HỘI KHÓA XVII", "Đại hội khóa XVII"),
        ("SỞ GDĐT HỌP", "Sở GDĐT họp"),
        ("Chi bộ họp", "Chi bộ họp"),
        ("GDĐT", "GDĐT"),
        ("", ""),
    ],
)
def test_blocks_of_capitals_are_calmed_in_large_print(line: str, calmed: str) -> None:
    assert calm(line, LARGE) == calmed


def test_elsewhere_capitals_stay() -> None:
    assert calm("TIN HỘI NGHỊ", STANDARD) == "TIN HỘI NGHỊ"


@pytest.mark.parametrize(
    ("line", "calmed"),
    [
        ("SỞ Y TẾ VÀ ÔNG LÊ HOA", "Sở Y Tế và Ông Lê Hoa"),
        ("II. CÔNG TÁC CỦA UBND TỈNH ĐỒNG NAI", "II. Công Tác của UBND Tỉnh Đồng Nai"),
        ("Chi bộ họp", "Chi bộ họp"),
    ],
)
def test_names_keep_their_capitals(line: str, calmed: str) -> None:
    assert calm_names(line, LARGE) == calmed
    assert calm_names(line, STANDARD) == line
