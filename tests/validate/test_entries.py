"""The entries of a list, however it was typed."""

from __future__ import annotations

import pytest

from bulletin.model import Record, Table
from bulletin.model.shape import Shape, shape_of
from bulletin.validate.entries import Entry, entries_of, is_blank

PEOPLE, KINDS, PARTS = (shape_of(Record)[key] for key in ("chairs", "kind", "sections"))
CELLS = shape_of(Table)["columns"]


def values(value: object, shape: Shape) -> list[object]:
    return [entry.value for entry in entries_of(value, shape, ("k",))]


def test_each_entry_of_a_list_has_its_place() -> None:
    assert entries_of(["a", "b"], PEOPLE, ("k",)) == [Entry("a", ("k", 0)), Entry("b", ("k", 1))]


def test_one_thing_is_the_only_entry() -> None:
    assert entries_of("a, b", PEOPLE, ("k",)) == [Entry("a, b", ("k",))]
    assert entries_of({"tên": "a"}, PEOPLE, ("k",)) == [Entry({"tên": "a"}, ("k",))]


def test_lines_of_a_text_are_entries_that_know_where_they_begin() -> None:
    text = "Một\n\n  - Hai\n"
    found = entries_of(text, PEOPLE, ("k",))
    assert [(entry.value, text[entry.offset :].split("\n")[0]) for entry in found] == [("Một", "Một"), ("Hai", "- Hai")]


def test_running_text_stays_one_entry() -> None:
    assert values("Một\nHai", PARTS) == ["Một\nHai"]


@pytest.mark.parametrize(
    ("typed", "shape", "parts"),
    [
        ("tổng kết, kết nạp", KINDS, ["tổng kết", "kết nạp"]), ("tổng kết,", KINDS, ["tổng kết"]),
        ("hội nghị cán bộ, công chức, viên chức", KINDS, ["hội nghị cán bộ, công chức, viên chức"]),
        ("a | b |", CELLS, ["a", "b", ""]), ("a, b", CELLS, ["a, b"]),
    ],
)  # fmt: skip
def test_one_line_is_parted_where_that_is_allowed(typed: str, shape: Shape, parts: list[str]) -> None:
    assert values(typed, shape) == parts


def test_blank_is_what_holds_nothing() -> None:
    assert all(map(is_blank, ("", " \n", [], {})))
    assert not any(map(is_blank, ("a", [""], {"": ""}, 0)))
