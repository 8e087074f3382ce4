from __future__ import annotations

import datetime as dt

from bulletin.compose.issue import Line
from bulletin.compose.registers import Who, days, month, people, who_is_who

from .records import LARGE, STANDARD, record


def named(*names: str) -> list[tuple[Who, int, str]]:
    found = who_is_who([record(f"kết nạp: [{', '.join(names)}]\n")])
    return [(who, 7, "r1-n-1") for who in found[0]]


def entries(*names: str) -> list[tuple[str, list[str]]]:
    section = people(STANDARD, named(*names))
    return [(group.heading, [entry.text for entry in group.entries]) for group in section.groups]


def test_people_stand_by_given_name_under_its_letter() -> None:
    found = entries("Lê Đức", "Lê Ân", "Lê Dũng", "Lê Ánh", "Lê Bình", "Lê Ơn", "Lê Oanh", "Lê Ân Ái", "Y Ất")
    assert found == [
        ("A", ["Lê Ân Ái, 7", "Lê Ánh, 7"]),
        ("Â", ["Lê Ân, 7", "Y Ất, 7"]),
        ("B", ["Lê Bình, 7"]),
        ("D", ["Lê Dũng, 7"]),
        ("Đ", ["Lê Đức, 7"]),
        ("O", ["Lê Oanh, 7"]),
        ("Ơ", ["Lê Ơn, 7"]),
    ]


def test_one_person_has_one_entry_with_all_pages_in_order() -> None:
    first, second = who_is_who([record("chủ trì: Lê Thị Hoà, Bí thư\n"), record("thư ký: LÊ THỊ HÒA - Chủ tịch xã\n")])
    places = [(second[0], 12, "b"), (first[0], 9, "a"), (second[0], 9, "c"), (first[0], 3, "a")]
    (group,) = people(STANDARD, places).groups
    (entry,) = group.entries
    assert entry.text == "Lê Thị Hoà, 3, 9, 12"
    assert [(reference.page, reference.target) for reference in entry.references] == [(3, "a"), (9, "a"), (12, "b")]


def test_two_people_of_one_name_in_one_list_are_told_apart_by_their_offices() -> None:
    lists = who_is_who(
        [record("kết nạp: [Lê An - Giáo viên, Lê An - Kế toán]\n"), record("chủ trì: Lê An, Kế toán\n")],
    )
    assert [[who.words for who in own] for own in lists] == [["Lê An, Giáo viên", "Lê An, Kế toán"], ["Lê An, Kế toán"]]
    assert lists[0][1].key == lists[1][0].key != lists[0][0].key


def test_a_name_in_capitals_is_calm_in_large_print() -> None:
    (who,) = who_is_who([record("thư ký: LÊ THỊ HÒA\n")])[0]
    assert people(STANDARD, [(who, 3, "a")]).groups[0].entries[0].text == "LÊ THỊ HÒA, 3"
    assert people(LARGE, [(who, 3, "a")]).groups[0].entries[0].text == "Lê Thị Hòa, 3"


def test_days_stand_in_their_order_each_month_for_itself() -> None:
    def line(text: str) -> Line:
        return Line(text=text, page=5, target="r1-story")

    lines = [(dt.date(2026, 3, 5), line("b")), (dt.date(2025, 12, 31), line("a")), (dt.date(2026, 3, 4), line("c"))]
    found = [(group.heading, [one.text for one in group.lines]) for group in days(lines).groups]
    assert found == [("Tháng 12 năm 2025", ["a"]), ("Tháng 3 năm 2026", ["c", "b"])]


def test_a_month_is_written_as_in_long_dates() -> None:
    assert month(dt.date(2026, 2, 3)) == "Tháng 02 năm 2026"
