"""Pairs of syllables, each possible in itself, that office writing confuses or half types."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

# Only pairs that mean nothing as they stand: no "kết qua", which "đoàn kết qua các thời kỳ" holds.
_TABLE = """
biễu dương: biểu dương | biễu quyết: biểu quyết | bi thư: bí thư | bảo đãm: bảo đảm | bầu củ: bầu cử
bầu cữ: bầu cử | bỏ xót: bỏ sót | bổ nhiêm: bổ nhiệm | bỗ nhiệm: bổ nhiệm | bổ xung: bổ sung | bỗ sung: bổ sung
chi bô: chi bộ | chuyễn đổi: chuyển đổi | chuyển đỗi: chuyển đổi | chương trinh: chương trình
chuẩn đoán: chẩn đoán | chặc chẽ: chặt chẽ | chặt chẻ: chặt chẽ | chỉ đao: chỉ đạo | chi đạo: chỉ đạo
chĩ đạo: chỉ đạo | cán bô: cán bộ | cán bọ: cán bộ | công tac: công tác | cãi cách: cải cách | cải thiên: cải thiện
dân chũ: dân chủ | giám xát: giám sát | giáo duc: giáo dục | giải phap: giải pháp | giãi pháp: giải pháp
giấy khên: giấy khen | giử gìn: giữ gìn | giữ gìm: giữ gìn | giữ vửng: giữ vững | gương mẩu: gương mẫu
hiệu quã: hiệu quả | hạn chê: hạn chế | han chế: hạn chế | hổ trợ: hỗ trợ | hội nghi: hội nghị | hôi nghị: hội nghị
khuyết điễm: khuyết điểm | khắc phuc: khắc phục | khẵng định: khẳng định | khẳng đinh: khẳng định
kiểm xoát: kiểm soát | kiễm tra: kiểm tra | kiễm điểm: kiểm điểm | kiểm điễm: kiểm điểm | kiểm điềm: kiểm điểm
kiệt suất: kiệt xuất | kế hoach: kế hoạch | kê hoạch: kế hoạch | kết luân: kết luận | kỹ niệm: kỷ niệm
kỷ thuật: kỹ thuật | làm rỏ: làm rõ | lãng mạng: lãng mạn | lãnh đao: lãnh đạo | lảnh đạo: lãnh đạo
mạnh mẻ: mạnh mẽ | manh mẽ: mạnh mẽ | mẩu mực: mẫu mực | nghiêm tuc: nghiêm túc | nghĩ hưu: nghỉ hưu
nghỉ hiu: nghỉ hưu | nghi quyết: nghị quyết | nguyên nhan: nguyên nhân | nhiệm vu: nhiệm vụ | nhiêm vụ: nhiệm vụ
nhân dan: nhân dân | nhận sét: nhận xét | nâng cáo: nâng cao | nêu rỏ: nêu rõ | nổ lực: nỗ lực
phát biễu: phát biểu | phát triền: phát triển | phát triễn: phát triển | phat triển: phát triển
phẫm chất: phẩm chất | quan điễm: quan điểm | quán triết: quán triệt | quãn lý: quản lý | rà xoát: rà soát
rỏ ràng: rõ ràng | sai xót: sai sót | xinh hoạt: sinh hoạt | sinh hoặt: sinh hoạt | sinh hoat: sinh hoạt
xong song: song song | suông sẻ: suôn sẻ | xáng tạo: sáng tạo | sát nhập: sáp nhập | xâu rộng: sâu rộng
xâu sát: sâu sát | sâu xát: sâu sát | xâu sắc: sâu sắc | xót lại: sót lại | xúc tích: súc tích | sạch sẻ: sạch sẽ
sản suất: sản xuất | xắp xếp: sắp xếp | sắp sếp: sắp xếp | xử dụng: sử dụng | sữa chữa: sửa chữa
sửa chửa: sửa chữa | sữa đổi: sửa đổi | tham luân: tham luận | thăm quan: tham quan | thi dua: thi đua
thiếu xót: thiếu sót | thảo luân: thảo luận | thào luận: thảo luận | thực hiên: thực hiện | tiêu biễu: tiêu biểu
triển khải: triển khai | trển khai: triển khai | triển khái: triển khai | trong sach: trong sạch
trách nhiêm: trách nhiệm | tránh nhiệm: trách nhiệm | trúng củ: trúng cử | tuyên truyên: tuyên truyền
tăng cương: tăng cường | tỉ mĩ: tỉ mỉ | tồn tai: tồn tại | tô chức: tổ chức | tông kết: tổng kết
tựu chung: tựu trung | vửng mạnh: vững mạnh | vũng mạnh: vững mạnh | sem xét: xem xét | xem sét: xem xét
xuất xắc: xuất sắc | suất sắc: xuất sắc | xây dưng: xây dựng | xây dụng: xây dựng | ý kiên: ý kiến
đại biễu: đại biểu | đại biêu: đại biểu | đai biểu: đại biểu | đãm bảo: đảm bảo | đảng bô: đảng bộ | đề củ: đề cử
đỗi mới: đổi mới | đổi mơi: đổi mới | dổi mới: đổi mới | đột suất: đột xuất | ưu điễm: ưu điểm | ứng củ: ứng cử
"""

_UNLESS_AFTER: Mapping[tuple[str, str], frozenset[str]] = MappingProxyType(
    {
        # giám sát + nhập khẩu, tiếp xúc + tích cực, and so on: the first syllable belongs to the word before.
        ("sát", "nhập"): frozenset({"giám", "khảo", "kiểm", "quan", "trinh", "cảnh", "ám"}),
        ("xúc", "tích"): frozenset({"tiếp", "cảm"}),
        ("chuẩn", "đoán"): frozenset({"tiêu", "phê"}),
        ("kết", "luân"): frozenset({"liên", "đoàn"}),
        ("nổ", "lực"): frozenset({"vụ", "cháy", "bùng", "tiếng", "chất"}),
        ("ý", "kiên"): frozenset({"chú", "đồng", "nhất", "lưu"}),
        ("bầu", "củ"): frozenset({"quả"}),
    }
)


def meant(before: str, first: str, second: str) -> str:
    """What two syllables in lower case stand for, given the one before them; empty when they are no slip."""
    right = SLIPS.get(first, {}).get(second, "")
    return "" if before in _UNLESS_AFTER.get((first, second), ()) else right


def _slips() -> Mapping[str, Mapping[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for entry in _TABLE.replace("\n", "|").strip("|").split("|"):
        wrong, _, right = entry.partition(":")
        first, second = wrong.split()
        found.setdefault(first, {})[second] = right.strip()
    return MappingProxyType(found)


SLIPS = _slips()
"""For the first word of each slip in lower case: the second words, and what is meant."""
