from __future__ import annotations

import pytest

from bulletin.rules import Number, read_number
from bulletin.rules.numbers import body_code_known, has_colon


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("05-BC/ĐU", Number("05", "BC", "ĐU", "party")),
        ("Số 05 - BC / ĐU", Number("05", "BC", "ĐU", "party")),
        ("Số: 125/TB-SGDĐT", Number("125", "TB", "SGDĐT", "state")),
        ("05-QC/BTCTU-BNCTU", Number("05", "QC", "BTCTU-BNCTU", "party")),
        ("125/UBND", Number("125", "", "UBND", "state")),
        ("12-CTr/TU", Number("12", "CTr", "TU", "party")),
        ("7", Number("7")),
        ("năm", None),
        ("05/BC", Number("05", "", "BC", "state")),
        ("05-BC", None),
    ],
)
def test_a_number_is_taken_apart(typed: str, wanted: Number | None) -> None:
    assert read_number(typed) == wanted


def test_a_number_is_written_in_the_form_of_its_family() -> None:
    assert Number("5").written("party", "BC", "ĐU") == "05-BC/ĐU"
    assert Number("5").written("state", "BC", "UBND") == "05/BC-UBND"
    assert Number("125").written("state", "", "UBND-VP") == "125/UBND-VP"
    assert Number("100", "BC", "ĐU", "party").written("party") == "100-BC/ĐU"


@pytest.mark.parametrize(
    ("code", "kind", "old", "new"),
    [
        ("TU", "province", True, True),
        ("ĐU", "basic", True, True),
        ("ĐU", "cell", False, False),
        ("CB", "cell", True, True),
        ("ĐH", "basic", True, True),
        ("HU", "superior", True, False),
        ("ĐUK", "superior", True, False),
        ("VPTU", "advisory", True, True),
        ("BTGTU", "advisory", True, False),
        ("BTCTU-BNCTU", "advisory", True, True),
        ("BTCTU-ABC", "advisory", False, False),
    ],
)
def test_codes_of_bodies_are_those_of_their_time(code: str, kind: str, old: bool, new: bool) -> None:
    assert (body_code_known(code, kind, "hd36"), body_code_known(code, kind, "hd05")) == (old, new)


def test_a_colon_is_seen_behind_the_word_alone() -> None:
    assert has_colon("Số: 05-BC/ĐU")
    assert not has_colon("Số 05-BC/ĐU")
    assert not has_colon("05: BC")
