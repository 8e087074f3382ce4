from __future__ import annotations

import pytest

from bulletin.rules import body_of


def body(name: str, parent: str = "", *, form: str = "hd05", family: str = "party") -> tuple[str, str, str]:
    found = body_of(name, parent, family=family, form=form)
    return found.kind, found.parent, found.name


@pytest.mark.parametrize(
    ("name", "parent", "wanted"),
    [
        ("Tỉnh ủy Ninh Bình", "", ("province", "", "Tỉnh ủy Ninh Bình")),
        ("Thành ủy Huế", "Trung ương Đảng", ("province", "", "Thành ủy Huế")),
        ("Đảng ủy Phường Ba Đình", "Thành ủy Hà Nội",
         ("superior", "Đảng bộ thành phố Hà Nội", "Đảng ủy Phường Ba Đình")),
        ("Đảng bộ Ủy ban nhân dân tỉnh", "Đảng bộ tỉnh Ninh Bình",
         ("superior", "Đảng bộ tỉnh Ninh Bình", "Đảng ủy Ủy ban nhân dân tỉnh")),
        ("Đảng bộ Sở Y tế", "Đảng ủy Ủy ban nhân dân tỉnh",
         ("basic", "Đảng bộ Ủy ban nhân dân tỉnh", "Đảng ủy Sở Y tế")),
        ("Ban Chấp hành Đảng bộ Cục Lưu trữ", "Đảng bộ Bộ Nội vụ",
         ("basic", "Đảng bộ Bộ Nội vụ", "Đảng ủy Cục Lưu trữ")),
        ("Chi bộ Phòng Hành chính", "Đảng ủy Cục Lưu trữ",
         ("cell", "Đảng bộ Cục Lưu trữ", "Chi bộ Phòng Hành chính")),
        ("Chi ủy Phòng Hành chính", "Đảng bộ Cục Lưu trữ",
         ("cell", "Đảng bộ Cục Lưu trữ", "Chi bộ Phòng Hành chính")),
        ("Văn phòng Tỉnh ủy", "Tỉnh ủy Ninh Bình", ("advisory", "Tỉnh ủy Ninh Bình", "Văn phòng")),
        ("Ban Tuyên giáo và Dân vận Tỉnh ủy", "Tỉnh ủy Ninh Bình",
         ("advisory", "Tỉnh ủy Ninh Bình", "Ban Tuyên giáo và Dân vận")),
        ("Ủy ban Kiểm tra", "Đảng ủy Phường Ba Đình", ("advisory", "Đảng ủy Phường Ba Đình", "Ủy ban Kiểm tra")),
        ("Sở Y tế", "Ủy ban nhân dân tỉnh", ("unknown", "Ủy ban nhân dân tỉnh", "Sở Y tế")),
    ],
)  # fmt: skip
def test_a_body_is_known_by_its_names(name: str, parent: str, wanted: tuple[str, str, str]) -> None:
    assert body(name, parent) == wanted


def test_before_2026_the_body_above_stands_as_it_was_named() -> None:
    assert body("Đảng bộ Sở Y tế", "Đảng ủy Khối Cơ quan tỉnh", form="hd36")[1] == "Đảng ủy Khối Cơ quan tỉnh"
    assert body("Huyện ủy Gia Viễn", "Tỉnh ủy Ninh Bình", form="hd36")[0] == "superior"


def test_the_spelling_of_the_record_is_kept() -> None:
    assert body("Đảng bộ Sở Y tế", "Đảng bộ Uỷ ban nhân dân tỉnh")[2] == "Đảng uỷ Sở Y tế"


def test_a_body_of_the_state_stands_as_named() -> None:
    assert body("Sở Y tế", "Ủy ban nhân dân tỉnh", family="state") == ("state", "Ủy ban nhân dân tỉnh", "Sở Y tế")


@pytest.mark.parametrize(
    ("name", "committee"),
    [("Tỉnh ủy X", True), ("Đảng bộ X", True), ("Chi bộ X", True), ("Văn phòng X", False), ("Sở X", False)],
)
def test_committees_decide_as_a_whole(name: str, committee: bool) -> None:
    assert body_of(name, "", family="party", form="hd05").committee is committee
