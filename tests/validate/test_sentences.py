"""What the model finds is always said in words."""

from __future__ import annotations

import re
from typing import Any

import pytest
from pydantic import ValidationError

from bulletin.model import Record
from bulletin.model.fields import Model
from bulletin.model.shape import field_key
from bulletin.validate.sentences import SENTENCES
from complaints import BAD
from model.test_shape import MODELS

from .typed import faults, problems

WRONG: tuple[Any, ...] = (
    "", "a", "x" * 501, "dài " * 6000, "1/1/24", "1/13/2024", "26-27/9/2025", "8h-9h", [], ["a"], [["a"]], {},
    {"a": "b"}, {"a": ["b"]}, [{"a": "b"}], {"x" * 501: "b"}, None, 1, True, 1.5,
)  # fmt: skip


def found(model: type[Model], data: dict[str, Any]) -> set[str]:
    try:
        model.model_validate(data)
    except ValidationError as error:
        return {fault["type"] for fault in error.errors()}
    return set()


def provoked() -> set[str]:
    """Every type of fault that any value at any key of any part makes the model raise."""
    kinds: set[str] = set()
    for model in MODELS:
        kinds |= found(model, {})
        for name in model.model_fields:
            for wrong in WRONG:
                kinds |= found(model, {field_key(model, name): wrong})
    return kinds | found(Record, {"title": "ă " * 126})


# What YAML reads is text, lists and keys, and lists are given where lists are wanted, so these cannot come up.
NEVER = {"tuple_type", "mapping_type", "extra_forbidden"}


def test_there_is_a_sentence_for_every_fault_that_the_model_can_raise() -> None:
    assert provoked() - NEVER - SENTENCES.keys() == set()


def test_every_sentence_is_needed() -> None:
    told = {
        kind.replace("-", "_") for path in BAD.glob("record-*.txt")
        for kind in re.findall(r"^\d+:\d+: ([a-z-]+): ", path.read_text(encoding="utf-8"), re.MULTILINE)
    }  # fmt: skip
    long = faults("phụ đề: " + "dài " * 6000 + "\n")
    told |= {kind.replace("-", "_") for _, _, kind in long}
    # A part without anything in it cannot be typed, yet can be made.
    assert SENTENCES.keys() - told == {"empty_section"} < provoked()


@pytest.mark.parametrize(
    ("more", "place", "hint"),
    [
        ("địa điểm:\n  - Hội trường\n", (6, 3), "địa điểm: Hội trường"),
        ("địa điểm:\n  Hội trường: tầng 2\n", (6, 3), 'địa điểm: "Hội trường: tầng 2"'),
        ('địa điểm:\n  Hội trường: "A"\n', (6, 3), "địa điểm: 'Hội trường: \"A\"'"),
        ("thành phần:\n  - [Tổ 1]\n", (6, 5), "- Tổ 1"),
        ("thành phần:\n  - [Tổ 1, Tổ 2]\n", (6, 5), "- …"),
        ("ảnh:\n  - tệp:\n    tên: A\n", (6, 9), "tệp: anh/quang-canh.jpg"),
        ("ảnh:\n  - file:\n    tên: A\n", (6, 10), "file: anh/quang-canh.jpg"),
        ("văn bản:\n  - loại: BC\n", (6, 3), "loại: …"),
        ("nghị quyết:\n  - Việc một\n", (6, 3), "điểm: …"),
        ("giờ: 8h - 9h\n", (5, 6), "“giờ kết thúc”"),
        ("loại: tổng kêtt\n", (5, 7), "“tổng kết”"),
        ("buổi: khuya\n", (5, 7), "sáng, trưa, chiều, tối"),
    ],
)
def test_the_cure_can_be_typed_as_it_stands(more: str, place: tuple[int, int], hint: str) -> None:
    [problem] = problems(more)
    assert (problem.line, problem.column) == place
    assert hint in problem.hint


def test_the_line_of_a_long_text_is_told() -> None:
    [problem] = problems("nội dung: |\n  Một.\n\n  hai " + "x" * 501 + "\n")
    assert (problem.id, problem.line) == ("long-word", 8)


def test_keys_are_named_as_they_were_typed() -> None:
    [problem] = problems("DIA_DIEM: [a]\n")
    assert "“DIA_DIEM”" in problem.message
    assert "DIA_DIEM: a" in problem.hint


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        # A misspelt key that must be there is not missing besides.
        ("ảnh:\n  - têpp: a.jpg\n", ["unknown-key"]),
        ("biểu quyết:\n  - việc: A\n", ["unknown-key"]),
        ("chủ trì:\n  - họ tênn: Lê Cúc\n    tuổi: 50\n", ["unknown-key", "unknown-key"]),
        ("đại biểu:\n  - phíaa: Sở\n    người: Lê Cúc\n", ["unknown-key"]),
        # What lacks only what was told to be empty.
        ("nội dung:\n  - mục:\n      -\n", ["empty-entry"]),
        ("ảnh:\n  - tệp:\n      -\n", ["empty-entry"]),
        # A mark of a photo that is faulty is not unknown besides.
        ("ảnh:\n  - tệp: a.jpg\n    tâm điểm: x\nnội dung: |\n  [ảnh: a]\n", ["not-a-focus"]),
        ("ảnh:\n  - têpp: a.jpg\nnội dung: |\n  [ảnh: a]\n", ["unknown-key"]),
        ("ảnh:\n  - tệp: a.jpg\n    tênn: Lễ\nnội dung: |\n  [ảnh: Lễ]\n", ["unknown-key"]),
        # Days that cannot be read do not disagree.
        ("ngày kết thúc: hôm sau\n", ["not-a-day"]),
        # An approval with a faulty day is not incomplete.
        ("trạng thái: duyệt\nngười duyệt: A\nngày duyệt: x\n", ["not-a-day"]),
    ],
)
def test_one_cause_gives_one_complaint(more: str, expected: list[str]) -> None:
    assert [kind for _, _, kind in faults(more)] == expected


def test_a_misspelt_organisation_or_text_is_not_missing_besides() -> None:
    base = "tiêu đề: A\nngày: 1/1/2024\n"
    assert faults("đơn vịi: A\nnội dungg: B\n", base) == [(3, 1, "unknown-key"), (4, 1, "unknown-key")]
    assert faults("đơn vị: [A]\nnội dung: {a: b}\n", base) == [(3, 9, "model-type"), (4, 11, "list-wanted")]


def test_a_faulty_date_has_no_quarrel_with_the_last_day() -> None:
    base = "tiêu đề: A\nngày: x\nđơn vị: A\nsapô: B\n"
    assert faults("ngày kết thúc: 1/1/1999\n", base) == [(2, 7, "not-a-date")]
