from __future__ import annotations

import random

import pytest

from bulletin.compose.figures import GAP_MM, PictureFile, Slot, chunks, pair_suits, slot
from bulletin.edition import Edition
from bulletin.plan import LEAST_SCALE, Plan

from .records import GIANT, LARGE, STANDARD, pictures, record

EDITIONS = [STANDARD, STANDARD.zoomed(115), LARGE, GIANT, GIANT.zoomed(300)]
every_edition = pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: f"{edition.name}-{edition.zoom}")


def gallery(ratios: list[float], *, caption: str = "Quang cảnh", focus: str = "") -> list[PictureFile]:
    names = [f"{number}.jpg" for number in range(len(ratios))]
    more = f"\n    tâm điểm: {focus}" if focus else ""
    made = record(f"ảnh:\n  - tệp: [{', '.join(names)}]\n    chú thích: {caption}{more}\n")
    return list(next(iter(pictures(made, dict(zip(names, ratios, strict=True))).values())))


def one(ratio: float, **given: str) -> list[PictureFile]:
    return gallery([ratio], **given)


def set_slot(files: list[PictureFile], edition: Edition, *, size: float = 1.0) -> Slot:
    return slot("fig-1", [files], edition, Plan(scales={"fig-1": size}), first=1)


@every_edition
@pytest.mark.parametrize("number", range(1, 13))
def test_pictures_keep_their_proportions_and_fit_the_page(number: int, edition: Edition) -> None:
    dice = random.Random(number)
    ratios = [5 ** dice.uniform(-1, 1) for _ in range(number)]
    files = gallery(ratios)
    parts = chunks(files, edition)
    assert [file for part in parts for file in part] == files
    for part in parts:
        made = set_slot(list(part), edition)
        (figure,) = made.figures
        assert made.height_mm <= edition.depth_mm
        assert sum(len(row) for row in figure.rows) == len(part)
        for row in figure.rows:
            width = sum(picture.width_mm for picture in row) + GAP_MM * (len(row) - 1)
            assert width <= edition.measure_mm + 0.1
            assert {picture.height_mm for picture in row} == {row[0].height_mm}
        for picture, file in zip(figure.pictures, part, strict=True):
            assert picture.width_mm / picture.height_mm == pytest.approx(file.ratio, rel=0.02)


@every_edition
@pytest.mark.parametrize("ratio", [0.2, 0.5, 1.0, 1.5, 3.0, 5.0])
def test_a_photo_alone_is_as_wide_as_the_text_unless_it_would_be_too_high(ratio: float, edition: Edition) -> None:
    (figure,) = set_slot(one(ratio), edition).figures
    (picture,) = figure.pictures
    assert (
        picture.width_mm == pytest.approx(edition.measure_mm, abs=0.1) or picture.height_mm >= 0.15 * edition.depth_mm
    )
    assert figure.box_mm == pytest.approx(edition.measure_mm)


def test_a_photo_is_made_smaller_whole() -> None:
    full, small = set_slot(one(1.5), STANDARD), set_slot(one(1.5), STANDARD, size=LEAST_SCALE)
    assert small.height_mm == pytest.approx(LEAST_SCALE * full.height_mm, abs=0.05)
    assert small.natural_mm == full.natural_mm == full.height_mm
    (picture,) = small.figures[0].pictures
    assert picture.width_mm / picture.height_mm == pytest.approx(1.5, rel=0.01)
    assert picture.focus is None


def test_a_photo_with_a_focus_keeps_its_width_and_is_cropped() -> None:
    (picture,) = set_slot(one(1.5, focus="50%, 40%"), STANDARD, size=0.7).figures[0].pictures
    assert picture.width_mm == pytest.approx(STANDARD.measure_mm)
    assert picture.height_mm == pytest.approx(0.7 * STANDARD.measure_mm / 1.5, abs=0.05)
    assert picture.focus == (50, 40)


def test_a_long_caption_leaves_the_photo_less_room() -> None:
    edition = GIANT.zoomed(200)
    short, long = set_slot(one(1.0), edition), set_slot(one(1.0, caption="Đại biểu dự họp " * 8), edition)
    assert long.height_mm < short.height_mm


def test_photos_suit_each_other_when_neither_is_far_too_wide_or_high() -> None:
    assert pair_suits(one(1.5), one(0.67), STANDARD)
    assert not pair_suits(one(1.5), one(3.0), STANDARD)
    assert not pair_suits(one(0.2), one(1.5), STANDARD)
    assert not pair_suits(one(1.5), gallery([1.0, 1.0]), STANDARD)


def test_large_print_sets_no_photos_side_by_side() -> None:
    assert not pair_suits(one(1.5), one(1.5), LARGE)


def test_a_long_caption_is_not_squeezed_beside_another_photo() -> None:
    assert not pair_suits(one(1.5), one(0.5, caption="Đại biểu dự họp từ các nơi xa " * 6), STANDARD)


def test_a_pair_has_one_height_and_fills_the_measure() -> None:
    made = slot("fig-1", [one(1.5), one(0.67)], STANDARD, Plan(), first=4)
    left, right = made.figures
    assert [figure.pictures[0].name for figure in made.figures] == ["4", "5"]
    assert left.pictures[0].height_mm == pytest.approx(right.pictures[0].height_mm, abs=0.02)
    assert left.box_mm + right.box_mm < STANDARD.measure_mm
    assert left.box_mm / right.box_mm == pytest.approx(1.5 / 0.67, rel=0.01)


def test_a_gallery_that_would_shrink_goes_on_in_a_second_figure() -> None:
    files = gallery([1.5] * 12)
    assert len(chunks(files, STANDARD)) == 1
    assert len(chunks(files, LARGE)) > 1
    assert len(chunks(one(1.5), LARGE)) == 1


def test_pictures_of_a_gallery_are_told_apart_in_words() -> None:
    alts = [picture.alt for picture in set_slot(gallery([1.5, 1.5]), STANDARD).figures[0].pictures]
    assert alts == ["Quang cảnh (ảnh 1/2)", "Quang cảnh (ảnh 2/2)"]


def test_a_photo_without_any_words_has_a_description_all_the_same() -> None:
    made = record("ảnh: a.jpg\n")
    files = next(iter(pictures(made).values()))
    assert set_slot(list(files), STANDARD).figures[0].pictures[0].alt == "Ảnh tại hội nghị"


def test_a_figure_that_is_much_narrower_than_its_column_is_told() -> None:
    assert set_slot(one(0.2), STANDARD).figures[0].narrow
    assert not set_slot(one(1.5), STANDARD).figures[0].narrow
