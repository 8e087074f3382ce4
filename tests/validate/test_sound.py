"""Of a record with faults the sound part is looked at, and what is found in it stands at its right place."""

from __future__ import annotations

from bulletin.load import load_text
from bulletin.validate import examine

from .typed import BASE, PATH, faults


def sound(more: str, base: str = BASE):  # type: ignore[no-untyped-def]
    made, found = examine(load_text(base + more, PATH))
    assert found
    assert made is not None
    return made


def test_a_faulty_value_is_left_out_and_all_else_stays() -> None:
    made = sound("giờ: chiều\nphụ đề: B\nchủ trì:\n  - Lê Cúc\n  - danh xưng: ông\n")
    assert (made.time, made.subtitle) == (None, "B")
    assert [person.name for person in made.chairs] == ["Lê Cúc"]


def test_a_missing_title_or_date_has_a_stand_in() -> None:
    assert sound("", "đơn vị: A\nsapô: B\n").lead == "B"


def test_a_part_that_lacks_something_goes_with_all_in_it() -> None:
    made = sound("bầu cử:\n  - số lượng: 3\n    trúng cử: [Lê Cúc]\n  - bầu gì: Chi ủy\n")
    assert [election.body for election in made.elections] == ["Chi ủy"]


def test_what_moves_up_in_a_list_is_still_found_where_it_was_typed() -> None:
    made = sound("ảnh:\n  - chú thích: A\n  - tệp: b.jpg\n  - tệp: c.jpg\n    tâm điểm: x\n  - tệp: d.jpg\n")
    assert [photo.file[0] for photo in made.photos] == ["b.jpg", "c.jpg", "d.jpg"]
    assert [made.origin.place(("photos", place, "file", 0))[0] for place in range(3)] == [7, 8, 10]


def test_faults_between_what_moved_are_told_at_their_right_lines() -> None:
    rows = "        - 1 | 2\n        - [a, [b]]\n        - 1 | 2\n        - 1 | 2 | 3\n"
    more = f"nội dung:\n  - bảng:\n      cột: A | B\n      hàng:\n{rows}"
    assert faults(more) == [(10, 15, "not-a-line"), (12, 11, "crooked-row")]


def test_parts_inside_parts_that_fall_away_leave_the_rest() -> None:
    made = sound(
        "giấy phép:\n  số: 1\n  ngày: x\nđại biểu:\n  - phía: A\n    người:\n      - danh xưng: ông\n  - Lê Cúc\n"
    )
    assert made.licence is None
    assert [guest.name for guest in made.guests] == ["Lê Cúc"]
