"""Faults of a paper told with their place, their cure and their source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from bulletin.errors import Problem
from bulletin.model import Loc, OfficialDocument, Organisation, Record
from bulletin.model.fields import Model
from bulletin.model.shape import keys_of

_PARTS: Mapping[str, type[Model]] = MappingProxyType({"document": OfficialDocument, "organisation": Organisation})


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells the faults of one record."""

    record: Record

    def fault(self, id_: str, message: str, loc: Loc, hint: str, source: str = "") -> Problem:
        """A fault at a place of the record.

        Args:
            id_: Name of the sort of fault.
            message: What is wrong.
            loc: The place (English keys).
            hint: What to do instead.
            source: Where the rule stands.
        """
        origin = self.record.origin
        # What is missing altogether is missed at the beginning.
        line, column = origin.place(loc) if origin.place(loc)[0] else (1, 1)
        lines = origin.text.split("\n")
        hint = f"{hint} ({source})" if source else hint
        return Problem(message, origin.path, line, column, hint, id_, lines[line - 1] if line <= len(lines) else "")

    def name(self, loc: Loc) -> str:
        """A key in the language of the record's others."""
        if self.record.origin.typed.get(("title",)) == ("title",):
            return str(loc[-1])
        part = _PARTS[str(loc[0])] if len(loc) > 1 else Record
        return keys_of(part)[str(loc[-1])][0]

    @property
    def organisation(self) -> str:
        """Name of who publishes, as typed."""
        return self.record.organisation.name if self.record.organisation else ""
