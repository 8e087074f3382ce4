from __future__ import annotations

import pytest

from bulletin.load.flow import FlowReader


def flow(text: str, parent: int = 0) -> tuple[str, int, int]:
    lines = text.split("\n")
    reader = FlowReader(lambda number, _: lines[number], len(lines), lambda _, __: -1)
    found = reader.read(0, 0, parent)
    return found.fault, found.line, found.column


@pytest.mark.parametrize(
    "text",
    [
        "[]",
        "{}",
        "[a]",
        "[a, b,]",
        "{a: b}",
        "{a: , b: c}",
        '{"a":b}',
        "[[a], {b: [c]}]",
        "[a b, 'c]', \"d}\"]",
        "[a:b]",
    ],
)
def test_what_is_well_formed_ends_at_its_bracket(text: str) -> None:
    assert flow(text) == ("", 0, len(text))


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("[a", "open"),
        ("[a: b]", "pair"),
        ("['a': b]", "pair"),
        ("[:a]", "pair"),
        ("{a}", "bare"),
        ("{a, b: c}", "bare"),
        ("{a: b", "open"),
        ("[a}", "odd"),
        ("[a, , b]", "odd"),
        ("{a: b: c}", "odd"),
        ("{[a]: b}", "odd"),
        ("{a: b, , }", "odd"),
        ("['a' 'b']", "odd"),
        ("[*a]", "odd"),
        ("[- a]", "odd"),
        ("[?]", "odd"),
        ("[a:,b]", "pair"),
        ("[|]", "odd"),
        ("['a'#b]", "odd"),
        ("{a:,b: c}", "odd"),
        ("[a\n b?]", "odd"),
        ("[" * 21, "deep"),
    ],
)
def test_what_is_not_is_named(text: str, fault: str) -> None:
    assert flow(text)[0] == fault


def test_brackets_go_over_lines_until_the_next_key() -> None:
    assert flow("[\n  a,\n  'b\n  c'\n] d") == ("", 4, 1)
    assert flow("[\n  a,\nb: c\n]") == ("open", 1, 4)
    assert flow("[\n# x\n\n a\n b, c]") == ("", 4, 6)
    assert flow("{\n a\n : b}")[0] == "odd"
    assert flow("[\n---\n]", parent=-1)[0] == "open"


def test_commas_between_digits_and_notes_are_found() -> None:
    lines = ["[1,5, 2, 3,x # a", "4,5]"]
    found = FlowReader(lambda number, _: lines[number], 2, lambda _, __: -1).read(0, 0, 0)
    assert (found.figures, found.notes) == (((0, 2), (1, 1)), ((0, 13),))
