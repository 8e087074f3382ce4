"""The gallery of docs/layouts.md shows every layout in every edition, and no other."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from PIL import Image

import gallery
from bulletin import pipeline
from bulletin.config import layouts_known
from bulletin.errors import LayoutError
from bulletin.pipeline import Bulletin, Dossier

PAGE = gallery.PAGE.read_text(encoding="utf-8")


def test_every_layout_and_edition_is_shown_and_no_other() -> None:
    wanted = [
        f"images/gallery/{layout.name}.{edition}.webp" for layout in layouts_known() for edition in layout.editions
    ]
    assert re.findall(r"!\[[^\]]+\]\((images/gallery/[^)]+)\)", PAGE) == wanted
    assert {path.name for path in gallery.FOLDER.iterdir()} == {path.rpartition("/")[2] for path in wanted}


def test_the_page_is_what_the_tool_writes() -> None:
    assert gallery.written(PAGE) == PAGE, "run make gallery"


def test_the_pictures_can_be_opened_and_are_small() -> None:
    places = [place for _, _, place in gallery.shown()]
    for place in places:
        with Image.open(place) as picture:
            picture.load()
            assert picture.format == "WEBP"
            assert min(picture.size) >= 200
    assert sum(place.stat().st_size for place in places) < 1_500_000


def test_a_page_without_a_place_for_it_is_told() -> None:
    with pytest.raises(SystemExit, match="no place"):
        gallery.written("# Layouts\n")


@pytest.mark.slow
def test_a_picture_is_drawn_from_an_example() -> None:
    layout, edition, place = next(gallery.shown())
    drawn = gallery.picture(gallery.made(layout, edition))
    with Image.open(place) as kept:
        assert drawn.size == kept.size


def test_an_example_that_a_layout_refuses_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def build(record: object, *_: object, **__: object) -> Bulletin:
        asked.append(record)
        if len(asked) < 3:
            raise LayoutError("not this one")
        return Bulletin(title="", pdf=b"%PDF", pages=1, date=gallery.PRINTED_ON)

    monkeypatch.setattr(pipeline, "build", build)
    layout = next(layout for layout in layouts_known() if layout.content == "record")
    assert gallery.made(layout, layout.editions[0]) == b"%PDF"
    assert len(asked) == 3
    monkeypatch.setattr(gallery, "examples", list)
    with pytest.raises(SystemExit, match="takes none of the examples"):
        gallery.made(layout, layout.editions[0])


def test_a_layout_that_binds_records_is_given_all_that_stand_together(monkeypatch: pytest.MonkeyPatch) -> None:
    bound = []

    def bind(dossiers: list[Dossier], *_: object, **__: object) -> Bulletin:
        bound.extend(dossiers)
        return Bulletin(title="", pdf=b"%PDF", pages=1, date=gallery.PRINTED_ON)

    monkeypatch.setattr(pipeline, "bind", bind)
    layout = replace(layouts_known()[0], content="issue")
    assert gallery.made(layout, "standard") == b"%PDF"
    assert len(bound) == len([*(gallery.ROOT / "examples").glob("*.yaml")])
