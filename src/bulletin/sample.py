"""Commented sample records, one for each kind of conference; each builds as it is."""

from __future__ import annotations

from types import MappingProxyType

from bulletin.model.words import KINDS

_HEAD = """\
# yaml-language-server: $schema={schema}
# Bản ghi của một hội nghị. Dòng bắt đầu bằng dấu # là lời chú, không được in.
# Sửa các dòng dưới đây, thêm hoặc bỏ mục tùy ý, rồi chạy:  bulletin build {{tên tệp}}
# Kiểm tra trước khi in:  bulletin check {{tên tệp}}

tiêu đề: {title}
loại: {kind}
ngày: 29/12/2025
giờ: 14h00
địa điểm: Hội trường tầng 2
# Đơn vị phát hành; có thể ghi một lần cho mọi bản ghi trong tệp bulletin.toml.
đơn vị:
  cấp trên: Đảng ủy xã Tân Lập
  tên: Chi bộ Trường Tiểu học Tân Lập

# Mỗi người một dòng: họ tên, rồi dấu phẩy hoặc gạch nối, rồi chức vụ. Giữ đúng thứ tự lễ tân.
chủ trì:
  - Nguyễn Thị Thu Hà, Bí thư Chi bộ, Hiệu trưởng
  - Trần Văn Minh, Phó Bí thư Chi bộ, Phó Hiệu trưởng
thành phần:
  - Toàn thể đảng viên của Chi bộ
  - Đại diện Công đoàn và Đoàn Thanh niên
số lượng:
  triệu tập: 25
  có mặt: 24
  vắng có lý do: 01
"""

_TAIL = """
# Ảnh để cạnh tệp này, ví dụ trong thư mục “anh”. Bỏ dấu # ở đầu các dòng sau khi đã có ảnh.
# ảnh:
#   - tệp: anh/quang-canh.jpg
#     chú thích: Quang cảnh hội nghị
#     mô tả: Hội trường đông người, trên sân khấu có hoa và bục phát biểu
#     tác giả: Minh Anh

người thực hiện: Minh Anh
# Khi đã được duyệt, đổi thành “duyệt” và ghi người duyệt, ngày duyệt; trước đó mỗi trang có dấu DỰ THẢO.
trạng thái: nháp
# người duyệt: Nguyễn Thị Thu Hà
# ngày duyệt: 30/12/2025
phạm vi: lưu hành nội bộ
"""

_TEXT = """
# Nội dung: mỗi dòng là một đoạn. Dòng bắt đầu bằng “- ” là một ý của danh sách.
nội dung:
  - đề mục: {first}
    lời: |
      {opening}
      - Nền nếp dạy và học được giữ vững, chất lượng có bước tiến rõ.
      - Sinh hoạt định kỳ đúng ngày, nội dung sát việc của nhà trường.
  - đề mục: {second}
    lời: |
      {closing}
"""

_DEFAULT = (
    "Kết quả nổi bật",
    "Thay mặt chi ủy, đồng chí Trần Văn Minh trình bày báo cáo; các ý kiến tập trung vào những việc đã làm được.",
    "Việc cần làm tiếp",
    "Hội nghị thống nhất giao từng đảng viên một việc cụ thể, có thời hạn và người theo dõi.",
)

_BLOCKS = MappingProxyType(
    {
        "year-end-review": """
# Tỷ lệ được tự tính từ kế hoạch và thực hiện.
chỉ tiêu:
  - tên: Đảng viên hoàn thành tốt nhiệm vụ trở lên
    đơn vị tính: người
    kế hoạch: 20
    thực hiện: 22
  - tên: Quần chúng được giới thiệu học lớp nhận thức về Đảng
    đơn vị tính: người
    kế hoạch: 04
    thực hiện: 04
khen thưởng:
  - hình thức: Giấy khen của Đảng ủy xã
    cho: cá nhân
    tên:
      - Lê Thị Mai
      - Phạm Quốc Tuấn
""",
        "self-review": """
xếp loại:
  - đối tượng: Tập thể chi ủy
    mức: Hoàn thành tốt nhiệm vụ
  - đối tượng: Nguyễn Thị Thu Hà
    mức: Hoàn thành xuất sắc nhiệm vụ
""",
        "study": """
hình thức: trực tiếp
văn bản quán triệt:
  - Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị
""",
        "congress": """
nhiệm kỳ: 2025 - 2027
bầu cử:
  - bầu gì: Chi ủy nhiệm kỳ 2025 - 2027
    hình thức: bỏ phiếu kín
    số lượng: 03
    phiếu phát ra: 24
    phiếu thu về: 24
    phiếu hợp lệ: 24
    trúng cử:
      - Nguyễn Thị Thu Hà, Bí thư Chi bộ
      - Trần Văn Minh, Phó Bí thư Chi bộ
      - Lê Thị Mai, Chi ủy viên
""",
        "committee": """
lần thứ: lần thứ 12
nghị quyết:
  số: Số 05-NQ/CB
  điểm:
    - Giữ vững nền nếp sinh hoạt và kỷ luật công tác.
    - Hoàn thành kế hoạch năm học trước ngày 31/5/2026.
""",
        "cell-meeting": """
biểu quyết:
  - nội dung: Thông qua nghị quyết tháng 01/2026
    tổng: 24
    đồng ý: 24
""",
        "admission": """
kết nạp:
  - Lê Thị Mai, giáo viên tổ Một
  - Phạm Quốc Tuấn, giáo viên tổ Ba
""",
        "decision": """
quyết định:
  - số: Số 12-QĐ/ĐU
    ngày: 26/12/2025
    nội dung: Chuẩn y chi ủy viên nhiệm kỳ 2025 - 2027
    cho:
      - Lê Thị Mai, giáo viên tổ Một
""",
        "award": """
khen thưởng:
  - hình thức: Huy hiệu 30 năm tuổi Đảng
    cho: cá nhân
    tên: Phạm Quốc Tuấn
""",
        "staff": """
biểu quyết:
  - nội dung: Thông qua quy chế chi tiêu nội bộ năm 2026
    tổng: 42
    đồng ý: 42
nhiệm vụ:
  - việc: Ký giao ước thi đua
    chủ trì: Ban Chấp hành Công đoàn
    thời hạn: 31/01/2026
""",
    }
)
_BLOCKS_SHARED = MappingProxyType({"midterm-review": "year-end-review", "training": "study", "briefing": "staff"})


def sample(kind: str, *, schema_name: str) -> str:
    """A sample record.

    Args:
        kind: One of the kinds of conference, in English.
        schema_name: File of the JSON Schema beside the record, named in the first line for editors.
    """
    word = KINDS.table[kind][0]
    title = f"Chi bộ Trường Tiểu học Tân Lập tổ chức {_EVENTS.get(kind, 'hội nghị')} cuối năm 2025"
    first, opening, second, closing = _DEFAULT
    text = _TEXT.format(first=first, opening=opening, second=second, closing=closing)
    block = _BLOCKS.get(_BLOCKS_SHARED.get(kind, kind), "")
    return _HEAD.format(schema=schema_name, title=title, kind=word) + text + block + _TAIL


_EVENTS = MappingProxyType(
    {
        "year-end-review": "Hội nghị tổng kết",
        "midterm-review": "Hội nghị sơ kết",
        "self-review": "Hội nghị kiểm điểm",
        "study": "Hội nghị quán triệt nghị quyết",
        "congress": "Đại hội",
        "committee": "Hội nghị chi ủy",
        "cell-meeting": "sinh hoạt chi bộ",
        "admission": "Lễ kết nạp đảng viên",
        "decision": "Lễ công bố quyết định",
        "award": "Lễ trao tặng Huy hiệu Đảng",
        "signing": "Lễ ký kết giao ước thi đua",
        "training": "Hội nghị tập huấn",
        "meeting": "buổi làm việc",
        "dialogue": "Hội nghị đối thoại",
        "commemoration": "buổi gặp mặt",
        "staff": "Hội nghị viên chức",
        "briefing": "Hội nghị giao ban",
        "roundtable": "Tọa đàm",
        "report": "báo cáo chuyên đề",
    }
)
