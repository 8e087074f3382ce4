from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin.vietnamese.secrecy import holds_mark, is_mark, is_secrecy_key, secret_lines

MARKS = (
    "MẬT", "(MẬT)", "[ MẬT ]", "*MẬT*", "– MẬT –", "MẬT.", "«MẬT»", "1. MẬT", "a) MẬT", "II. TỐI MẬT", "M Ậ T",
    "T Ố I  M Ậ T", "TỐI MẬT", "tối mật", "Tuyệt mật", "TUYỆT MẬT", "TÀI LIỆU MẬT", "Tài liệu tối mật", "TAI LIEU MAT",
    "TUYET MAT", "M\u200bẬT", "MẬ\u0422", unicodedata.normalize("NFD", "TỐI MẬT"), "\u00a0TỐI\u00a0MẬT\u00a0",
    "ΜẬΤ", "ＭẬＴ", "TỐI MẬT (bản số 01)",
)  # fmt: skip
INNOCENT = (
    "", "Mật", "mật", "bí mật", "BÍ MẬT", "Bảo mật", "BẢO MẬT", "Mật ong", "MẬT ONG", "Nguyễn Thị Mật", "Mật, Bí thư",
    "MAT", "MẶT", "MẤT", "Mặt trận", "Luật Bảo vệ bí mật nhà nước", "không mật", "Mật độ dân số",
    "Ba mức: TUYỆT MẬT, TỐI MẬT, MẬT", "Văn bản đóng dấu TỐI MẬT được lưu riêng",
)  # fmt: skip


@pytest.mark.parametrize("text", MARKS)
def test_a_mark_is_told_whatever_stands_around_it(text: str) -> None:
    assert is_mark(text)
    assert secret_lines(f"tiêu đề: A\n{text}\n") == (2,)
    assert secret_lines(f"tiêu đề: {text}") == (1,)
    assert secret_lines(f"thành phần:\n  - {text}\n  - B") == (2,)
    assert secret_lines(f"nội dung: |\n  Một.\n\n  {text}\n") == (4,)
    assert holds_mark(f"Một.\n{text}\nHai.")


@pytest.mark.parametrize("text", INNOCENT)
def test_words_that_only_hold_such_letters_raise_no_alarm(text: str) -> None:
    assert not is_mark(text)
    assert secret_lines(f"tiêu đề: {text}\nthành phần:\n  - {text}\nnội dung: |\n  {text}\n") == ()
    assert not holds_mark(f"Một.\n{text}\nHai.")


@pytest.mark.parametrize(
    "text",
    [
        "độ mật: Mật", "độ mật: mật", "ĐỘ MẬT : TỐI MẬT", "do_mat: mat", "Độ-mật: gì đó", "secrecy: secret",
        "secrecy: yes", 'secrecy: "confidential"', "'độ mật': mật", "\ufeffđộ mật: Mật", "độ mật\uff1a Mật",
        "  độ mật: Mật", "  - độ mật: tuyệt mật", "{tiêu đề: A, độ mật: Mật}", "độ mật: mật # ghi chú",
        'độ mật: "M\\u1eadt"', '"\\u0111ộ mật": Mật', '"\\U00000111ộ m\\xe2t": kín',
        "độ mật:\n  Mật", "độ mật:\n\n  - Mật", "độ mật:\n- Mật", "độ mật: |\n  mật", "? độ mật\n: Mật\nđộ mật: Mật",
    ],
)  # fmt: skip
def test_a_level_of_secrecy_is_told_whatever_the_state_of_the_file(text: str) -> None:
    assert secret_lines(text)
    assert secret_lines(f"  tiêu đề: A: b\n\t- [\n{text}\n'")


@pytest.mark.parametrize(
    "text",
    [
        "độ mật: không", "độ mật: Không mật", "độ mật:", "độ mật:\nngày: 1/1/2024", "độ mật: thường", "secrecy: none",
        "secrecy: 'none'", "độ mật: không # ghi chú", "độ mật:\n  không",
        "  Độ mật: gồm ba mức Tuyệt mật, Tối mật và Mật.", "mức độ mật độ: cao", "phạm vi: nội bộ",
    ],
)  # fmt: skip
def test_no_secrecy_and_sentences_about_it_raise_no_alarm(text: str) -> None:
    assert secret_lines(text) == ()


def test_marks_in_lists_in_brackets_and_behind_notes_are_told() -> None:
    assert secret_lines("cột: [A, TỐI MẬT]\n- {chú thích: MẬT, tệp: a}\n# MẬT\n- MẬT # ghi chú\n") == (1, 2, 3, 4)


@pytest.mark.parametrize("text", ['"M\\u1eacT"', '"T\\u1ed0I M\\u1eacT"', '"TUY\\U00001ec6T M\\u1eacT"'])
def test_letters_written_as_numbers_are_read(text: str) -> None:
    assert secret_lines(f"tiêu đề: A\nphụ đề: {text}\n- [{text}]\n") == (2, 3)


def test_numbers_that_are_no_letters_raise_nothing() -> None:
    assert secret_lines('a: "\\uD800 \\UFFFFFFFF \\x0a m\\u00e2t"\nđộ mật: "kh\\u00f4ng"\n') == ()


def test_every_line_is_told_once_whatever_its_ends() -> None:
    assert secret_lines("độ mật: MẬT\r\nA\rTỐI MẬT\nB\n") == (1, 3)


def test_the_key_is_known_in_both_languages() -> None:
    assert all(is_secrecy_key(key) for key in ("độ mật", "ĐỘ_MẬT", "do-mat", "secrecy", "Secrecy"))
    assert not is_secrecy_key("mật độ")


@settings(derandomize=True, deadline=None, max_examples=300)
@given(st.text(alphabet="MẬTmật :-[]{}#|>\n\"'TỐI độ", max_size=30), st.sampled_from(["\n", "\n  ", "\n  - "]))
def test_a_mark_on_a_line_of_its_own_is_told_whatever_stands_above(text: str, before: str) -> None:
    found = secret_lines(f"{text}{before}TUYỆT MẬT\n")
    assert text.count("\n") + 2 in found
