"""Tables of words that belong together on one line. What is bound, and why, is told in docs/typography.md."""

from __future__ import annotations

from typing import Final

from bulletin.vietnamese.text import word_set

# What a number looks like to the word before it; they add up.
DIGITS: Final = 1
"""Begins with a digit: `5`, `12/7/2022`, `01-KL/TW`, `14h30`."""
ROMAN: Final = 2
LETTER: Final = 4
SLASHED: Final = 8
"""Numbers joined by signs, such as dates: `12/7`, `33/34`, `2018-2023`."""


HEADS: Final = {
    **dict.fromkeys(
        word_set("năm tháng ngày mùng số đợt lần trang dòng đường giờ ngõ hẻm kiệt khoản nhà phòng"), DIGITS
    ),
    **dict.fromkeys(word_set("sáng trưa chiều tối"), SLASHED),
    **dict.fromkeys(word_set("khóa khoá quý thứ chương phần kỳ tập vòng bậc tiết"), DIGITS | ROMAN),
    **dict.fromkeys(word_set("bảng hình biểu điều quận phường tổ ấp thôn xóm bản đội lớp khối tầng"), DIGITS | LETTER),
    **dict.fromkeys(word_set("mục hạng loại nhóm cấp"), DIGITS | ROMAN | LETTER),
    **dict.fromkeys(word_set("điểm xã huyện tỉnh khu trường"), LETTER),
}
"""Words that a number or letter labels (`năm 2024`, `khóa XIII`, `điểm a`), with the sorts that do."""
HEADS["điểm"] |= DIGITS
HEADS["khu"] |= DIGITS

LOOSE_HEADS: Final = word_set("đường nhà phòng lớp tổ nhóm loại đội khối số đợt tập lần bản điểm")
"""Words of `HEADS` after which a number may as well count what follows: `nhóm 5 người`."""

PAIRED: Final = DIGITS | ROMAN
"""Sorts of number that label the words of `PAIR_HEADS`."""

PAIR_HEADS: Final = {
    "quyết": ("nghị",), "ương": ("trung",), "thị": ("chỉ",), "luận": ("kết",), "tư": ("thông",), "dẫn": ("hướng",),
    "định": ("quy", "quyết", "nghị"), "hoạch": ("kế",), "trình": ("chương", "tờ"), "án": ("đề", "dự"), "hội": ("đại",),
    "nghị": ("hội",), "lục": ("phụ",), "phố": ("khu", "dân"), "lộ": ("quốc", "tỉnh"), "đoạn": ("giai",), "kỷ": ("thế",),
    "cáo": ("báo",), "báo": ("thông",), "điện": ("công",), "học": ("năm",),
}  # fmt: skip
"""Second syllables of words that a number labels (`Trung ương 4`, `Chỉ thị 05`), with their first."""

PLACES: Final = word_set("tp tx tt đk q p h x tdp kp")
"""Abbreviated kinds of places; with a full stop, or one of the first two."""

NEXT: Final = {
    "thứ": word_set("nhất nhì hai ba tư năm sáu bảy tám chín mười"),
    "tháng": word_set("giêng hai ba tư năm sáu bảy tám chín mười chạp"),
    "lần": word_set("thứ"),
    "tuổi": word_set("đảng"),
    "hồ": word_set("chí"),
    "chí": word_set("minh"),
    "lý": word_set("do"),
    "lí": word_set("do"),
}
"""Words that are bound to one of these after them: `thứ Sáu`, `tháng Tám`, `Hồ Chí Minh`, `vắng có lý do 02`."""

UNITS: Final = word_set(
    "% ‰ °c tỷ tỉ triệu nghìn ngàn đồng đ usd vnd vnđ euro km m cm mm m2 m² m3 m³ km2 km² ha kg g tấn tạ yến lít kwh "
    "kw mw giờ phút giây năm tháng tuần ngày tuổi lần lượt người phiếu hộ suất đảng"
)
"""What follows any number, a year's look-alike such as `2000` too."""

TIME_PARTS: Final = word_set("phút giây")
"""What follows even a number that labels the word before it: `14 giờ 30 phút`."""

COMPOUNDS: Final = frozenset(
    tuple(pair.split())
    for pair in (
        "đồng chí", "chi bộ", "đảng bộ", "đảng viên", "đảng ủy", "đảng uỷ", "đại biểu", "tập thể", "cá nhân", "cán bộ",
        "công chức", "viên chức", "tỷ đồng", "tỉ đồng", "triệu đồng", "nghìn đồng", "ngàn đồng", "nghìn tỷ",
        "triệu usd", "tỷ usd", "thành viên", "ủy viên", "uỷ viên", "đoàn viên", "hội viên", "giáo viên", "sinh viên",
        "học sinh",
        "nhân viên", "bác sĩ", "quần chúng", "đơn vị", "tổ chức", "cơ quan", "cơ sở", "chi ủy", "chi uỷ", "chi hội",
        "chi đoàn", "nội dung", "nhiệm vụ", "chỉ tiêu", "giải pháp", "mục tiêu", "ý kiến", "tham luận", "lượt người",
        "hộ dân", "hộ nghèo", "hộ gia", "phiếu bầu", "điểm cầu", "đề tài", "đề án", "dự án", "công trình", "sáng kiến",
        "mô hình", "lớp học", "trường học", "doanh nghiệp", "hợp tác", "bằng khen", "giấy khen", "huân chương",
        "huy chương", "huy hiệu", "cờ thi", "chuyên đề", "văn bản", "nghị quyết", "cuộc họp", "hội nghị", "năm tuổi",
        "tuổi đảng", "héc ta", "suất quà", "phần quà", "căn nhà", "phần trăm",
    )
)  # fmt: skip
"""Two syllables that are one word after a number: `04 đồng chí`, `5 tỷ đồng`."""

NOT_COUNTED: Final = word_set(
    "của và đã đang sẽ được bị trong ngoài là có không cho về theo để với cùng tại ở đến từ tới thì bằng hoặc hay "
    "nhưng mà so khi do bởi vì nên nếu đạt tăng giảm vượt còn cũng như này đó trên dưới trước sau giữa gồm thuộc qua "
    "nhằm trở nay vừa rất phải cần"
)
"""Words that go on with the sentence after a number: nothing is gained by binding them to it."""
