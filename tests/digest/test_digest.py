"""What a sheet that is read in passing takes from a record (`digest/`)."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletin.config import layout_named
from bulletin.digest import Digest, digest, is_pictured, steps
from bulletin.digest.brief import LADDER
from bulletin.edition import Edition
from bulletin.load import load_text
from bulletin.manifest import digest_photo_promises, digest_promises
from bulletin.model import Record
from bulletin.validate import validate

HEAD = "tiêu đề: Chi bộ họp\nngày: 29/12/2023\nđơn vị: Chi bộ Tân Lập\n"
BODY = "nội dung: Chi bộ bàn việc.\n"
PLAIN, LARGE = steps(Edition.named("standard")), steps(Edition.named("large-print"))


def read(text: str) -> Record:
    return validate(load_text(HEAD + text, Path("a.yaml")))


def short(text: str, step: int = 0) -> Digest:
    return digest(read(text), step)


def points(text: str, step: int = 0) -> list[tuple[str, str]]:
    return [(point.heading, point.text) for point in short(text, step).points]


def highlights(*lines: str) -> str:
    return "điểm nhấn:\n" + "".join(f"  - {line}\n" for line in lines) + BODY


SECTIONS = """\
nội dung:
  - đề mục: I. Kết quả
    lời: |
      Ba việc:
      - Trường mở thêm hai lớp. Lớp nào cũng đủ ghế.
  - đề mục: 2. Tồn tại
    lời: Sân còn ngập khi mưa.
  - đề mục: Việc tới
    lời: |
      > Lời hay.
      Chi bộ **giao** mỗi tổ một việc.
"""


def test_highlights_are_the_points_as_they_were_typed() -> None:
    text = highlights("Kết nạp 12 đảng viên", "Tuyển sinh vượt 8%", "Không ai bỏ học")
    assert points(text) == [("", "Kết nạp 12 đảng viên"), ("", "Tuyển sinh vượt 8%"), ("", "Không ai bỏ học")]


def test_without_highlights_headings_stand_with_their_first_sentences() -> None:
    assert points(SECTIONS) == [
        ("Kết quả", "Trường mở thêm hai lớp."), ("Tồn tại", "Sân còn ngập khi mưa."),
        ("Việc tới", "Chi bộ giao mỗi tổ một việc."),
    ]  # fmt: skip


def test_in_large_print_headings_stand_alone() -> None:
    assert points(SECTIONS, LARGE[0]) == [("Kết quả", ""), ("Tồn tại", ""), ("Việc tới", "")]


def test_without_headings_the_text_itself_is_taken() -> None:
    text = "dẫn: Sáng nay mưa to. Hội nghị vẫn đủ người.\nnội dung: Mọi người bàn việc làm đường. Ai cũng nhận việc.\n"
    assert points(text) == [
        ("", "Sáng nay mưa to."), ("", "Hội nghị vẫn đủ người."), ("", "Mọi người bàn việc làm đường."),
    ]  # fmt: skip


def test_one_heading_is_filled_up_from_the_text() -> None:
    text = "nội dung:\n  - lời: Sáng nay mưa to.\n  - đề mục: Việc tới\n    lời: Làm đường. Hiến đất.\n"
    assert points(text) == [("Việc tới", "Làm đường."), ("", "Sáng nay mưa to."), ("", "Hiến đất.")]


@pytest.mark.parametrize("step", PLAIN)
def test_in_ordinary_print_no_highlight_is_left_out(step: int) -> None:
    text = highlights(*(f"Việc thứ {place} {'rất dài ' * 20}".strip() for place in range(1, 8)))
    assert len(points(text, step)) == 7
    assert short(text, step).left_out == 0


def test_an_eighth_highlight_is_counted_as_left_out() -> None:
    assert short(highlights(*(f"Việc thứ {place}" for place in range(1, 10)))).left_out == 2


def test_each_step_makes_no_more_words_than_the_one_before() -> None:
    def letters(step: int) -> int:
        made = short(highlights(*("Một việc khá dài để xem chỗ" for _ in range(7))) + "địa điểm: Hội trường\n", step)
        return sum(point.letters for point in made.points) + len(made.facts) + len(made.photos)

    for way in (PLAIN, LARGE):
        counts = [letters(step) for step in way]
        assert counts == sorted(counts, reverse=True)
    assert [*PLAIN, *LARGE] == list(range(len(LADDER)))


def test_zoomed_so_far_that_it_is_large_print_a_poster_takes_the_steps_of_large_print() -> None:
    poster = layout_named("poster")
    assert steps(poster.edition("standard", zoom=127)) == PLAIN
    assert steps(poster.edition("standard", zoom=150)) == LARGE


PHOTOS = """\
nội dung: |
  Mở đầu.
  [ảnh: c]
  Hết.
ảnh:
  - tệp: a.jpg
  - tệp: b.jpg
  - tệp: c.jpg
    chú thích: Chào cờ
  - tệp: d.jpg
"""


def test_photos_stand_in_the_order_in_which_a_bulletin_prints_them() -> None:
    assert [photo.file[0] for _, photo in short(PHOTOS).photos] == ["a.jpg", "c.jpg", "b.jpg"]
    assert [photo.file[0] for _, photo in short(PHOTOS, LARGE[0]).photos] == ["a.jpg"]


def test_facts_grow_fewer_with_the_steps() -> None:
    text = "địa điểm: Nhà văn hóa\nhình thức: trực tuyến\nchủ trì: Lê Bình, Bí thư\nsố lượng:\n  có mặt: 30\n" + BODY

    def facts(step: int) -> dict[str, list[str]]:
        return {
            known.label: ["".join(span.text for span in line) for line in known.lines]
            for known in short(text, step).facts
        }

    assert facts(0) == {
        "Thời gian": ["Thứ Sáu, 29/12/2023"], "Địa điểm": ["Nhà văn hóa"], "Hình thức": ["Trực tuyến"],
        "Chủ trì": ["Lê Bình, Bí thư"], "Số lượng": ["Có mặt 30"],
    }  # fmt: skip
    assert facts(LARGE[0])["Chủ trì"] == ["Lê Bình"]
    assert set(facts(LARGE[-1])) == {"Thời gian"}


def test_a_digest_promises_itself_and_nothing_else() -> None:
    record = read(highlights("Kết nạp 12 đảng viên") + "đường dẫn: https://a.example/tin\nthư ký: Trần An\n")
    wanted = {promise.text.replace("\u00a0", " ") for promise in digest_promises(digest(record, 0), record)}
    assert wanted == {
        "Chi bộ họp", "Chi bộ Tân Lập", "https://a.example/tin", "Kết nạp 12 đảng viên", "Thứ Sáu, 29/12/2023",
    }  # fmt: skip


def test_the_large_photo_is_promised_always_and_a_small_one_where_it_found_room() -> None:
    made = short(PHOTOS)
    assert [promise.file for promise in digest_photo_promises(made, ())] == ["a.jpg"]
    assert [promise.file for promise in digest_photo_promises(made, [("photos", 2)])] == ["a.jpg", "c.jpg"]


def test_words_go_for_the_sake_of_photos_no_further_than_they_must() -> None:
    plain, large = Edition.named("standard"), Edition.named("large-print")
    assert [is_pictured(step, 0.1, plain) for step in PLAIN] == [False, False, True, True, True, True, True]
    assert [is_pictured(step, 0.05, plain) for step in PLAIN] == [False] * len(PLAIN)
    assert all(is_pictured(step, 0.15, plain) for step in PLAIN)
    assert all(is_pictured(step, 0.0, large) for step in LARGE)
