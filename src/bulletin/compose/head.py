"""What stands around the body of a bulletin: masthead, panel of facts, rolls of people, end matter, running head."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from bulletin.compose.grids import person_line
from bulletin.edition import Edition
from bulletin.model import Guest, Person, Record
from bulletin.model.running import Span
from bulletin.model.words import EVENTS, MODES
from bulletin.vietnamese import dates

LONGEST_IN_PANEL = 8
LONGEST_IN_LARGE_PANEL = 4
"""A list with more entries than this stands as a roll of its own, not among the facts, which are never broken."""

SCOPE_NOTES = {
    "internal": "LƯU HÀNH NỘI BỘ",
    "recall": "TÀI LIỆU THU HỒI",
    "return": "XEM XONG TRẢ LẠI",
    "public": "",
    "no-press": "",
}
"""Printed on page 1, top right (HD05 II.4)."""
NO_PRESS_NOTE = "KHÔNG PHỔ BIẾN TRÊN PHƯƠNG TIỆN THÔNG TIN ĐẠI CHÚNG"
"""Printed on the last page, centred (HD05 II.4)."""
LICENSED_MASTHEAD = "BẢN TIN"


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the panel: what it is about, and one or more lines."""

    label: str
    lines: tuple[tuple[Span, ...], ...]


@dataclass(frozen=True, slots=True)
class Roll:
    """A list too long for the panel."""

    heading: str
    people: tuple[Person, ...] = ()
    lines: tuple[str, ...] = ()


def person_spans(person: Person) -> tuple[Span, ...]:
    """A person in one line, the name strong."""
    before = " ".join(part for part in (person.honorific, person.rank) if part)
    after = ", ".join(part for part in (*person.titles, person.organisation) if part)
    spans = []
    if before:
        spans.append(Span(before[0].upper() + before[1:] + (" " if person.name else "")))
    if person.name:
        spans.append(Span(person.name, strong=True))
    if after:
        spans.append(Span((", " if spans else "") + after))
    return tuple(spans)


def kicker(record: Record) -> str:
    """The kind of conference above the headline, such as "Hội nghị Ban Chấp hành lần thứ 18, khóa XVII"."""
    event = record.event_name
    if len(record.kind) > 1 and not record.event:
        event += f" và {EVENTS[record.kind[1]]}"
    return f"{event} {record.ordinal}".strip()


def when(record: Record) -> str:
    """Day and time of the conference."""
    first, last = record.first_day, record.last_day
    start = dates.write_time(record.time) if record.time else ""
    end = dates.write_time(record.end_time) if record.end_time else ""
    clock = f"{start} - {end}" if start and end else start or (f"đến {end}" if end else "")
    if first != last:
        day = (
            f"từ {dates.weekday(first)}, {dates.short_date(first)} đến {dates.weekday(last)}, {dates.short_date(last)}"
        )
    else:
        day = f"{record.part_of_day} {dates.weekday(first)}, {dates.short_date(first)}".strip()
    text = f"{clock}, {day}" if clock else day
    return text[0].upper() + text[1:]


def attendance(record: Record) -> str:
    """How many came, in one line."""
    numbers = record.attendance
    if numbers is None:
        return ""
    parts = [
        ("triệu tập", numbers.invited), ("có mặt", numbers.present), ("vắng có lý do", numbers.excused),
        ("vắng không lý do", numbers.absent), ("đảng viên chính thức", numbers.official),
        ("đảng viên dự bị", numbers.probationary), ("đại biểu, khách mời", numbers.guests),
    ]  # fmt: skip
    text = "; ".join(f"{name} {value}" for name, value in parts if value)
    return text[0].upper() + text[1:] if text else ""


def manner(record: Record) -> str:
    """In person or online, on which platform, from how many sites."""
    mode = MODES.table[record.mode][0] if record.mode else ""
    text = f"{mode} ({record.platform})" if mode and record.platform else mode or record.platform
    number = ", ".join(f"{site.count} điểm cầu" for site in record.sites if not site.name)
    whole = ", ".join(part for part in (text, number) if part)
    return whole[0].upper() + whole[1:] if whole else ""


def _guests(guests: Sequence[Guest]) -> tuple[tuple[Span, ...], ...]:
    lines: list[tuple[Span, ...]] = []
    for guest in guests:
        if guest.name or guest.titles:
            lines.append(person_spans(guest))
        if guest.side:
            lines.append((Span(f"{guest.side}:", slanted=False),))
        lines += [person_spans(person) for person in guest.people]
    return tuple(lines)


def _longest(edition: Edition) -> int:
    return LONGEST_IN_LARGE_PANEL if edition.large_print else LONGEST_IN_PANEL


def facts(record: Record, edition: Edition) -> tuple[Fact, ...]:
    """The panel of facts, without the lists that are too long for it."""

    def line(text: str) -> tuple[tuple[Span, ...], ...]:
        return ((Span(text),),) if text else ()

    rows = [
        Fact("Thời gian", line(when(record))),
        Fact("Địa điểm", line(record.place)),
        Fact("Hình thức", line(manner(record))),
        Fact("Đơn vị tổ chức", tuple((Span(host),) for host in record.host)),
        Fact("Nhiệm kỳ", line(record.term)),
        Fact("Kỳ báo cáo", line(record.period)),
        Fact("Chủ trì", tuple(person_spans(person) for person in record.chairs)),
        Fact("Đại biểu", _guests(record.guests)),
        Fact("Thư ký", tuple(person_spans(person) for person in record.secretaries)),
        Fact("Thành phần", tuple((Span(text),) for text in record.participants)),
        Fact("Số lượng", line(attendance(record))),
    ]
    return tuple(row for row in rows if 0 < len(row.lines) <= _longest(edition))


def rolls(record: Record, edition: Edition) -> tuple[Roll, ...]:
    """Lists that are too long for the panel."""
    found = []
    for heading, people in (("Chủ trì", record.chairs), ("Thư ký", record.secretaries)):
        if len(people) > _longest(edition):
            found.append(Roll(heading, people=people))
    if len(_guests(record.guests)) > _longest(edition):
        loose: list[Person] = []
        for guest in record.guests:
            if guest.side:
                found.append(Roll(guest.side, people=guest.people))
            if guest.name or guest.titles:
                loose.append(guest)
        if loose:
            found.insert(0, Roll("Đại biểu", people=tuple(loose)))
    if len(record.participants) > _longest(edition):
        found.append(Roll("Thành phần tham dự", lines=record.participants))
    return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Everything outside the flow, ready to be printed."""

    masthead: str
    parent: str
    organisation: str
    dateline: str
    kicker: str
    running_left: str
    running_right: str
    scope_note: str
    first_top_mm: float
    """Top margin of page 1: there is no running head there, but the scope note has its place."""
    no_press: str
    stamp: str
    end: tuple[tuple[str, str], ...]
    """Label and text of the lines below the body."""
    imprint: tuple[str, ...]
    """Lines of the licence of a periodical."""


def head(record: Record, edition: Edition, *, masthead: str, byline: str, printed_on: dt.date) -> Head:
    """Everything outside the flow.

    Args:
        record: What is printed.
        edition: Large print has no blocks of capitals, and room for less in the running head.
        masthead: Name of the publication.
        byline: Who wrote it, unless the record says.
        printed_on: The date on the stamp of a draft.
    """
    assert record.organisation is not None, "validate sees to it"

    def calm(text: str) -> str:
        return text.capitalize() if edition.large_print and text.isupper() else text

    left, right = _running(record, edition)
    scope_note = calm(SCOPE_NOTES[record.scope])
    # The note stands 10 mm from the edge (HD05 II.4), and 3 mm clear of the masthead.
    below_note = 10 + edition.smallest_pt * 1.5 * 25.4 / 72 + 3 if scope_note else 14.0
    return Head(
        masthead=calm(masthead),
        parent=record.organisation.parent,
        organisation=record.organisation.name,
        dateline=_dateline(record),
        kicker=kicker(record),
        running_left=left,
        running_right=right,
        scope_note=scope_note,
        first_top_mm=round(max(below_note, edition.margins_mm[0] if edition.large_print else 0), 2),
        no_press=calm(NO_PRESS_NOTE) if record.scope == "no-press" else "",
        stamp="" if record.approved else f"{calm('DỰ THẢO')} {dates.short_date(printed_on)}",
        end=_end(record, byline),
        imprint=_imprint(record),
    )


def _dateline(record: Record) -> str:
    first, last = record.first_day, record.last_day
    if first != last:
        return dates.date_span(first, last)
    weekday = dates.weekday(first)
    return f"{weekday[0].upper()}{weekday[1:]}, {dates.long_date(first)}"


def _end(record: Record, byline: str) -> tuple[tuple[str, str], ...]:
    approved = (
        f"{record.approved_by}, ngày {dates.short_date(record.approved_on)}"
        if record.approved_on
        else record.approved_by
    )
    assert record.organisation is not None
    short = "; ".join(f"{name}: {words}" for name, words in record.abbreviations.items() if words)
    lines = [
        ("Thực hiện", record.byline or byline),
        ("Người duyệt", approved),
        ("Trang tin", record.url),
        ("Chữ viết tắt", short),
        ("Ký hiệu đơn vị", record.organisation.code),
    ]
    return tuple((label, text) for label, text in lines if text)


def _imprint(record: Record) -> tuple[str, ...]:
    licence = record.licence
    if licence is None:
        return ()
    return (
        f"Giấy phép xuất bản bản tin số {licence.number}, ngày {dates.short_date(licence.date)}.",
        f"In tại {licence.printer}; số lượng {licence.copies}; kỳ hạn xuất bản: {licence.frequency}.",
        f"Chịu trách nhiệm xuất bản: {licence.responsible}.",
    )


def _running(record: Record, edition: Edition) -> tuple[str, str]:
    """Organisation and title for the head of later pages, cut at a word so that both stand on one line."""
    assert record.organisation is not None
    # Be Vietnam Pro and Noto Sans take about 0.56 em a letter; the head is as small as the edition allows.
    letters = int(edition.measure_mm / 25.4 * 72 / (edition.smallest_pt * 0.58))
    if edition.large_print:
        return "", cut(record.title, letters)
    left = cut(record.organisation.name, letters * 2 // 5)
    return left, cut(record.title, letters - len(left) - 6)


def cut(text: str, letters: int) -> str:
    """A text of at most that many letters, cut at a word and ended with an ellipsis."""
    if len(text) <= letters:
        return text
    kept = text[: letters - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-")
    return f"{kept}…"


__all__ = ["LICENSED_MASTHEAD", "Fact", "Head", "Roll", "cut", "head", "person_line", "person_spans", "rolls"]
