"""The table of slips is sound: every pair can be met, and means something else."""

from __future__ import annotations

from bulletin.vietnamese.lint.slips import SLIPS, meant
from bulletin.vietnamese.lint.syllables import is_syllable


def test_what_is_meant_is_spelt_as_vietnamese_is() -> None:
    pairs = [(f"{first} {second}", right) for first, seconds in SLIPS.items() for second, right in seconds.items()]
    assert len(pairs) > 100
    assert [wrong for wrong, right in pairs if wrong == right or not all(map(is_syllable, right.split()))] == []


def test_a_slip_that_the_check_of_syllables_marks_is_not_told_twice() -> None:
    words = {word for first, seconds in SLIPS.items() for word in (first, *seconds)}
    assert [word for word in words if not word.isascii() and not is_syllable(word)] == []


def test_the_word_before_decides() -> None:
    assert meant("", "xúc", "tích") == "súc tích"
    assert meant("tiếp", "xúc", "tích") == ""
    assert meant("", "kết", "quả") == ""
