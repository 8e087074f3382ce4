"""Warnings: what a proof-reader would say of a record before it is printed. They never stop a build."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType

from bulletin.errors import Problem
from bulletin.load import Mark, Source
from bulletin.model import Loc, Record
from bulletin.proofread import facts, people, pictures, sums
from bulletin.proofread.remarks import Pictures, Remark
from bulletin.proofread.texts import typed_place, typed_texts
from bulletin.vietnamese.lint import CHECKS as TEXT_CHECKS
from bulletin.vietnamese.lint import Check, lint_paper, lint_raw, read_all

__all__ = ["CHECKS", "Check", "proofread"]

CHECKS: Mapping[str, Check] = MappingProxyType(
    dict(TEXT_CHECKS)
    | {
        check.id: check
        for check in (
            sums.WRONG_SUM, people.TWO_TITLES, facts.NO_CHAIRS, pictures.NO_CAPTION, pictures.NO_ALT,
            pictures.ALT_IS_CAPTION, pictures.LOW_RESOLUTION, facts.ISSUED_EARLIER, facts.UNKNOWN_LEVEL,
            facts.UNKNOWN_SILENCE,
        )
    }
)  # fmt: skip
"""All warnings by id, those of texts first, in the order of `docs/warnings.md`."""


def proofread(
    record: Record,
    source: Source,
    photos: Pictures,
    *,
    silence: Collection[str] = (),
    widths_mm: Mapping[str, float] = MappingProxyType({}),
) -> tuple[Problem, ...]:
    """Read a record as a proof-reader would.

    Args:
        record: The record, sound.
        source: The file it was read from.
        photos: Its picture files that were looked at, by their names in the record.
        silence: Ids of warnings not wanted, beside those that the record itself silences.
        widths_mm: Widths at which picture files are printed, where the layout is known.

    Returns:
        The warnings in the order of the file.
    """
    unwanted = {*silence, *record.silence}
    problems = [
        problem
        for problem in (
            *_raw(source),
            *_of_texts(record, source, unwanted),
            *_of_record(record, source, photos, widths_mm),
        )
        if problem.id not in unwanted
    ]
    return tuple(dict.fromkeys(sorted(problems, key=lambda problem: (problem.line, problem.column))))


def _raw(source: Source) -> Iterator[Problem]:
    text = "\n".join(row.file for row in source.sheet.rows)
    for finding in lint_raw(text):
        line = text.count("\n", 0, finding.start) + 1
        column = finding.start - text.rfind("\n", 0, finding.start)
        yield _problem(source, finding.id, Mark(line, column), finding.message, finding.hint)


def _of_texts(record: Record, source: Source, unwanted: Collection[str]) -> Iterator[Problem]:
    typed = typed_texts(record, source)
    passages = [text.passage for text in typed]
    paper = read_all(passages, date=record.first_day, known=record.abbreviations)
    for finding in lint_paper(paper, silence=unwanted):
        text = typed[finding.passage]
        mark = source.place(text.typed, text.base + finding.start)
        yield _problem(source, finding.id, mark, finding.message, finding.hint)
    for remark in people.two_titles(record, typed, paper):
        yield _remarked(record, source, remark)


def _of_record(record: Record, source: Source, photos: Pictures, widths_mm: Mapping[str, float]) -> Iterator[Problem]:
    yield from (_remarked(record, source, remark) for remark in sums.wrong_sums(record))
    yield from (_remarked(record, source, remark) for remark in pictures.photo_remarks(record, photos, widths_mm))
    for remark in facts.record_remarks(record, record.silence, CHECKS):
        yield _remarked(record, source, remark)


def _remarked(record: Record, source: Source, remark: Remark) -> Problem:
    place: Loc = typed_place(record, remark.loc)
    mark = source.place(place, remark.offset) if place else Mark(0, 0)
    return _problem(source, remark.check.id, mark, remark.message, remark.hint)


def _problem(source: Source, check: str, mark: Mark, message: str, hint: str) -> Problem:
    return Problem(message, source.path, mark.line, mark.column, hint, check, source.line(mark.line))
