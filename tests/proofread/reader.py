"""A record read from its text and proof-read, for tests."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

from bulletin.errors import Problem
from bulletin.load import Source, load_text
from bulletin.model import Record
from bulletin.proofread import proofread
from bulletin.validate import validate

PATH = Path("ban-ghi.yaml")
HEAD = """\
tiêu đề: Chi bộ họp tháng 12
ngày: 29/12/2023
đơn vị: Chi bộ Văn phòng
chủ trì: Lê Văn Nam - Bí thư Chi bộ
sapô: Chi bộ họp.
"""


@dataclass(frozen=True, slots=True)
class Picture:
    """The size of a picture, in pixels."""

    width_px: int
    height_px: int


def read(text: str) -> tuple[Record, Source]:
    """A record and where it was read from; the usual first lines are put before it."""
    source = load_text(HEAD + dedent(text), PATH)
    return validate(source), source


def warn(text: str, pictures: dict[str, Picture] | None = None, **more: object) -> tuple[Problem, ...]:
    """What a proof-reader says of a record."""
    return proofread(*read(text), pictures or {}, **more)  # type: ignore[arg-type]


def told(text: str, pictures: dict[str, Picture] | None = None) -> list[tuple[str, int]]:
    """Ids of the warnings with their lines, counted from the first line of the text."""
    return [(problem.id, problem.line - HEAD.count("\n")) for problem in warn(text, pictures)]
