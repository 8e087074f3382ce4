"""One bulletin as a page that the engine's own command can set: the same HTML, style sheets, fonts and pictures."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from unittest import mock

from bulletin import assets, pipeline, render
from bulletin.edition import Edition


def unpack(record: Path, folder: Path) -> list[str]:
    """Build a record, keep what the engine was given on the way, and return the engine's command for the same."""
    attempts: list[tuple[render.Laid, str, Sequence[str]]] = []
    written: list[tuple[render.Laid, Mapping[str, bytes]]] = []
    lay_out, write = render.lay_out, render.Laid.write

    def kept_lay_out(html: str, *, styles: Sequence[str] = (), **more: Any) -> render.Laid:
        laid = lay_out(html, styles=styles, **more)
        attempts.append((laid, html, styles))
        return laid

    def kept_write(laid: render.Laid, document: render.Document, pictures: Mapping[str, bytes]) -> bytes:
        written.append((laid, pictures))
        return write(laid, document, pictures)

    with mock.patch.object(render, "lay_out", kept_lay_out), mock.patch.object(render.Laid, "write", kept_write):
        dossier = pipeline.open_record(record)
        pipeline.build(dossier.record, Edition.named("standard"), photos=dossier.photos, settings=dossier.settings)
    ((chosen, pictures),) = written
    html, styles = next((html, styles) for laid, html, styles in attempts if laid is chosen)

    (folder / "photo").mkdir()
    for name, data in pictures.items():
        (folder / "photo" / name).write_bytes(data)
    (folder / "page.html").write_text(_local(html), encoding="utf-8")
    sheets = [assets.fonts_folder() / "fonts.css", *(assets.layout_file(style) for style in styles)]
    options = ["--quiet", "--pdf-variant=pdf/a-3a", "--pdf-version=1.7", "--pdf-tags", "--output-intent=srgb"]
    for number, sheet in enumerate(sheets):
        (folder / f"{number}.css").write_text(_local(sheet.read_text(encoding="utf-8")), encoding="utf-8")
        options.append(f"--stylesheet={number}.css")
    return [sys.executable, "-m", "weasyprint", *options, "page.html", "page.pdf"]


def _local(text: str) -> str:
    """The same text with our own addresses as addresses of files."""
    return (
        text.replace("bulletin:photo/", "photo/")
        .replace("bulletin:layout/", f"{assets.layouts_folder().as_uri()}/")
        .replace("bulletin:font/", f"{assets.fonts_folder().as_uri()}/")
    )
