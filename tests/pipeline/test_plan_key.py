"""The best plan of a page is remembered by all that its pages depend on."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import guests
from bulletin.compose import Composed, Setting
from bulletin.config import layout_named
from bulletin.edition import Edition
from bulletin.pipeline.fitting import _plan_key

EDITION = Edition.named("standard")


def key(folder: Path, edition: Edition = EDITION) -> str:
    layout = layout_named(str(folder))
    page = Composed(html="<p>x", nodes=(), pieces=(), pictures=(), styles=("mau-xa/print.css",))
    return _plan_key(cast(Any, None), edition, page, Setting(layout=layout, printed_on=dt.date(2026, 1, 5)), 0)


def test_files_of_an_own_layout_count_that_the_page_description_does_not_show(tmp_path: Path) -> None:
    folder = guests.folder(tmp_path, phan="x")
    before = key(folder)
    assert key(folder) == before
    for name, text in (("dau.svg", "<svg/>"), ("phan.html", "y"), ("print.css", "p{}")):
        (folder / name).write_text(text, encoding="utf-8")
        assert key(folder) != before, name
        before = key(folder)


def test_sizes_count_that_only_the_make_up_sees(tmp_path: Path) -> None:
    folder = guests.folder(tmp_path)
    assert key(folder) != key(folder, replace(EDITION, smallest_pt=EDITION.smallest_pt - 1))
