"""Short ways to proof-read a text in a test."""

from __future__ import annotations

import datetime as dt

from bulletin.vietnamese.lint import Finding, Kind, Paper, Passage, lint, read_all

DAY = dt.date(2023, 12, 29)


def found(*texts: str, kind: Kind = "text", date: dt.date | None = DAY, only: str = "") -> tuple[Finding, ...]:
    """What is found in texts that make one record; `only` leaves out all other checks."""
    findings = lint([Passage(text, kind, "sections.text") for text in texts], date=date)
    return tuple(finding for finding in findings if only in ("", finding.id))


def marked(*texts: str, kind: Kind = "text", date: dt.date | None = DAY, only: str = "") -> list[str]:
    """The words that are marked."""
    findings = found(*texts, kind=kind, date=date, only=only)
    return [texts[finding.passage][finding.start : finding.end] for finding in findings]


def paper(*texts: str) -> Paper:
    """Texts cut into words."""
    return read_all([Passage(text, "text", "sections.text") for text in texts], date=DAY, known=())
