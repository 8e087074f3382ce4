from __future__ import annotations

import pytest
from hypothesis import given, settings

from bulletin.vietnamese.quotes import quotes
from vietnamese.letters import lines


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ('phong trào "Dân vận khéo" và', "phong trào “Dân vận khéo” và"),
        ('"Học tập", "làm theo".', "“Học tập”, “làm theo”."),
        ('("Năm 2024")', "(“Năm 2024”)"),
        ("câu \"nói 'tốt' nhất\"", "câu “nói ‘tốt’ nhất”"),
        ("\"'tốt'\"", "“‘tốt’”"),
        ("H'Hen Niê nói 'được'", "H'Hen Niê nói ‘được’"),
        ('tivi 55" và "máy tính"', 'tivi 55" và “máy tính”'),
        ('**"Dân vận khéo"**', "**“Dân vận khéo”**"),
        ('"Dân vận khéo"-"Nhà sạch"', "“Dân vận khéo”-“Nhà sạch”"),
    ],
)
def test_pairs_become_typographic(typed: str, printed: str) -> None:
    assert quotes(typed) == printed


@pytest.mark.parametrize(
    "typed",
    [
        "H'Hen Niê, Y Moan, M'Nông",
        'màn hình 55"',
        "dài 30' và 5'30\"",
        'chỉ một "dấu mở',
        'chỉ một dấu đóng"',
        '"thiếu dấu cách"và chữ',
        '"một "hai" ba"',
        '""',
        '" xa "',
        "đã có “dấu” đúng",
        '"màn 55" loại" mới',
        '"Dân vận"khéo và "tốt',
        '"Dân vận"khéo tốt"',
    ],
)
def test_what_does_not_pair_without_doubt_stays_as_typed(typed: str) -> None:
    assert quotes(typed) == typed


def test_of_two_quotations_that_overlap_the_single_one_stays_as_typed() -> None:
    assert quotes("'mở \"chồng' lên\"") == "'mở “chồng' lên”"


@settings(derandomize=True, deadline=None)
@given(lines)
def test_nothing_but_straight_signs_changes(line: str) -> None:
    done = quotes(line)
    assert len(done) == len(line)
    assert all(old == new or (old in "\"'" and new in "“”‘’") for old, new in zip(line, done, strict=True))
    assert quotes(done) == done
