"""What is remarked on, and where: the checks of whole records, beside those of texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from bulletin.model import Loc
from bulletin.vietnamese.lint import Check


class Pixels(Protocol):
    """A picture file that was looked at."""

    @property
    def width_px(self) -> int:
        """Width when the picture stands upright."""

    @property
    def height_px(self) -> int:
        """Height when the picture stands upright."""


Pictures = Mapping[str, Pixels]
"""Picture files by their name in the record."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that a proof-reader would mark in a record."""

    check: Check
    loc: Loc
    """Place in the record; empty for the record as a whole."""
    message: str
    hint: str
    offset: int = 0
    """Character of the value that stands there, counted from 0."""
