"""Each record of a corpus as other programs can set it: the same page, style sheets, fonts, pictures and words.

    python bench/sheetmaking.py CORPUS FOLDER

Nothing of this is counted: it is what a competitor is given. Beside each page lies what `photos` must do for it, so
that the work on photos can be counted where it belongs.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from functools import partial
from pathlib import Path

import words
from bulletin import assets
from bulletin.compose import Composed
from bulletin.edition import Edition
from bulletin.pipeline import open_record
from bulletin.pipeline.begun import Begun, begin
from bulletin.pipeline.fitting import made_up
from bulletin.pipeline.making import prepared
from sheets import EDITION, LAYOUT, LIST, Sheet

_WORKERS = 2


def make(records: list[Path], folder: Path) -> None:
    """Make the sheets of records, each in a folder of its own.

    Args:
        records: The records.
        folder: Where they go; what else lies there is removed.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    with ProcessPoolExecutor(_WORKERS) as pool:
        made = list(pool.map(partial(_sheet, folder), records, chunksize=2))
    (folder / "style").mkdir()
    names = made[0][1]
    assert all(styles == names for _, styles in made), "all pages share their style sheets"
    sheets = [assets.fonts_folder() / "fonts.css", *(assets.layout_file(name) for name in names)]
    for number, sheet in enumerate(sheets):
        text = _local(sheet.read_text(encoding="utf-8"))
        (folder / "style" / f"{number}.css").write_text(text, encoding="utf-8")
    listed = [asdict(sheet) for sheet, _ in made]
    (folder / LIST).write_text(json.dumps(listed, ensure_ascii=False, indent=1), encoding="utf-8")


def _sheet(folder: Path, record: Path) -> tuple[Sheet, tuple[str, ...]]:
    dossier = open_record(record)
    begun = begin(
        dossier.record, Edition.named(EDITION), layout=LAYOUT, paper="", landscape=False, settings=dossier.settings,
        photos=dossier.photos, printed_on=None,
    )  # fmt: skip
    composed, laid = made_up(begun.record, begun.edition, begun.setting, begun.files, pages=0)
    own = folder / record.stem
    (own / "photo").mkdir(parents=True)
    for name, data in prepared(begun.record, composed.pictures, begun.photos).items():
        (own / "photo" / name).write_bytes(data)
    html = _local(composed.html)
    (own / "page.html").write_text(html, encoding="utf-8")
    links = "".join(
        f'<link rel="stylesheet" href="../style/{number}.css">' for number in range(len(composed.styles) + 1)
    )
    (own / "linked.html").write_text(html.replace("<style>", f"{links}<style>", 1), encoding="utf-8")
    printed = words.printed(begun, composed)
    (own / "data.json").write_text(json.dumps(printed, ensure_ascii=False), encoding="utf-8")
    (own / "photos.json").write_text(json.dumps(_work(record, begun, composed)), encoding="utf-8")
    return Sheet(name=record.stem, record=str(record), pages=laid.pages), tuple(composed.styles)


def _work(record: Path, begun: Begun, composed: Composed) -> dict[str, object]:
    """What is to be done with the photos of a record."""
    return {
        "folder": str(record.parent),
        "files": list(begun.photos),
        "places": [
            {"name": it.name, "file": it.file, "width_mm": it.width_mm, "height_mm": it.height_mm, "focus": it.focus}
            for it in composed.pictures
        ],
    }


def _local(text: str) -> str:
    """The same text with our own addresses as addresses of files."""
    local = (
        text.replace("bulletin:photo/", "photo/")
        .replace("bulletin:layout/", f"{assets.layouts_folder().as_uri()}/")
        .replace("bulletin:font/", f"{assets.fonts_folder().as_uri()}/")
    )
    # The naive loop fills it in as a template.
    assert not re.search(r"\{[{%#]", local), "a sign of Jinja2's in the page"
    return local


def main() -> None:
    """Make the sheets of a corpus."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    make(sorted(options.corpus.glob("*.yaml")), options.folder)


if __name__ == "__main__":
    main()
