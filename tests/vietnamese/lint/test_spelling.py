"""Impossible words and known slips are marked; foreign words, names and codes are not."""

from __future__ import annotations

import pytest

from vietnamese.lint.reader import found, marked


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("đựơc biểu dương", "“được”"), ("trong nghành", "“ngành”"), ("Hộinghị và hộinghị", "“hội nghị”"),
        ("Qúy vị đại biểu", "“Quý”"), ("ảnh huởng", "“hưởng”"), ("đồng chí Nghành", "“Ngành”"),
    ],
)  # fmt: skip
def test_an_impossible_word_is_marked_with_its_cure(text: str, right: str) -> None:
    (finding,) = found(text, only="impossible-syllable")
    assert right in finding.hint


def test_a_word_is_told_once_a_passage_with_how_often_it_stands() -> None:
    first, second = found("đựơc và đựơc", "đựơc", only="impossible-syllable")
    assert "2×" in first.message
    assert (first.passage, second.passage) == (0, 1)


def test_of_an_unsure_word_only_checking_is_asked_for() -> None:
    (finding,) = found("tổ chưc", only="impossible-syllable")
    assert "“" not in finding.hint


@pytest.mark.parametrize(
    "text",
    [
        "Đắk Lắk, Đắk Nông, Krông Pắc, Plei Kần, Êban, Niê", "H'Hen Niê và Y Moan Êban", "xà phòng, bêtông, ôtô, axít",
        "côngtenơ, căngtin, micrô, vắcxin, lôgic, crôm, blốc", "Zoom, website, marketing, Pleiku, Facebook",
        "UBND, HĐND, GDĐT, ĐBSCL, TƯ, BCĐ", "ThS.BSCKII, QĐi, kWh, CTr", "www.hộp-thưđ.vn, an@đưc.vn", "05-QĐi/ĐU",
        "H2O, CO₂, 3G", "KẾT QỦA", "ốt-xtrây-li-a, lô-gích", "đ, đc, tđ", "Genève, Môngtênêgrô", "xe buýt, đàn t'rưng",
    ],
)  # fmt: skip
def test_foreign_words_names_codes_and_abbreviations_are_left_alone(text: str) -> None:
    assert marked(text, only="impossible-syllable") == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("bổ xung", "“bổ sung”"), ("Bổ xung", "“Bổ sung”"), ("BỔ XUNG", "“BỔ SUNG”"), ("hội nghi", "“hội nghị”"),
        ("xúc tích", "“súc tích”"), ("sau khi sát nhập", "“sáp nhập”"),
    ],
)  # fmt: skip
def test_a_known_slip_is_marked_with_its_cure_in_the_same_case(text: str, right: str) -> None:
    (finding,) = found(text, only="slip")
    assert right in finding.hint


@pytest.mark.parametrize("text", ["tiếp xúc tích cực", "giám sát nhập kho", "sau vụ nổ lực lượng đến", "bổ, xung"])
def test_the_same_syllables_of_two_words_are_no_slip(text: str) -> None:
    assert marked(text, only="slip") == []
