from __future__ import annotations

import pytest

from bulletin.load.build import Builder
from bulletin.load.guard import UnreadableError

from .reading import faults, read


def test_lists_and_keys_stand_in_each_other() -> None:
    text = "a:\n  - b: c\n    d:\n      - e\n  - - f\n    - g\nh:\n- i\n- j: k\nl: [m, {n: o}]\n"
    assert read(text).data == {
        "a": [{"b": "c", "d": ["e"]}, ["f", "g"]], "h": ["i", {"j": "k"}], "l": ["m", {"n": "o"}],
    }  # fmt: skip


def test_a_whole_record_may_stand_in_brackets() -> None:
    source = read('{\n  "title": "A",\n  "photos": ["a.jpg"]\n}\n')
    assert (source.data, source.problems) == ({"title": "A", "photos": ["a.jpg"]}, ())


def test_twenty_levels_are_read_and_the_next_is_refused() -> None:
    def nested(levels: int) -> str:
        return "".join("  " * level + "a:\n" for level in range(levels - 1)) + "  " * (levels - 1) + "a: b\n"

    assert read(nested(20)).problems == ()
    assert [id_ for _, _, id_ in faults(nested(21))] == ["too-deep"]
    assert faults("a: " + "[" * 19 + "b" + "]" * 19 + "\n") == []
    assert [id_ for _, _, id_ in faults("a: " + "[" * 20 + "b" + "]" * 20 + "\n")] == ["too-deep"]


def test_a_list_in_the_column_of_its_key_is_a_level_too() -> None:
    text = "".join("  " * level + "a:\n" for level in range(20)) + "  " * 19 + "- b\n" + "  " * 19 + "- c: d\ne: f\n"
    source = read(text)
    assert [problem.id for problem in source.problems] == ["too-deep"]
    assert source.data["e"] == "f"


def test_what_stands_too_deep_is_left_out_and_the_rest_is_read() -> None:
    text = "".join("  " * level + "a:\n" for level in range(25)) + "b: c\nb: d\n"
    source = read(text)
    assert source.data["b"] == "c"
    assert [problem.id for problem in source.problems] == ["too-deep", "key-twice"]


@pytest.mark.parametrize("length", [200_000, 200_001])
def test_a_text_may_have_two_hundred_thousand_characters(length: int) -> None:
    source = read("a: |\n  " + "x" * length + "\nb: c")
    told = [problem.id for problem in source.problems]
    # The line end counts too.
    assert told == (["text-too-long"] if length >= 200_000 else [])
    assert source.data["b"] == "c"
    assert read("a: " + "x" * 200_000).problems == ()


def test_a_key_given_twice_is_told_at_its_second_place_and_the_first_is_kept() -> None:
    source = read("a: 1\nb: {c: 1, c: 2}\na: 2\n")
    assert source.data == {"a": "1", "b": {"c": "1"}}
    assert faults("a: 1\nb: {c: 1, c: 2}\na: 2\n") == [(2, 11, "key-twice"), (3, 1, "key-twice")]


def test_the_same_key_in_two_items_is_fine() -> None:
    assert faults("a:\n  - b: 1\n  - b: 2\nb: 3\n") == []


@pytest.mark.parametrize("text", ["a: b: c", "? a", "[a]: b", "a: b\n- c", ": a", "a: [b\nc: d", "a: b\n---\nc: d"])
def test_what_no_trap_has_mended_cannot_be_built(text: str) -> None:
    builder = Builder(text, [])
    with pytest.raises(UnreadableError):
        builder.build()


def test_keys_after_a_second_document_are_not_told_twice() -> None:
    assert faults("a: 1\n---\na: 2\n") == [(2, 1, "second-document")]
    assert faults("a: 1\na: 2\n---\nb: 2\n") == [(2, 1, "key-twice"), (3, 1, "second-document")]
