from __future__ import annotations

import pytest

from bulletin.rules import known_types, type_named


@pytest.mark.parametrize(
    ("typed", "form", "family", "wanted"),
    [
        ("BC", "hd05", "party", ("BC", "báo cáo")),
        ("bao cao", "hd05", "party", ("BC", "báo cáo")),
        ("THÔNG BÁO", "nd30", "state", ("TB", "thông báo")),
        ("quy định", "hd36", "party", ("QĐi", "quy định")),
        ("quy định", "hd05", "party", ("QĐ", "quy định")),
        ("quy định", "nd30", "state", ("QyĐ", "quy định")),
        ("công văn", "nd30", "state", ("", "công văn")),
        ("CV", "nd30", "state", ("", "công văn")),
        ("CV", "hd05", "party", ("CV", "công văn")),
        ("bb", "hd05", "party", ("BB", "biên bản")),
        ("ctr", "hd05", "party", ("CTr", "chương trình")),
    ],
)
def test_a_type_is_known_by_code_and_name(typed: str, form: str, family: str, wanted: tuple[str, str]) -> None:
    found = type_named(typed, form, family)
    assert found is not None
    assert (found.code, found.name) == wanted


@pytest.mark.parametrize("typed", ["QĐi", "tin", "XX"])
def test_what_is_no_type_of_today_is_none(typed: str) -> None:
    assert type_named(typed, "hd05", "party") is None


def test_the_old_code_is_of_the_old_form_alone() -> None:
    codes = {form: {kind.code for kind in known_types(form, "party")} for form in ("hd36", "hd05")}
    assert codes["hd36"] - codes["hd05"] == {"QĐi"}
