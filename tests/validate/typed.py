"""What the tests of this folder share: records as a clerk types them."""

from __future__ import annotations

from pathlib import Path

from bulletin.errors import Problem, RecordError
from bulletin.load import load_text
from bulletin.model import Record
from bulletin.validate import examine, validate

PATH = Path("record.yaml")
BASE = "tiêu đề: Chi bộ họp\nngày: 29/12/2023\nđơn vị: Chi bộ Một\nsapô: Buổi họp.\n"
"""What every record has; whatever is added begins in line 5."""


def record(more: str = "", base: str = BASE) -> Record:
    """A record without faults."""
    return validate(load_text(base + more, PATH))


def problems(more: str, base: str = BASE) -> tuple[Problem, ...]:
    """Everything that is wrong with a record."""
    try:
        return examine(load_text(base + more, PATH))[1]
    except RecordError as error:
        return error.problems


def faults(more: str, base: str = BASE) -> list[tuple[int, int, str]]:
    """Line, column and id of everything that is wrong with a record."""
    return [(problem.line, problem.column, problem.id) for problem in problems(more, base)]
