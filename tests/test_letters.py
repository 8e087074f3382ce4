from __future__ import annotations

from pathlib import Path

import pytest

import printable
from bulletin import assets
from bulletin.letters import unprintable
from bulletin.load import load_text
from bulletin.validate import validate

LETTERS = "".join(chr(code) for code in range(0x1EA0, 0x1EFA)) + "ĂÂĐÊÔƠƯăâđêôơư"


def found(text: str) -> list[tuple[int, int, str]]:
    source = load_text(text, Path("a.yaml"))
    problems = unprintable(validate(source), source)
    return [(problem.line, problem.column, problem.message) for problem in problems]


def record(title: str, text: str = "Hội nghị kết thúc.") -> str:
    return f"tiêu đề: {title}\nngày: 29/12/2023\nđơn vị: Chi bộ\nnội dung: |\n  {text}\n"


def test_the_table_of_letters_is_that_of_the_fonts() -> None:
    assert (assets.fonts_folder() / "coverage.txt").read_text(encoding="ascii") == printable.text()


def test_all_vietnamese_letters_and_common_signs_can_be_printed() -> None:
    assert found(record(LETTERS, "“Đạt” ≥ 95,5% – 1/2 ± 3 °C… 5 × 4 − 2 ≤ 18 • § №")) == []


@pytest.mark.parametrize("letter", ["😀", "★", "中", "✓"])
def test_a_letter_that_no_font_has_is_told_with_its_place(letter: str) -> None:
    ((line, column, message),) = found(record("Tổng kết", f"Kết quả {letter} tốt, {letter}."))
    assert (line, column) == (5, 11)
    assert letter in message


def test_what_is_only_spoken_need_not_be_printed() -> None:
    photo = "ảnh:\n  tệp: a.jpg\n  chú thích: Hội trường\n  mô tả: Ngôi sao ★\n"
    assert found(record("Tổng kết") + photo) == []
