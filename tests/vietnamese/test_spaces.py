from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given, settings

from bulletin.vietnamese import spaces, words
from bulletin.vietnamese.spaces import Run, bind_last, set_line
from bulletin.vietnamese.text import squeeze
from vietnamese.letters import ACCENTED, lines


def shown(text: str) -> str:
    """A line as set, with `~` for each bound space."""
    return "".join(run.text for run in set_line(text)).replace("\u00a0", "~")


TABLE = (
    # Number and noun.
    ("có 04 đồng chí dự", "có 04~đồng~chí dự"),
    ("gồm 12 chi bộ và 5 tập thể", "gồm 12~chi~bộ và 5~tập~thể"),
    ("33/34 đảng viên", "33/34~đảng~viên"),
    ("02 Đảng bộ, 3 trường", "02~Đảng~bộ, 3~trường"),
    ("đạt 9,5 điểm", "đạt 9,5~điểm"),
    ("5 trong 7 người", "5 trong 7~người"),
    ("98,5% kế hoạch", "98,5% kế hoạch"),
    ("12, chi bộ", "12, chi bộ"),
    # Honorifics, ranks, degrees and names.
    ("đồng chí Lê An phát biểu", "đồng~chí~Lê~An phát biểu"),
    ("đồng chí Đại tá Nguyễn Văn An, Chỉ huy", "đồng~chí Đại~tá~Nguyễn Văn~An, Chỉ huy"),
    ("Đồng chí Trung tá, ThS. Đỗ Văn Hà", "Đồng~chí~Trung~tá, ThS.~Đỗ Văn~Hà"),
    ("đ/c Đại tá Lê Thị Ân", "đ/c~Đại~tá~Lê Thị~Ân"),
    ("đ/c Trần Văn B", "đ/c~Trần Văn~B"),
    ("ThS.BSCKII Phạm Thị Hoa dự", "ThS.BSCKII~Phạm Thị~Hoa dự"),
    ("PGS.TS. Đỗ Hòa", "PGS.TS.~Đỗ~Hòa"),
    ("ông/bà X", "ông/bà~X"),
    ("Ông H'Hen Niê", "Ông~H'Hen~Niê"),
    ("Thầy giáo Vũ Minh Đức", "Thầy~giáo~Vũ Minh~Đức"),
    ("Nhà giáo Ưu tú Lê Lân", "Nhà giáo Ưu~tú~Lê~Lân"),
    ("đồng chí Nguyễn Văn An Bí thư Chi bộ", "đồng~chí~Nguyễn Văn~An Bí thư Chi bộ"),
    ("các đồng chí Bí thư chi bộ", "các đồng chí Bí thư chi bộ"),
    ("đồng chí, Lê An", "đồng chí, Lê An"),
    ("nhân dân Việt Nam", "nhân dân Việt Nam"),
    ("Nguyễn Thị Bạch Vân - TUV", "Nguyễn Thị Bạch Vân~- TUV"),
    ("Nguyễn Văn A; N. V. An", "Nguyễn Văn~A; N.~V.~An"),
    # Years, terms, dates, times.
    ("trong năm 2024 và năm học 2023 - 2024", "trong năm~2024 và năm học~2023~- 2024"),
    ("khóa XIII, khoá XII", "khóa~XIII, khoá~XII"),
    ("nhiệm kỳ 2025 - 2030", "nhiệm kỳ~2025~- 2030"),
    ("giai đoạn 2018 – 2023", "giai đoạn~2018~– 2023"),
    ("Chiều ngày 12/7/2022, sáng 13/7", "Chiều ngày~12/7/2022, sáng~13/7"),
    ("ngày 05 tháng 9 năm 2023", "ngày~05 tháng~9 năm~2023"),
    ("thứ Sáu, tháng Tám, lần thứ 18", "thứ~Sáu, tháng~Tám, lần~thứ~18"),
    ("lúc 14 giờ 30 phút", "lúc 14~giờ~30~phút"),
    ("quý III và quý 2 năm 2024", "quý~III và quý~2 năm~2024"),
    ("năm 2023 Đảng bộ", "năm~2023 Đảng bộ"),
    ("Tổng kết 2023 thành công", "Tổng kết 2023 thành công"),
    # Units and money.
    ("thu 5,2 tỷ đồng, 1.250 nghìn tỷ đồng", "thu 5,2~tỷ~đồng, 1.250~nghìn~tỷ~đồng"),
    ("98,5 % và 25 km, 50 tạ/ha", "98,5~% và 25~km, 50~tạ/ha"),
    ("Huy hiệu 30 năm tuổi Đảng", "Huy hiệu 30~năm~tuổi~Đảng"),
    ("hỗ trợ 2000 người", "hỗ trợ 2000~người"),
    # Papers.
    ("Kết luận số 01-KL/TW của", "Kết luận số~01-KL/TW của"),
    ("Số: 12/BC-UBND", "Số:~12/BC-UBND"),
    ("Nghị quyết Trung ương 4 (khóa XII), Chỉ thị 05", "Nghị quyết Trung ương~4 (khóa~XII), Chỉ thị~05"),
    ("Trung ương 4 khóa XII", "Trung ương~4 khóa~XII"),
    ("Đại hội XIII của Đảng", "Đại hội~XIII của Đảng"),
    ("điểm a khoản 2 Điều 5", "điểm~a khoản~2 Điều~5"),
    ("Phụ lục 1, Bảng 2", "Phụ lục~1, Bảng~2"),
    ("lớp 35 học sinh, lớp 5, đợt 2 năm 2024", "lớp 35~học~sinh, lớp~5, đợt~2 năm~2024"),
    # Places.
    ("Quận 4, TP. Hồ Chí Minh, xã A", "Quận~4, TP.~Hồ~Chí~Minh, xã~A"),
    ("tổ dân phố 3, TP Huế, P. 5", "tổ dân phố~3, TP~Huế, P.~5"),
    # A line does not begin with a sign.
    ("tổng kết … và kết luận .", "tổng kết~… và kết luận~."),
    ("- Đảng viên", "- Đảng viên"),
)  # fmt: skip


@pytest.mark.parametrize(("typed", "bound"), TABLE)
def test_words_that_belong_together_are_bound(typed: str, bound: str) -> None:
    assert shown(typed) == bound


@pytest.mark.parametrize(("typed", "bound"), TABLE)
def test_decomposed_letters_and_odd_spaces_make_no_difference(typed: str, bound: str) -> None:
    odd = unicodedata.normalize("NFD", typed).replace(" ", " \u202f\u200b ")
    assert shown(odd) == bound


def test_every_letter_is_printed_composed() -> None:
    line = " ".join(ACCENTED)
    assert squeeze("".join(ACCENTED)) == squeeze(
        "".join(run.text for run in set_line(unicodedata.normalize("NFD", line)))
    )
    assert all(unicodedata.is_normalized("NFC", run.text) for run in set_line(unicodedata.normalize("NFD", line)))


def test_a_code_is_a_whole_run_and_its_surroundings_are_not() -> None:
    assert set_line("Kết luận số 01-KL/TW, ngày 18/5/2021") == (
        Run("Kết luận số\u00a0", whole=False),
        Run("01-KL/TW,", whole=True),
        Run(" ngày\u00a018/5/2021", whole=False),
    )


def test_plain_text_is_one_run_and_empty_text_none() -> None:
    assert set_line("Quang cảnh Hội nghị") == (Run("Quang cảnh Hội nghị", whole=False),)
    assert set_line("") == ()


def test_a_no_break_hyphen_becomes_a_plain_one_that_does_not_break() -> None:
    assert set_line("KT\u2011XH") == (Run("KT-XH", whole=True),)


def test_spaces_at_the_ends_stay_so_that_marked_words_can_be_set_apart() -> None:
    assert shown("  dự  hội nghị \n") == " dự hội nghị "


def test_quotation_marks_are_set() -> None:
    assert shown('phong trào "Dân vận khéo"') == "phong trào “Dân vận khéo”"


def test_a_typed_no_break_space_is_kept_unless_it_makes_a_long_chain() -> None:
    assert shown("vui\u00a0tươi lắm") == "vui~tươi lắm"
    pasted = "một hai ba bốn năm sáu bảy tám".replace(" ", "\u00a0")
    assert shown(pasted) == "một~hai~ba~bốn năm~sáu~bảy~tám"


def test_three_long_words_are_not_held_together() -> None:
    assert shown("\u00a0".join(["nghiêng-ngả"] * 3)) == "nghiêng-ngả~nghiêng-ngả nghiêng-ngả"


def test_a_typed_no_break_space_is_the_first_to_go() -> None:
    assert shown("vì\u00a0đồng chí Lê An") == "vì đồng~chí~Lê~An"


def test_a_mark_parted_from_its_letter_by_an_invisible_one_is_composed() -> None:
    assert shown("kha\u200b\u0301c") == "khác"


@settings(derandomize=True, deadline=None)
@given(lines)
def test_setting_twice_changes_nothing(line: str) -> None:
    once = "".join(run.text for run in set_line(line))
    assert "".join(run.text for run in set_line(once)) == once


@settings(derandomize=True, deadline=None)
@given(lines)
def test_no_letter_is_lost_and_none_that_fonts_lack_is_made(line: str) -> None:
    done = "".join(run.text for run in set_line(line))
    assert squeeze(done) == squeeze(line)
    assert not set(done) & set("\u2010\u2011\u202f\u2060\u200b\u00ad\ufeff\t\n")
    assert not re.search(r"[ \u00a0]{2}", done)


@settings(derandomize=True, deadline=None)
@given(lines)
def test_chains_stay_short(line: str) -> None:
    for chain in "".join(run.text for run in set_line(line)).split(" "):
        bound = chain.split("\u00a0")
        assert len([word for word in bound if words.look(word).key.strip("-–—")]) <= 4
        assert len(bound) <= 2 or len(chain) <= 24


@pytest.mark.parametrize(
    "unit",
    [
        "a-",
        "A/",
        "1.",
        '"a ',
        "'a' ",
        "a\u00a0",
        "- ",
        "% ",
        ". ",
        "đồng chí A ",
        "1 tỷ đồng ",
        "ThS.",
        "A&B-",
        "(",
        "a\u0301",
        " \u00a0",
    ],
)
def test_work_grows_with_the_text_and_no_faster(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def steps(times: int) -> int:
        taken = 0
        true_bind, true_cut = spaces._bind, spaces._cut_chains

        class Counted(list[words.Word]):
            def __getitem__(self, place):  # type: ignore[no-untyped-def]
                nonlocal taken
                taken += 1 if isinstance(place, int) else len(range(*place.indices(len(self))))
                return super().__getitem__(place)

        monkeypatch.setattr(spaces, "_bind", lambda seen: true_bind(Counted(seen)))
        monkeypatch.setattr(spaces, "_cut_chains", lambda seen, strengths: true_cut(Counted(seen), strengths))
        set_line(unit * times)
        monkeypatch.undo()
        return taken

    assert steps(4000) <= 4.2 * steps(1000) + 50


@pytest.mark.parametrize(
    ("typed", "bound"),
    [
        ("toàn thể đảng viên", "toàn thể đảng~viên"),
        ("Quang cảnh Hội nghị.", "Quang cảnh Hội~nghị."),
        ("Hội nghị", "Hội~nghị"),
        ("Hội", "Hội"),
        ("", ""),
        ("  ", "  "),
        (" Hội", " Hội"),
        ("phòng họp ABCDEFG 1234567", "phòng họp ABCDEFG 1234567"),
        ("năm\u00a02024 tốt", "năm~2024~tốt"),
        ("đồng\u00a0chí\u00a0Nguyễn Lan", "đồng~chí~Nguyễn Lan"),
        ("đảng viên ", "đảng~viên "),
    ],
)
def test_the_last_two_words_are_bound_if_they_are_short(typed: str, bound: str) -> None:
    assert bind_last(typed).replace("\u00a0", "~") == bound


def test_what_was_bound_last_stays_bound_when_the_line_is_set() -> None:
    assert shown(bind_last("Lễ kết nạp toàn thể đảng viên")) == "Lễ kết nạp toàn thể đảng~viên"
