"""What holds for any text whatever."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bulletin.errors import RecordError
from bulletin.load import Source, caret, mended
from bulletin.load.shape import quoting
from bulletin.load.sheet import Row

from .reading import read

PIECES = (
    "title", "đơn vị", "Hội nghị", ":", ": ", ": ", "- ", "-", "\n", "\n", "\n  ", "\n    ", "\n   ", "\n  - ", "\n- ",
    " #", "# ", "#", '"', "'", "[", "]", "{", "}", ", ", "*", "&a ", "*a", "!!str ", "@", "%", "`", "|", "|\n  ",
    ">\n    ", "> ", "|2\n", "? ", "\t", "\u00a0", "\uff1a", "– ", "+ ", "<<", "\n---\n", "...", "\\", "\\x", "8:30",
    "1,5", "\r\n", "\ufeff", "\x00", "a\u0301", "~", " ", "\u2028",
)  # fmt: skip
RECORD = (
    "title: Hội nghị\n", "đơn vị:\n  tên: A\n  cấp trên: B\n", "chủ trì:\n  - A - B\n  - C: d\n", "xem:\n- A\n- B\n",
    "nội dung: |\n  Một\n  - hai: ba\n\n  [ảnh: x]\n", "ảnh: [a.jpg, b.jpg]\n", 'k: "một\n  hai"\n', "m: một\n  hai\n",
    "s:\n  - đề mục: A\n    text: >\n      B\n    ảnh:\n      - tệp: a\n        chú thích: b\n", "# ghi chú\n",
    "e: {a: b, c: [d]}\n", "q: 'it''s'\n",
)  # fmt: skip
soup = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


@st.composite
def spoilt(draw: st.DrawFn) -> str:
    """A record with signs put in and taken out."""
    text = "".join(draw(st.lists(st.sampled_from(RECORD), max_size=5, unique=True)))
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(("", *PIECES))) + text[at + draw(st.integers(0, 3)) :]
    return text


LINE_END = re.compile(r"\r\n|\r|\n")

texts = st.one_of(spoilt(), soup, st.text(max_size=60))
quiet = settings(derandomize=True, deadline=None, max_examples=400)


def outcome(text: str) -> Source | None:
    try:
        return read(text)
    except RecordError:
        return None


@quiet
@given(texts)
@example("a: &x\n  b: *x\n? [c]\n: d\n")
def test_any_text_is_read_or_told_what_is_wrong(text: str) -> None:
    source = outcome(text)
    if source is None:
        return
    assert source.data or source.problems
    lines = ["", *text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    places = [(problem.line, problem.column) for problem in source.problems]
    assert places == sorted(places)
    for problem in source.problems:
        assert problem.source == lines[problem.line] == source.line(problem.line)
        assert 1 <= problem.column <= len(problem.source) + 1
        assert problem.message
        assert caret(problem)
        if problem.mend:
            assert (problem.mend.line, problem.mend.old) == (problem.line, problem.source)
            assert problem.mend.new != problem.mend.old
            assert problem.mend.new.strip() in problem.hint


@quiet
@given(texts)
def test_a_mended_text_no_longer_has_the_faults_that_were_mended(text: str) -> None:
    source = outcome(text)
    again = outcome(mended(source)) if source else None
    if source is None or again is None:
        return
    cured = {(problem.line, problem.id) for problem in source.problems if problem.mend}
    left = {(problem.line, problem.id) for problem in source.problems if not problem.mend}
    assert not (cured - left) & {(problem.line, problem.id) for problem in again.problems}


@quiet
@given(texts)
def test_only_lines_with_a_mend_are_changed(text: str) -> None:
    source = outcome(text)
    if source is None:
        return
    told = {problem.line - 1 for problem in source.problems if problem.mend}
    runs = {"tab-indent", "odd-space"} & {problem.id for problem in source.problems}
    before, after = LINE_END.split(text), LINE_END.split(mended(source))
    if not told:
        assert mended(source) == text
    elif not runs:
        assert sum(one != two for one, two in zip(before, after, strict=True)) <= len(told)


@quiet
@given(texts)
def test_what_is_read_without_a_fault_is_what_yaml_reads(text: str) -> None:
    source = outcome(text)
    if source is None or source.problems:
        return
    # What is read differs from the file only in blanks that mean nothing, on which PyYAML's scanners do not agree.
    assert _nfc(yaml.load(source.read, Loader=yaml.BaseLoader)) == source.data


@quiet
@given(texts)
def test_each_character_of_a_faultless_text_has_its_place(text: str) -> None:
    source = outcome(text)
    if source is None or source.problems:
        return
    for loc, node in source.nodes.items():
        value = source.data if not loc else _at(source.data, loc)
        if node.style in ("", '"'):
            continue
        for offset, letter in enumerate(value):
            mark = source.place(loc, offset)
            if letter not in " \n\t":
                rest = unicodedata.normalize("NFC", source.line(mark.line)[mark.column - 1 :])
                assert rest.startswith(letter)


@quiet
@given(
    st.text(
        st.characters(blacklist_categories=("Cc", "Cs", "Zl", "Zp"), blacklist_characters="\ufffe\uffff\ufeff"),
        max_size=40,
    )
)
def test_any_line_of_text_in_our_quotes_is_read_as_typed(text: str) -> None:
    wanted = unicodedata.normalize("NFC", text)
    row = Row(f"k: {wanted}", "")
    row.change(quoting(row.read, 3, len(row.read)), sure=True)
    source = read(row.read)
    assert (source.data, source.problems) == ({"k": wanted}, ())


def _nfc(value: Any) -> Any:
    if isinstance(value, dict):
        return {_nfc(key): _nfc(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_nfc(each) for each in value]
    return unicodedata.normalize("NFC", value)


def _at(value: Any, loc: tuple[str | int, ...]) -> Any:
    for step in loc:
        value = value[step]
    return value
