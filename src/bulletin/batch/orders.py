"""What is wanted, what is to be done for it, and what became of it."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bulletin.config import Settings, settings_for
from bulletin.edition import Edition
from bulletin.errors import BulletinError, Problem

FIRST_LAYOUT = "news"
"""Its bulletins are named by their record alone."""
ENDINGS = (".yaml", ".yml")
"""By these the records in a folder are known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is wanted of every record."""

    editions: tuple[str, ...] = ()
    """Those of the office's settings when empty."""
    zoom: int = 100
    layouts: tuple[str, ...] = ()
    """That of the office's settings when empty."""
    paper: str = ""
    """Name of the sheet; the layout's first when empty."""
    landscape: bool = False
    pages: int = 0
    """To fit exactly so many pages; as many as it takes when 0."""
    formats: tuple[str, ...] = ("pdf",)
    """Of `bulletin.layout.FORMATS`."""
    dpi: int = 150
    """Pixels per inch of pictures."""
    two_sided: bool = False
    """Whether the margins of back pages are mirrored."""
    booklet_ready: bool = False
    """To be folded: made up to a multiple of four pages."""
    final: bool = False
    embed_record: bool = False
    printed_on: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One bulletin to make."""

    record: Path
    layout: str
    """Its name, or the folder of a clerk's own."""
    edition: Edition
    format: str = "pdf"
    target: Path
    """The file; where several are made, the name that is common to all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a job."""

    job: Job
    files: tuple[Path, ...] = ()
    """What was written."""
    pages: int = 0
    """Of paper; 0 for a page on the web."""
    size: int = 0
    """Bytes, of all files."""
    seconds: float = 0.0
    changes: tuple[str, ...] = ()
    """What the make-up changed, in the clerk's words."""
    notes: tuple[Problem, ...] = ()
    """Notes of the proof-reader, with the first edition of a record only."""
    error: Exception | None = None
    """Why there is no bulletin; the same one for all editions when the record is at fault."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What was found in a record."""

    record: Path
    notes: tuple[Problem, ...] = ()
    error: Exception | None = None


def expanded(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Records, each once, with each folder taken for the records in it.

    What lies in folders of the folder is not taken. A folder without records stands for itself, and is complained
    of when its turn comes.
    """
    found: dict[Path, Path] = {}
    for path in paths:
        for record in _inside(path) or (path,):
            found.setdefault(Path(os.path.realpath(record)), record)
    return tuple(found.values())


def _inside(path: Path) -> list[Path]:
    """The records of a folder, in the order of their names."""
    try:
        entries = sorted(path.iterdir()) if path.is_dir() else []
        # Names with a point in front are what other programs leave behind.
        return [it for it in entries if it.suffix.lower() in ENDINGS and it.name[0] != "." and it.is_file()]
    except OSError:
        return []


def jobs(records: Sequence[Path], order: Order, target: Callable[[str], Path]) -> tuple[Job, ...]:
    """One job for each record, layout, edition and format.

    Args:
        records: The files.
        order: What is wanted.
        target: Gives the path of a bulletin without its ending for the name of a record without its own.
    """
    found = []
    for record in records:
        try:
            settings = settings_for(record)
        except BulletinError:
            # Told when the record's turn comes.
            settings = Settings()
        path = target(record.stem)
        for layout in dict.fromkeys(order.layouts or (settings.layout,)):
            for name in dict.fromkeys(order.editions or settings.editions):
                edition = Edition.named(name).zoomed(order.zoom)
                suffix = f"{_suffix(layout, order)}{edition.suffix}"
                found += [
                    Job(
                        record=record, layout=layout, edition=edition, format=form,
                        target=path.with_name(f"{path.name}{suffix}.{form}"),
                    )
                    for form in dict.fromkeys(order.formats)
                ]  # fmt: skip
    return tuple(found)


def _suffix(layout: str, order: Order) -> str:
    """What tells a bulletin from others of its record: its layout unless that is the first one, and its sheet."""
    name = Path(layout).resolve().name if Path(layout).is_dir() else layout
    parts = [*((name,) if layout != FIRST_LAYOUT else ()), *((order.paper,) if order.paper else ())]
    if order.landscape:
        parts.append("landscape")
    return "".join(f".{part}" for part in parts)
