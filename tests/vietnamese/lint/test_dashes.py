"""Hyphens and dashes: spaces on both sides or on none, one sign for one thing."""

from __future__ import annotations

import pytest

from vietnamese.lint.reader import marked


@pytest.mark.parametrize(
    "text", ["kinh tế- xã hội", "kinh tế -xã hội", "2025 -2030", "2025- 2030", "Lê Nam– Bí thư", "(khóa XII)- nhiệm kỳ"]
)
def test_a_space_on_one_side_is_marked(text: str) -> None:
    assert len(marked(text, only="dash-spacing")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "kinh tế - xã hội", "2025-2030", "- Mục một", "giảm -5%", "1- Công tác", "a- Nội dung", "II.- Kết quả",
        "12-BC/ĐU", "vắc-xin", "tiền- và hậu kiểm", "-2 độ C", "dòng\n- mục",
    ],
)  # fmt: skip
def test_list_items_numbers_and_even_dashes_are_right(text: str) -> None:
    assert marked(text, only="dash-spacing") == []


@pytest.mark.parametrize(
    ("texts", "odd"),
    [
        (("2015 - 2020 và 2020 - 2025", "2025–2030"), "2025–2030"),
        (("2015-2020, 2020-2025", "2025 - 2030"), "2025 - 2030"),
        (("kinh tế - xã hội, kinh tế - xã hội", "Kinh tế – xã hội"), "tế – xã"),
        (("kinh tế - xã hội, kinh tế - xã hội", "kinh tế-xã hội"), "tế-xã"),
        (("đồng chí Lê Nam - Bí thư, đồng chí Trần An - Phó Bí thư", "đồng chí Vũ Hà – Ủy viên"), " – "),
        (("- một\n- hai", "– ba"), "–"),
    ],
)
def test_the_odd_sign_is_marked(texts: tuple[str, ...], odd: str) -> None:
    assert marked(*texts, only="mixed-dash") == [odd]


@pytest.mark.parametrize(
    "text",
    [
        "kinh tế - xã hội, phát triển – điều đã nói – bền vững", "2020 - 2025, ngày 26-27/9/2025, 12-BC/ĐU",
        "chính trị - xã hội và kinh tế-kỹ thuật", "- một\n+ hai\n• ba", "Nội - ngoại thành",
    ],
)  # fmt: skip
def test_different_things_may_have_different_signs(text: str) -> None:
    assert marked(text, only="mixed-dash") == []
