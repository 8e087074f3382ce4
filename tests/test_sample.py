from __future__ import annotations

import re
from pathlib import Path

import pytest

from bulletin.load import load_text
from bulletin.model import Record
from bulletin.model.words import KINDS
from bulletin.proofread import proofread
from bulletin.sample import sample
from bulletin.sample.stories import STORIES
from bulletin.validate import validate

PATH = Path("mau.yaml")


def text_of(kind: str, name: str = "mau.yaml") -> str:
    return sample(kind, schema_name="bulletin.schema.json", name=name)


def record_of(text: str) -> Record:
    return validate(load_text(text, PATH))


@pytest.mark.parametrize("kind", KINDS.table)
def test_a_sample_is_a_sound_record_of_its_kind(kind: str) -> None:
    record = record_of(text_of(kind))
    assert record.kind == (kind,)
    assert record.chairs
    assert len(record.sections) == 2


@pytest.mark.parametrize("kind", KINDS.table)
def test_a_proof_reader_has_nothing_to_say_of_a_sample(kind: str) -> None:
    source = load_text(text_of(kind), PATH)
    assert [problem.message for problem in proofread(validate(source), source, {})] == []


@pytest.mark.parametrize("kind", KINDS.table)
def test_a_sample_stays_sound_when_its_notes_are_made_lines(kind: str) -> None:
    opened = re.sub(r"^# (?=ảnh:|  -|    |người duyệt|ngày duyệt)", "", text_of(kind), flags=re.MULTILINE)
    record = record_of(opened.replace("trạng thái: nháp", "trạng thái: duyệt"))
    assert record.approved
    assert record.photos[0].alt


def test_every_kind_has_a_story_of_its_own() -> None:
    assert set(STORIES) == set(KINDS.table)
    assert len({story.title for story in STORIES.values()}) == len(STORIES)


def test_the_first_line_names_the_schema_for_editors() -> None:
    assert text_of("congress").startswith("# yaml-language-server: $schema=bulletin.schema.json\n")


@pytest.mark.parametrize(("name", "shown"), [("họp.yaml", "họp.yaml"), ("hội nghị.yaml", '"hội nghị.yaml"')])
def test_the_commands_in_the_notes_name_the_file(name: str, shown: str) -> None:
    text = text_of("congress", name)
    assert f"bulletin build {shown}\n" in text
    assert f"bulletin check {shown}\n" in text
    assert "{" not in text


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        ("congress", "elections"), ("admission", "admitted"), ("self-review", "ratings"), ("decision", "decisions"),
        ("award", "awards"), ("cell-meeting", "votes"), ("year-end-review", "indicators"), ("study", "documents"),
        ("committee", "resolution"), ("staff", "tasks"), ("conference", "agenda"), ("signing", "guests"),
        ("report", "period"),
    ],
)  # fmt: skip
def test_a_sample_shows_the_keys_that_its_kind_needs(kind: str, key: str) -> None:
    assert getattr(record_of(text_of(kind)), key)
