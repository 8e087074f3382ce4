"""Commented sample records, one for each kind of conference; each builds as it is."""

from __future__ import annotations

from bulletin.model.words import KINDS
from bulletin.sample.stories import STORIES

_RECORD = """\
# yaml-language-server: $schema={schema}
# Bản ghi của một hội nghị. Dòng bắt đầu bằng dấu # là lời chú, không được in.
# Sửa các dòng dưới đây, thêm hoặc bỏ mục tùy ý; muốn có bản in thì gõ:  bulletin build {name}
# Kiểm tra trước khi in:  bulletin check {name}

tiêu đề: {title}
loại: {kind}
# Ngày trước, tháng sau. Họp hai ngày thì ghi 28-29/12/2025.
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

# Nội dung: mỗi dòng là một đoạn. Dòng bắt đầu bằng “- ” là một ý của danh sách.
# Dòng chữ có dấu hai chấm ở giữa thì đặt trong dấu nháy kép, trừ trong phần sau dấu | này.
nội dung:
  - đề mục: {heading}
    lời: |
      {text}
{points}
  - đề mục: {ending}
    lời: |
      {last}
{block}
# Ảnh để cạnh tệp này, ví dụ trong thư mục “anh”. Bỏ dấu # ở đầu các dòng sau khi đã có ảnh.
# Muốn ảnh đứng giữa bài thì thêm vào phần lời một dòng riêng: [ảnh: quang-canh]
# ảnh:
#   - tệp: anh/quang-canh.jpg
#     chú thích: Quang cảnh buổi họp
#     mô tả: Hội trường đông người, trên sân khấu có hoa và bục phát biểu
#     tác giả: Minh Anh

người thực hiện: Minh Anh
# Khi đã được duyệt, đổi thành “duyệt” và bỏ dấu # ở hai dòng dưới; trước đó mỗi trang có dấu DỰ THẢO.
trạng thái: nháp
# người duyệt: Nguyễn Thị Thu Hà
# ngày duyệt: 30/12/2025
phạm vi: lưu hành nội bộ
"""


def sample(kind: str, *, schema_name: str, name: str = "ban-ghi.yaml") -> str:
    """A sample record.

    Args:
        kind: One of the kinds of conference, in English.
        schema_name: File of the JSON Schema beside the record, named in the first line for editors.
        name: File of the record, for the commands in its notes.
    """
    story = STORIES[kind]
    return _RECORD.format(
        schema=schema_name,
        name=f'"{name}"' if " " in name else name,
        kind=KINDS.table[kind][0],
        title=story.title,
        heading=story.heading,
        text=story.text,
        points="\n".join(f"      - {point}" for point in story.points),
        ending=story.ending,
        last=story.last,
        block=story.block,
    )
