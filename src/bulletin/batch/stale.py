"""What has to be made anew, and why: each output held against its receipt. Nothing is loaded that makes bulletins."""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import TYPE_CHECKING

from bulletin.batch.concern import Places
from bulletin.batch.identity import digest_of_mapping, identity, layout_digest, settings_digest
from bulletin.batch.names import as_spelled
from bulletin.batch.orders import Job, Options, Outcome, holds_records
from bulletin.batch.receipts import RECORD_BYTES, Receipt, Receipts, Stamp, again, digest_of, stamp
from bulletin.config import Offices, layout_named
from bulletin.disk import is_folder, is_gone, real
from bulletin.edition import Edition
from bulletin.errors import BulletinError, OutputError
from bulletin.messages import N_, say

if TYPE_CHECKING:
    from bulletin.batch.work import Worked

PARTS: Mapping[str, str] = MappingProxyType(
    {
        "record": N_("the record was changed"),
        "settings": N_("the settings of the office (bulletin.toml) were changed"),
        "layout": N_("the layout was changed"),
        "edition": N_("the edition or its sizes were changed"),
        "options": N_("it was asked for in another way: {options}"),
        "program": N_("the program is another version"),
        "engine": N_("the engine that sets the pages is another version"),
        "fonts": N_("the fonts were changed"),
        "day": N_("a draft bears the day on which it is printed"),
    }
)
"""What goes into an output beside its photos, and what is told when it is another than before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """Jobs divided by whether they have to be done."""

    stale: Mapping[Job, tuple[str, ...]]
    """Those to be done, and why; the reasons are for people."""
    fresh: tuple[Outcome, ...]
    """Those that are done already, and those that are refused: where another record's bulletin stands."""
    _parts: Mapping[Job, Mapping[str, str]] = field(repr=False)
    _places: Places = field(repr=False)
    _receipts: Receipts = field(repr=False)

    def keep(self, outcome: Outcome, result: Worked) -> None:
        """Write the receipt of what was made; for `build_many`."""
        job, receipts = outcome.job, self._receipts
        parts = self._parts.get(job)
        made = next((made for made in result.made if made.job == job), None)
        if parts is None or made is None or not result.record:
            return
        stamps = [stamp(path, receipts.seen(path), made.files[path]) for path in outcome.files]
        files = tuple(found for found in stamps if found)
        if len(files) < len(stamps):
            return
        photos = tuple(
            (photo.path.relative_to(job.record.parent).as_posix(), photo.size, photo.changed_ns, photo.digest)
            for photo in result.photos
        )
        # As they were when it was made, which may be otherwise than when it was planned.
        used = {"record": result.record, "settings": result.settings, "layout": made.layout}
        receipts.add(
            Receipt(
                target=receipts.seen(job.target), files=files, record=receipts.seen(job.record),
                origin=self._places.of(job.record), photos=photos,
                parts=_dated({**parts, **used}, job, result.is_dated), is_dated=result.is_dated,
                pages=outcome.pages, warned=outcome.warned, machine=outcome.machine,
            )
        )  # fmt: skip


def planned(jobs: Sequence[Job], receipts: Receipts, offices: Offices, *, force: bool = False) -> Planned:
    """Find out what has to be done.

    Args:
        jobs: What is wanted.
        receipts: Those of the output folder.
        offices: The settings.
        force: Whether everything is done, whatever it is like.
    """
    stale: dict[Job, tuple[str, ...]] = {}
    fresh: list[Outcome] = []
    all_parts: dict[Job, Mapping[str, str]] = {}
    about, places = _About(offices), Places()
    for job in jobs:
        parts = about.parts(job)
        if parts is None:
            # What is wrong with it is told when its turn comes.
            stale[job] = (say("something that goes into it cannot be read"),)
            continue
        all_parts[job] = parts
        if not _stays_inside(job.target, receipts.folder):
            message = say("{path} would lie outside the folder for what is made", path=job.target)
            hint = say("a folder in it is a link that leads elsewhere; remove the link, or build into another folder")
            fresh.append(Outcome(job=job, error=OutputError(message, hint=hint)))
            continue
        receipt = _rebased(receipts.of(job.target), job, receipts, origin := places.of(job.record))
        if receipt and not force and (other := _other_record(job, receipt, receipts)):
            message = say("{path} is already the bulletin of {other}", path=job.target, other=other)
            hint = say("build into another folder, or write over it with {option}", option="--force")
            fresh.append(Outcome(job=job, error=OutputError(message, hint=hint)))
            continue
        reasons = _reasons(job, parts, receipt, receipts, origin)
        if force or reasons or receipt is None:
            stale[job] = reasons or (say("asked for by {option}", option="--force"),)
        else:
            size = sum(size for _, size, _, _ in receipt.files)
            files = tuple(receipts.path(seen) for seen, *_ in receipt.files)
            fresh.append(
                Outcome(job=job, files=files, unchanged=True, pages=receipt.pages, size=size, warned=receipt.warned,
                        machine=receipt.machine)
            )  # fmt: skip
    return Planned(stale=stale, fresh=tuple(fresh), _parts=all_parts, _places=places, _receipts=receipts)


class _About:
    """What goes into jobs, each thing looked at once."""

    def __init__(self, offices: Offices) -> None:
        self._offices = offices
        self._records: dict[Path, str] = {}
        self._layouts: dict[str, str | None] = {}
        self._settings: dict[int, str] = {}

    def parts(self, job: Job) -> Mapping[str, str] | None:
        """The digests of what goes into a job; None if something cannot be read."""
        if job.record not in self._records:
            self._records[job.record] = digest_of(job.record, RECORD_BYTES)
        if job.layout not in self._layouts:
            self._layouts[job.layout] = _layout(job.layout)
        record, layout = self._records[job.record], self._layouts[job.layout]
        try:
            settings = self._offices.settings_for(job.record)
        except BulletinError:
            return None
        if not record or layout is None:
            return None
        if id(settings) not in self._settings:
            self._settings[id(settings)] = settings_digest(settings)
        machine = identity()
        return {
            "record": record,
            "settings": self._settings[id(settings)],
            "layout": layout,
            "edition": _edition(job.edition),
            "options": _options(job.options, job.format),
            "program": machine.program,
            "engine": ", ".join((machine.engine, *(f"{name} {version}" for name, version in machine.natives.items()))),
            "fonts": machine.fonts,
        }


@functools.cache
def _edition(edition: Edition) -> str:
    return digest_of_mapping(asdict(edition))[:16]


@functools.cache
def _options(options: Options, form: str) -> str:
    """What was asked for, as it is typed. The day shows in drafts alone, and so does that none are wanted."""
    named = {field.name: (getattr(options, field.name), field.default) for field in fields(options)}
    for name in ("printed_on", "final", *(("dpi",) if form != "png" else ())):
        del named[name]
    return " ".join(
        f"--{name.replace('_', '-')}={value}" for name, (value, default) in named.items() if value != default
    )


def _stays_inside(target: Path, folder: Path) -> bool:
    """Whether no link between the output folder and a target leads out of it."""
    return real(target.parent).is_relative_to(real(folder))


def _other_record(job: Job, receipt: Receipt, receipts: Receipts) -> Path | None:
    """The record that an output was made of, if it is another than now and still there."""
    record = receipts.path(receipt.record)
    if receipt.record == receipts.seen(job.record) or is_gone(record):
        return None
    with contextlib.suppress(OSError):
        return None if record.samefile(job.record) else record
    return record


def _rebased(receipt: Receipt | None, job: Job, receipts: Receipts, origin: str) -> Receipt | None:
    """A receipt with the way to its record as it is now: the output folder may have been moved, and the record not."""
    record = receipts.seen(job.record)
    if receipt is None or receipt.record == record or receipt.origin != origin:
        return receipt
    return replace(receipt, record=record)


def _layout(name: str) -> str | None:
    try:
        return layout_digest(layout_named(name))
    except BulletinError:
        return None


def _dated(parts: Mapping[str, str], job: Job, is_dated: bool) -> Mapping[str, str]:
    return {**parts, "day": job.options.printed_on.isoformat() if is_dated else ""}


def _reasons(
    job: Job, parts: Mapping[str, str], receipt: Receipt | None, receipts: Receipts, origin: str
) -> tuple[str, ...]:  # fmt: skip
    """Why an output has to be made anew, in the clerk's words; none when it has not."""
    if receipt is None:
        return (say("it was not made before"),)
    if receipt.record != receipts.seen(job.record):
        return (say("it was made of another record"),)
    if job.options.final and receipt.is_dated:
        # That a draft is refused is told by who reads it.
        return (say("only approved records are wanted"),)
    reasons = []
    outputs = [again(receipts.path(kept[0]), kept) for kept in receipt.files]
    photos = [again(as_spelled(job.record.parent / kept[0]), kept) for kept in receipt.photos]
    for kept, now in zip(receipt.files, outputs, strict=True):
        if now is None:
            path = receipts.path(kept[0])
            reasons.append(
                say("{name} was deleted", name=path.name) if is_gone(path)
                else say("{name} was changed by someone else", name=path.name) if digest_of(path)
                else say("{name} cannot be read", name=path.name)
            )  # fmt: skip
    wanted = _dated(parts, job, receipt.is_dated)
    for part, told in PARTS.items():
        if wanted[part] != (before := receipt.parts.get(part, "")):
            names = {typed.partition("=")[0] for typed in {*wanted[part].split()} ^ {*before.split()}}
            reasons.append(say(told, options=", ".join(sorted(names))) if part == "options" else say(told))
    for kept, now in zip(receipt.photos, photos, strict=True):
        if now is None:
            reasons.append(say("the photo {path} was changed", path=job.record.parent / kept[0]))
    if not reasons:
        current = replace(
            receipt, files=tuple(filter(None, outputs)), photos=tuple(filter(None, photos)), origin=origin
        )
        # Copied, moved or restored, with other times: next time, too, those are enough.
        if current != receipts.of(job.target):
            receipts.refresh(current)
    return tuple(reasons)


@dataclass(frozen=True, slots=True)
class Orphan:
    """An output whose record is gone."""

    receipt: Receipt
    record: Path
    files: tuple[Path, ...]
    """Those that are still there."""
    kept: Mapping[Path, str]
    """Those of them that are not to be removed, and why, for people."""


def orphans(
    receipts: Receipts, paths: Iterable[Path], wanted: Iterable[Job] = (), failed: Iterable[Job] = ()
) -> tuple[Orphan, ...]:  # fmt: skip
    """Outputs whose records are gone; to be asked when the others are made, for a record may have been renamed.

    Args:
        receipts: Those of the output folder.
        paths: Folders of records, and records; what was made of records of other folders is passed by.
        wanted: Jobs whose outputs are none, whatever became of them.
        failed: Those of them that could not be done.
    """
    # Of a disk that was taken out nothing is known.
    there = [path for path in paths if not is_gone(path)]
    named = {real(path) for path in there if is_folder(path)}
    roots = named | {real(path.parent) for path in there if not is_folder(path)}
    places = Places()
    targets = {receipts.seen(job.target): job for job in wanted}
    # A record that has another ending now is the same to all editions.
    alike = {(PurePosixPath(target).parent, job.record.stem) for target, job in targets.items()}
    # A record that was never made as it is may be one of those that are gone, under another name.
    made = {(receipt.record, receipt.parts.get("record")) for receipt in receipts}
    unmade = (job.record for job in failed)
    new = next((it for it in unmade if (receipts.seen(it), digest_of(it, RECORD_BYTES)) not in made), None)
    # Looked through once, and only when something is gone.
    is_full = functools.cache(holds_records)
    found = []
    for receipt in receipts:
        record, origin = receipts.path(receipt.record), Path(receipt.origin)
        if receipt.target in targets or (PurePosixPath(receipt.target).parent, record.stem) in alike:
            continue
        if not is_gone(record):
            continue
        # An output folder that was moved, or is reached through a link, sees its records elsewhere than they are.
        here = Path(places.of(record))
        place = next((place for place in (origin, here) if _lies_in(place, roots)), None)
        if place is None:
            continue
        why = ""
        if receipt.origin and not is_gone(origin):
            if _lies_in(origin, roots):
                continue
            why = say("its record lies elsewhere: {path}; remove it by hand if it is not wanted", path=origin)
        elif not _lies_in(place, named):
            why = say("its folder was not named, only a record in it; name the folder to have it removed")
        elif not is_full(_nearest(place.parent)):
            why = say(
                "there is no record in its folder any more: it may be on a disk that was taken out; "
                "remove the empty folder if it is of no use"
            )
        elif new is not None:
            why = say("{record} could not be made, and may be the same record under another name", record=new)
        found.append(_orphan(receipt, record if place == here else origin, receipts, why))
    return tuple(found)


def _orphan(receipt: Receipt, record: Path, receipts: Receipts, why: str) -> Orphan:
    """What is left of an output whose record is gone; `why` it is kept, if it is."""
    files = {path: kept for kept in receipt.files if not is_gone(path := receipts.path(kept[0]))}
    reasons = {path: why or _others(path, kept, receipts) for path, kept in files.items()}
    return Orphan(receipt, record, tuple(files), {path: reason for path, reason in reasons.items() if reason})


def _others(path: Path, kept: Stamp, receipts: Receipts) -> str:
    """Why a file is not ours to be removed; empty when it is. Nothing is for the sake of a date."""
    digest = digest_of(path)
    if not digest:
        return say("it cannot be read")
    if digest != kept[3] or not _stays_inside(path, receipts.folder):
        return say("it was changed by someone else")
    return ""


def _lies_in(place: Path, folders: Iterable[Path]) -> bool:
    return any(map(place.is_relative_to, folders))


def _nearest(folder: Path) -> Path:
    """A folder, or if it is gone, the first above it that is there."""
    while is_gone(folder) and folder != folder.parent:
        folder = folder.parent
    return folder


def _leave(folder: Path, output: Path) -> None:
    """Remove the folders of an output that are empty now."""
    with contextlib.suppress(OSError):
        while folder != output and folder.is_relative_to(output):
            folder.rmdir()
            folder = folder.parent


def prune(receipts: Receipts, gone: Iterable[Orphan]) -> tuple[tuple[Path, ...], tuple[Orphan, ...]]:
    """Remove outputs whose records are surely gone.

    Returns:
        The files that were removed, and the orphans with what was kept of them.
    """
    removed: list[Path] = []
    after: list[Orphan] = []
    for orphan in gone:
        kept = dict(orphan.kept)
        for path in orphan.files:
            if path in kept:
                continue
            try:
                path.unlink(missing_ok=True)
            except OSError:
                kept[path] = say("it cannot be removed")
                continue
            removed.append(path)
            _leave(path.parent, receipts.folder)
        if not kept:
            receipts.drop(orphan.receipt)
        after.append(replace(orphan, kept=kept))
    return tuple(removed), tuple(after)
