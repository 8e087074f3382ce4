"""What stands around the body of a bulletin: masthead, panel of facts, rolls of people, end matter, running head."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bulletin.compose.capitals import calm
from bulletin.compose.headlines import Headline, headline, subtitle
from bulletin.compose.scale import PT_PER_MM, scale
from bulletin.compose.widths import Face
from bulletin.edition import Edition
from bulletin.model import Guest, Person, Record
from bulletin.model.running import Span
from bulletin.model.words import EVENTS, MODES
from bulletin.vietnamese import dates

LONGEST_IN_PANEL = 8
LONGEST_IN_LARGE_PANEL = 6
"""A list with more entries than this stands as a roll of its own, not among the facts."""

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
class Line:
    """One line of a fact."""

    spans: tuple[Span, ...]
    role: Literal["", "side", "member"] = ""
    """The name of a side, or one of its people, who stand below it."""
    keep: bool = False
    """Stays on the page of the next line."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of the panel: what it is about, and one or more lines."""

    label: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Roll:
    """A list too long for the panel."""

    heading: str
    people: tuple[Person, ...] = ()
    lines: tuple[str, ...] = ()


def person_line(person: Person) -> str:
    """A person in one line."""
    who = " ".join(part for part in (person.honorific, person.rank, person.name) if part)
    return ", ".join(part for part in (who, *person.titles, person.organisation) if part)


def person_spans(person: Person) -> tuple[Span, ...]:
    """A person in one line, the name strong."""
    before = " ".join(part for part in (person.honorific, person.rank) if part)
    after = ", ".join(part for part in (*person.titles, person.organisation) if part)
    spans = []
    if before:
        spans.append(Span(_opened(before) + (" " if person.name else "")))
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
    return _opened(f"{clock}, {day}" if clock else day)


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
    return _opened("; ".join(f"{name} {value}" for name, value in parts if value))


def manner(record: Record) -> str:
    """In person or online, on which platform, from how many sites."""
    mode = MODES.table[record.mode][0] if record.mode else ""
    text = f"{mode} ({record.platform})" if mode and record.platform else mode or record.platform
    number = ", ".join(f"{site.count} điểm cầu" for site in record.sites if not site.name)
    return _opened(", ".join(part for part in (text, number) if part))


def _opened(text: str) -> str:
    """A text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def _guests(guests: Sequence[Guest]) -> tuple[Line, ...]:
    lines: list[Line] = []
    for guest in guests:
        if guest.name or guest.titles:
            lines.append(Line(person_spans(guest)))
        if guest.side:
            lines.append(Line((Span(f"{guest.side}:"),), "side", keep=bool(guest.people)))
        lines += [Line(person_spans(person), "member" if guest.side else "") for person in guest.people]
    return tuple(lines)


def _longest(edition: Edition) -> int:
    return LONGEST_IN_LARGE_PANEL if edition.large_print else LONGEST_IN_PANEL


def facts(record: Record, edition: Edition) -> tuple[Fact, ...]:
    """The panel of facts, without the lists that are too long for it."""

    def lines(*texts: str) -> tuple[Line, ...]:
        return tuple(Line((Span(text),)) for text in texts if text)

    def people(persons: Sequence[Person]) -> tuple[Line, ...]:
        return tuple(Line(person_spans(person)) for person in persons)

    rows = [
        Fact("Thời gian", lines(when(record))),
        Fact("Địa điểm", lines(record.place)),
        Fact("Hình thức", lines(manner(record))),
        Fact("Đơn vị tổ chức", lines(*record.host)),
        Fact("Nhiệm kỳ", lines(_opened(record.term))),
        Fact("Kỳ báo cáo", lines(_opened(record.period))),
        Fact("Chủ trì", people(record.chairs)),
        Fact("Đại biểu", _guests(record.guests)),
        Fact("Thư ký", people(record.secretaries)),
        Fact("Thành phần", lines(*record.participants)),
        Fact("Số lượng", lines(attendance(record))),
    ]
    return kept_together([row for row in rows if len(row.lines) <= _longest(edition)])


def panel(rows: Sequence[Sequence[str]]) -> tuple[Fact, ...]:
    """A panel of labels, each with its lines; those without any are left out."""
    return kept_together([Fact(label, tuple(Line((Span(line),)) for line in lines if line)) for label, *lines in rows])


def kept_together(rows: Sequence[Fact]) -> tuple[Fact, ...]:
    """The rows that have something in them, none of them alone at the foot or head of a page."""
    kept = [row for row in rows if row.lines]
    for place in {0, len(kept) - 2} if len(kept) > 1 else ():
        *before, last = kept[place].lines
        kept[place] = Fact(kept[place].label, (*before, replace(last, keep=True)))
    return tuple(kept)


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
    headline: Headline
    subtitle: Headline
    running: tuple[str, str]
    """Head of the later pages: organisation and title; in large print the title alone."""
    scope_note: str
    first_top_mm: float
    """Top margin of page 1: there is no running head there, but the scope note has its place."""
    no_press: str
    stamp: tuple[str, str] | None
    """On every page of a draft: what it is, and of which day."""
    byline: tuple[str, str]
    """Label and names; the label is empty when the record's own words say what they did."""
    end: tuple[tuple[str, str], ...]
    """Label and text of the rows below the body."""

    @property
    def stamp_text(self) -> str:
        """The stamp in one line; empty when there is none."""
        return " ".join(self.stamp or ())


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

    title = calm(record.title, edition)
    scope_note = calm(SCOPE_NOTES[record.scope], edition)
    return Head(
        masthead=calm(masthead, edition),
        parent=calm(record.organisation.parent, edition),
        organisation=calm(record.organisation.name, edition),
        dateline=_dateline(record),
        kicker=calm(kicker(record), edition),
        subtitle=subtitle(calm(record.subtitle, edition), edition),
        headline=headline(title, edition),
        running=_running(calm(record.organisation.name, edition), title, edition),
        scope_note=scope_note,
        first_top_mm=_first_top_mm(scope_note, edition),
        no_press=calm(NO_PRESS_NOTE, edition) if record.scope == "no-press" else "",
        stamp=None if record.approved else (calm("DỰ THẢO", edition), dates.short_date(printed_on)),
        byline=_byline(record.byline or byline),
        end=_end(record),
    )


def _first_top_mm(scope_note: str, edition: Edition) -> float:
    sizes = scale(edition)
    # The note stands 10 mm from the edge (HD05 II.4), clear of the masthead.
    rows = math.ceil(sizes.sans.width(scope_note, bold=True) * sizes.panel / PT_PER_MM / edition.measure_mm)
    below_note = 10 + rows * sizes.panel * 1.5 / PT_PER_MM + 3 if scope_note else 0.0
    return round(max(below_note, edition.margins_mm[0] if edition.large_print else 16.0), 2)


def _dateline(record: Record) -> str:
    first, last = record.first_day, record.last_day
    if first != last:
        return f"Ngày {dates.date_span(first, last)}"
    return _opened(f"{dates.weekday(first)}, {dates.long_date(first)}")


def _byline(text: str) -> tuple[str, str]:
    said = ":" in text or "thực hiện" in text.lower()
    return ("" if said or not text else "Thực hiện", text)


def _end(record: Record) -> tuple[tuple[str, str], ...]:
    approved = record.approved_by
    if record.approved_on:
        approved = ", ".join(part for part in (approved, f"ngày {dates.short_date(record.approved_on)}") if part)
    assert record.organisation is not None
    short = "; ".join(f"{name}: {words}" for name, words in record.abbreviations.items() if words)
    lines = [
        ("Người duyệt", approved),
        ("Trang tin", record.url),
        ("Chữ viết tắt", short),
        ("Ký hiệu đơn vị", record.organisation.code),
    ]
    licence = record.licence
    if licence is not None:
        lines += [
            ("Giấy phép", f"Xuất bản bản tin số {licence.number}, ngày {dates.short_date(licence.date)}"),
            ("Nơi in", licence.printer),
            ("Số lượng in", licence.copies),
            ("Kỳ hạn", licence.frequency),
            ("Chịu trách nhiệm", licence.responsible),
        ]
    return tuple((label, text) for label, text in lines if text)


_HEAD_GAP_EM = 4.0
"""Between organisation and title in the running head."""


def _running(organisation: str, title: str, edition: Edition) -> tuple[str, str]:
    """Organisation and title for the head of later pages, cut at a word so that both stand on one line."""
    sizes = scale(edition)
    room = edition.measure_mm * PT_PER_MM / sizes.folio * 0.99
    if edition.large_print:
        return "", cut(title, room, sizes.sans)
    left = cut(organisation, room * 0.42, sizes.sans)
    return left, cut(title, room - sizes.sans.width(left) - _HEAD_GAP_EM, sizes.sans)


def cut(text: str, room: float, face: Face) -> str:
    """A text that fits into a line, cut at a word and ended with an ellipsis.

    Args:
        text: What is cut.
        room: Length of the line, in multiples of the type size.
        face: Tells how wide letters are.
    """
    if face.width(text) <= room:
        return text
    words = text.split(" ")
    while words and face.width(" ".join(words) + "…") > room:
        words.pop()
    return f"{' '.join(words).rstrip(' ,;:–-')}…"
