"""Lines of running text: wrapped by hand, and how they end."""

from __future__ import annotations

import pytest

from vietnamese.lint.reader import found, marked

SENTENCE = "Toàn thể đảng viên quyết tâm hoàn thành tốt nhiệm vụ năm tới"


def test_a_wrapped_text_is_told_once_with_the_number_of_lines() -> None:
    (finding,) = found("Đảng ủy cùng\nchính quyền và\nđoàn thể họp.", only="looks-wrapped")
    assert finding.start == len("Đảng ủy cùng\n")
    assert "2×" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "Một câu.\nhai câu.", "Gồm:\nmột;\nhai.", "Gồm\n- một\n- hai", "Gồm\na) một\nb) hai", "Một câu\nHai câu",
        "Khai mạc\n\n[ảnh: le-ket-nap]\nBế mạc.", "Gồm\n1. một",
    ],
)  # fmt: skip
def test_sentences_list_items_and_photos_are_not_wrapped(text: str) -> None:
    assert marked(text, only="looks-wrapped") == []


def test_only_running_text_can_be_wrapped() -> None:
    assert marked("Một câu\nhai câu", kind="line", only="looks-wrapped") == []


@pytest.mark.parametrize(("text", "slashes"), [("Hết./.", "./."), ("Hết. /.", ". /."), ("trật tự.../.", "./.")])
def test_slashes_at_the_end_are_marked(text: str, slashes: str) -> None:
    assert marked(text, only="end-slashes") == [slashes]


def test_a_slash_between_words_is_left_alone() -> None:
    assert marked("Các xã/phường. 1/2. 3", only="end-slashes") == []


def test_a_last_sentence_without_a_stop_is_marked() -> None:
    assert marked(f"{SENTENCE}.\n{SENTENCE}\n", only="no-end-stop") == ["i"]


@pytest.mark.parametrize(
    "text",
    [
        f"{SENTENCE}.", f"{SENTENCE}!", f"{SENTENCE}…", f"{SENTENCE}\n{SENTENCE}.", f"- {SENTENCE}", f"1. {SENTENCE}",
        "Chí Quang thực hiện", "Tin, ảnh: Nguyễn Văn A, Trần Thị B, Lê Văn C và các cộng tác viên",
        "Quang cảnh Hội nghị",
        f"“{SENTENCE}”", "",
    ],
)  # fmt: skip
def test_ends_that_need_no_stop_are_left_alone(text: str) -> None:
    assert marked(text, only="no-end-stop") == []


def test_lines_and_captions_need_no_stop() -> None:
    assert marked(SENTENCE, kind="caption", only="no-end-stop") == []
