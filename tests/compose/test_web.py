"""What a page for the web says of itself."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import offices
from bulletin import pipeline
from bulletin.edition import Edition
from web import site

LONG = "Chi bộ nghe tình hình trong thôn và bàn việc làm đường bê tông từ nhà văn hóa ra cánh đồng, " * 3


def page(tmp_path: Path, text: str = offices.DRAFT, edition: Edition | None = None) -> str:
    record = pipeline.read_record(offices.record(tmp_path, text=text))
    made = pipeline.publish(record, edition or Edition.named("standard"), layout="news", printed_on=site.TODAY)
    return made.html.decode()


def told(html: str, name: str) -> list[str]:
    return re.findall(rf'<meta (?:name|property)="{re.escape(name)}" content="([^"]*)">', html)


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        (offices.APPROVED + "phạm vi: công khai\n", False), (offices.APPROVED + "phạm vi: nội bộ\n", True),
        (offices.DRAFT + "phạm vi: công khai\n", True),
    ],
)  # fmt: skip
def test_only_an_approved_public_record_may_be_found_by_search_engines(text: str, hidden: bool, tmp_path: Path) -> None:
    assert bool(told(page(tmp_path, text), "robots")) == hidden


def test_an_internal_record_bears_its_note_on_screen_and_sheet(tmp_path: Path) -> None:
    html = page(tmp_path)
    assert '<p class="scope">LƯU HÀNH NỘI BỘ</p>' in html
    assert '@top-right{content:"LƯU HÀNH NỘI BỘ"}' in html
    assert "LƯU HÀNH" not in page(tmp_path, offices.DRAFT + "phạm vi: công khai\n")


def test_the_description_is_the_line_below_the_headline_else_the_opening(tmp_path: Path) -> None:
    assert told(page(tmp_path), "description") == ["Chi bộ nghe tình hình trong thôn và bàn việc làm đường bê tông."]
    both = page(tmp_path, f"{offices.DRAFT}phụ đề: Ba việc phải xong trước Tết\n")
    assert told(both, "description") == told(both, "og:description") == ["Ba việc phải xong trước Tết"]


def test_a_long_description_is_cut_at_a_word(tmp_path: Path) -> None:
    [text] = told(page(tmp_path, f"{offices.DRAFT}sapô: {LONG}\n"), "description")
    assert 100 < len(text) <= 161
    assert text.endswith("…")
    assert LONG.startswith(text[:-1])
    assert LONG[len(text) - 1] in " ,"


def test_few_headings_need_no_table_of_contents(tmp_path: Path) -> None:
    assert "<nav" not in page(tmp_path)
    html = site.made(site.ROOT / "examples" / "tong-ket-2023.yaml")
    [contents] = re.findall(r"<nav.*?</nav>", html, re.DOTALL)
    anchors = re.findall(r'href="#([^"]+)"', contents)
    assert anchors == re.findall(r'<h2 id="([^"]+)"', html)


@pytest.mark.parametrize(
    ("edition", "rem"),
    [
        (Edition.named("standard"), 1.125), (Edition.named("standard").zoomed(120), 1.35),
        (Edition.named("large-print"), 1.5), (Edition.named("giant-print"), 2.0),
    ],
    ids=lambda value: getattr(value, "suffix", value),
)  # fmt: skip
def test_large_print_begins_as_large_as_on_paper(edition: Edition, rem: float, tmp_path: Path) -> None:
    assert f"--screen:{rem}rem" in page(tmp_path, edition=edition)


@pytest.mark.parametrize("sign", ['"', "'", "\\", "<", ">", "/", "*", "\n", "}", "&", "…"])
def test_a_string_of_a_style_sheet_cannot_be_ended_from_inside(sign: str) -> None:
    from bulletin.compose import _css

    made = str(_css(f"a{sign}b"))
    assert re.fullmatch(r'"a(?:\\[0-9a-f]+ )b"', made)
    assert chr(int(made[3:-3], 16)) == sign
