from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin.vietnamese.numbers import Number, count, percent, read_number, read_quantity, write_number


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("5.186.287", "5186287"), ("278,33", "278.33"), ("08", "8"), ("1.234", "1234"), ("1.234,5", "1234.5"),
        ("1,234", "1.234"),
        ("98,5%", "98.5"), ("98,5 %", "98.5"), ("0", "0"), ("0,5", "0.5"), ("1234", "1234"), (" 12 ", "12"), ("-3,5",
        "-3.5"),
        ("\u22123", "-3"), ("+3", "3"), ("100%", "100"),
    ],
)  # fmt: skip
def test_a_stop_parts_thousands_and_a_comma_decimals(typed: str, value: str) -> None:
    assert read_number(typed) == Decimal(value)


@pytest.mark.parametrize(
    "typed",
    [
        "", "1.5", "12.34", "1.2345", "1.234.56", "0.123", "1,2,3", "1,", ",5", "5 186 287", "5,186,287", "hai",
        "12 người", "33/34", "1e5",
        "٣", "--1", "%", "9" * 25, "NaN", "Infinity",
    ],
)  # fmt: skip
def test_anything_else_is_words(typed: str) -> None:
    assert read_number(typed) is None


@pytest.mark.parametrize(
    ("typed", "prefix", "value"),
    [("hơn 160", "hơn", 160), ("Gần 1.200", "Gần", 1200), ("tre\u0302n 5", "trên", 5), ("33", "", 33)],
)
def test_a_word_for_about_may_stand_before_a_number(typed: str, prefix: str, value: int) -> None:
    assert read_quantity(typed) == Number(Decimal(value), prefix, typed)


@pytest.mark.parametrize("typed", ["hơn", "hơn trăm", "rất 5", "hơn hơn 5", "", "đông đảo"])
def test_other_words_are_no_quantity(typed: str) -> None:
    assert read_quantity(typed) is None


@pytest.mark.parametrize(
    ("value", "places", "written"),
    [
        ("1234567.5", None, "1.234.567,5"), ("1.50", None, "1,50"), ("0", None, "0"), ("-1234", None, "-1.234"),
        ("2.5", 0, "3"),
        ("12345.65", 1, "12.345,7"), ("1", 2, "1,00"), ("-0.04", 1, "0,0"), ("1E+6", None, "1.000.000"),
        ("123456789012345678901234", 2, "123.456.789.012.345.678.901.234,00"),
    ],
)  # fmt: skip
def test_numbers_are_written_as_vietnam_does(value: str, places: int | None, written: str) -> None:
    assert write_number(Decimal(value), places) == written


def test_many_digits_are_kept() -> None:
    assert write_number(Decimal("9" * 24), 6) == ".".join(["999"] * 8) + ",000000"


@settings(derandomize=True, deadline=None)
@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**15), max_value=10**15))
def test_what_is_written_is_read_again(value: Decimal) -> None:
    assert read_number(write_number(value)) == value


@settings(derandomize=True, deadline=None)
@given(st.text(alphabet="0123456789.,-+% ", max_size=30))
def test_what_is_read_means_the_same_when_written(text: str) -> None:
    value = read_number(text)
    assert value is None or read_number(write_number(value)) == value


@pytest.mark.parametrize(
    ("part", "whole", "written"),
    [
        (15, 14, "107,1%"), (34, 34, "100%"), (1, 3, "33,3%"), (1, 2, "50%"), (0, 5, "0%"), (2999, 3000, "99,9%"),
        (3001, 3000, "100,1%"),
        (5, 0, ""), (1, 16, "6,3%"), (10**24, 1, "100.000.000.000.000.000.000.000.000%"),
    ],
)  # fmt: skip
def test_a_share_has_at_most_one_decimal_and_only_the_whole_is_100(part: int, whole: int, written: str) -> None:
    assert percent(part, whole) == written
    assert percent(Decimal(part), Decimal(whole)) == written


def test_counts_below_ten_have_two_digits() -> None:
    assert [count(n) for n in (0, 1, 4, 9, 10, 24, 1200)] == ["0", "01", "04", "09", "10", "24", "1.200"]
