"""The facts of a conference, frozen, under keys in both languages."""

from __future__ import annotations

from bulletin.model.fields import Days, Loc
from bulletin.model.record import (
    AgendaItem,
    Attendance,
    Award,
    Candidate,
    Decision,
    Election,
    Guest,
    Indicator,
    Licence,
    OfficialDocument,
    Organisation,
    Origin,
    Person,
    Photo,
    Rating,
    Record,
    Resolution,
    Section,
    Site,
    Table,
    Task,
    Vote,
)
from bulletin.model.shape import PrintedText, texts

__all__ = [
    "AgendaItem", "Attendance", "Award", "Candidate", "Days", "Decision", "Election", "Guest", "Indicator", "Licence", "Loc",
    "OfficialDocument", "Organisation", "Origin", "Person", "Photo", "PrintedText", "Rating", "Record", "Resolution",
    "Section", "Site", "Table", "Task", "Vote", "texts",
]  # fmt: skip
