"""What a bulletin must hold, told to the preflight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bulletin.edition import MM_PER_PT, Edition
from bulletin.pipeline.fitting import pages_before
from bulletin.pipeline.spots import spots_of

if TYPE_CHECKING:
    from bulletin.compose import Composed, Picture, Setting
    from bulletin.layout import Layout
    from bulletin.manifest import PhotoPromise, Promise
    from bulletin.model import Loc, Record
    from bulletin.preflight import Code, Expected
    from bulletin.render import Laid

LEAST_FILL_ZOOMED = 0.05
FEW_LINES = 19
"""A page of large print that holds fewer lines is a small one."""
KEPT_PHOTO = 0.3
"""Part of a page that a photo takes at its smallest."""
KEPT_LINES = 5.5
"""Lines of a caption, or of a heading and its text, that may have to stand on the next page together."""


def prove(
    pdf: bytes, record: Record, edition: Edition, setting: Setting, composed: Composed, laid: Laid,
    *, notes: int = 0, pages: int = 0,
) -> None:  # fmt: skip
    """Read the PDF back and hold it against the record.

    Args:
        pdf: The finished file.
        record: What must be in it.
        edition: As the layout sets it.
        setting: The layout and the like.
        composed: What was printed.
        laid: Its pages.
        notes: So many pages for notes it has at the end.
        pages: So many pages it was to have before them; any number when 0.
    """
    from bulletin.preflight import preflight

    promised = promises_of(record, setting, composed)
    expected = _expected(record, edition, setting, composed.pictures, promised, stamp=composed.stamp)
    preflight(
        pdf,
        replace(
            expected,
            first_top_mm=edition.paper_mm[1] - edition.margins_mm[2] - laid.page_depth[0],
            codes=_codes(record, composed, laid),
            ends=pages_before(composed, laid),
            spots=spots_of(record, edition, setting, composed, laid),
            pages=pages + notes if pages else expected.pages,
            notes=notes,
        ),
    )


def expectation(
    record: Record, edition: Edition, setting: Setting, pictures: Sequence[Picture], *, stamp: str
) -> Expected:  # fmt: skip
    """What must be found of a whole record on its pages.

    Args:
        record: What is printed.
        edition: As the layout sets it.
        setting: The layout and the like.
        pictures: As the page description asks for them.
        stamp: What stands on every page of a draft.
    """
    return _expected(record, edition, setting, pictures, _whole(record, setting, pictures), stamp=stamp)


def _expected(
    record: Record, edition: Edition, setting: Setting, pictures: Sequence[Picture], promised: Promised, *, stamp: str
) -> Expected:  # fmt: skip
    from bulletin import assets
    from bulletin.preflight import Expected, Figure, Text

    place = record.origin.place
    ratios: dict[Loc, tuple[float, ...]] = {}
    for picture in pictures:
        ratios[picture.loc] = (*ratios.get(picture.loc, ()), picture.width_mm / picture.height_mm)
    return Expected(
        texts=tuple(
            Text(promise.text, _key(record, promise.loc), *place(promise.loc), margin=promise.margin)
            for promise in promised.texts
        ),
        photos=tuple(
            Figure(promise.file, promise.caption, promise.count, ratios.get(promise.loc, ()),
                   _key(record, promise.loc), *place(promise.loc))
            for promise in promised.photos
        ),
        fonts=assets.font_names(),
        smallest_pt=edition.smallest_pt,
        sheet_mm=edition.paper_mm,
        content_mm=edition.margins_mm,
        bookmarks=promised.bookmarks,
        least_fill=_least_fill(edition, setting.layout),
        pages=setting.layout.promises.pages,
        multiple_of=setting.multiple_of,
        texts_per_page=(stamp,) if stamp else (),
        path=record.origin.path,
    )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Promised:
    """What must be found again of a record, by the sort of its layout."""

    texts: tuple[Promise, ...]
    photos: tuple[PhotoPromise, ...]
    bookmarks: int
    """At least so many."""


def promises_of(record: Record, setting: Setting, composed: Composed) -> Promised:
    """What a layout must print of a record, by what it prints at all."""
    from bulletin import manifest

    if setting.layout.content == "document":
        return Promised(texts=manifest.paper_promises(record), photos=(), bookmarks=_bookmarks(record))
    if composed.digest is not None:
        from bulletin.digest import digest

        # Drawn up from the record anew, so that a point that the layout forgets is found out.
        short = digest(record, composed.digest.step)
        texts = manifest.digest_promises(short, record)
        photos = manifest.digest_photo_promises(short, {picture.loc for picture in composed.pictures})
        return Promised(texts=texts, photos=photos, bookmarks=1)
    return _whole(record, setting, composed.pictures)


def _whole(record: Record, setting: Setting, pictures: Sequence[Picture]) -> Promised:
    from bulletin import manifest

    return Promised(
        texts=manifest.promises(record, byline=setting.byline),
        photos=manifest.photo_promises(record, [picture.loc for picture in pictures]),
        bookmarks=_bookmarks(record),
    )


def _bookmarks(record: Record) -> int:
    return 1 + sum(bool(section.heading) for section in record.sections)


def _codes(record: Record, composed: Composed, laid: Laid) -> tuple[Code, ...]:
    """The code of the web address, where the layout prints one; where it stands is known from the laid-out page."""
    from bulletin.preflight import Code

    if composed.code is None:
        return ()
    places = [box for box in laid.geometry if box.id == "code"]
    line, column = record.origin.place(("url",))
    # A layout that forgets the code has no place for it; then it is looked for where it cannot be.
    box = places[0] if places else None
    return (
        Code(
            text=composed.code.address, rows=composed.code.rows, page=box.page if box else 1,
            left_mm=box.left_mm if box else 0.0, top_mm=box.top_mm if box else 0.0, size_mm=composed.code.size_mm,
            line=line, column=column,
        ),
    )  # fmt: skip


def _least_fill(edition: Edition, layout: Layout) -> float:
    """Part of its height that every page but the last must fill."""
    line_mm = edition.body_pt * edition.leading * MM_PER_PT
    if not edition.large_print or (edition.zoom == 100 and edition.depth_mm >= FEW_LINES * line_mm):
        return layout.promises.least_fill
    # Enlarged large print, or large print on a small sheet, is made for one reader: that it can be had counts for more
    # than full pages, of which so few lines are left that what stays together decides.
    kept = KEPT_LINES * line_mm / edition.depth_mm
    return max(LEAST_FILL_ZOOMED, min(layout.promises.least_fill, 1 - KEPT_PHOTO - kept))


def _key(record: Record, loc: Loc) -> str:
    """The key as the clerk typed it."""
    names = [part for part in record.origin.typed.get(loc, loc) if isinstance(part, str)]
    return names[-1] if names else ""
