from __future__ import annotations

import os
import tracemalloc
import unicodedata
from pathlib import Path

import pytest

from bulletin import messages
from bulletin.errors import RecordError
from bulletin.load import load, load_text, mended
from bulletin.load.outline import Outline

from .reading import PATH, faults, read


def refusal(path: Path) -> str:
    with pytest.raises(RecordError) as caught:
        load(path)
    assert len(caught.value.problems) == 1
    assert caught.value.problems[0].path == path
    assert caught.value.problems[0].hint
    return caught.value.problems[0].id


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.yaml") == "file-missing"
    (tmp_path / "file").write_text("a: b", encoding="utf-8")
    assert refusal(tmp_path / "file" / "none.yaml") == "file-missing"


def test_a_folder_or_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    assert refusal(tmp_path / "pipe.yaml") == "file-not-regular"
    assert refusal(tmp_path) == "file-not-regular"


def test_a_name_that_cannot_be_one_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / ("x" * 300)) == "file-unreadable"


def test_a_file_may_have_one_mebibyte_and_no_more(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    note = "# " + "x" * 100 + "\n"
    text = "a: b\n" + note * ((1024 * 1024 - 5) // len(note))
    path.write_text(text + "#" * (1024 * 1024 - len(text)), encoding="utf-8")
    assert load(path).data == {"a": "b"}
    path.write_text(path.read_text(encoding="utf-8") + "#", encoding="utf-8")
    assert refusal(path) == "file-too-large"


def test_a_text_is_measured_in_bytes_as_well() -> None:
    with pytest.raises(RecordError) as caught:
        load_text("a: " + "ộ" * 400_000, PATH)
    assert caught.value.problems[0].id == "file-too-large"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_mark_do_not_matter(tmp_path: Path, end: str, mark: str) -> None:
    path = tmp_path / "a.yaml"
    text = mark + end.join(["tiêu đề: A", "nội dung: |", "  Một", "  Hai", "b: c: d", ""])
    path.write_bytes(text.encode())
    source = load(path)
    assert source.data == {"tiêu đề": "A", "nội dung": "Một\nHai\n", "b": "c: d"}
    assert source.text == "tiêu đề: A\nnội dung: |\n  Một\n  Hai\nb: c: d\n"
    assert [(problem.line, problem.column) for problem in source.problems] == [(5, 5)]
    assert mended(source) == text.replace("b: c: d", 'b: "c: d"')


@pytest.mark.parametrize(
    "value",
    [
        "08",
        "no",
        "yes",
        "8:30",
        "1.10",
        "~",
        "null",
        "true",
        "0243567012",
        "1e3",
        "0x1F",
        ".5",
        "2023-12-29",
        "=",
        "<<",
        "5.186.287",
        "1_000",
    ],
)
def test_every_value_is_kept_as_typed(value: str) -> None:
    source = read(f"a: {value}\nb:\n  - {value}\nc: [{value}]\n{value}: d\n")
    data = source.data
    assert (data["a"], data["b"], data["c"]) == (value, [value], [value])
    assert value in data or value == "<<"


def test_what_has_no_value_is_an_empty_text() -> None:
    assert read("a:\nb: ''\nc:\n  -\n  - x\nd: {e: }\nf: []\ng: {}\n").data == {
        "a": "", "b": "", "c": ["", "x"], "d": {"e": ""}, "f": [], "g": {},
    }  # fmt: skip


def test_text_is_brought_to_nfc_keys_too() -> None:
    source = read(unicodedata.normalize("NFD", "tiêu đề: Hội nghị\n"))
    assert source.data == {"tiêu đề": "Hội nghị"}
    assert source.text == "tiêu đề: Hội nghị\n"
    assert read('a: "o\\u0302"\n').data == {"a": "ô"}


def test_columns_are_those_of_the_file_not_of_nfc() -> None:
    line = unicodedata.normalize("NFD", "tiêu đề: Hội nghị: sơ kết")
    (problem,) = read(line).problems
    assert line[problem.column - 1] == ":"
    assert problem.column == line.rindex(":") + 1


def test_a_mend_leaves_other_letters_as_they_stand_in_the_file() -> None:
    text = unicodedata.normalize("NFD", "tiêu đề: Hội nghị: sơ kết\nngày: một\n")
    assert mended(read(text)) == text.replace(": H", ': "H').replace("kế", "kế").replace("\nng", '"\nng')


def test_a_file_without_faults_is_mended_to_itself() -> None:
    text = "\ufeffa: b \r\n\r\n# ghi chú\n\tc: 'd'\r"
    assert mended(read("\ufeffa: b \r\n\r\n# ghi chú\nc: 'd'\r")) == text.replace("\t", "")


def test_a_mend_that_leaves_doubt_is_not_written() -> None:
    text = "a: b # c\nd: e: f\n"
    assert mended(read(text)) == 'a: b # c\nd: "e: f"\n'


def test_all_faults_are_told_at_once_in_the_order_of_the_file() -> None:
    text = "a: b: c\nb: @x\nb: 2\nc:d\ne: *x # y\nf: [a: b]\n"
    assert [line for line, _, _ in faults(text)] == [1, 2, 3, 4, 5, 6]


def test_a_line_that_no_trap_explains_is_told_and_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Outline, "walk", lambda _: None)
    source = read("a: b\nc: d: e\nf:\n  g: [h\n\n")
    assert source.data == {"a": "b", "f": ""}
    assert [(problem.line, problem.column, problem.id) for problem in source.problems] == [
        (2, 5, "unreadable"), (4, 3, "unreadable"),
    ]  # fmt: skip


def test_the_scanner_is_started_anew_only_so_often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Outline, "walk", lambda _: None)
    with pytest.raises(RecordError) as caught:
        read("a: b: c\n" * 50)
    assert len(caught.value.problems) < 50
    assert caught.value.problems[-1].id == "too-many-faults"


def test_one_hundred_faults_are_told_and_one_more_ends_the_reading() -> None:
    assert len(read("".join(f"k{n}: a: b\n" for n in range(100))).problems) == 100
    with pytest.raises(RecordError) as caught:
        read("".join(f"k{n}: a: b\n" for n in range(101)))
    assert len(caught.value.problems) == 101
    assert caught.value.problems[-1].id == "too-many-faults"


def test_too_many_refusals_are_told_as_well() -> None:
    with pytest.raises(RecordError) as caught:
        read("a: b\n" * 200)
    assert [problem.id for problem in caught.value.problems[-2:]] == ["key-twice", "too-many-faults"]


BOMB = "a0: &a0 {x: y}\n" + "".join(f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 5)}]}}\n" for n in range(1, 14))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (BOMB, "merge-key"),
        ("a: " + "[" * 50_000, "too-deep"),
        ("a:\n  " + "[\n  " * 50_000, "too-deep"),
        ("a:\n  " + "- " * 50_000, "too-deep"),
        ("a: " + "{a: " * 50_000, "too-deep"),
    ],
    ids=["bomb", "brackets", "bracket-lines", "dashes", "braces"],
)
def test_a_bomb_is_refused_in_little_memory(text: str, wanted: str) -> None:
    tracemalloc.start()
    try:
        found = faults(text)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert wanted in {id_ for _, _, id_ in found}
    assert peak < 200 * 1024 * 1024


def test_the_bomb_is_small() -> None:
    assert len(BOMB) < 700


def test_faults_are_told_in_the_language_of_the_reader() -> None:
    english = read("a: b: c\n").problems[0]
    messages.speak("vi")
    vietnamese = read("a: b: c\n").problems[0]
    assert english.message == "a text with a colon in it needs quotes"
    assert (vietnamese.id, vietnamese.line, vietnamese.column) == (english.id, english.line, english.column)
