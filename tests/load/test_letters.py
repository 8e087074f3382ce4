from __future__ import annotations

import pytest

from bulletin.load import mended

from .reading import faults, read


@pytest.mark.parametrize("letter", ["\x00", "\x07", "\x1b", "\x7f", "\x80", "\x9f", "\ufffe", "\uffff", "\ud800"])
def test_a_sign_that_cannot_be_printed_is_told_and_left_out(letter: str) -> None:
    source = read(f"a: b{letter}c\n")
    assert faults(f"a: b{letter}c\n") == [(1, 5, "control-character")]
    assert source.data == {"a": "bc"}
    assert f"U+{ord(letter):04X}" in source.problems[0].message
    assert mended(source) == source.sheet.rows[0].file + "\n"


@pytest.mark.parametrize("letter", ["\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_a_break_that_is_no_line_end_is_read_as_a_space(letter: str) -> None:
    assert read(f"a: b{letter}c\n").data == {"a": "b c"}
    assert faults(f"{letter}a: b\n") == [(1, 1, "control-character")]


def test_a_byte_order_mark_inside_is_taken_out() -> None:
    source = read("a: b\n\ufeffc: d\ufeff\n")
    assert [problem.id for problem in source.problems] == ["byte-order-mark"]
    assert mended(source) == "a: b\nc: d\n"


@pytest.mark.parametrize(
    "escape", ["\\0", "\\a", "\\e", "\\N", "\\L", "\\x1f", "\\x7F", "\\u2028", "\\ud800", "\\U0011FFFF"]
)
def test_an_escape_that_makes_such_a_sign_is_told(escape: str) -> None:
    assert faults(f'a: "b{escape}c"\n') == [(1, 6, "control-character")]
    assert read(f'a: "b{escape}c"\n').data == {"a": "b c"}


@pytest.mark.parametrize("escape", ["\\n", "\\t", "\\_", "\\u00ea", "\\U0001F600", "\\x41"])
def test_an_escape_that_makes_a_letter_is_fine(escape: str) -> None:
    assert faults(f'a: "b{escape}c"\n') == []


def test_letters_of_all_kinds_are_fine() -> None:
    assert faults("a: Đảng bộ – “x” … 会 😀 \u00a0 \u200b \u00ad\n") == []
