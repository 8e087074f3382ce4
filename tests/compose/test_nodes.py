from __future__ import annotations

from bulletin.compose.nodes import Entry, Node, named, plain, roll

from .records import LARGE, STANDARD, record

SHORT = [f"Nguyễn Văn {name}" for name in ("An", "Ba", "Cam", "Dân", "Em")]


def across(names: list[str], *, large: bool = False) -> int:
    people = record(f"kết nạp: [{', '.join(names)}]\n").admitted
    return roll(people, LARGE if large else STANDARD).across


def test_many_people_with_short_lines_stand_side_by_side() -> None:
    assert across(SHORT) == 3
    assert across([f"{name} - Trưởng phòng Tổ chức" for name in SHORT]) == 2
    assert across([f"{name} - Trưởng phòng Tổ chức cán bộ, Chủ tịch Công đoàn cơ quan Sở" for name in SHORT]) == 1


def test_few_people_stand_one_below_the_other() -> None:
    assert across(SHORT[:3]) == 1


def test_large_print_has_one_column() -> None:
    assert across(SHORT, large=True) == 1


def test_every_node_and_entry_gets_a_name_of_its_own() -> None:
    inner = Entry(spans=plain("c"))
    nodes = named([Node(kind="paragraph"), Node(kind="list", entries=(Entry(spans=plain("a"), entries=(inner,)),))])
    assert [node.id for node in nodes] == ["n-0", "n-1"]
    assert nodes[1].entries[0].id == "n-1-0"
    assert nodes[1].entries[0].entries[0].id == "n-1-0-0"
    assert named([Node(kind="figure", id="fig-1")])[0].id == "fig-1"
