"""Measured places: what has moved, or is set otherwise, is told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bulletin.preflight import Edge, Spot
from preflight.press import SENTENCES, expected, paragraphs, pdf, problems

WORDS = SENTENCES[0].split()[0]


def told(*spots: Spot) -> list[str]:
    found = problems(pdf(paragraphs(*SENTENCES)), replace(expected(*SENTENCES), spots=spots))
    assert {problem.id for problem in found} <= {"misplaced"}
    return [problem.message for problem in found]


def measured(edge: Edge) -> float:
    """Where the words stand, by what a wrong spot is told."""
    (message,) = told(Spot(text=WORDS, edges=((edge, 1000.0),)))
    return float(message.split(" mm")[0].rpartition(" ")[2])


@pytest.mark.parametrize("edge", ["left", "right", "middle", "top", "bottom"])
def test_a_text_is_found_to_half_a_millimetre(edge: Edge) -> None:
    found = measured(edge)
    assert told(Spot(text=WORDS, edges=((edge, found + 0.4),))) == []
    assert len(told(Spot(text=WORDS, edges=((edge, found + 0.7),)))) == 1


def test_edges_are_measured_from_where_they_should_be() -> None:
    assert measured("left") < measured("middle") < measured("right")
    assert measured("middle") == pytest.approx((measured("left") + measured("right")) / 2, abs=0.2)


def test_size_and_face_are_told() -> None:
    (size,) = told(Spot(text=WORDS, pt=30.0))
    assert " instead of 30.0" in size
    assert len(told(Spot(text=WORDS, font="LiberationSerif-BoldItalic"))) == 1


def test_a_text_that_is_not_there_is_told_with_its_page() -> None:
    assert told(Spot(text="Quốc hiệu")) == ["“Quốc hiệu” is missing on page 1"]


def test_a_page_may_be_counted_from_the_end() -> None:
    assert told(Spot(text=WORDS, page=-1)) == []


def test_of_several_places_one_that_is_right_is_enough() -> None:
    letter = SENTENCES[0][0]
    assert told(Spot(text=letter, edges=(("left", measured("left")),))) == []
