from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from bulletin.load.sheet import Edit, Row, Sheet


def test_what_is_changed_keeps_its_columns_in_the_file() -> None:
    row = Row("abcdef", "")
    row.change([Edit(3, 4, "XYZ"), Edit(1, 1, "--")], sure=True)
    row.change([Edit(0, 1, "")], sure=True)
    assert row.sure == row.read == "--bcXYZef"
    assert [row.column(at) for at in range(10)] == [1, 1, 1, 2, 3, 3, 3, 4, 5, 6]


def test_letters_that_are_not_nfc_stay_in_the_file_and_count_there() -> None:
    line = unicodedata.normalize("NFD", "ộ: ế b")
    row = Row(line, "")
    assert [row.column(at) for at in range(6)] == [0, 3, 4, 5, 8, 9]
    row.change([Edit(3, 3, '"'), Edit(6, 6, '"')], sure=True)
    assert row.sure == line.replace("e", '"e') + '"'


@pytest.mark.parametrize(
    "line", ["e\u0301", "\u0301e", "\u1100\u1161\u11a8", "\u09c7\u09be", "a\u0323\u0302b", "\u212b!"]
)
def test_columns_are_right_for_every_sort_of_letter(line: str) -> None:
    row = Row(f"{line};x", "")
    assert row.column(row.text.index(";")) == len(line)
    row.change([Edit(len(row.text), len(row.text), "'")], sure=True)
    assert row.sure == f"{line};x'"


def test_a_sure_change_after_a_doubtful_one_is_not_offered() -> None:
    sheet = Sheet("a b\n", Path("x"))
    sheet.tell("one", "m", 0, 0, edits=[Edit(0, 1, "c")], sure=True)
    sheet.tell("two", "m", 0, 0, edits=[Edit(0, 1, "d")])
    sheet.tell("three", "m", 0, 0, edits=[Edit(0, 1, "e")], sure=True)
    assert [problem.mend.new if problem.mend else None for problem in sheet.problems] == ["c b", None, None]
    assert (sheet.mended, sheet.read) == ("c b\n", "e b\n")


def test_a_run_of_one_sort_is_told_once_and_all_of_it_is_mended() -> None:
    sheet = Sheet("a\n\nb\nc\nd\ne", Path("x"))
    for number in (0, 2, 4, 5):
        sheet.tell("one", "m", number, 0, edits=[Edit(0, 1, "-")], sure=number != 5, run=True)
    assert [problem.line for problem in sheet.problems] == [1, 5, 6]
    assert sheet.mended == "-\n\n-\nc\n-\ne"
