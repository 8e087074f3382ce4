"""What is fine is left alone; what is not is told, and the line shown again reads as it was meant."""

from __future__ import annotations

from typing import Any

import pytest

from bulletin.load import mended

from .reading import faults, new_lines, read

FINE: list[tuple[str, Any]] = [
    ("8:30", "8:30"),
    ("http://bao.vn/tin#dau", "http://bao.vn/tin#dau"),
    ("A#1", "A#1"),
    ("“Dạy tốt”", "“Dạy tốt”"),
    ("it's", "it's"),
    ('5" màn hình', '5" màn hình'),
    ("A - B, C – D", "A - B, C – D"),
    ("-5 độ", "-5 độ"),
    ("?ai", "?ai"),
    (":a", ":a"),
    ("a [b] {c} *d* &e !f @g %h | i > j", "a [b] {c} *d* &e !f @g %h | i > j"),
    ('"A # B: C"', "A # B: C"),
    ("'A # B: C'", "A # B: C"),
    ('"a\\"b"', 'a"b'),
    ("'it''s'", "it's"),
    ('""', ""),
    ("một\n  hai\n\n  ba", "một hai\nba"),
    ('"một\n  hai: ba # tư"', "một hai: ba # tư"),
    ('"một\nhai"', "một hai"),
    ('|\n  a: b # c\n  - "d\n\n    [e: f]\n', 'a: b # c\n- "d\n\n  [e: f]\n'),
    ("|2\n    a\n  b\n", "  a\nb\n"),
    ("|- # ghi chú\n  a", "a"),
    (">+\n  a\n  b\n", "a b\n\n"),
    ("\n  a\n  b", "a b"),
    ("\n  - a\n  # ghi chú\n  - b", ["a", "b"]),
    ("# ghi chú\n  - a", ["a"]),
    ("\n# ghi chú\n- a\n- b: c\n", ["a", {"b": "c"}]),
    ("[a, 'b, c', \"d\"]", ["a", "b, c", "d"]),
    ("[\n  a\n]", ["a"]),
    ("{a: b, c: [d]}", {"a": "b", "c": ["d"]}),
    ("[1, 5]", ["1", "5"]),
    ("[a?, b?c]", ["a?", "b?c"]),
    ("[]", []),
    ("{}", {}),
    ("~", "~"),
]


@pytest.mark.parametrize(("value", "wanted"), FINE)
def test_plain_yaml_is_read_as_it_stands(value: str, wanted: Any) -> None:
    source = read(f"k: {value}\nl: m\n")
    assert (source.data, source.problems) == ({"k": wanted, "l": "m"}, ())


@pytest.mark.parametrize(("value", "wanted"), [pair for pair in FINE if "\n" not in pair[0]])
def test_plain_yaml_is_read_as_it_stands_in_a_list_too(value: str, wanted: Any) -> None:
    source = read(f"k:\n  - {value}\n  - m\n")
    assert (source.data, source.problems) == ({"k": [wanted, "m"]}, ())


@pytest.mark.parametrize(
    ("value", "new"),
    [
        ("a: b", '"a: b"'),
        ("a:", '"a:"'),
        ('"a": b', "'\"a\": b'"),
        ('it\'s: "b"', "'it''s: \"b\"'"),
        ("'a' b: c", "\"'a' b: c\""),
        ("a\\b: c", "'a\\b: c'"),
        ("a: b  ", '"a: b"  '),
        ("*a* b", '"*a* b"'),
        ("**a** b: c", '"**a** b: c"'),
        ("> 50", '"> 50"'),
        (">5", '">5"'),
        ("| a", '"| a"'),
        ("[a: b]", '"[a: b]"'),
        ("[a] b, c", '"[a] b, c"'),
        ("[a", '"[a"'),
        ("{a}", '"{a}"'),
        ("a #1", '"a #1"'),
        ("a: b #1", '"a: b #1"'),
        ("- a", '"- a"'),
        ("-", '"-"'),
        ("? a", '"? a"'),
        (": a", '": a"'),
        ("]", '"]"'),
        ('"a', '"a"'),
        ("'a", "'a'"),
        ('"a" b', "'\"a\" b'"),
        ("'a' b", "\"'a' b\""),
        ('"a "b" c"', "'a \"b\" c'"),
        ('"a" và "b"', '\'"a" và "b"\''),
        ('"\\d"', "'\\d'"),
        ('"it\'s \\d"', '"it\'s \\\\d"'),
        ("a\tb", "a b"),
        ("\ta", "a"),
        ("a\t b", "a b"),
    ],
)
def test_the_line_is_shown_rewritten(value: str, new: str) -> None:
    assert new_lines(f"k: {value}\nl: m\n") == [f"k: {new}"]


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("k: a # b\n", "note-after-text"),
        ("k: a # b: c\n", "note-after-text"),
        ('k: "a" #b\n', "note-after-text"),
        ("k: [a] # b\n", "note-after-text"),
        ("k: # a\n", "note-after-text"),
        ("k:\n  - a: b #1\n", "note-after-text"),
        ('k: "a", \n', "text-after-quote"),
        ('k: "a" "b\n', "text-after-quote"),
        ('k: "a”\n', "quote-not-closed"),
        ('k: "a # b\n', "quote-not-closed"),
        ('k: "a\\"\n', "quote-not-closed"),
        ('k: "a\n  b\nl: m\n', "quote-not-closed"),
        ('k: "\\n\\d"\n', "backslash"),
        ("k: [a, b\n", "brackets"),
        ("k: [a: b, c]\n", "brackets"),
        ("k: [a, , b]\n", "brackets"),
        ("k: [\n  a: b\n]\n", "brackets"),
        ("k: a: b\n  c\n", "colon-in-text"),
        ("k: @a\n  c\n", "sign-at-start"),
        ("k: [12,5]\n", "comma-in-brackets"),
        ("k: a\n  b: c\n", "indent"),
        ("k: a\n  - b\n", "list-after-text"),
        ("k:\n  - a\n    b: c\n", "key-after-text"),
        ("k: a\n  + b\n", "lines-run-together"),
    ],
)
def test_where_there_is_doubt_no_line_is_shown_rewritten(text: str, id_: str) -> None:
    source = read(text)
    (problem,) = source.problems
    assert (problem.id, problem.mend) == (id_, None)
    assert problem.hint
    assert mended(source) == text


def test_an_item_alone_is_quoted_whole_and_an_entry_only_in_its_value() -> None:
    assert new_lines("k:\n  - a: b: c\n  - d\n") == ['  - "a: b: c"']
    assert new_lines("k:\n  - a: b: c\n    d: e\n") == ['  - a: "b: c"']
    assert new_lines("k:\n  - a: e\n    d: e\n  - a: b: c\n") == ['  - a: "b: c"']
    assert new_lines("k:\n- a: b: c\n- d: *e\n") == ['- "a: b: c"', '- "d: *e"']
    assert new_lines('k:\n  - "a": b: c\n') == ['  - "a": "b: c"']
    assert new_lines("k:\n  - - a: b: c\n") == ['  - - "a: b: c"']


def test_both_faults_of_a_line_show_the_line_with_both_mends() -> None:
    found = [(problem.id, problem.hint) for problem in read("tên:Họ: An\n").problems]
    assert found == [
        ("no-space-after-colon", 'type instead: tên: "Họ: An"'),
        ("colon-in-text", 'type instead: tên: "Họ: An"'),
    ]


def test_text_under_a_bare_key_with_bullets_gets_its_upright() -> None:
    text = "k:\n  Mở đầu.\n  + Một: hai\n  + Ba # bốn\nl: m\n"
    assert new_lines(text) == ["k: |"]
    assert read(text).data == {"k": "Mở đầu.\n+ Một: hai\n+ Ba # bốn\n", "l": "m"}


def test_reading_goes_on_after_what_cannot_be_mended() -> None:
    text = 'a: [x: y,\n  z: w\n]\nb: c\nd: "e\n  f\ng: h\ni: j\n  - k\n  - l\nm: n\n'
    source = read(text)
    assert (source.data["b"], source.data["g"], source.data["i"], source.data["m"]) == ("c", "h", "j", "n")
    assert [problem.line for problem in source.problems] == [1, 5, 9]


def test_tabs_in_brackets_are_made_spaces() -> None:
    text = "k: [\n\ta,\tb,\n\t'c\td'\n]\n"
    assert read(text).data == {"k": ["a", "b", "c\td"]}
    assert mended(read(text)) == "k: [\n  a, b,\n  'c\td'\n]\n"


def test_tabs_in_lines_that_go_on_with_a_text_are_made_spaces() -> None:
    text = "a: b\n\tc d\n  e\tf\n"
    assert faults(text) == [(2, 1, "tab-indent"), (3, 4, "tab")]
    assert mended(read(text)) == "a: b\n  c d\n  e f\n"
    assert read(text).data == {"a": "b c d e f"}
    assert faults("a: b\n\t# c\nd: e\n") == []


def test_empty_lines_below_a_bare_key_do_not_hide_it() -> None:
    assert new_lines("a:\n\n  b\n  + c\n") == ["a: |"]


def test_a_fault_in_a_long_text_before_a_colon_is_mended() -> None:
    long = "x" * 1100
    assert faults(f"k:\n  - {long}: y\n") == [(2, 1105, "colon-in-text")]
    assert faults(f"k:\n  - {long[:1000]}: y\n") == []
