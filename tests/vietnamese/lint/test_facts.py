"""Years and bodies are held against the day of the conference."""

from __future__ import annotations

import datetime as dt

import pytest

from vietnamese.lint.reader import marked

TITLES_THAT_FIT = [
    ("Tổng kết công tác năm 2023", "2023-12-29"),
    ("Tổng kết công tác năm 2023", "2024-01-15"),
    ("Tổng kết công tác năm 2023, triển khai nhiệm vụ năm 2024", "2023-12-29"),
    ("Triển khai nhiệm vụ năm 2024", "2023-07-01"),
    ("Giao ước thi đua năm 2024", "2023-11-01"),
    ("Đại hội nhiệm kỳ 2025 - 2030", "2024-06-01"),
    ("Đại hội nhiệm kỳ 2020-2025", "2024-06-01"),
    ("Khai giảng năm học 2023 - 2024", "2022-09-05"),
    ("Quán triệt Luật Đất đai năm 2024", "2026-03-01"),
    ("Kỷ niệm ngày thành lập 03/02/1930", "2026-02-03"),
    ("Tầm nhìn đến năm 2045", "2026-02-03"),
    ("Nghị quyết Đại hội XIII năm 2021 của Đảng", "2026-02-03"),
    ("Hội nghị sơ kết", "2026-02-03"),
]
TITLES_THAT_DO_NOT = [
    ("Tổng kết công tác năm 2021", "2023-12-29", "2021"),
    ("Tổng kết công tác năm 2022", "2023-12-29", "2022"),
    ("Tổng kết công tác năm 2025", "2023-12-29", "2025"),
    ("Hội nghị tháng 6/2022", "2023-06-29", "2022"),
    ("Hội nghị ngày 29/12/2022", "2023-12-29", "2022"),
    ("Sơ kết quý III năm 2032", "2023-10-02", "2032"),
    ("Tổng kết công tác năm 2024", "2023-06-30", "2024"),
]


@pytest.mark.parametrize(("title", "date"), TITLES_THAT_FIT)
def test_a_year_that_fits_is_left_alone(title: str, date: str) -> None:
    assert marked(title, kind="title", date=dt.date.fromisoformat(date), only="title-year") == []


@pytest.mark.parametrize(("title", "date", "year"), TITLES_THAT_DO_NOT)
def test_a_year_that_does_not_fit_is_marked(title: str, date: str, year: str) -> None:
    assert marked(title, kind="title", date=dt.date.fromisoformat(date), only="title-year") == [year]


def test_years_outside_the_title_are_not_looked_at() -> None:
    assert marked("Tổng kết công tác năm 2021.", kind="text", only="title-year") == []


AFTER = dt.date(2025, 9, 15)


@pytest.mark.parametrize(
    "body",
    [
        "Huyện ủy", "quận uỷ", "UBND huyện", "HĐND thị xã", "Đảng ủy Khối", "đảng đoàn", "ban cán sự đảng",
        "Huyện đoàn", "Đảng bộ huyện", "Ủy ban nhân dân quận", "Ban Dân vận", "Ban Tuyên giáo",
    ],
)  # fmt: skip
def test_a_body_that_ended_is_marked_in_a_later_record_alone(body: str) -> None:
    text = f"Đồng chí đại diện {body} phát biểu."
    assert marked(text, date=AFTER, only="ended-body") == [body]
    assert marked(text, date=dt.date(2025, 6, 30), only="ended-body") == []
    assert marked(text, date=None, only="ended-body") == []


@pytest.mark.parametrize(
    "text",
    [
        "Đồng chí là nguyên Bí thư Huyện ủy.", "Trước đây, UBND huyện quản lý chợ.", "Năm 2019, Huyện ủy tặng cờ.",
        "Đảng ủy Khối đã kết thúc hoạt động.", "Ban Tuyên giáo và Dân vận hướng dẫn.", "Quận 1, huyện đảo Cô Tô.",
        "Nhiệm kỳ 2020 - 2025, Đảng bộ huyện có 32 chi bộ.",
    ],
)  # fmt: skip
def test_the_past_may_be_spoken_of(text: str) -> None:
    assert marked(text, date=AFTER, only="ended-body") == []


def test_the_past_of_another_sentence_does_not_count() -> None:
    assert marked("Trước đây thì khác. Nay Huyện ủy giao việc.", date=AFTER, only="ended-body") == ["Huyện ủy"]
