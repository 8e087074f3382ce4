"""What stands in columns and what across them (`compose/stretches.py`), pull quotes, pages for notes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pytest

from bulletin.compose import Composed, Node, Setting, compose
from bulletin.compose.stretches import stretches
from bulletin.config import layout_named
from bulletin.edition import Edition
from bulletin.plan import Plan

from .records import pictures, record, words

LAYOUT = layout_named("newsletter")
TWO = LAYOUT.edition("standard")
ONE = LAYOUT.edition("standard", paper="A5")
LARGE = LAYOUT.edition("large-print")
LONG = "Chi bộ bàn việc làm đường bê tông và giao cho từng đảng viên vận động các hộ hai bên đường. " * 5
QUOTED = f"nội dung: |\n  {LONG}\n  > Đường làm xong trước Tết.\n  {LONG}\n"


def made(
    text: str, body: str = f"nội dung: {LONG}\n", *, edition: Edition = TWO, plan: Plan | None = None,
    ratios: Mapping[str, float] | None = None,
) -> Composed:  # fmt: skip
    setting = Setting(layout=LAYOUT, printed_on=dt.date(2024, 1, 5))
    of = record(text, body=body)
    return compose(of, edition, setting, pictures(of, ratios), plan)


def across(composed: Composed) -> list[str]:
    return [node.kind for node in composed.nodes if node.wide]


def widths(composed: Composed) -> list[float]:
    return [node.slot.figures[0].box_mm for node in composed.nodes if node.slot]


def test_lead_and_first_photo_stand_across_the_front_page() -> None:
    page = made("sapô: Mở đầu.\nảnh: a.jpg\nchủ trì: Lê Văn An - Bí thư\n")
    assert [node.kind for node in page.nodes] == ["paragraph", "figure", "facts", "paragraph"]
    assert across(page) == ["paragraph", "figure"]
    assert widths(page) == [pytest.approx(TWO.measure_mm, abs=0.01)]


@pytest.mark.parametrize(
    ("photos", "ratio", "is_wide"),
    [
        ("[a.jpg]", 1.5, False),
        ("[a.jpg]", 2.2, True),
        ("[{tệp: [a.jpg, b.jpg]}]", 1.5, True),
        ("[a.jpg, b.jpg]", 1.5, True),
    ],
    ids=["one", "a panorama", "a gallery", "two of a pair"],
)
def test_a_photo_in_the_text_stands_in_a_column_several_across(photos: str, ratio: float, is_wide: bool) -> None:
    body = f"nội dung:\n  - đề mục: Một\n    lời: {LONG}\n    ảnh: {photos}\n  - đề mục: Hai\n    lời: {LONG}\n"
    page = made("", body, ratios={"a.jpg": ratio, "b.jpg": ratio})
    assert ("figure" in across(page)) is is_wide
    if not is_wide:
        assert widths(page) == [pytest.approx(TWO.in_column().measure_mm, abs=0.01)]


@pytest.mark.parametrize("edition", [ONE, LARGE], ids=["A5", "large print"])
def test_with_one_column_nothing_stands_across(edition: Edition) -> None:
    page = made("sapô: Mở đầu.\nảnh: a.jpg\n", QUOTED, edition=edition)
    assert across(page) == []
    assert 'class="columns"' not in page.html
    assert [stretch.wide for stretch in stretches(page.nodes, edition)] == [True]


GRID = "biểu quyết:\n  - {nội dung: Thông qua nghị quyết, tổng: 30, đồng ý: 29, không đồng ý: 1, ý kiến khác: 0}\n"


def test_a_heading_goes_across_with_its_table() -> None:
    wide = "    bảng: {cột: [Nội dung, Số lượng người, Tỷ lệ phần trăm, So với cùng kỳ, Kế hoạch giao, Đánh giá chung]"
    rows = ", hàng: [[Tiếp dân, '1', '2', '3', '4', Tốt]]}\n"
    page = made("", f"nội dung:\n  - lời: {LONG}\n  - đề mục: Bảng\n{wide}{rows}  - đề mục: Sau\n    lời: {LONG}\n")
    assert across(page) == ["heading", "grid"]


def test_a_narrow_table_stands_in_a_column() -> None:
    page = made("", "nội dung:\n  - đề mục: Bảng\n    bảng: {cột: [Năm, Số], hàng: [['2023', '1']]}\n")
    assert across(page) == []


def test_order_is_never_changed_by_columns() -> None:
    text = "sapô: Mở đầu.\nảnh: [a.jpg, b.jpg, c.jpg]\nchủ trì: Lê Văn An\n" + GRID
    kinds = [node.kind for node in made(text, QUOTED).nodes]
    assert kinds == [node.kind for node in made(text, QUOTED, edition=ONE).nodes]
    nodes = made(text, QUOTED).nodes
    assert [node for stretch in stretches(nodes, TWO) for node in stretch.nodes] == list(nodes)


def test_a_heading_never_ends_a_stretch_of_columns() -> None:
    parts = stretches(made("sapô: A.\nảnh: [a.jpg, b.jpg, c.jpg]\n" + GRID, QUOTED).nodes, TWO)
    assert all(part.nodes[-1].kind != "heading" for part in parts)


def test_a_panel_alone_between_things_across_goes_across_too() -> None:
    table = "{cột: [Nội dung, Số lượng người, Tỷ lệ phần trăm, So với cùng kỳ, Kế hoạch giao, Đánh giá chung]"
    body = f"nội dung:\n  - bảng: {table}, hàng: [[Tiếp dân, '1', '2', '3', '4', Tốt]]}}\n    lời: ''\n"
    chairs = "chủ trì: Lê Văn An - Bí thư\n"
    assert across(made(chairs, body.replace("    lời: ''\n", ""))) == ["facts", "grid"]
    assert across(made(chairs)) == []


def test_a_short_quotation_is_pulled_out_and_printed_once() -> None:
    page = made("", QUOTED)
    assert words(page.html).count("Đường làm xong trước Tết.") == 1
    assert 'class="pull"' in page.html


@pytest.mark.parametrize(
    ("body", "edition"), [(QUOTED.replace("> Đường", "> " + LONG), TWO), (QUOTED, LARGE)], ids=["long", "large print"]
)
def test_a_long_quotation_and_one_in_large_print_are_set_as_text(body: str, edition: Edition) -> None:
    assert 'class="pull"' not in made("", body, edition=edition).html


def test_pages_for_notes_are_a_heading_and_lines_nobody_hears() -> None:
    page = made("", plan=Plan(notes=2))
    assert page.html.count('<h2 class="notes-head">Ghi chép</h2>') == 1
    assert page.html.count('<p class="notes-head" aria-hidden="true">Ghi chép</p>') == 1
    assert page.html.count('<div aria-hidden="true">') == 2
    assert "notes-head" not in made("").html


def test_the_note_for_the_press_stands_on_the_last_page() -> None:
    text = "phạm vi: không phổ biến trên báo chí\n"
    plain, noted = (made(text, plan=Plan(notes=count)).html for count in (0, 1))
    assert noted.count('class="no-press"') == plain.count('class="no-press"') == 1
    assert plain.index('class="no-press"') < plain.index("</footer>")
    assert noted.index('class="no-press"') > noted.index("Ghi chép")


def test_nodes_say_that_they_stand_across_only_where_there_are_columns() -> None:
    assert Node(kind="paragraph").wide is False
    assert all(piece.wide for piece in made("", edition=ONE).pieces)
    assert not all(piece.wide for piece in made("").pieces)
