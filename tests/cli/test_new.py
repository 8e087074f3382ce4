from __future__ import annotations

import json
from pathlib import Path

import pytest

from bulletin.pipeline import read_record

from .conftest import Bulletin


def test_a_sample_is_written_with_its_schema_beside(bulletin: Bulletin, tmp_path: Path) -> None:
    done = bulletin("new", "hội nghị", "--kind", "tổng kết")
    assert (done.code, done.err) == (0, "")
    assert done.out == 'hội nghị.yaml: written; fill it in, then type: bulletin build "hội nghị.yaml"\n'
    assert read_record(tmp_path / "hội nghị.yaml").kind == ("year-end-review",)
    assert json.loads((tmp_path / "bulletin.schema.json").read_text(encoding="utf-8"))
    first = (tmp_path / "hội nghị.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert first.endswith("bulletin.schema.json")


def test_what_is_there_already_is_left_alone(bulletin: Bulletin, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("mine", encoding="utf-8")
    for name in ("a.yaml", "a"):
        done = bulletin("new", name)
        assert (done.code, done.out) == (7, "")
        assert done.err == "error: a.yaml exists already\n    → choose another name\n"
    assert (tmp_path / "a.yaml").read_text(encoding="utf-8") == "mine"
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]


def test_a_folder_wants_a_name(bulletin: Bulletin, tmp_path: Path) -> None:
    (tmp_path / "tin").mkdir()
    done = bulletin("new", "tin")
    assert done.code == 7
    assert done.err == f"error: tin is a folder\n    → add a name for the record: {Path('tin/hoi-nghi.yaml')}\n"


@pytest.mark.parametrize(("kind", "cure"), [("tổng kếtt", "tổng kết"), ("zzzzzz", "one of: ")])
def test_an_unknown_kind_is_wrong_usage(bulletin: Bulletin, tmp_path: Path, kind: str, cure: str) -> None:
    done = bulletin("new", "a.yaml", "--kind", kind)
    assert done.code == 2
    assert f"“{kind}”" in done.err
    assert cure in done.err
    assert list(tmp_path.iterdir()) == []


def test_the_schema_goes_to_the_screen_or_into_a_file(bulletin: Bulletin, tmp_path: Path) -> None:
    shown = bulletin("schema")
    done = bulletin("schema", "-o", "s/record.json")
    assert (done.code, done.out) == (0, f"{Path('s/record.json')}: written\n")
    assert (tmp_path / "s/record.json").read_text(encoding="utf-8") == shown.out
    assert "$schema" in shown.data


def test_a_file_in_the_way_is_told(bulletin: Bulletin, tmp_path: Path) -> None:
    (tmp_path / "s").write_bytes(b"")
    assert bulletin("schema", "-o", "s/record.json").code == 7
    assert bulletin("new", "s/a.yaml").code == 7
