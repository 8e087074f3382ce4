"""`docs/record.md` tells every key and every fixed word, and none that does not exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bulletin.load import load_text
from bulletin.model import words
from bulletin.model.fields import Model
from bulletin.model.fixed import Words
from bulletin.model.shape import keys_of, names_of
from bulletin.validate import validate
from bulletin.vietnamese.text import fold
from model.test_shape import MODELS

DOC = (Path(__file__).parent.parent.parent / "docs" / "record.md").read_text(encoding="utf-8")
SECTIONS = {
    "Record": "Keys of a record", "Person": "People", "Guest": "Guests", "Organisation": "Organisation",
    "Site": "Sites", "Attendance": "Attendance", "AgendaItem": "Programme", "Section": "Parts", "Table": "Table",
    "Photo": "Photos",
    "Indicator": "Targets", "Vote": "Votes", "Election": "Elections", "Candidate": "Elections", "Rating": "Ratings",
    "Award": "Awards", "Decision": "Decisions", "Resolution": "Resolution", "Task": "Tasks",
    "OfficialDocument": "Official document", "Signature": "Official document", "Annex": "Annexes",
    "Licence": "Licence",
}  # fmt: skip
"""Where the keys of each part stand."""
TABLES = {fold(name): table for name, table in vars(words).items() if isinstance(table, Words)}


def section(title: str) -> str:
    found = re.search(rf"^#+ {title}\n(.*?)(?=^#|\Z)", DOC, re.MULTILINE | re.DOTALL)
    assert found, title
    return re.sub(r"```.*?```", "", found[1], flags=re.DOTALL)


def rows(title: str) -> list[list[str]]:
    lines = [line for line in section(title).split("\n") if line.startswith("|")][2:]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]


def quoted(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


@pytest.mark.parametrize("model", MODELS)
def test_every_key_of_a_part_is_told_with_all_its_names(model: type[Model]) -> None:
    text = section(SECTIONS[model.__name__])
    inherited = names_of(model.__base__).keys() if issubclass(model.__base__ or Model, Model) else set()
    for key, names in keys_of(model).items():
        if fold(key) not in inherited:
            assert {key, *names} <= set(quoted(text)), key


@pytest.mark.parametrize("name", [name for name in SECTIONS if name not in ("Candidate", "Signature")])
def test_every_row_is_a_key_and_those_that_must_be_there_are_marked(name: str) -> None:
    [model] = [model for model in MODELS if model.__name__ == name]
    by_key = {info.alias or field: info for field, info in model.model_fields.items()}
    for vietnamese, english, mark, *_ in rows(SECTIONS[name]):
        [key] = quoted(english)
        assert quoted(vietnamese) == list(keys_of(model)[key])
        if name != "Record":
            assert (mark == "R") == by_key[key].is_required(), key


def test_every_kind_is_told_with_all_its_spellings_and_the_word_that_is_printed() -> None:
    told = {quoted(english)[0]: (kinds, word) for kinds, english, word in rows("Kinds of conference")}
    assert told == {
        kind: (", ".join(others), words.EVENTS[kind]) for kind, others in words.KINDS.table.items()
    }  # fmt: skip


def test_every_fixed_word_is_told_with_all_its_spellings() -> None:
    told = {(quoted(english)[0], spellings) for _, spellings, english in rows("Fixed words")}
    assert told == {
        (word, ", ".join(others))
        for table in TABLES.values() if table is not words.KINDS
        for word, others in table.table.items()
    }  # fmt: skip


@pytest.mark.parametrize("example", re.findall(r"```yaml\n(.*?)```", DOC, re.DOTALL))
def test_every_example_is_read(example: str) -> None:
    if not example.startswith(("tiêu đề", "loại")):
        example = f"tiêu đề: A\nngày: 1/1/2024\nđơn vị: B\nsapô: C\n{example}"
    assert validate(load_text(example, Path("record.yaml"))).title
