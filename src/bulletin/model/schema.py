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
_SCALAR = {"type": ["string", "number", "boolean", "null"]}
_COUNT = {"type": ["string", "number", "null"]}


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a record."""
    definitions: dict[str, Any] = {}
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
    # With tone marks, and typed with underscores instead of spaces.
    return list(dict.fromkeys([*names, key, *(name.replace(" ", "_") for name in (*names, key))]))


def _model(model: type[Model], definitions: dict[str, Any]) -> dict[str, Any]:
    properties: dict[str, Any] = {}
    for name, info in model.model_fields.items():
        key = field_key(model, name)
        extra = typing.cast("dict[str, Any]", info.json_schema_extra)
        entry = {"description": f"{extra['vi']} / {info.description}"}
        entry |= _shape(shape_of(model)[key], definitions)
        first, *others = _spellings(model, key)
        place = "#" if model is Record else f"#/$defs/{model.__name__}"
        properties[first] = entry
        properties |= {other: {"$ref": f"{place}/properties/{_pointer(first)}"} for other in others}
    rest = _COUNT if hasattr(model, "rest") else False
    return {"type": "object", "properties": properties, "additionalProperties": rest}


def _pointer(name: str) -> str:
    """A name as part of a reference inside a schema (RFC 6901, in a URI)."""
    from urllib.parse import quote

    return quote(name.replace("~", "~0").replace("/", "~1"))


def _shape(shape: Shape, definitions: dict[str, Any]) -> dict[str, Any]:
    if shape.form == "list":
        assert shape.item is not None
        one = _shape(shape.item, definitions)
        listed = {"type": "array", "items": one}
        # Fixed words may stand on one line, parted by commas.
        return {"anyOf": [one, listed, {"type": "string"}] if shape.item.words else [one, listed]}
    if shape.form == "mapping":
        return {"type": "object", "additionalProperties": _COUNT}
    if shape.words is not None:
        return {"enum": _known(shape.words)}
    if shape.model is None:
        return _SCALAR
    name = shape.model.__name__
    if name not in definitions:
        definitions[name] = {}
        definitions[name] |= _model(shape.model, definitions)
    reference = {"$ref": f"#/$defs/{name}"}
    as_line = hasattr(shape.model, "from_line") or hasattr(shape.model, "from_text")
    return {"anyOf": [reference, {"type": ["string", "number"]}]} if as_line else reference


def _known(words: Words) -> list[str | bool]:
    """Fixed words in both languages; an editor reads some of them as truth values."""
    known = [name for word, others in words.table.items() for name in (*others, word)]
    return [*known, *(name == "true" for name in known if name in ("true", "false"))]
