from __future__ import annotations

import pytest

from bulletin.compose.strict import ident, number


def test_a_number_is_printed_as_it_is() -> None:
    assert [str(number(value)) for value in (0, -1, 12.5)] == ["0", "-1", "12.5"]


@pytest.mark.parametrize("value", ["1", "1}x{", None, True, (1,)])
def test_what_is_no_number_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match="a number is wanted"):
        number(value)


def test_a_name_is_printed_as_it_is() -> None:
    assert [str(ident(value)) for value in ("a1-end-by", "phu_luc", "")] == ["a1-end-by", "phu_luc", ""]


@pytest.mark.parametrize("value", ["a b", "a}", "a{x:y", "url(x)", "a;", "@import", "a\n", "ạ", "</style>", 1, None])
def test_what_is_no_name_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match="a name is wanted"):
        ident(value)
