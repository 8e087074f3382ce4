"""Small offices for tests: a folder with records that build in a moment."""

from __future__ import annotations

from pathlib import Path

DRAFT = """\
tiêu đề: Chi bộ Thôn Đông họp thường kỳ tháng {month}
ngày: 05/{month}/2025
đơn vị: Chi bộ Thôn Đông
chủ trì: Lê Thị Bình, Bí thư Chi bộ
nội dung: |
  Chi bộ nghe tình hình trong thôn và bàn việc làm đường bê tông.
  Các đảng viên nhận việc vận động từng nhà hiến đất.
"""

APPROVED = DRAFT + "trạng thái: duyệt\nngười duyệt: Lê Thị Bình\nngày duyệt: 06/{month}/2025\n"

FAULTY = "tiêu đề: Họp: thường kỳ\nngày: 32/9/2025\nđơn vị: Chi bộ Thôn Đông\nnội dung: * Việc làm đường\n"
"""Three faults, of which the first and the last can be mended."""


def record(folder: Path, name: str = "hop.yaml", text: str = DRAFT, *, month: int = 9) -> Path:
    """Write a record."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text.format(month=month), encoding="utf-8")
    return path


def settings(folder: Path, text: str) -> Path:
    """Write a `bulletin.toml`."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "bulletin.toml"
    path.write_text(text, encoding="utf-8")
    return path
