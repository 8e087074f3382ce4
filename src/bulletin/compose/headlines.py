"""Headlines as a typographer would break them: few lines of about one length, no word of two syllables torn apart."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from bulletin.compose.scale import PT_PER_MM, scale, set_words
from bulletin.compose.widths import balanced, lines
from bulletin.edition import Edition
from bulletin.vietnamese.bonds import COMPOUNDS
from bulletin.vietnamese.spaces import bind_last
from bulletin.vietnamese.text import NBSP, word_set

_SAFE: Final = 1.025
"""How much wider than measured a line may be: letters that stand closer or farther in pairs are not measured."""
_MOST_LINES: Final = 3
_MOST_LARGE_LINES: Final = 4
"""A headline of more lines is set smaller."""
_CLOSE: Final = 1.36
_STACKED: Final = 1.54
"""Line heights that clear the tallest letters: without and with capitals that bear two marks (Be Vietnam Pro needs 1.31
and 1.49, measured)."""
_SHUT: Final = ',;:.!?…)”’"'
_OPENED: Final = '(“‘"'
_MOST_NAMED: Final = 4
_LONGEST_NAME: Final = 16
"""Words and letters of a name that is kept on one line."""

_WORDS: Final = COMPOUNDS | frozenset(
    tuple(pair.split())
    for pair in (
        "an ninh", "an toàn", "báo cáo", "ban hành", "bảo vệ", "bầu cử", "bổ nhiệm", "cải cách", "cấp ủy", "cấp uỷ",
        "chất lượng", "chỉ đạo", "chỉ thị", "chính quyền", "chính sách", "chính trị", "chủ đề", "chủ tịch", "chủ trì",
        "chuẩn bị", "chương trình", "chuyển đổi", "công an", "công bố", "công đoàn", "công nghệ", "công nhân",
        "công tác", "cộng sản", "cuộc thi", "cựu chiến", "dân chủ", "dân tộc", "dân vận", "đại hội", "đánh giá",
        "đào tạo", "đầu tư", "đề án", "đoàn kết", "đoàn thể", "đối thoại", "đổi mới", "đột phá", "động viên",
        "gặp mặt", "gia đình", "giai đoạn", "giám đốc", "giám sát", "giảng dạy", "giao ban", "giao lưu", "giáo chức",
        "giáo dục", "hiệu trưởng", "hoạt động", "học kỳ", "học tập", "hội đồng", "hội thảo", "hướng dẫn", "kế hoạch",
        "kết luận", "kết nạp", "kết quả", "khai giảng", "khai mạc", "khen thưởng", "khoa học", "kiểm điểm", "kiểm tra",
        "kinh tế", "kỷ luật", "kỷ niệm", "ký kết", "lãnh đạo", "lao động", "lý luận", "mặt trận", "mầm non",
        "năng lực", "nâng cao", "ngân sách", "nghiên cứu", "nghiệp vụ", "nhà giáo", "nhà nước", "nhà trường",
        "nhân dân", "nhân sự", "nhiệm kỳ", "nông dân", "nông thôn", "ôn tập", "ổn định", "phát biểu", "phát động",
        "phát huy", "phát triển", "phòng chống", "phổ biến", "phổ thông", "phong trào", "phụ huynh", "phụ nữ",
        "phương hướng", "phương pháp", "quán triệt", "quản lý", "quân đội", "quân sự", "quốc gia", "quốc hội",
        "quốc phòng", "quy chế", "quy định", "quyết định", "sáng kiến", "sinh hoạt", "sơ kết", "tài chính",
        "tập huấn", "tặng thưởng", "thanh niên", "thanh tra", "thành lập", "thành tích", "thành phố", "thảo luận",
        "thẩm định", "thi đua", "thiếu niên", "thiết bị", "thông báo", "thông qua", "thông tin", "thực hiện",
        "thường kỳ", "thường niên", "thường trực", "thường vụ", "thường xuyên", "tiểu học", "tiêu biểu", "tinh thần",
        "tọa đàm", "toạ đàm", "toàn quốc", "tổng kết", "tốt nghiệp", "trang thiết", "trao đổi", "trao tặng",
        "triển khai", "trọng tâm", "trung học", "trung tâm", "trung ương", "truyền thống", "trực thuộc", "trực tuyến",
        "tuyên dương", "tuyên giáo", "tuyên truyền", "tuyển sinh", "tư tưởng", "tự phê", "ủy ban", "uỷ ban",
        "văn bản", "văn hóa", "văn hoá", "văn nghệ", "văn phòng", "vận động", "vững mạnh", "xã hội", "xây dựng",
        "xếp loại", "y tế",
    )
)  # fmt: skip
"""Words of two syllables that are common in headlines of reports."""


_LEADING: Final = word_set("và của về với cho trong tại ở do từ các những bằng theo")


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline, and how it is set."""

    text: str
    """With U+00A0 inside the words that must not be torn apart."""
    size_pt: float
    width_mm: float
    """At most so wide are its lines, so that they are about equally long."""
    leading: float
    """Line height, as a multiple of the size."""


def headline(text: str, edition: Edition) -> Headline:
    """The largest size at which a headline takes but few lines, and the width at which those are balanced."""
    return _set(text, edition, scale(edition).titles)


def subtitle(text: str, edition: Edition) -> Headline:
    """The line below the headline, balanced too."""
    return _set(text, edition, (scale(edition).subtitle,))


def cover_line(text: str, edition: Edition, factors: Sequence[float]) -> Headline:
    """A line of a cover at the largest size at which it takes but few lines.

    Args:
        text: What is set.
        edition: Gives the measure.
        factors: Sizes as multiples of the running text, the largest first.
    """
    return _set(text, edition, [edition.body_pt * factor for factor in factors])


def _set(text: str, edition: Edition, sizes: Sequence[float]) -> Headline:
    bound = bind_last(bind_words(text))
    face = scale(edition).sans
    measure = edition.measure_mm * PT_PER_MM
    widths = [face.width(word, bold=True) for word in set_words(bound)]
    space = face.width(" ", bold=True)
    # The smaller, the more lines it may take.
    most = range(_MOST_LARGE_LINES if edition.large_print else _MOST_LINES, 99)
    fitting = (size for size, lots in zip(sizes, most, strict=False) if lines(widths, space, measure / size) <= lots)
    size = next(fitting, sizes[-1])
    width = min(measure, _SAFE * size * balanced(widths, space, measure / size))
    leading = _STACKED if any(map(_is_stacked, bound)) else _CLOSE
    return Headline(bound, round(size, 2), round(width / PT_PER_MM, 1), leading)


def _is_stacked(letter: str) -> bool:
    """Whether it is a capital with two marks."""
    return letter.isupper() and len(unicodedata.normalize("NFD", letter)) > 2


def bind_words(text: str) -> str:
    """Put U+00A0 into the words of a line that are common in headlines, and into names: `Nguyễn Du`, `Lê Quý Đôn`."""
    words = text.split(" ")
    gaps = [" "] * (len(words) - 1)
    place = 0
    while place < len(gaps):
        if (words[place].lower().lstrip(_OPENED), words[place + 1].lower().rstrip(_SHUT)) in _WORDS:
            gaps[place] = NBSP
            place += 1
        place += 1
    for start, end in _names(words, gaps):
        gaps[start : end - 1] = [NBSP] * (end - 1 - start)
    for place, word in enumerate(words[:-1]):
        # A line does not end in a word that only leads on to the next.
        if word.lower() in _LEADING:
            gaps[place] = NBSP
    return "".join(word + gap for word, gap in zip(words, [*gaps, ""], strict=True))


def _names(words: Sequence[str], gaps: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Runs of two to four short words with capitals, none of which is bound already."""
    free = [
        word.lstrip(_OPENED)[:1].isupper() and NBSP not in (*gaps[max(0, place - 1) : place + 1], word)
        for place, word in enumerate(words)
    ]
    start = 0
    for place in range(len(words) + 1):
        if place < len(words) and free[place]:
            if words[place][-1] not in _SHUT:
                continue
            end = place + 1
        else:
            end = place
        if 2 <= end - start <= _MOST_NAMED and sum(map(len, words[start:end])) <= _LONGEST_NAME:
            yield start, end
        start = place + 1
