from __future__ import annotations

from collections.abc import Mapping

import pytest

from bulletin.compose.flow import flow
from bulletin.compose.nodes import Node
from bulletin.edition import Edition
from bulletin.plan import Plan

from .records import LARGE, STANDARD, pictures, record


def flowing(text: str, edition: Edition = STANDARD, *, shifts: Mapping[str, int] | None = None) -> tuple[Node, ...]:
    made = record(text, body="")
    return flow(made, pictures(made), edition, Plan(shifts=shifts or {}), facts=True)


def body(text: str) -> list[Node]:
    """The nodes of running text."""
    lines = "".join(f"  {line}\n" for line in text.splitlines())
    return [node for node in flowing(f"nội dung: |\n{lines}") if node.kind != "facts"]


def words(node: Node) -> str:
    return "".join(span.text for span in node.spans)


def test_paragraphs_quotations_and_lists_are_told_apart() -> None:
    found = body("Một đoạn.\n> Lời hay.\n- một\n- hai\nĐoạn cuối.")
    assert [node.kind for node in found] == ["paragraph", "quote", "list", "paragraph"]
    assert ["".join(span.text for span in entry.spans) for entry in found[2].entries] == ["một", "hai"]


def test_what_ends_in_a_colon_stays_with_what_follows() -> None:
    assert [node.keep for node in body("Ba việc:\n- một\nXong.")] == [True, False, False]


def test_items_below_an_item_are_listed_under_it() -> None:
    (found,) = body("- một\n+ một một\n- hai")
    assert [len(entry.entries) for entry in found.entries] == [1, 0]


def test_numbers_hang_by_the_widest_of_their_depth() -> None:
    (found,) = body("1. một\na) một a\nb) một b\n10. mười")
    assert found.kind == "numbered"
    assert [(entry.label, entry.depth) for entry in found.entries] == [("1.", 0), ("a)", 1), ("b)", 1), ("10.", 0)]
    assert len(found.hangs) == 2
    (narrow,) = body("1. một\n2. hai")
    assert narrow.hangs[0] < found.hangs[0]


@pytest.mark.parametrize(
    ("labels", "depths"),
    [
        (["I.", "1.", "a)", "b)", "2.", "II."], [0, 1, 2, 2, 1, 0]),
        (["1.", "1.1.", "1.2.", "2."], [0, 1, 1, 0]),
        (["I.", "II.", "III."], [0, 0, 0]),
        (["a)", "b)", "đ)"], [0, 0, 0]),
        (["I.", "1.", "a)", "1)", "b)"], [0, 1, 2, 2, 2]),
    ],
)
def test_a_new_sort_of_number_stands_deeper(labels: list[str], depths: list[int]) -> None:
    (found,) = body("\n".join(f"{label} việc" for label in labels))
    assert [entry.depth for entry in found.entries] == depths


def test_items_below_a_number_belong_to_it() -> None:
    (found,) = body("1. một\n- a\n+ a a\n- b\n2. hai")
    first, second = found.entries
    assert [len(entry.entries) for entry in first.entries] == [1, 0]
    assert (second.label, second.entries) == ("2.", ())


def test_a_number_after_items_begins_anew() -> None:
    assert [node.kind for node in body("- một\n1. một")] == ["list", "numbered"]


def test_sections_are_headings_of_falling_rank() -> None:
    text = (
        "nội dung:\n  - đề mục: Một\n    mục:\n      - đề mục: Hai\n        mục:\n          - đề mục: Ba\n"
        "            lời: Đoạn.\n"
    )
    assert [(node.level, words(node)) for node in flowing(text) if node.kind == "heading"] == [
        (2, "Một"), (3, "Hai"), (4, "Ba"),
    ]  # fmt: skip


def test_headings_in_capitals_are_calmed_in_large_print() -> None:
    text = "nội dung:\n  - đề mục: I. KẾT QUẢ CHUNG\n    lời: Đoạn.\n"
    assert [words(node) for node in flowing(text, LARGE) if node.kind == "heading"] == ["I. Kết Quả Chung"]


def test_the_first_loose_photo_follows_the_lead_and_the_others_the_text() -> None:
    text = "sapô: Mở đầu.\nảnh: [a.jpg, b.jpg, c.jpg]\nnội dung: Một đoạn.\nvăn bản quán triệt: [A]\n"
    kinds = [node.kind for node in flowing(text)]
    assert kinds == ["paragraph", "figure", "facts", "paragraph", "figure", "heading", "list"]


def test_photos_in_a_row_stand_in_pairs_where_that_is_allowed() -> None:
    text = "nội dung: |\n  Đoạn.\n  [ảnh: 1]\n  [ảnh: 2]\n  [ảnh: 3]\nảnh: [a.jpg, b.jpg, c.jpg]\n"
    standard = [len(node.slot.figures) for node in flowing(text) if node.slot]
    large = [len(node.slot.figures) for node in flowing(text, LARGE) if node.slot]
    assert (standard, large) == ([2, 1], [1, 1, 1])


def test_every_picture_has_a_name_of_its_own() -> None:
    text = "ảnh:\n  - a.jpg\n  - tệp: [b.jpg, c.jpg]\n  - d.jpg\nnội dung: Đoạn.\n"
    slots = [node.slot for node in flowing(text) if node.slot]
    names = [picture.name for one in slots for figure in one.figures for picture in figure.pictures]
    assert names == ["1", "2", "3", "4"]


MOVING = "nội dung: |\n  Một.\n  [ảnh: 1]\n  Hai.\n  Ba:\n  - bốn\n  Năm.\nảnh: a.jpg\n"


def test_a_figure_moves_behind_later_blocks_and_never_in_front_of_what_is_kept() -> None:
    assert [node.id for node in flowing(MOVING)] == ["n-0", "n-1", "fig-1", "n-3", "n-4", "n-5", "n-6"]
    once = [node.id for node in flowing(MOVING, shifts={"fig-1": 1})]
    assert once == ["n-0", "n-1", "n-3", "fig-1", "n-4", "n-5", "n-6"]
    twice = [node.id for node in flowing(MOVING, shifts={"fig-1": 2})]
    assert twice == ["n-0", "n-1", "n-3", "n-4", "n-5", "fig-1", "n-6"]


def test_figures_that_move_do_not_overtake_each_other() -> None:
    text = "nội dung: |\n  Một.\n  [ảnh: 1]\n  Hai.\n  [ảnh: 2]\n  Ba.\nảnh: [a.jpg, b.jpg]\n"
    found = [node.id for node in flowing(text, shifts={"fig-1": 2, "fig-2": 1}) if node.kind == "figure"]
    assert found == ["fig-1", "fig-2"]


def test_a_record_of_a_lead_alone_is_enough() -> None:
    found = flowing("sapô: Chỉ có mở đầu.\n")
    assert [(node.kind, node.style) for node in found] == [("paragraph", "lead"), ("facts", "")]
