"""A page for the web is held against the record (`preflight/web.py`)."""

from __future__ import annotations

import base64
from typing import Any

import pytest

from bulletin.errors import RenderError
from bulletin.preflight import Expected, Figure, Text
from bulletin.preflight.web import prove_page
from photos import pictures

DATA = base64.b64encode(pictures.encoded(pictures.scene(30, 20), "JPEG")).decode()
IMAGE = f'<img src="data:image/jpeg;base64,{DATA}" width="30" height="20" alt="Hội nghị">'
FIGURE = f"<figure>{IMAGE}<figcaption>Quang cảnh. <b>Ảnh: Lan</b></figcaption></figure>"
SOUND = (
    '<!doctype html><html lang="vi"><head><title>Họp</title><style>p{color:red}</style></head><body><h1>Họp</h1>'
    f"<nav>Chi bộ họp.</nav><p>Chi bộ họp bàn.</p><h2>Bàn</h2>{FIGURE}<script>var a = 'chữ ẵ';</script></body></html>"
)
LETTERS = {"serif": set("HọpChibộhpnBàQuagcả.ẢLÁ:h Dựthảo")}


def complaints(html: str, letters: dict[str, set[str]] | None = None, **more: Any) -> list[str]:
    """The ids of what is complained of."""
    wanted = {
        "texts": (Text("Họp"), Text("Chi bộ họp bàn.", "nội dung", 4, 3)),
        "photos": (Figure("a.jpg", "Quang cảnh. Ảnh: Lan", line=7),),
        **more,
    }
    expected = Expected(fonts=frozenset(), smallest_pt=8, sheet_mm=(210, 297), content_mm=(20, 20, 20, 20), **wanted)
    try:
        prove_page(html, expected, letters if letters is not None else LETTERS)
    except RenderError as error:
        return [problem.id for problem in error.problems]
    return []


def test_a_sound_page_passes() -> None:
    assert complaints(SOUND) == []


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("Chi bộ họp bàn.", "Chi bộ họp.", ["lost-text"]),
        # What the table of contents, the head or the script says does not count.
        ("<p>Chi bộ họp bàn.</p>", "<nav>Chi bộ họp bàn.</nav>", ["lost-text"]),
        ("<p>Chi bộ họp bàn.</p>", "<script>Chi bộ họp bàn.</script>", ["lost-text"]),
        ("<title>Họp</title>", "<title> </title>", ["no-title"]),
        ('lang="vi"', "", ["no-language"]),
        (FIGURE, "", ["lost-photo"]),
        (FIGURE, IMAGE, ["lost-caption"]),
        ("Quang cảnh.", "Quang", ["lost-caption"]),
        ('width="30"', 'width="31"', ["broken-photo"]),
        ('alt="Hội nghị"', 'alt=" "', ["broken-photo"]),
        (DATA, DATA[:40], ["broken-photo"]),
        (DATA, "R0lGODlhAQABAAAAADs=", ["broken-photo"]),
        (f"data:image/jpeg;base64,{DATA}", "https://a.vn/a.jpg", ["web-fetches", "broken-photo"]),
        ("<p>", '<p><a href="http://a.vn">Họp</a>', ["web-fetches"]),
        ("color:red", "background:url(a.png)", ["web-fetches"]),
        ("color:red", "} @import 'a.css'; p {", ["web-fetches"]),
        ("<p>", '<p onclick="a()">', ["web-script"]),
        ("<p>", '<p style="color:red">', ["web-script"]),
        ("<h2>Bàn</h2>", "<h3>Bàn</h3>", ["web-headings"]),
        ("<h2>Bàn</h2>", "<h1>Bàn</h1>", ["web-headings"]),
    ],
)
def test_what_is_wrong_is_found(old: str, new: str, found: list[str]) -> None:
    assert old in SOUND
    assert sorted(complaints(SOUND.replace(old, new, 1))) == sorted(found)


def test_a_letter_without_a_font_is_found() -> None:
    assert complaints(SOUND, {**LETTERS, "sans": LETTERS["serif"] - {"ọ"}}) == ["missing-glyph"]


def test_a_photo_in_two_figures_is_whole_when_both_bear_its_caption() -> None:
    both = SOUND.replace(FIGURE, FIGURE * 2)
    assert complaints(both, photos=(Figure("a.jpg", "Quang cảnh. Ảnh: Lan", 2),)) == []
    assert complaints(both, photos=(Figure("a.jpg", "Quang cảnh. Ảnh: Lan", 3),)) == ["lost-photo"]


def test_a_draft_must_say_so() -> None:
    assert complaints(SOUND, texts_per_page=("Dự thảo",)) == ["lost-text"]
    assert complaints(SOUND.replace("<p>", "<p>Dự thảo</p><p>"), texts_per_page=("Dự thảo",)) == []


def test_a_fault_has_its_place() -> None:
    expected = Expected(
        texts=(Text("Không có", "nội dung", 4, 3),), fonts=frozenset(), smallest_pt=8, sheet_mm=(210, 297),
        content_mm=(20, 20, 20, 20),
    )  # fmt: skip
    with pytest.raises(RenderError) as caught:
        prove_page(SOUND, expected, LETTERS)
    assert [(problem.line, problem.column) for problem in caught.value.problems] == [(4, 3)]
