"""Photos of every shape above points or beside them (`compose/hero.py`)."""

from __future__ import annotations

import itertools

import pytest

from bulletin.compose import PictureFile
from bulletin.compose.hero import GAP_MM, Hero, Reckoned, hero
from bulletin.config import layout_named
from bulletin.edition import Edition
from bulletin.model import Photo

POSTER = layout_named("poster")
STANDING, LYING = POSTER.edition("standard"), POSTER.edition("standard", landscape=True)
RATIOS = (0.4, 0.75, 1.5, 3.5)


def arranged(*ratios: float, edition: Edition = STANDING, text_mm: float = 100.0, factor: float = 1.0) -> Hero:
    files = [
        PictureFile(
            loc=("photos", place), file=f"{place}.jpg", ratio=ratio,
            photo=Photo(file=(f"{place}.jpg",), caption="Quang cảnh buổi họp tại hội trường"),
        )
        for place, ratio in enumerate(ratios)
    ]  # fmt: skip

    def reckoned(size: float) -> Reckoned:
        area = text_mm * edition.measure_mm * max(size, 0.75) ** 2
        return Reckoned(edition, 0.7 * edition.depth_mm, lambda width: area / width)

    made = hero(files, edition, reckoned, factor=factor)
    assert made is not None
    return made


@pytest.mark.parametrize("edition", [STANDING, LYING], ids=["standing", "lying"])
@pytest.mark.parametrize("text_mm", [40.0, 120.0, 250.0])
@pytest.mark.parametrize("factor", [0.8, 1.6])
def test_photos_keep_their_shape_and_stay_on_the_sheet(edition: Edition, text_mm: float, factor: float) -> None:
    for number in (1, 2, 3):
        for ratios in itertools.product(RATIOS, repeat=number):
            made = arranged(*ratios, edition=edition, text_mm=text_mm, factor=factor)
            assert 1 <= len(made.pictures) <= number
            for picture, ratio in zip(made.pictures, ratios, strict=False):
                assert picture.width_mm / picture.height_mm == pytest.approx(ratio, rel=0.01)
                assert min(picture.width_mm, picture.height_mm) > 12
            for row in made.rows:
                wide = sum(column[0].box_mm for column in row) + GAP_MM * (len(row) - 1)
                assert wide <= made.width_mm + 0.1 <= edition.measure_mm + 0.2
            areas = [picture.width_mm * picture.height_mm for picture in made.pictures]
            assert areas[0] >= 0.99 * max(areas)


def test_a_tall_photo_stands_beside_the_points_and_a_wide_one_above_them() -> None:
    assert arranged(0.67).beside
    assert not arranged(3.5).beside


def test_small_photos_go_before_the_large_one_grows_small() -> None:
    assert len(arranged(1.5, 1.5, 1.5, text_mm=140.0).pictures) > 1
    assert len(arranged(1.5, 0.4, 0.4, text_mm=250.0).pictures) < 3


def test_only_a_photo_with_a_focus_is_cropped_and_never_below_what_photos_keep() -> None:
    files = [
        PictureFile(
            loc=("photos", 0),
            file="a.jpg",
            ratio=0.75,
            photo=Photo(file=("a.jpg",), caption="Trao quà", focus=(50, 30)),
        )
    ]
    large = POSTER.edition("giant-print")
    made = hero(files, large, lambda _: Reckoned(large, 200.0, lambda width: 150.0), factor=1.0)
    assert made is not None
    (picture,) = made.pictures
    assert picture.focus == (50, 30)
    assert picture.width_mm / picture.height_mm <= 0.75 / 0.55 + 0.01
