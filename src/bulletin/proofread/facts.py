"""What a record lacks or says that its kind does not know."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator

from bulletin.messages import N_, say
from bulletin.model import Loc, OfficialDocument, Record
from bulletin.proofread.remarks import Remark
from bulletin.vietnamese import dates
from bulletin.vietnamese.lint import Check
from bulletin.vietnamese.text import fold, similar

NO_CHAIRS = Check(
    "no-chairs",
    N_("a record that does not say who chaired"),
    "bản ghi không có mục “chủ trì”",
    "chủ trì: Nguyễn Thị Bạch Vân - Bí thư Đảng bộ",
)
ISSUED_EARLIER = Check(
    "issued-earlier",
    N_("an official paper issued before the conference that it tells of"),
    "văn bản: thông báo ban hành ngày 05/01/2025 (ngày: 29/12/2025)",
    "văn bản: thông báo ban hành ngày 05/01/2026 (ngày: 29/12/2025)",
)
UNKNOWN_LEVEL = Check(
    "unknown-level",
    N_("a rating other than the four of today"),
    "xếp loại: Chi bộ 1, mức Trong sạch vững mạnh tiêu biểu",
    "xếp loại: Chi bộ 1, mức Hoàn thành xuất sắc nhiệm vụ",
)
UNKNOWN_SILENCE = Check(
    "unknown-silence",
    N_("an id under “bỏ qua” that no warning has"),
    "bỏ qua: double-spaces",
    "bỏ qua: double-space",
)

_LEVELS = (
    "Hoàn thành xuất sắc nhiệm vụ", "Hoàn thành tốt nhiệm vụ", "Hoàn thành nhiệm vụ", "Không hoàn thành nhiệm vụ",
)  # fmt: skip
_LEVELS_FOLDED = frozenset(fold(level) for level in (*_LEVELS, "HTXSNV", "HTTNV", "HTNV", "KHTNV"))
_FOUR_LEVELS_SINCE = dt.date(2018, 3, 8)
"""Quy định 132-QĐ/TW of that day."""
_BEFOREHAND = frozenset(
    fold(name)
    for name in (
        "KH", "kế hoạch", "CTr", "chương trình", "CV", "công văn", "TTr", "tờ trình", "GM", "giấy mời", "ĐA", "đề án",
        "PA", "phương án", "BB", "biên bản",
    )
)  # fmt: skip
_WITHOUT_CHAIRS = frozenset({"report", "signing", "award", "commemoration"})
_SESSION_KEYS = frozenset({"guests", "participants", "attendance", "agenda", "secretaries", "votes", "elections"})


def record_remarks(record: Record, silence: Collection[str], known: Collection[str]) -> Iterator[Remark]:
    """What a record as a whole lacks.

    Args:
        record: The record.
        silence: Ids that the record itself silences.
        known: All ids there are.
    """
    if not record.chairs and _is_session(record):
        cure = say("add: chủ trì: Nguyễn Văn A - Bí thư Chi bộ")
        yield Remark(NO_CHAIRS, (), say("nobody is named as chair"), cure)
    document = record.document
    if document and document.issued and document.issued < record.first_day and not _comes_first(document):
        message = say("this paper was issued before the conference of {day}", day=dates.short_date(record.first_day))
        yield Remark(ISSUED_EARLIER, ("document", "issued"), message, say("see whether the year and the day are right"))
    if record.last_day >= _FOUR_LEVELS_SINCE:
        for number, rating in enumerate(record.ratings):
            if rating.level:
                yield from _level(rating.level, ("ratings", number, "level"))
            for level in rating.counts:
                yield from _level(level, ("ratings", number, "counts", level))
    for number, name in enumerate(silence):
        if name not in known:
            nearest = similar(name, known)
            cure = say("did you mean “{nearest}”?", nearest=nearest) if nearest else say("take it out")
            yield Remark(UNKNOWN_SILENCE, ("silence", number), say("no warning is called “{name}”", name=name), cure)


def _comes_first(document: OfficialDocument) -> bool:
    """Whether a paper prepares a conference; of minutes that are too early there is a fault."""
    return fold(document.type) in _BEFOREHAND


def _is_session(record: Record) -> bool:
    """Whether a record tells of people in session, rather than bringing a piece of news."""
    given = record.model_fields_set
    return ("kind" in given and not _WITHOUT_CHAIRS & set(record.kind)) or not _SESSION_KEYS.isdisjoint(given)


def _level(level: str, loc: Loc) -> Iterator[Remark]:
    if fold(level) not in _LEVELS_FOLDED:
        message = say("“{level}” is none of the four ratings of today", level=level)
        yield Remark(UNKNOWN_LEVEL, loc, message, say("one of: {levels}", levels=", ".join(_LEVELS)))
