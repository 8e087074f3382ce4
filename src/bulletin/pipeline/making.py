"""From a record to a bulletin."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from bulletin.cache import Cache
from bulletin.config import Settings, settings_for
from bulletin.edition import EDITIONS, Edition
from bulletin.errors import LayoutError, Problem, RecordError
from bulletin.layout import Layout
from bulletin.messages import say
from bulletin.pipeline.advice import left_out
from bulletin.pipeline.changes import changes
from bulletin.pipeline.fitting import made_up
from bulletin.pipeline.proving import prove
from bulletin.pipeline.reading import look_at, photo_places

if TYPE_CHECKING:
    from bulletin.compose import Picture, PictureFile, Setting
    from bulletin.model import Loc, Record
    from bulletin.photos import Photo
    from bulletin.render import Document


PAGES_FOLDED = 4
"""Pages of a sheet that is folded once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bulletin:
    """A finished bulletin."""

    title: str
    pdf: bytes
    pages: int
    date: dt.date
    """Day of the conference."""
    photo_widths_mm: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    """Widths at which the picture files stand on the pages; the largest where one stands twice."""
    notes: tuple[Problem, ...] = ()
    """What a clerk should know of this bulletin, such as highlights that had no room."""
    changes: tuple[str, ...] = ()
    """What the make-up changed, in the clerk's words."""


def build(
    record: Record,
    edition: Edition,
    *,
    layout: str | Layout | None = None,
    paper: str = "",
    landscape: bool = False,
    pages: int = 0,
    two_sided: bool = False,
    booklet_ready: bool = False,
    settings: Settings | None = None,
    photos: Mapping[str, Photo] | None = None,
    printed_on: dt.date | None = None,
    embed_record: bool = False,
) -> Bulletin:
    """Make one bulletin of a record.

    Args:
        record: What is printed.
        edition: In which variant. One of the named editions is set as the layout sets it, any other as it is.
        layout: The layout or its name; that of the settings when not given.
        paper: Name of the sheet; the layout's first when empty.
        landscape: Whether the sheet lies on its long side.
        pages: To fit exactly so many pages; as many as it takes when 0.
        two_sided: Whether the margins of back pages are mirrored, where the layout has an inner and an outer one.
        booklet_ready: Whether pages for notes make it up to a multiple of four, so that it can be folded.
        settings: How the office prints; those of the record's folder when not given.
        photos: The record's pictures, when they were looked at before.
        printed_on: Date on the stamp of a draft; the day of the conference when not given.
        embed_record: Whether the record travels in the PDF as an attachment.

    Raises:
        RecordError: If a picture cannot be used, or the record makes no official paper and the layout prints one.
        LayoutError: If the layout is unknown or faulty, or does not come in that edition or on that sheet, or the
            masthead needs a licence that the record lacks.
        RenderError: If something could not be set, or is not found again in the PDF.
    """
    from bulletin.compose import Setting
    from bulletin.config import layout_named
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
    composed, laid = made_up(
        record, edition, setting, picture_files(record, photos), pages=pages or chosen.promises.pages
    )
    pictures = prepared(record, composed.pictures, photos)
    pdf = laid.write(_document(record, setting, embed_record=embed_record), pictures)
    prove(pdf, record, edition, setting, composed, laid, notes=composed.plan.notes, pages=pages)
    widths_mm: dict[str, float] = {}
    for picture in composed.pictures:
        widths_mm[picture.file] = max(picture.width_mm, widths_mm.get(picture.file, 0.0))
    return Bulletin(
        title=record.title, pdf=pdf, pages=laid.pages, date=record.first_day, photo_widths_mm=widths_mm,
        notes=left_out(composed.digest, record),
        changes=changes(composed, edition),
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


def prepared(record: Record, wanted: Sequence[Picture], photos: Mapping[str, Photo]) -> dict[str, bytes]:
    """The pictures of a page description, each sized for its place; RecordError with all that fail."""
    if not wanted:
        return {}
    from bulletin.photos import prepare

    cache = Cache.default("photos")
    places = photo_places(record)
    pictures: dict[str, bytes] = {}
    problems: list[Problem] = []
    for picture in wanted:
        try:
            pictures[picture.name] = prepare(
                photos[picture.file], width_mm=picture.width_mm, height_mm=picture.height_mm, focus=picture.focus,
                cache=cache,
            )  # fmt: skip
        except RecordError as error:
            line, column = record.origin.place(places[picture.file])
            path = record.origin.path
            problems += [replace(problem, path=path, line=line, column=column) for problem in error.problems]
    if problems:
        raise RecordError(dict.fromkeys(problems))
    return pictures


def _document(record: Record, setting: Setting, *, embed_record: bool) -> Document:
    from bulletin.compose.head import kicker
    from bulletin.model.words import KINDS
    from bulletin.render import Attachment, Document

    assert record.organisation is not None, "validate sees to it"
    name = record.origin.path.name if record.origin.path else "record.yaml"
    own = Attachment(
        name=name, mime="text/yaml", data=record.origin.text.encode(), description="Bản ghi của tin này"
    )  # fmt: skip
    return Document(
        title=record.title,
        author=record.organisation.name,
        subject=kicker(record),
        keywords=tuple(KINDS.table[kind][0] for kind in record.kind),
        # An approved record always gives the same file; a draft bears the day of its stamp.
        date=record.approved_on if record.approved and record.approved_on else setting.printed_on,
        attachments=(own,) if embed_record else (),
    )
