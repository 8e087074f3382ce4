"""Hyphens and dashes: one sign for one thing, and a space on both sides or on none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin.messages import N_, say
from bulletin.vietnamese.lint.named import named
from bulletin.vietnamese.lint.passages import Check, Finding, Paper, Reading, Rule
from bulletin.vietnamese.lint.variants import Use, told

_SPACING = Check(
    "dash-spacing",
    N_("a hyphen or dash with a space on one side only"),
    "Phát triển kinh tế- xã hội, nhiệm kỳ 2025 -2030.",
    "Phát triển kinh tế - xã hội, nhiệm kỳ 2025 - 2030.",
)
_MIXED = Check(
    "mixed-dash",
    N_("a hyphen in one place and a dash in another, or other spaces, for the same thing"),
    "Tổng kết nhiệm kỳ 2020 - 2025, bàn về nhiệm kỳ 2025–2030.",
    "Tổng kết nhiệm kỳ 2020 - 2025, bàn về nhiệm kỳ 2025 - 2030.",
)

_DASHED = re.compile(r"(?<![ \u00a0])[ \u00a0]+[-–—](?=\w)|[-–—][ \u00a0]+(?=\w)")
# "1- Công tác", "a- Nội dung", "II.- Kết quả": numbers of list items.
_ENUMERATOR = re.compile(r"\s*(?:\d{1,3}|[A-Za-zĐđ]|[IVXLC]{1,6})(?:\.\d+)*[.)]?")
_YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d([ \u00a0]?[-–—][ \u00a0]?)(?:19|20)\d\d(?!\d)")
_SIGN = re.compile(r"[-–—]")
_BEFORE_SIGN = re.compile(r"([^\W\d_]{2,})([ \u00a0]?)$")
_BEHIND_SIGN = re.compile(r"([ \u00a0]?)([^\W\d_]{2,})")
_LONGEST_WORD = 20
_BULLET = re.compile(r"^[ \t]*([-–—]) ", re.MULTILINE)


def _spacing(paper: Paper) -> Iterator[Finding]:
    for reading in paper.readings:
        if reading.letters.isdisjoint("-–—"):
            continue
        for found in _DASHED.finditer(reading.text):
            if _is_one_sided(reading.text, found):
                message = say("a space on one side of “{sign}” only", sign=found[0].strip(" \u00a0"))
                cure = say("give it a space on both sides, or on none")
                yield reading.finding(_SPACING, found.start(), found.end(), message, cure)


def _is_one_sided(text: str, found: re.Match[str]) -> bool:
    start, end = found.span()
    if start == 0 or not (text[start - 1].isalnum() or text[start - 1] in ")%”*"):
        return False
    if found[0][0] in " \u00a0":
        # "giảm -5%" is a negative number, "2025 -2030" is a span.
        return not text[end].isdecimal() or text[start - 1].isdecimal()
    line = text[text.rfind("\n", 0, start) + 1 : start]
    # "sơ - trung cấp" may hang: "tiền- và hậu kiểm"
    return not _ENUMERATOR.fullmatch(line) and not text.startswith(("và ", "hoặc "), end)


def _mixed(paper: Paper) -> Iterator[Finding]:
    years: list[Use] = []
    bullets: list[Use] = []
    pairs: dict[tuple[str, str], list[Use]] = {}
    for reading in paper.readings:
        if reading.letters.isdisjoint("-–—"):
            continue
        for found in _YEARS.finditer(reading.text):
            form = f"2025{found[1]}2030".replace("\u00a0", " ")
            years.append(Use(form, reading, *found.span()))
        if reading.passage.kind == "text":
            for found in _BULLET.finditer(reading.text):
                bullets.append(Use(f"{found[1]} …", reading, *found.span(1)))
        for pair, use in _pairs(reading):
            pairs.setdefault(pair, []).append(use)
    offices = [
        Use(f"… {person.sign} Bí thư", person.reading, person.reading.ends[person.behind - 1], start)
        for person in named(paper)
        if person.sign in ("-", "–", "—")
        if person.reading.words[person.behind][0].isupper()
        for start in (person.reading.starts[person.behind],)
    ]
    for uses in (years, bullets, offices, *pairs.values()):
        yield from told(_MIXED, uses)


def _pairs(reading: Reading) -> Iterator[tuple[tuple[str, str], Use]]:
    """Words joined by a hyphen or dash, such as kinh tế - xã hội."""
    text = reading.text
    for sign in _SIGN.finditer(text):
        before = _BEFORE_SIGN.search(text, max(0, sign.start() - _LONGEST_WORD), sign.start())
        behind = _BEHIND_SIGN.match(text, sign.end())
        if before and behind:
            form = text[before.start() : behind.end()].replace("\u00a0", " ").lower()
            pair = (before[1].lower(), behind[2].lower())
            yield pair, Use(form, reading, before.start(), behind.end())


RULES = (Rule(_SPACING, _spacing), Rule(_MIXED, _mixed))
