"""Proof-reading of Vietnamese office texts: warnings that never stop a build.

Each check is careful rather than complete: a warning that is wrong costs a clerk more than one that is missing. What
each of them means is told in `docs/warnings.md`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

from bulletin.vietnamese.lint import (
    abbreviations,
    capitals,
    dashes,
    facts,
    figures,
    leftovers,
    letters,
    paragraphs,
    privacy,
    repeats,
    signs,
    spelling,
    tones,
)
from bulletin.vietnamese.lint.letters import NOT_NFC, lint_raw
from bulletin.vietnamese.lint.passages import Check, Finding, Kind, Paper, Passage, Rule, read_all

__all__ = ["CHECKS", "Check", "Finding", "Kind", "Paper", "Passage", "lint", "lint_paper", "lint_raw", "read_all"]

_RULES: tuple[Rule, ...] = (
    *capitals.RULES, *repeats.RULES, *spelling.RULES, *abbreviations.RULES, *leftovers.RULES, *signs.RULES,
    *dashes.RULES, *tones.RULES, *figures.RULES, *paragraphs.RULES, *letters.RULES, *facts.RULES, *privacy.RULES,
)  # fmt: skip

CHECKS: Mapping[str, Check] = MappingProxyType(
    {check.id: check for check in (*(rule.check for rule in _RULES), NOT_NFC)}
)
"""All checks of texts by id, in the order in which the documentation tells of them."""


def lint(
    passages: Sequence[Passage],
    *,
    date: dt.date | None = None,
    silence: Collection[str] = (),
    known: Collection[str] = (),
) -> tuple[Finding, ...]:
    """Proof-read the texts of a record.

    Args:
        passages: All printed values, in the order of the record: what is mixed is told over all of them.
        date: Day of the conference; without it nothing is held against the calendar.
        silence: Ids of checks that are not wanted.
        known: Abbreviations that the record itself spells out.

    Returns:
        What was found, in the order of the passages.
    """
    return lint_paper(read_all(passages, date=date, known=known), silence=silence)


def lint_paper(paper: Paper, *, silence: Collection[str] = ()) -> tuple[Finding, ...]:
    """Proof-read texts that are cut into words; see `lint`."""
    found = [finding for rule in _RULES if rule.check.id not in silence for finding in rule.find(paper)]
    return tuple(sorted(found, key=lambda finding: (finding.passage, finding.start, finding.end, finding.id)))
