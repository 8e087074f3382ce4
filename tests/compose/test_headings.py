from __future__ import annotations

import pytest

from bulletin.compose.headings import numbered
from bulletin.compose.nodes import Node, heading, plain


def told(*nodes: tuple[int, str], own: str = "") -> list[str]:
    flow = [heading(text, level) for level, text in nodes]
    found = numbered([*flow, Node(kind="paragraph", spans=plain("Hết."))], frozenset(own.split("|") if own else ()))
    assert [node.id for node in found] == [f"n-{place}" for place in range(len(found))]
    return ["".join(span.text for span in node.spans) for node in found if node.kind == "heading"]


def test_headings_are_numbered_by_their_depth() -> None:
    assert told((2, "A"), (3, "B"), (3, "C"), (4, "D"), (4, "E"), (2, "F"), (3, "G"), (3, "H")) == [
        "I. A", "1. B", "2. C", "a) D", "b) E", "II. F", "1. G", "2. H",
    ]  # fmt: skip


def test_a_heading_that_stands_alone_needs_no_number() -> None:
    assert told((2, "A"), (3, "B"), (2, "C")) == ["I. A", "B", "II. C"]


@pytest.mark.parametrize("typed", ["I. A", "1. A", "1.2. A", "a) A", "A. A", "Phần thứ nhất", "Chương II", "Điều 5. A"])
def test_numbers_that_the_author_typed_are_kept(typed: str) -> None:
    assert told((2, typed), (2, "B"), own=f"{typed}|B") == [typed, "B"]


@pytest.mark.parametrize("words", ["Điều chỉnh kế hoạch", "Mục tiêu chung", "Phần việc còn lại", "Ý kiến"])
def test_words_that_only_look_like_numbers_are_none(words: str) -> None:
    assert told((2, words), (2, "B")) == [f"I. {words}", "II. B"]


def test_what_follows_the_authors_parts_is_counted_on() -> None:
    assert told((2, "Chương trình"), (2, "I. A"), (2, "II. B"), (2, "Chỉ tiêu"), (2, "Nhiệm vụ"), own="I. A|II. B") == [
        "Chương trình", "I. A", "II. B", "III. Chỉ tiêu", "IV. Nhiệm vụ",
    ]  # fmt: skip
    assert told((2, "3) A"), (2, "Chỉ tiêu"), own="3) A")[1] == "4) Chỉ tiêu"


def test_letters_skip_those_that_vietnamese_lacks() -> None:
    found = told(*((4, name) for name in "ABCDEFG"))
    assert [text[:2] for text in found] == ["a)", "b)", "c)", "d)", "đ)", "e)", "g)"]
