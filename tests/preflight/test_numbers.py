from __future__ import annotations

from dataclasses import replace

import pytest

from bulletin.errors import RenderError
from bulletin.preflight import Part, Stand, Text, preflight
from preflight.press import expected, paragraphs, pdf, problems

FIRST, SECOND = "Sáng thứ Hai, chi bộ họp.", "Chiều thứ Ba, đồng chí Lê Văn An báo cáo."
TWO = f'{paragraphs(FIRST)}<div style="break-before: page">{paragraphs(SECOND)}</div>'


def stands(*wanted: Stand) -> list[str]:
    whole = replace(expected(FIRST, SECOND), stands=wanted, least_fill=0.0)
    return [problem.message for problem in problems(pdf(TWO), whole)]


def test_a_text_stands_on_the_page_that_is_told() -> None:
    assert stands(Stand("Lê Văn An", 2), Stand("chi bộ họp", 1)) == []


def test_a_wrong_number_is_told() -> None:
    assert stands(Stand("Lê Văn An", 1)) == ["page 1 is told for “Lê Văn An”, which is not there"]
    assert stands(Stand("Lê Văn An", 3)) == ["page 3 is told for “Lê Văn An”, which is not there"]


def test_a_title_may_stand_on_a_later_page_where_that_is_said() -> None:
    assert stands(Stand("Lê Văn An", 1, 2)) == []


def test_a_name_broken_by_the_end_of_a_page_stands_where_it_begins() -> None:
    whole = replace(expected("họp do Lê Thị", "Bình chủ trì"), least_fill=0.0)
    data = pdf(f'{paragraphs("Họp do Lê Thị")}<div style="break-before: page">{paragraphs("Bình chủ trì")}</div>')
    assert preflight(data, replace(whole, stands=(Stand("Lê Thị Bình", 1),))).pages == 2
    with pytest.raises(RenderError, match="page 2 is told"):
        preflight(data, replace(whole, stands=(Stand("Lê Thị Bình", 2),)))


def test_a_title_may_fill_pages_between_its_first_and_its_last_words() -> None:
    words = ("Họp chi bộ", "Thôn Đông", "đầu năm. Sáng nay")
    data = pdf("".join(f'<div style="break-before: page">{paragraphs(one)}</div>' for one in words))
    whole = replace(expected(*words), least_fill=0.0)
    title = "chi bộ Thôn Đông đầu năm"
    assert preflight(data, replace(whole, stands=(Stand(title, 1),))).pages == 3
    # What stands between must be of the title.
    for other in ("chi bộ Thôn Tây đầu năm", "chi bộ đầu năm", "chi bộ Thôn đầu năm"):
        with pytest.raises(RenderError, match="page 1 is told"):
            preflight(data, replace(whole, stands=(Stand(other, 1),)))


def test_a_lost_folio_is_told_but_not_on_pages_before_the_first_that_bears_one() -> None:
    whole = replace(expected(FIRST, SECOND), folio="Tờ {page}/{pages}", least_fill=0.0)
    assert [problem.message for problem in problems(pdf(TWO), whole)] == [
        "“Tờ 1/2” is missing on page 1",
        "“Tờ 2/2” is missing on page 2",
    ]
    assert [problem.id for problem in problems(pdf(TWO), replace(whole, folio_from=2))] == ["lost-folio"]


def test_each_part_must_hold_its_own_texts() -> None:
    bare = replace(expected(), least_fill=0.0)
    parts = [Part(1, 1, replace(bare, texts=(Text(FIRST),))), Part(2, 2, replace(bare, texts=(Text(SECOND),)))]
    assert preflight(pdf(TWO), bare, parts).pages == 2
    swapped = [Part(1, 1, parts[1].expected), Part(2, 2, parts[0].expected)]
    with pytest.raises(RenderError) as caught:
        preflight(pdf(TWO), bare, swapped)
    assert [problem.id for problem in caught.value.problems] == ["lost-text", "lost-text"]


def test_bookmarks_of_all_parts_must_be_there() -> None:
    bare = replace(expected(), least_fill=0.0)
    parts = [Part(page, page, replace(bare, bookmarks=page)) for page in (1, 2)]
    with pytest.raises(RenderError, match="too few bookmarks"):
        preflight(pdf(TWO), bare, iter(parts))
