"""What a record lacks, and levels that are none of today's."""

from __future__ import annotations

import pytest

from bulletin.load import load_text
from bulletin.proofread import proofread
from bulletin.validate import validate
from proofread.reader import HEAD, PATH, told

WITHOUT_CHAIRS = HEAD.replace("chủ trì: Lê Văn Nam - Bí thư Chi bộ\n", "")


def ids(text: str) -> list[tuple[str, int]]:
    source = load_text(text, PATH)
    return [(problem.id, problem.line) for problem in proofread(validate(source), source, {})]


@pytest.mark.parametrize("more", ["loại: tổng kết\n", "số lượng: 34\n", "thành phần: Toàn thể đảng viên\n"])
def test_a_session_without_a_chair_is_told_of_the_record_as_a_whole(more: str) -> None:
    assert ids(WITHOUT_CHAIRS + more) == [("no-chairs", 0)]


@pytest.mark.parametrize("more", ["", "loại: báo cáo\n", "loại: ký kết\n"])
def test_news_reports_and_signings_need_no_chair(more: str) -> None:
    assert ids(WITHOUT_CHAIRS + more) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("xếp loại:\n  - đối tượng: Tổ 1\n    mức: Trong sạch vững mạnh tiêu biểu\n", 3),
        ("xếp loại:\n  - đối tượng: Tổ 1\n    Xuất sắc: 2\n", 3),
    ],
)
def test_a_level_outside_the_four_is_told(text: str, line: int) -> None:
    assert told(text) == [("unknown-level", line)]


@pytest.mark.parametrize(
    "level", ["Hoàn thành xuất sắc nhiệm vụ", "hoàn thành tốt nhiệm vụ", "Không hoàn thành nhiệm vụ"]
)
def test_the_four_levels_are_known_in_any_case(level: str) -> None:
    assert told(f"xếp loại:\n  - đối tượng: Tổ 1\n    mức: {level}\n") == []


def test_their_abbreviations_are_levels_too() -> None:
    assert told("xếp loại:\n  - đối tượng: Tổ 1\n    HTXSNV: 2\nbỏ qua: unknown-abbreviation\n") == []


def test_before_the_four_were_introduced_others_were_in_use() -> None:
    text = HEAD.replace("29/12/2023", "29/12/2016") + "xếp loại:\n  - đối tượng: Tổ 1\n    mức: Trong sạch vững mạnh\n"
    assert ids(text) == []


PAPER = HEAD + "văn bản:\n  thể thức: đảng\n  loại: {type}\n  ngày ban hành: {day}\n"


@pytest.mark.parametrize("day", ["28/12/2023", "02/01/2023"])
def test_a_paper_issued_before_its_conference_is_told(day: str) -> None:
    text = PAPER.format(type="TB", day=day)
    assert ids(text) == [("issued-earlier", text.count("\n"))]


@pytest.mark.parametrize(("type_", "day"), [("TB", "29/12/2023"), ("KH", "20/12/2023"), ("Giấy mời", "20/12/2023")])
def test_a_paper_of_the_same_day_and_one_that_prepares_it_are_not(type_: str, day: str) -> None:
    assert ids(PAPER.format(type=type_, day=day)) == []
