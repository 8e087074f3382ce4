from __future__ import annotations

import pytest

from bulletin.compose.columns import Need, cramped, needed, shared
from bulletin.compose.widths import NOTO_SANS

LONG = "Ban hành lịch sinh hoạt và lịch kiểm tra chung của toàn Đảng bộ trong năm học mới"


def column(label: str, *cells: str, numeric: bool = False) -> Need:
    return needed(label, cells, NOTO_SANS, numeric=numeric)


def test_short_columns_are_narrow_and_the_text_takes_the_rest() -> None:
    needs = [column("Thời gian", "7h30", "14h00"), column("Nội dung", LONG, "Bế mạc")]
    time, text = shared(needs, 45.0)
    assert time == pytest.approx(needs[0].full, abs=2.5)
    assert time + text == pytest.approx(45.0)


def test_a_table_without_text_is_spread_evenly() -> None:
    needs = [column("Năm", "2020"), column("Chi bộ", "14", numeric=True), column("Kết nạp", "10", numeric=True)]
    widths = shared(needs, 45.0)
    gaps = [width - need.full for width, need in zip(widths, needs, strict=True)]
    assert gaps == pytest.approx([gaps[0]] * 3)


def test_two_columns_of_text_share_in_the_way_that_takes_the_fewest_lines() -> None:
    needs = [column("Việc", LONG), column("Chủ trì", "Văn phòng Đảng ủy Sở")]
    long, short = shared(needs, 30.0)
    assert long > short
    assert short >= needs[1].least


def test_heads_fold_before_cells_do() -> None:
    needs = [column("Tỷ lệ trên phiếu hợp lệ", "98,6%", numeric=True), column("Họ và tên", "Nguyễn Thị Bạch Vân")]
    share, name = shared(needs, needs[0].folded + needs[1].longest + 0.2)
    assert share < needs[0].full
    assert name >= needs[1].longest - 0.01


def test_where_words_do_not_fit_there_are_no_widths() -> None:
    assert shared([column("Nguyễnvănan", "Trầnthịbình"), column("Lêhoàngcường", "1")], 8.0) == []


def test_no_column_is_narrower_than_its_widest_word() -> None:
    needs = [column(f"Chỉ tiêu số {number}", "hoàn thành tốt", "1.250.000") for number in range(8)]
    room = sum(need.least for need in needs) + 1
    assert all(width >= need.least - 1e-6 for width, need in zip(shared(needs, room), needs, strict=True))


def test_a_pillar_of_text_is_told() -> None:
    needs = [column("Việc", LONG), column("Ai", LONG)]
    assert cramped([9.0, 30.0], needs)
    assert not cramped([20.0, 20.0], needs)
