"""From a record to what is passed on without paper: a page for the web, pictures of the pages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletin.cache import Cache
from bulletin.collector import without_gc
from bulletin.config import Settings, layout_named
from bulletin.edition import MM_PER_PT, Edition
from bulletin.errors import LayoutError, Problem, RecordError
from bulletin.layout import Layout
from bulletin.messages import N_, say
from bulletin.pipeline.begun import begin
from bulletin.pipeline.fitting import made_up
from bulletin.pipeline.making import Bulletin
from bulletin.pipeline.onefile import in_one_file
from bulletin.pipeline.reading import photo_places
from bulletin.stack import roomy

if TYPE_CHECKING:
    from bulletin.compose import Composed
    from bulletin.model import Record
    from bulletin.photos import Photo
    from bulletin.web import Pixels

WIDTH_PX = 1200
"""Pixels of a photo that is as wide as the text: half as many again as the widest column has on a common screen."""
QUALITY = 80

KEPT_FROM = {
    "html": {
        "no-press": N_("this record is not for the press, so no page for the web is made of it"),
        "recall": N_("this record is to be handed back, so no page for the web is made of it"),
        "return": N_("this record is to be returned when read, so no page for the web is made of it"),
    },
    "png": {
        "recall": N_("this record is to be handed back, so no pictures to pass on are made of it"),
        "return": N_("this record is to be returned when read, so no pictures to pass on are made of it"),
    },
}
"""For each format the scopes that it is kept from, and why. Paper that comes back can be counted; what was put on the
web or sent round as a picture cannot (HD05 II.4)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page for the web."""

    title: str
    html: bytes
    date: dt.date
    """Day of the conference."""
    notes: tuple[Problem, ...] = ()
    """What whoever puts it on the web should know."""


@roomy
@without_gc()
def publish(
    record: Record,
    edition: Edition,
    *,
    layout: str | Layout | None = None,
    paper: str = "",
    landscape: bool = False,
    pages: int = 0,
    settings: Settings | None = None,
    photos: Mapping[str, Photo] | None = None,
    printed_on: dt.date | None = None,
) -> Page:
    """Make one page for the web of a record, in a file of its own.

    Args:
        record: What is published.
        edition: In which variant; large print begins larger, and is printed by its rules.
        layout: The layout or its name; that of the settings when not given.
        paper: Name of the sheet for those who print the page; the layout's first when empty.
        landscape: Whether that sheet lies on its long side.
        pages: How many pages are to come out where it is printed; as many as it takes when 0.
        settings: How the office prints; those of the record's folder when not given.
        photos: The record's pictures, when they were looked at before.
        printed_on: Date on the stamp of a draft; the day of the conference when not given.

    Raises:
        RecordError: If the record may not be published, or a picture cannot be used.
        LayoutError: If the layout is unknown or faulty, or has no page for the web.
        RenderError: If something is not found again in the page.
    """
    from bulletin.compose.web import compose_web

    begun = begin(
        record, edition, layout=layout, paper=paper, landscape=landscape, settings=settings, photos=photos,
        printed_on=printed_on,
    )  # fmt: skip
    record, edition, setting, photos = begun.record, begun.edition, begun.setting, begun.photos
    fitting(record, setting.layout, "html")
    # Whoever prints the page has its photos as large as in the PDF.
    on_paper, _ = made_up(record, edition, setting, begun.files, pages=pages or setting.layout.promises.pages)
    composed = compose_web(record, edition, setting, begun.files, on_paper.plan)
    html = in_one_file(record, edition, setting, composed, _sized(record, edition, composed, photos))
    return Page(title=record.title, html=html.encode(), date=record.first_day, notes=_notes(record))


def pictures(bulletin: Bulletin, *, dpi: int) -> tuple[tuple[bytes, ...], bytes]:
    """The pages of a bulletin as PNG, and page 1 as one picture for the screen of a phone.

    Args:
        bulletin: A finished bulletin.
        dpi: Pixels per inch of the sheet.

    Raises:
        RenderError: If a picture would be too large.
    """
    from bulletin.pictures import drawn, for_chat

    return drawn(bulletin.pdf, dpi=dpi), for_chat(bulletin.pdf)


def fitting(record: Record, layout: str | Layout, form: str) -> None:
    """See to it that a record may be passed on in a format, and that a layout comes in it.

    Args:
        record: What is passed on.
        layout: The layout or its name.
        form: One of `bulletin.layout.FORMATS`.

    Raises:
        RecordError: If the record forbids it, naming the key.
        LayoutError: If the layout does not come in it, naming those in which it does.
    """
    _allowed(record, form)
    _comes_as(layout if isinstance(layout, Layout) else layout_named(layout), form)


def _notes(record: Record) -> tuple[Problem, ...]:
    if record.scope != "internal":
        return ()
    line, column = record.origin.place(("scope",)) if ("scope",) in record.origin.typed else (0, 0)
    message = say("this record is internal: its page is for the office's own network, not for everyone")
    hint = say("if everyone may read it, write “phạm vi: công khai”")
    return (Problem(message, record.origin.path, line, column, hint, "internal-page"),)


def _allowed(record: Record, form: str) -> None:
    reason = KEPT_FROM.get(form, {}).get(record.scope)
    if reason:
        origin = record.origin
        line, column = origin.place(("scope",))
        key = str(origin.typed.get(("scope",), ("phạm vi",))[-1])
        hint = say("change “{key}” if it is wrong, or make the PDF alone, for paper", key=key)
        raise RecordError([Problem(say(reason), origin.path, line, column, hint, "scope-forbids")])


def _comes_as(layout: Layout, form: str) -> None:
    if form not in layout.formats:
        message = say("layout “{name}” does not come as {format}", name=layout.name, format=form)
        raise LayoutError(message, hint=say("its formats: {known}", known=", ".join(layout.formats)))


def _sized(
    record: Record, edition: Edition, composed: Composed, photos: Mapping[str, Photo]
) -> dict[str, Pixels]:  # fmt: skip
    """The pictures of a page, each sized for the screen; RecordError if one fails."""
    if not composed.pictures:
        return {}
    from dataclasses import replace

    from bulletin.photos import prepare, size_px
    from bulletin.web import Pixels

    cache = Cache.default("photos")
    dpi = round(WIDTH_PX / edition.measure_mm * MM_PER_PT * 72)
    found: dict[str, Pixels] = {}
    for picture in composed.pictures:
        photo, place = photos[picture.file], {"width_mm": picture.width_mm, "height_mm": picture.height_mm}
        try:
            data = prepare(photo, **place, focus=picture.focus, dpi=dpi, quality=QUALITY, cache=cache)
        except RecordError as error:
            line, column = record.origin.place(photo_places(record)[picture.file])
            path = record.origin.path
            raise RecordError(
                replace(problem, path=path, line=line, column=column) for problem in error.problems
            ) from error
        found[picture.name] = Pixels(data=data, size=size_px(data))
    return found
