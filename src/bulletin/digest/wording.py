"""What is known of a conference, in words: who, when, how many, in which way."""

from __future__ import annotations

from bulletin.model import Person, Record
from bulletin.model.running import Span
from bulletin.model.words import MODES
from bulletin.vietnamese import dates


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
        spans.append(Span(opened(before) + (" " if person.name else "")))
    if person.name:
        spans.append(Span(person.name, strong=True))
    if after:
        spans.append(Span((", " if spans else "") + after))
    return tuple(spans)


def when(record: Record) -> str:
    """Day and time of the conference."""
    first, last = record.first_day, record.last_day
    start = dates.write_time(record.time) if record.time else ""
    end = dates.write_time(record.end_time) if record.end_time else ""
    clock = f"{start} - {end}" if start and end else start or (f"đến {end}" if end else "")
    if first != last:
        day = f"buổi {record.part_of_day}, " if record.session else ""
        day += (
            f"từ {dates.weekday(first)}, {dates.short_date(first)} đến {dates.weekday(last)}, {dates.short_date(last)}"
        )
    else:
        day = f"{record.part_of_day} {dates.weekday(first)}, {dates.short_date(first)}".strip()
    return opened(f"{clock}, {day}" if clock else day)


def attendance(record: Record) -> str:
    """How many came, in one line."""
    numbers = record.attendance
    if numbers is None:
        return ""
    parts = [
        ("triệu tập", numbers.invited), ("có mặt", numbers.present), ("vắng có lý do", numbers.excused),
        ("vắng không lý do" if numbers.excused else "vắng", numbers.absent), ("đảng viên chính thức", numbers.official),
        ("đảng viên dự bị", numbers.probationary), ("đại biểu, khách mời", numbers.guests),
    ]  # fmt: skip
    return opened("; ".join(f"{name} {value}" for name, value in parts if value))


def manner(record: Record) -> str:
    """In person or online, on which platform, from how many sites."""
    mode = MODES.table[record.mode][0] if record.mode else ""
    text = f"{mode} ({record.platform})" if mode and record.platform else mode or record.platform
    number = ", ".join(f"{site.count} điểm cầu" for site in record.sites if not site.name)
    return opened(", ".join(part for part in (text, number) if part))


def opened(text: str) -> str:
    """A text with a capital at its beginning."""
    return text[:1].upper() + text[1:]
