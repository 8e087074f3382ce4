"""Where a record came from: its file, and the place of each value in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from bulletin.model.fields import Loc


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a record came from."""

    path: Path | None = None
    places: Mapping[Loc, tuple[int, int]] = field(default_factory=lambda: MappingProxyType({}))
    """Line and column of each value, by its place in the record (English keys)."""
    typed: Mapping[Loc, Loc] = field(default_factory=lambda: MappingProxyType({}))
    """The same place in the keys that the clerk typed."""
    text: str = ""
    """The file as it was read, for `--embed-record`."""

    def place(self, loc: Loc) -> tuple[int, int]:
        """Line and column of a value, or of the nearest thing around it; zeros when nothing is known."""
        while loc and loc not in self.places:
            loc = loc[:-1]
        return self.places.get(loc, (0, 0))
