"""Faults that lie between values."""

from __future__ import annotations

import pytest

from bulletin.model.fields import MOST_PHOTOS

from .typed import BASE, faults, problems, record


def test_a_record_needs_an_organisation_and_text_of_its_own_or_a_lead() -> None:
    base = "tiêu đề: A\nngày: 1/1/2024\n"
    assert [message for _, _, message in faults("", base)] == ["missing", "missing"]
    assert faults("đơn vị: A\nsapô: B\n", base) == []
    assert faults("đơn vị: A\nnội dung: B\n", base) == []
    assert faults("đơn vị:\nnội dung:\n", base) == [(3, 8, "missing"), (4, 10, "missing")]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("trạng thái: duyệt\nngười duyệt: A\nngày duyệt: 1/1/2024\n", []),
        ("trạng thái: duyệt\n", [(5, 13, "approval-incomplete"), (5, 13, "approval-incomplete")]),
        ("trạng thái: duyệt\nngười duyệt: A\nngày duyệt:\n", [(7, 12, "approval-incomplete")]),
        ("trạng thái: nháp\n", []),
    ],
)
def test_an_approval_has_a_name_and_a_day(more: str, expected: list[tuple[int, int, str]]) -> None:
    assert faults(more) == expected


@pytest.mark.parametrize(
    ("date", "end", "expected"),
    [
        ("26/9/2025", "27/9/2025", []),
        ("26/9/2025", "26/9/2025", []),
        ("26-27/9/2025", "27/9/2025", []),
        ("26-27/9/2025", "28/9/2025", ["two-last-days"]),
        ("26/9/2025", "25/9/2025", ["ends-before"]),
    ],
)
def test_the_last_day_is_told_once_and_is_not_before_the_first(date: str, end: str, expected: list[str]) -> None:
    base = BASE.replace("29/12/2023", date)
    assert [kind for _, _, kind in faults(f"ngày kết thúc: {end}\n", base)] == expected


def test_a_conference_has_two_kinds_at_most() -> None:
    assert faults("loại:\n  - tổng kết\n  - kết nạp\n  - họp\n") == [(8, 5, "too-many-kinds")]


def test_a_record_has_a_limit_of_photos_wherever_they_stand() -> None:
    more = "nội dung:\n  - lời: A\n    ảnh: [x.jpg, y.jpg]\nảnh:\n"
    files = "".join(f"  - anh/{number}.jpg\n" for number in range(MOST_PHOTOS - 2))
    assert faults(more + files) == []
    assert faults(more + files + "  - anh/thừa.jpg\n  - anh/nữa.jpg\n") == [(307, 5, "too-many-photos")]


def test_parts_have_three_levels() -> None:
    three = "nội dung:\n  - đề mục: A\n    mục:\n      - đề mục: B\n        mục:\n          - đề mục: C\n"
    assert faults(three) == []
    deeper = "            mục:\n              - D\n              - E\n"
    assert faults(three + deeper) == [(12, 15, "too-deep")]


def table(columns: str, *rows: str) -> str:
    return f"nội dung:\n  - bảng:\n      cột: {columns}\n      hàng:\n" + "".join(f"        - {row}\n" for row in rows)


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        (table("A | B", "1 | 2", "3 | 4"), []),
        (table("A | B", "1 | 2", "3"), [(10, 11, "crooked-row")]),
        (table("A | B", "1 | 2 | 3", "3", "5 | 6"), [(9, 11, "crooked-row"), (10, 11, "crooked-row")]),
        (table("A, B", "1 | 2", "3 | 4"), [(7, 12, "crooked-table")]),
        (table("A | B", "1"), [(9, 11, "crooked-row")]),
    ],
)
def test_each_row_of_a_table_has_a_cell_for_each_column(more: str, expected: list[tuple[int, int, str]]) -> None:
    assert faults(more) == expected


@pytest.mark.parametrize(
    ("mark", "expected"),
    [("quang-canh", []), ("1", []), ("quang-can", ["unknown-photo"]), ("hop", ["photo-not-clear"])],
)
def test_a_mark_means_one_photo(mark: str, expected: list[str]) -> None:
    photos = "ảnh: [anh/quang-canh.jpg, sang/hop.jpg, chieu/hop.jpg]\n"
    assert [kind for _, _, kind in faults(f"{photos}nội dung: |\n  Một.\n\n  [ảnh: {mark}]\n")] == expected


def test_the_line_of_a_mark_is_told_and_the_nearest_name() -> None:
    [problem] = problems("ảnh: anh/quang-canh.jpg\nnội dung: |\n\n  Một.\n  [ảnh: quang cảng]\n")
    assert (problem.line, problem.column) == (9, 3)
    assert "“quang-canh”" in problem.hint


def test_a_photo_is_placed_once() -> None:
    text = "  [ảnh: a]\n  [ảnh: 1]\n"
    assert faults(f"ảnh: a.jpg\nnội dung: |\n  Một.\n{text}") == [(9, 3, "photo-twice")]


def test_a_mark_in_the_lead_is_looked_at_too() -> None:
    base = BASE.replace("sapô: Buổi họp.", "sapô: '[ảnh: x]'")
    assert [kind for _, _, kind in faults("", base)] == ["unknown-photo"]


def test_dates_of_a_sound_record_stay() -> None:
    assert str(record("ngày kết thúc: 30/12/2023\n").last_day) == "2023-12-30"
