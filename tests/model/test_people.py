from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from bulletin.model import Guest, Person, Site
from bulletin.model.fields import Model


def person(line: str) -> Person:
    return Person.model_validate(Person.from_line(line))


def fault(model: type[Model], **typed: Any) -> str:
    with pytest.raises(ValidationError) as caught:
        model.model_validate(typed)
    return caught.value.errors()[0]["type"]


@pytest.mark.parametrize(
    ("line", "honorific", "rank", "name", "titles"),
    [
        ("Lê Thị Bạch Cúc - TUV, Bí thư", "", "", "Lê Thị Bạch Cúc", "TUV, Bí thư"),
        ("Lê Thị Bạch Cúc, Bí thư - Hiệu trưởng", "", "", "Lê Thị Bạch Cúc", "Bí thư - Hiệu trưởng"),
        ("Lê Cúc – Bí thư – Hiệu trưởng", "", "", "Lê Cúc", "Bí thư – Hiệu trưởng"),
        ("đồng chí Đại tá Lê Cúc, Chính ủy", "đồng chí", "Đại tá", "Lê Cúc", "Chính ủy"),
        ("TS.BS. Lê Cúc", "", "TS.BS.", "Lê Cúc", ""),
        ("đ/c Lê Cúc", "đ/c", "", "Lê Cúc", ""),
        ("Đoàn Chủ tịch", "", "", "", "Đoàn Chủ tịch"),
        ("Bí thư Đảng ủy xã", "", "", "", "Bí thư Đảng ủy xã"),
    ],
)
def test_a_line_is_taken_apart_and_nothing_of_it_is_lost(
    line: str, honorific: str, rank: str, name: str, titles: str
) -> None:
    read = person(line)
    assert (read.honorific, read.rank, read.name) == (honorific, rank, name)
    assert read.titles == ((titles,) if titles else ())


def test_a_name_or_an_office_is_needed() -> None:
    assert Person(titles=("Bí thư",)).titles
    assert fault(Person, honorific="ông", organisation="Sở Y tế") == "nobody"


def test_a_side_has_a_name_and_people() -> None:
    people = [{"name": "Lê Cúc"}]
    assert Guest.model_validate({"side": "Sở Y tế", "people": people}).people[0].name == "Lê Cúc"
    assert fault(Guest, people=people) == "no_side"
    assert fault(Guest, side="Sở Y tế") == "no_people"
    assert fault(Guest, honorific="ông") == "nobody"


def test_a_number_alone_counts_the_sites_and_words_name_one() -> None:
    assert Site.from_line("12") == {"count": "12"}
    assert Site.from_line("Xã Tân Lập") == {"name": "Xã Tân Lập"}


def test_people_at_a_site_need_its_name() -> None:
    assert fault(Site, chairs=[{"name": "Lê Cúc"}]) == "no_site"
