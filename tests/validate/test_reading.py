"""What a clerk types is brought to the shape of the record, and nothing of it is lost."""

from __future__ import annotations

import pytest

from bulletin.model.fields import MOST_PEOPLE

from .typed import faults, problems, record


@pytest.mark.parametrize(
    "more",
    [
        "chủ trì: Lê Cúc, Bí thư\n", "chủ trì: [\"Lê Cúc, Bí thư\"]\n", "chủ trì:\n  - Lê Cúc, Bí thư\n",
        "chủ trì:\n- Lê Cúc, Bí thư\n", "chủ trì: |\n  Lê Cúc, Bí thư\n", "chủ trì: |\n  - Lê Cúc, Bí thư\n\n",
        "chủ trì:\n  họ tên: Lê Cúc\n  chức vụ: Bí thư\n", "chairs:\n  - {name: Lê Cúc, titles: [Bí thư]}\n",
    ],
)  # fmt: skip
def test_a_list_may_be_given_as_one_item(more: str) -> None:
    [person] = record(more).chairs
    assert (person.name, person.titles) == ("Lê Cúc", ("Bí thư",))


@pytest.mark.parametrize(
    ("more", "lines"),
    [
        ("thành phần: Tổ 1, tổ 2\n", ("Tổ 1, tổ 2",)),
        ("thành phần: |\n  Tổ 1\n\n  - Tổ 2\n", ("Tổ 1", "Tổ 2")),
        ("thành phần:\n  - Đồng chí: A\n  - Tổ 2\n", ("Đồng chí: A", "Tổ 2")),
        ("thành phần:\n  Khách mời: Trưởng thôn\n", ("Khách mời: Trưởng thôn",)),
        ('thành phần:\n  - Khách mời: "Trưởng thôn"\n', ('Khách mời: "Trưởng thôn"',)),
    ],
)
def test_lines_of_a_list_are_read_as_they_were_meant(more: str, lines: tuple[str, ...]) -> None:
    assert record(more).participants == lines


@pytest.mark.parametrize(
    "typed",
    ["tổng kết, kết nạp", "tổng kết,kết nạp,", "tổng kết; kết nạp", "tổng kết và kết nạp", "[tổng kết, kết nạp]"],
)
def test_two_kinds_may_stand_on_one_line(typed: str) -> None:
    assert record(f"loại: {typed}\n").kind == ("year-end-review", "admission")


def test_a_kind_with_commas_in_it_is_one_kind() -> None:
    assert record("loại: hội nghị cán bộ, công chức, viên chức\n").kind == ("staff",)


def test_a_line_with_a_colon_is_a_person() -> None:
    people = record("chủ trì:\n  - Đồng chí: Lê Cúc, Bí thư\n  - Đại tá: Vũ An – Chính ủy\n").chairs
    assert [(person.honorific, person.rank, person.name) for person in people] == [
        ("Đồng chí", "", "Lê Cúc"),
        ("", "Đại tá", "Vũ An"),
    ]


@pytest.mark.parametrize("key", ["họ ten", "HO_TEN", "name"])
def test_a_known_key_is_no_line(key: str) -> None:
    assert record(f"chủ trì:\n  - {key}: Lê Cúc\n").chairs[0].name == "Lê Cúc"


def test_a_key_that_is_nearly_known_is_no_line_but_misspelt() -> None:
    assert faults("chủ trì:\n  - chức vụụ: Bí thư\n") == [(6, 5, "unknown-key")]


def test_a_line_of_the_programme_is_time_and_item() -> None:
    [first, second] = record(
        "chương trình:\n  - 8h00: Khai mạc\n  - giờ: 9h\n    việc: Báo cáo\n    ai: Lê Cúc\n"
    ).agenda
    assert (first.time, first.item) == ("8h00", "Khai mạc")
    assert (second.time, second.item, second.who) == ("9h", "Báo cáo", "Lê Cúc")


@pytest.mark.parametrize(
    "more",
    [
        # A single key that is not known is a line in lists of lines, people and steps alone.
        "đơn vị tính: a\n", "số lượng:\n  dự: 12\n", "ảnh:\n  - file_name: a.jpg\n", "nhiệm vụ:\n  - An: làm\n",
        "nội dung:\n  - Kết quả: tốt\n", "biểu quyết:\n  - A: 12\n", "nghị quyết:\n  tenn: A\n",
    ],
)  # fmt: skip
def test_elsewhere_a_key_that_is_not_known_is_told(more: str) -> None:
    assert [kind for _, _, kind in faults(more)] == ["unknown-key"]


@pytest.mark.parametrize(
    ("more", "place"),
    [
        ("thành phần:\n  - [Tổ 1]\n", (6, 5)), ("thành phần:\n  - a: b\n    c: d\n", (6, 5)),
        ("thành phần:\n  - khách:\n      - A\n", (6, 5)), ("thành phần:\n  - khách: |\n      A\n      B\n", (6, 5)),
        ("chủ trì:\n  - [Lê Cúc]\n", (6, 5)), ("phụ đề: {a: b}\n", (5, 9)), ("phụ đề: [a, b]\n", (5, 9)),
        ("ảnh:\n  - tệp: a.jpg\n    tên: [b]\n", (7, 10)), ("chữ viết tắt:\n  A: [b]\n", (6, 6)),
        ("xếp loại:\n  - đối tượng: A\n    HTNV: [1]\n", (7, 11)),
    ],
)  # fmt: skip
def test_a_list_or_keys_where_a_line_is_wanted_are_never_lost(more: str, place: tuple[int, int]) -> None:
    [(line, column, kind)] = faults(more)
    assert (line, column) == place
    assert kind in ("not-a-line", "model-type")


@pytest.mark.parametrize(
    "more",
    [
        "chương trình:\n  8h00: Khai mạc\n  9h00: Báo cáo\n", "chủ trì:\n  Bí thư: A\n  Phó Bí thư: B\n",
        "nội dung:\n  Kết quả: tốt\n", "thành phần:\n  a: b\n  c: d\n", "nhiệm vụ:\n  An: làm\n  Bình: xem\n",
    ],
)  # fmt: skip
def test_lines_with_colons_where_a_list_is_wanted_lack_their_dashes(more: str) -> None:
    assert faults(more) == [(6, 3, "list-wanted")]


@pytest.mark.parametrize(
    ("more", "place"),
    [
        ("nhiệm vụ:\n  -\n", (6, 4)),
        ("chủ trì:\n  -\n", (6, 4)),
        ("thành phần:\n  - A\n  - ''\n", (7, 5)),
        ("ảnh:\n  - tệp:\n    tên:\n", (6, 5)),
        ("ảnh:\n  - tệp:\n    tên: A\n", (6, 9)),
    ],
)
def test_an_entry_without_anything_is_told(more: str, place: tuple[int, int]) -> None:
    [(line, column, kind)] = faults(more)
    assert (line, column) == place
    assert kind in ("empty-entry", "empty")


def test_a_key_without_a_value_is_as_good_as_none() -> None:
    made = record("phụ đề:\nchủ trì:\nsố lượng:\nảnh: []\ntrạng thái:\nđộ mật:\nđịa điểm: ' '\n")
    assert (made.subtitle, made.chairs, made.attendance, made.photos, made.place) == ("", (), None, (), "")
    assert (made.status, made.secrecy) == ("draft", "none")


def test_a_key_in_two_spellings_or_languages_is_told_with_the_first() -> None:
    [problem] = problems("địa điểm: A\nplace: B\n")
    assert (problem.line, problem.column, problem.id) == (6, 1, "key-twice")
    assert "“địa điểm” in line 5" in problem.message
    assert faults("địa điểm:\nplace: B\n") == [(6, 1, "key-twice")]


def test_levels_are_counted_under_any_word() -> None:
    [rating] = record("xếp loại:\n  - đối tượng: Đảng viên\n    HTXSNV: 2\n    Mức lạ: 03\n    KHTNV:\n").ratings
    assert dict(rating.counts) == {"HTXSNV": "2", "Mức lạ": "03"}


def test_cells_may_be_parted_on_one_line_and_be_empty() -> None:
    part = "nội dung:\n  - bảng:\n      cột: A | B\n      hàng:\n        - 1 |\n        - [x, '']\n        - ['', y]\n"
    [section] = record(part).sections
    assert section.table is not None
    assert section.table.columns == ("A", "B")
    assert section.table.rows == (("1", ""), ("x", ""), ("", "y"))


@pytest.mark.parametrize(
    "more",
    [
        "nội dung: |\n  Một.\n  Hai.\n", "nội dung:\n  - |\n    Một.\n    Hai.\n",
        "nội dung:\n  lời: |\n    Một.\n    Hai.\n", "sections:\n  - text: |\n      Một.\n      Hai.\n",
    ],
)  # fmt: skip
def test_the_report_may_be_text_alone(more: str) -> None:
    [section] = record(more).sections
    assert section.text == "Một.\nHai."


def test_photos_are_a_line_a_list_of_lines_or_a_group() -> None:
    assert [photo.file for photo in record("ảnh: anh/a  b.jpg\n").photos] == [("anh/a  b.jpg",)]
    assert [photo.file for photo in record("ảnh: [a.jpg, b.jpg]\n").photos] == [("a.jpg",), ("b.jpg",)]
    assert [photo.file for photo in record("ảnh:\n  - tệp: [a.jpg, b.jpg]\n").photos] == [("a.jpg", "b.jpg")]


@pytest.mark.parametrize(
    ("more", "name"),
    [
        ("chủ trì:\n", "chairs"), ("điểm cầu:\n  - tên: A\n    chủ trì:\n", "sites"), ("đại biểu:\n", "guests"),
        ("bầu cử:\n  - bầu gì: A\n    ứng cử:\n", "elections"),
        ("khen thưởng:\n  - hình thức: A\n    tên:\n", "awards"),
        ("quyết định:\n  - số: 1\n    cho:\n", "decisions"), ("văn bản:\n  vắng mặt:\n", "document"),
        ("thành phần:\n", "participants"),
    ],
)  # fmt: skip
def test_a_list_of_people_has_a_limit_wherever_it_stands(more: str, name: str) -> None:
    people = "      - Lê Cúc\n"
    [problem] = problems(more + people * (MOST_PEOPLE + 1))
    first = 4 + more.count("\n")
    assert (problem.id, problem.line) == ("too-many-people", first + MOST_PEOPLE + 1)
    assert getattr(record(more + people * 3), name)


def test_the_place_of_a_line_in_a_text_is_told() -> None:
    assert faults("chữ viết tắt: A\nthành phần: |\n  Tổ 1\n\n  " + "x" * 501 + "\n") == [
        (5, 15, "dict-type"),
        (9, 3, "long-word"),
    ]
