from __future__ import annotations

import pytest

from bulletin.model import words
from bulletin.model.fixed import Words
from bulletin.vietnamese.text import fold

TABLES = {name: table for name, table in vars(words).items() if isinstance(table, Words)}


@pytest.mark.parametrize("name", TABLES)
def test_no_spelling_of_a_table_means_two_words(name: str) -> None:
    meant: dict[str, str] = {}
    for word, others in TABLES[name].table.items():
        for spelling in (word, *others):
            assert meant.setdefault(fold(spelling), word) == word


@pytest.mark.parametrize("name", TABLES)
def test_every_word_is_read_in_both_languages(name: str) -> None:
    for word, others in TABLES[name].table.items():
        assert others, "each word is shown in Vietnamese"
        for spelling in (word, *others):
            assert TABLES[name].read(spelling) == word
            assert TABLES[name].read(spelling.upper().replace(" ", "_")) == word


def test_every_kind_has_the_word_that_is_printed() -> None:
    assert set(words.EVENTS) == set(words.KINDS.table)
    assert all(words.EVENTS.values())


def test_the_kinds_are_those_that_are_promised() -> None:
    promised = {
        "hội nghị": "conference", "tổng kết": "year-end-review", "sơ kết": "midterm-review", "kiểm điểm": "self-review",
        "quán triệt": "study", "đại hội": "congress", "ban chấp hành": "committee", "sinh hoạt chi bộ": "cell-meeting",
        "kết nạp": "admission", "công bố quyết định": "decision", "trao tặng": "award", "khen thưởng": "award",
        "ký kết": "signing", "tập huấn": "training", "họp": "meeting", "làm việc": "meeting", "đối thoại": "dialogue",
        "gặp mặt": "commemoration", "kỷ niệm": "commemoration", "hội nghị cán bộ": "staff", "giao ban": "briefing",
        "tọa đàm": "roundtable", "toạ đàm": "roundtable", "báo cáo": "report", "bài phát biểu": "report",
    }  # fmt: skip
    assert {typed: words.KINDS.read(typed) for typed in promised} == promised
    assert set(promised.values()) == set(words.KINDS.table)


def test_only_no_secrecy_is_a_word_of_its_table() -> None:
    assert set(words.SECRECY.table) == {"none"}
