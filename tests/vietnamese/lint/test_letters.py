"""Strange letters are seen, and told by their numbers."""

from __future__ import annotations

import unicodedata

import pytest

from bulletin.vietnamese.lint import lint_raw
from vietnamese.lint.reader import found, marked


@pytest.mark.parametrize(
    ("word", "right"),
    [("Ðảng", "Đảng"), ("Ɖảng", "Đảng"), ("ðồng", "đồng"), ("H\u043eà", "Hoà"), ("ngh\u0456a", "nghia"), ("QÐ", "QĐ")],
)
def test_a_look_alike_is_marked_with_what_is_meant(word: str, right: str) -> None:
    (finding,) = found(f"Các {word} viên", only="look-alike")
    assert f"“{right}”" in finding.hint
    odd = next(letter for letter, meant in zip(word, right, strict=True) if letter != meant)
    assert f"U+{ord(odd):04X}" in finding.message
    assert (finding.start, finding.end) == (4, 4 + len(word))


@pytest.mark.parametrize("text", ["Москва", "góc \u03b1", "5 µm", "Đảng bộ", "10 Ω"])
def test_words_of_other_alphabets_are_left_alone(text: str) -> None:
    assert marked(text, only="look-alike") == []


@pytest.mark.parametrize("sign", ["\u200b", "\ufeff", "\u00ad", "\u2060", "\u200e"])
def test_an_invisible_character_is_marked(sign: str) -> None:
    (finding,) = found(f"Hội{sign} nghị", only="hidden-character")
    assert f"U+{ord(sign):04X}" in finding.message
    assert (finding.start, finding.end) == (3, 4)


def test_a_tone_mark_on_no_letter_is_marked() -> None:
    assert marked("Hội nghị\u0301 bàn", only="stray-mark") == ["\u0301"]
    assert marked("Hội ngh\ufffd", only="stray-mark") == ["\ufffd"]


def test_a_file_in_nfc_has_no_finding() -> None:
    assert lint_raw("tiêu đề: Hội nghị\n") == ()


def test_letters_in_pieces_are_told_at_the_first_with_the_number_of_lines() -> None:
    pieces = unicodedata.normalize("NFD", "Hội nghị")
    (finding,) = lint_raw(f"tiêu đề: Tin\nphụ đề: {pieces}\nđịa điểm: Hà Nội\nsapô: {pieces}\n")
    assert (finding.id, finding.start) == ("not-nfc", len("tiêu đề: Tin\nphụ đề: Ho") - 1)
    assert "2" in finding.message
