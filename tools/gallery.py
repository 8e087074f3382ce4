"""Draws the gallery of docs/layouts.md: the first pages of each layout in each of its editions, from an example.

A layout is shown with the first example that it takes, so that a new layout needs nothing but its folder. Run it by
`make gallery`, look at the pictures, and commit them with the page.
"""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from PIL import Image

from bulletin import pipeline
from bulletin.config import layouts_known
from bulletin.edition import EDITIONS, Edition
from bulletin.errors import BulletinError
from bulletin.layout import Layout

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "images" / "gallery"
PAGE = ROOT / "docs" / "layouts.md"
FIRST = "tong-ket-2023"
"""The example that is tried first: it has photos, tables and people."""
PRINTED_ON = dt.date(2024, 1, 5)
"""Date on the stamp of drafts, so that every run gives the same pictures."""
MOST_PAGES = 2
HEIGHT = 480
"""Of a page, in pixels."""
_WIDEST = 760
_EDGE, _GAP, _RIM = 1, 10, (200, 196, 190)
_QUALITY = 80
_SECTION = re.compile(r"(<!-- gallery: .*? -->\n).*?(<!-- end of the gallery -->)", re.DOTALL)


def examples() -> list[Path]:
    """All example records, the one tried first in front."""
    return sorted((ROOT / "examples").rglob("*.yaml"), key=lambda path: (path.stem != FIRST, path))


def shown() -> Iterator[tuple[Layout, str, Path]]:
    """Each layout in each of its editions, with the place of its picture."""
    for layout in layouts_known():
        for edition in layout.editions:
            yield layout, edition, FOLDER / f"{layout.name}.{edition}.webp"


def made(layout: Layout, edition: str) -> bytes:
    """A PDF in a layout and edition, of the first example that it takes; SystemExit when it takes none."""
    refusals = []
    for path in examples():
        try:
            dossier = pipeline.open_record(path)
            # As the layout sets it: what it says of its sizes is what is shown.
            return _built(dossier, layout, Edition.named(edition))
        except BulletinError as refused:
            refusals.append(f"{path.stem}: {str(refused).splitlines()[0]}")
    raise SystemExit("\n".join([f"{layout.name} in {edition} takes none of the examples:", *refusals]))


def _built(dossier: pipeline.Dossier, layout: Layout, edition: Edition) -> bytes:
    if layout.content == "issue":
        # Such a layout binds many records: all examples that stand beside each other.
        dossiers = [pipeline.open_record(path) for path in examples() if path.parent == ROOT / "examples"]
        return pipeline.bind(dossiers, edition, layout=layout, printed_on=PRINTED_ON).pdf
    return pipeline.build(
        dossier.record, edition, layout=layout, settings=dossier.settings, photos=dossier.photos,
        printed_on=PRINTED_ON,
    ).pdf  # fmt: skip


def picture(pdf: bytes) -> Image.Image:
    """The first pages side by side, each in a thin frame."""
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        pages = [
            page.render(scale=HEIGHT / page.get_height()).to_pil().convert("RGB")
            for page in (document[number] for number in range(min(MOST_PAGES, len(document))))
        ]
    return _side_by_side(pages)


def _side_by_side(pages: Sequence[Image.Image]) -> Image.Image:
    wide = sum(page.width + 2 * _EDGE for page in pages) + _GAP * (len(pages) - 1)
    joined = Image.new("RGB", (wide, max(page.height for page in pages) + 2 * _EDGE), "white")
    left = 0
    for page in pages:
        joined.paste(_RIM, (left, 0, left + page.width + 2 * _EDGE, page.height + 2 * _EDGE))
        joined.paste(page, (left + _EDGE, _EDGE))
        left += page.width + 2 * _EDGE + _GAP
    if joined.width > _WIDEST:
        joined = joined.resize((_WIDEST, round(joined.height * _WIDEST / joined.width)), Image.Resampling.LANCZOS)
    return joined


def section() -> str:
    """What docs/layouts.md says of the gallery."""
    parts = []
    for layout in layouts_known():
        parts.append(f"### `{layout.name}`\n\n{layout.titles.get('vi', '')} / *{layout.titles.get('en', '')}*\n")
        for edition in layout.editions:
            place = (FOLDER / f"{layout.name}.{edition}.webp").relative_to(PAGE.parent).as_posix()
            parts.append(f"`{edition}`\n\n![{layout.name}, {edition}]({place})\n")
    return "\n".join(parts)


def written(page: str) -> str:
    """The page with its gallery as it should be."""
    if not _SECTION.search(page):
        raise SystemExit(f"{PAGE.name} has no place for the gallery")
    return _SECTION.sub(lambda found: f"{found[1]}\n{section()}\n{found[2]}", page)


def main() -> None:
    """Draw everything anew."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    wanted = set()
    for layout, edition, place in shown():
        assert edition in EDITIONS
        picture(made(layout, edition)).save(place, "WEBP", quality=_QUALITY, method=6)
        wanted.add(place)
        print(f"{place.relative_to(ROOT)}: {place.stat().st_size // 1000} kB", file=sys.stderr)
    for old in set(FOLDER.iterdir()) - wanted:
        old.unlink()
    PAGE.write_text(written(PAGE.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
