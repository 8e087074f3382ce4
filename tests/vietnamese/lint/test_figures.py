"""Zeros in front of counts and dates: all or none."""

from __future__ import annotations

import pytest

from vietnamese.lint.reader import found, marked


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("Khen 04 tập thể, 05 cá nhân và 9 gia đình.", "9"), ("Có 3 ý kiến, 5 tham luận, 04 kiến nghị.", "04"),
        ("Có 04 đồng chí (trong đó 2 đảng viên dự bị), 03 nữ, 05 người.", "2"),
    ],
)  # fmt: skip
def test_the_odd_count_is_marked(text: str, odd: str) -> None:
    assert marked(text, only="mixed-zero-count") == [odd]


@pytest.mark.parametrize(
    "text",
    [
        "Khen 04 tập thể và 24 cá nhân.", "Có 04 đồng chí trong 3 năm, 6 tháng.", "Trung ương 4 khóa XII, 05 chi bộ.",
        "Điều 5 nghị quyết và 04 tập thể.", "Học sinh lớp 5 trường Lê Lợi, 04 người.", "Chi bộ 4 và 05 chi bộ khác.",
        "1.204 người, 04 tập thể, 3,5 người.", "Quận 1, Phòng 5 người; 04 người.", "tháng 3 năm 2023, 04 người",
    ],
)  # fmt: skip
def test_numbers_that_name_or_measure_time_are_no_mixture(text: str) -> None:
    assert marked(text, only="mixed-zero-count") == []


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("Ngày 05/3/2023, 07/3/2023 và 8/3/2023.", "8/3/2023"),
        ("Ngày 15/01/2023, 16/02/2023, 17/1/2023.", "17/1/2023"),
        ("Ngày 15/5/2023, 16/6/2023, 17/07/2023.", "17/07/2023"), ("ngày 5/3, ngày 6/3 và ngày 07/3", "ngày 07/3"),
        ("ngày 05 tháng 9, ngày 06 tháng 9, ngày 7 tháng 9", "ngày 7 tháng 9"),
    ],
)  # fmt: skip
def test_the_odd_date_is_marked(text: str, odd: str) -> None:
    assert marked(text, only="mixed-zero-date") == [odd]


def test_the_message_shows_how_dates_are_written() -> None:
    text = "Ngày 15/01/2023, 16/02/2023, 17/1/2023; 15/5/2023, 16/12/2023, 17/07/2023."
    early, late = found(text, only="mixed-zero-date")
    assert "“…/2” (1×) beside “…/02” (2×)" in early.message
    assert "“…/05” (1×) beside “…/5” (1×)" in late.message


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 05/01/2023 và 05/3/2023.", "Ngày 15/12/2023 và 05/3/2023.",
        "Ngày 05/3/2023 và 10/3/2023.", "số 05/3/2023-QĐ, 1.5/3/2023",
        "tỷ lệ 5/9 và ngày 05/9", "26-27/9/2023 và 05/3/2023", "99/9/2023 và 05/3/2023",
    ],
)  # fmt: skip
def test_dates_of_the_official_form_are_no_mixture(text: str) -> None:
    assert marked(text, only="mixed-zero-date") == []
