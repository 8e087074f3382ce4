"""Lines of running text: those that were wrapped by hand, and how the last one ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin.messages import N_, say
from bulletin.vietnamese.lint.passages import Check, Finding, Paper, Rule

_WRAPPED = Check(
    "looks-wrapped",
    N_("a line that begins in lower case after one without a closing sign: in running text each line is a paragraph"),
    "Đảng ủy cùng chính quyền cụ thể hóa\nchủ trương của cấp trên.",
    "Đảng ủy cùng chính quyền cụ thể hóa chủ trương của cấp trên.",
)
_SLASHES = Check(
    "end-slashes",
    N_("./. at the end, which belongs to official documents of the State"),
    "Hội nghị kết thúc vào 16 giờ cùng ngày./.",
    "Hội nghị kết thúc vào 16 giờ cùng ngày.",
)
_NO_STOP = Check(
    "no-end-stop",
    N_("no full stop at the end of the text"),
    "Phát huy kết quả đó, toàn thể đảng viên quyết tâm hoàn thành tốt nhiệm vụ năm 2024",
    "Phát huy kết quả đó, toàn thể đảng viên quyết tâm hoàn thành tốt nhiệm vụ năm 2024.",
)

_CLOSING = tuple(".!?:;…”»)")
_LOWER = re.compile(r"[a-zđà-öø-ÿăĩũơưạ-ỹ]")
_MARKED = re.compile(r"(?:[-–—•+*>]|\d{1,3}(?:\.\d{1,3})*[.)]|[a-zđ][.)]|[IVXLC]{1,7}[.)])\s")
_SIGNED = re.compile(r"thực hiện$|^(?:Tin|Ảnh|Bài|Theo|Nguồn|Tin, ảnh|Tin và ảnh)\b", re.IGNORECASE)
_SENTENCE_WORDS = 9
"""A line of fewer words may be a caption, a signature, a heading."""


def _wrapped(paper: Paper) -> Iterator[Finding]:
    for reading in paper.of("text"):
        if "\n" not in reading.letters:
            continue
        places = []
        before = ""
        start = 0
        for line in reading.text.split("\n"):
            words = line.strip(" \t\u00a0*")
            if words:
                begins_low = _LOWER.match(words) is not None and not _MARKED.match(words)
                if begins_low and before and not before.endswith(_CLOSING):
                    places.append(start + line.index(words))
                before = words
            start += len(line) + 1
        if places:
            message = say("this line looks wrapped by hand ({times}× in this text)", times=len(places))
            cure = say("join it to the line above, or write “>” instead of “|” and a blank line between paragraphs")
            yield reading.finding(_WRAPPED, places[0], places[0] + 1, message, cure)


def _slashes(paper: Paper) -> Iterator[Finding]:
    for reading in paper.readings:
        if "/" in reading.letters:
            for found in re.finditer(r"\.\s*/\s*\.", reading.text):
                message = say("“./.” closes official documents of the State, not news")
                yield reading.finding(_SLASHES, found.start(), found.end(), message, say("end with a full stop"))


def _no_stops(paper: Paper) -> Iterator[Finding]:
    for reading in paper.of("text"):
        text = reading.text.rstrip()
        start = text.rfind("\n") + 1
        line = text[start:].strip()
        if _MARKED.match(line) or _SIGNED.search(line) or len(line.split()) < _SENTENCE_WORDS:
            continue
        if line[-1].isalnum():
            message = say("the last sentence of this text has no full stop")
            cure = say("end it with “.”")
            yield reading.finding(_NO_STOP, len(text) - 1, len(text), message, cure)


RULES = (Rule(_WRAPPED, _wrapped), Rule(_SLASHES, _slashes), Rule(_NO_STOP, _no_stops))
