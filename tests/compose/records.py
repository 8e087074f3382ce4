"""Records for tests: as a clerk types them, with pictures of any proportions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path

from bulletin.compose import Composed, PictureFile, Setting, compose
from bulletin.edition import Edition
from bulletin.load import load_text
from bulletin.model import Loc, Record
from bulletin.plan import Plan
from bulletin.validate import validate

HEAD = "tiêu đề: Chi bộ họp\nngày: 29/12/2023\nđơn vị: Chi bộ Tân Lập\n"
BODY = "nội dung: Chi bộ bàn việc.\n"
STANDARD = Edition.named("standard")
LARGE = Edition.named("large-print")
GIANT = Edition.named("giant-print")


def record(text: str = "", *, head: str = HEAD, body: str = BODY) -> Record:
    """A record of these lines."""
    return validate(load_text(head + text + body, Path("a.yaml")))


def pictures(record: Record, ratios: Mapping[str, float] | None = None) -> dict[Loc, Sequence[PictureFile]]:
    """The picture files of a record, 3 by 2 unless told otherwise."""
    known = ratios or {}
    return {
        loc: [PictureFile(loc=loc, file=name, ratio=known.get(name, 1.5), photo=photo) for name in photo.file]
        for loc, photo in record.all_photos()
    }


def composed(
    record: Record, edition: Edition = STANDARD, *, plan: Plan | None = None, masthead: str = "TIN HỘI NGHỊ"
) -> Composed:
    """A record set in the layout `news`."""
    setting = Setting(masthead=masthead, printed_on=dt.date(2024, 1, 5))
    return compose(record, edition, setting, pictures(record), plan)


def words(html: str) -> str:
    """A page description with plain spaces."""
    return html.replace("\u00a0", " ")
