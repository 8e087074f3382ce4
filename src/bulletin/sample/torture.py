"""The record that every layout is tried with: all fields, all shapes of photos, all letters, the longest of everything.

Nothing in it is likely, and all of it is allowed: what sets this sets what an office will write.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture that the record asks for."""

    name: str
    """File beside the record."""
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Torture:
    """A record as a file, and its pictures."""

    text: str
    drawings: tuple[Drawing, ...]


_ORGANISATION = (
    "Chi bộ Quân sự - Công an - Trung tâm Chính trị, Trung tâm Phục vụ hành chính công và Văn phòng Hội đồng nhân dân, "
    "Ủy ban nhân dân xã Nghĩa Trung Hòa Thượng Đông trực thuộc Đảng bộ các cơ quan Đảng, chính quyền, Mặt trận"
)
_TITLE = (
    "Đảng bộ Trường Cao đẳng Y tế Bình Sơn tổng kết công tác xây dựng Đảng và hệ thống chính trị năm 2025, triển khai "
    "phương hướng, nhiệm vụ năm 2026, biểu dương các tập thể, cá nhân hoàn thành xuất sắc nhiệm vụ và kết nạp 12 đảng "
    "viên mới Ễ Ộ Ữ Ẵ"
)
_LONG = (
    "Hội nghị nghe báo cáo, thảo luận kỹ từng phần việc đã làm và chưa làm được, chỉ rõ nguyên nhân, trách nhiệm của "
    "tập thể, cá nhân, rồi thống nhất nhiệm vụ, giải pháp, thời hạn và người theo dõi cho từng việc trong năm tới."
)
_FAMILIES = (
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Huỳnh",
    "Vũ",
    "Võ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Hồ",
    "Ngô",
    "Dương",
    "Lý",
)
_MIDDLES = ("Thị Thùy", "Văn", "Quốc", "Ngọc Thiên", "Đức", "Hữu")
_GIVEN = ("Hương", "Bảo Châu", "Cường", "Dũng", "Hải", "Khánh", "Linh", "Minh", "Nga", "Phượng")
_SHAPES = (
    ("toan-canh", 1600, 400), ("rat-rong", 1200, 480), ("ngang", 900, 600), ("vuong", 700, 700), ("dung", 600, 900),
    ("rat-cao", 500, 1000), ("thap", 400, 1200), ("nho", 160, 120),
)  # fmt: skip
"""From a panorama of 4 to 1 to a tower of 1 to 3, and one of a few dots."""
_GALLERY = 14
_ODD = (3 / 2, 2 / 3, 1.0, 16 / 9, 3 / 4)
"""Proportions in the gallery."""


def letters() -> str:
    """The 134 letters that Vietnamese has beyond those of English, with small and capital counted apart."""
    marks = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
    vowels = ("a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y")
    small = [unicodedata.normalize("NFC", vowel + mark) for vowel in vowels for mark in marks]
    found = [letter for letter in ("đ", *small) if not letter.isascii()]
    return "".join((*found, *(letter.upper() for letter in found)))


def people(count: int) -> Iterator[str]:
    """Lines of people, no two alike."""
    for number in range(count):
        family, middle = _FAMILIES[number % len(_FAMILIES)], _MIDDLES[number // 2 % len(_MIDDLES)]
        yield f"{family} {middle} {_GIVEN[(number + number // 15) % len(_GIVEN)]}"


def torture(*, short: bool = False) -> Torture:
    """The record.

    Args:
        short: For layouts of one page: what such a page must hold, as long as may be.
    """
    return _short() if short else _whole()


def _short() -> Torture:
    alphabet = letters()
    text = f"""\
tiêu đề: Chi bộ Trường Tiểu học Tân Lập tổng kết năm 2025, biểu dương 08 tập thể và kết nạp hai đảng viên mới
phụ đề: Ễ Ộ Ữ Ẵ Ệ - tám tập thể, hai mươi cá nhân được khen thưởng
loại: tổng kết, kết nạp
lần thứ: lần thứ 7, khóa IV
ngày: 26-27/12/2025
giờ: 7:30
địa điểm: Hội trường tầng 2, cơ sở 1
hình thức: kết hợp
đơn vị:
  cấp trên: Đảng ủy xã Tân Lập
  tên: Chi bộ Trường Tiểu học Tân Lập
chủ trì:
  - Nguyễn Thị Thu Hà, Bí thư Chi bộ, Hiệu trưởng
số lượng: 24/25
điểm nhấn:
  - Mười hai trên mười hai chỉ tiêu đạt và vượt kế hoạch
  - "{alphabet[:24]} {alphabet[67:91]}"
  - Kết nạp hai đảng viên mới trước kế hoạch 30 ngày
nội dung:
  - đề mục: Kết quả
    lời: |
      {_LONG}
  - đề mục: Việc cần làm tiếp
    lời: |
      {_LONG}
ảnh:
  - tệp: toan-canh.jpg
    chú thích: Quang cảnh Hội nghị
    mô tả: Hội trường đông người
  - tệp: dung.jpg
    chú thích: Trao Giấy khen cho các tập thể
    mô tả: Hai người bắt tay trên bục
người thực hiện: Minh Anh
trạng thái: duyệt
người duyệt: Nguyễn Thị Thu Hà
ngày duyệt: 30/12/2025
đường dẫn: https://truong-tieu-hoc-tan-lap.example/tin/tong-ket-2025
{_DOCUMENT}"""
    shapes = {name: (width, height) for name, width, height in _SHAPES}
    return Torture(text, tuple(Drawing(f"{name}.jpg", *shapes[name]) for name in ("toan-canh", "dung")))


_DOCUMENT = """\
văn bản:
  thể thức: đảng
  loại: BC
  số: 112
  ngày ban hành: 29/12/2025
  địa danh: Bình Sơn
  trích yếu: tổng kết công tác năm 2025 và phương hướng, nhiệm vụ năm 2026
  kính gửi: [Đảng ủy xã Tân Lập]
  căn cứ: [Căn cứ Điều lệ Đảng Cộng sản Việt Nam]
  độ khẩn: khẩn
  nơi nhận:
    - Đảng ủy xã (để báo cáo)
    - Lưu Văn phòng
  chữ ký:
    quyền hạn: T/M CHI BỘ
    chức vụ: BÍ THƯ
    họ tên: Nguyễn Thị Thu Hà
  vắng mặt:
    - họ tên: Lê Hữu Phước
      chức vụ: đi công tác
  phụ lục:
    - tiêu đề: Danh sách tập thể được khen thưởng
      lời: Kèm theo Báo cáo này có hai phụ lục.
      bảng: {cột: [TT, Tập thể], hàng: [[01, Khoa Sư phạm], [02, Phòng Đào tạo]]}
    - tiêu đề: Lịch công tác
      mục:
        - {đề mục: 1. Quý I, lời: Rà soát đội ngũ giảng viên.}
"""


def _whole() -> Torture:
    names = list(people(60))
    alphabet = letters()
    gallery = [Drawing(f"bo-{n}.jpg", round(480 * _ODD[n % 5] ** 0.5), round(480 / _ODD[n % 5] ** 0.5))
               for n in range(_GALLERY)]  # fmt: skip
    single = [Drawing(f"{name}.jpg", width, height) for name, width, height in _SHAPES]
    text = "\n".join((_head(), _around(names), _report(alphabet, names), _results(names), _photos(gallery), _end()))
    return Torture(text, (*single, *gallery))


def _head() -> str:
    return f"""\
tiêu đề: {_TITLE}
phụ đề: {_LONG}
loại: tổng kết, kết nạp
tên gọi: Hội nghị tổng kết
lần thứ: lần thứ 18, khóa XVII
đơn vị:
  cấp trên: Đảng ủy Ủy ban nhân dân tỉnh và các cơ quan chuyên môn
  tên: {_ORGANISATION}
  ký hiệu: ĐU
đơn vị tổ chức: [Đảng ủy Trường, Công đoàn Trường]
ngày: 26/12/2025
ngày kết thúc: 27/12/2025
giờ: 7:30
giờ kết thúc: 11 giờ
buổi: sáng
địa điểm: Giảng đường A, cơ sở 1, số 12 đường Nguyễn Thượng Hiền, phường Nghĩa Lộ
hình thức: kết hợp
nền tảng: Zoom
điểm cầu:
  - tên: Cơ sở 2
    chủ trì: Mai Văn Quyết, Phó Hiệu trưởng
    số lượng: 35
  - tên: Trung tâm thực hành tiền lâm sàng
nhiệm kỳ: 2025 - 2030
kỳ báo cáo: năm 2025"""


def _around(names: list[str]) -> str:
    guests = "\n".join(f"      - {name}, Ủy viên Ban Chấp hành" for name in names[:12])
    return f"""\
chủ trì:
  - danh xưng: đồng chí
    học vị: PGS.TS.BS.
    họ tên: Nguyễn Hoàng Thị Thanh Phượng Uyên
    chức vụ: [Bí thư Đảng ủy, Hiệu trưởng, Ủy viên Ban Chấp hành Đảng bộ tỉnh]
    đơn vị: Trường Cao đẳng Y tế Bình Sơn
  - chức vụ: Đoàn Chủ tịch
đại biểu:
  - {{danh xưng: Ông, học hàm: Thượng tá, họ tên: Kha Vạn Thắng, chức vụ: Chính ủy, đơn vị: Bệnh viện Quân dân y}}
  - phía: Sở Y tế và các bệnh viện thực hành trên địa bàn
    người:
{guests}
thư ký: Tạ Minh Ngọc
thành phần: [Ủy viên Ban Chấp hành Đảng bộ, "Đồng chí: bí thư các chi bộ", Đại diện Công đoàn]
số lượng:
  triệu tập: 160
  có mặt: 152
  vắng có lý do: 06
  vắng: 02
  chính thức: 148
  dự bị: 04
  khách mời: hơn 20
chương trình:
  - 7h30 Đón tiếp đại biểu
  - {{giờ: 8h00 - 8h45, việc: Trình bày báo cáo tổng kết và phương hướng nhiệm vụ, ai: Tạ Minh Ngọc}}
  - việc: Bế mạc
sapô: {_LONG}
điểm nhấn:
  - 100% chi bộ hoàn thành tốt nhiệm vụ
  - Kết nạp 12 đảng viên, vượt 20% kế hoạch
  - Tuyển sinh đạt 5.186.287 lượt truy cập, tăng 278,33%"""


def _report(alphabet: str, names: list[str]) -> str:
    halves = [alphabet[place : place + 34] for place in range(0, len(alphabet), 34)]
    spelt = "\n".join(f"      {' '.join(half)}." for half in halves)
    rows = "\n".join(f'        - ["{n + 1:02d}", "{name}", "Tổ {n % 7 + 1}", "{n * 37 % 500},{n % 10}"]'
                     for n, name in enumerate(names[:45]))  # fmt: skip
    wide = "\n".join(f"        - [Năm {2016 + n}, {n * 3}, {n * 5}, {n * 7}, {n * 11}, {n * 13}]" for n in range(8))
    roll = "\n".join(f"      - {name}" for name in names)
    return f"""\
nội dung:
  - đề mục: I. Ế Ộ Ữ Ẵ Ỡ Ệ - những chữ in hoa hai dấu chồng lên nhau trong một đề mục dài hơn một dòng
    lời: |
{spelt}
      {_LONG} {_LONG}
      [ảnh: toan-canh]
      Ba việc:
      - Tuyển sinh đạt 108%, cao nhất từ trước tới nay.
      + Hệ chính quy: 540 em.
      + Hệ liên thông: 120 em.
      - {_LONG}
      > Giữ lời hứa với người học, {_LONG[0].lower()}{_LONG[1:]}
      I. Phần thứ nhất
      1. Việc làm sau tốt nghiệp tăng.
      1.1. Khối ngành sức khỏe
      a) {_LONG}
      b) Khối ngành khác.
      - Ý nhỏ của mục b.
      2. Đảng ủy nhấn mạnh **chất lượng** và *kỷ luật*, 2 * 3 = 6, xem trang a.gov.vn/tin-tuc?id=12&b=<c>.
    ảnh: [rat-rong.jpg, toan-canh.jpg]
    mục:
      - đề mục: 1. Xây dựng Đảng
        lời: {_LONG}
        ảnh:
          - tệp: rat-cao.jpg
            chú thích: Hiến chương các nhà giáo, văn bản in trên giấy dó treo cao từ trần xuống sàn
            mô tả: Một tấm trướng dài
        mục:
          - đề mục: a) Sinh hoạt chi bộ
            lời: Sinh hoạt chi bộ đúng lịch, 12/12 kỳ.
            ảnh: [ngang.jpg, vuong.jpg]
      - đề mục: 2. Một mục không có lời
        bảng:
          chú thích: Bảng 1. Danh sách và kết quả của 45 người
          cột: [TT, Họ và tên, Đơn vị, Điểm]
          hàng:
{rows.replace("        - ", "            - ")}
  - đề mục: II. Số liệu mười năm
    bảng:
      cột: [Năm, Chi bộ, Đảng viên, Kết nạp, Chuyển đến, Chuyển đi]
      hàng:
{wide}
    chỉ tiêu:
      - tên: Tuyển sinh
  - đề mục: III. Danh sách
    lời: |
      Những người dự lớp bồi dưỡng:
{roll}
  - lời: Hội nghị thông qua nghị quyết."""


def _results(names: list[str]) -> str:
    candidates = "\n".join(f"      - {{họ tên: {name}, số phiếu: {150 - n}}}" for n, name in enumerate(names[:15]))
    admitted = "\n".join(f"  - {name}, giảng viên" for name in names[40:52])
    return f"""\
chỉ tiêu:
  - tên: Tuyển sinh các hệ đào tạo chính quy, liên thông, vừa làm vừa học
    đơn vị tính: người học
    kế hoạch: 500
    thực hiện: 540
    cùng kỳ: 498
    tăng giảm: "+42"
    đánh giá: vượt
  - {{tên: Nợ học phí, đơn vị tính: triệu đồng, kế hoạch: "1.250,5", thực hiện: "1.111,75"}}
biểu quyết:
  - {{nội dung: Thông qua nghị quyết năm 2026, tổng: 152, đồng ý: 150, không đồng ý: 01, ý kiến khác: 01}}
  - {{nội dung: Thông qua quy chế làm việc, tỷ lệ: đa số}}
bầu cử:
  - bầu: Bổ sung Ban Chấp hành Đảng bộ nhiệm kỳ 2025 - 2030
    hình thức: bỏ phiếu kín
    số lượng: 13
    phát ra: 152
    thu về: 152
    hợp lệ: 151
    trúng cử: [{", ".join(names[:3])}]
    ứng cử:
{candidates}
xếp loại:
  - {{đối tượng: Đảng viên, HTXSNV: 20, HTTNV: 128, HTNV: 03, KHTNV: 01}}
  - {{đối tượng: Tập thể Đảng ủy, mức: Hoàn thành tốt nhiệm vụ}}
khen thưởng:
  - hình thức: Giấy khen của Đảng ủy
    quyết định: 45-QĐ/ĐU
    cho: tập thể
    tên: [Chi bộ Khoa Dược, Chi bộ Khoa Điều dưỡng]
    thành tích: Hoàn thành xuất sắc nhiệm vụ năm 2025
quyết định:
  - số: 46-QĐ/ĐU
    ngày: 20/12/2025
    nội dung: Chuẩn y chi ủy Chi bộ Khoa Dược
    cho: 03 đồng chí
văn bản quán triệt:
  - Nghị quyết số 72-NQ/TW, ngày 09/9/2025 của Bộ Chính trị về một số giải pháp đột phá
kết nạp:
{admitted}
nghị quyết:
  số: 07-NQ/ĐU
  tên: Nghị quyết về nhiệm vụ năm 2026
  điểm: [Giữ vững quy mô tuyển sinh, Mở một ngành mới]
nhiệm vụ:
  - {{việc: Rà soát đội ngũ giảng viên, chủ trì: Phòng Tổ chức, thời hạn: quý I/2026}}
  - {{việc: Sửa chữa phòng thực hành}}"""


def _photos(gallery: list[Drawing]) -> str:
    files = "\n".join(f"      - {drawing.name}" for drawing in gallery)
    return f"""\
ảnh:
  - tệp:
{files}
    chú thích: Những hình ảnh của Hội nghị
    mô tả: Nhiều ảnh nhỏ xếp cạnh nhau
    tác giả: Tạ Minh Ngọc, Nguyễn Hoàng Thị Thanh Phượng Uyên
    đồng ý: có
  - tệp: dung.jpg
    chú thích: {_LONG} {_LONG}
    mô tả: Người đứng trên bục
    tâm điểm: 50%, 30%
    tên: người phát biểu
  - tệp: thap.jpg
    chú thích: Tháp
    mô tả: Một ngọn tháp
  - tệp: nho.jpg
    chú thích: Ảnh nhỏ
    mô tả: Một ảnh rất nhỏ"""


def _end() -> str:
    return f"""\
người thực hiện: Tạ Minh Ngọc
chữ viết tắt:
  ĐVCT: đảng viên chính thức
trạng thái: nháp
phạm vi: không phổ biến trên phương tiện thông tin đại chúng
đường dẫn: https://truong-cao-dang-y-te-binh-son.example/tin-tuc/2025/12/27/tong-ket-cong-tac-nam-2025-va-phuong-huong
giấy phép:
  số: 15/GP-SVHTTDL
  ngày: 5/1/2025
  nơi in: Nhà in Bình Sơn
  số lượng: 300 bản
  kỳ hạn: mỗi quý một kỳ
  người chịu trách nhiệm: Đặng Thị Hương Giang
{_DOCUMENT}"""
