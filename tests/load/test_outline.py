from __future__ import annotations

import pytest

from bulletin.load import mended, outline

from .reading import faults, new_lines, read


@pytest.mark.parametrize(
    ("text", "line", "new"),
    [
        ("a:\n  - b: c\n   d: e\n", 3, "    d: e"),
        ("a:\n  - b\n - c\n", 3, "  - c"),
        ('a: "b"\n  c: d\n', 2, "c: d"),
        ("  a: b\nc: d\n", 2, "  c: d"),
        ("a:\n  - 'b'\n     - c\n", 3, "  - c"),
    ],
)
def test_a_line_with_one_place_to_go_is_shown_there(text: str, line: int, new: str) -> None:
    assert [found for found, _, _ in faults(text)] == [line]
    assert new_lines(text) == [new]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("a:\n    b: c\n  d: e\n", "0 or 4"), ("a: b\n  c: d\n", "0"), ("a: |\n    x\n    y\n  c: d\n", "0")],
)
def test_a_line_with_more_places_to_go_is_told_what_is_expected(text: str, numbers: str) -> None:
    (problem,) = read(text).problems
    assert (problem.id, problem.mend) == ("indent", None)
    assert problem.message.endswith(f"expected: {numbers}")


def test_what_stands_wrong_is_still_read() -> None:
    assert read("a:\n  b: c\n d: e\n").data == {"a": {"b": "c", "d": "e"}}
    assert read("a:\n  - b: c\n  d: e\n").data == {"a": [{"b": "c", "d": "e"}]}


@pytest.mark.parametrize(
    "text",
    [
        "a:\n- b\n- c\nd: e\n",
        "a:\n  - b: c\n    d:\n    - e\n    f: g\n  - h\n",
        "  a: b\n  c:\n      d: e\n",
        "a:\n  -\n    b: c\n  - - d\n    - e\n",
        "---\na: b\n...\n",
        "# x\n--- # y\na: b\n",
        "\"a b\": c\n'd': e\nf : g\n",
        "a:\n\n\n  b: c\n# d\n  # e\n  f: g\n",
        "8h30: a\n-5: b\n2023-2024: c\n",
    ],
)
def test_the_ways_to_write_lists_and_keys_are_all_read(text: str) -> None:
    assert faults(text) == []


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("a:b\n", ["a: b"]),
        ("tiêu đề :b\n", ["tiêu đề : b"]),
        ("a\uff1a b\n", ["a: b"]),
        ("a\u2236b\n", ["a: b"]),
        ("a:\u00a0b\n", ["a: b"]),
        ("a: b\nc:d: e\n", ['c: "d: e"'] * 2),
        ("a:\n  b:c\n  d: e\n", ["  b: c"]),
        ("a:\n  b:c\n  d:e\n", ["  b: c", "  d: e"]),
        ("a:\n  - b:c\n    d: e\n", ["  - b: c"]),
        ("a:\n  -b\n  -c\n", ["  - b", "  - c"]),
        ("a:\n-b\n", ["- b"]),
        ("a:\n  - b\n  \u2013c\n  \u2014 d\n", ["  - c", "  - d"]),
        ("a:\n  -\u00a0b\n", ["  - b"]),
        ("a:\n  -b: c\n", ["  - b: c"]),
        ("a:\n\u00a0\u00a0b: c\n", ["  b: c"]),
        ("a:\n \u200b b: c\n", ["  b: c"]),
    ],
)
def test_a_missing_space_is_put_in(text: str, new: list[str]) -> None:
    assert new_lines(text) == new


@pytest.mark.parametrize("text", ["a:\n  b:c\n", "a:\n  -5\n", "a:\n  http://b.vn\n", "a: b\nc:\n  8:30\n"])
def test_a_text_below_its_key_that_could_be_meant_is_left_alone(text: str) -> None:
    assert faults(text) == []


def test_tabs_are_read_as_the_lists_and_keys_above_allow() -> None:
    text = "a:\n\tb:\n\t\tc: d\n\t\te:\n\t\t\t- f\n\tg: h\ni:\n\t- j: k\n\t  l: m\nn: o\n"
    source = read(text)
    assert source.data == {"a": {"b": {"c": "d", "e": ["f"]}, "g": "h"}, "i": [{"j": "k", "l": "m"}], "n": "o"}
    assert [problem.line for problem in source.problems] == [2, 8]
    assert "\t" not in mended(source)
    assert read(mended(source)).problems == ()


def test_a_tab_beside_spaces_goes_where_its_like_stands() -> None:
    assert new_lines("a:\n    - b\n\t- c\n") == ["    - c"]
    assert faults("a: b\n\tc: d\n") == [(2, 1, "tab-indent")]
    assert new_lines("a: b\n\tc: d\n") == []


def test_lines_that_belong_to_nothing_are_told_once_together() -> None:
    assert faults("a: b\nx y\n\nz w\nc: d\nu v\n") == [(2, 1, "no-key"), (6, 1, "no-key")]
    assert faults("x y\n  z: w\nz w\na: b\n") == [(1, 1, "no-key")]


@pytest.mark.parametrize(
    "text", ["x y\n", "x y\nz w\n", "- a\n- b: c\n", "[a, b]\n", '"a"\n', "|\n  a: b\n", "\n\n  x\n"]
)
def test_a_file_without_a_key_is_told_once(text: str) -> None:
    source = read(text)
    assert ([problem.id for problem in source.problems], source.data) == (["no-record"], {})


def test_a_line_that_no_mend_settles_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outline, "_MOST_TRIES", 0)
    source = read("a: b: c\nd: e\n")
    assert (source.data, [problem.line for problem in source.problems]) == ({"d": "e"}, [1])


@pytest.mark.parametrize("text", ["", "\n", "# a\n", "---\n", "\ufeff", "...\n"])
def test_an_empty_file_is_told(text: str) -> None:
    source = read(text)
    assert ([problem.id for problem in source.problems], source.data) == (["no-record"], {})


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a: b\n---\nc: d\n", [(2, 1, "second-document")]),
        ("a: b\n...\nc: d\n", [(2, 1, "second-document")]),
        ("--- a: b\nc: d\n", [(1, 1, "second-document")]),
        ("%YAML 1.2\n---\na: b\n", [(1, 1, "directive")]),
        ("a: b\n%c\n", [(2, 1, "directive")]),
        ("? a\n: b\nc: d\n", [(1, 1, "key-not-text")]),
        ("a: b\n: c\n", [(2, 1, "key-missing")]),
        ("a: {: b}\n", [(1, 4, "sign-at-start")]),
        ("a: b\n*c: d\n", [(2, 1, "key-sign")]),
        ("a:\n  - *b: c\n", [(2, 5, "sign-at-start")]),
        ("a: &b c\n*b : d\n", [(1, 4, "anchor"), (2, 1, "key-sign")]),
        ("a:\n  - b\n  c: d\n", [(3, 3, "key-in-list")]),
        ("a:\n  - b\n  c\n", [(3, 3, "no-dash")]),
        ("a: b\n- c\n", [(2, 1, "list-after-text")]),
        ("{a: b}\nc: d\n", [(2, 1, "no-key")]),
    ],
)
def test_what_is_out_of_place_is_told_there_and_once(text: str, wanted: list[tuple[int, int, str]]) -> None:
    assert faults(text) == wanted
