from __future__ import annotations

from pathlib import Path

import pytest

from bulletin.cli import commands
from bulletin.loupe import CHOICES, RULES
from loupe.pages import MORE, TEXT, page, written

from .conftest import Bulletin

BAD = page(
    "<h1 style='text-align:center;font:24pt/1.4 Noto Sans'>TIN VUI CỦA CHI BỘ<br>TRƯỜNG TIỂU HỌC</h1>"
    f"<p>{TEXT}</p><p style='font-size:13pt;color:#777'>{MORE}</p>"
)

ENGLISH = """\
tin.pdf: 1 page, 210 × 297 mm
  text 18.0 pt · smallest 13.0 pt · line spacing 1.50 · contrast 4.5:1
  margins: above 27, left 26, right 28 mm · 1 column · fonts: Noto-Sans
  rules: 6 not met, 15 met
  could not be measured: ukaaf-paragraphs, acb-paragraphs

  ukaaf-size: not met; wanted: all text in 16 points or more, better 18; measured: 13.0 pt
    page 1 “Đồng chí Bí thư giao mỗi tổ một việc, hẹn xong trước lễ …” (13.0 pt)
    page 1 “trưởng nhận việc ngay tại chỗ và hứa báo cáo vào sáng thứ …” (13.0 pt)
    page 1 “tuần, để ai cũng biết việc đã đến đâu.” (13.0 pt)
    → set all text in 16 points or more, notes, tables and captions too

  ukaaf-capitals: not met; wanted: no blocks of capitals
    page 1 “TIN VUI CỦA CHI BỘ”
    page 1 “TRƯỜNG TIỂU HỌC”
    → write small letters; bold for weight

  ukaaf-alignment, acb-alignment: not met; wanted: everything aligned left, the right edge ragged
    page 1 “TIN VUI CỦA CHI BỘ” (centred)
    page 1 “TRƯỜNG TIỂU HỌC” (centred)
    → align headings and captions left, too; do not justify

  acb-size: not met; wanted: all text in 18 points or more; measured: 13.0 pt
    page 1 “Đồng chí Bí thư giao mỗi tổ một việc, hẹn xong trước lễ …” (13.0 pt)
    page 1 “trưởng nhận việc ngay tại chỗ và hứa báo cáo vào sáng thứ …” (13.0 pt)
    page 1 “tuần, để ai cũng biết việc đã đến đâu.” (13.0 pt)
    → set all text in 18 points or more

  wcag-contrast: not met; wanted: ink and ground differ by 7 to 1 or more; measured: 4.5:1
    page 1 “Đồng chí Bí thư giao mỗi tổ một việc, hẹn xong trước lễ …” (4.5:1)
    page 1 “trưởng nhận việc ngay tại chỗ và hứa báo cáo vào sáng thứ …” (4.5:1)
    page 1 “tuần, để ai cũng biết việc đã đến đâu.” (4.5:1)
    → print black on white or cream; no grey, no pale colours
"""

VIETNAMESE = """\
tin.pdf: 1 trang, 210 × 297 mm
  chữ chính 18,0 pt · nhỏ nhất 13,0 pt · cách dòng 1,50 · tương phản 4,5:1
  lề trên 27, trái 26, phải 28 mm · 1 cột · phông: Noto-Sans
  quy tắc: 6 không đạt, 15 đạt
  không đo được: ukaaf-paragraphs, acb-paragraphs

  ukaaf-size: không đạt; cần: mọi chữ từ 16 pt trở lên, tốt hơn là 18 pt; đo được: 13,0 pt
    trang 1 “Đồng chí Bí thư giao mỗi tổ một việc, hẹn xong trước lễ …” (13,0 pt)
    trang 1 “trưởng nhận việc ngay tại chỗ và hứa báo cáo vào sáng thứ …” (13,0 pt)
    trang 1 “tuần, để ai cũng biết việc đã đến đâu.” (13,0 pt)
    → hãy đặt mọi chữ từ 16 pt trở lên, kể cả ghi chú, bảng và chú thích ảnh

  ukaaf-capitals: không đạt; cần: không viết hoa cả cụm chữ
    trang 1 “TIN VUI CỦA CHI BỘ”
    trang 1 “TRƯỜNG TIỂU HỌC”
    → hãy viết chữ thường; cần nhấn thì dùng chữ đậm

  ukaaf-alignment, acb-alignment: không đạt; cần: căn trái tất cả, lề phải để tự nhiên
    trang 1 “TIN VUI CỦA CHI BỘ” (căn giữa)
    trang 1 “TRƯỜNG TIỂU HỌC” (căn giữa)
    → hãy căn trái cả đề mục và chú thích; không căn đều hai bên

  acb-size: không đạt; cần: mọi chữ từ 18 pt trở lên; đo được: 13,0 pt
    trang 1 “Đồng chí Bí thư giao mỗi tổ một việc, hẹn xong trước lễ …” (13,0 pt)
    trang 1 “trưởng nhận việc ngay tại chỗ và hứa báo cáo vào sáng thứ …” (13,0 pt)
    trang 1 “tuần, để ai cũng biết việc đã đến đâu.” (13,0 pt)
    → hãy đặt mọi chữ từ 18 pt trở lên

  wcag-contrast: không đạt; cần: màu chữ và nền tương phản từ 7:1 trở lên; đo được: 4,5:1
    trang 1 “Đồng chí Bí thư giao mỗi tổ một việc, hẹn xong trước lễ …” (4,5:1)
    trang 1 “trưởng nhận việc ngay tại chỗ và hứa báo cáo vào sáng thứ …” (4,5:1)
    trang 1 “tuần, để ai cũng biết việc đã đến đâu.” (4,5:1)
    → hãy in chữ đen trên nền trắng hoặc kem; không dùng chữ xám, chữ nhạt màu
"""


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    path = tmp_path / "tin.pdf"
    path.write_bytes(BAD)
    return path


@pytest.mark.usefixtures("bad")
def test_what_a_clerk_reads(bulletin: Bulletin) -> None:
    done = bulletin("inspect", "tin.pdf")
    assert (done.out, done.err, done.code) == (ENGLISH, "", 0)


@pytest.mark.usefixtures("bad")
def test_what_a_vietnamese_clerk_reads(bulletin: Bulletin) -> None:
    done = bulletin("--lang", "vi", "inspect", "tin.pdf")
    assert (done.out, done.err, done.code) == (VIETNAMESE, "", 0)


def test_good_print_is_told_in_four_lines(bulletin: Bulletin, tmp_path: Path) -> None:
    (tmp_path / "tin.pdf").write_bytes(page(f"<p>{TEXT}</p><p>{MORE}</p>" * 3))
    done = bulletin("inspect", "tin.pdf")
    assert done.out == (
        "tin.pdf: 2 pages, 210 × 297 mm\n"
        "  text 18.0 pt · smallest 18.0 pt · line spacing 1.50 · between paragraphs 1.0 × type size · contrast 21.0:1\n"
        "  margins: above 28, left 26, right 26 mm · 1 column · fonts: Noto-Sans\n"
        "  23 rules met, no finding\n"
    )


@pytest.mark.usefixtures("bad")
def test_the_same_for_programs(bulletin: Bulletin) -> None:
    [file] = bulletin("inspect", "--format", "json", "tin.pdf").data["files"]
    assert [*file] == ["path", "exit_code", "faults", "pages", "pages_measured", "sheet_mm", "measures", "rules"]
    assert (file["exit_code"], file["faults"], file["pages"], file["sheet_mm"]) == (0, [], 1, [210, 297])
    assert file["measures"] == {
        "letters": 413, "body_pt": 18, "smallest_pt": 13, "leading": 1.5, "paragraph_gap": None,
        "margins_mm": [26.7, 28, 170.2, 26], "columns": 1, "table_columns": None, "contrast": 4.48,
        "fonts": ["Noto-Sans"],
    }  # fmt: skip
    assert [rule["id"] for rule in file["rules"]] == [rule.id for rule in RULES]
    by_id = {rule["id"]: rule for rule in file["rules"]}
    assert by_id["acb-alignment"] == {
        "id": "acb-alignment",
        "source": "ACB Large Print Guidelines (2022)",
        "wants": "everything aligned left, the right edge ragged",
        "verdict": "not-met",
        "measured": None,
        "cure": "align headings and captions left, too; do not justify",
        "count": 2,
        "places": [
            {"page": 1, "words": "TIN VUI CỦA CHI BỘ", "measured": "centred"},
            {"page": 1, "words": "TRƯỜNG TIỂU HỌC", "measured": "centred"},
        ],
    }
    assert {(rule["verdict"], rule["cure"] is None) for rule in file["rules"]} == {
        ("met", True), ("not-met", False), ("not-measured", True),
    }  # fmt: skip


@pytest.mark.usefixtures("bad")
def test_a_file_that_cannot_be_read_does_not_stop_the_others(bulletin: Bulletin, tmp_path: Path) -> None:
    (tmp_path / "thu.docx").write_bytes(b"PK\x03\x04")
    done = bulletin("inspect", "thu.docx", "tin.pdf", "khong-co.pdf")
    assert done.code == 6
    assert done.err == (
        "thu.docx: this is no PDF\n    → save or export it as PDF first, and name that file\n"
        "khong-co.pdf: there is no such file\n    → look at the name and the folder\n"
    )
    assert done.out == ENGLISH
    files = bulletin("inspect", "--format", "json", "thu.docx", "tin.pdf").data["files"]
    assert [file["exit_code"] for file in files] == [6, 0]
    assert [fault["id"] for fault in files[0]["faults"]] == ["not-a-pdf"]


def test_a_page_without_text(bulletin: Bulletin, tmp_path: Path) -> None:
    (tmp_path / "trong.pdf").write_bytes(written(b""))
    done = bulletin("inspect", "--rules", "acb", "trong.pdf")
    assert done.out == (
        "trong.pdf: 1 page, 210 × 297 mm\n"
        "  there is no text to measure\n"
        "  rules: 0 not met, 0 met\n"
        "  could not be measured: acb-size, acb-sans, acb-alignment, acb-columns, acb-leading, acb-paragraphs,"
        " acb-margins\n"
    )


def test_the_choices_are_those_of_the_rules() -> None:
    [option] = [part for part in commands.commands["inspect"].params if part.name == "rules"]
    assert tuple(getattr(option.type, "choices", ())) == CHOICES
