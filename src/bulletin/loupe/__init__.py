"""Looks at any finished PDF as a printer does through a loupe, and holds it against the rules of large print."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bulletin.loupe.facts import Place, Print, Verdict
from bulletin.loupe.judge import Measures, judged, measures, survey
from bulletin.loupe.read import look, open_pdf
from bulletin.loupe.rules import BY_ID, CHOICES, RULES, Rule, chosen

__all__ = [
    "BY_ID", "CHOICES", "RULES", "Findings", "Measures", "Place", "Print", "Rule", "Verdict", "examined", "inspected",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What came of a PDF."""

    print: Print
    measures: Measures
    verdicts: tuple[Verdict, ...]
    """One for each rule, in the order of the rules."""

    @property
    def broken(self) -> tuple[Verdict, ...]:
        """Rules that are not met."""
        return tuple(verdict for verdict in self.verdicts if verdict.met is False)


def inspected(path: Path, rules: str = "all") -> Findings:
    """Measure a PDF file, in a process apart: what hangs or breaks the library that reads it ends that process alone.

    Args:
        path: The file.
        rules: Whose: one of `CHOICES`.

    Raises:
        RenderError: If there is no such file, or it cannot be opened as PDF, or there is no end to it.
    """
    from bulletin.loupe.apart import apart as measured_apart

    found: Findings = measured_apart(path, rules)
    return found


def looked_at(path: Path, rules: str) -> Findings:
    """The same, in this process."""
    return examined(open_pdf(path), rules, path)


def examined(pdf: bytes, rules: str = "all", path: Path | None = None) -> Findings:
    """Measure a PDF.

    Raises:
        RenderError: If it cannot be opened.
    """
    seen = look(pdf, path)
    own = survey(seen)
    return Findings(print=seen, measures=measures(own), verdicts=judged(own, chosen(rules)))
