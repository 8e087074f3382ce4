"""One warm process that sets records on demand, ours or the plain engine, so that the two can take turns.

    python -m warm ours|plain SHEETS

reads the name of a sheet from each line of its input, sets it, and answers with a line of JSON: CPU seconds, pages,
and for ours what of it was preflight.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest import mock

from sheets import EDITION, LAYOUT, read_sheets, style_sheets

Answer = dict[str, float]


def ours(sheets: Path) -> Callable[[str], Answer]:
    """The line of this program, from the file of a record to the bytes of its PDF, preflight included."""
    from bulletin.edition import Edition
    from bulletin.pipeline import build, open_record
    from bulletin.pipeline.proving import prove

    records = {sheet.name: Path(sheet.record) for sheet in read_sheets(sheets)}
    spent: list[float] = []

    def timed(*arguments: Any, **more: Any) -> None:
        start = time.process_time()
        prove(*arguments, **more)
        spent.append(time.process_time() - start)

    def set_(name: str) -> Answer:
        spent.clear()
        with mock.patch("bulletin.pipeline.making.prove", timed):
            start = time.process_time()
            dossier = open_record(records[name])
            made = build(
                dossier.record, Edition.named(EDITION), layout=LAYOUT, settings=dossier.settings, photos=dossier.photos
            )
            cpu_s = time.process_time() - start
        return {"cpu_s": cpu_s, "pages": made.pages, "preflight_s": sum(spent)}

    return set_


def plain(sheets: Path) -> Callable[[str], Answer]:
    """The engine alone: the page is there already; fonts and style sheets are shared."""
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    options = {"pdf_variant": "pdf/a-3a", "pdf_version": "1.7", "pdf_tags": True, "output_intent": "srgb"}
    fonts = FontConfiguration()
    styles = [CSS(filename=path, font_config=fonts) for path in style_sheets(sheets)]

    def set_(name: str) -> Answer:
        page = sheets / name / "page.html"
        start = time.process_time()
        html = HTML(string=page.read_text(encoding="utf-8"), base_url=str(page))
        document = html.render(stylesheets=styles, font_config=fonts, **options)
        document.write_pdf(**options)
        return {"cpu_s": time.process_time() - start, "pages": len(document.pages), "preflight_s": 0.0}

    return set_


def main(kind: str, sheets: Path) -> None:
    """Answer until the input ends."""
    set_ = {"ours": ours, "plain": plain}[kind](sheets)
    for line in sys.stdin:
        print(json.dumps(set_(line.strip())), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
