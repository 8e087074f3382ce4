"""Warnings stand at their place in the file, and can be silenced there."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from bulletin.load import load, load_text
from bulletin.proofread import CHECKS, Check, proofread
from bulletin.validate import validate
from bulletin.vietnamese.lint import CHECKS as TEXT_CHECKS
from proofread.reader import HEAD, PATH, read, told, warn

ROOT = Path(__file__).resolve().parents[2]


def test_a_faultless_record_is_passed_in_silence() -> None:
    assert warn("") == ()


def test_a_warning_knows_its_file_line_column_and_cure() -> None:
    (problem,) = warn("địa điểm: Phòng họp ; tầng 2\n")
    assert (problem.id, problem.path, problem.line, problem.column) == ("space-before-sign", PATH, 6, 20)
    assert problem.source == "địa điểm: Phòng họp ; tầng 2"
    assert problem.hint


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("nội dung: |\n  Một câu.\n  Các các bạn.\n", 8, 3),
        ('phụ đề: "Họp  tối"\n', 6, 13),
        ("nội dung: >\n  Một câu\n  các các bạn.\n", 8, 3),
        ("thành phần: |\n  Chi ủy\n  Các các tổ\n", 8, 3),
        ("đại biểu:\n  - Trần Mai - Phó phòng ; Nội vụ\n", 7, 25),
        ("nội dung:\n  - mục:\n      - đề mục: Kết quả..\n        lời: Tốt.\n", 8, 24),
        ("xếp loại:\n  - đối tượng: Tổ 1\n    Hoàn thành nhiệm vụ: 2 ..\n", 8, 28),
    ],
)
def test_the_place_is_that_of_the_very_words(text: str, line: int, column: int) -> None:
    (problem,) = warn(text)
    assert (problem.line, problem.column) == (line, column)


def test_spaces_that_are_folded_in_print_are_still_found_in_the_file() -> None:
    assert told("byline: Chí  Quang\n") == [("double-space", 1)]


def test_warnings_stand_in_the_order_of_the_file() -> None:
    problems = warn("ảnh: anh/a.jpg\nđịa điểm: Phòng họp ; hai\nphụ đề: Các các bạn\n")
    places = [(problem.line, problem.column) for problem in problems]
    assert places == sorted(places)
    assert {problem.line for problem in problems} == {6, 7, 8}


def test_what_is_mixed_is_told_over_the_whole_record() -> None:
    photo = "ảnh:\n  tệp: a.jpg\n  chú thích: Quang cảnh hội nghị\n  mô tả: Phòng\n"
    text = "nội dung: Tại Hội nghị, nói. Kết luận Hội nghị.\n" + photo
    assert told(text) == [("mixed-capitals", 4)]


@pytest.mark.parametrize("key", ["bỏ qua", "silence"])
def test_a_warning_is_silenced_by_the_record(key: str) -> None:
    assert told("phụ đề: Các các bạn\n") == [("doubled-word", 1)]
    assert told(f"phụ đề: Các các bạn\n{key}: doubled-word\n") == []


def test_a_warning_is_silenced_by_the_office() -> None:
    assert warn("ảnh: a.jpg\n", silence=("no-alt", "no-caption")) == ()


def test_an_unknown_id_to_silence_is_told_with_the_nearest() -> None:
    (problem,) = warn("bỏ qua:\n  - doubled-word\n  - double-spaces\n")
    assert (problem.id, problem.line) == ("unknown-silence", 8)
    assert "double-space" in problem.hint


def test_the_record_s_own_abbreviations_need_not_be_written_out() -> None:
    assert told("byline: UVBCH\n") == [("unknown-abbreviation", 1)]
    assert told("byline: UVBCH\nchữ viết tắt:\n  UVBCH: Ủy viên Ban Chấp hành\n") == []


def test_the_day_of_the_conference_is_held_against_titles_and_bodies() -> None:
    text = HEAD.replace("tháng 12", "tổng kết năm 2021")
    source = load_text(text, PATH)
    assert [(problem.id, problem.line) for problem in proofread(validate(source), source, {})] == [("title-year", 1)]


def test_texts_of_the_office_s_settings_are_not_told_at_the_record() -> None:
    source = load_text(HEAD.replace("đơn vị: Chi bộ Văn phòng\n", ""), PATH)
    record = validate(source, defaults={"organisation": {"name": "Chi bộ  Văn phòng.."}})
    assert proofread(record, source, {}) == ()


def test_letters_in_pieces_are_told_where_they_stand_in_the_file() -> None:
    source = load_text(HEAD + "phụ đề: " + unicodedata.normalize("NFD", "Hà Nội") + "\n", PATH)
    (problem,) = proofread(validate(source), source, {})
    assert (problem.id, problem.line, problem.column) == ("not-nfc", 6, 10)


def test_a_place_that_is_not_printed_is_not_read() -> None:
    assert told("ảnh:\n  tệp: anh/cac-cac  .jpg\n  chú thích: Tổ 1\n  mô tả: Phòng họp\n") == []


@pytest.mark.parametrize("path", sorted((ROOT / "examples").rglob("*.yaml")), ids=lambda path: path.stem)
def test_the_examples_are_passed_in_silence(path: Path) -> None:
    source = load(path)
    assert proofread(validate(source, defaults={"organisation": {"name": "Sở"}}), source, {}) == ()


def test_there_are_examples() -> None:
    assert len(list((ROOT / "examples").rglob("*.yaml"))) >= 8


def test_all_checks_are_known_by_their_ids() -> None:
    assert set(TEXT_CHECKS) < set(CHECKS)
    assert all(check.id == name and check.about and check.bad and check.good for name, check in CHECKS.items())


@pytest.mark.parametrize("check", CHECKS.values(), ids=list(CHECKS))
def test_every_warning_is_documented_with_its_examples(check: Check) -> None:
    page = (ROOT / "docs" / "warnings.md").read_text(encoding="utf-8")
    section = page.partition(f"\n### {check.id}\n")[2].partition("\n### ")[0]
    plain = section.replace("`&nbsp;`", "&nbsp;").replace("`<br>`", "<br>").lower()
    assert f"*{check.about}".lower() in plain
    assert f"nên tránh: `{_shown(check.bad)}`" in section
    assert f"nên viết: `{_shown(check.good)}`" in section


def test_the_page_of_warnings_names_no_other() -> None:
    page = (ROOT / "docs" / "warnings.md").read_text(encoding="utf-8")
    assert re.findall(r"^### (.+)$", page, re.MULTILINE) == list(CHECKS)


def _shown(example: str) -> str:
    """An example as a page can show it: what nobody sees is spelt out."""
    named = re.sub(r"[\u0300-\u036f\u200b]", lambda sign: f"⟨U+{ord(sign[0]):04X}⟩", example)
    return named.replace("\n", " ⏎ ")


def test_the_same_record_is_read_the_same_way() -> None:
    text = "phụ đề: Các các bạn ; tốt..\nảnh: a.jpg\n"
    assert proofread(*read(text), {}) == proofread(*read(text), {})
