from __future__ import annotations

import unicodedata

import pytest

from bulletin.vietnamese.glossary import ambiguous, expand, shipped

WANTED = {
    "BCH": "Ban Chấp hành",
    "ĐU": "Đảng ủy",
    "KT-XH": "kinh tế - xã hội",
    "TUV": "Tỉnh ủy viên",
    "đ/c": "đồng chí",
}


def test_the_first_use_in_reading_order_is_written_out() -> None:
    texts = ("Họp BCH sáng nay.", "Thay mặt BCH, TUV phát biểu; BCH nhất trí.")
    assert expand(texts, WANTED) == (
        "Họp Ban Chấp hành (BCH) sáng nay.",
        "Thay mặt BCH, Tỉnh ủy viên (TUV) phát biểu; BCH nhất trí.",
    )


@pytest.mark.parametrize(
    "text",
    [
        "Nghị quyết số 12-NQ/ĐU", "số 01-ĐU/TW", "họp BCHTW", "ĐU-BCH", "BCH&ĐU",
        "Họp Ban Chấp hành (BCH); BCH nhất trí",
        "họp ban chấp hành (BCH)", "đồng chí X (TUV)", "A.BCH.vn", "phát triển QP-AN/KT-XH",
    ],
)  # fmt: skip
def test_codes_other_words_and_what_is_written_out_already_stay(text: str) -> None:
    assert expand((text,), WANTED) == (text,)


def test_an_abbreviation_in_brackets_does_not_count_as_written_out_without_its_full_form() -> None:
    assert expand(("đồng chí X (TUV)", "gặp TUV"), WANTED) == ("đồng chí X (TUV)", "gặp Tỉnh ủy viên (TUV)")


def test_the_longest_abbreviation_wins() -> None:
    wanted = {"KT": "kiểm tra", "KT-XH": "kinh tế - xã hội"}
    assert expand(("về GD ĐT",), {"GD": "giáo dục", "GD ĐT": "giáo dục, đào tạo"}) == ("về giáo dục, đào tạo (GD ĐT)",)
    assert expand(("về KT-XH và KT",), wanted) == ("về kinh tế - xã hội (KT-XH) và kiểm tra (KT)",)


@pytest.mark.parametrize("before", ["", "Xong. ", "- ", "+ ", "Xong.\n- ", "“", "Vậy à? "])
def test_a_full_form_takes_a_capital_where_a_sentence_begins(before: str) -> None:
    assert expand((before + "KT-XH tăng",), WANTED) == (before + "Kinh tế - xã hội (KT-XH) tăng",)


@pytest.mark.parametrize("before", ["về ", "tốt; ", "Xong, ", "Xong (", "gồm: "])
def test_a_full_form_keeps_its_letter_within_a_sentence(before: str) -> None:
    assert expand((before + "KT-XH tăng",), WANTED) == (before + "kinh tế - xã hội (KT-XH) tăng",)


def test_nothing_wanted_is_nothing_done() -> None:
    assert expand(("Họp BCH", ""), {}) == ("Họp BCH", "")
    assert expand(("Họp BCH",), {"": "x", "BCH": ""}) == ("Họp BCH",)


def test_decomposed_text_and_table_meet() -> None:
    wanted = {unicodedata.normalize("NFD", short): full for short, full in WANTED.items()}
    assert expand((unicodedata.normalize("NFD", "Họp ĐU"),), wanted) == ("Họp Đảng ủy (ĐU)",)


def test_every_shipped_abbreviation_can_be_written_out() -> None:
    for short, full in shipped().items():
        (done,) = expand((f"gồm {short} và {short}",), shipped())
        assert done == f"gồm {full} ({short}) và {short}"


def test_what_may_mean_several_things_is_not_shipped_as_sure() -> None:
    assert not shipped().keys() & ambiguous().keys()
    assert {"TT", "TB", "TP", "QĐ", "CT"} <= ambiguous().keys()
    assert all(len(set(meanings)) > 1 for meanings in ambiguous().values())
    assert shipped()["UBND"] == "Ủy ban nhân dân"


def test_a_long_text_is_read_once() -> None:
    text = "họp BCH, đ/c X (BCH) " * 1000
    (done,) = expand((text,), WANTED)
    assert done == text.replace("BCH", "Ban Chấp hành (BCH)", 1).replace("đ/c", "đồng chí (đ/c)", 1)
