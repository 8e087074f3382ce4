"""What copying from web pages, chats and word processors leaves behind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin.messages import N_, say
from bulletin.vietnamese.lint.passages import Check, Finding, Paper, Rule

_WEB = Check(
    "web-leftover",
    N_("words of a web page that are no part of the report, such as “Phóng to” or a cut-off address"),
    "Phóng to Thu nhỏ In",
    "Chiều 29/12, Chi bộ họp tổng kết năm.",
)
_HTML = Check(
    "html-leftover",
    N_("remains of a page's source, such as &nbsp; or <br>"),
    "Hội nghị&nbsp;thông qua báo cáo.<br>",
    "Hội nghị thông qua báo cáo.",
)
_EMOJI = Check(
    "emoji",
    N_("an emoji or a picture sign that has no place in print"),
    "Chúc mừng các đồng chí 🎉",
    "Chúc mừng các đồng chí.",
)

_BUTTONS = (
    "phóng to", "thu nhỏ", "in trang", "in bài viết", "in bài", "bản in", "bản để in", "in", "xem thêm", "đọc thêm",
    "đọc tiếp", "xem tiếp", "chi tiết", "lượt xem", "số lượt xem", "lượt đọc", "lượt truy cập", "tổng lượt truy cập",
    "tổng số lượt truy cập", "tổng truy cập", "đang online", "đang truy cập", "đang trực tuyến", "hôm nay", "hôm qua",
    "tuần này", "tháng này", "chia sẻ", "chia sẻ bài viết", "gửi email", "gửi bài viết", "gửi bình luận", "bình luận",
    "quay lại", "trở về", "về đầu trang", "lên đầu trang", "trang chủ", "tin liên quan", "tin khác", "các tin khác",
    "tin mới", "tin cùng chuyên mục", "bài viết liên quan", "bài viết khác", "các bài viết khác", "tin đã đưa",
    "tin tức liên quan", "cỡ chữ", "font chữ", "lưu bài viết", "theo dõi", "thích", "facebook", "zalo", "twitter",
    "google news", "copy link", "sao chép liên kết", "like", "share", "tweet", "print", "email",
)  # fmt: skip
# Words that also are part of honest sentences: alone on a line they mean nothing by themselves.
_WEAK = frozenset(("in", "chi tiết", "hôm nay", "hôm qua", "tuần này", "tháng này", "trở về", "theo dõi", "thích",
                   "bình luận", "bản in", "facebook", "zalo", "email", "twitter"))  # fmt: skip
_BUTTON = "|".join(sorted(map(re.escape, _BUTTONS), key=len, reverse=True))
_BUTTON_LINE = re.compile(rf"(?:(?:{_BUTTON})(?![^\W\d_])[\s\d:|/().,»>«<+•·-]*)+", re.IGNORECASE)
_BUTTON_WORDS = re.compile(rf"(?:{_BUTTON})(?![^\W\d_])", re.IGNORECASE)
_LONGEST_BUTTON_LINE = 90
# Pasted into the middle of a line; the capitals tell them from honest words.
_PASTED = re.compile(
    r"Phóng to\s+Thu nhỏ|Đang online\b|Tổng lượt truy cập|Lượt xem\s*:|Lượt truy cập\s*:|Xem thêm\s*(?:>>|»|:\s*http)"
)
_ADDRESS = re.compile(r"\bhttps?(?:://?|(?=…|\.\.\.))\S*")

_TAG = re.compile(
    r"</?(?:a|b|br|div|em|font|h[1-6]|i|img|li|o:p|p|span|strong|table|tbody|td|tr|u|ul)\b[^<>\n]{0,200}/?>", re.I
)
_ENTITY = re.compile(r"&(?:[A-Za-z][a-z]{1,7}|#\d{2,6}|#x[0-9A-Fa-f]{2,6});")

_PICTURES = re.compile(
    # Ticks, boxes and stars of forms are left out: fonts have them and clerks use them.
    "[\U0001f000-\U0001faff\u2600-\u2604\u2607-\u260f\u2613-\u2712\u2718-\u27bf\u20e3\ufe0f\ue000-\uf8ff]+"
)


def _web(paper: Paper) -> Iterator[Finding]:
    cure = say("take it out; it belongs to the web page")
    for reading in paper.readings:
        text = reading.text
        start = 0
        for line in text.split("\n"):
            words = line.strip()
            if words and len(words) <= _LONGEST_BUTTON_LINE and _is_buttons(words.lstrip("-–•+>» ")):
                at = start + line.index(words)
                message = say("this looks like a button or counter of a web page: “{words}”", words=words)
                yield reading.finding(_WEB, at, at + len(words), message, cure)
            else:
                for found in _PASTED.finditer(line):
                    message = say("this looks like a button or counter of a web page: “{words}”", words=found[0])
                    yield reading.finding(_WEB, start + found.start(), start + found.end(), message, cure)
            start += len(line) + 1
        if "http" in text and not reading.passage.key.endswith("url"):
            for found in _ADDRESS.finditer(text):
                if _is_left_over(text, found):
                    message = say("a web address that was pasted or cut off: “{address}”", address=found[0][:40])
                    yield reading.finding(
                        _WEB, found.start(), found.end(), message,
                        say("take it out, or write the address in full; the record's own page goes under “đường dẫn”"),
                    )  # fmt: skip


def _is_buttons(words: str) -> bool:
    if not _BUTTON_LINE.fullmatch(words):
        return False
    found = [button.lower() for button in _BUTTON_WORDS.findall(words)]
    return any(button not in _WEAK for button in found) or len(found) > 2


def _is_left_over(text: str, found: re.Match[str]) -> bool:
    address = found[0].rstrip(".,;)”")
    host = address.partition("//")[2]
    if "." not in host or found[0].endswith(("...", "…")) or "?" in host:
        return True
    line_start = text.rfind("\n", 0, found.start()) + 1
    line_end = text.find("\n", found.end())
    around = text[line_start : found.start()] + text[found.end() : line_end if line_end >= 0 else len(text)]
    return not around.strip(" -–•+>.()") or around.strip().lower().rstrip(": ") in ("nguồn", "link", "theo")


def _html(paper: Paper) -> Iterator[Finding]:
    for reading in paper.readings:
        for sign, pattern in (("<", _TAG), ("&", _ENTITY)):
            if sign in reading.letters:
                for found in pattern.finditer(reading.text):
                    message = say("remains of a web page's source: “{signs}”", signs=found[0][:40])
                    yield reading.finding(
                        _HTML, found.start(), found.end(), message, say("take it out; it would be printed as it stands")
                    )


def _emoji(paper: Paper) -> Iterator[Finding]:
    for reading in paper.readings:
        if max(reading.letters, default="") < "\u2013":
            continue
        for found in _PICTURES.finditer(reading.text):
            code = " ".join(f"U+{ord(letter):04X}" for letter in found[0][:3])
            message = say("an emoji or picture sign: {code}", code=code)
            cure = say("take it out, or begin the line with “- ” if it marks a list item")
            yield reading.finding(_EMOJI, found.start(), found.end(), message, cure)


RULES = (Rule(_WEB, _web), Rule(_HTML, _html), Rule(_EMOJI, _emoji))
