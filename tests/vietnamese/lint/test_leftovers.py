"""What web pages, chats and word processors leave behind is seen; honest words like it are not."""

from __future__ import annotations

import pytest

from bulletin.vietnamese.lint import Passage, lint
from vietnamese.lint.reader import marked


@pytest.mark.parametrize(
    "line",
    [
        "Phóng to Thu nhỏ In", "• Đang online:", "Tổng lượt truy cập: 1.234", "Lượt xem: 15", "Xem thêm", ">> Xem thêm",
        "Tin liên quan", "Chia sẻ", "Quay lại", "In trang | Gửi email", "CỠ CHỮ", "Trang chủ",
    ],
)  # fmt: skip
def test_buttons_and_counters_on_a_line_of_their_own_are_marked(line: str) -> None:
    assert marked(f"Hội nghị thành công.\n{line}\nHết.", only="web-leftover") == [line]


def test_buttons_pasted_behind_a_heading_are_marked() -> None:
    assert marked("Tổng kết năm 2023 Phóng to Thu nhỏ In", only="web-leftover") == ["Phóng to Thu nhỏ"]


@pytest.mark.parametrize(
    "text",
    [
        "Bản đồ được phóng to treo ở hội trường.", "Xem thêm Phụ lục 1.", "Hôm nay", "Chi tiết:", "In và phát tờ rơi.",
        "Các đại biểu chia sẻ kinh nghiệm.", "Trang chủ của cổng thông tin đã đổi giao diện.", "Theo dõi",
    ],
)  # fmt: skip
def test_the_same_words_in_sentences_are_left_alone(text: str) -> None:
    assert marked(text, only="web-leftover") == []


@pytest.mark.parametrize(
    "address", ["http…", "http://", "https://a.vn/...", "http://a.vn/x.aspx?id=5&lang=vi", "http://khongco"]
)
def test_an_address_cut_off_or_pasted_is_marked(address: str) -> None:
    assert marked(f"Theo tin từ {address} đã đăng", only="web-leftover") == [address]


def test_an_address_alone_on_its_line_is_marked() -> None:
    assert marked("Hội nghị thành công.\nNguồn: https://bao.vn/tin", only="web-leftover") == ["https://bao.vn/tin"]


def test_an_address_that_a_sentence_gives_is_left_alone() -> None:
    assert marked("Tra cứu tại https://dichvucong.gov.vn để nộp hồ sơ.", only="web-leftover") == []


def test_the_address_of_the_news_itself_is_left_alone() -> None:
    assert lint([Passage("https://so.gov.vn/tin.aspx?id=5", "line", "url")]) == ()


@pytest.mark.parametrize("rest", ["&nbsp;", "<br>", "<br/>", "</p>", '<a href="x">', "&#8211;", "&amp;", "<strong>"])
def test_remains_of_a_source_are_marked(rest: str) -> None:
    assert marked(f"Hội nghị{rest} bế mạc.", only="html-leftover") == [rest]


@pytest.mark.parametrize("text", ["Sở GD&ĐT; Sở Y tế", "x < 5 và y > 3", "R&D;", "<Tên đơn vị>"])
def test_signs_of_other_use_are_no_source(text: str) -> None:
    assert marked(text, only="html-leftover") == []


@pytest.mark.parametrize("sign", ["🎉", "❤️", "☎", "➢", "\uf0b7", "👨\u200d👩", "✨"])
def test_emoji_and_picture_signs_are_marked(sign: str) -> None:
    assert len(marked(f"Chúc mừng {sign}", only="emoji")) >= 1


@pytest.mark.parametrize("text", ["☑ Đồng ý ☐ Không", "✓ xong", "5 ★", "→ kết quả", "“tốt” – 5°C", "10 m²"])
def test_ticks_boxes_and_type_signs_are_no_emoji(text: str) -> None:
    assert marked(text, only="emoji") == []
