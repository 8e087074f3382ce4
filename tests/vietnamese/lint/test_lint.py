"""The proof-reader as a whole: every check keeps its word, and clean text is passed in silence."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin.vietnamese.lint import CHECKS, Check, Finding, Kind, Passage, lint, lint_raw

CLEAN = (Path(__file__).parents[2] / "data" / "clean.txt").read_text(encoding="utf-8").splitlines()
DAY = dt.date(2025, 11, 20)
_DATED = re.compile(r" \(ngày: (\d+)/(\d+)/(\d+)\)$")


def example(check: Check, text: str) -> tuple[Finding, ...]:
    """What is found in an example of a check."""
    if check.id == "not-nfc":
        return lint_raw(text)
    date = DAY
    if dated := _DATED.search(check.bad):
        day, month, year = map(int, dated.groups())
        date = dt.date(year, month, day)
    kind: Kind = "title" if check.id == "title-year" else "text"
    return lint([Passage(_DATED.sub("", text), kind, "sections.text")], date=date)


@pytest.mark.parametrize("check", CHECKS.values(), ids=list(CHECKS))
def test_the_bad_example_draws_its_warning_and_no_other(check: Check) -> None:
    assert {finding.id for finding in example(check, check.bad)} == {check.id}


@pytest.mark.parametrize("check", CHECKS.values(), ids=list(CHECKS))
def test_the_good_example_is_passed_in_silence(check: Check) -> None:
    assert example(check, check.good) == ()


@pytest.mark.parametrize(
    "check", [check for check in CHECKS.values() if check.id != "not-nfc"], ids=lambda check: check.id
)
def test_each_warning_can_be_silenced(check: Check) -> None:
    passages = [Passage(_DATED.sub("", check.bad), "title" if check.id == "title-year" else "text", "sections.text")]
    assert lint(passages, date=dt.date(2023, 12, 29), silence={check.id}) == ()


def test_ids_are_stable_names() -> None:
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", name) and CHECKS[name].id == name for name in CHECKS)


def test_the_corpus_of_clean_sentences_is_large_and_varied() -> None:
    assert len(CLEAN) > 200
    assert len(set(CLEAN)) == len(CLEAN)


@pytest.mark.parametrize("date", [DAY, dt.date(2024, 3, 8), None])
@pytest.mark.parametrize("kind", ["text", "line", "caption", "alt", "person"])
def test_clean_text_is_passed_in_silence(kind: Kind, date: dt.date | None) -> None:
    assert lint([Passage(line, kind, "sections.text") for line in CLEAN], date=date) == ()


def test_clean_text_in_one_piece_is_passed_in_silence() -> None:
    assert lint([Passage("\n".join(CLEAN), "text", "sections.text")], date=DAY) == ()


def test_findings_stand_in_the_order_of_the_passages() -> None:
    texts = ["Hết..", "Các các bạn  đến .", "đựơc, đựơc"]
    places = [(finding.passage, finding.start) for finding in lint([Passage(text, "line", "place") for text in texts])]
    assert places == sorted(places)
    assert {passage for passage, _ in places} == {0, 1, 2}


@pytest.mark.parametrize("piece", [" ", "\n", "-", "(", "Ð", "a,b ", "ÔNG ", "[ảnh: ", "các ", "in ", "Huyện ủy. "])
def test_the_longest_text_is_read_whatever_it_is_made_of(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    assert all(
        0 <= finding.start < finding.end <= len(text) for finding in lint([Passage(text, "text", "lead")], date=DAY)
    )


words = st.sampled_from(sorted({word for line in CLEAN for word in line.split()}))
signs = st.sampled_from(
    [" ", "  ", ", ", " - ", "- ", "–", ". ", "\n", "...", "…", "/", "(", ")", "“", "”", "*", "\u00a0", "0"]
)
typed = st.lists(st.one_of(words, signs, st.characters()), max_size=60).map("".join)


@given(st.lists(typed, max_size=4))
@settings(max_examples=150, deadline=None)
def test_whatever_is_typed_findings_lie_inside_it_and_are_the_same_each_time(texts: list[str]) -> None:
    passages = [Passage(text, "text", "sections.text") for text in texts]
    findings = lint(passages, date=DAY)
    assert all(0 <= finding.start < finding.end <= len(texts[finding.passage]) for finding in findings)
    assert all(finding.message and finding.hint and finding.id in CHECKS for finding in findings)
    assert lint(passages, date=DAY) == findings
