"""Chains of abbreviations are told unless the record says what they mean."""

from __future__ import annotations

import pytest

from bulletin.vietnamese.lint import Passage, lint
from vietnamese.lint.reader import found, marked


@pytest.mark.parametrize(
    ("chain", "full"),
    [
        ("UVBCH", "Ủy viên Ban Chấp hành"), ("PBTĐU", "Phó Bí thư Đảng ủy"), ("CTUBND", "Chủ tịch Ủy ban nhân dân"),
        ("HTXSNV", "hoàn thành xuất sắc nhiệm vụ"), ("UVBTVĐU", "Ủy viên Ban Thường vụ Đảng ủy"),
    ],
)  # fmt: skip
def test_a_chain_is_told_with_its_meaning(chain: str, full: str) -> None:
    (finding,) = found(f"Có đồng chí Lê Nam - {chain}.", f"{chain} nói.", only="unknown-abbreviation")
    assert (finding.passage, finding.start) == (0, 21)
    assert "2×" in finding.message
    assert f"{full} ({chain})" in finding.hint


@pytest.mark.parametrize(
    "texts",
    [
        ("Lê Nam - UVBCH.", "Các ủy viên Ban Chấp hành dự họp."), ("Ủy viên cấp ủy (UVBCH) dự. UVBCH nói.",),
        ("UVBCH (ủy viên) dự.",), ("UBND, HĐND, MTTQ, THPT, GDĐT",), ("Số 05-QC/BTCTU-BNCTU",), ("12-NQ/PBTĐU",),
        ("HỘI NGHỊ TỔNG KẾT CÔNG TÁC",), ("ZOOM, BIDV, VNPT, PVOIL, ASEAN, COVID",), ("Khóa XVII, XVIII",), ("TUV",),
    ],
)  # fmt: skip
def test_what_is_written_out_or_well_known_or_a_code_is_left_alone(texts: tuple[str, ...]) -> None:
    assert marked(*texts, only="unknown-abbreviation") == []


def test_the_record_s_own_abbreviations_are_known() -> None:
    passages = [Passage("Lê Nam - UVBCH.", "line", "chairs.titles")]
    assert [finding.id for finding in lint(passages)] == ["unknown-abbreviation"]
    assert lint(passages, known=["UVBCH"]) == ()
