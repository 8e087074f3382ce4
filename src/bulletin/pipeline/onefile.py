"""Fonts, photos, style and script put into one page for the web, and the page read back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from bulletin.cache import Cache
from bulletin.pipeline.proving import _key

if TYPE_CHECKING:
    from bulletin.compose import Composed, Setting
    from bulletin.edition import Edition
    from bulletin.model import Record
    from bulletin.preflight import Expected
    from bulletin.web import Pixels


def in_one_file(
    record: Record, edition: Edition, setting: Setting, composed: Composed, pictures: Mapping[str, Pixels]
) -> str:  # fmt: skip
    """Make one file of a page description, and hold it against the record.

    Args:
        record: What is published.
        edition: In which variant.
        setting: The layout and the like.
        composed: The page description.
        pictures: Its photos by name, sized for the screen.

    Raises:
        RenderError: If something is not found again in the page.
    """
    from bulletin import assets
    from bulletin.compose.web import SCRIPT
    from bulletin.preflight.web import prove_page
    from bulletin.render.webfonts import Row, covered, web_fonts
    from bulletin.web import Face, bundled, sheet

    def text_of(name: str) -> str:
        return assets.layout_file(name).read_text(encoding="utf-8")

    script = text_of(SCRIPT)
    made = sheet(composed.html, [text_of(name) for name in composed.styles])
    rows = [Row(wanted.families, wanted.weights, wanted.italic) for wanted in made.wanted]
    fonts = web_fonts(made.letters(script), rows, Cache.default("fonts"))
    html = bundled(
        made,
        script=script,
        faces=[Face(family=font.family, weight=font.weight, style=font.style, data=font.data) for font in fonts],
        pictures=pictures,
    )
    letters = {row.families[0]: covered(row, fonts) for row in rows}
    prove_page(html, _expected(record, edition, setting, composed), letters)
    return html


def _expected(record: Record, edition: Edition, setting: Setting, composed: Composed) -> Expected:
    from bulletin import assets, manifest
    from bulletin.compose.capitals import calm
    from bulletin.compose.head import SCOPE_NOTES
    from bulletin.preflight import Expected, Figure, Text

    place = record.origin.place
    note = calm(SCOPE_NOTES[record.scope], edition)
    return Expected(
        texts=(
            *(
                Text(promise.text, _key(record, promise.loc), *place(promise.loc))
                for promise in manifest.promises(record, byline=setting.byline)
            ),
            *((Text(note, _key(record, ("scope",)), *place(("scope",))),) if note else ()),
        ),
        photos=tuple(
            Figure(promise.file, promise.caption, promise.count, (), _key(record, promise.loc), *place(promise.loc))
            for promise in manifest.photo_promises(record, [picture.loc for picture in composed.pictures])
        ),
        fonts=assets.font_names(),
        smallest_pt=edition.smallest_pt,
        sheet_mm=edition.paper_mm,
        content_mm=edition.margins_mm,
        texts_per_page=(composed.stamp,) if composed.stamp else (),
        path=record.origin.path,
    )
