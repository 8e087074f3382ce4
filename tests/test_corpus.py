from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PIL import Image

import corpus
from bulletin.pipeline import open_record

RECORDS = 12
"""One of each example, and one of the first a second time."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The records of a small corpus, with photos that take no time to draw."""
    (tmp_path / "anh").mkdir()
    shutil.copy(corpus.EXAMPLES / "bulletin.toml", tmp_path)
    for recipe in corpus.recipes(RECORDS):
        (tmp_path / f"{recipe.name}.yaml").write_text(corpus.written(recipe), encoding="utf-8")
        for name, number in recipe.photos:
            Image.new("RGB", (400 + number, 300)).save(tmp_path / "anh" / f"{name}.jpg")
    return tmp_path


def test_every_record_is_sound_and_has_two_photos_of_its_own_in_its_text(folder: Path) -> None:
    seen: set[str] = set()
    paths = sorted(folder.glob("*.yaml"))
    assert len(paths) == RECORDS
    for path in paths:
        dossier = open_record(path)
        assert len(dossier.record.all_photos()) == len(dossier.photos) == corpus.PHOTOS
        for file in dossier.photos:
            assert f": {Path(file).stem}]" in path.read_text(encoding="utf-8")
        seen |= {photo.digest for photo in dossier.photos.values()}
    assert len(seen) == RECORDS * corpus.PHOTOS


def test_records_of_one_example_differ_and_the_same_number_gives_the_same_record() -> None:
    first, *_, again = corpus.recipes(RECORDS)
    assert first.example == again.example
    assert corpus.written(first) == corpus.written(first)
    own = set(corpus.written(again).splitlines()) - set(corpus.written(first).splitlines())
    assert sum(map(len, own)) > len(corpus.written(first)) // 3


def test_shared_photos_are_taken_in_turn() -> None:
    drawn = [photo for recipe in corpus.recipes(5, shared=4) for photo in recipe.photos]
    assert [number for _, number in drawn] == [0, 1, 2, 3, 0, 1, 2, 3, 0, 1]
    assert len(set(drawn)) == 4
