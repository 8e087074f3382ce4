from __future__ import annotations

from bulletin.load import mended

from .reading import faults, new_lines, read


def test_a_first_line_indented_deeper_is_brought_to_the_others() -> None:
    text = "k: |\n      Một\n    hai\n      ba\n    bốn\nl: m\n"
    assert faults(text) == [(2, 7, "block-indent")]
    assert mended(read(text)) == text.replace("      Một", "    Một")
    assert read(text).data == {"k": "Một\nhai\n  ba\nbốn\n", "l": "m"}


def test_blanks_in_an_empty_line_do_not_set_the_depth() -> None:
    source = read("k: |\n      \n  một\n\t\n\u00a0\n  hai\n\u00a0\u00a0\nl: m\n\u00a0\n")
    assert (source.data, source.problems) == ({"k": "\nmột\n\n\nhai\n", "l": "m"}, ())


def test_tabs_before_the_lines_of_a_text_are_told_once_and_all_mended() -> None:
    text = "k: |\n\tmột\n\t\thai\n\tba\nl: m\n"
    assert faults(text) == [(2, 1, "tab-indent")]
    assert mended(read(text)) == "k: |\n  một\n  hai\n  ba\nl: m\n"


def test_tabs_are_brought_to_the_depth_of_the_other_lines() -> None:
    assert new_lines("k: |\n    một\n\thai\n") == ["    hai"]
    assert new_lines("k: |\n  \tmột\n  hai\n") == ["  một"]


def test_a_line_shallower_than_a_told_depth_is_told() -> None:
    assert faults("k: |4\n      một\n  hai\n") == [(3, 3, "block-indent")]
    assert new_lines("k: |4\n      một\n  hai\n") == []


def test_a_key_after_a_text_that_is_a_little_indented_is_no_line_of_it() -> None:
    text = "k: |\n    Một\n    hai\n  l: m\n"
    assert faults(text) == [(4, 3, "indent")]
    assert read(text).data == {"k": "Một\nhai\n", "l": "m"}


def test_a_line_that_fell_out_of_a_text_is_told_how_deep_it_goes() -> None:
    (problem,) = read("k: |\n    Một\nhai ba\nl: m\n").problems
    assert (problem.line, problem.id, problem.mend) == (3, "no-key", None)
    assert "4 spaces" in problem.hint
    (problem,) = read("k: |\n    Một\nl:\nhai ba\n").problems
    assert "4 spaces" not in problem.hint


def test_a_text_may_be_empty() -> None:
    assert read("k: |\nl: >\n\n").data == {"k": "", "l": ""}
