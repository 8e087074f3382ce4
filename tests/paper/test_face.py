from __future__ import annotations

from pathlib import Path

import pytest

from bulletin.load import load_text
from bulletin.model import Record
from bulletin.paper import Face, face_of, paper_faults
from bulletin.paper.face import roman
from bulletin.validate import validate

PAPERS = Path(__file__).parent.parent / "data" / "papers"


def record(name: str, *changes: tuple[str, str]) -> Record:
    text = (PAPERS / f"{name}.yaml").read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return validate(load_text(text, Path("a.yaml")))


def face(name: str, *changes: tuple[str, str]) -> Face:
    made = record(name, *changes)
    assert paper_faults(made) == ()
    return face_of(made)


def test_a_paper_of_the_party_is_headed_and_numbered_as_one() -> None:
    paper = face("superior")
    assert (paper.parent, paper.organisation) == ("Tỉnh ủy Ninh Bình", "Đảng ủy Phường Hoa Lư")
    assert (paper.number_line, paper.place_date) == ("Số 12-TB/ĐU", "Hoa Lư, ngày 30 tháng 12 năm 2025")
    assert (paper.type_name, paper.named) == ("Thông báo", "Thông báo số 12-TB/ĐU, ngày 30/12/2025")
    assert paper.no_press
    assert not paper.note


def test_a_paper_of_the_state_is_headed_and_numbered_as_one() -> None:
    paper = face("department")
    assert paper.number_line == "Số: 09/TB-SGDĐT"
    assert paper.named == "Thông báo số 09/TB-SGDĐT ngày 30 tháng 12 năm 2025"
    assert paper.urgency_box_mm == (20, 8)
    assert [annex.label for annex in paper.annexes] == ["Phụ lục I", "Phụ lục II"]


def test_an_official_letter_has_no_name_of_its_type() -> None:
    state = face("commune")
    assert (state.type_name, state.summary[:4]) == ("", "V/v ")
    party = face("superior", ("loại: thông báo", "loại: CV"), ("12-TB/ĐU", "12-CV/ĐU"))
    assert party.summary.startswith("về việc kết luận")


def test_a_count_alone_is_completed_by_type_and_body() -> None:
    assert face("basic", ("số: 08-BC/ĐU", 'số: "08"')).number_line == "Số 08-BC/ĐU"
    assert face("basic", ("số: 08-BC/ĐU", 'số: "08"'), ("  ký hiệu: ĐU\n", "")).number_line == "Số 08-BC/ĐU"


def test_a_draft_leaves_room_for_its_number() -> None:
    paper = face("basic", ("  số: 08-BC/ĐU\n", ""))
    assert paper.number_line.replace("\u00a0", " ") == "Số       -BC/ĐU"
    assert paper.draft == "Dự thảo"
    assert face("province").draft == ""


@pytest.mark.parametrize(
    ("day", "last", "behind"), [("30/12/2025", ",", ","), ("30/5/2026", ".", ";")], ids=["hd36", "hd05"]
)
def test_signs_behind_bases_and_recipients_are_those_of_the_form(day: str, last: str, behind: str) -> None:
    paper = face("province", ("ngày ban hành: 30/12/2025", f"ngày ban hành: {day}"))
    assert [base[-1] for base in paper.bases] == [";", last]
    assert all(base.startswith("- ") for base in paper.bases)
    assert [line[-1] for line in paper.recipients] == [behind, behind, "."]


def test_signs_that_were_typed_are_not_doubled() -> None:
    typed = ("    - Căn cứ Điều lệ Đảng Cộng sản Việt Nam\n", '    - "- Căn cứ Điều lệ Đảng Cộng sản Việt Nam;"\n')
    assert face("province", typed).bases[0] == "- Căn cứ Điều lệ Đảng Cộng sản Việt Nam;"


def test_the_writer_of_minutes_stands_first_however_they_were_typed() -> None:
    signed = face("cell").signatures
    assert [(one.authority, one.name) for one in signed] == [
        ("Người ghi biên bản", "Lý Gia Huy"), ("Chủ trì hội nghị", "Nguyễn Thị Bạch Vân"),
    ]  # fmt: skip
    bare = ("{chức vụ: Chủ trì hội nghị, họ tên: Nguyễn Thị Bạch Vân}", "{họ tên: Nguyễn Thị Bạch Vân}")
    assert face("cell", bare).signatures[1].authority == "Chủ trì hội nghị"


def test_one_annex_needs_no_number() -> None:
    one = ("    - tiêu đề: Lịch làm việc quý I\n      lời: Tháng 01 họp giao ban.\n", "")
    [annex] = face("department", one).annexes
    assert annex.label == "Phụ lục"
    assert annex.of.startswith("(Kèm theo Thông báo số 09/TB-SGDĐT ngày 30 tháng 12 năm 2025 của Sở Giáo dục")


def test_a_proposal_is_laid_before_its_addressee_by_the_party() -> None:
    paper = face("superior", ("loại: thông báo", "loại: TTr"), ("12-TB/ĐU", "12-TTr/ĐU"))
    assert paper.address == "Kính trình:"
    assert paper.addressees == ("- Các chi bộ trực thuộc,", "- Các cơ quan của phường.")


def test_roman_figures_are_written_up_to_39() -> None:
    assert [roman(number) for number in (1, 4, 9, 14, 39)] == ["I", "IV", "IX", "XIV", "XXXIX"]


def test_ranks_are_allowed_in_schools_of_the_state() -> None:
    school = ("  tên: Sở Giáo dục và Đào tạo", "  tên: Trường Trung học phổ thông Hoa Lư")
    ranked = ("họ tên: Hoàng Văn Khải}", "họ tên: TS. Hoàng Văn Khải}")
    assert paper_faults(record("department", school, ranked)) == ()
    assert [fault.id for fault in paper_faults(record("department", ranked))] == ["rank-before-name"]


def test_who_may_issue_what_is_judged_from_the_day_of_the_regulation_on() -> None:
    guidance = (("loại: BC", "loại: HD"), ("08-BC/ĐU", "08-HD/ĐU"))
    for day, ids in (("08/01/2026", []), ("09/01/2026", ["type-not-allowed"])):
        made = record("basic", *guidance, ("ngày ban hành: 30/12/2025", f"ngày ban hành: {day}"))
        assert [fault.id for fault in paper_faults(made)] == ids


OFFICE = (
    "  tên: Tỉnh ủy Ninh Bình\n  ký hiệu: TU",
    "  cấp trên: Tỉnh ủy Ninh Bình\n  tên: Văn phòng Tỉnh ủy\n  ký hiệu: VPTU",
)


def test_an_office_of_the_party_stands_below_its_committee_and_may_be_signed_for() -> None:
    signed = (
        "{quyền hạn: T/M Ban Thường vụ, chức vụ: Phó Bí thư",
        "{quyền hạn: K/T Chánh Văn phòng, chức vụ: Phó Chánh Văn phòng",
    )
    paper = face("province", OFFICE, ("05-BC/TU", "05-BC/VPTU"), signed)
    assert (paper.parent, paper.organisation) == ("Tỉnh ủy Ninh Bình", "Văn phòng")
    assert paper.number_line == "Số 05-BC/VPTU"


def test_keys_are_named_in_the_language_of_the_record() -> None:
    text = "title: A\ndate: 29/12/2025\norganisation: Chi bộ A\nsections: B.\ndocument:\n  form: party\n"
    messages = [fault.message for fault in paper_faults(validate(load_text(text, Path("a.yaml"))))]
    assert "an official paper needs “chairs”" in messages
    assert "an official paper needs “summary”" in messages
