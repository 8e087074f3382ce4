from __future__ import annotations

import pytest

from bulletin.compose.scale import scale, set_words
from bulletin.edition import EDITIONS, Edition

from .records import LARGE, STANDARD

ALL = [edition.zoomed(zoom) for edition in EDITIONS.values() for zoom in (100, 115, 128, 200, 300)]


@pytest.mark.parametrize("edition", ALL, ids=lambda edition: f"{edition.name}-{edition.zoom}")
def test_nothing_is_smaller_than_the_edition_allows(edition: Edition) -> None:
    sizes = scale(edition)
    assert min(*sizes.titles, sizes.subtitle, sizes.heading, sizes.part, sizes.panel, sizes.small, sizes.folio) >= (
        edition.smallest_pt - 1e-9
    )


def test_in_large_print_nothing_is_smaller_than_the_text() -> None:
    sizes = scale(LARGE)
    assert sizes.small == sizes.folio == sizes.panel == LARGE.body_pt


def test_headlines_come_in_falling_sizes_above_the_headings() -> None:
    for edition in (STANDARD, LARGE):
        sizes = scale(edition)
        assert list(sizes.titles) == sorted(sizes.titles, reverse=True)
        assert sizes.titles[-1] >= sizes.heading > edition.body_pt


def test_the_larger_the_type_the_less_is_kept_together() -> None:
    sizes = [scale(LARGE.zoomed(zoom)) for zoom in (100, 150, 300)]
    assert [(size.huge, size.unbound) for size in sizes] == [(False, False), (True, False), (True, True)]


def test_words_are_those_that_a_line_may_be_broken_between() -> None:
    assert set_words("có 04 đồng chí dự") == ["có", "04\u00a0đồng\u00a0chí", "dự"]
    assert set_words("") == []
