"""Values without anything that could be called: all that a clerk's own template gets to see."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping
from typing import Any, NoReturn


class Plain:
    """The facts of a value by their names; no method, nothing that can be changed."""

    __slots__ = ("_facts", "_kind")

    def __init__(self, kind: str, facts: Mapping[str, Any]) -> None:
        object.__setattr__(self, "_kind", kind)
        object.__setattr__(self, "_facts", facts)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        try:
            return self._facts[name]
        except KeyError:
            raise AttributeError(name) from None

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(name)

    def __dir__(self) -> list[str]:
        return sorted(self._facts)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Plain) and (self._kind, self._facts) == (other._kind, other._facts)

    def __hash__(self) -> int:
        return hash((self._kind, tuple(self._facts)))

    def __repr__(self) -> str:
        return str(self._kind)

    def __reduce__(self) -> tuple[Any, ...]:
        return Plain, (self._kind, self._facts)


def kind_of(value: object) -> str:
    """What a value is, such as `record`."""
    return f"{value}" if isinstance(value, Plain) else ""


def names_in(value: object) -> tuple[str, ...]:
    """The names of its facts."""
    return tuple(dir(value)) if isinstance(value, Plain) else ()


def plain(value: Any) -> Any:
    """A value as plain facts: fields and properties of frozen things, tuples, texts, numbers and days as they are.

    What is none of these, such as the measures of a face, is for the program alone and becomes None.
    """
    if value is None or isinstance(value, Plain | str | int | float | dt.date | dt.time):
        return value
    if isinstance(value, Mapping):
        return {str(name): plain(part) for name, part in value.items()}
    if isinstance(value, list | tuple | frozenset):
        return tuple(plain(part) for part in value)
    if dataclasses.is_dataclass(value):
        names = [field.name for field in dataclasses.fields(value)]
    elif fields := getattr(type(value), "model_fields", None):
        names = list(fields)
    else:
        return None
    found = {name: plain(getattr(value, name)) for name in (*names, *_properties(type(value)))}
    return Plain(type(value).__name__.lower(), found)


def _properties(kind: type) -> list[str]:
    """Public properties of our own classes; where a value came from is none of a layout's business."""
    return [
        name
        for one in kind.__mro__
        if one.__module__.startswith("bulletin.")
        for name, part in vars(one).items()
        if isinstance(part, property) and not name.startswith("_") and name != "origin"
    ]
