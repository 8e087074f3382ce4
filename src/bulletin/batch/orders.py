"""What is wanted, what is to be done for it, and what became of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bulletin.config import Offices, Settings
from bulletin.disk import is_folder, is_gone, is_link, real
from bulletin.edition import Edition
from bulletin.errors import BulletinError, OutputError, Problem
from bulletin.messages import say, say_n
from bulletin.vietnamese.text import nfc

FIRST_LAYOUT = "news"
"""Its bulletins are named by their record alone."""
ENDINGS = (".yaml", ".yml")
"""By these the records in a folder are known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How bulletins are made, the same for all of an order."""

    paper: str = ""
    """Name of the sheet; the layout's first when empty."""
    landscape: bool = False
    pages: int = 0
    """To fit exactly so many pages; as many as it takes when 0."""
    dpi: int = 150
    """Pixels per inch of pictures."""
    two_sided: bool = False
    """Whether the margins of back pages are mirrored."""
    booklet_ready: bool = False
    """To be folded: made up to a multiple of four pages."""
    final: bool = False
    """Whether drafts are refused."""
    embed_record: bool = False
    printed_on: dt.date
    """Day on the stamp of drafts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is wanted of every record."""

    editions: tuple[str, ...] = ()
    """Those of the office's settings when empty."""
    zoom: int = 100
    layouts: tuple[str, ...] = ()
    """That of the office's settings when empty."""
    formats: tuple[str, ...] = ("pdf",)
    """Of `bulletin.layout.FORMATS`."""
    options: Options


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
    options: Options


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a job."""

    job: Job
    files: tuple[Path, ...] = ()
    """What was written, or stood there unchanged."""
    unchanged: bool = False
    """Whether nothing had to be done: all that goes into it is as it was."""
    pages: int = 0
    """Of paper; 0 for a page on the web."""
    size: int = 0
    """Bytes, of all files."""
    seconds: float = 0.0
    changes: tuple[str, ...] = ()
    """What the make-up changed, in the clerk's words."""
    notes: tuple[Problem, ...] = ()
    """Notes of the proof-reader, with the first edition of a record only; none when unchanged."""
    warned: bool = False
    """Whether there are notes, were they told now or when it was made."""
    machine: tuple[str, ...] = ()
    """What is amiss with the engine on the machine where it was made."""
    error: Exception | None = None
    """Why there is no bulletin; the same one for all editions when the record is at fault."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What was found in a record."""

    record: Path
    notes: tuple[Problem, ...] = ()
    error: Exception | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A record that was named, or lies in a folder that was."""

    path: Path
    inside: tuple[str, ...] = ()
    """The folders between the one that was named and the record."""


def found(paths: Sequence[Path], *, deep: bool = True, apart: Path | None = None) -> tuple[Found, ...]:
    """Records, each once, with each folder taken for the records in it.

    Hidden folders and links to folders are passed by. A folder without records stands for itself, and is complained of
    when its turn comes.

    Args:
        paths: Records and folders.
        deep: Whether the folders in a folder are looked through, too.
        apart: A folder that is passed by: the one for what is made.
    """
    kept: dict[Path, Found] = {}
    for path in paths:
        for record in _inside(path, deep, apart) or (Found(path),):
            place = real(record.path)
            # A file goes before links to it, so that its bulletins stay when one comes.
            if place not in kept or (is_link(kept[place].path) and not is_link(record.path)):
                kept[place] = record
    return tuple(kept.values())


def expanded(paths: Sequence[Path], *, deep: bool = True) -> tuple[Path, ...]:
    """The paths of the records that are found."""
    return tuple(record.path for record in found(paths, deep=deep))


def _inside(root: Path, deep: bool, apart: Path | None, below: tuple[str, ...] = ()) -> list[Found]:
    """The records of a folder in the order of their names, then those of its folders."""
    folder = root.joinpath(*below)
    # One that cannot be opened stands for itself, and is complained of when its turn comes.
    shut = [Found(folder, below)] if below else []
    try:
        entries = sorted(folder.iterdir()) if folder.is_dir() else []
        # Names with a point in front are what other programs leave behind.
        entries = [entry for entry in entries if entry.name[0] != "."]
        records = [Found(it, below) for it in entries if it.suffix.lower() in ENDINGS and not it.is_dir()]
        folders = [it for it in entries if deep and it.is_dir() and not it.is_symlink() and not _same(it, apart)]
    except OSError:
        return shut
    return records + [record for it in folders for record in _inside(root, deep, apart, (*below, it.name))]


def passed_by(records: Iterable[Found], paths: Sequence[Path], apart: Path) -> tuple[Problem, ...]:
    """A note when records lie in the folder for what is made, which lies in one of the paths: they are not looked for.

    Args:
        records: What was found.
        paths: In these places.
        apart: The folder for what is made.
    """
    place = real(apart)
    between = [place.relative_to(root).parts for root in map(real, paths) if place.is_relative_to(root)]
    # Nor would they be found in a hidden folder, whatever it is for.
    if not any(all(part[0] != "." for part in parts) for parts in between):
        return ()
    # A folder that cannot be opened stands for itself.
    inside = {real(it.path) for it in _inside(apart, True, None) if not is_folder(it.path)}
    count = len(inside - {real(it.path) for it in records})
    if not count:
        return ()
    message = say_n(
        "{n} record lies in the folder for what is made and is passed by",
        "{n} records lie in the folder for what is made and are passed by", n=count,
    )  # fmt: skip
    hint = say("build into another folder, or name this one among those of the records, too")
    return (Problem(message, apart, hint=hint, id="records-in-output"),)


def holds_records(path: Path) -> bool:
    """Whether there is anything at a place where records are kept: an empty folder may be a disk that was taken out."""
    return bool(_inside(path, True, None)) if is_folder(path) else not is_gone(path)


def _same(folder: Path, other: Path | None) -> bool:
    return other is not None and real(folder) == real(other)


def jobs(records: Sequence[Found], order: Order, output: Path, offices: Offices | None = None) -> tuple[Job, ...]:
    """One job for each record, layout, edition and format.

    Args:
        records: What was found. Those in folders of a named folder are made into folders of the same names.
        order: What is wanted.
        output: The folder for what is made.
        offices: Where settings are found, when they are wanted again.
    """
    from bulletin.deliver.files import good_name

    offices = offices or Offices()
    made = []
    for record in records:
        try:
            settings = offices.settings_for(record.path)
        except BulletinError:
            # Told when the record's turn comes.
            settings = Settings()
        path = output.joinpath(*map(good_name, record.inside), good_name(record.path.stem))
        for layout in dict.fromkeys(order.layouts or (settings.layout,)):
            for name in dict.fromkeys(order.editions or settings.editions):
                edition = Edition.named(name).zoomed(order.zoom)
                suffix = f"{_suffix(layout, order.options)}{edition.suffix}"
                made += [
                    Job(
                        record=record.path, layout=layout, edition=edition, format=form,
                        target=path.with_name(f"{path.name}{suffix}.{form}"), options=order.options,
                    )
                    for form in dict.fromkeys(order.formats)
                ]  # fmt: skip
    return tuple(made)


def _suffix(layout: str, options: Options) -> str:
    """What tells a bulletin from others of its record: its layout unless that is the first one, and its sheet."""
    # The folder of a clerk's own layout may be gone.
    name = Path(layout).resolve().name if is_folder(layout) else Path(layout).name
    parts = [*((name,) if layout != FIRST_LAYOUT else ()), *((options.paper,) if options.paper else ())]
    if options.landscape:
        parts.append("landscape")
    return "".join(f".{part}" for part in parts)


def claimed(
    jobs: Iterable[Job], owns: Callable[[Path, Path], bool] = lambda *_: False
) -> tuple[list[Job], list[Outcome]]:  # fmt: skip
    """See to it that no bulletin is written over another's: the jobs to be done, and those that are refused.

    Args:
        jobs: What is wanted; of several for one place the first is done.
        owns: Tells for a place and a record that what stands there was made of it; such a record goes before others.
    """
    jobs = list(jobs)
    holders = _holders(jobs, owns)

    def rank(job: Job) -> tuple[bool, bool]:
        """Whose bulletin stands there goes first, then who holds the name."""
        return not owns(job.target, job.record), job.record != holders.get(_stem(job), job.record)

    groups = _grouped(jobs, lambda job: _name(job.target))
    firsts = {name: min(group, key=rank) if len(group) > 1 else group[0] for name, group in groups.items()}
    todo: list[Job] = []
    refused: list[Outcome] = []
    for job in jobs:
        first = firsts[_name(job.target)]
        other, layout = first.record, first.layout
        if (other, layout) == (job.record, job.layout):
            todo.append(job)
            continue
        if other == job.record:
            message = say("{path} is already the bulletin of layout {other}", path=job.target, other=layout)
            hint = say("give one of the layouts another name, or build them into two folders")
        else:
            message = say("{path} is already the bulletin of {other}", path=job.target, other=other)
            hint = say("give one of the records another name, or build them into two folders")
            if other.name != job.record.name and nfc(str(other)) == nfc(str(job.record)):
                hint = say(
                    "the names of the two look alike, but their accents are stored in two ways; "
                    "delete one, or give it another name"
                )
        refused.append(Outcome(job=job, error=OutputError(message, hint=hint)))
    return todo, refused


def _name(target: Path) -> str:
    """A place by its name: to Windows and macOS, names that differ in capitals alone are one."""
    return nfc(str(target)).casefold()


def _stem(job: Job) -> str:
    """What the places of all bulletins of a record have in common."""
    return _name(job.target.with_name(job.record.stem))


def _grouped(jobs: Iterable[Job], key: Callable[[Job], str]) -> dict[str, list[Job]]:
    groups: dict[str, list[Job]] = {}
    for job in jobs:
        groups.setdefault(key(job), []).append(job)
    return groups


def _holders(jobs: Iterable[Job], owns: Callable[[Path, Path], bool]) -> dict[str, Path]:
    """The records whose bulletins stand where several records want theirs."""
    groups = _grouped(jobs, _stem)
    contested = {stem: group for stem, group in groups.items() if len({job.record for job in group}) > 1}
    owned = {stem: [job.record for job in group if owns(job.target, job.record)] for stem, group in contested.items()}
    return {stem: records[0] for stem, records in owned.items() if records}
