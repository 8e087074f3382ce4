from __future__ import annotations

import re

import pytest

from bulletin.compose import Composed
from bulletin.edition import Edition

from .records import GIANT, LARGE, STANDARD, composed, record

EVERYTHING = """\
phụ đề: Phụ đề
chủ trì: [Lê Văn An - Bí thư, Trần Thị Ba]
đại biểu:
  - phía: Sở Nội vụ
    người: [Hồ Thị Cam]
chương trình:
  - 8h00: Khai mạc
sapô: Mở đầu.
điểm nhấn: [Một, Hai]
nội dung:
  - đề mục: Kết quả
    lời: |
      Đoạn một:
      1. một
      - dưới một
      2. hai
      > Lời hay.
      [ảnh: 1]
      Đoạn hai.
    bảng:
      chú thích: Bảng
      cột: [A, B, C, D, E]
      hàng: [["1", "2", "3", "4", "5"]]
biểu quyết: [{nội dung: A, tổng: 9, đồng ý: 9}]
khen thưởng:
  - {hình thức: Giấy khen, tên: [Lê Văn An, Trần Thị Ba, Hồ Thị Cam, Bùi Văn Dân, Đỗ Thị Em]}
kết nạp: [Lê Văn Giao, Lê Văn Hà]
ảnh: [a.jpg, {tệp: [b.jpg, c.jpg], chú thích: Hai ảnh}]
người thực hiện: Minh Anh
đường dẫn: https://a.example/tin
"""


def made(text: str, edition: Edition = STANDARD) -> Composed:
    return composed(record(text, body=""), edition)


@pytest.mark.parametrize("edition", [STANDARD, LARGE, GIANT], ids=lambda edition: edition.name)
def test_every_piece_is_an_element_of_the_page_in_the_same_order(edition: Edition) -> None:
    page = made(EVERYTHING, edition)
    idents = re.findall(r' id="([^"]+)"', page.html)
    wanted = [piece.id for piece in page.pieces]
    assert len(set(idents)) == len(idents)
    assert [ident for ident in idents if ident in set(wanted)] == wanted


def test_headings_heads_of_tables_and_labels_stay_with_what_follows() -> None:
    pieces = {piece.id: piece for piece in made(EVERYTHING).pieces}
    assert all(piece.keep for piece in pieces.values() if piece.kind == "heading")
    assert any(ident.endswith("-title") for ident in pieces)
    assert any(ident.endswith("-head") for ident in pieces)


def test_a_figure_may_follow_the_last_entry_of_a_list_only() -> None:
    page = made("nội dung: |\n  - một\n  - hai\n  Đoạn.\n")
    assert [piece.ends_block for piece in page.pieces if piece.id.startswith("n-1-")] == [False, True]


def test_people_side_by_side_are_one_piece() -> None:
    page = made("kết nạp: [Lê An, Lê Ba, Lê Cam, Lê Dân, Lê Em]\n" + "nội dung: Đoạn.\n")
    people = next(node for node in page.nodes if node.people)
    assert [piece.id for piece in page.pieces if piece.id.startswith(f"{people.id}-")] == [
        f"{people.id}-0", f"{people.id}-3",
    ]  # fmt: skip


def test_the_end_does_not_stand_alone_but_draws_no_figure_overleaf() -> None:
    end = "người thực hiện: Minh Anh\n"
    text = made(end + "nội dung: Đoạn.\n").pieces
    figure = made(end + "nội dung: Đoạn.\nảnh: [a.jpg, b.jpg]\n").pieces
    assert [(piece.id, piece.keep) for piece in text[-2:]] == [("n-1", True), ("end-by", False)]
    assert (figure[-2].kind, figure[-2].keep) == ("figure", False)


def test_a_figure_tells_its_height_and_its_natural_height() -> None:
    (piece,) = [piece for piece in made("ảnh: a.jpg\nnội dung: Đoạn.\n").pieces if piece.kind == "figure"]
    assert piece.pictures_mm == piece.natural_mm > 0
