"""The record of tortures holds all that a record may hold."""

from __future__ import annotations

import io
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from bulletin.letters import unprintable
from bulletin.load import load_text
from bulletin.model.fields import Model
from bulletin.model.running import blocks
from bulletin.photos.drawn import drawn
from bulletin.sample.torture import Torture, letters, people, torture
from bulletin.validate import examine

FORMS = pytest.mark.parametrize("short", [False, True], ids=["whole", "short"])


def read(made: Torture) -> Any:
    record, problems = examine(load_text(made.text, Path("thu-mau.yaml")), defaults={})
    assert [str(problem) for problem in problems] == []
    return record


def empty(value: Any, place: str = "") -> set[str]:
    """Names of the fields that are nowhere filled in, in all values of one kind."""
    filled: dict[str, set[str]] = {}
    known: dict[str, set[str]] = {}

    def walk(part: Any) -> None:
        if isinstance(part, Model):
            kind = type(part).__name__
            known.setdefault(kind, set()).update(type(part).model_fields)
            for name in type(part).model_fields:
                if getattr(part, name) not in ("", None, (), {}):
                    filled.setdefault(kind, set()).add(name)
                walk(getattr(part, name))
        elif isinstance(part, tuple):
            for one in part:
                walk(one)

    walk(value)
    return {f"{kind}.{name}" for kind, names in known.items() for name in names - filled.get(kind, set())}


@FORMS
def test_it_is_a_sound_record(short: bool) -> None:
    record = read(torture(short=short))
    source = load_text(torture(short=short).text, Path("thu-mau.yaml"))
    assert list(unprintable(record, source)) == []


def test_it_fills_every_field_that_is_printed() -> None:
    # What is never printed, what only an approved record has, and what it leaves to be computed.
    left = {"Record.silence", "Record.sort", "Record.approved_by", "Record.approved_on", "Indicator.ratio",
            "Award.count", "Attendance.guests"}  # fmt: skip
    assert empty(read(torture())) - left == set()


def test_the_134_letters_stand_in_it() -> None:
    alphabet = letters()
    assert len(alphabet) == len(set(alphabet)) == 134
    assert alphabet == unicodedata.normalize("NFC", alphabet)
    assert {"ễ", "Ộ", "đ", "Đ", "ỹ", "Ỵ"} <= set(alphabet)
    assert set(alphabet) <= set(torture().text)


def test_it_is_as_long_as_may_be() -> None:
    record = read(torture())
    assert 235 <= len(record.title) <= 250
    assert len(record.organisation.name) > 200
    assert max(len(section.table.rows) for top in record.sections for section in (top, *top.sections)
               if section.table) == 45  # fmt: skip
    kinds = {block.kind for section in record.sections for block in blocks(section.text)}
    assert kinds == {"paragraph", "item", "numbered", "quote", "photo"}
    assert len(set(people(60))) == 60


def test_its_photos_have_all_shapes() -> None:
    drawings = torture().drawings
    ratios = [drawing.width / drawing.height for drawing in drawings]
    assert max(ratios) == 4
    assert min(ratios) == pytest.approx(1 / 3)
    assert min(drawing.width for drawing in drawings) <= 160
    named = {file for _, photo in read(torture()).all_photos() for file in photo.file}
    assert named == {drawing.name for drawing in drawings}


def test_a_drawing_is_a_picture_of_that_size_and_the_same_each_time() -> None:
    one = drawn(300, 100, number=3)
    assert one == drawn(300, 100, number=3)
    assert len({drawn(300, 100, number=number) for number in range(22)}) == 22
    assert Image.open(io.BytesIO(one)).size == (300, 100)


def test_its_pictures_are_light() -> None:
    sizes = [len(drawn(one.width, one.height, number=place)) for place, one in enumerate(torture().drawings)]
    assert sum(sizes) < 1_000_000
