"""Marks of state secrets in a record's values, where the text of the file hid them from the first look."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from bulletin.errors import Problem
from bulletin.load.secrets import problem
from bulletin.model import Loc
from bulletin.vietnamese.secrecy import NOT_SECRET, holds_mark, is_secrecy_key
from bulletin.vietnamese.text import fold

if TYPE_CHECKING:
    from bulletin.load import Source


def state_secrets(source: Source) -> tuple[Problem, ...]:
    """Where a record is marked as a state secret: each place with its key, never with what stands there.

    The marks that a plain look at the file finds are refused by `load`; these are in texts that YAML folds or whose
    letters are written as numbers.
    """
    found = dict.fromkeys(_marked(source.data, ()))
    return tuple(problem(source.path, source.value_mark(loc).line, _field(loc)) for loc in found)


def _marked(value: Any, loc: Loc) -> Iterator[Loc]:
    if isinstance(value, dict):
        for name, part in value.items():
            below = (*loc, name)
            if holds_mark(name) or (is_secrecy_key(name) and not _is_none(part)):
                yield below
            else:
                yield from _marked(part, below)
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from _marked(part, (*loc, number))
    elif isinstance(value, str) and holds_mark(value):
        yield loc


def _is_none(value: Any) -> bool:
    return isinstance(value, str) and fold(value) in NOT_SECRET


def _field(loc: Loc) -> str:
    return next((part for part in loc if isinstance(part, str)), "")
