from __future__ import annotations

import random
import unicodedata

import pytest

from bulletin.vietnamese.names import ORDERS, Order, sort_key, split_name
from vietnamese.letters import ACCENTED

# What ICU's collator for `vi` gives.
ICU_LETTERS = "a à ả ã á ạ ă â ấ ậ b d đ e ê o ô ơ u ư"
ICU_TONES = "ma mà mả mã má mạ"
ICU_ALPHABET = "a ă â b c d đ e ê f g h i j k l m n o ô ơ p q r s t u ư v w x y z"
PEOPLE = (
    "Nguyễn Văn An", "Trần Văn An", "Nguyễn Văn Án", "Lê Thị Ân", "Bùi Thị Bình", "Bùi Văn Bình", "Đặng Thị Bình",
    "Cao Văn Dũng",
    "Lê Đức", "Trần Thị Hoa", "Trần Thị Hòa", "Trần Thị Hoàng", "Y Moan", "H'Hen Niê", "Lê Thị Sáu", "Lê Văn Út",
)  # fmt: skip


def shuffled(items: list[str]) -> list[str]:
    mixed = list(items)
    random.Random(7).shuffle(mixed)
    return mixed


@pytest.mark.parametrize("row", [ICU_LETTERS, ICU_TONES, ICU_ALPHABET, "1 2 a", "hoa hòa hỏa họa hoan hoàn"])
def test_letters_and_tones_stand_in_the_order_of_icu(row: str) -> None:
    assert sorted(shuffled(row.split()), key=sort_key) == row.split()
    capitals = row.upper().split()
    assert sorted(shuffled(capitals), key=sort_key) == capitals


@pytest.mark.parametrize("vowel", "aăâeêioôơuưy")
def test_each_vowel_has_its_tones_in_order(vowel: str) -> None:
    row = [
        unicodedata.normalize("NFC", f"t{vowel}{tone}")
        for tone in ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
    ]
    assert sorted(shuffled(row), key=sort_key) == row


def test_people_are_sorted_by_given_name_then_family_then_middle() -> None:
    assert sorted(shuffled(list(PEOPLE)), key=sort_key) == list(PEOPLE)


def test_decomposed_names_stand_where_composed_ones_do() -> None:
    decomposed = [unicodedata.normalize("NFD", name) for name in PEOPLE]
    assert sorted(shuffled(decomposed), key=sort_key) == decomposed


def test_a_syllable_counts_before_the_letters_of_the_next() -> None:
    def key(name: str) -> tuple[object, ...]:
        return sort_key(name, order="as-written")

    # ICU compares all letters before any tone and would have it the other way round.
    assert sorted(["làm an", "lam anh"], key=key) == ["lam anh", "làm an"]


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        ("given-family-middle", ["Lê Văn An", "Trần Bá An", "H'Hen Niê"]),
        ("given-middle-family", ["Trần Bá An", "Lê Văn An", "H'Hen Niê"]),
        ("as-written", ["H'Hen Niê", "Lê Văn An", "Trần Bá An"]),
    ],
)
def test_the_order_of_parts_can_be_chosen(order: Order, wanted: list[str]) -> None:
    assert sorted(["Lê Văn An", "H'Hen Niê", "Trần Bá An"], key=lambda name: sort_key(name, order=order)) == wanted
    assert order in ORDERS


def test_names_alike_but_for_capitals_keep_one_order() -> None:
    assert sorted(["lê an", "Lê An", "LÊ AN"], key=sort_key) == sorted(["LÊ AN", "lê an", "Lê An"], key=sort_key)


def test_every_letter_is_told_from_every_other() -> None:
    keys = {sort_key(letter)[0] for letter in ACCENTED if letter.islower()}
    assert len(keys) == 67


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Nguyễn Thị Bạch Vân", ("Nguyễn", "Thị Bạch", "Vân")),
        ("Lê An", ("Lê", "", "An")),
        ("Lan", ("", "", "Lan")),
        ("", ("", "", "")),
        ("Nguyễn Thị Hoa (B)", ("Nguyễn", "Thị", "Hoa")),
        ("H'Hen Niê", ("H'Hen", "", "Niê")),
    ],
)
def test_a_name_has_family_middle_and_given_name(name: str, parts: tuple[str, str, str]) -> None:
    assert split_name(name) == parts
