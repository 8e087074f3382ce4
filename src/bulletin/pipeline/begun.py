"""How each bulletin begins, whatever is made of it: its settings, its layout, its pictures, its edition."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletin.config import Settings, layout_named, settings_for
from bulletin.edition import EDITIONS, Edition
from bulletin.errors import LayoutError, RecordError
from bulletin.layout import Layout
from bulletin.messages import say
from bulletin.pipeline.reading import look_at

if TYPE_CHECKING:
    from bulletin.compose import PictureFile, Setting
    from bulletin.model import Loc, Record
    from bulletin.photos import Photo

PAGES_FOLDED = 4
"""Pages of a sheet that is folded once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """A record with all that its bulletin is made by."""

    record: Record
    """Its abbreviations written out where they first occur."""
    edition: Edition
    """As the layout sets it."""
    setting: Setting
    photos: Mapping[str, Photo]
    files: Mapping[Loc, Sequence[PictureFile]]


def begin(
    record: Record,
    edition: Edition,
    *,
    layout: str | Layout | None,
    paper: str,
    landscape: bool,
    settings: Settings | None,
    photos: Mapping[str, Photo] | None,
    printed_on: dt.date | None,
    two_sided: bool = False,
    booklet_ready: bool = False,
) -> Begun:
    """Find all that a bulletin is made by; the arguments are those of `build`.

    Raises:
        RecordError: If a picture cannot be used, or the record makes no official paper and the layout prints one.
        LayoutError: If the layout is unknown or faulty, or does not come in that edition or on that sheet, or the
            masthead needs a licence that the record lacks.
    """
    from bulletin.compose import Setting
    from bulletin.model.spelling import spelled_out

    path = record.origin.path
    if settings is None:
        settings = settings_for(path) if path else Settings()
    if photos is None:
        photos, faults = look_at(record, path) if path else ({}, ())
        if faults:
            raise RecordError(faults)
    record = spelled_out(record)
    chosen = layout_named(layout or settings.layout) if not isinstance(layout, Layout) else layout
    if chosen.content == "issue":
        raise LayoutError(
            say("layout “{name}” is for issues of many records", name=chosen.name),
            hint=say("bind records by “bulletin issue”, or choose another layout"),
        )
    edition = as_set(edition, chosen, paper=paper, landscape=landscape)
    if chosen.content == "document":
        _refuse_faulty_paper(record)
    setting = Setting(
        layout=chosen,
        masthead=masthead_of(record, settings),
        byline=settings.byline,
        printed_on=printed_on or record.last_day,
        two_sided=two_sided,
        multiple_of=_folded(chosen) if booklet_ready else chosen.promises.multiple_of,
    )
    return Begun(
        record=record, edition=edition, setting=setting, photos=photos, files=picture_files(record, photos)
    )  # fmt: skip


def as_set(edition: Edition, layout: Layout, *, paper: str, landscape: bool) -> Edition:
    """An edition as a layout sets it."""
    if edition.name not in EDITIONS or Edition.named(edition.name).zoomed(edition.zoom) != edition:
        return edition
    known = say("layout “{name}” comes in: {known}", name=layout.name, known=", ".join(layout.editions))
    if edition.name not in layout.editions:
        message = say("layout “{name}” has no edition “{edition}”", name=layout.name, edition=edition.name)
        raise LayoutError(message, hint=known)
    if paper and paper not in layout.sheets(edition.name):
        message = say("layout “{name}” does not come on {paper}", name=layout.name, paper=paper)
        raise LayoutError(message, hint=say("its sheets: {known}", known=", ".join(layout.sheets(edition.name))))
    if landscape and not layout.landscape:
        message = say("the sheets of layout “{name}” do not lie on their long side", name=layout.name)
        raise LayoutError(message, hint=say("leave --landscape out, or choose another layout"))
    return layout.edition(edition.name, zoom=edition.zoom, paper=paper, landscape=landscape)


def _refuse_faulty_paper(record: Record) -> None:
    from bulletin.paper import paper_faults

    if faults := paper_faults(record):
        raise RecordError(faults)


def _folded(layout: Layout) -> int:
    """Of how many pages a bulletin that can be folded has a multiple."""
    if not layout.notes:
        message = say("layout “{name}” has no pages for notes, so it cannot be made ready to fold", name=layout.name)
        raise LayoutError(message, hint=say("leave --booklet-ready out, or choose another layout"))
    return math.lcm(PAGES_FOLDED, layout.promises.multiple_of)


def masthead_of(record: Record, settings: Settings) -> str:
    """Name of the publication; LayoutError if it needs a licence that the record lacks."""
    from bulletin.compose.head import LICENSED_MASTHEAD

    if settings.masthead.upper().startswith(LICENSED_MASTHEAD) and record.licence is None:
        raise LayoutError(
            say("the masthead {name} needs a licence", name=LICENSED_MASTHEAD),
            hint=say("fill in “giấy phép” in the record, or choose another masthead in bulletin.toml"),
        )
    return settings.masthead


def picture_files(record: Record, photos: Mapping[str, Photo]) -> dict[Loc, Sequence[PictureFile]]:
    """For each photo of a record its picture files."""
    from bulletin.compose import PictureFile

    return {
        loc: tuple(PictureFile(loc=loc, file=file, ratio=photos[file].ratio, photo=photo) for file in photo.file)
        for loc, photo in record.all_photos()
    }
