"""The letters of Vietnamese and hypothesis strategies that several tests share."""

from __future__ import annotations

import unicodedata

from hypothesis import strategies as st

VOWELS = "aăâeêioôơuưy"
TONED = tuple(
    unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in "\u0300\u0309\u0303\u0301\u0323"
)
_SMALL = (*(letter for letter in "ăâđêôơư"), *TONED)
ACCENTED = tuple(case for letter in _SMALL for case in (letter, letter.upper()))
"""The 134 letters that have a mark."""

_WORDS = (
    "năm", "2024", "số", "01-KL/TW", "30/2020/NĐ-CP", "đồng", "chí", "Đại", "tá", "Nguyễn", "Văn", "A", "B.", "khóa",
    "XIII",
    "(khoá", "XII)", "04", "12", "chi", "bộ", "98,5%", "%", "tỷ", "ngày", "12/7/2022", "tháng", "9", "-", "–", "TP.",
    "Hồ",
    "Chí", "Minh", "giờ", "30", "phút", "ThS.BSCKII", "ông/bà", "đ/c", "KT-XH,", "\"Dân", "vận\"", "'tốt'", "55\"",
    "H'Hen",
    "Quận", "4", "điểm", "a", "thứ", "Sáu", "tuổi", "Đảng", "Trung", "ương", "...", "…", ".", "**đậm**", "Bí", "thư",
    "và",
)  # fmt: skip
_SPACES = (" ", " ", " ", "\u00a0", "  ", " \u00a0", "\n", "\u202f", "\u200b", "")

lines = st.one_of(
    st.text(max_size=60),
    st.text(alphabet=" \u00a0\"'.-/–1aAĐđI\u0301\u200b\u2011“”‘’%()*", max_size=40),
    st.lists(st.tuples(st.sampled_from(_WORDS), st.sampled_from(_SPACES)), max_size=30).map(
        lambda pairs: "".join(word + space for word, space in pairs)
    ),
)
"""Lines of any text, of signs that are hard to set, and of words that are bound."""
