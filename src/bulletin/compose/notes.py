"""Pages for notes, which make a bulletin ready to be folded: ruled lines under a heading."""

from __future__ import annotations

from dataclasses import dataclass

from bulletin.compose.head import Head
from bulletin.compose.scale import PT_PER_MM, scale
from bulletin.edition import Edition

HEADING = "Ghi chép"
_PITCH_MM = 9.0
_PITCH_EM = 2.2
"""Between two lines for handwriting: 9 mm, in large print more."""
_HEAD_EM = 2.6
"""Height of the heading with the space below it, as a multiple of its size."""
_SLACK_MM = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """Pages for notes at the end of a bulletin."""

    pages: int
    lines: int
    """On each page."""
    pitch_mm: float
    note: str = ""
    """What must stand at the foot of the last page of all, and so of these."""
    heading: str = HEADING


def notes(pages: int, edition: Edition, head: Head) -> Notes:
    """Pages for notes, ruled from the heading to the foot.

    Args:
        pages: How many; none when 0.
        edition: Gives the height, and how large a hand is.
        head: Gives the note for the last page, which large print has at the end of its text.
    """
    body_mm = edition.body_pt / PT_PER_MM
    pitch_mm = round(max(_PITCH_MM, _PITCH_EM * body_mm), 2)
    room_mm = edition.depth_mm - _HEAD_EM * scale(edition).heading / PT_PER_MM - _SLACK_MM
    note = head.no_press if pages and not edition.large_print else ""
    return Notes(pages=pages, lines=max(1, int(room_mm / pitch_mm)), pitch_mm=pitch_mm, note=note)
