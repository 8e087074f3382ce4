from __future__ import annotations

from pathlib import Path

import pytest

from bulletin.load import load_text
from bulletin.manifest import caption, photo_promises, promises
from bulletin.model import Record
from bulletin.validate import validate

HEAD = "tiêu đề: Chi bộ họp\nngày: 29/12/2023\nđơn vị: Chi bộ Tân Lập\n"
BODY = "nội dung: Hội nghị kết thúc.\n"


def read(text: str) -> Record:
    return validate(load_text(HEAD + text, Path("a.yaml")))


def wanted(text: str) -> list[str]:
    return [promise.text.replace("\u00a0", " ") for promise in promises(read(text))]


def test_every_sentence_is_promised_by_itself() -> None:
    assert {"Hội nghị mở đầu.", "Hội nghị kết thúc."} <= set(wanted("dẫn: Hội nghị mở đầu. Hội nghị kết thúc.\n"))


def test_the_signs_of_running_text_are_not() -> None:
    texts = wanted(
        "nội dung: |\n  - **Đạt** *vượt* kế hoạch.\n  > Lời hay.\n  1. Một là học.\n  [ảnh: a]\nảnh: a.jpg\n"
    )
    assert {"Đạt vượt kế hoạch.", "Lời hay.", "1. Một là học."} <= set(texts)
    assert not [text for text in texts if "[" in text or "**" in text]


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("giờ: 8h30", "08 giờ 30"),
        ("hình thức: trực tuyến", "trực tuyến"),
        ("buổi: tối", "tối"),
        ("người thực hiện: Minh Anh", "Minh Anh"),
        ("quyết định:\n  - ngày: 02/3/2023\n    nội dung: Chuẩn y", "02/3/2023"),
        ("bầu cử:\n  - bầu gì: Chi ủy\n    hình thức: bỏ phiếu", "bỏ phiếu kín"),
        ("tên gọi: Lễ đón nhận", "Lễ đón nhận"),
        ("loại: sơ kết", "Hội nghị sơ kết"),
        ("trạng thái: duyệt\nngười duyệt: Trần Bình\nngày duyệt: 30/12/2023", "30/12/2023"),
        ("đường dẫn: https://a.example/tin", "https://a.example/tin"),
        ("chữ viết tắt:\n  TUV: Tỉnh ủy viên", "Tỉnh ủy viên"),
    ],
)
def test_what_is_printed_in_other_words_is_promised_in_these(line: str, printed: str) -> None:
    assert printed in wanted(f"{line}\n{BODY}")


def test_the_day_is_promised_in_full() -> None:
    assert "ngày 29 tháng 12 năm 2023" in wanted(BODY)


def test_a_level_heads_one_column_however_many_are_rated() -> None:
    rated = "xếp loại:\n" + "".join(f"  - đối tượng: Chi bộ {n}\n    HTXSNV: {n}0\n" for n in (1, 2, 3))
    assert wanted(rated + BODY).count("HTXSNV") == 1


def test_a_sentence_that_stands_twice_is_promised_twice() -> None:
    assert wanted("dẫn: Hội nghị kết thúc.\n" + BODY).count("Hội nghị kết thúc.") == 2


def test_the_byline_of_the_office_is_promised_when_the_record_has_none() -> None:
    record = read(BODY)
    assert "Thanh Vân" in [promise.text for promise in promises(record, byline="Thanh Vân")]
    assert "Thanh Vân" not in [promise.text for promise in promises(record)]


def test_what_is_only_spoken_or_used_is_not_promised() -> None:
    texts = wanted(BODY + "ảnh:\n  tệp: a.jpg\n  mô tả: Hội trường đông người\n  tên: khai-mac\nbỏ qua: no-chairs\n")
    assert not {"Hội trường đông người", "a.jpg", "khai-mac", "no-chairs"} & set(texts)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("chú thích: Quang cảnh Hội nghị", "Quang cảnh Hội nghị"),
        ("chú thích: Quang cảnh Hội nghị\n  tác giả: Chí Quang", "Quang cảnh Hội nghị. Ảnh: Chí Quang"),
        ("chú thích: Vui quá!\n  tác giả: Chí Quang", "Vui quá! Ảnh: Chí Quang"),
        ("tác giả: Chí Quang", "Ảnh: Chí Quang"),
    ],
)
def test_a_caption_is_promised_with_its_credit(typed: str, printed: str) -> None:
    record = read(f"{BODY}ảnh:\n  tệp: a.jpg\n  {typed}\n")
    assert caption(record.photos[0]).replace("\u00a0", " ") == printed


def test_a_photo_that_the_layout_forgets_is_promised_all_the_same() -> None:
    record = read(BODY + "ảnh:\n  - a.jpg\n  - tệp: [b.jpg, c.jpg]\n")
    found = photo_promises(record, [("photos", 1)])
    assert [(promise.file, promise.count) for promise in found] == [("b.jpg", 2), ("a.jpg", 1)]
