from __future__ import annotations

import pytest

from bulletin.edition import EDITIONS, MM_PER_PT, ZOOMS, Edition

STANDARD, LARGE, GIANT = (Edition.named(name) for name in ("standard", "large-print", "giant-print"))


def test_large_print_is_as_large_as_it_promises() -> None:
    assert (LARGE.body_pt, LARGE.smallest_pt, LARGE.large_print) == (18.0, 18.0, True)
    assert (GIANT.body_pt, GIANT.smallest_pt, GIANT.large_print) == (24.0, 24.0, True)
    assert not STANDARD.large_print


@pytest.mark.parametrize("percent", [0, 99, 301, -100])
def test_a_zoom_outside_100_to_300_is_refused(percent: int) -> None:
    with pytest.raises(ValueError, match=str(percent)):
        STANDARD.zoomed(percent)


@pytest.mark.parametrize("name", EDITIONS)
def test_a_zoom_of_100_changes_nothing(name: str) -> None:
    assert Edition.named(name).zoomed(100) == Edition.named(name)


@pytest.mark.parametrize("name", EDITIONS)
def test_no_zoom_makes_anything_smaller(name: str) -> None:
    editions = [Edition.named(name).zoomed(percent) for percent in ZOOMS]
    assert [it.body_pt for it in editions] == sorted(it.body_pt for it in editions)
    assert [it.smallest_pt for it in editions] == sorted(it.smallest_pt for it in editions)
    assert all(it.smallest_pt <= it.body_pt for it in editions)


def test_up_to_127_per_cent_the_standard_rules_hold() -> None:
    for percent in range(100, 128):
        zoomed = STANDARD.zoomed(percent)
        assert not zoomed.large_print
        assert zoomed.body_pt == pytest.approx(11.5 * percent / 100)
        assert zoomed.smallest_pt == pytest.approx(8.5 * percent / 100)
        assert (zoomed.leading, zoomed.margins_mm) == (STANDARD.leading, STANDARD.margins_mm)


def test_from_128_per_cent_on_the_large_print_rules_hold() -> None:
    for percent in range(128, 301):
        zoomed = STANDARD.zoomed(percent)
        assert zoomed.large_print
        assert zoomed.smallest_pt == zoomed.body_pt >= LARGE.body_pt
        assert zoomed.leading == LARGE.leading
        assert (zoomed.margins_mm[1], zoomed.margins_mm[3]) == (25.0, 25.0)
    assert STANDARD.zoomed(128).body_pt == pytest.approx(18.0)
    assert STANDARD.zoomed(128).margins_mm == LARGE.margins_mm


@pytest.mark.parametrize("edition", [STANDARD, LARGE, GIANT], ids=lambda edition: edition.name)
def test_margins_hold_a_running_head_and_a_foot_as_large_as_the_text(edition: Edition) -> None:
    for percent in range(128, 301):
        zoomed = edition.zoomed(percent)
        line_mm = zoomed.body_pt * MM_PER_PT * 1.4
        top, _, bottom, _ = zoomed.margins_mm
        assert top >= line_mm + 8
        assert bottom >= line_mm + 8
        # Stamp and folio: some 28 letters, each a bit more than half as wide as the type is large.
        if zoomed.measure_mm < 28 * 0.6 * zoomed.body_pt * MM_PER_PT:
            assert bottom >= 2 * line_mm + 8
        assert zoomed.depth_mm > 3.5 * line_mm


@pytest.mark.parametrize("edition", [LARGE, GIANT], ids=lambda edition: edition.name)
def test_zoomed_large_print_grows_by_as_much_as_is_asked(edition: Edition) -> None:
    zoomed = edition.zoomed(250)
    assert zoomed.body_pt == zoomed.smallest_pt == edition.body_pt * 2.5
    assert zoomed.large_print


def test_the_page_stays_and_the_text_is_set_anew() -> None:
    for percent in ZOOMS:
        zoomed = STANDARD.zoomed(percent)
        assert (zoomed.paper, zoomed.paper_mm) == ("A4", (210.0, 297.0))


def test_the_columns_of_a_table_follow_the_size() -> None:
    assert STANDARD.most_columns > 20
    assert (LARGE.most_columns, GIANT.most_columns) == (4, 1)
    assert STANDARD.zoomed(128).most_columns == 4
    assert STANDARD.zoomed(200).most_columns == LARGE.zoomed(134).most_columns == 1


@pytest.mark.parametrize(
    ("edition", "suffix"),
    [
        (STANDARD, ""),
        (LARGE, ".large-print"),
        (STANDARD.zoomed(140), ".140"),
        (GIANT.zoomed(140), ".giant-print.140"),
    ],
)
def test_each_edition_has_a_name_of_its_own(edition: Edition, suffix: str) -> None:
    assert edition.suffix == suffix


def test_the_measure_is_what_the_margins_leave() -> None:
    assert (LARGE.measure_mm, LARGE.depth_mm) == (160.0, 247.0)
    assert (STANDARD.measure_mm, STANDARD.depth_mm) == (174.0, 255.0)


def test_an_unknown_edition_is_not_guessed() -> None:
    with pytest.raises(KeyError):
        Edition.named("large")
