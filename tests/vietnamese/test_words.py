from __future__ import annotations

import pytest
from weasyprint.text.line_break import get_log_attrs

from bulletin.vietnamese.words import look


def breaks(word: str) -> list[int]:
    """Where Pango, which sets our lines, would break a word."""
    return [
        place for place, attr in enumerate(get_log_attrs(word, "vi")) if attr.is_line_break and 0 < place < len(word)
    ]


CODES = (
    "01-KL/TW", "12-BC/ĐU", "30/2020/NĐ-CP", "1719/QĐ-TTg", "KT-XH", "QP-AN", "CN-TTCN", "T/M", "đ/c", "Đ/c", "km/h",
    "tấn/ha",
    "III/2024", "TW/4", "HTXSNV/HTTNV", "ông/bà", "12/2026/QH15", "10%/năm", "GD&ĐT-TCCB", "NQ/TU", "anh/chị",
    "05-QC/BTCTU-BNCTU",
)  # fmt: skip


@pytest.mark.parametrize("code", CODES)
def test_a_code_that_pango_would_break_is_whole(code: str) -> None:
    assert breaks(code)
    assert look(code).whole
    assert look(f"({code}),").whole


@pytest.mark.parametrize(
    "word",
    [
        "12/7/2022",
        "29-12-2023",
        "26-27/9/2025",
        "33/34",
        "98,5%",
        "16h30-17h00",
        "COVID-19",
        "08:30",
        "1.234,5",
        "TP.HCM",
    ],
)
def test_what_pango_does_not_break_needs_no_span(word: str) -> None:
    assert not breaks(word)
    assert not look(word).whole


@pytest.mark.parametrize(
    "word",
    [
        "đồng/người/năm", "Nội-Hải-Phòng", "https://so.vn/KT-XH", "ten@co-quan.vn", "12-" + "QĐ/" * 9 + "TW",
        "-KL/TW-ABCD",
        "Bí-thư/Chủ-tịch", "2025–2030", "A" * 20 + "-B" + "C" * 20,
    ],
)  # fmt: skip
def test_words_addresses_and_overlong_codes_may_break(word: str) -> None:
    assert not look(word).whole
