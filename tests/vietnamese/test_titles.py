from __future__ import annotations

import unicodedata

import pytest

from bulletin.vietnamese.titles import DEGREES, HONORIFICS, OFFICES, RANKS, TITLE_ENDS, is_degree


@pytest.mark.parametrize(
    "word", ["ThS", "ThS.", "Th.S", "TS.BS.", "PGS.TS", "PGS,TS", "ThS.BSCKII", "GS", "NGƯT", "TTƯT", "Ths"]
)
def test_degrees_are_known_alone_and_in_a_row(word: str) -> None:
    assert is_degree(word)


@pytest.mark.parametrize("word", ["", ".", "ts", "An", "TS.An", "Tsu", "UBND", "Đ"])
def test_other_words_are_no_degrees(word: str) -> None:
    assert not is_degree(word)


def test_all_tables_are_composed_and_in_lower_case() -> None:
    words = [*HONORIFICS, *RANKS, *DEGREES, *(" ".join(office) for office in OFFICES)]
    assert all(word == unicodedata.normalize("NFC", word.lower()) for word in words)
    assert all(len(office) == 2 for office in OFFICES)


def test_of_titles_that_end_alike_the_longest_is_tried_first() -> None:
    assert TITLE_ENDS["sư"].index(("phó", "giáo")) < TITLE_ENDS["sư"].index(("giáo",))
    assert TITLE_ENDS["ông"] == ((),)
