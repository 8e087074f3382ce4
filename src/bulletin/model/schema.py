"""The record as JSON Schema, for editors that complete keys: both languages, with descriptions in both."""

from __future__ import annotations

import typing
from typing import Any

from bulletin.model.fields import Model
from bulletin.model.fixed import Words
from bulletin.model.record import Record
from bulletin.model.shape import Shape, field_key, keys_of, shape_of

ADDRESS = "https://json-schema.org/draft/2020-12/schema"

# Editors take 2023, 08 and 8:30 for numbers, yes and no for truth values; all are kept as typed.
_SCALAR = {"$ref": "#/$defs/text"}
_TEXT = {"type": ["string", "number", "boolean", "null"]}
_LINE_WITH_COLON = {"type": "object", "additionalProperties": _SCALAR, "minProperties": 1, "maxProperties": 1}
_COUNT = {"type": ["string", "number", "null"]}


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a record."""
    definitions: dict[str, Any] = {"text": _TEXT}
    whole = _model(Record, definitions)
    required = [_one_of(Record, name) for name, info in Record.model_fields.items() if info.is_required()]
    return {
        "$schema": ADDRESS,
        "title": "Bản ghi hội nghị / Record of a conference",
        **whole,
        "allOf": required,
        "$defs": definitions,
    }


def _one_of(model: type[Model], key: str) -> dict[str, Any]:
    """A key that must be there, in one of its spellings."""
    return {"anyOf": [{"required": [name]} for name in _spellings(model, key)]}


def _spellings(model: type[Model], key: str) -> list[str]:
    names = keys_of(model)[key]
    # With tone marks; and typed with underscores instead of spaces, or the other way round.
    other = [*(name.replace(" ", "_") for name in names), key.replace("_", " ")]
    return list(dict.fromkeys([key, *names, *other]))


def _model(model: type[Model], definitions: dict[str, Any]) -> dict[str, Any]:
    properties: dict[str, Any] = {}
    for name, info in model.model_fields.items():
        key = field_key(model, name)
        extra = typing.cast("dict[str, Any]", info.json_schema_extra)
        entry = {"description": f"{extra['vi']} / {info.description}"}
        entry |= _shape(shape_of(model)[key], definitions)
        place = "#" if model is Record else f"#/$defs/{model.__name__}"
        same = {"$ref": f"{place}/properties/{key}"}
        properties |= {spelling: entry if spelling == key else same for spelling in _spellings(model, key)}
    rest = _COUNT if hasattr(model, "rest") else False
    return {"type": "object", "properties": properties, "additionalProperties": rest}


def _shape(shape: Shape, definitions: dict[str, Any]) -> dict[str, Any]:
    if shape.form == "list":
        assert shape.item is not None
        one = _shape(shape.item, definitions)
        if shape.item.printed or getattr(shape.item.model, "line_with_colon", False):
            one = {"anyOf": [one, _LINE_WITH_COLON]}
        return {"anyOf": [one, {"type": "array", "items": one}]}
    if shape.form == "mapping":
        return {"type": "object", "additionalProperties": _COUNT}
    if shape.words is not None:
        # Completed as listed; in other letters, or two parted by a comma, they are taken too.
        return {"anyOf": [{"enum": _known(shape.words)}, _SCALAR]}
    if shape.model is None:
        return {"anyOf": [_SCALAR, {"type": "array", "items": _SCALAR}]} if shape.parted else _SCALAR
    name = shape.model.__name__
    if name not in definitions:
        definitions[name] = {}
        definitions[name] |= _model(shape.model, definitions)
    reference = {"$ref": f"#/$defs/{name}"}
    as_line = hasattr(shape.model, "from_line") or hasattr(shape.model, "from_text")
    return {"anyOf": [reference, {"type": ["string", "number"]}]} if as_line else reference


def _known(words: Words) -> list[str]:
    return [name for word, others in words.table.items() for name in (*others, word)]
