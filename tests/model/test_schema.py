from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bulletin.load import load
from bulletin.model.schema import ADDRESS, schema
from bulletin.model.words import KINDS
from bulletin.sample import sample

ROOT = Path(__file__).parent.parent.parent
WHOLE = schema()
KEYWORDS = {
    "$schema", "$ref", "$defs", "title", "description", "type", "properties", "additionalProperties", "items", "anyOf",
    "allOf", "enum", "required", "minProperties", "maxProperties",
}  # fmt: skip
TYPES = {"string", "number", "boolean", "null", "object", "array"}


def nodes(node: Any) -> Iterator[dict[str, Any]]:
    """Every schema inside a schema; names of properties are no keywords."""
    if isinstance(node, dict):
        yield node
        for name, part in node.items():
            if name in ("properties", "$defs"):
                for inner in part.values():
                    yield from nodes(inner)
            elif name in ("items", "additionalProperties"):
                yield from nodes(part)
            elif name in ("anyOf", "allOf"):
                for inner in part:
                    yield from nodes(inner)


def resolved(node: Any, *, once: bool = False) -> Any:
    """What the reference of a schema leads to, at its end or after one step; a schema without one is itself."""
    while isinstance(node, dict) and "$ref" in node:
        place: Any = WHOLE
        for step in node["$ref"].removeprefix("#/").split("/"):
            place = place[step]
        node = place
        if once:
            break
    return node


def fits(value: Any, node: Any) -> bool:
    """Whether a value is what a schema wants, as far as this schema goes; every value here is text, a list or keys."""
    node = resolved(node)
    if isinstance(node, bool):
        return node
    if "anyOf" in node and not any(fits(value, part) for part in node["anyOf"]):
        return False
    if not all(fits(value, part) for part in node.get("allOf", ())):
        return False
    if "enum" in node:
        return value in node["enum"]
    if "type" in node:
        kinds = node["type"] if isinstance(node["type"], list) else [node["type"]]
        if ("string" if isinstance(value, str) else "array" if isinstance(value, list) else "object") not in kinds:
            return False
    if isinstance(value, list):
        return all(fits(part, node.get("items", True)) for part in value)
    if isinstance(value, dict):
        if not node.get("minProperties", 0) <= len(value) <= node.get("maxProperties", len(value)):
            return False
        known, rest = node.get("properties", {}), node.get("additionalProperties", True)
        return set(node.get("required", ())) <= value.keys() and all(
            fits(part, known.get(name, rest)) for name, part in value.items()
        )
    return True


def test_the_schema_uses_the_keywords_of_its_draft_as_they_are_meant() -> None:
    assert WHOLE["$schema"] == ADDRESS
    for node in nodes(WHOLE):
        assert node.keys() <= KEYWORDS
        kinds = node.get("type", [])
        assert {kinds} <= TYPES if isinstance(kinds, str) else set(kinds) <= TYPES and len(kinds) == len(set(kinds))
        assert node.get("anyOf", [1])
        assert len(node.get("enum", [1])) == len({repr(word) for word in node.get("enum", [1])}) > 0
        if "$ref" in node:
            assert resolved(node)


def test_every_key_is_described_in_both_languages() -> None:
    for node in nodes(WHOLE):
        for name, part in node.get("properties", {}).items():
            described = part if "description" in part else resolved({"$ref": part["$ref"]}, once=True)
            vietnamese, slash, english = described["description"].partition(" / ")
            assert vietnamese, name
            assert slash
            assert english


@pytest.mark.parametrize("name", ["tiêu đề", "tiêu_đề", "title", "loại hội nghị", "end_date", "đơn vị tổ chức"])
def test_keys_are_completed_in_both_languages(name: str) -> None:
    assert name in WHOLE["properties"]


def test_fixed_words_are_completed_in_both_languages() -> None:
    one, _ = resolved(WHOLE["properties"]["loại hội nghị"])["anyOf"]
    assert {"tổng kết", "year-end-review"} <= set(one["anyOf"][0]["enum"])


def test_a_title_and_a_date_must_be_there() -> None:
    assert fits({"tiêu đề": "A", "date": "1/1/2024"}, WHOLE)
    assert not fits({"tiêu đề": "A"}, WHOLE)
    assert not fits({"ngày": "1/1/2024"}, WHOLE)


def test_a_key_that_is_not_known_is_seen() -> None:
    assert not fits({"tiêu đề": "A", "ngày": "1/1/2024", "tiêu đềề": "A"}, WHOLE)
    assert not fits({"tiêu đề": "A", "ngày": "1/1/2024", "ảnh": [{"tẹp": "a.jpg"}]}, WHOLE)


# Keys in other letters (viet-hoa-khong-dau.yaml) are read, but no editor completes them.
GOOD = [ROOT / "tests" / "data" / "good" / f"{name}.yaml" for name in ("moi-muc", "every-key", "it-nhat")]
RECORDS = [*sorted((ROOT / "examples").rglob("*.yaml")), *GOOD]


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_every_sound_record_fits(path: Path) -> None:
    assert fits(load(path).data, WHOLE)


@pytest.mark.parametrize("kind", KINDS.table)
def test_every_sample_fits(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "mau.yaml"
    path.write_text(sample(kind, schema_name="bulletin.schema.json"), encoding="utf-8")
    assert fits(load(path).data, WHOLE)


def test_the_schema_is_small_enough_to_lie_beside_each_record() -> None:
    assert len(json.dumps(WHOLE, ensure_ascii=False, indent=2).encode()) < 120_000
