"""Of several ways to write a thing, the usual one is found and the others are told."""

from __future__ import annotations

from bulletin.vietnamese.lint.passages import Check
from bulletin.vietnamese.lint.variants import Odd, Use, odd_ones, told
from vietnamese.lint.reader import paper

ONE, TWO = paper("a b a", "b b a").readings


def uses(*forms: tuple[str, int, int]) -> list[Use]:
    return [Use(form, (ONE, TWO)[number], start, start + 1) for form, number, start in forms]


def test_one_way_alone_is_no_finding() -> None:
    assert list(odd_ones(uses(("a", 0, 0), ("a", 1, 4)))) == []


def test_each_odd_form_is_told_once_a_passage_with_how_often_it_stands() -> None:
    told_uses = uses(("a", 0, 0), ("a", 0, 4), ("a", 1, 4), ("b", 1, 2), ("b", 1, 0))
    assert list(odd_ones(told_uses)) == [Odd(Use("b", TWO, 0, 1), 2, "a", 3)]


def test_of_two_forms_as_frequent_the_first_is_the_usual_one() -> None:
    (odd,) = odd_ones(uses(("b", 1, 0), ("a", 0, 0)))
    assert (odd.usual, odd.use.form) == ("a", "b")


def test_the_finding_names_both_forms_and_the_cure() -> None:
    (finding,) = told(Check("x", "", "", ""), uses(("a", 0, 0), ("a", 0, 4), ("b", 1, 0)))
    assert (finding.id, finding.passage, finding.start, finding.end) == ("x", 1, 0, 1)
    assert all(words in finding.message for words in ("“b” (1×)", "“a” (2×)"))
    assert "“a”" in finding.hint
