from __future__ import annotations

import unicodedata

from bulletin.errors import Problem
from bulletin.load import caret


def shown(source: str, column: int) -> str:
    return caret(Problem("x", line=1, column=column, source=source))


def test_the_caret_stands_under_the_column() -> None:
    assert shown("tiêu đề: a", 10) == "tiêu đề: a\n         ^"


def test_without_a_column_only_the_line_is_shown() -> None:
    assert shown("a: b ", 0) == "a: b"
    assert shown("", 0) == ""


def test_a_tab_is_four_cells_wide() -> None:
    assert shown("\ta:\tb", 5) == "    a:    b\n          ^"
    assert shown("\ta", 1) == "    a\n^"


def test_marks_of_a_letter_take_no_cell() -> None:
    line = unicodedata.normalize("NFD", "Hội: a")
    assert shown(line, line.index(":") + 1).split("\n")[1] == "   ^"


def test_a_mark_is_pointed_at_on_its_letter() -> None:
    line = unicodedata.normalize("NFD", "Hội")
    assert shown(line, 4).split("\n")[1] == " ^"


def test_a_chinese_sign_takes_two_cells() -> None:
    assert shown("会議a", 3) == "会議a\n    ^"


def test_control_characters_do_not_reach_the_terminal() -> None:
    assert shown("a\x1b[31m\x00b", 8) == "a\ufffd[31m\ufffdb\n       ^"


def test_a_long_line_is_shown_in_part_and_the_caret_stays_right() -> None:
    line = "x" * 500 + "Y" + "z" * 500
    first, second = shown(line, 501).split("\n")
    assert len(first) <= 96
    assert first[len(second) - 1] == "Y"
    assert (first[0], first[-1]) == ("…", "…")
    start = shown(line, 1).split("\n")
    assert (start[0][0], start[0][-1], start[1]) == ("x", "…", "^")


def test_a_column_after_the_end_is_shown_there() -> None:
    assert shown("abc", 4) == "abc\n   ^"
    assert shown("abc", 99) == "abc\n   ^"
