"""What goes into a PDF beside its pages."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file that travels inside the PDF."""

    name: str
    mime: str
    """Such as `text/yaml`."""
    data: bytes
    description: str
    relationship: str = "Source"
    """What the file is to the pages, by PDF/A-3: Source, Data, Alternative, Supplement or Unspecified."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Title, author and what else a PDF tells of itself; the clock is never asked."""

    title: str
    author: str
    subject: str
    keywords: tuple[str, ...]
    date: dt.date
    """Day of creation and of the last change, at midnight in Vietnam."""
    language: str = "vi"
    attachments: tuple[Attachment, ...] = ()
