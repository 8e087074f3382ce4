"""Official papers from the command line."""

from __future__ import annotations

import re
from pathlib import Path

import offices

from .conftest import Bulletin

ABOVE = "đơn vị:\n  cấp trên: Đảng bộ xã An Hòa\n  tên: Chi bộ Thôn Đông\n"
PAPER = offices.DRAFT.replace("đơn vị: Chi bộ Thôn Đông\n", ABOVE) + (
    "văn bản:\n  thể thức: đảng\n  loại: TB\n  ngày ban hành: 06/{month}/2025\n  địa danh: An Hòa\n"
    "  trích yếu: kết luận cuộc họp thường kỳ\n  nơi nhận: [Các đảng viên, Lưu Chi bộ]\n"
    "  chữ ký:\n    quyền hạn: T/M Chi bộ\n    chức vụ: Bí thư\n    họ tên: Lê Thị Bình\n"
)  # fmt: skip


def test_a_record_becomes_an_official_paper(bulletin: Bulletin, tmp_path: Path) -> None:
    offices.record(tmp_path, text=PAPER)
    done = bulletin("build", "hop.yaml", "-l", "official", "-e", "standard", "--two-sided")
    assert done.code == 0, done.err
    assert done.out.startswith(f"{Path('out', 'hop.official.pdf')}: 1 page")


def test_check_looks_at_the_paper_where_there_is_one(bulletin: Bulletin, tmp_path: Path) -> None:
    offices.record(tmp_path, text=PAPER.replace("T/M Chi bộ", "K/T Bí thư"))
    done = bulletin("check", "hop.yaml")
    assert done.code == 4
    assert "K/T is not used for a committee" in done.out
    assert done.out.endswith("hop.yaml: 1 fault\n")


def test_a_faulty_paper_does_not_stop_the_news(bulletin: Bulletin, tmp_path: Path) -> None:
    offices.record(tmp_path, text=PAPER.replace("T/M Chi bộ", "K/T Bí thư"))
    assert bulletin("build", "hop.yaml", "-l", "news", "-e", "standard").code == 0
    done = bulletin("build", "hop.yaml", "-l", "official", "-e", "standard")
    assert done.code == 4
    assert "hop.yaml:18:16: K/T is not used" in done.err


def test_a_record_without_a_document_is_told_once(bulletin: Bulletin, tmp_path: Path) -> None:
    offices.record(tmp_path)
    done = bulletin("build", "hop.yaml", "-l", "official")
    assert done.code == 4
    assert done.err.count("says nothing of an official document") == 1


def test_the_paper_of_the_guide_can_be_made(bulletin: Bulletin, tmp_path: Path) -> None:
    guide = (Path(__file__).parent.parent.parent / "docs" / "huong-dan.md").read_text(encoding="utf-8")
    news, paper = (re.search(rf"```yaml\n({start}.*?)```", guide, re.DOTALL) for start in ("tiêu đề:", "đơn vị:"))
    assert news
    assert paper
    text = news[1].partition("ảnh:")[0].replace("đơn vị: Chi bộ Thôn Đông\n", "")
    text = "".join(line for line in text.splitlines(keepends=True) if "[ảnh" not in line)
    (tmp_path / "hop.yaml").write_text(text + paper[1], encoding="utf-8")
    done = bulletin("build", "hop.yaml", "-l", "official", "-e", "standard")
    assert done.code == 0, done.err
