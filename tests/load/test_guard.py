"""Both of PyYAML's scanners must tell the same of every text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from bulletin.errors import RecordError
from bulletin.load import load

from .reading import faults, read
from .test_bad import FILES

GOOD = (
    "title: A\nsections:\n  - heading: B\n    text: |\n      C\n\n      - D\n  - text: >-\n      E\n      F\n",
    "a: 'it''s'\nb: \"x\\u00e2y\"\nc: một\n  hai\n\n  ba\n",
    "a: [b, 'c', \"d\", e?, {f: g?}]\n",
    "- a\n",
)


def _outcome(path: Path) -> Any:
    try:
        source = load(path)
    except RecordError as error:
        return error.problems
    return source.data, source.problems


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_broken_file_reads_the_same_without_the_c_scanner(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fast = _outcome(path)
    monkeypatch.delattr(yaml, "CBaseLoader", raising=False)
    assert _outcome(path) == fast


@pytest.mark.parametrize("text", GOOD)
def test_a_good_text_reads_the_same_without_the_c_scanner(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    fast = read(text)
    monkeypatch.delattr(yaml, "CBaseLoader", raising=False)
    slow = read(text)
    assert (slow.data, slow.problems, slow.nodes) == (fast.data, fast.problems, fast.nodes)


def test_anchors_and_aliases_are_refused_where_they_stand() -> None:
    text = "a: &x b\nc: [*x, *x]\nd:\n  - *x\ne: {f: &x g}\n"
    assert faults(text) == [(1, 4, "anchor"), (2, 5, "alias"), (4, 5, "alias"), (5, 8, "anchor")]
    assert read(text).data == {"a": "b", "c": ["", ""], "d": [""], "e": {"f": "g"}}


def test_an_anchor_before_lines_of_its_own_is_refused_too() -> None:
    assert faults("a: &x\n  b: c\n") == [(1, 4, "anchor")]
    assert faults("a: !list\n  - b\n") == [(1, 4, "tag")]


def test_a_merge_key_is_refused_once_and_fetches_nothing() -> None:
    assert faults("a: &x {b: c}\nd:\n  <<: *x\n  e: f\n") == [(1, 4, "anchor"), (3, 3, "merge-key")]
    source = read("a: &x {b: c}\nd: {<<: [*x, *x], e: *x}\n")
    assert [(problem.column, problem.id) for problem in source.problems] == [
        (4, "anchor"), (5, "merge-key"), (22, "alias"),
    ]  # fmt: skip
    assert source.data["d"] == {"e": ""}
    assert read('"<<": a\n').problems == ()


def test_tags_are_refused_and_change_nothing() -> None:
    text = "a: !!int 08\nb: [!!str c]\n? !!str d\n: e\n"
    assert [id_ for _, _, id_ in faults(text)] == ["tag", "tag", "key-not-text"]
    assert read(text).data == {"a": "08", "b": ["c"]}


@pytest.mark.parametrize(
    "text", ["a: &b c\n", "a: *b\n", "a: !b c\n", "a: & b\n", "a: ! b\n", "a: * b\n", "a: &b\n", "a: **b** c\n"]
)
def test_a_sign_that_nothing_answers_to_is_text(text: str) -> None:
    value = text[3:].rstrip()
    assert [id_ for _, _, id_ in faults(text)] == ["sign-at-start"]
    assert read(text).data == {"a": value}
