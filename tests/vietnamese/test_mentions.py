from __future__ import annotations

import pytest

from bulletin.vietnamese.mentions import identity, level, mentions


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nguyễn Thị Hoà", "Nguyễn Thị Hòa"),
        ("LÊ VĂN THUỶ", "Lê  Văn Thủy"),
        ("Trần Thị Thu\u0309y", "Trần Thị Thủy"),
    ],
)
def test_one_name_however_it_is_written(one: str, other: str) -> None:
    assert identity(one) == identity(other)


@pytest.mark.parametrize("other", ["Lê Văn Ân", "Lê Văn Án", "Lê Văn Anh", "Lê Vân An", "Lê An"])
def test_other_letters_or_tones_make_another_name(other: str) -> None:
    assert identity("Lê Văn An") != identity(other)


def test_a_name_is_found_as_a_whole_only() -> None:
    text = level("Lê Văn Anh, Lê\u00a0Văn An. Đồng chí LÊ VĂN AN; lê văn an")
    assert mentions(["Lê Văn An"], text) == {"Lê Văn An": (12, 32, 43)}


def test_a_part_of_a_longer_known_name_is_no_other() -> None:
    text = level("Lê Văn An Bình và Lê Văn An")
    assert mentions(["Lê Văn An", "Lê Văn An Bình"], text) == {"Lê Văn An Bình": (0,), "Lê Văn An": (18,)}


def test_a_name_does_not_run_from_one_block_into_the_next() -> None:
    assert mentions(["Lê Văn An"], level("Lê Văn\nAn")) == {}
    assert mentions(["Lê Văn An"], level("Lê Văn \t An")) == {"Lê Văn An": (0,)}


def test_signs_in_a_name_mean_nothing_else() -> None:
    assert mentions(["H'Hen Niê (Y Soa)", ""], level("chị H'Hen Niê (Y Soa) và chị")) == {"H'Hen Niê (Y Soa)": (4,)}
