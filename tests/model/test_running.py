from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin.model.running import Span, blocks, spans


@pytest.mark.parametrize(
    ("line", "kind", "label", "text"),
    [
        ("Hội nghị khai mạc.", "paragraph", "", "Hội nghị khai mạc."),
        ("- một", "item", "", "một"),
        ("– một", "item", "", "một"),
        ("• một", "item", "", "một"),
        ("+ một", "item", "", "một"),
        ("1. một", "numbered", "1.", "một"),
        ("1) một", "numbered", "1)", "một"),
        ("2.1. một", "numbered", "2.1.", "một"),
        ("a) một", "numbered", "a)", "một"),
        ("đ) một", "numbered", "đ)", "một"),
        ("I. một", "numbered", "I.", "một"),
        ("XIV. một", "numbered", "XIV.", "một"),
        ("> một", "quote", "", "một"),
        ("[ảnh: quang cảnh]", "photo", "quang cảnh", ""),
        ("  [Ảnh:  1 ]  ", "photo", "1", ""),
        # Anything else is printed as typed.
        ("— Thưa đồng chí", "paragraph", "", "— Thưa đồng chí"),
        ("-một", "paragraph", "", "-một"),
        ("+84 24", "paragraph", "", "+84 24"),
        (">một", "paragraph", "", ">một"),
        ("2025. một", "paragraph", "", "2025. một"),
        ("1.một", "paragraph", "", "1.một"),
        ("C. Mác và Ph. Ăng-ghen", "paragraph", "", "C. Mác và Ph. Ăng-ghen"),
        ("V. I. Lênin viết", "paragraph", "", "V. I. Lênin viết"),
        ("IIII. một", "paragraph", "", "IIII. một"),
        ("Xem [ảnh: 1] bên dưới", "paragraph", "", "Xem [ảnh: 1] bên dưới"),
        ("<b>đậm</b> & # `x` _y_", "paragraph", "", "<b>đậm</b> & # `x` _y_"),
    ],
)
def test_a_line_is_what_its_first_sign_says(line: str, kind: str, label: str, text: str) -> None:
    [block] = blocks(line)
    assert (block.kind, block.label, block.text) == (kind, label, text)


def test_blank_lines_are_only_air_and_rows_count_them() -> None:
    assert [(block.row, block.text) for block in blocks("\nMột\n\n\nHai\n")] == [(1, "Một"), (4, "Hai")]


def test_plus_stands_below_dash_only_where_both_are_used() -> None:
    assert [block.level for block in blocks("- một\n+ hai\n• ba\n+ bốn")] == [1, 2, 1, 2]
    assert [block.level for block in blocks("+ một\n+ hai")] == [1, 1]
    assert [block.level for block in blocks("- một\n– hai")] == [1, 1]


@pytest.mark.parametrize(
    ("line", "strong", "slanted"),
    [
        ("**đậm** và *nghiêng*", ["đậm"], ["nghiêng"]),
        ("(**đậm**), *nghiêng*.", ["đậm"], ["nghiêng"]),
        ("**Về việc học.** Các ý", ["Về việc học."], []),
        ("*“Lời hứa”* của cô", [], ["“Lời hứa”"]),
        ("**2025** đạt **98,5%**", ["2025", "98,5%"], []),
        ("(*) Chưa kể dự bị (*)", [], []),
        ("2 * 3 * 4", [], []),
        ("2*3*4", [], []),
        ("** đậm **", [], []),
        ("**đậm**hơn", [], []),
        ("hơn**đậm**", [], []),
        ("***quá***", [], []),
        ("*chưa đóng", [], []),
        ("Trường A*, Trường B*", [], []),
        ("*một\nhai*", [], []),
    ],
)
def test_stars_count_only_where_they_touch_a_letter_inside_and_none_outside(
    line: str, strong: list[str], slanted: list[str]
) -> None:
    found = [span for block in blocks(line) for span in block.spans]
    assert [span.text for span in found if span.strong] == strong
    assert [span.text for span in found if span.slanted] == slanted


def test_a_line_without_stars_is_one_span() -> None:
    assert spans("Hội nghị") == (Span("Hội nghị"),)


@settings(derandomize=True, deadline=None, max_examples=300)
@given(st.text(alphabet="be *-+.1I)> “”[ảnh:]\n", max_size=40))
def test_no_letter_is_lost_whatever_the_signs(text: str) -> None:
    read = "".join(block.label + block.text for block in blocks(text))
    assert [read.count(letter) for letter in "be1I"] == [text.count(letter) for letter in "be1I"]
