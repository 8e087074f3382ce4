from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from bulletin.load import load
from bulletin.model import Person, Record, texts
from bulletin.model.fields import Model
from bulletin.model.shape import Shape, field_key, keys_of, names_of, replaced, shape_of
from bulletin.validate import validate
from bulletin.vietnamese.text import fold

GOOD = Path(__file__).parent.parent / "data" / "good"


def models(model: type[Model] = Record, seen: set[type[Model]] | None = None) -> set[type[Model]]:
    """The model of a record and all inside it."""
    seen = set() if seen is None else seen
    if model not in seen:
        seen.add(model)
        for shape in shape_of(model).values():
            for inner in inside(shape):
                models(inner, seen)
    return seen


def inside(shape: Shape) -> Iterator[type[Model]]:
    while shape.item:
        shape = shape.item
    if shape.model:
        yield shape.model


MODELS = sorted(models(), key=lambda model: model.__name__)


def test_all_parts_of_a_record_are_looked_at() -> None:
    assert len(MODELS) == 23


@pytest.mark.parametrize("model", MODELS)
def test_no_two_keys_of_a_part_are_typed_the_same(model: type[Model]) -> None:
    spelled = Counter(fold(name) for key, names in keys_of(model).items() for name in {*map(fold, (*names, key))})
    assert [name for name, times in spelled.items() if times > 1] == []


@pytest.mark.parametrize("model", MODELS)
def test_every_key_has_a_vietnamese_name_and_a_meaning_in_both_languages(model: type[Model]) -> None:
    for name, info in model.model_fields.items():
        assert keys_of(model)[field_key(model, name)], name
        extra = info.json_schema_extra
        assert isinstance(extra, dict)
        assert info.description
        assert extra["vi"]


@pytest.mark.parametrize("typed", ["chủ trì", "CHỦ TRÌ", "chu_tri", "Chu-Tri", "chairs", "Chairs", " chủ  trì"])
def test_a_key_forgives_case_tone_marks_and_separators(typed: str) -> None:
    assert names_of(Record)[fold(typed)] == "chairs"


def test_words_of_python_are_keys_all_the_same() -> None:
    assert {"for", "against"} <= keys_of(next(model for model in MODELS if model.__name__ == "Vote")).keys()


def everything() -> Record:
    return validate(load(GOOD / "moi-muc.yaml"))


def test_every_printed_text_of_a_record_is_walked_in_order() -> None:
    found = {text.loc: (text.kind, text.text) for text in texts(everything())}
    assert found["title",][0] == "title"
    assert found["chairs", 0, "titles", 1] == ("line", "Hiệu trưởng")
    assert found["guests", 2, "people", 0, "name"] == ("person", "Lại Thu Trang")
    assert found["sections", 0, "table", "rows", 1, 0] == ("line", "Liên thông")
    assert found["sections", 0, "sections", 0, "sections", 0, "text"] == ("text", "Sinh hoạt chi bộ đúng lịch.")
    assert found["ratings", 0, "counts", "HTXSNV"][1] == "20"
    assert found["votes", 0, "for"] == ("line", "150")
    assert found["photos", 0, "alt"][0] == "alt"
    tops = list(dict.fromkeys(loc[0] for loc in found))
    assert tops == [name for name in keys_of(Record) if name in tops]


def test_what_is_not_printed_as_it_stands_is_not_walked() -> None:
    tops = {text.loc[0] for text in texts(everything())}
    assert not tops & {"kind", "date", "time", "session", "scope", "status", "sort", "silence", "secrecy"}


def test_texts_are_replaced_at_their_places_alone() -> None:
    record = everything()
    changed = replaced(record, {("chairs", 0, "name"): "Lê Cúc", ("votes", 0, "for"): "151"})
    assert changed.chairs[0].name == "Lê Cúc"
    assert changed.votes[0].for_ == "151"
    assert changed.origin == record.origin
    back = replaced(changed, {("chairs", 0, "name"): record.chairs[0].name, ("votes", 0, "for"): "150"})
    assert back == record


def test_a_person_is_a_part_and_its_titles_a_list() -> None:
    assert shape_of(Record)["chairs"].item == Shape("model", model=Person)
    assert shape_of(Person)["titles"].form == "list"
    assert shape_of(Person)["name"].printed == "person"
