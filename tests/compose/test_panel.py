from __future__ import annotations

import pytest

from bulletin.compose.panel import attendance, facts, manner, person_line, person_spans, rolls, when

from .records import LARGE, STANDARD, record

PEOPLE = "\n".join(f"  - Nguyễn Văn {name}" for name in ("An", "Ba", "Cam", "Dân", "Em", "Giao", "Hà", "Lan", "Mai"))


def shown(text: str) -> dict[str, list[str]]:
    return {
        fact.label: ["".join(span.text for span in line.spans) for line in fact.lines]
        for fact in facts(record(text), STANDARD)
    }


@pytest.mark.parametrize(
    ("lines", "printed"),
    [
        ("", "Thứ Sáu, 29/12/2023"),
        ("giờ: 14h\n", "14 giờ 00, chiều thứ Sáu, 29/12/2023"),
        ("giờ: 7h30\ngiờ kết thúc: 11h\n", "07 giờ 30 - 11 giờ 00, sáng thứ Sáu, 29/12/2023"),
        ("giờ kết thúc: 11h\n", "Đến 11 giờ 00, thứ Sáu, 29/12/2023"),
        ("buổi: tối\n", "Tối thứ Sáu, 29/12/2023"),
        ("đến ngày: 30/12/2023\n", "Từ thứ Sáu, 29/12/2023 đến thứ Bảy, 30/12/2023"),
    ],
)
def test_when_it_was_is_told_in_one_line(lines: str, printed: str) -> None:
    assert when(record(lines)) == printed


def test_how_many_came_is_told_in_one_line() -> None:
    text = "số lượng:\n  triệu tập: 34\n  có mặt: 33/34\n  vắng có lý do: 01\n  dự bị: 02\n"
    assert attendance(record(text)) == "Triệu tập 34; có mặt 33/34; vắng có lý do 01; đảng viên dự bị 02"
    assert attendance(record()) == ""


def test_the_manner_names_platform_and_sites() -> None:
    text = "hình thức: trực tuyến\nnền tảng: Zoom\nđiểm cầu: 27\n"
    assert manner(record(text)) == "Trực tuyến (Zoom), 27 điểm cầu"


def test_a_name_is_strong_and_what_stands_around_it_is_not() -> None:
    person = record("chủ trì: đồng chí Lê Văn An, Bí thư\n").chairs[0]
    assert [(span.text, span.strong) for span in person_spans(person)] == [
        ("Đồng chí ", False), ("Lê Văn An", True), (", Bí thư", False),
    ]  # fmt: skip
    assert person_line(person) == "đồng chí Lê Văn An, Bí thư"


def test_a_row_stands_only_where_something_is_known() -> None:
    assert list(shown("")) == ["Thời gian"]
    assert shown("kỳ báo cáo: năm 2023\n")["Kỳ báo cáo"] == ["Năm 2023"]


def test_the_people_of_a_side_stand_below_its_name() -> None:
    text = "đại biểu:\n  - phía: Sở Nội vụ\n    người: [Lê Văn An, Trần Thị Ba]\n  - Hồ Thị Cam\n"
    lines = facts(record(text), STANDARD)[1].lines
    assert [line.role for line in lines] == ["side", "member", "member", ""]
    assert lines[0].keep
    assert "".join(span.text for span in lines[0].spans) == "Sở Nội vụ:"


def test_a_long_list_leaves_the_panel() -> None:
    text = f"chủ trì:\n{PEOPLE}\n"
    assert "Chủ trì" not in shown(text)
    assert [(roll.heading, len(roll.people)) for roll in rolls(record(text), STANDARD)] == [("Chủ trì", 9)]
    assert rolls(record(), STANDARD) == ()


def test_large_print_has_less_room_in_its_panel() -> None:
    seven = record("thành phần: [một, hai, ba, bốn, năm, sáu, bảy]\n")
    assert rolls(seven, STANDARD) == ()
    assert [roll.lines for roll in rolls(seven, LARGE)] == [("một", "hai", "ba", "bốn", "năm", "sáu", "bảy")]


def test_long_lists_of_guests_keep_their_order_and_sides() -> None:
    text = f"đại biểu:\n  - phía: Tỉnh ủy\n    người:\n{PEOPLE.replace('  -', '      -')}\n  - Hồ Thị Cam\n"
    found = rolls(record(f"chủ trì:\n{PEOPLE}\n{text}"), STANDARD)
    assert [(roll.heading, roll.level, len(roll.people)) for roll in found] == [
        ("Chủ trì", 2, 9), ("Đại biểu", 2, 0), ("Tỉnh ủy", 3, 9), ("Đại biểu khác", 3, 1),
    ]  # fmt: skip


def test_no_row_of_a_panel_stands_alone_at_the_end_of_a_page() -> None:
    rows = facts(record("địa điểm: A\nđơn vị tổ chức: [a, b]\n"), STANDARD)
    assert [fact.label for fact in rows] == ["Thời gian", "Địa điểm", "Đơn vị tổ chức"]
    assert [[line.keep for line in fact.lines] for fact in rows] == [[True], [True], [False, False]]


def test_where_pages_hold_a_few_lines_rows_are_not_kept_together() -> None:
    rows = facts(record("địa điểm: A\nđơn vị tổ chức: B\n"), LARGE.zoomed(300))
    assert not any(line.keep for fact in rows for line in fact.lines)
