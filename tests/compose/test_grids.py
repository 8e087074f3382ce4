from __future__ import annotations

import pytest

from bulletin.compose import grids
from bulletin.compose.grids import Grid

from .records import GIANT, LARGE, STANDARD, record


def labels(grid: Grid) -> list[str]:
    return [column.label for column in grid.columns]


def table(columns: int, *, rows: int = 2, cell: str = "12") -> Grid:
    lines = "".join(f"      - [{', '.join([cell] * columns)}]\n" for _ in range(rows))
    names = ", ".join(f"Cột {number}" for number in range(columns))
    made = record(
        body=f"nội dung:\n  - bảng:\n      cột: [{names}]\n      hàng:\n{lines.replace('      -', '        -')}"
    )
    own = made.sections[0].table
    assert own is not None
    return grids.of_table(own)


@pytest.mark.parametrize(
    ("line", "ratio"),
    [
        ("kế hoạch: 12\n    thực hiện: 13", "108,3%"),
        ("kế hoạch: 1.250\n    thực hiện: 1.284", "102,7%"),
        ("kế hoạch: 12\n    thực hiện: 13\n    tỷ lệ: vượt xa", "vượt xa"),
        ("kế hoạch: trên 12\n    thực hiện: 13", ""),
        ("kế hoạch: 0\n    thực hiện: 13", ""),
        ("kế hoạch: 12", ""),
    ],
)
def test_the_ratio_is_computed_from_numbers_and_else_kept(line: str, ratio: str) -> None:
    assert grids.ratio(record(f"chỉ tiêu:\n  - tên: A\n    {line}\n").indicators[0]) == ratio


def test_columns_without_anything_are_left_out() -> None:
    grid = grids.indicators(record("chỉ tiêu:\n  - {tên: A, thực hiện: 13}\n  - {tên: B, đánh giá: đạt}\n").indicators)
    assert labels(grid) == ["Chỉ tiêu", "Thực hiện", "Đánh giá"]
    assert grid.rows == (("A", "13", ""), ("B", "", "đạt"))


def test_figures_are_told_from_words() -> None:
    text = "chỉ tiêu:\n  - {tên: A, kế hoạch: 'dưới 0,1', thực hiện: '98,5%', cùng kỳ: '-3', đánh giá: đạt}\n"
    text += "  - {tên: B, kế hoạch: 5}\n"
    grid = grids.indicators(record(text).indicators)
    assert [column.label for column in grid.columns if column.numeric] == ["Kế hoạch", "Thực hiện", "Cùng kỳ"]


def test_the_share_of_votes_is_computed() -> None:
    votes = record("biểu quyết:\n  - {nội dung: A, tổng: 147, đồng ý: 144}\n  - {nội dung: B, tỷ lệ: 100%}\n").votes
    assert [grids.vote_rate(vote) for vote in votes] == ["98%", "100%"]


def test_candidates_are_shown_with_their_share_of_valid_ballots() -> None:
    text = "bầu cử:\n  - bầu gì: Chi ủy\n    hợp lệ: 40\n    ứng cử: [{họ tên: Lê An, số phiếu: 30}]\n"
    grid = grids.candidates(record(text).elections[0])
    assert grid.rows == (("Lê An", "30", "75%"),)
    assert labels(grids.candidates(record(text.replace("    hợp lệ: 40\n", "")).elections[0])) == [
        "Họ và tên",
        "Số phiếu",
    ]


def test_ratings_by_level_have_a_column_for_each() -> None:
    grid = grids.ratings(
        record("xếp loại:\n  - {đối tượng: Chi bộ, HTXSNV: 2, HTTNV: 10}\n  - {đối tượng: A, mức: Tốt}\n").ratings
    )
    assert labels(grid) == ["Đối tượng", "Mức xếp loại", "HTXSNV", "HTTNV"]
    assert grid.rows == (("Chi bộ", "", "2", "10"), ("A", "Tốt", "", ""))


def test_the_time_stands_before_what_is_done() -> None:
    assert labels(grids.agenda(record("chương trình:\n  - 8h00: Khai mạc\n  - việc: Bế mạc\n").agenda)) == [
        "Thời gian", "Nội dung",
    ]  # fmt: skip
    assert labels(grids.agenda(record("chương trình:\n  - việc: Bế mạc\n    ai: Lê An\n").agenda)) == [
        "Nội dung", "Người thực hiện",
    ]  # fmt: skip


def test_widths_of_columns_fill_the_measure() -> None:
    fitted = table(5).fitted(STANDARD)
    assert sum(fitted.weights) == pytest.approx(100, abs=0.1)
    assert len(fitted.weights) == 5
    assert not fitted.cards
    assert not fitted.dense


def test_large_print_turns_wide_tables_into_cards() -> None:
    assert not table(4).fitted(LARGE).cards
    assert table(5).fitted(LARGE).cards
    assert table(2).fitted(GIANT).cards


def test_a_crowded_table_is_set_smaller_and_then_as_cards() -> None:
    assert table(8, cell="nghiêngngả").fitted(STANDARD).dense
    assert table(16, cell="nghiêngngả").fitted(STANDARD).cards


def test_in_large_print_pillars_of_text_become_cards() -> None:
    long = "Trình bày báo cáo tổng kết công tác xây dựng Đảng và phương hướng nhiệm vụ năm sau"
    assert table(3, cell=long).fitted(LARGE).cards
    assert not table(3, cell=long).fitted(STANDARD).cards


def test_cards_say_all_of_an_authors_table() -> None:
    grid = Grid((grids.Column("Năm"), grids.Column("Ghi chú")), (("2020", ""),), own=True)
    assert grid.card_rows == ((("Năm", "2020"), ("Ghi chú", "–")),)


def test_other_cards_leave_out_what_is_empty() -> None:
    grid = grids.indicators(record("chỉ tiêu:\n  - {tên: A, thực hiện: 13}\n  - {tên: B, đánh giá: đạt}\n").indicators)
    assert grid.card_rows == ((("", "A"), ("Thực hiện", "13")), (("", "B"), ("Đánh giá", "đạt")))
