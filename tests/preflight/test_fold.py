"""The form in which texts are compared."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin.preflight.fold import fold, fold_all


@pytest.mark.parametrize(
    ("record", "printed"),
    [
        ("Đảng bộ", "ĐẢNG BỘ"),
        ("04 đồng chí", "04\u00a0đồng\r\nchí"),
        ("office, flyer", "o\ufb03ce, \ufb02yer"),
        ("nghị\u00adquyết", "nghị\u200bquyết"),
        ("01-KL/TW", "01\u2010KL/TW"),
        ("01-KL/TW", "01\ufffeKL/TW"),
        ("Nghị quyết", unicodedata.normalize("NFD", "Nghị quyết")),
        ("Ủy ban", unicodedata.normalize("NFD", "ỦY BAN")),
    ],
)
def test_the_same_text(record: str, printed: str) -> None:
    assert fold(record) == fold(printed)


@pytest.mark.parametrize(("one", "other"), [("hòa", "hoà"), ("ba", "bà"), ("5 - 7", "5 – 7"), ("1.250", "1,250")])
def test_another_text(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.lists(st.text()))
def test_many_are_folded_as_one_by_one(texts: list[str]) -> None:
    assert fold_all(texts) == [fold(text.replace("\x00", "")) for text in texts]
