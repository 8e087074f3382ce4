"""The fixed words of a record, in both languages. The first Vietnamese word is the one shown and printed."""

from __future__ import annotations

from types import MappingProxyType

from bulletin.model.fixed import Words

KINDS = Words(
    {
        "conference": ("hội nghị",),
        "year-end-review": ("tổng kết", "hội nghị tổng kết"),
        "midterm-review": ("sơ kết", "hội nghị sơ kết"),
        "self-review": ("kiểm điểm", "hội nghị kiểm điểm"),
        "study": ("quán triệt", "học tập", "hội nghị quán triệt"),
        "congress": ("đại hội",),
        "committee": ("ban chấp hành", "hội nghị ban chấp hành"),
        "cell-meeting": ("sinh hoạt chi bộ",),
        "admission": ("kết nạp", "lễ kết nạp", "kết nạp đảng viên"),
        "decision": ("công bố quyết định", "trao quyết định"),
        "award": ("trao tặng", "khen thưởng"),
        "signing": ("ký kết",),
        "training": ("tập huấn",),
        "meeting": ("họp", "làm việc"),
        "dialogue": ("đối thoại",),
        "commemoration": ("gặp mặt", "kỷ niệm"),
        "staff": ("hội nghị cán bộ", "hội nghị cán bộ, công chức, viên chức", "hội nghị viên chức"),
        "briefing": ("giao ban",),
        "roundtable": ("tọa đàm",),
        "report": ("báo cáo", "bài phát biểu"),
    }
)

EVENTS = MappingProxyType(
    {
        "conference": "Hội nghị",
        "year-end-review": "Hội nghị tổng kết",
        "midterm-review": "Hội nghị sơ kết",
        "self-review": "Hội nghị kiểm điểm",
        "study": "Hội nghị quán triệt",
        "congress": "Đại hội",
        "committee": "Hội nghị Ban Chấp hành",
        "cell-meeting": "Sinh hoạt chi bộ",
        "admission": "Lễ kết nạp",
        "decision": "Lễ công bố quyết định",
        "award": "Lễ trao tặng",
        "signing": "Lễ ký kết",
        "training": "Hội nghị tập huấn",
        "meeting": "Buổi làm việc",
        "dialogue": "Hội nghị đối thoại",
        "commemoration": "Buổi gặp mặt",
        "staff": "Hội nghị cán bộ",
        "briefing": "Hội nghị giao ban",
        "roundtable": "Tọa đàm",
        "report": "Báo cáo",
    }
)
"""The word printed for a kind when the record does not name the event."""

SESSIONS = Words(
    {"morning": ("sáng",), "noon": ("trưa",), "afternoon": ("chiều",), "evening": ("tối",)},
)

MODES = Words(
    {
        "in-person": ("trực tiếp", "offline"),
        "online": ("trực tuyến",),
        "both": ("trực tiếp kết hợp trực tuyến", "kết hợp", "cả hai", "trực tiếp và trực tuyến", "hybrid"),
    }
)

STATUSES = Words({"draft": ("nháp", "dự thảo"), "approved": ("duyệt", "đã duyệt")})

SCOPES = Words(
    {
        "internal": ("lưu hành nội bộ", "nội bộ"),
        "public": ("công khai",),
        "recall": ("tài liệu thu hồi", "thu hồi"),
        "return": ("xem xong trả lại", "trả lại"),
        "no-press": (
            "không phổ biến trên phương tiện thông tin đại chúng",
            "không đăng báo chí",
            "không phổ biến trên báo chí",
        ),
    }
)

SECRECY = Words({"none": ("không", "không mật", "thường")})

ELECTED_HOW = Words(
    {
        "ballot": ("bỏ phiếu kín", "bỏ phiếu", "phiếu kín"),
        "show-of-hands": ("biểu quyết", "giơ tay"),
        "consultation": ("hiệp thương",),
        "appointment": ("chỉ định",),
    }
)

AWARDED_TO = Words({"collective": ("tập thể",), "individual": ("cá nhân",), "household": ("hộ gia đình", "gia đình")})

CONSENT = Words({"yes": ("có", "đồng ý", "đã đồng ý", "rồi", "true"), "no": ("không", "chưa", "false")})

SORTABLE = Words({"admitted": ("kết nạp",), "ratings": ("xếp loại",)})

FORMS = Words({"party": ("đảng",), "state": ("nhà nước",)})

URGENCY = Words({"urgent": ("khẩn",), "very-urgent": ("thượng khẩn",), "express": ("hỏa tốc",)})
