"""What was found, for people and for programs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bulletin.loupe.facts import Place, Verdict
from bulletin.loupe.judge import MM_PER_PT
from bulletin.loupe.rules import BY_ID
from bulletin.messages import N_, language, say, say_n

if TYPE_CHECKING:
    from bulletin.loupe import Findings

_EXAMPLES = 3
"""Places of one rule that are shown to people."""
_MOST_PLACES = 200
"""Places of one rule that are told to programs; their number is told in full."""
_MOST_FONTS = 4
_FIGURE = re.compile(r"-?[0-9]+(?:[.][0-9]+)?")
_VERDICTS = {True: "met", False: "not-met", None: "not-measured"}
_HOW = {"justified": N_("justified"), "centred": N_("centred"), "right": N_("aligned right")}


def lines(path: Path, findings: Findings) -> Iterator[str]:
    """A report for people."""
    yield _first(path, findings)
    yield from ("  " + line for line in _figures(findings))
    yield from ("  " + line for line in _remarks(findings))
    yield "  " + _summary(findings)
    unmeasured = [verdict.rule for verdict in findings.verdicts if verdict.met is None]
    if unmeasured:
        yield "  " + say("could not be measured: {rules}", rules=", ".join(unmeasured))
    for twins in _twins(findings.broken):
        yield ""
        yield from ("  " + line for line in _finding(twins))


def _first(path: Path, findings: Findings) -> str:
    pages = say_n("{n} page", "{n} pages", n=findings.print.count)
    wide, high = findings.print.pages[0].size_pt
    return f"{path}: {pages}, {wide * MM_PER_PT:.0f} × {high * MM_PER_PT:.0f} mm"


def _figures(findings: Findings) -> Iterator[str]:
    found = findings.measures
    if not found.letters:
        yield say("there is no text to measure")
        return
    parts = []
    if found.body_pt:
        parts.append(say("text {size} pt", size=_number(f"{found.body_pt:.1f}")))
    if found.smallest_pt:
        parts.append(say("smallest {size} pt", size=_number(f"{found.smallest_pt:.1f}")))
    if found.leading_em:
        parts.append(say("line spacing {factor}", factor=_number(f"{found.leading_em:.2f}")))
    if found.paragraph_gap_em is not None:
        gap = f"{max(0.0, found.paragraph_gap_em):.1f}"
        parts.append(say("between paragraphs {factor} × type size", factor=_number(gap)))
    if found.contrast:
        parts.append(say("contrast {ratio}:1", ratio=_number(f"{found.contrast:.1f}")))
    yield " · ".join(parts)
    parts = []
    if found.margins_mm:
        top, right, _, left = (f"{side:.0f}" for side in found.margins_mm)
        parts.append(say("margins: above {top}, left {left}, right {right} mm", top=top, right=right, left=left))
    parts.append(say_n("{n} column", "{n} columns", n=found.columns))
    if found.widest_table:
        parts.append(say_n("tables of {n} column", "tables of up to {n} columns", n=found.widest_table))
    if found.fonts:
        names = ", ".join(found.fonts[:_MOST_FONTS]) + (" …" if len(found.fonts) > _MOST_FONTS else "")
        parts.append(say("fonts: {names}", names=names))
    yield " · ".join(parts)


def _remarks(findings: Findings) -> Iterator[str]:
    seen = findings.print
    if seen.cut_short:
        yield say("only the first {n} pages were measured; the rest would take too long", n=len(seen.pages))
    troubled = [str(page.number) for page in seen.pages if page.trouble]
    if troubled:
        yield say("could not be opened: page {pages}", pages=", ".join(troubled))
    unmapped = sum(page.unmapped for page in seen.pages)
    if unmapped:
        yield say_n(
            "the file does not tell which letter {n} sign is", "the file does not tell which letters {n} signs are",
            n=unmapped,
        )  # fmt: skip


def _twins(broken: Sequence[Verdict]) -> list[list[Verdict]]:
    """Rules that ask for the same and found the same are told together."""
    groups: dict[tuple[object, ...], list[Verdict]] = {}
    for verdict in broken:
        groups.setdefault((BY_ID[verdict.rule].wants, verdict.places), []).append(verdict)
    return list(groups.values())


def _finding(twins: Sequence[Verdict]) -> Iterator[str]:
    verdict = twins[0]
    rule = BY_ID[verdict.rule]
    measured = say("; measured: {figure}", figure=_number(verdict.measured)) if verdict.measured else ""
    ids = ", ".join(twin.rule for twin in twins)
    yield say("{rules}: not met; wanted: {wants}", rules=ids, wants=say(rule.wants)) + measured
    shown = sorted(verdict.places, key=_badness)[:_EXAMPLES]
    yield from ("  " + _place(place) for place in shown)
    more = len(verdict.places) - len(shown)
    if more:
        yield "  " + say_n("and {n} more place", "and {n} more places", n=more)
    yield "  → " + say(rule.cure)


def _badness(place: Place) -> float:
    """The worst come first: the smallest letters, the palest ink, the widest tables; else the first."""
    found = _FIGURE.match(place.measured)
    if not found:
        return 0.0
    figure = float(found[0])
    return -figure if place.measured.isdecimal() else figure


def _place(place: Place) -> str:
    words = f" “{place.words}”" if place.words else ""
    measured = say(_HOW[place.measured]) if place.measured in _HOW else _number(place.measured)
    return say("page {page}", page=place.page) + words + (f" ({measured})" if measured else "")


def _summary(findings: Findings) -> str:
    broken, met = len(findings.broken), sum(verdict.met is True for verdict in findings.verdicts)
    if not broken and met:
        return say_n("{n} rule met, no finding", "{n} rules met, no finding", n=met)
    return say("rules: {broken} not met, {met} met", broken=broken, met=met)


def _number(measured: str) -> str:
    """A figure with the reader's decimal sign."""
    return measured.replace(".", ",") if language() == "vi" and measured[:1].isdigit() else measured


def data(path: Path, findings: Findings) -> dict[str, Any]:
    """The same for programs. Keys and ids are stable; `wants` and `cure` are in the reader's language."""
    seen, found = findings.print, findings.measures
    wide, high = seen.pages[0].size_pt
    return {
        "path": str(path),
        "exit_code": 0,
        "faults": [],
        "pages": seen.count,
        "pages_measured": sum(not page.trouble for page in seen.pages),
        "sheet_mm": [round(wide * MM_PER_PT, 1), round(high * MM_PER_PT, 1)],
        "measures": {
            "letters": found.letters,
            "body_pt": found.body_pt or None,
            "smallest_pt": found.smallest_pt or None,
            "leading": found.leading_em or None,
            "paragraph_gap": found.paragraph_gap_em,
            "margins_mm": list(found.margins_mm) if found.margins_mm else None,
            "columns": found.columns if found.letters else None,
            "table_columns": found.widest_table or None,
            "contrast": found.contrast or None,
            "fonts": list(found.fonts),
        },
        "rules": [_rule(verdict) for verdict in findings.verdicts],
    }


def _rule(verdict: Verdict) -> dict[str, Any]:
    rule = BY_ID[verdict.rule]
    return {
        "id": rule.id,
        "source": rule.source,
        "wants": say(rule.wants),
        "verdict": _VERDICTS[verdict.met],
        "measured": verdict.measured or None,
        "cure": say(rule.cure) if verdict.met is False else None,
        "count": len(verdict.places),
        "places": [
            {"page": place.page, "words": place.words, "measured": place.measured or None}
            for place in verdict.places[:_MOST_PLACES]
        ],
    }
