from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings

from bulletin.vietnamese.spaces import set_line
from bulletin.vietnamese.text import LOOK_ALIKES, fold, nfc, repaired, similar, squeeze, word_set
from vietnamese.letters import ACCENTED, lines


def test_vietnamese_has_134_letters_with_marks() -> None:
    assert len(set(ACCENTED)) == 134
    assert {len(letter) for letter in ACCENTED} == {1}


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_every_letter_comes_to_one_code_point(form: str) -> None:
    assert [nfc(unicodedata.normalize(form, letter)) for letter in ACCENTED] == list(ACCENTED)  # type: ignore[arg-type]


def test_old_tone_marks_and_marks_after_a_letter_are_composed() -> None:
    assert nfc("a\u0340 a\u0341 â\u0301 u\u031b\u0323") == "à á ấ ự"


@pytest.mark.parametrize(
    "typed",
    ["Chủ trì", "chu_tri", "CHU-TRI", "chủ  trì", "CHỦ TRÌ", "chu\u0309 tri\u0300", "chủ\u00a0trì", "chu tri\u200b"],
)
def test_all_ways_to_type_a_key_fold_to_one(typed: str) -> None:
    assert fold(typed) == "chutri"


def test_folding_leaves_plain_letters_only() -> None:
    assert set(fold("".join(ACCENTED))) == set("adeiouy")
    assert fold("địa điểm, ĐỊA ĐIỂM") == "diadiem,diadiem"


def test_the_icelandic_letter_that_keyboards_give_folds_like_the_right_one() -> None:
    assert fold("\u00d0ịa \u00f0iểm") == fold("Địa điểm")


def test_a_cyrillic_letter_is_not_taken_for_a_latin_one_in_silence() -> None:
    assert fold("d\u0430te") != "date"


def test_squeezed_text_has_no_space_of_any_kind() -> None:
    assert squeeze(" năm\u00a02024\u202f–\u200b2025\n\t\u2009x\ufeff ") == "năm2024–2025x"


def test_squeezed_text_is_nfc_even_where_an_invisible_letter_parted_a_mark() -> None:
    assert squeeze("a\u200b\u0301") == "á"


@settings(derandomize=True, deadline=None)
@given(lines)
def test_text_and_the_same_text_set_are_equal_when_squeezed(line: str) -> None:
    assert squeeze("".join(run.text for run in set_line(line))) == squeeze(line)


@pytest.mark.parametrize(
    ("strange", "meant"),
    [
        ("Q\u00d0", "QĐ"),
        ("\u0189ảng", "Đảng"),
        ("\u041d\u1ed9i ngh\u1ecb", "Hội nghị"),
        ("B\u00edth\u01b0 \u03bf", "Bíthư o"),
        ("Nguy\u00e9\u0302n", "Nguyến"),
        ("u\u0309\u031by", "ửy"),
        ("b\u01cen\u0300g", "bă\u01f9g"),
    ],
)
def test_strange_letters_are_repaired_to_the_probable_ones(strange: str, meant: str) -> None:
    assert repaired(strange) == meant


def test_a_word_of_another_script_stays() -> None:
    moscow = "\u041c\u043e\u0441\u043a\u0432\u0430"
    assert repaired(f"{moscow} Hà Nội") == f"{moscow} Hà Nội"


def test_clean_text_needs_no_repair() -> None:
    clean = "".join(ACCENTED) + " Hội nghị tổng kết năm 2023, khoá XIII: “tốt”; H'Hen Niê"
    assert repaired(clean) == clean


def test_every_look_alike_stands_for_a_vietnamese_letter() -> None:
    for strange, meant in LOOK_ALIKES.items():
        assert len(strange) == 1
        assert meant.isascii() or meant in ACCENTED
        assert strange not in ACCENTED


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("chiar", "chairs"),
        ("tile", "title"),
        ("tieu de", "tiêu đề"),
        ("chu_tr", "chủ trì"),
        ("ngày", "ngày"),
        ("foo", None),
    ],
)
def test_the_nearest_known_name_is_found(typed: str, meant: str | None) -> None:
    assert similar(typed, ["title", "tiêu đề", "chairs", "chủ trì", "date", "ngày"]) == meant


def test_nothing_is_similar_where_nothing_is_known() -> None:
    assert similar("title", []) is None


def test_a_table_of_words_is_a_set() -> None:
    assert word_set("tỷ  đồng tỷ") == {"tỷ", "đồng"}
