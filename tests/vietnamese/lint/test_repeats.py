"""Words typed twice are marked; words doubled on purpose, and compounds that meet, are not."""

from __future__ import annotations

import pytest

from vietnamese.lint.reader import marked


@pytest.mark.parametrize(
    ("text", "twice"),
    [
        ("Hội nghị đã đã thông qua.", "đã đã"),
        ("Các các đồng chí.", "Các các"),
        ("Theo đó, các các sở, ngành.", "các các"),
        ("Tổ chức thực hiện hiện.", "hiện hiện"),
        ("Đồng chí đồng chí Lan.", "Đồng chí đồng chí"),
        ("Đảng bộ tổ chức tổ chức lễ.", "tổ chức tổ chức"),
        ("Ban Chấp hành Ban Chấp hành mới.", "Ban Chấp hành Ban Chấp hành"),
        ("Họp ngày ngày 29/12.", "ngày ngày"),
        ("Kết quả của  của năm.", "của  của"),
    ],
)
def test_a_word_typed_twice_is_marked(text: str, twice: str) -> None:
    assert marked(text, only="doubled-word") == [twice]


@pytest.mark.parametrize(
    "text",
    [
        "Luôn luôn gương mẫu.", "Đời đời nhớ ơn.", "Rừng xanh xanh.", "Nhà nhà thi đua.", "Từ từ tiến lên.",
        "Năm năm qua.", "Trong năm năm.", "Từng bước từng bước.", "Càng ngày càng ngày càng tốt.", "Ngày ngày đến lớp.",
    ],
)  # fmt: skip
def test_words_doubled_on_purpose_are_left_alone(text: str) -> None:
    assert marked(text, only="doubled-word") == []


@pytest.mark.parametrize(
    "text",
    [
        "Phân công công việc.", "Cơ quan quan tâm.", "Ủy ban ban hành.", "Tổng kết kết quả.", "Trở thành thành viên.",
        "Đảng bộ bộ phận.", "Trưởng phòng Phòng Nội vụ.",
        "Phòng họp của Các các bạn.", "Đại hội Hội Nông dân.", "Thiết bị bị hỏng.",
        "Tồn tại tại cơ sở.", "Tiền của của dân.", "Kế hoạch năm tiếp theo theo hướng dẫn.", "Giai đoạn đoàn kết.",
        "Lý do do đâu?", "Nguồn lực sẵn có có thể dùng.", "Từ bên trong trong nhiều năm.",
    ],
)  # fmt: skip
def test_compounds_that_meet_end_to_start_are_left_alone(text: str) -> None:
    assert marked(text, only="doubled-word") == []


@pytest.mark.parametrize("text", ["Đồng chí Na Na.", "Ca sĩ Hà Thu Hà Thu hát.", "10 10 10", "Các, các bạn.", "A\nA"])
def test_names_figures_and_words_parted_by_signs_are_left_alone(text: str) -> None:
    assert marked(text, only="doubled-word") == []
