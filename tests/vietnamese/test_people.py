from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given, settings

from bulletin.vietnamese.people import PersonLine, read_person
from bulletin.vietnamese.text import squeeze
from vietnamese.letters import lines

NAMED = (
    ("Nguyễn Thị Bạch Vân - TUV, Bí thư Đảng bộ, Giám đốc Sở", "", "", "Nguyễn Thị Bạch Vân",
    "TUV, Bí thư Đảng bộ, Giám đốc Sở"),
    ("đồng chí Lê Hiền, Phó Bí thư – Trưởng phòng", "đồng chí", "", "Lê Hiền", "Phó Bí thư – Trưởng phòng"),
    ("Đ/c Lê Văn B – Bí thư", "Đ/c", "", "Lê Văn B", "Bí thư"),
    ("đ/c: Lê Văn B", "đ/c", "", "Lê Văn B", ""),
    ("Thượng tá Nguyễn Văn B - Trưởng Công an", "", "Thượng tá", "Nguyễn Văn B", "Trưởng Công an"),
    ("đồng chí Đại tá, TS. Lê An, Chỉ huy trưởng", "đồng chí", "Đại tá, TS.", "Lê An", "Chỉ huy trưởng"),
    ("TS.BS. Trần Hòa, Giám đốc", "", "TS.BS.", "Trần Hòa", "Giám đốc"),
    ("PGS, TS Trần Hòa - Giám đốc", "", "PGS, TS", "Trần Hòa", "Giám đốc"),
    ("BS CKII Trần Hòa", "", "BS CKII", "Trần Hòa", ""),
    ("Ths. Trần Hòa", "", "Ths.", "Trần Hòa", ""),
    ("Nhà giáo Ưu tú Nguyễn Lân", "", "Nhà giáo Ưu tú", "Nguyễn Lân", ""),
    ("Thiếu uý Lò Văn C", "", "Thiếu uý", "Lò Văn C", ""),
    ("Thầy giáo Lê An, tổ Một", "Thầy giáo", "", "Lê An", "tổ Một"),
    ("em Lê Thị Hoa", "em", "", "Lê Thị Hoa", ""),
    ("ông/bà X", "ông/bà", "", "X", ""),
    ("Anh Thư - giáo viên", "", "", "Anh Thư", "giáo viên"),
    ("Anh Lê Thư - giáo viên", "Anh", "", "Lê Thư", "giáo viên"),
    ("H'Hen Niê - Chủ tịch", "", "", "H'Hen Niê", "Chủ tịch"),
    ("Y Moan, nghệ sĩ", "", "", "Y Moan", "nghệ sĩ"),
    ("Đoàn Văn An", "", "", "Đoàn Văn An", ""),
    ("Bà Phó Thị Hoa - Phó Giám đốc", "Bà", "", "Phó Thị Hoa", "Phó Giám đốc"),
    ("NGUYỄN VĂN AN - BÍ THƯ", "", "", "NGUYỄN VĂN AN", "BÍ THƯ"),
    ("Nguyễn văn A - Bí thư", "", "", "Nguyễn văn A", "Bí thư"),
    ("Nguyễn Văn A- Bí thư", "", "", "Nguyễn Văn A", "Bí thư"),
    ("Nguyễn Văn A Bí thư Chi bộ, Tổ trưởng", "", "", "Nguyễn Văn A", "Bí thư Chi bộ, Tổ trưởng"),
    ("Ông Trần Bình (Trưởng phòng), tổ 4", "Ông", "", "Trần Bình", "(Trưởng phòng), tổ 4"),
    ("Lan", "", "", "Lan", ""),
)  # fmt: skip


@pytest.mark.parametrize(("line", "honorific", "rank", "name", "titles"), NAMED)
def test_the_first_separator_ends_the_name(line: str, honorific: str, rank: str, name: str, titles: str) -> None:
    wanted = PersonLine(honorific, rank, name, titles)
    assert read_person(line) == wanted
    assert read_person(unicodedata.normalize("NFD", f" {line} ")) == wanted


@pytest.mark.parametrize(
    "line",
    [
        "Bí thư Đảng ủy xã", "Đoàn Chủ tịch", "ĐOÀN CHỦ TỊCH", "Ban Thường vụ Đảng ủy", "UBND tỉnh", "Sở GDĐT",
        "TUV", "Hiệu trưởng",
        "các đồng chí Nguyễn Văn A, Lê Văn B", "các đồng chí Bí thư chi bộ", "Các ông, bà Lê A, Lê B",
        "đồng chí Bí thư Đảng ủy",
        "04 đồng chí Phó Bí thư", "Đại diện Công an tỉnh", "Thường trực HĐND", "Bí thư Chi bộ Nguyễn Văn An", "Ông",
        "toàn thể đảng viên",
        "Sở Giáo dục và Đào tạo", "Sở Y Tế", "Tổ Văn Phòng", "",
    ],
)  # fmt: skip
def test_an_office_or_a_group_is_all_titles(line: str) -> None:
    assert read_person(line) == PersonLine("", "", "", line)


@settings(derandomize=True, deadline=None)
@given(lines)
def test_no_letter_of_a_line_is_lost(line: str) -> None:
    read = read_person(line)
    parts = read.honorific + read.rank + read.name + read.titles
    assert re.findall(r"[^\W_]", squeeze(parts)) == re.findall(r"[^\W_]", squeeze(line))


def test_a_long_row_of_dashes_is_soon_read() -> None:
    assert read_person("-" * 20_000).titles == "-" * 20_000
