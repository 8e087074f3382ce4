"""The cover of an issue: its names, and as much on it as one page holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bulletin.config import Settings
from bulletin.edition import Edition
from bulletin.model import Record

if TYPE_CHECKING:
    from bulletin.compose import PictureFile, Setting
    from bulletin.compose.figures import Figure
    from bulletin.compose.issue import Cover, Line
    from bulletin.model import Loc
    from bulletin.render import Laid

PHOTO = "cover"
"""Name of the picture on the cover."""
_MOST_LEADING = 3
_RATIOS = (1.2, 2.4)
"""Proportions, width by height, of a photo that may stand on the cover."""
_LEAST_WIDTH = 0.72
"""A photo narrower than this part of the measure is left out."""
_AROUND_MM = 9.0
"""Between photo and text, and a little more."""
_RISE = 0.42
"""Part of the free height of a cover without a photo that stands above its headline."""
_MASTHEAD = (3.7, 3.1, 2.6, 2.1, 1.7, 1.4)
_LARGE_MASTHEAD = (2.0, 1.7, 1.4, 1.2, 1.0)
_TITLE = (2.4, 2.1, 1.95, 1.65, 1.4)
_LARGE_TITLE = (1.45, 1.24, 1.12, 1.0)
"""Sizes as multiples of the running text, the largest first."""
_STRICTEST = ("recall", "return", "internal")
"""Scopes with a note, the strictest first: what is collected again, what is given back, what stays inside."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What an issue is called."""

    title: str
    """In full, as title of the document."""
    headline: str
    """On the cover."""
    span: str
    """Its days, below; empty when the headline says them."""
    number: str
    """Such as `Số 3`; empty when it has none."""
    running: str
    """At the head of its pages."""


def names_of(records: Sequence[Record], masthead: str, *, title: str, number: str) -> Names:
    """What an issue is called, by its title, its number and the days of its conferences."""
    from bulletin.compose.capitals import calm
    from bulletin.compose.registers import month
    from bulletin.edition import EDITIONS
    from bulletin.vietnamese import dates

    first, last = min(record.first_day for record in records), max(record.last_day for record in records)
    if first == last:
        span = dates.long_date(first).capitalize()
    elif (first.year, first.month) == (last.year, last.month):
        span = month(first)
    else:
        span = f"Từ {dates.short_date(first)} đến {dates.short_date(last)}"
    name = calm(masthead, EDITIONS["large-print"])
    # Also typed as `Số 3`.
    number = re.sub(r"^số\s+", "", number, flags=re.IGNORECASE)
    shown = f"Số {number}" if number else ""
    numbered = f"{name}, số {number}" if number else name
    return Names(
        title=title or f"{numbered}, {span[:1].lower()}{span[1:]}",
        headline=title or span,
        span=span if title else "",
        number=shown,
        running=numbered,
    )


def scope_of(records: Sequence[Record]) -> str:
    """The scope that holds for the whole: the strictest of those with a note."""
    scopes = {record.scope for record in records}
    return next((scope for scope in _STRICTEST if scope in scopes), "public")


def covered(
    records: Sequence[Record],
    names: Names,
    edition: Edition,
    setting: Setting,
    settings: Settings,
    files: Sequence[Mapping[Loc, Sequence[PictureFile]]],
    leading: Sequence[Line],
    lay_out: Callable[[Cover], Laid],
) -> Cover:
    """A cover that takes one page: with a photo and the first articles as far as there is room.

    Args:
        records: What is bound.
        names: What the issue is called.
        edition: In which variant.
        setting: Masthead and the like.
        settings: How the office prints.
        files: For each record its photos with their picture files.
        leading: The line of each article.
        lay_out: Lays a cover out alone.
    """
    from bulletin.compose.capitals import calm, calm_names
    from bulletin.compose.head import SCOPE_NOTES, top_below_note_mm
    from bulletin.compose.headlines import cover_line
    from bulletin.compose.issue import Cover
    from bulletin.vietnamese import dates

    parent, organisation = _publisher(records, settings)
    note = calm(SCOPE_NOTES[scope_of(records)], edition)
    large = edition.large_print
    masthead_sizes, title_sizes = (_LARGE_MASTHEAD, _LARGE_TITLE) if large else (_MASTHEAD, _TITLE)
    bare = Cover(
        masthead=cover_line(calm(setting.masthead, edition), _inside_band(edition), masthead_sizes),
        number=names.number,
        headline=cover_line(calm_names(names.headline, edition), edition, title_sizes),
        span=names.span,
        parent=calm_names(parent, edition),
        organisation=calm_names(organisation, edition),
        scope_note=note,
        stamp=None if all(record.approved for record in records)
        else (calm("DỰ THẢO", edition), dates.short_date(setting.printed_on)),
        push_mm=round(max(0.0, top_below_note_mm(note, edition) - edition.margins_mm[0]), 2) if note else 0.0,
    )  # fmt: skip
    for count in range(min(_MOST_LEADING, len(leading)), -1, -1):
        cover = replace(bare, leading=tuple(replace(line, under="") for line in leading[:count]))
        laid = lay_out(cover)
        if laid.pages == 1:
            break
    else:
        return cover
    spare_mm = laid.page_depth[0] - laid.page_fill[0]
    if found := _figure(files, edition, spare_mm):
        with_photo = replace(cover, figure=found[0], photo_of=found[1])
        laid = lay_out(with_photo)
        if laid.pages == 1:
            cover, spare_mm = with_photo, laid.page_depth[0] - laid.page_fill[0]
    rise = spare_mm * _RISE if cover.figure is None else min(spare_mm * 0.5, 14.0)
    return replace(cover, rise_mm=round(rise, 1))


def _inside_band(edition: Edition) -> Edition:
    """The edition with the measure inside the band of the cover, whose padding is 8 mm."""
    top, right, bottom, left = edition.margins_mm
    return replace(edition, margins_mm=(top, right + 8, bottom, left + 8))


def _publisher(records: Sequence[Record], settings: Settings) -> tuple[str, str]:
    """The body above and the body that publishes: by the settings, else the one that all records share."""
    office = settings.organisation
    if office.get("name"):
        return office.get("parent", ""), office["name"]
    bodies = {(record.organisation.parent, record.organisation.name) for record in records if record.organisation}
    if len(bodies) == 1:
        return bodies.pop()
    parents = {parent for parent, _ in bodies}
    return ("", parents.pop()) if len(parents) == 1 else ("", "")


def _figure(
    files: Sequence[Mapping[Loc, Sequence[PictureFile]]], edition: Edition, spare_mm: float
) -> tuple[Figure, int] | None:
    """The first photo of a fitting shape that stands alone under its caption, as large as can be, and whose it is."""
    from bulletin.compose.figures import Figure, Picture, caption_mm

    for place, own in enumerate(files):
        for loc, pictures in own.items():
            file = pictures[0]
            if len(pictures) > 1 or not _RATIOS[0] <= file.ratio <= _RATIOS[1]:
                continue
            room_mm = spare_mm - caption_mm(file.photo, edition) - _AROUND_MM
            height_mm = min(edition.measure_mm / file.ratio, room_mm)
            width_mm = height_mm * file.ratio
            if width_mm < _LEAST_WIDTH * edition.measure_mm:
                continue
            picture = Picture(
                name=PHOTO, file=file.file, loc=loc, width_mm=round(width_mm, 2), height_mm=round(height_mm, 2),
                alt=file.photo.alt or file.photo.caption or "Ảnh tại hội nghị",
            )  # fmt: skip
            figure = Figure(
                loc=loc, rows=((picture,),), width_mm=round(width_mm, 2), box_mm=round(edition.measure_mm, 2),
                caption=file.photo.caption, credit=file.photo.credit,
            )  # fmt: skip
            return figure, place
    return None
