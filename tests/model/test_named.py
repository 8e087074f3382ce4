from __future__ import annotations

from pathlib import Path

from bulletin.load import load_text
from bulletin.model.named import people_of
from bulletin.validate import validate

RECORD = """\
tiêu đề: Họp
ngày: 29/12/2023
đơn vị: Chi bộ
chủ trì: Lê An, Bí thư
đại biểu:
- Trần Bình, Phó Bí thư
- phía: Sở Nội vụ
  người: [Vũ Cúc - Giám đốc, Đại diện các phòng]
thư ký: Đỗ Dung
điểm cầu:
- tên: Xã Đông
  chủ trì: Lý Đào
bầu cử:
- bầu: Chi ủy
  trúng cử: [Hà Giang]
  ứng cử: [Hồ Hoa]
khen thưởng:
- hình thức: Giấy khen
  cho: tập thể
  tên: Chi bộ Một
- hình thức: Bằng khen
  tên: Mai Khôi
quyết định:
- nội dung: bổ nhiệm
  cho: Phan Lan
kết nạp: [Tạ Mai]
nhiệm vụ:
- việc: Làm đường
  chủ trì: Ngô Nga
nội dung: Ông Cao Phúc phát biểu.
"""


def test_people_of_every_list_and_nobody_else() -> None:
    record = validate(load_text(RECORD, Path("a.yaml")))
    assert [[person.name for person in people] for people in people_of(record) if people] == [
        ["Lê An"], ["Trần Bình"], ["Vũ Cúc"], ["Đỗ Dung"], ["Lý Đào"], ["Hà Giang"], ["Hồ Hoa"], ["Mai Khôi"],
        ["Phan Lan"], ["Tạ Mai"],
    ]  # fmt: skip
