"""A passage is cut into words, and asked what stands around them."""

from __future__ import annotations

from bulletin.vietnamese.lint import Passage
from bulletin.vietnamese.lint.passages import read
from vietnamese.lint.reader import paper

SENTENCE = read(Passage("Chi bộ họp. Bí thư - **Trần An**, nói", "text", "lead"), 3)


def test_words_keep_their_places() -> None:
    assert SENTENCE.words == ("Chi", "bộ", "họp", "Bí", "thư", "Trần", "An", "nói")
    assert [SENTENCE.text[start:end] for start, end in zip(SENTENCE.starts, SENTENCE.ends, strict=True)] == list(
        SENTENCE.words
    )
    assert SENTENCE.number == 3
    assert SENTENCE.where["bộ"] == [1]


def test_a_phrase_holds_words_that_only_spaces_part() -> None:
    assert SENTENCE.phrase(0, 3) == "Chi bộ họp"
    assert SENTENCE.phrase(2, 2) == ""
    assert SENTENCE.phrase(7, 2) == ""


def test_a_capital_is_due_behind_a_stop_or_a_dash() -> None:
    assert [SENTENCE.opens(number) for number in range(8)] == [True, False, False, True, False, True, False, False]


def test_the_sign_behind_a_word_is_told() -> None:
    assert [SENTENCE.after(number) for number in (0, 2, 6, 7)] == ["", ".", ",", "\n"]


def test_the_place_of_a_photo_holds_no_words() -> None:
    text = "Hội nghị.\n[ảnh: đựơc-rồi]\nHết."
    reading = read(Passage(text, "text", "lead"), 0)
    assert reading.words == ("Hội", "nghị", "Hết")
    assert len(reading.text) == len(text)


def test_phrases_are_found_in_any_case_over_all_passages() -> None:
    texts = paper("HỘI NGHỊ và Hội nghị", "hội, nghị", "hội nghị")
    assert [(reading.number, number) for reading, number in texts.phrases("hội", "nghị")] == [(0, 0), (0, 3), (2, 0)]
