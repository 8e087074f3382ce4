"""Which texts are missing: the law of counting, the sweep, breaks, and hyphens. No PDF is needed."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bulletin.preflight.find import Loss, lost
from bulletin.preflight.fold import fold_all

NAMES = ("Nguyễn Thị Hoa", "Trần Văn Lâm", "Lê Thị Thu Hà", "Phạm Minh Đức")
PARAGRAPH = "Đồng chí Nguyễn Thị Hoa thay mặt tổ Hai nhận việc sửa đường vào trường trước mùa mưa."


def _lost(texts: list[str], *pages: str) -> list[int]:
    return [loss.index for loss in lost(texts, fold_all(pages))]


def test_nothing_is_lost_when_all_is_there_in_any_order() -> None:
    texts = [*NAMES, PARAGRAPH]
    assert lost(texts, fold_all(["\n".join(texts)])) == []
    assert lost(texts, fold_all(["\n".join(reversed(texts))])) == []


def test_labels_between_texts_do_no_harm() -> None:
    assert _lost([*NAMES], "Chủ trì: " + "; thư ký: ".join(NAMES)) == []


def test_a_name_in_a_paragraph_does_not_stand_for_the_name_in_a_list() -> None:
    assert _lost([PARAGRAPH, *NAMES], PARAGRAPH + " ".join(NAMES[1:])) == [1]
    assert _lost([*NAMES, PARAGRAPH], " ".join(NAMES[1:]) + PARAGRAPH) == [0]


def test_a_text_must_be_there_as_often_as_in_the_record() -> None:
    (loss,) = lost(["14", "Tổ Hai", "14"], fold_all(["14 Tổ Hai"]))
    assert (loss.index, loss.wanted, loss.printed) == (2, 2, 1)
    assert _lost(["14", "Tổ Hai", "14"], "14 Tổ Hai 14") == []


def test_a_short_text_may_be_part_of_a_later_one() -> None:
    assert _lost(["14", "Năm 2014 xong 14 việc"], "Năm 2014 xong 14 việc", "14") == []


def test_what_is_lost_with_a_longer_text_is_told_once() -> None:
    assert _lost([PARAGRAPH, *NAMES], " ".join(NAMES)) == [0]
    far = "Việc khác. " * 60 + "Tổ Hai"
    assert _lost([PARAGRAPH, "Tổ Hai"], far) == [0]
    assert _lost(["Tổ Hai", PARAGRAPH], far) == [1]


def test_a_place_belongs_to_one_text_alone() -> None:
    # "Tổ Hai" is found in its turn, but at the place of the longer line: so that one is homeless, and the law decides.
    assert _lost(["Tổ Hai", "Tổ Hai họp kín"], "Tổ Hai họp kín") == [0]
    assert _lost(["Tổ Hai", "Tổ Hai họp kín"], "Tổ Hai họp kín, Tổ Hai") == []


def test_a_place_that_was_taken_is_given_back_along_the_whole_chain() -> None:
    assert _lost(["a", "aa", "aaa"], "aa|aaa") == [0]


def test_the_beginning_that_is_printed_is_told_with_its_page() -> None:
    torn = PARAGRAPH.replace("vào trường ", "")
    assert lost([PARAGRAPH], fold_all(["Trang đầu", torn])) == [Loss(0, 1, 0, "Hai nhận việc sửa đường", 2)]


def test_a_beginning_too_short_to_tell_is_not_told() -> None:
    assert lost([PARAGRAPH], fold_all(["Đồng chí ấy"])) == [Loss(0, 1, 0)]


def test_a_text_may_be_broken_by_a_page_with_something_in_between() -> None:
    words = PARAGRAPH.split()
    pages = ["Đầu. " + " ".join(words[:6]) + " Ô bên", "Đầu bảng " + " ".join(words[6:]) + " Ô bên"]
    assert _lost([PARAGRAPH], *pages) == []
    thirds = [" ".join(words[start : start + 6]) + " DỰ THẢO" for start in range(0, len(words), 6)]
    assert _lost([PARAGRAPH], *thirds) == []


def test_a_break_is_no_cover_for_a_lost_word() -> None:
    words = PARAGRAPH.split()
    for missing in range(1, len(words) - 1):
        left = [*words[:missing], *words[missing + 1 :]]
        assert _lost([PARAGRAPH], " ".join(left[:9]) + " DỰ THẢO", " ".join(left[9:])) == [0], words[missing]


def test_a_lost_first_word_is_not_borrowed_from_the_page_before() -> None:
    pages = ["Đồng thuận cao", PARAGRAPH.removeprefix("Đồng ")]
    assert _lost(["Đồng thuận cao", PARAGRAPH], *pages) == [1]


def test_a_break_lies_between_words_or_behind_a_hyphen() -> None:
    assert _lost(["theo Kế hoạch 21-KH/ĐU ngày 4/5"], "theo Kế hoạch 21- | Ô bên", "Đầu bảng KH/ĐU ngày 4/5") == []
    assert _lost(["theo Kế hoạch của Đảng ủy"], "theo Kế ho | Ô bên", "Đầu bảng ạch của Đảng ủy") == [0]


def test_pages_must_follow_one_another() -> None:
    words = PARAGRAPH.split()
    assert _lost([PARAGRAPH], " ".join(words[:9]) + " x", "Trang giữa", " ".join(words[9:])) == [0]


def test_names_in_a_broken_text_are_not_missed() -> None:
    pages = [
        "Đồng chí Nguyễn Ô bên",
        "Đầu bảng Thị Hoa thay mặt tổ Hai nhận việc sửa đường vào trường trước mùa mưa. Nguyễn Thị Hoa",
    ]
    assert _lost([PARAGRAPH, NAMES[0]], *pages) == []


def test_a_hyphen_at_a_line_end_is_allowed_but_none_is_forgotten() -> None:
    assert _lost(["liên\u00adhoan 01-KL/TW"], "liên\ufffe\r\nhoan 01-KL/TW") == []
    assert _lost(["liên\u00adhoan 01-KL/TW"], "liên\ufffe\r\nhoan 01KL/TW") == [0]


def test_empty_texts_and_no_pages() -> None:
    assert lost([], []) == []
    assert lost(["", " \u00a0"], [""]) == []
    assert _lost(["Có chữ"]) == [0]


def test_many_texts_in_blocks_out_of_order_are_found() -> None:
    people = [f"Đồng chí Nguyễn Văn {n}" for n in range(600)]
    tasks = [f"Việc số {n} giao tổ {n % 7}" for n in range(600)]
    pages = ["\n".join(tasks[:300]), "\n".join(tasks[300:]), "\n".join(people)]
    assert _lost(people + tasks, *pages) == []
    assert _lost([*people, *tasks], *pages[:2], "\n".join(people[:-1])) == [599]


@given(st.lists(st.text("abđ -", min_size=1, max_size=8), min_size=1, max_size=12), st.data())
def test_whatever_is_printed_whole_is_never_missed(texts: list[str], data: st.DataObject) -> None:
    order = data.draw(st.permutations(texts))
    breaks = sorted(data.draw(st.lists(st.integers(0, len(order)), max_size=3)))
    pages = ["|".join(order[start:end]) for start, end in pairwise([0, *breaks, len(order)])]
    assert lost(texts, fold_all(pages)) == []


@given(st.lists(st.text("abđ", min_size=1, max_size=4), min_size=1, max_size=12), st.data())
def test_whatever_is_left_out_is_missed(texts: list[str], data: st.DataObject) -> None:
    gone = data.draw(st.integers(0, len(texts) - 1))
    pages = fold_all(["|".join(texts[:gone] + texts[gone + 1 :])])
    assert texts[gone] in {texts[loss.index] for loss in lost(texts, pages)}
