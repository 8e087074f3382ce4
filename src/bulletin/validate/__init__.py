"""A record out of what was typed, or everything that is wrong with it, in the clerk's words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from bulletin.errors import Problem, RecordError
from bulletin.messages import say
from bulletin.model import Record
from bulletin.validate.agreement import disagreements
from bulletin.validate.reading import Reading
from bulletin.validate.secrets import state_secrets
from bulletin.validate.sentences import explained
from bulletin.validate.sound import sound_part

if TYPE_CHECKING:
    from bulletin.load import Source

MOST_PROBLEMS = 100
"""So many faults of a record are told at once."""


def validate(source: Source, *, defaults: Mapping[str, Any] = MappingProxyType({})) -> Record:
    """Make a record of what was typed.

    Args:
        source: The file, read.
        defaults: Values, under English keys, for what the record leaves out, such as the organisation.

    Raises:
        RecordError: With every fault of the file, in its order.
    """
    record, problems = examine(source, defaults=defaults)
    if problems or record is None:
        raise RecordError(problems)
    return record


def examine(
    source: Source, *, defaults: Mapping[str, Any] = MappingProxyType({})
) -> tuple[Record | None, tuple[Problem, ...]]:
    """The sound part of what was typed as a record, and every fault in the order of the file.

    The record serves to find more faults, such as in its photos; it is complete only when there is no fault. Of a
    record that is marked as a state secret nothing is told but where the marks are.

    Args:
        source: The file, read.
        defaults: As for `validate`.
    """
    from pydantic import ValidationError

    if secrets := state_secrets(source):
        return None, secrets
    reading = Reading(source)
    data = reading.model(source.data, Record, (), ())
    for name, value in defaults.items():
        data.setdefault(name, value)
    problems = [*source.problems]
    record: Record | None
    try:
        record = Record.model_validate(data)
    except ValidationError as error:
        problems += explained(error.errors(include_url=False), reading)
        record, reading = sound_part(data, reading)
    problems += reading.problems
    if record is not None:
        problems += disagreements(record, reading)
        record = record.with_origin(reading.origin())
    return record, _bounded(in_file_order(problems), source)


def in_file_order(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Problems in the order of the file, each once."""
    return tuple(dict.fromkeys(sorted(problems, key=lambda problem: (problem.line, problem.column))))


def _bounded(problems: tuple[Problem, ...], source: Source) -> tuple[Problem, ...]:
    """As many problems as a person wants to read."""
    if len(problems) <= MOST_PROBLEMS:
        return problems
    more = say("there are more than {n} faults; mend these first, then check again", n=MOST_PROBLEMS)
    return (*problems[:MOST_PROBLEMS], Problem(more, source.path, id="too-many-faults"))
