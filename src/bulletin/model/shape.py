"""The shape of the model, read off its annotations once: what validate, the schema and the walk over texts go by."""

from __future__ import annotations

import functools
import types
import typing
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from bulletin.model.fields import Loc, Model, Parted, Printed
from bulletin.model.fixed import Words
from bulletin.model.record import Record
from bulletin.vietnamese.text import fold

Form = Literal["leaf", "list", "model", "mapping"]


@dataclass(frozen=True, slots=True)
class Shape:
    """What stands at one place of a record."""

    form: Form
    printed: str = ""
    """For a leaf: what it is printed as (see `fields.Printed`)."""
    words: Words | None = None
    """For a leaf: the only words that it may be."""
    model: type[Model] | None = None
    item: Shape | None = None
    """For a list: the shape of each entry."""
    parted: Parted | None = None
    """For a list, or two numbers: how it may be typed on one line."""


@functools.cache
def shape_of(model: type[Model]) -> Mapping[str, Shape]:
    """The shapes of a model's fields, by the field's English key."""
    return {field_key(model, name): _shape(hint) for name, hint in _hints(model).items()}


@functools.cache
def names_of(model: type[Model]) -> Mapping[str, str]:
    """Every folded spelling of a model's keys, English and Vietnamese, with the English key it means."""
    return {fold(name): english for english, names in keys_of(model).items() for name in (*names, english)}


@functools.cache
def keys_of(model: type[Model]) -> Mapping[str, tuple[str, ...]]:
    """The English keys of a model with their Vietnamese names, in the order of the fields."""
    found = {}
    for name, info in model.model_fields.items():
        extra = info.json_schema_extra
        names = extra.get("names", ()) if isinstance(extra, dict) else ()
        found[field_key(model, name)] = tuple(str(vietnamese) for vietnamese in typing.cast("list[str]", names))
    return found


def field_key(model: type[Model], name: str) -> str:
    """The English key of a field: its name, or its alias where the name is a word of Python."""
    return model.model_fields[name].alias or name


@dataclass(frozen=True, slots=True)
class PrintedText:
    """A value of a record as it stands there."""

    loc: Loc
    kind: str
    text: str


def texts(record: Record) -> Iterator[PrintedText]:
    """Every value of a record that is printed or spoken, with its place, in the order of the fields."""
    return _walk(record, Shape("model", model=Record), ())


def _walk(value: Any, shape: Shape, loc: Loc) -> Iterator[PrintedText]:
    if shape.form == "leaf":
        if shape.printed and isinstance(value, str) and value:
            yield PrintedText(loc, shape.printed, value)
    elif shape.form == "mapping":
        if shape.printed:
            for name, part in value.items():
                yield PrintedText((*loc, name), shape.printed, name)
                yield PrintedText((*loc, name), shape.printed, part)
    elif shape.form == "list":
        assert shape.item is not None
        for number, part in enumerate(value):
            yield from _walk(part, shape.item, (*loc, number))
    elif value is not None:
        model: type[Model] = type(value)
        for name in model.model_fields:
            english = field_key(model, name)
            yield from _walk(getattr(value, name), shape_of(model)[english], (*loc, english))


def replaced(record: Record, fresh: Mapping[Loc, str]) -> Record:
    """The record with other words at some places; all else, its origin too, stays."""

    def at(value: Any, loc: Loc) -> Any:
        if isinstance(value, Model):
            names = {name: (*loc, field_key(type(value), name)) for name in type(value).model_fields}
            return value.model_copy(update={name: at(getattr(value, name), here) for name, here in names.items()})
        if isinstance(value, tuple):
            return tuple(at(part, (*loc, number)) for number, part in enumerate(value))
        return fresh.get(loc, value) if isinstance(value, str) else value

    changed: Record = at(record, ())
    return changed


@functools.cache
def _hints(model: type[Model]) -> dict[str, Any]:
    hints = typing.get_type_hints(model, include_extras=True)
    return {name: hints[name] for name in model.model_fields}


def _shape(hint: Any) -> Shape:
    origin = typing.get_origin(hint)
    arguments = typing.get_args(hint)
    if origin is typing.Annotated:
        return _marked(_shape(arguments[0]), arguments[1:])
    if origin in (types.UnionType, typing.Union):
        return _shape(next(part for part in arguments if part is not type(None)))
    if origin is tuple and arguments[-1] is Ellipsis:
        return Shape("list", item=_shape(arguments[0]))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return Shape("mapping", printed=_shape(arguments[0]).printed)
    if isinstance(hint, type) and issubclass(hint, Model):
        return Shape("model", model=hint)
    return Shape("leaf")


def _marked(shape: Shape, marks: Iterable[object]) -> Shape:
    """A shape with what its annotation says of it."""
    for mark in marks:
        if isinstance(mark, Printed):
            shape = replace(shape, printed=mark.kind)
        elif isinstance(mark, Words):
            shape = replace(shape, words=mark)
        elif isinstance(mark, Parted):
            shape = replace(shape, parted=mark)
    return shape
