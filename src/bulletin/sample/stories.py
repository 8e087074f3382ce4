"""What each kind of conference tells in its sample."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What one kind of conference tells in its sample."""

    title: str
    heading: str
    text: str
    points: tuple[str, ...]
    ending: str
    """Heading of the last part."""
    last: str
    block: str = ""
    """Keys that this kind of conference often needs, with a note above them."""


_STUDIED = """
văn bản quán triệt:
  - Nghị quyết số 71-NQ/TW, ngày 22/8/2025 của Bộ Chính trị
"""
_TARGETS = """
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
"""
_AWARDS = """
# Số lượng được tự đếm từ danh sách tên.
khen thưởng:
  - hình thức: Giấy khen của Đảng ủy xã
    cho: cá nhân
    tên:
      - Lê Thị Mai
      - Phạm Quốc Tuấn
"""
_TASKS = """
nhiệm vụ:
  - việc: Hoàn thành hồ sơ thi đua học kỳ I
    chủ trì: Ban Chấp hành Công đoàn
    thời hạn: 15/01/2026
  - việc: Sửa mái nhà để xe của học sinh
    chủ trì: Tổ Văn phòng
    thời hạn: 31/01/2026
"""
_AGENDA = """
# Giờ và việc trên một dòng.
chương trình:
  - 14h00: Khai mạc
  - 14h10: Trình bày báo cáo
  - 15h00: Thảo luận
  - 16h30: Bế mạc
"""

_POINTS = (
    "Nền nếp dạy và học được giữ vững, chất lượng có bước tiến rõ.",
    "Sinh hoạt định kỳ đúng ngày, nội dung sát việc của nhà trường.",
)
_TO_DO = "Việc cần làm tiếp"
_SHARED_OUT = "Các ý kiến thống nhất giao từng đảng viên một việc cụ thể, có thời hạn và người theo dõi."

STORIES: Mapping[str, Story] = MappingProxyType(
    {
        "conference": Story(
            title="Chi bộ Trường Tiểu học Tân Lập tổ chức Hội nghị cuối năm 2025",
            heading="Kết quả nổi bật",
            text="Thay mặt chi ủy, đồng chí Trần Văn Minh trình bày báo cáo; các ý kiến bàn kỹ những việc đã làm.",
            points=_POINTS, ending=_TO_DO, last=_SHARED_OUT, block=_AGENDA,
        ),
        "year-end-review": Story(
            title="Chi bộ Trường Tiểu học Tân Lập tổng kết công tác năm 2025",
            heading="Kết quả năm 2025",
            text="Chi bộ hoàn thành 12/12 nhiệm vụ đề ra từ đầu năm, trong đó có ba việc vượt kế hoạch.",
            points=_POINTS, ending="Phương hướng năm sau", last=_SHARED_OUT, block=_TARGETS + _AWARDS,
        ),
        "midterm-review": Story(
            title="Chi bộ Trường Tiểu học Tân Lập sơ kết công tác học kỳ I",
            heading="Kết quả học kỳ I",
            text="Chi bộ đã hoàn thành phần lớn nhiệm vụ của học kỳ, một số việc còn chậm so với kế hoạch.",
            points=_POINTS, ending="Nhiệm vụ học kỳ II", last=_SHARED_OUT, block=_TARGETS,
        ),
        "self-review": Story(
            title="Chi bộ Trường Tiểu học Tân Lập kiểm điểm, xếp loại cuối năm 2025",
            heading="Tự phê bình và phê bình",
            text="Tập thể chi ủy và từng đảng viên tự kiểm điểm; các ý kiến góp ý thẳng thắn, chân tình.",
            points=("Ưu điểm được chỉ ra bằng việc cụ thể.", "Hạn chế gắn với người và thời hạn khắc phục."),
            ending="Kết quả xếp loại", last="Chi bộ bỏ phiếu kín và công bố kết quả ngay tại buổi họp.",
            block="""
# Mức xếp loại của từng người; hoặc số lượng từng mức, ví dụ  HTXSNV: 2
xếp loại:
  - đối tượng: Tập thể chi ủy
    mức: Hoàn thành tốt nhiệm vụ
  - đối tượng: Nguyễn Thị Thu Hà
    mức: Hoàn thành xuất sắc nhiệm vụ
""",
        ),
        "study": Story(
            title="Chi bộ Trường Tiểu học Tân Lập học tập, quán triệt nghị quyết của Bộ Chính trị",
            heading="Nội dung học tập",
            text="Báo cáo viên trình bày những điểm mới của nghị quyết và liên hệ với việc của nhà trường.",
            points=("Mỗi đảng viên ghi chép và liên hệ với việc được giao.", "Mỗi tổ chọn một việc để làm theo."),
            ending="Thảo luận", last="Các ý kiến bàn cách đưa nghị quyết vào kế hoạch của từng tổ.",
            block="\nhình thức: trực tiếp" + _STUDIED,
        ),
        "congress": Story(
            title="Đại hội Chi bộ Trường Tiểu học Tân Lập nhiệm kỳ 2025 - 2027",
            heading="Kết quả nhiệm kỳ qua",
            text="Báo cáo chính trị nêu rõ những việc làm được, chưa làm được và người chịu trách nhiệm.",
            points=_POINTS, ending="Phương hướng nhiệm kỳ mới",
            last="Đại hội thông qua nghị quyết với ba khâu đột phá.",
            block="""
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
        ),
        "committee": Story(
            title="Chi ủy Trường Tiểu học Tân Lập họp phiên cuối năm 2025",
            heading="Những việc đã bàn",
            text="Chi ủy cho ý kiến về kế hoạch kiểm tra, giám sát và công tác phát triển đảng viên.",
            points=_POINTS, ending=_TO_DO, last=_SHARED_OUT,
            block="""
lần thứ: lần thứ 12
nghị quyết:
  số: Số 05-NQ/CB
  điểm:
    - Giữ vững nền nếp sinh hoạt và kỷ luật công tác.
    - Hoàn thành kế hoạch năm học trước ngày 31/5/2026.
""",
        ),
        "cell-meeting": Story(
            title="Chi bộ Trường Tiểu học Tân Lập sinh hoạt thường kỳ tháng 12/2025",
            heading="Kiểm điểm việc trong tháng",
            text="Chi bộ nghe báo cáo kết quả tháng 12 và trao đổi về việc dạy học hai buổi mỗi ngày.",
            points=_POINTS, ending="Việc tháng sau", last=_SHARED_OUT,
            block="""
# Tỷ lệ đồng ý được tự tính.
biểu quyết:
  - nội dung: Thông qua nghị quyết sinh hoạt chi bộ
    tổng: 24
    đồng ý: 24
""",
        ),
        "admission": Story(
            title="Chi bộ Trường Tiểu học Tân Lập kết nạp hai đảng viên mới",
            heading="Buổi lễ",
            text="Buổi lễ diễn ra trang trọng trước cờ Đảng và ảnh Bác.",
            points=("Đại diện chi ủy đọc quyết định kết nạp.", "Hai đảng viên mới đọc lời tuyên thệ."),
            ending="Phân công giúp đỡ",
            last="Chi bộ phân công hai đảng viên chính thức giúp đỡ trong mười hai tháng dự bị.",
            block="""
kết nạp:
  - Lê Thị Mai, giáo viên tổ Một
  - Phạm Quốc Tuấn, giáo viên tổ Ba
""",
        ),
        "decision": Story(
            title="Công bố quyết định chuẩn y chi ủy viên Chi bộ Trường Tiểu học Tân Lập",
            heading="Công bố quyết định",
            text="Đại diện Đảng ủy xã đọc quyết định và chúc mừng đồng chí được chuẩn y.",
            points=("Ghi nhận những đóng góp của chi ủy.", "Mong chi ủy sớm phân công lại công việc."),
            ending="Phát biểu nhận nhiệm vụ",
            last="Đồng chí Lê Thị Mai hứa giữ gìn đoàn kết và làm tròn việc được giao.",
            block="""
quyết định:
  - số: Số 12-QĐ/ĐU
    ngày: 26/12/2025
    nội dung: Chuẩn y chi ủy viên nhiệm kỳ 2025 - 2027
    cho:
      - Lê Thị Mai, giáo viên tổ Một
""",
        ),
        "award": Story(
            title="Trao tặng Huy hiệu 30 năm tuổi Đảng tại Chi bộ Trường Tiểu học Tân Lập",
            heading="Trao tặng Huy hiệu",
            text="Đại diện Đảng ủy xã gắn Huy hiệu và tặng hoa cho đồng chí Phạm Quốc Tuấn.",
            points=("Ba mươi năm giữ trọn lời thề đảng viên.", "Nhiều năm là giáo viên dạy giỏi."),
            ending="Lời của người được nhận", last="Đồng chí cảm ơn tổ chức và hứa tiếp tục gương mẫu.",
            block="""
khen thưởng:
  - hình thức: Huy hiệu 30 năm tuổi Đảng
    cho: cá nhân
    tên: Phạm Quốc Tuấn
""",
        ),
        "signing": Story(
            title="Chi bộ Trường Tiểu học Tân Lập ký kết chương trình phối hợp với Chi bộ Thôn Đông",
            heading="Nội dung phối hợp",
            text="Hai bên cùng chăm lo cho học sinh có hoàn cảnh khó khăn và giữ gìn an toàn cổng trường.",
            points=("Mỗi quý họp một lần để kiểm điểm.", "Mỗi bên cử một người làm đầu mối."),
            ending=_TO_DO, last="Đại diện hai chi bộ ký chương trình trước sự chứng kiến của Đảng ủy xã.",
            block="""
đại biểu:
  - phía: Chi bộ Thôn Đông
    người:
      - Hoàng Văn Nam, Bí thư Chi bộ
""",
        ),
        "training": Story(
            title="Chi bộ Trường Tiểu học Tân Lập tập huấn nghiệp vụ công tác đảng",
            heading="Nội dung tập huấn",
            text="Học viên thực hành ghi biên bản, làm hồ sơ kết nạp và dùng sổ tay đảng viên điện tử.",
            points=("Mỗi nội dung có một bài thực hành.", "Tài liệu được gửi cho học viên sau buổi học."),
            ending="Giải đáp", last="Báo cáo viên trả lời mười câu hỏi của học viên.", block=_AGENDA,
        ),
        "meeting": Story(
            title="Chi bộ Trường Tiểu học Tân Lập làm việc với Ủy ban nhân dân xã về cơ sở vật chất",
            heading="Nội dung làm việc",
            text="Hai bên xem xét hiện trạng phòng học, sân chơi và khu vệ sinh.",
            points=("Sửa mái hai phòng học trước mùa mưa.", "Làm thêm một nhà để xe cho học sinh."),
            ending="Kết luận", last="Ủy ban nhân dân xã nhận hỗ trợ kinh phí, nhà trường lo giám sát thi công.",
            block=_TASKS,
        ),
        "dialogue": Story(
            title="Chi bộ Trường Tiểu học Tân Lập đối thoại với giáo viên và cha mẹ học sinh",
            heading="Những câu hỏi được nêu",
            text="Có 15 ý kiến gửi trước và tám ý kiến nêu tại chỗ, đều được trả lời trong buổi.",
            points=("Giờ đón trẻ vào mùa đông.", "Bữa ăn bán trú và cách công khai thực đơn."),
            ending="Kết luận", last="Chi bộ nhận trả lời bằng văn bản những việc cần xem xét thêm.", block=_TASKS,
        ),
        "commemoration": Story(
            title="Chi bộ Trường Tiểu học Tân Lập gặp mặt nhà giáo nghỉ hưu",
            heading="Ôn lại kỷ niệm",
            text="Các thầy, cô kể lại những ngày đầu dựng trường với ba lớp học mái lá.",
            points=("Học sinh hát tặng thầy, cô ba bài.", "Nhà trường tặng mỗi thầy, cô một tập ảnh."),
            ending="Lời chúc", last="Các thầy, cô chúc thế hệ sau giữ gìn nền nếp của nhà trường.",
        ),
        "staff": Story(
            title="Trường Tiểu học Tân Lập tổ chức Hội nghị viên chức",
            heading="Thực hiện dân chủ ở cơ sở",
            text="Hội nghị nghe báo cáo công khai thu, chi và kết quả giải quyết kiến nghị của viên chức.",
            points=_POINTS, ending="Những việc đã thống nhất",
            last="Hội nghị thông qua quy chế chi tiêu nội bộ năm sau.",
            block="""
biểu quyết:
  - nội dung: Thông qua quy chế chi tiêu nội bộ
    tổng: 24
    đồng ý: 24
"""
            + _TASKS,
        ),
        "briefing": Story(
            title="Chi bộ Trường Tiểu học Tân Lập giao ban tháng 12/2025",
            heading="Việc đã làm trong tháng",
            text="Các tổ báo cáo nhanh kết quả; ba việc chậm được nêu rõ nguyên nhân.",
            points=_POINTS, ending="Việc tháng sau", last=_SHARED_OUT, block=_TASKS,
        ),
        "roundtable": Story(
            title="Chi bộ Trường Tiểu học Tân Lập tọa đàm về văn hóa đọc",
            heading="Các ý kiến",
            text="Giáo viên, cha mẹ học sinh và cán bộ thư viện chia sẻ cách giúp trẻ thích đọc sách.",
            points=("Mỗi lớp có một tủ sách nhỏ.", "Mỗi tuần có một giờ đọc chung."),
            ending="Kết luận", last="Tọa đàm đề nghị mở cửa thư viện cả vào giờ ra chơi.", block=_AGENDA,
        ),
        "report": Story(
            title="Báo cáo chuyên đề về nâng cao chất lượng sinh hoạt chi bộ",
            heading="Thực trạng",
            text="Sinh hoạt chi bộ đã đúng lịch, song nội dung có lúc còn chung chung.",
            points=_POINTS, ending="Kiến nghị",
            last="Mỗi quý nên có một buổi sinh hoạt chuyên đề, chuẩn bị trước hai tuần.",
            block="\nkỳ báo cáo: năm 2025\n",
        ),
    }
)  # fmt: skip
"""The sample of each kind, by its English name."""
