"""Pages for the web, made once for all tests that look at them."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from pathlib import Path

from bulletin import pipeline
from bulletin.edition import Edition

ROOT = Path(__file__).resolve().parents[2]
TODAY = dt.date(2026, 11, 23)
KEPT = ("no-press", "recall", "return")
"""Scopes of which no page is made."""


@cache
def opened(record: Path) -> pipeline.Dossier:
    return pipeline.open_record(record)


@cache
def made(record: Path, edition: str = "standard") -> str:
    """The page of a record."""
    dossier = opened(record)
    page = pipeline.publish(
        dossier.record, Edition.named(edition), layout="news", settings=dossier.settings, photos=dossier.photos,
        printed_on=TODAY,
    )  # fmt: skip
    return page.html.decode()


def examples() -> list[Path]:
    """The examples that may be published."""
    kept = re.compile(r"^phạm vi: (?:thu hồi|xem xong trả lại|không đăng báo chí)$", re.MULTILINE)
    found = sorted((ROOT / "examples").rglob("*.yaml"))
    return [path for path in found if not kept.search(path.read_text(encoding="utf-8"))]


HOSTILE = """\
tiêu đề: '</title><script>hacked=1</script> "họp" & bàn'
phụ đề: "</style><script>hacked=2</script>"
ngày: 05/9/2025
đơn vị:
  cấp trên: "<img src=x onerror=hacked=3>"
  tên: "Chi bộ \\\\\\" onmouseover=hacked=4 x=\\\\\\""
chủ trì: "<b>Lê Thị Bình</b>, Bí thư Chi bộ"
địa điểm: "<iframe src=javascript:hacked=5></iframe>"
sapô: 'Dấu "ngoặc" và url(x) và style="color:red" và <!-- chú thích'
đường dẫn: https://chi-bo.example.vn/"><script>hacked=6</script>
nội dung:
  - đề mục: "]]><svg onload=hacked=7>"
    nội dung: |
      **{{ 7 * 7 }}** và {% raw %} không phải mã lệnh; <a href="javascript:hacked=8">bấm vào</a>.
      src="bulletin:photo/1" và bulletin:photo/2 cũng chỉ là chữ.
    bảng:
      tên: '"><script>hacked=9</script>'
      cột: ["</td><script>hacked=10</script>", B]
      hàng:
        - ["' onclick='hacked=11", "&lt;script&gt;"]
ảnh:
  - tệp: a.jpg
    chú thích: '"><script>hacked=12</script>'
    mô tả: '" onerror="hacked=13'
"""
"""A record that would take over a page which lets it."""

CROWDED = """\
tiêu đề: Đảng bộ Trường Trung học phổ thông chuyên Nguyễn Bỉnh Khiêm tổng kết phong trào thi đua yêu nước
ngày: 05/9/2025
đơn vị: ĐẢNG BỘ TRƯỜNG TRUNG HỌC PHỔ THÔNG CHUYÊN NGUYỄN BỈNH KHIÊM
đường dẫn: https://truong-thpt-chuyen-nguyen-binh-khiem.example.vn/tin-tuc/2025/09/tong-ket-phong-trao-thi-dua-yeu-nuoc
nội dung:
  - đề mục: Kết quả thi đua của 12 tháng
    nội dung: |
      1. Việc thứ nhất, theo Quyết định số 1234/QĐ-SGDĐT, ngày 05/9/2025:
      - Nghiêng là *chữ nghiêng*, đậm là **chữ đậm**.
      a) Việc nhỏ, 1.250.000.000.000 đồng.
      > Lời của người xưa để lại cho người nay.
    bảng:
      tên: Số đăng ký từng tháng
      cột: [Đơn vị, Tháng 1, Tháng 2, Tháng 3, Tháng 4, Tháng 5, Tháng 6, Tháng 7, Tháng 8, Tháng 9, Tháng 10, Tháng 11]
      hàng:
        - [Tổ Toán - Tin học, 1.250, 1.251, 1.252, 1.253, 1.254, 1.255, 1.256, 1.257, 1.258, 1.259, 1.260]
        - [Tổ Ngữ văn, 98, 97, 96, 95, 94, 93, 92, 91, 90, 89, 88]
ảnh:
  - tệp: [1.jpg, 2.jpg, 3.jpg, 4.jpg, 5.jpg, 6.jpg, 7.jpg, 8.jpg, 9.jpg]
    chú thích: Chín ảnh đủ mọi khổ
  - tệp: 10.jpg
    tâm điểm: [20, 80]
    chú thích: Một ảnh có tâm
kết nạp: [Nguyễn Thị Minh Khai, Lê Hồng Phong, Trần Phú, Hà Huy Tập, Nguyễn Văn Cừ, Võ Văn Tần]
"""
"""A record with a table of twelve columns, photos of all shapes, long names and a long address."""
SHAPES = ((300, 200), (200, 300), (1000, 200), (200, 1000), (300, 300), (400, 300), (300, 400), (640, 360), (90, 60),
          (400, 320))  # fmt: skip
