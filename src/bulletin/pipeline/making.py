"""From a record to a bulletin."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from bulletin.cache import Cache
from bulletin.collector import without_gc
from bulletin.config import Settings
from bulletin.edition import Edition
from bulletin.errors import Problem, RecordError
from bulletin.layout import Layout
from bulletin.pipeline.advice import left_out
from bulletin.pipeline.begun import begin
from bulletin.pipeline.changes import changes
from bulletin.pipeline.fitting import made_up
from bulletin.pipeline.proving import prove
from bulletin.pipeline.reading import photo_places
from bulletin.stack import roomy

if TYPE_CHECKING:
    from bulletin.compose import Picture, Setting
    from bulletin.model import Record
    from bulletin.photos import Photo
    from bulletin.render import Document


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


@roomy
@without_gc()
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
    begun = begin(
        record, edition, layout=layout, paper=paper, landscape=landscape, two_sided=two_sided,
        booklet_ready=booklet_ready, settings=settings, photos=photos, printed_on=printed_on,
    )  # fmt: skip
    record, edition, setting, photos = begun.record, begun.edition, begun.setting, begun.photos
    composed, laid = made_up(record, edition, setting, begun.files, pages=pages or setting.layout.promises.pages)
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
