from __future__ import annotations

import pytest

from bulletin.render import Box, lay_out

from .sample import page

MM = 0.02
"""Tolerance: the engine counts in 1024ths of a pixel."""

# Lines of exactly 5 mm on a page of 100 x 100 mm with a margin of 10 mm.
STYLE = """
@page { size: 100mm 100mm; margin: 10mm; @top-left { content: "đầu" } }
html { font-size: 10pt; line-height: 5mm } body { margin: 0 } p { margin: 0; orphans: 1; widows: 1 }
"""


def edges(box: Box) -> tuple[object, ...]:
    return box.id, box.page, *(round(edge, 1) for edge in (box.top_mm, box.bottom_mm, box.left_mm, box.right_mm))


def test_places_are_told_in_mm_from_the_corner_of_the_sheet() -> None:
    body = '<p id="one">chữ</p><div data-flow="two" id="other" class="boxed"><p id="inner">chữ</p></div>'
    boxed = ".boxed { margin: 3mm 0 0 7mm; border: 1mm solid; padding: 2mm; width: 20mm; height: 10mm }"
    laid = lay_out(page(body, STYLE + boxed))
    assert [edges(box) for box in laid.geometry] == [
        ("one", 1, 10.0, 15.0, 10.0, 90.0),
        ("two", 1, 18.0, 34.0, 17.0, 43.0),
        ("inner", 1, 21.0, 26.0, 20.0, 40.0),
    ]


def test_what_is_broken_over_pages_has_a_box_on_each_that_ends_with_its_content() -> None:
    laid = lay_out(page(f'<p>{"x<br>" * 11}</p><p id="long">{"y<br>" * 6}</p>', STYLE))
    assert [edges(box) for box in laid.geometry] == [
        ("long", 1, 65.0, 90.0, 10.0, 90.0),
        ("long", 2, 10.0, 15.0, 10.0, 90.0),
    ]
    assert laid.pages == 2


def test_what_goes_on_overleaf_does_not_reach_down_to_the_foot_of_its_page() -> None:
    body = '<section id="s"><div id="d"><p>một</p></div><p style="break-before: page">hai</p></section>'
    laid = lay_out(page(body, STYLE))
    assert [edges(box)[:4] for box in laid.geometry] == [
        ("s", 1, 10.0, 15.0),
        ("d", 1, 10.0, 15.0),
        ("s", 2, 10.0, 15.0),
    ]
    assert laid.page_fill == pytest.approx((5, 5), abs=MM)


def test_a_table_is_one_box_with_its_caption_and_its_repeated_head() -> None:
    rows = "<tr><td>y</td></tr>" * 20
    table = (
        f'<table id="t" style="border-spacing: 0"><caption>c</caption><thead><tr><th>h</th></tr></thead>{rows}</table>'
    )
    laid = lay_out(page(table, f"{STYLE} td, th, caption {{ padding: 0; font-weight: 400 }}"))
    assert [(box.id, box.page, round(box.top_mm), round(box.bottom_mm)) for box in laid.geometry] == [
        ("t", 1, 10, 90),
        ("t", 2, 10, 45),
    ]


def test_pages_tell_how_far_down_they_are_filled_and_how_deep_they_are() -> None:
    style = (
        f"{STYLE} @page :first {{ margin-top: 30mm }} .next {{ break-before: page }} .foot {{ padding-bottom: 4mm }}"
    )
    body = (
        '<section><p>một</p><p>hai</p></section><section><p class="next">ba</p></section>'
        '<div class="next foot"><p>bốn</p></div>'
        '<div class="next" style="height: 12mm"></div>'
        '<div class="next">năm<div style="position: absolute; top: 60mm">sáu</div></div>'
        '<div class="next">bảy <div style="float: left; width: 20mm; height: 33mm"></div></div>'
    )
    laid = lay_out(page(body, style))
    assert laid.page_depth == pytest.approx((60, 80, 80, 80, 80, 80), abs=MM)
    assert laid.page_fill == pytest.approx((10, 5, 9, 12, 5, 33), abs=MM)


def test_lines_side_by_side_count_once_and_those_in_the_margin_not_at_all() -> None:
    table = "<table><tr><td>một<br>hai</td><td>ba<br>bốn</td></tr></table>"
    laid = lay_out(page(f"<p>năm</p>{table}", STYLE))
    assert laid.page_lines == (3,)


def test_running_heads_are_no_part_of_the_flow() -> None:
    style = f"{STYLE} .head {{ position: running(head) }} @page {{ @top-right {{ content: element(head) }} }}"
    laid = lay_out(page('<div class="head" id="head">đầu</div><p id="text">chữ</p>', style))
    assert [box.id for box in laid.geometry] == ["text"]


def test_what_the_document_says_of_root_holds_in_page_rules() -> None:
    style = "@page { size: var(--sheet); margin: var(--edge) var(--side) } body { margin: 0 } html { line-height: 5mm }"
    html = page('<p id="a" style="margin: 0">chữ</p>', style)
    laid = lay_out(html.replace("<style>", "<style>:root { --sheet: 120mm 90mm; --edge: 11mm; --side: 22mm }"))
    assert [edges(box) for box in laid.geometry] == [("a", 1, 11.0, 16.0, 22.0, 98.0)]
    assert laid.page_depth == pytest.approx((68,), abs=MM)


def test_the_document_counts_for_more_than_a_style_sheet_of_the_layout() -> None:
    html = page('<p id="a" style="margin: 0">chữ</p>').replace(
        "html {", ":root { --body: 30pt } html p { line-height: 9mm } x {"
    )
    laid = lay_out(html, styles=["news/print.css"])
    assert laid.geometry[0].bottom_mm - laid.geometry[0].top_mm == pytest.approx(9, abs=MM)


def test_a_photo_takes_the_place_that_the_style_gives_it() -> None:
    body = '<img id="a" alt="x" style="display: block; width: 40mm; height: 25mm" src="bulletin:photo/a.jpg">'
    laid = lay_out(page(body, STYLE), pictures=["a.jpg"])
    assert [edges(box) for box in laid.geometry] == [("a", 1, 10.0, 35.0, 10.0, 50.0)]
