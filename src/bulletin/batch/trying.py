"""A layout tried out: the record of tortures in every edition and on every sheet that it promises."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bulletin.batch.blame import blamed
from bulletin.batch.limits import limited
from bulletin.config import Settings
from bulletin.edition import Edition
from bulletin.layout import Layout
from bulletin.pipeline import Bulletin, Dossier, bind, build, open_record

ZOOM = 150
"""Per cent; tried with the layout's first edition on its first sheet."""
DAY = dt.date(2025, 12, 27)
RECORD = "thu-mau.yaml"
Save = Callable[[bytes, Path], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One way in which a layout is tried."""

    edition: str
    paper: str
    zoom: int = 100
    landscape: bool = False

    @property
    def name(self) -> str:
        """As files are called by, such as `large-print.A4`."""
        parts = [self.edition, self.paper, *(["landscape"] if self.landscape else [])]
        return ".".join([*parts, *([str(self.zoom)] if self.zoom != 100 else [])])


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """What became of a trial."""

    trial: Trial
    pages: int = 0
    seconds: float = 0.0
    pdf: bytes = b""
    error: Exception | None = None


def trials(layout: Layout) -> tuple[Trial, ...]:
    """Every edition on every sheet, and the first of them enlarged."""
    found = [
        Trial(edition=edition, paper=paper, landscape=landscape)
        for edition in layout.editions
        for paper in layout.sheets(edition)
        for landscape in (False, True)[: 1 + layout.landscape]
    ]
    return (*found, Trial(edition=layout.editions[0], paper=layout.papers[0], zoom=ZOOM))


def torture_record(layout: Layout, folder: Path, save: Save) -> Dossier:
    """Write the record and its pictures, and read it as any other is read.

    Args:
        layout: One of a single page is tried with the short form.
        folder: Where it is written.
        save: Writes a file.
    """
    from bulletin.photos.drawn import drawn
    from bulletin.sample.torture import torture

    made = torture(short=bool(layout.promises.pages))
    for number, drawing in enumerate(made.drawings):
        save(drawn(drawing.width, drawing.height, number=number), folder / drawing.name)
    save(made.text.encode(), folder / RECORD)
    return open_record(folder / RECORD, Settings())


def tried(layout: Layout, dossier: Dossier) -> Iterator[Tried]:
    """Try a layout in every way; nothing is raised, so that one failure does not stop the rest.

    Args:
        layout: Which.
        dossier: The record that it is tried with.
    """
    settings = dossier.settings
    for trial in trials(layout):
        start = time.perf_counter()
        try:
            with (
                blamed(layout),
                limited(seconds=settings.seconds, memory_mib=settings.memory_mib, record=dossier.source.path),
            ):
                bulletin = _made(layout, trial, dossier)
        except Exception as error:
            yield Tried(trial=trial, seconds=time.perf_counter() - start, error=error)
        else:
            seconds = time.perf_counter() - start
            yield Tried(trial=trial, pages=bulletin.pages, seconds=seconds, pdf=bulletin.pdf)


def _made(layout: Layout, trial: Trial, dossier: Dossier) -> Bulletin:
    edition = Edition.named(trial.edition).zoomed(trial.zoom)
    if layout.content == "issue":
        return bind((dossier,), edition, layout=layout, settings=dossier.settings, printed_on=DAY)
    return build(
        dossier.record, edition, layout=layout, paper=trial.paper, landscape=trial.landscape,
        settings=dossier.settings, photos=dossier.photos, printed_on=DAY,
    )  # fmt: skip


__all__ = ["RECORD", "Trial", "Tried", "torture_record", "trials", "tried"]
