from __future__ import annotations

from types import MappingProxyType

import pytest

from bulletin.config import layout_named, layouts_known
from bulletin.edition import EDITIONS, PAPERS_MM
from bulletin.errors import LayoutError
from bulletin.layout import Layout

POSTER = Layout(
    name="poster",
    papers=("A3", "A4"),
    landscape=True,
    sizes=MappingProxyType({"standard": {"body_pt": 24.0, "smallest_pt": 18.0}, "large-print": {"body_pt": 30.0}}),
)


def test_an_edition_takes_sizes_and_sheet_of_its_layout() -> None:
    edition = POSTER.edition("standard")
    assert (edition.name, edition.body_pt, edition.smallest_pt) == ("standard", 24.0, 18.0)
    assert (edition.paper, edition.paper_mm, edition.landscape) == ("A3", PAPERS_MM["A3"], False)
    assert edition.leading == EDITIONS["standard"].leading


def test_a_sheet_lies_on_its_long_side() -> None:
    edition = POSTER.edition("standard", paper="A4", landscape=True)
    assert (edition.paper_mm, edition.landscape) == ((297.0, 210.0), True)


def test_a_zoom_keeps_the_sheet_and_takes_the_large_print_of_the_layout() -> None:
    edition = POSTER.edition("standard", zoom=150)
    assert edition.large_print
    assert edition.body_pt == pytest.approx(36.0)
    assert edition.paper_mm == PAPERS_MM["A3"]


def test_a_sheet_that_the_layout_does_not_come_on_is_refused() -> None:
    with pytest.raises(ValueError, match="A5"):
        POSTER.edition("standard", paper="A5")
    with pytest.raises(ValueError, match="landscape"):
        Layout(name="news").edition("standard", landscape=True)


@pytest.mark.parametrize("layout", layouts_known(), ids=lambda layout: layout.name)
def test_every_layout_says_what_it_is_in_both_languages(layout: Layout) -> None:
    assert set(layout.titles) == {"vi", "en"}
    assert set(layout.editions) <= set(EDITIONS)
    for name in layout.editions:
        for paper in layout.papers:
            edition = layout.edition(name, paper=paper)
            assert 0 < edition.smallest_pt <= edition.body_pt
            assert edition.measure_mm > 0 < edition.depth_mm


def test_an_unknown_layout_is_told_with_the_nearest() -> None:
    with pytest.raises(LayoutError) as caught:
        layout_named("nws")
    assert (caught.value.message, caught.value.hint) == ("there is no layout “nws”", "did you mean “news”?")
