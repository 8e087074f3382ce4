"""The record as JSON Schema, for editors that complete keys: both languages, with descriptions in both."""

from __future__ import annotations

import typing
from typing import Any

from bulletin.model import words
from bulletin.model.fields import Model, Words
from bulletin.model.record import Record
from bulletin.model.shape import Shape, field_key, keys_of, shape_of

ADDRESS = "https://json-schema.org/draft/2020-12/schema"
_CHOICES: dict[tuple[str, str], Words] = {
    ("Record", "kind"): words.KINDS,
    ("Record", "session"): words.SESSIONS,
    ("Record", "mode"): words.MODES,
    ("Record", "status"): words.STATUSES,
    ("Record", "scope"): words.SCOPES,
    ("Record", "secrecy"): words.SECRECY,
    ("Record", "sort"): words.SORTABLE,
    ("Election", "how"): words.ELECTED_HOW,
    ("Award", "to"): words.AWARDED_TO,
    ("Photo", "consent"): words.CONSENT,
    ("OfficialDocument", "form"): words.FORMS,
    ("OfficialDocument", "urgency"): words.URGENCY,
}
"""Where only fixed words are taken."""


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a record."""
    definitions: dict[str, Any] = {}
    whole = _model(Record, definitions)
    return {
        "$schema": ADDRESS,
        "title": "Bản ghi hội nghị / Record of a conference",
        **whole,
        "allOf": [_one_of(Record, "title"), _one_of(Record, "date")],
        "$defs": definitions,
    }


def _one_of(model: type[Model], key: str) -> dict[str, Any]:
    """A key that must be there, in one of its spellings."""
    return {"anyOf": [{"required": [name]} for name in _spellings(model, key)]}


def _spellings(model: type[Model], key: str) -> list[str]:
    names = keys_of(model)[key]
    # With tone marks, and typed with underscores instead of spaces.
    return list(dict.fromkeys([key, *names, *(name.replace(" ", "_") for name in names)]))


def _model(model: type[Model], definitions: dict[str, Any]) -> dict[str, Any]:
    properties: dict[str, Any] = {}
    for name, info in model.model_fields.items():
        key = field_key(model, name)
        extra = typing.cast("dict[str, Any]", info.json_schema_extra)
        entry = {"description": f"{extra['vi']} / {info.description}"}
        entry |= _value(model, key, shape_of(model)[key], definitions)
        for spelling in _spellings(model, key):
            properties[spelling] = entry
    rest = {"type": ["string", "number"]} if hasattr(model, "rest") else False
    return {"type": "object", "properties": properties, "additionalProperties": rest}


def _value(model: type[Model], key: str, shape: Shape, definitions: dict[str, Any]) -> dict[str, Any]:
    choice = _CHOICES.get((model.__name__, key))
    if choice is not None:
        known = [name for word, others in choice.table.items() for name in (others[0], word, *others[1:])]
        one: dict[str, Any] = {"enum": known}
        return _or_list(one) if shape.form == "list" else one
    return _shape(shape, definitions)


def _shape(shape: Shape, definitions: dict[str, Any]) -> dict[str, Any]:
    if shape.form == "list":
        assert shape.item is not None
        return _or_list(_shape(shape.item, definitions))
    if shape.form == "mapping":
        return {"type": "object", "additionalProperties": {"type": ["string", "number", "null"]}}
    if shape.model is not None:
        name = shape.model.__name__
        if name not in definitions:
            definitions[name] = {}
            definitions[name] |= _model(shape.model, definitions)
        reference = {"$ref": f"#/$defs/{name}"}
        as_line = hasattr(shape.model, "from_line")
        return {"anyOf": [reference, {"type": ["string", "number"]}]} if as_line else reference
    # Editors take 2023, 08 and 8:30 for numbers, yes and no for truth values; all are kept as typed.
    return {"type": ["string", "number", "boolean", "null"]}


def _or_list(one: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [one, {"type": "array", "items": one}]}
