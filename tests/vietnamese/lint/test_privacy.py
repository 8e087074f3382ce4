"""Personal data are marked, and never repeated in the message."""

from __future__ import annotations

import pytest

from vietnamese.lint.reader import found, marked


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("sinh ngày 05/3/1980", "birth"), ("Sinh 5-3-1980", "birth"), ("ngày, tháng, năm sinh: 05/3/1980", "birth"),
        ("sinh ngày 05 tháng 3 năm 1980", "birth"),
        ("số CCCD: 001080012345", "identity"), ("CMND số 012345678", "identity"),
        ("căn cước công dân 001 080 012 345", "identity"), ("mã 001080012345", "identity"),
        ("số thẻ đảng viên 12.345678", "Party card"), ("điện thoại 0912345678", "telephone"),
        ("ĐT: 0912 345 678", "telephone"), ("gọi 0912.345.678", "telephone"), ("+84 912 345 678", "telephone"),
        ("số tài khoản 0101 234 567 890", "account"), ("STK: 19012345678901", "account"),
        ("nơi thường trú: thôn Đoài", "home"), ("hộ khẩu thường trú tại xã A", "home"),
    ],
)  # fmt: skip
def test_personal_data_are_marked_by_their_kind_alone(text: str, kind: str) -> None:
    (finding,) = found(f"Đồng chí Lê Nam, {text}.", only="personal-data")
    assert kind in finding.message
    assert not any(digits in finding.message for digits in ("1980", "345", "678"))


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 29/12/2023, học sinh dự lễ.", "Sinh hoạt chi bộ ngày 05/3/2023.", "Thu 278.330.912.345 đồng.",
        "Quyết định số 0912/QĐ-UBND.", "Mở 1.250 tài khoản thanh toán.", "Điện thoại cơ quan: 024 3567 0012.",
        "Số 012345678", "Trao 350 thẻ bảo hiểm y tế.", "cư trú hợp pháp", "Thẻ đảng viên được đổi trong năm 2023.",
    ],
)  # fmt: skip
def test_dates_sums_and_offices_numbers_are_no_personal_data(text: str) -> None:
    assert marked(text, only="personal-data") == []
