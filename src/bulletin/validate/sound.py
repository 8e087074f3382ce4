"""The sound part of a record that has faults, so that the rest can be looked at too."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bulletin.model import Loc, Record
from bulletin.validate.reading import Reading

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_STAND_INS = {"title": "?", "date": "01/01/2000"}
_MOST_ROUNDS = 20
"""A part that lacks something goes, then the part that lacks it then: as often as there can be levels."""


def sound_part(data: dict[str, Any], reading: Reading) -> tuple[Record | None, Reading]:
    """A record without its faulty values, and what was read of it at the places where they now are.

    A missing or faulty title or date has a stand-in.

    Args:
        data: What was read, under English keys.
        reading: Knows where each value stood.
    """
    from pydantic import ValidationError

    rest = _Rest(data, {(): ()}, frozenset())
    for _ in range(_MOST_ROUNDS):
        try:
            record = Record.model_validate(_STAND_INS | rest.data)
        except ValidationError as error:
            rest = rest.without(error.errors(include_url=False, include_context=False))
        else:
            return record, reading.moved(rest.before, rest.removed)
    return None, reading


@dataclass(frozen=True, slots=True)
class _Rest:
    """What is left of the data."""

    data: dict[str, Any]
    before: dict[Loc, Loc]
    """Where each value stood in the whole data."""
    removed: frozenset[Loc]
    """What was left out, as it stood there."""

    def without(self, faults: Iterable[ErrorDetails]) -> _Rest:
        bad = {_existing(self.data, tuple(fault["loc"])) for fault in faults}
        removed = self.removed | {self.before.get(loc, loc) for loc in bad}
        before: dict[Loc, Loc] = {(): ()}

        def kept(value: Any, old: Loc, new: Loc) -> Any:
            before[new] = self.before.get(old, old)
            if isinstance(value, dict):
                return {
                    name: kept(part, (*old, name), (*new, name))
                    for name, part in value.items()
                    if (*old, name) not in bad
                }
            if isinstance(value, list):
                left = [(number, part) for number, part in enumerate(value) if (*old, number) not in bad]
                return [kept(part, (*old, number), (*new, place)) for place, (number, part) in enumerate(left)]
            return value

        return _Rest(kept(self.data, (), ()), before, removed)


def _existing(data: Any, loc: Loc) -> Loc:
    """The place of a fault, or of the nearest thing around it that is there."""
    value = data
    for depth, step in enumerate(loc):
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return loc[:depth]
        if isinstance(value, str):
            return loc[: depth + 1]
    return loc
