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
