from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin.errors import RecordError
from bulletin.load import load, load_text
from bulletin.model import Record
from bulletin.model.shape import keys_of
from bulletin.validate import MOST_PROBLEMS, examine, in_file_order, validate
from bulletin.vietnamese.secrecy import secret_lines
from model.test_shape import MODELS

from .typed import BASE, PATH, faults, problems, record

GOOD = Path(__file__).parent.parent / "data" / "good"


@pytest.mark.parametrize("path", sorted(GOOD.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_good_record_has_no_faults(path: Path) -> None:
    assert examine(load(path))[1] == ()


def test_both_languages_say_the_same() -> None:
    vietnamese, english = (validate(load(GOOD / f"{name}.yaml")) for name in ("moi-muc", "every-key"))
    assert vietnamese.model_dump() == english.model_dump()


def test_the_record_with_every_key_has_every_key() -> None:
    used: dict[str, set[str]] = {}

    def look(part: object) -> None:
        if isinstance(part, tuple):
            for entry in part:
                look(entry)
        elif type(part) in MODELS:
            used.setdefault(type(part).__name__, set()).update(part.model_fields_set)  # type: ignore[attr-defined]
            for name in type(part).model_fields:  # type: ignore[attr-defined]
                look(getattr(part, name))

    look(validate(load(GOOD / "moi-muc.yaml")))
    for model in MODELS:
        assert set(model.model_fields) - used.get(model.__name__, set()) == set(), model


def test_keys_forgive_case_tone_marks_spaces_and_hyphens() -> None:
    read = validate(load(GOOD / "viet-hoa-khong-dau.yaml"))
    assert (read.kind, read.mode, read.status, read.scope) == (("briefing",), "online", "draft", "public")


def test_seven_faults_give_seven_complaints_in_their_order() -> None:
    photos = "ảnh:\n  - chú thích: A\n  - tệp: a.jpg\n    tâm điểm: giữa\n"
    more = f"loại: tổng kếtt\nchủ trì:\n  -\n{photos}lạ: 1\ngiờ: chiều\n"
    base = BASE.replace("29/12/2023", "29/13/2023")
    assert faults(more, base) == [
        (2, 7, "no-such-day"), (5, 7, "unknown-value"), (7, 4, "empty-entry"), (9, 5, "missing"),
        (11, 15, "not-a-focus"), (12, 1, "unknown-key"), (13, 6, "not-a-time"),
    ]  # fmt: skip


def test_what_cannot_be_read_and_what_cannot_be_meant_are_told_together() -> None:
    assert faults("phụ đề: Hội nghị: tổng kết\nloại: gì\n") == [(5, 17, "colon-in-text"), (6, 7, "unknown-value")]


def test_a_complaint_has_its_place_its_line_and_a_cure() -> None:
    [problem] = problems("loại: gì đó\n")
    assert str(problem).startswith("record.yaml:5:7: ")
    assert problem.source == "loại: gì đó"
    assert problem.hint


def test_what_the_office_says_fills_what_the_record_leaves_out() -> None:
    source = load_text("title: A\ndate: 1/1/2024\nlead: B\n", PATH)
    assert validate(source, defaults={"organisation": {"name": "Sở"}}).organisation.name == "Sở"  # type: ignore[union-attr]
    own = load_text("title: A\ndate: 1/1/2024\nlead: B\norganisation: Phòng\n", PATH)
    assert validate(own, defaults={"organisation": {"name": "Sở"}}).organisation.name == "Phòng"  # type: ignore[union-attr]


def test_an_office_without_a_name_is_told_as_the_organisation_that_is_missing() -> None:
    source = load_text("title: A\ndate: 1/1/2024\nlead: B\n", PATH)
    _, found = examine(source, defaults={"organisation": {"parent": "Sở"}})
    assert [(problem.id, "“organisation”" in problem.message) for problem in found] == [("missing", True)]


def test_a_faulty_record_is_refused_with_all_its_faults() -> None:
    with pytest.raises(RecordError) as caught:
        validate(load_text(BASE + "loại: gì\ngiờ: chiều\n", PATH))
    assert len(caught.value.problems) == 2


def test_a_record_knows_where_each_value_stood() -> None:
    made = record("chủ trì:\n  - Lê Cúc, Bí thư\nthành phần: |\n  Tổ 1\n\n  Tổ 2\n")
    assert made.origin.path == PATH
    assert made.origin.place(("chairs", 0, "name")) == (6, 5)
    assert made.origin.place(("participants", 1)) == (10, 3)
    assert made.origin.typed["chairs", 0, "titles"] == ("chủ trì", 0)
    assert made.origin.text == BASE + "chủ trì:\n  - Lê Cúc, Bí thư\nthành phần: |\n  Tổ 1\n\n  Tổ 2\n"


def test_only_as_many_faults_are_told_as_a_person_wants_to_read() -> None:
    found = problems("thành phần:\n" + "  -\n" * 300)
    assert len(found) == MOST_PROBLEMS + 1
    assert found[-1].id == "too-many-faults"


def test_faults_are_put_in_the_order_of_the_file_each_once() -> None:
    found = problems("giờ: chiều\nloại: gì\n")
    assert in_file_order([*reversed(found), *found]) == found


KEYS = sorted({name for model in MODELS for key, names in keys_of(model).items() for name in (key, names[0])} | {"lạ"})
VALUES = st.recursive(
    st.sampled_from(
        ["", "a", "12", "1/1/2024", "8h00", "Lê Cúc, Bí thư", "[ảnh: a]", "a|b", "50%, 30%", "có", "x" * 501, "duyệt"]
    ),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=3),
    max_leaves=8,
)
TOP_KEYS = [name for key, names in keys_of(Record).items() for name in (key, names[0])]


@settings(derandomize=True, deadline=None, max_examples=300)
@given(st.dictionaries(st.sampled_from(TOP_KEYS), VALUES))
def test_any_values_under_any_keys_give_a_record_or_problems(data: dict[str, object]) -> None:
    # JSON is YAML too; every nesting can be typed so.
    text = json.dumps(data, ensure_ascii=False)
    if secret_lines(text):
        # A level of secrecy is refused before anything is read.
        with pytest.raises(RecordError):
            load_text(text, PATH)
        return
    made, found = examine(load_text(text, PATH))
    if not found:
        assert isinstance(made, Record)
    for problem in found:
        assert problem.message
        assert problem.id
    assert (made is None) == any(problem.id == "state-secret" for problem in found)
