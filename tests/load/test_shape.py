from __future__ import annotations

import pytest

from bulletin.load.shape import Shape, closed, looks_built, quoting, shape
from bulletin.load.sheet import Row


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("a: b", Shape(0, (), (0, 1), 3)),
        ("  - a: b", Shape(2, (2,), (4, 5), 7)),
        ("- - a", Shape(0, (0, 2), None, 4)),
        ("-", Shape(0, (0,), None, 1)),
        ("a:", Shape(0, (), (0, 1), 2)),
        ("a : b", Shape(0, (), (0, 1), 4)),
        ("a:b: c", Shape(0, (), (0, 3), 5)),
        ('"a: b": c', Shape(0, (), (0, 6), 8)),
        ("'a'': b': c", Shape(0, (), (0, 8), 10)),
        ("a #b: c", Shape(0, (), None, 0)),
        ("[a: b]", Shape(0, (), None, 0)),
        ("a:b", Shape(0, (), None, 0)),
        (": a", Shape(0, (), (0, 0), 2)),
        ("-a: b", Shape(0, (), (0, 2), 4)),
    ],
)
def test_a_line_is_taken_apart(line: str, wanted: Shape) -> None:
    assert shape(line) == wanted


@pytest.mark.parametrize(
    ("line", "end"),
    [('"a" b', 3), ('"a', -1), ('"a\\"b"', 6), ('"a\\', -1), ("'a''b'", 6), ("'a''", -1), ("''", 2)],
)
def test_the_end_of_a_text_in_quotes_is_found(line: str, end: int) -> None:
    assert closed(line, 0) == end


@pytest.mark.parametrize("line", ["a: b", "- a", "-", "  a b:", '"a": b', "---", "\ta: b"])
def test_a_key_or_an_item_is_recognised(line: str) -> None:
    assert looks_built(line)


@pytest.mark.parametrize("line", ["a b", "a:b", "# a: b", "]", "-a", '"a: b"', ""])
def test_running_text_is_recognised(line: str) -> None:
    assert not looks_built(line)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a", '"a"'),
        ('a "b"', "'a \"b\"'"),
        ("it's", '"it\'s"'),
        ("'a' \"b\"", "'''a'' \"b\"'"),
        ("a\\b", "'a\\b'"),
        ("", '""'),
    ],
)
def test_a_text_gets_the_least_ugly_quotes(text: str, wanted: str) -> None:
    row = Row(f"k: {text}", "")
    row.change(quoting(row.read, 3, 3 + len(text)), sure=True)
    assert row.sure == f"k: {wanted}"
