"""The line itself: from a file to a record, from a record to a bulletin. Here alone the order of the stages is held."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from bulletin.cache import Cache
from bulletin.config import Settings, settings_for
from bulletin.edition import MM_PER_PT, Edition
from bulletin.errors import LayoutError, Problem, RecordError
from bulletin.messages import say

if TYPE_CHECKING:
    from bulletin.compose import Composed, PictureFile, Setting
    from bulletin.load import Source
    from bulletin.model import Loc, Record
    from bulletin.photos import Photo
    from bulletin.render import Document, Laid

LEAST_FILL = 0.60
LEAST_FILL_ZOOMED = 0.05
KEPT_PHOTO = 0.3
"""Part of a page that a photo takes at its smallest."""
KEPT_LINES = 5.5
"""Lines of a caption, or of a heading and its text, that may have to stand on the next page together."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """A record with what belongs to it: its file, its pictures, its office's settings."""

    record: Record
    source: Source
    photos: Mapping[str, Photo]
    settings: Settings = field(default_factory=Settings)


def read_record(path: Path) -> Record:
    """Read a record.

    Raises:
        RecordError: With every fault of the file and its photos, in the order of the file.
        ConfigError: If the office's settings are faulty.
    """
    return open_record(path).record


def open_record(path: Path, settings: Settings | None = None) -> Dossier:
    """Read a record, look at its pictures, find its office's settings.

    Raises:
        RecordError: With every fault of the file and its photos, in the order of the file.
        ConfigError: If the office's settings are faulty.
    """
    from bulletin.letters import unprintable
    from bulletin.load import load
    from bulletin.validate import examine, in_file_order

    settings = settings or settings_for(path)
    source = load(path)
    record, problems = examine(source, defaults=settings.defaults)
    photos: Mapping[str, Photo] = {}
    if record is not None:
        photos, faults = _look_at(record, path)
        faults = (*faults, *_repeated(record, photos))
        shown = (replace(fault, source=source.line(fault.line)) for fault in faults)
        problems = (*problems, *shown, *unprintable(record, source))
    if problems or record is None:
        raise RecordError(in_file_order(problems))
    return Dossier(record=record, source=source, photos=photos, settings=settings)


def _look_at(record: Record, path: Path) -> tuple[Mapping[str, Photo], tuple[Problem, ...]]:
    """Find and check the pictures of a record, and tell what is wrong with its place."""
    places = _photo_places(record)
    if not places:
        return {}, ()
    from bulletin.photos import check_all

    photos, faults = check_all(path.parent, list(places), Cache.default("photos"))
    problems = []
    for fault in faults:
        line, column = record.origin.place(places[fault.file])
        problems.append(Problem(fault.message, path, line, column, fault.hint, fault.id))
    return photos, tuple(problems)


def _repeated(record: Record, photos: Mapping[str, Photo]) -> Iterator[Problem]:
    """A picture that stands in the record twice, be it as a copy of its file; each is printed once."""
    seen: set[str] = set()
    for loc, photo in record.all_photos():
        for number, file in enumerate(photo.file):
            if file not in photos:
                continue
            if photos[file].digest in seen:
                line, column = record.origin.place((*loc, "file", number))
                message = say("the photo “{file}” stands in the record a second time", file=file)
                hint = say("take one of the two out, or name the other file that is meant")
                yield Problem(message, record.origin.path, line, column, hint, "photo-twice")
            seen.add(photos[file].digest)


def _photo_places(record: Record) -> dict[str, Loc]:
    """Where each picture file is named first."""
    return {
        file: (*loc, "file", number)
        for loc, photo in reversed(record.all_photos())
        for number, file in reversed(tuple(enumerate(photo.file)))
    }


def warnings(dossier: Dossier, bulletin: Bulletin | None = None) -> tuple[Problem, ...]:
    """What a proof-reader would say of a record; never blocking.

    Args:
        dossier: The record.
        bulletin: One that was made of it: photos are then judged by the sizes at which they are printed.
    """
    from bulletin.proofread import proofread

    return proofread(
        dossier.record, dossier.source, dossier.photos, silence=dossier.settings.silence,
        widths_mm=bulletin.photo_widths_mm if bulletin else MappingProxyType({}),
    )  # fmt: skip


def engine_notes() -> tuple[str, ...]:
    """What is amiss with the engine on this machine though it works.

    Raises:
        RenderError: If the engine cannot be loaded.
    """
    from bulletin import render

    return render.engine_notes()


def build(
    record: Record,
    edition: Edition,
    *,
    layout: str | None = None,
    settings: Settings | None = None,
    photos: Mapping[str, Photo] | None = None,
    printed_on: dt.date | None = None,
    embed_record: bool = False,
) -> Bulletin:
    """Make one bulletin of a record.

    Args:
        record: What is printed.
        edition: In which variant.
        layout: Name of the layout; that of the settings when not given.
        settings: How the office prints; those of the record's folder when not given.
        photos: The record's pictures, when they were looked at before.
        printed_on: Date on the stamp of a draft; the day of the conference when not given.
        embed_record: Whether the record travels in the PDF as an attachment.

    Raises:
        RecordError: If a picture cannot be used.
        LayoutError: If the layout is unknown or faulty, or the masthead needs a licence that the record lacks.
        RenderError: If something could not be set, or is not found again in the PDF.
    """
    from bulletin.compose import Setting
    from bulletin.model.spelling import spelled_out

    path = record.origin.path
    if settings is None:
        settings = settings_for(path) if path else Settings()
    if photos is None:
        photos, faults = _look_at(record, path) if path else ({}, ())
        if faults:
            raise RecordError(faults)
    record = spelled_out(record)
    setting = Setting(
        layout=layout or settings.layout,
        masthead=_masthead(record, settings),
        byline=settings.byline,
        printed_on=printed_on or record.last_day,
    )
    composed, laid = _made_up(record, edition, setting, _picture_files(record, photos))
    pictures = _prepared(record, composed, photos)
    pdf = laid.write(_document(record, setting, embed_record=embed_record), pictures)
    _prove(pdf, record, edition, setting, composed, laid)
    widths_mm: dict[str, float] = {}
    for picture in composed.pictures:
        widths_mm[picture.file] = max(picture.width_mm, widths_mm.get(picture.file, 0.0))
    return Bulletin(
        title=record.title, pdf=pdf, pages=laid.pages, date=record.first_day, photo_widths_mm=widths_mm
    )  # fmt: skip


def _masthead(record: Record, settings: Settings) -> str:
    from bulletin.compose.head import LICENSED_MASTHEAD

    if settings.masthead.upper().startswith(LICENSED_MASTHEAD) and record.licence is None:
        raise LayoutError(
            say("the masthead {name} needs a licence", name=LICENSED_MASTHEAD),
            hint=say("fill in “giấy phép” in the record, or choose another masthead in bulletin.toml"),
        )
    return settings.masthead


def _picture_files(record: Record, photos: Mapping[str, Photo]) -> dict[Loc, Sequence[PictureFile]]:
    from bulletin.compose import PictureFile

    return {
        loc: tuple(PictureFile(loc=loc, file=file, ratio=photos[file].ratio, photo=photo) for file in photo.file)
        for loc, photo in record.all_photos()
    }


def _made_up(
    record: Record, edition: Edition, setting: Setting, files: Mapping[Loc, Sequence[PictureFile]]
) -> tuple[Composed, Laid]:
    """Lay a record out, again and again while its pages can be filled better; the best way is remembered."""
    from bulletin import makeup
    from bulletin.compose import compose
    from bulletin.plan import Plan
    from bulletin.render import lay_out

    def laid_out(composed: Composed) -> tuple[Composed, Laid, makeup.Pages]:
        laid = lay_out(composed.html, styles=composed.styles, pictures=[picture.name for picture in composed.pictures])
        pages = makeup.Pages(
            depths_mm=laid.page_depth,
            used_mm=laid.page_fill,
            line_mm=edition.body_pt * edition.leading * MM_PER_PT,
            first_top_mm=edition.paper_mm[1] - edition.margins_mm[2] - laid.page_depth[0],
            torn=makeup.torn(composed.pieces, laid.geometry),
        )
        return composed, laid, pages

    plan = Plan()
    composed = compose(record, edition, setting, files, plan)
    cache, key = Cache.default("plans"), _plan_key(composed)
    if (known := Plan.read(cache.get(key) or b"")) is not None:
        return laid_out(composed if known == plan else compose(record, edition, setting, files, known))[:2]
    order = [piece.id for piece in composed.pieces]
    composed, laid, pages = best = laid_out(composed)
    best_plan = plan
    tried = [plan]
    for _ in range(makeup.rounds(laid.pages)):
        wanted = makeup.improved(
            order, composed.pieces, laid.geometry, pages, plan, tried=tried, best=best[2].penalty()
        )  # fmt: skip
        if wanted is None:
            break
        plan = wanted
        tried.append(plan)
        composed, laid, pages = other = laid_out(compose(record, edition, setting, files, plan))
        if makeup.better(pages, best[2]):
            best, best_plan = other, plan
    cache.put(key, best_plan.written())
    return best[:2]


def _plan_key(composed: Composed) -> str:
    """Name for the best plan of a page description: all that its pages depend on is in it."""
    import hashlib

    from bulletin import __version__, assets, makeup
    from bulletin.render import engine_version

    parts = [__version__, engine_version(), str(makeup.RECIPE), composed.html]
    parts += [assets.layout_file(name).read_text(encoding="utf-8") for name in composed.styles]
    parts += [f"{path.name} {path.stat().st_size}" for path in assets.font_files()]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _prepared(record: Record, composed: Composed, photos: Mapping[str, Photo]) -> dict[str, bytes]:
    """The pictures of a page description, each sized for its place; RecordError with all that fail."""
    if not composed.pictures:
        return {}
    from bulletin.photos import prepare

    cache = Cache.default("photos")
    places = _photo_places(record)
    pictures: dict[str, bytes] = {}
    problems: list[Problem] = []
    for picture in composed.pictures:
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


def _prove(
    pdf: bytes, record: Record, edition: Edition, setting: Setting, composed: Composed, laid: Laid
) -> None:  # fmt: skip
    """Read the PDF back and hold it against the record."""
    from bulletin import assets, manifest
    from bulletin.preflight import Expected, Figure, Text, preflight

    place = record.origin.place
    ratios: dict[Loc, tuple[float, ...]] = {}
    for picture in composed.pictures:
        ratios[picture.loc] = (*ratios.get(picture.loc, ()), picture.width_mm / picture.height_mm)
    preflight(
        pdf,
        Expected(
            texts=tuple(
                Text(promise.text, _key(record, promise.loc), *place(promise.loc))
                for promise in manifest.promises(record, byline=setting.byline)
            ),
            photos=tuple(
                Figure(promise.file, promise.caption, promise.count, ratios.get(promise.loc, ()),
                       _key(record, promise.loc), *place(promise.loc))
                for promise in manifest.photo_promises(record, [picture.loc for picture in composed.pictures])
            ),
            fonts=assets.font_names(),
            smallest_pt=edition.smallest_pt,
            sheet_mm=edition.paper_mm,
            content_mm=edition.margins_mm,
            first_top_mm=edition.paper_mm[1] - edition.margins_mm[2] - laid.page_depth[0],
            bookmarks=1 + sum(bool(section.heading) for section in record.sections),
            least_fill=_least_fill(edition),
            texts_per_page=(composed.stamp,) if composed.stamp else (),
            path=record.origin.path,
        ),
    )  # fmt: skip


def _least_fill(edition: Edition) -> float:
    """Part of its height that every page but the last must fill."""
    if edition.zoom == 100 or not edition.large_print:
        return LEAST_FILL
    # Enlarged large print is made for one reader: that it can be had counts for more than full pages, of which so
    # few lines are left that what stays together decides.
    kept = KEPT_LINES * edition.body_pt * edition.leading * MM_PER_PT / edition.depth_mm
    return max(LEAST_FILL_ZOOMED, min(LEAST_FILL, 1 - KEPT_PHOTO - kept))


def _key(record: Record, loc: Loc) -> str:
    """The key as the clerk typed it."""
    names = [part for part in record.origin.typed.get(loc, loc) if isinstance(part, str)]
    return names[-1] if names else ""
