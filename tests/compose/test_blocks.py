from __future__ import annotations

import pytest

from bulletin.compose.blocks import after_text, award_count, programme
from bulletin.compose.nodes import Node

from .records import LARGE, STANDARD, record


def nodes(text: str) -> list[Node]:
    return after_text(record(text), STANDARD)


def told(node: Node) -> str:
    if node.people:
        return " | ".join(person.name or person.titles[0] for person in node.people)
    if node.entries:
        return " | ".join("".join(span.text for span in entry.spans) for entry in node.entries)
    return "".join(span.text for span in node.spans)


@pytest.mark.parametrize(
    ("award", "line"),
    [
        ("hình thức: Cờ thi đua", "Cờ thi đua"),
        ("hình thức: Giấy khen\n    số lượng: 24\n    cho: cá nhân", "Giấy khen: 24 cá nhân."),
        (
            "hình thức: Giấy khen\n    quyết định: 86-QĐ/ĐU\n    số lượng: 3\n    cho: tập thể\n    vì: Làm tốt.",
            "Giấy khen (Quyết định số 86-QĐ/ĐU): 3 tập thể. Làm tốt.",
        ),
        ("hình thức: Giấy khen\n    quyết định: Quyết định số 1", "Giấy khen (Quyết định số 1)"),
    ],
)
def test_an_award_is_told_in_one_line(award: str, line: str) -> None:
    assert told(nodes(f"khen thưởng:\n  - {award}\n")[1]) == line


def test_awards_are_counted_from_the_names() -> None:
    (award,) = record("khen thưởng:\n  - {hình thức: A, cho: tập thể, tên: [Tổ Toán, Tổ Văn]}\n").awards
    assert award_count(award) == "02 tập thể"
    (wordy,) = record("khen thưởng:\n  - {hình thức: A, cho: tập thể, số lượng: hơn 20 đơn vị}\n").awards
    assert award_count(wordy) == "hơn 20 đơn vị (tập thể)"


def test_those_who_receive_an_award_stay_with_it() -> None:
    found = nodes("khen thưởng:\n  - {hình thức: A, tên: [Tổ Toán, Tổ Văn]}\n")
    assert [(node.kind, node.keep) for node in found] == [("heading", False), ("paragraph", True), ("people", False)]
    assert told(found[2]) == "Tổ Toán | Tổ Văn"


@pytest.mark.parametrize(
    ("decision", "line"),
    [
        (
            "số: 12-QĐ/ĐU\n    ngày: 30/12/2023\n    nội dung: Chuẩn y",
            "Quyết định số 12-QĐ/ĐU, ngày 30/12/2023: Chuẩn y.",
        ),
        ("ngày: 30/12/2023\n    nội dung: Chuẩn y", "Quyết định ngày 30/12/2023: Chuẩn y."),
        ("nội dung: Lập tổ công tác", "Lập tổ công tác."),
    ],
)
def test_a_decision_is_told_in_one_line(decision: str, line: str) -> None:
    assert told(nodes(f"quyết định:\n  - {decision}\n")[1]) == line


def test_the_figures_of_an_election_stand_in_one_line_before_who_was_elected() -> None:
    text = (
        "bầu cử:\n  - {bầu gì: Chi ủy, hình thức: bỏ phiếu, số lượng: 03, phát ra: 84, thu về: 84, hợp lệ: 83, "
        "ứng cử: [{họ tên: Lê An, số phiếu: 80}], trúng cử: [Lê An]}\n"
    )
    found = nodes(text)
    assert [node.kind for node in found] == ["heading", "heading", "paragraph", "paragraph", "people", "grid"]
    assert told(found[2]) == (
        "Hình thức: bỏ phiếu kín; số lượng bầu 03; phiếu phát ra 84; phiếu thu về 84; phiếu hợp lệ 83"
    )
    assert [node.keep for node in found] == [False, False, True, True, False, False]


def test_candidates_without_votes_are_a_list() -> None:
    found = nodes("bầu cử:\n  - {bầu gì: Ban Kiểm phiếu, ứng cử: [Lê An, Trần Bình]}\n")
    assert [node.kind for node in found] == ["heading", "heading", "paragraph", "list"]
    assert told(found[3]) == "Lê An | Trần Bình"


def test_a_table_of_one_column_is_a_list() -> None:
    found = nodes("chỉ tiêu:\n  - Giữ vững danh hiệu\n")
    assert [node.kind for node in found] == ["heading", "list"]


def test_only_marked_lists_are_sorted() -> None:
    people = "kết nạp: [Nguyễn Văn Cường, Trần Thị An]\n"
    assert told(nodes(people)[1]) == "Nguyễn Văn Cường | Trần Thị An"
    assert told(nodes(f"sắp xếp: kết nạp\n{people}")[1]) == "Trần Thị An | Nguyễn Văn Cường"


def test_the_resolution_is_told_with_its_points() -> None:
    found = nodes("nghị quyết:\n  số: 01-NQ/ĐU\n  tên: Về nhiệm vụ\n  điểm: [Một, Hai]\n")
    assert told(found[1]) == "Số 01-NQ/ĐU: Về nhiệm vụ"
    assert (told(found[2]), found[1].keep) == ("Một | Hai", True)


def test_sites_are_named_and_a_number_of_sites_is_not_repeated() -> None:
    text = "điểm cầu:\n  - {tên: Sở Y tế, chủ trì: Lê An, số lượng: 85}\n  - {tên: Sở Nội vụ, số lượng: gần 100}\n"
    assert told(nodes(text)[1]) == "Sở Y tế: chủ trì: Lê An, 85 đại biểu | Sở Nội vụ: gần 100"
    assert nodes("điểm cầu: 27\n") == []


def test_what_makes_an_official_paper_is_no_part_of_the_news() -> None:
    assert nodes("văn bản:\n  loại: BC\n  địa danh: Huế\n  phụ lục:\n    tiêu đề: Một\n    lời: Hai.\n") == []


def test_a_record_without_any_of_it_has_no_blocks() -> None:
    assert nodes("") == []
    assert programme(record(), STANDARD) == []


def test_tables_are_fitted_to_the_edition() -> None:
    text = "biểu quyết:\n  - {nội dung: A, tổng: 9, đồng ý: 8, không đồng ý: 1, ý kiến khác: 0}\n"
    standard, large = (after_text(record(text), edition)[1].grid for edition in (STANDARD, LARGE))
    assert standard is not None
    assert large is not None
    assert (standard.cards, large.cards) == (False, True)
