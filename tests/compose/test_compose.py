from __future__ import annotations

import html
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from bulletin import assets
from bulletin import compose as room
from bulletin.compose import Setting, compose
from bulletin.edition import Edition
from bulletin.errors import LayoutError
from bulletin.layout import Layout
from bulletin.manifest import promises

from .records import GIANT, LARGE, STANDARD, composed, pictures, record, words
from .test_pieces import EVERYTHING

LAYOUTS = assets.layouts_folder()
HOSTILE = "<b>A & B</b> \"C\" 'D' </style><script>"


@pytest.fixture
def layouts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of layouts with one that is still empty, `try`."""
    (tmp_path / "try").mkdir()
    (tmp_path / "_base").mkdir()
    monkeypatch.setattr(assets, "layouts_folder", lambda: tmp_path)
    room._environment.cache_clear()
    yield tmp_path
    room._environment.cache_clear()


def text_of(page: str) -> str:
    """What a reader sees of a page description, without any space."""
    shown = re.sub(r"<[^>]+>", "", page.partition("<body")[2])
    return "".join(html.unescape(shown).split())


def tried(layouts: Path, template: str) -> None:
    (layouts / "try" / "bulletin.html").write_text(template, encoding="utf-8")
    compose(record(), STANDARD, Setting(layout=Layout(name="try"), printed_on=record().first_day))


@pytest.mark.parametrize("edition", [STANDARD, LARGE, GIANT], ids=lambda edition: edition.name)
def test_all_that_a_record_says_is_on_the_page(edition: Edition) -> None:
    full = record(EVERYTHING, body="")
    page = text_of(composed(full, edition).html).casefold()
    lost = [promise.text for promise in promises(full) if "".join(promise.text.split()).casefold() not in page]
    assert lost == []


def test_html_in_a_record_is_text() -> None:
    quoted = f"'{HOSTILE.replace(chr(39), chr(39) * 2)}'"
    text = (
        f"phụ đề: {quoted}\nđịa điểm: {quoted}\nảnh:\n  - tệp: a.jpg\n    chú thích: {quoted}\n    mô tả: {quoted}\n"
        f"nội dung:\n  - đề mục: {quoted}\n    lời: {quoted}\n"
    )
    page = composed(record(text, body="")).html
    assert "<script" not in page.partition("<body")[2]
    assert "</style><script" not in page
    assert page.count("&lt;script&gt;") >= 6


def test_a_value_in_an_attribute_cannot_leave_it() -> None:
    page = composed(record("ảnh:\n  - tệp: a.jpg\n    mô tả: 'x\" onload=\"y'\n")).html
    (alt,) = re.findall(r'alt="([^"]*)"', page)
    assert html.unescape(alt) == 'x" onload="y'


def test_every_printed_value_is_set() -> None:
    page = composed(record('nội dung: Họp "lần hai" với 04 đồng chí, số 12-QĐ/ĐU nữa.\n', body="")).html
    assert "“lần hai”" in page
    assert "04\u00a0đồng\u00a0chí" in page
    assert '<span class="whole">số\u00a012-QĐ/ĐU</span>' in page


def test_styles_in_a_line_are_kept_with_their_spaces() -> None:
    page = words(composed(record("nội dung: Chi bộ **đạt** và *vượt* kế hoạch.\n", body="")).html)
    assert "Chi bộ<b> đạt</b> và<em> vượt</em> kế hoạch." in page


@pytest.mark.parametrize(
    "line", ["Chi bộ **đạt** và *vượt*", "Theo các văn bản 12-QĐ/ĐU", "có đ/c An", "Ở **12-BC/ĐU** có"]
)
def test_no_text_ends_in_a_space_before_a_span(line: str) -> None:
    # The engine breaks such a line at its first word.
    page = composed(record(f"nội dung: {line} nữa.\n", body="")).html.partition("<main>")[2].partition("</main>")[0]
    assert not re.search(r"[^\s>] <(?:b|em|span)\b", page)


def test_where_lines_hold_few_letters_nothing_is_bound() -> None:
    page = composed(record("nội dung: Có 04 đồng chí.\n", body=""), GIANT.zoomed(300)).html
    assert "\u00a0" not in page


def test_a_photo_is_asked_for_with_its_size() -> None:
    page = composed(record("ảnh: a.jpg\n"))
    (picture,) = page.pictures
    assert f'src="bulletin:photo/{picture.name}"' in page.html
    assert f'style="width:{picture.width_mm}mm;height:{picture.height_mm}mm"' in page.html


def test_a_caption_ends_in_one_stop_before_its_credit() -> None:
    stopped = composed(record("ảnh: {tệp: a.jpg, chú thích: Họp!, tác giả: An}\n")).html
    plain = composed(record("ảnh: {tệp: a.jpg, chú thích: Họp, tác giả: An}\n")).html
    assert 'Họp!<span class="credit"> Ảnh: An' in words(stopped)
    assert 'Họp.<span class="credit"> Ảnh: An' in words(plain)


def test_large_print_has_style_sheets_of_its_own() -> None:
    assert composed(record()).styles == ("_base/base.css", "news/print.css")
    assert composed(record(), LARGE).styles == (
        "_base/base.css", "_base/large-print.css", "news/print.css", "news/large-print.css",
    )  # fmt: skip


def test_the_stamp_of_a_draft_is_told() -> None:
    page = composed(record())
    assert page.stamp == "DỰ THẢO 05/01/2024"
    assert page.stamp.replace(" ", "") in text_of(page.html)


def test_an_unknown_layout_is_named_with_the_known_ones() -> None:
    with pytest.raises(LayoutError) as caught:
        compose(record(), STANDARD, Setting(layout=Layout(name="nws"), printed_on=record().first_day))
    assert "nws" in str(caught.value)
    assert "news" in caught.value.hint


@pytest.mark.parametrize(
    ("template", "line"),
    [
        ("<p>\n{% if %}</p>", 2),
        ("<p>\n\n{{ recrd.title }}</p>", 3),
        ("{{ record.nothing }}", 1),
    ],
)
def test_a_fault_of_a_template_is_told_with_file_and_line(layouts: Path, template: str, line: int) -> None:
    with pytest.raises(LayoutError) as caught:
        tried(layouts, template)
    assert f"bulletin.html:{line}:" in str(caught.value)


def test_a_template_reaches_nothing_but_what_it_is_given(layouts: Path) -> None:
    with pytest.raises(LayoutError) as caught:
        tried(layouts, "<p>\n{{ record.__class__.__mro__ }}</p>")
    assert "bulletin.html:2:" in str(caught.value)


def test_the_least_template_of_the_handbook_prints_a_whole_record(layouts: Path) -> None:
    shutil.copytree(LAYOUTS / "_base", layouts / "_base", dirs_exist_ok=True)
    handbook = (Path(__file__).parents[2] / "docs" / "layouts.md").read_text(encoding="utf-8")
    template = handbook.partition("```html\n")[2].partition("```")[0]
    (layouts / "try" / "bulletin.html").write_text(template, encoding="utf-8")
    full = record(EVERYTHING, body="")
    made = compose(full, STANDARD, Setting(layout=Layout(name="try"), printed_on=full.first_day), pictures(full))
    page = text_of(made.html).casefold()
    assert [it.text for it in promises(full) if "".join(it.text.split()).casefold() not in page] == []
    assert [piece.id for piece in made.pieces if f'id="{piece.id}"' not in made.html] == []


def test_a_changed_record_changes_the_page_and_an_equal_one_does_not() -> None:
    assert composed(record("địa điểm: A\n")).html == composed(record("địa điểm: A\n")).html
    assert composed(record("địa điểm: A\n")).html != composed(record("địa điểm: B\n")).html
