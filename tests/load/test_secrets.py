"""A file that is marked as a state secret is refused before anything else is told of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletin.errors import Problem, RecordError
from bulletin.load import load, load_text

PATH = Path("record.yaml")


def refused(text: str) -> tuple[Problem, ...]:
    with pytest.raises(RecordError) as caught:
        load_text(text, PATH)
    return caught.value.problems


@pytest.mark.parametrize(
    "text",
    [
        "độ mật: Mật\n", "tiêu đề: Kế hoạch: A\nđộ mật: Tối mật\n\t- hỏng: [\n",
        "nội dung: |\n  TUYỆT MẬT\n  Kế hoạch A\n", "tiêu đề: a\ntiêu đề: b\nMẬT\n", "MẬT\nKế hoạch A: ngày 5\n",
    ],
)  # fmt: skip
def test_only_the_mark_is_told_and_nothing_of_what_stands_there(text: str) -> None:
    problems = refused(text)
    assert {problem.id for problem in problems} == {"state-secret"}
    for problem in problems:
        assert problem.path == PATH
        assert problem.line
        assert problem.source == ""
        assert problem.mend is None
        assert "Kế hoạch" not in problem.message + problem.hint + str(problem)


@pytest.mark.parametrize(
    ("text", "line", "key"),
    [
        ("tiêu đề: A\nđộ mật: Mật\n", 2, "độ mật"),
        ("tiêu đề: A\nnội dung: |\n  Một.\n  MẬT\n", 4, "nội dung"),
        ("photos:\n- file: a.jpg\n  caption: MẬT\n", 3, "photos"),
        ("thành phần:\n- MẬT\n", 2, "thành phần"),
    ],
)
def test_the_line_and_the_key_of_the_record_are_named(text: str, line: int, key: str) -> None:
    [problem] = refused(text)
    assert problem.line == line
    assert f"“{key}”" in problem.message


@pytest.mark.parametrize("text", ["Kế hoạch A: ngày 5\n  MẬT\n", "tiêu đề: A\nMẬT\n", "Họp kín: MẬT\n", "MẬT\n"])
def test_a_key_that_is_none_of_a_record_or_not_the_marks_is_not_named(text: str) -> None:
    [problem] = refused(text)
    assert "“" not in problem.message


def test_all_marks_of_a_file_are_told() -> None:
    assert [problem.line for problem in refused("độ mật: Mật\nsapô: A\nphụ đề: TỐI MẬT\n")] == [1, 3]


def test_a_file_that_is_not_utf8_is_looked_at_too(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes("độ mật: Mật\nphụ đề: K\u1ebf hoạch ".encode() + b"\xff\n")
    with pytest.raises(RecordError) as caught:
        load(path)
    assert [(problem.id, problem.source) for problem in caught.value.problems] == [("state-secret", "")]


def test_a_file_without_marks_is_read() -> None:
    assert load_text("độ mật: không\ntiêu đề: Bảo vệ bí mật nhà nước\n", PATH).data["độ mật"] == "không"
