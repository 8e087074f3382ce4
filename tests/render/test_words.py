from __future__ import annotations

from bulletin.render import lay_out

from .sample import page
from .test_geometry import STYLE


def test_words_belong_to_the_innermost_named_element_and_their_page() -> None:
    body = '<section id="s"><p>đầu</p><p id="one">chữ <b>đậm</b><br>dòng hai</p></section>'
    found = [
        (words.id, words.page, words.text.split()) for words in lay_out(page(body, STYLE)).words if words.text.strip()
    ]
    assert found == [("s", 1, ["đầu"]), ("one", 1, ["chữ", "đậm", "dòng", "hai"])]


def test_what_is_broken_over_pages_is_told_for_each() -> None:
    laid = lay_out(page(f'<p>{"x<br>" * 15}</p><p id="long">Lê Thị<br>Bình</p>', STYLE))
    assert [(words.page, " ".join(words.text.split())) for words in laid.words if words.id == "long"] == [
        (1, "Lê Thị"),
        (2, "Bình"),
    ]


def test_margins_are_left_out() -> None:
    assert all("đầu" not in words.text for words in lay_out(page("<p>chữ</p>", STYLE)).words)
