from __future__ import annotations

import datetime as dt

import pytest

from bulletin.compose.head import Head, cut, head, kicker
from bulletin.compose.scale import PT_PER_MM, scale
from bulletin.compose.widths import BE_VIETNAM_PRO
from bulletin.edition import Edition

from .records import GIANT, HEAD, LARGE, STANDARD, record

APPROVED = "trạng thái: duyệt\nngười duyệt: Lê Văn An\nngày duyệt: 30/12/2023\n"


def headed(text: str = "", edition: Edition = STANDARD, *, byline: str = "", masthead: str = "TIN HỘI NGHỊ") -> Head:
    return head(record(text), edition, masthead=masthead, byline=byline, printed_on=dt.date(2024, 1, 5))


@pytest.mark.parametrize(
    ("lines", "printed"),
    [
        ("", "Hội nghị"),
        ("loại: tổng kết\n", "Hội nghị tổng kết"),
        ("loại: [tổng kết, khen thưởng]\n", "Hội nghị tổng kết và Lễ trao tặng"),
        ("tên gọi: Lễ đón nhận\n", "Lễ đón nhận"),
        ("loại: ban chấp hành\nlần thứ: lần thứ 18, khóa XVII\n", "Hội nghị Ban Chấp hành lần thứ 18, khóa XVII"),
    ],
)
def test_the_kicker_tells_what_it_was(lines: str, printed: str) -> None:
    assert kicker(record(lines)) == printed


@pytest.mark.parametrize(
    ("scope", "note"),
    [
        ("nội bộ", "LƯU HÀNH NỘI BỘ"), ("thu hồi", "TÀI LIỆU THU HỒI"), ("trả lại", "XEM XONG TRẢ LẠI"),
        ("công khai", ""), ("không đăng báo chí", ""),
    ],
)  # fmt: skip
def test_the_scope_is_noted_on_page_1(scope: str, note: str) -> None:
    assert headed(f"phạm vi: {scope}\n").scope_note == note


def test_what_is_not_for_the_press_says_so_on_the_last_page() -> None:
    assert headed("phạm vi: không đăng báo chí\n").no_press == "KHÔNG PHỔ BIẾN TRÊN PHƯƠNG TIỆN THÔNG TIN ĐẠI CHÚNG"
    assert headed().no_press == ""


@pytest.mark.parametrize("edition", [STANDARD, LARGE, GIANT, GIANT.zoomed(300)], ids=lambda e: f"{e.name}-{e.zoom}")
def test_page_1_begins_below_the_note(edition: Edition) -> None:
    sizes = scale(edition)
    noted, plain = headed("", edition), headed("phạm vi: công khai\n", edition)
    assert noted.first_top_mm >= 10 + sizes.panel * 1.5 / PT_PER_MM
    assert plain.first_top_mm <= noted.first_top_mm


def test_a_draft_bears_a_stamp_and_an_approved_record_does_not() -> None:
    assert headed().stamp_text == "DỰ THẢO 05/01/2024"
    assert headed(APPROVED).stamp_text == ""


def test_in_large_print_nothing_is_a_block_of_capitals() -> None:
    large = headed("phạm vi: không đăng báo chí\n", LARGE)
    shown = (large.masthead, large.stamp_text, large.no_press, headed("", LARGE).scope_note)
    assert shown == (
        "Tin hội nghị", "Dự thảo 05/01/2024", "Không phổ biến trên phương tiện thông tin đại chúng", "Lưu hành nội bộ",
    )  # fmt: skip
    loud = record(head="tiêu đề: CHI BỘ HỌP\nngày: 29/12/2023\nđơn vị: CHI BỘ TÂN LẬP\n")
    calmed = head(loud, LARGE, masthead="TIN", byline="", printed_on=dt.date(2024, 1, 5))
    assert (calmed.headline.text.replace("\u00a0", " "), calmed.organisation) == ("Chi Bộ Họp", "Chi Bộ Tân Lập")


@pytest.mark.parametrize(
    ("text", "byline", "printed"),
    [
        ("", "Tổ Bản tin", ("Thực hiện", "Tổ Bản tin")),
        ("người thực hiện: Minh Anh\n", "Tổ Bản tin", ("Thực hiện", "Minh Anh")),
        ("người thực hiện: Minh Anh thực hiện\n", "", ("", "Minh Anh thực hiện")),
        ("người thực hiện: 'Tin, ảnh: Minh Anh'\n", "", ("", "Tin, ảnh: Minh Anh")),
        ("", "", ("", "")),
    ],
)
def test_the_byline_says_once_what_was_done(text: str, byline: str, printed: tuple[str, str]) -> None:
    assert headed(text, byline=byline).byline == printed


def test_the_end_names_who_approved_and_when() -> None:
    assert [(row.label, row.text) for row in headed(APPROVED).end] == [("Người duyệt", "Lê Văn An, ngày 30/12/2023")]


def test_the_imprint_of_a_periodical_stands_at_the_end() -> None:
    text = (
        "giấy phép: {số: 12/GP, ngày: 15/01/2023, nơi in: Xưởng in, số lượng: 500, kỳ hạn: hằng tháng, "
        "người chịu trách nhiệm: Lê An}\n"
    )
    rows = {row.label: row.text for row in headed(text).end}
    assert rows["Giấy phép"] == "Xuất bản bản tin số 12/GP, ngày 15/01/2023"
    assert set(rows) == {"Giấy phép", "Nơi in", "Số lượng in", "Kỳ hạn", "Chịu trách nhiệm"}


def test_a_web_address_is_broken_behind_slashes_only() -> None:
    row = headed("đường dẫn: https://a.example/tin/hoi-nghi-2023\n").end[0]
    assert row.address == ("https://", "a.example/", "tin/", "hoi-nghi-2023")


def test_a_piece_of_an_address_never_is_wider_than_the_line() -> None:
    for edition in (STANDARD, GIANT):
        row = headed(f"đường dẫn: https://a.example/{'hoi-nghi-' * 30}\n", edition).end[0]
        em = scale(edition).small / PT_PER_MM
        assert max(scale(edition).sans.width(piece) * em for piece in row.address) <= edition.measure_mm
        assert not any(piece.endswith("-") for piece in row.address[:-1])
        assert "".join(row.address) == f"https://a.example/{'hoi-nghi-' * 30}"


def test_running_heads_fit_one_line_cut_at_a_word() -> None:
    text = HEAD.replace("Chi bộ họp", "Chi bộ họp bàn việc làm đường bê tông trong thôn " * 4).replace(
        "Tân Lập", "Trường Trung học phổ thông Nguyễn Thị Minh Khai và Trung tâm Giáo dục thường xuyên"
    )
    for edition in (STANDARD, LARGE, GIANT):
        made = head(record(head=text), edition, masthead="TIN", byline="", printed_on=dt.date(2024, 1, 5))
        face, em = scale(edition).sans, scale(edition).folio / PT_PER_MM
        assert sum(face.width(part) for part in made.running) * em < edition.measure_mm
        assert made.running[1].endswith("…")
        assert made.running[1][:-1] in text


def test_a_text_is_cut_at_a_word_and_without_a_sign_before_the_dots() -> None:
    assert cut("Chi bộ họp", 99, BE_VIETNAM_PRO) == "Chi bộ họp"
    assert cut("Chi bộ, họp bàn", BE_VIETNAM_PRO.width("Chi bộ, họ…"), BE_VIETNAM_PRO) == "Chi bộ…"
