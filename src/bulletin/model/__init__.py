"""The facts of a conference, frozen, under keys in both languages."""

from __future__ import annotations

from bulletin.model.content import AgendaItem, Photo, Section, Table
from bulletin.model.days import Days
from bulletin.model.fields import Loc
from bulletin.model.origin import Origin
from bulletin.model.papers import Annex, Licence, OfficialDocument
from bulletin.model.people import Attendance, Guest, Organisation, Person, Signature, Site
from bulletin.model.record import Record
from bulletin.model.results import (
    Award,
    Candidate,
    Decision,
    Election,
    Indicator,
    Rating,
    Resolution,
    Task,
    Vote,
)
from bulletin.model.shape import PrintedText, texts

__all__ = [
    "AgendaItem", "Annex", "Attendance", "Award", "Candidate", "Days", "Decision", "Election", "Guest", "Indicator",
    "Licence", "Loc", "OfficialDocument", "Organisation", "Origin", "Person", "Photo", "PrintedText", "Rating",
    "Record", "Resolution", "Section", "Signature", "Site", "Table", "Task", "Vote", "texts",
]  # fmt: skip
