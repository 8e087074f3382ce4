"""The program's own large prints keep every rule."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from bulletin import Edition, build, pipeline
from bulletin.load import load_text
from bulletin.loupe import examined
from bulletin.validate import validate

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.mark.slow
@pytest.mark.parametrize("name", ["tong-ket-2023", "hoi-nghi-vien-chuc"])
@pytest.mark.parametrize(
    "edition",
    [Edition.named("large-print"), Edition.named("giant-print"), Edition.named("standard").zoomed(150)],
    ids=["large-print", "giant-print", "zoom 150"],
)
def test_our_large_print_has_no_finding(name: str, edition: Edition) -> None:
    dossier = pipeline.open_record(EXAMPLES / f"{name}.yaml")
    bulletin = build(dossier.record, edition, settings=dossier.settings, photos=dossier.photos)
    found = examined(bulletin.pdf)
    assert [(verdict.rule, verdict.places[:3]) for verdict in found.broken] == []
    assert found.print.cut_short == ""
    assert found.measures.leading_em >= 1.4


RECORD = """\
tiêu đề: Đảng ủy Sở Nội vụ tổng kết công tác năm 2024
đơn vị: {cấp trên: Đảng ủy Khối các cơ quan tỉnh, tên: Đảng bộ Sở Nội vụ, ký hiệu: ĐU}
ngày: 27/12/2024
phạm vi: xem xong trả lại
nội dung:
  - đề mục: Kết quả
    lời: Năm 2024, Đảng bộ có 12 chi bộ với 187 đảng viên. Có 11 chi bộ hoàn thành tốt nhiệm vụ trở lên.
    mục:
      - đề mục: Xây dựng Đảng
        lời: Kết nạp 09 đảng viên.
        mục:
          - {đề mục: Về tư tưởng, lời: Mở 03 lớp bồi dưỡng.}
          - {đề mục: Về tổ chức, lời: Kiện toàn 02 chi ủy.}
      - {đề mục: "Kiểm tra, giám sát", lời: Kiểm tra 04 chi bộ.}
  - {đề mục: Phương hướng, lời: Tập trung sắp xếp tổ chức bộ máy.}
"""


@pytest.mark.parametrize("layout", ["news", "newsletter", "poster"])
@pytest.mark.parametrize("edition", ["large-print", "giant-print"])
def test_parts_in_parts_and_a_note_of_circulation_keep_the_rules_too(layout: str, edition: str) -> None:
    record = validate(load_text(RECORD, Path("a.yaml")))
    made = build(record, Edition.named(edition), layout=layout, photos={}, printed_on=dt.date(2024, 12, 30))
    assert [(verdict.rule, verdict.places[:3]) for verdict in examined(made.pdf).broken] == []


@pytest.mark.slow
def test_our_standard_print_is_no_large_print() -> None:
    dossier = pipeline.open_record(EXAMPLES / "tin-ngan.yaml")
    bulletin = build(dossier.record, Edition.named("standard"), settings=dossier.settings, photos=dossier.photos)
    found = examined(bulletin.pdf)
    assert {"ukaaf-size", "acb-size", "ukaaf-sans", "acb-margins"} <= {verdict.rule for verdict in found.broken}
