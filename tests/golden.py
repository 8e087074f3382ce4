"""Golden files: what was made once, was looked at and found good, and must come out the same again."""

from __future__ import annotations

import difflib
import io
from collections.abc import Iterable
from pathlib import Path

from PIL import Image, ImageChops, ImageStat

FOLDER = Path(__file__).parent / "golden"
DPI = 30
TOLERANCE = 2.0
"""Mean difference of a page's grey values, of 255, that other machines may show."""


def differs(name: str, text: str, *, update: bool) -> str:
    """How a text differs from its golden file; empty when it does not. A missing file differs."""
    path = FOLDER / name
    if update:
        path.write_text(text, encoding="utf-8", newline="\n")
    if not path.is_file():
        return f"{name} is missing; look at the page, then run pytest --update-golden"
    old = path.read_text(encoding="utf-8")
    return "\n".join(difflib.unified_diff(old.splitlines(), text.splitlines(), name, "now", lineterm="", n=1))


def pictures(pdf: bytes) -> list[Image.Image]:
    """The pages in grey, small."""
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        return [page.render(scale=DPI / 72, grayscale=True).to_pil().convert("L") for page in document]


def sheet(pages: Iterable[Image.Image]) -> Image.Image:
    """All pages side by side."""
    listed = list(pages)
    width, height = listed[0].size
    joined = Image.new("L", (width * len(listed), height), 255)
    for place, page in enumerate(listed):
        joined.paste(page, (place * width, 0))
    return joined


def pages_that_differ(name: str, pdf: bytes, *, update: bool) -> list[int]:
    """Numbers of the pages that look otherwise than in the golden picture; all of them when that is missing."""
    path = FOLDER / name
    now = pictures(pdf)
    if update:
        buffer = io.BytesIO()
        sheet(now).save(buffer, "WEBP", quality=82, method=6)
        path.write_bytes(buffer.getvalue())
    if not path.is_file():
        return list(range(1, len(now) + 1))
    with Image.open(path) as opened:
        old = opened.convert("L")
    width, height = now[0].size
    if old.size != (width * len(now), height):
        return list(range(1, len(now) + 1))
    found = []
    for place, page in enumerate(now):
        before = old.crop((place * width, 0, (place + 1) * width, height))
        if ImageStat.Stat(ImageChops.difference(before, page)).mean[0] > TOLERANCE:
            found.append(place + 1)
    return found
