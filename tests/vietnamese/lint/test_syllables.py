"""Vietnamese syllables are told from what cannot be one."""

from __future__ import annotations

import pytest

from bulletin.vietnamese.lint.syllables import (
    is_syllable,
    mend,
    misplaced,
    pulled_apart,
    restyled,
    tone_style,
    tones_of,
    vowel_groups,
)
from bulletin.vietnamese.text import word_set

SYLLABLES = word_set("""
a ai an anh ao ba bác bằng bể biển bình bốn bừng buýt cả cách cải cần câu chả chẳng chế chính chuyển chuyện chuẩn cộng
của cuối cứu dân dài dự dưỡng đạo đảng đất đêm đều điều đón đồng được đường em êm gắn gần gầy gập ghế ghi ghềnh gì gìn
già giặc giếng giết giờ giúp giữa giường gươm hạt hai hân hiếu hoà hòa hoạch hoàn hoàng hoặc hoằng hội hợp huấn huề
huế huệ huơ huỳnh hương hưu hữu ích im in ỉa iêng kẻ kế khoai khoan khoẻ khỏe khoeo khoét khuấy khuất khuê khuếch
khuya khuyên khuỵu khuỷu khuynh kiêu kiểm kỷ kỹ lí lý lưu lượm lưỡng lưỡi lươn máy mẹ miền mía mọi một mỹ mực mười
muối muộn nếp nêu ngày ngành ngắn ngập nghe nghề nghĩa nghiệp nghỉ nghị nghìn ngoài ngoằn ngoèo ngoéo ngồi nguy nguyên
nguyện người nhà nhân nhất nhiệm nhiệt như những nơi nước ô ơ oách oai oan oang oanh oăm ở phải phiếu phòng phụ phường
quá quà quân quản quang quanh quắt quấn quật quây què quen quét quê quên quết quệch quế quí quý quỳ quỵ quýt quých
quỳnh quyết quyền quốc quờ rượu sát sắc sao sâu sinh suất suy sự sửa tại tập tỉnh tỷ tổ toàn tọa toạ toé tròn trước
trường tuần tuyên tuyết tuổi tư từng ước ủy uỷ uy uống ương ưa vị vẫn việc vừa xã xoài xoong moóc boong xuất xuề xuyến
ý yêu yến yết yểu yểm ỷ thuở thuế thuỷ thủy thùy thúc giê gíp
""")

IMPOSSIBLE = word_set("""
đựơc ngừơi hôị nghịêp qúy qúa gìa quỳên thủơ tóan nghành ngiệp ngiêm gì̀ cê ke̛ ngị ghàn kan chưc hoăc lâp tậpp trìnhh
triểnn nhưgn đưwợc dđược hộinghị kiẻm huởng lưòng thuơng quôc thưc phưc cấm̀ ăi ươ iêt bnă
""")


@pytest.mark.parametrize("word", sorted(SYLLABLES))
def test_a_syllable_is_one(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", sorted(IMPOSSIBLE))
def test_what_breaks_a_rule_of_spelling_is_none(word: str) -> None:
    assert not is_syllable(word)


@pytest.mark.parametrize("rime", ["ac", "ach", "ap", "at"])
def test_before_a_stop_only_two_tones_stand(rime: str) -> None:
    tones = {"": "a", "sắc": "á", "nặng": "ạ", "huyền": "à", "hỏi": "ả", "ngã": "ã"}
    heard = {tone for tone, vowel in tones.items() if is_syllable("m" + vowel + rime[1:])}
    assert heard == {"sắc", "nặng"}


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("đựơc", "được"), ("ngừơi", "người"), ("hôị", "hội"), ("nghịêp", "nghiệp"), ("qúy", "quý"), ("gìa", "già"),
        ("thủơ", "thuở"), ("nghành", "ngành"), ("ngiệp", "nghiệp"), ("huởng", "hưởng"), ("thuơng", "thương"),
        ("kiẻm", "kiểm"), ("nhưgn", "nhưng"), ("triểnn", "triển"), ("đưwợc", "được"),
    ],
)  # fmt: skip
def test_a_slip_is_mended_when_it_can_mean_one_thing(wrong: str, right: str) -> None:
    assert mend(wrong) == right


@pytest.mark.parametrize("word", ["chưc", "hoăc", "dđược", "xyzđ", "hộinghị"])
def test_a_slip_that_may_mean_several_things_is_not_mended(word: str) -> None:
    assert mend(word) is None


def test_of_a_name_only_the_place_of_its_tone_is_put_right() -> None:
    assert misplaced("qúy") == "quý"
    assert misplaced("nghành") == "ngành"
    assert misplaced("huởng") is None
    assert misplaced("kần") is None
    assert misplaced("niê") is None


def test_two_syllables_without_a_space_are_pulled_apart() -> None:
    assert pulled_apart("hộinghị") == "hội nghị"
    assert pulled_apart("hội") is None


def test_the_style_of_tone_marks_shows_in_open_syllables_alone() -> None:
    assert {word: tone_style(word) for word in ("hòa", "khỏe", "ủy", "hoà", "khoẻ", "uỷ")} == {
        "hòa": "old", "khỏe": "old", "ủy": "old", "hoà": "new", "khoẻ": "new", "uỷ": "new",
    }  # fmt: skip
    assert not any(map(tone_style, ("quý", "quà", "hoàn", "huyền", "ngoài", "khuỷu", "hoa", "tuy", "mía")))


def test_a_word_is_written_in_the_other_style() -> None:
    assert restyled("hòa") == "hoà"
    assert restyled("uỷ") == "ủy"


def test_vowel_groups_and_tones_tell_borrowed_words() -> None:
    assert vowel_groups("bêtông") == 2
    assert vowel_groups("nghiệp") == 1
    assert tones_of("vắcxin") == {"sắc"}
    assert tones_of("hộinghị") == {"nặng"}
