"""What stands around the body of a bulletin: masthead, panel of facts, rolls of people, end matter, running head."""

from __future__ import annotations

import datetime as dt
import math
import re
from dataclasses import dataclass

from bulletin.compose.capitals import calm, calm_names
from bulletin.compose.headlines import Headline, headline, subtitle
from bulletin.compose.panel import opened
from bulletin.compose.scale import PT_PER_MM, scale
from bulletin.compose.widths import Face
from bulletin.edition import Edition
from bulletin.model import Record
from bulletin.model.words import EVENTS
from bulletin.vietnamese import dates

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


def kicker(record: Record) -> str:
    """The kind of conference above the headline, such as "Hội nghị Ban Chấp hành lần thứ 18, khóa XVII"."""
    event = record.event_name
    if len(record.kind) > 1 and not record.event:
        event += f" và {EVENTS[record.kind[1]]}"
    return f"{event} {record.ordinal}".strip()


@dataclass(frozen=True, slots=True)
class EndRow:
    """A row below the body."""

    label: str
    text: str = ""
    address: tuple[str, ...] = ()
    """In place of the text the pieces of a web address, between which a line may end; not at its hyphens, which a
    reader would take for those of a broken word."""


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
    end: tuple[EndRow, ...]

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

    title = calm_names(record.title, edition)
    scope_note = calm(SCOPE_NOTES[record.scope], edition)
    return Head(
        masthead=calm(masthead, edition),
        parent=calm_names(record.organisation.parent, edition),
        organisation=calm_names(record.organisation.name, edition),
        dateline=_dateline(record),
        kicker=calm_names(kicker(record), edition),
        subtitle=subtitle(calm_names(record.subtitle, edition), edition),
        headline=headline(title, edition),
        running=_running(calm_names(record.organisation.name, edition), title, edition),
        scope_note=scope_note,
        first_top_mm=top_below_note_mm(scope_note, edition),
        no_press=calm(NO_PRESS_NOTE, edition) if record.scope == "no-press" else "",
        stamp=None if record.approved else (calm("DỰ THẢO", edition), dates.short_date(printed_on)),
        byline=_byline(record.byline or byline),
        end=_end(record, edition),
    )


def top_below_note_mm(scope_note: str, edition: Edition) -> float:
    """Top margin of page 1, clear of the scope note above it."""
    sizes = scale(edition)
    # The note stands 10 mm from the edge (HD05 II.4), clear of the masthead.
    rows = math.ceil(sizes.sans.width(scope_note, bold=True) * sizes.panel / PT_PER_MM / edition.measure_mm)
    below_note = 10 + rows * sizes.panel * 1.5 / PT_PER_MM + 3 if scope_note else 0.0
    return round(max(below_note, edition.margins_mm[0] if edition.large_print else 16.0), 2)


def _dateline(record: Record) -> str:
    first, last = record.first_day, record.last_day
    if first != last:
        return f"Ngày {dates.date_span(first, last)}"
    return opened(f"{dates.weekday(first)}, {dates.long_date(first)}")


def _byline(text: str) -> tuple[str, str]:
    said = ":" in text or "thực hiện" in text.lower()
    return ("" if said or not text else "Thực hiện", text)


def _end(record: Record, edition: Edition) -> tuple[EndRow, ...]:
    approved = record.approved_by
    if record.approved_on:
        approved = ", ".join(part for part in (approved, f"ngày {dates.short_date(record.approved_on)}") if part)
    assert record.organisation is not None
    short = "; ".join(f"{name}: {words}" for name, words in record.abbreviations.items() if words)
    rows = [
        EndRow("Người duyệt", approved),
        EndRow("Trang tin", address=address_pieces(record.url, edition)),
        EndRow("Chữ viết tắt", short),
        EndRow("Ký hiệu đơn vị", record.organisation.code),
    ]
    licence = record.licence
    if licence is not None:
        rows += [
            EndRow("Giấy phép", f"Xuất bản bản tin số {licence.number}, ngày {dates.short_date(licence.date)}"),
            EndRow("Nơi in", licence.printer),
            EndRow("Số lượng in", licence.copies),
            EndRow("Kỳ hạn", licence.frequency),
            EndRow("Chịu trách nhiệm", licence.responsible),
        ]
    return tuple(row for row in rows if row.text or row.address)


def address_pieces(url: str, edition: Edition, share: float = 0.7) -> tuple[str, ...]:
    """A web address taken apart behind its slashes, and wherever a piece would be longer than a line.

    Args:
        url: The address.
        edition: Gives the measure.
        share: Part of the measure that a line has for it.
    """
    sizes = scale(edition)
    room = share * edition.measure_mm * PT_PER_MM / sizes.small
    found: list[str] = []
    for piece in re.findall(r"[^/]*/+|[^/]+$", url):
        while piece:
            fitting = next((n for n in range(len(piece), 1, -1) if sizes.sans.width(piece[:n]) <= room), 1)
            if fitting < len(piece):
                fitting = len(piece[:fitting].rstrip("-")) or fitting
            found.append(piece[:fitting])
            piece = piece[fitting:]
    return tuple(found)


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
