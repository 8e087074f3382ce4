"""What a bulletin must hold, told to the preflight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin.edition import MM_PER_PT, Edition
from bulletin.pipeline.fitting import pages_before
from bulletin.pipeline.spots import spots_of

if TYPE_CHECKING:
    from bulletin.compose import Composed, Setting
    from bulletin.layout import Layout
    from bulletin.model import Loc, Record
    from bulletin.render import Laid

LEAST_FILL_ZOOMED = 0.05
KEPT_PHOTO = 0.3
"""Part of a page that a photo takes at its smallest."""
KEPT_LINES = 5.5
"""Lines of a caption, or of a heading and its text, that may have to stand on the next page together."""


def prove(
    pdf: bytes, record: Record, edition: Edition, setting: Setting, composed: Composed, laid: Laid
) -> None:  # fmt: skip
    """Read the PDF back and hold it against the record."""
    from bulletin import assets, manifest
    from bulletin.preflight import Expected, Figure, Text, preflight

    place = record.origin.place
    official = setting.layout.content == "document"
    promised = manifest.paper_promises(record) if official else manifest.promises(record, byline=setting.byline)
    photographed = () if official else manifest.photo_promises(record, [picture.loc for picture in composed.pictures])
    ratios: dict[Loc, tuple[float, ...]] = {}
    for picture in composed.pictures:
        ratios[picture.loc] = (*ratios.get(picture.loc, ()), picture.width_mm / picture.height_mm)
    preflight(
        pdf,
        Expected(
            texts=tuple(
                Text(promise.text, _key(record, promise.loc), *place(promise.loc), margin=promise.margin)
                for promise in promised
            ),
            photos=tuple(
                Figure(promise.file, promise.caption, promise.count, ratios.get(promise.loc, ()),
                       _key(record, promise.loc), *place(promise.loc))
                for promise in photographed
            ),
            fonts=assets.font_names(),
            smallest_pt=edition.smallest_pt,
            sheet_mm=edition.paper_mm,
            content_mm=edition.margins_mm,
            first_top_mm=edition.paper_mm[1] - edition.margins_mm[2] - laid.page_depth[0],
            bookmarks=1 + sum(bool(section.heading) for section in record.sections),
            least_fill=_least_fill(edition, setting.layout),
            pages=setting.layout.promises.pages,
            multiple_of=setting.layout.promises.multiple_of,
            ends=pages_before(composed, laid),
            spots=spots_of(record, edition, setting, composed, laid) if official else (),
            texts_per_page=(composed.stamp,) if composed.stamp else (),
            path=record.origin.path,
        ),
    )  # fmt: skip


def _least_fill(edition: Edition, layout: Layout) -> float:
    """Part of its height that every page but the last must fill."""
    if edition.zoom == 100 or not edition.large_print:
        return layout.promises.least_fill
    # Enlarged large print is made for one reader: that it can be had counts for more than full pages, of which so
    # few lines are left that what stays together decides.
    kept = KEPT_LINES * edition.body_pt * edition.leading * MM_PER_PT / edition.depth_mm
    return max(LEAST_FILL_ZOOMED, min(layout.promises.least_fill, 1 - KEPT_PHOTO - kept))


def _key(record: Record, loc: Loc) -> str:
    """The key as the clerk typed it."""
    names = [part for part in record.origin.typed.get(loc, loc) if isinstance(part, str)]
    return names[-1] if names else ""
