from __future__ import annotations

import pytest

from bulletin.compose.capitals import calm

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
