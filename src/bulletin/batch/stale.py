"""What has to be made anew, and why: each output held against its receipt. Nothing is loaded that makes bulletins."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from bulletin.batch.identity import digest_of_mapping, identity, layout_digest
from bulletin.batch.orders import Job, Options, Outcome
from bulletin.batch.receipts import Receipt, Receipts, again, digest_of, stamp
from bulletin.config import Offices, Settings, layout_named
from bulletin.edition import Edition
from bulletin.errors import BulletinError
from bulletin.messages import N_, say

if TYPE_CHECKING:
    from bulletin.batch.work import Worked

PARTS: Mapping[str, str] = MappingProxyType(
    {
        "record": N_("the record was changed"),
        "settings": N_("the settings of the office (bulletin.toml) were changed"),
        "layout": N_("the layout was changed"),
        "edition": N_("the edition or its sizes were changed"),
        "options": N_("it was asked for in another way"),
        "program": N_("the program is another version"),
        "engine": N_("the engine that sets the pages is another version"),
        "fonts": N_("the fonts were changed"),
        "day": N_("a draft bears the day on which it is printed"),
    }
)
"""What goes into an output beside its photos, and what is told when it is another than before."""
_NOT_PRINTED = frozenset(("path", "layout", "editions", "language", "silence", "seconds", "memory_mib"))
"""Settings that say what is made, what is told and how long anyone waits; a job has its own layout and edition."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """Jobs divided by whether they have to be done."""

    stale: Mapping[Job, tuple[str, ...]]
    """Those to be done, and why; the reasons are for people."""
    fresh: tuple[Outcome, ...]
    """Those that are done already."""
    _parts: Mapping[Job, Mapping[str, str]] = field(repr=False)
    _receipts: Receipts = field(repr=False)

    def keep(self, outcome: Outcome, result: Worked) -> None:
        """Write the receipt of what was made; for `build_many`."""
        job, receipts = outcome.job, self._receipts
        parts = self._parts.get(job)
        data = next((made.files for made in result.made if made.job == job), {})
        stamps = [stamp(path, receipts.seen(path), data[path]) for path in outcome.files]
        files = tuple(found for found in stamps if found)
        if parts is None or not result.record or len(files) < len(stamps):
            return
        photos = tuple(
            (receipts.seen(photo.path), photo.size, photo.changed_ns, photo.digest) for photo in result.photos
        )
        receipts.add(
            Receipt(
                target=receipts.seen(job.target), files=files, record=receipts.seen(job.record), photos=photos,
                parts=_dated({**parts, "record": result.record}, job, result.is_dated),
                is_dated=result.is_dated, pages=outcome.pages, warned=outcome.warned, machine=outcome.machine,
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
    about = _About(offices)
    for job in jobs:
        parts = about.parts(job)
        if parts is None:
            # What is wrong with it is told when its turn comes.
            stale[job] = ()
            continue
        all_parts[job] = parts
        receipt = receipts.of(job.target)
        reasons = _reasons(job, parts, receipt, receipts)
        if force or reasons or receipt is None:
            stale[job] = reasons or (say("asked for by {option}", option="--force"),)
        else:
            size = sum(size for _, size, _, _ in receipt.files)
            files = tuple(receipts.path(seen) for seen, *_ in receipt.files)
            fresh.append(
                Outcome(job=job, files=files, unchanged=True, pages=receipt.pages, size=size, warned=receipt.warned,
                        machine=receipt.machine)
            )  # fmt: skip
    return Planned(stale=stale, fresh=tuple(fresh), _parts=all_parts, _receipts=receipts)


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
            self._records[job.record] = digest_of(job.record)
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
            self._settings[id(settings)] = _printed(settings)
        machine = identity()
        return {
            "record": record,
            "settings": self._settings[id(settings)],
            "layout": layout,
            "edition": _edition(job.edition),
            "options": _options(job.options, job.format),
            "program": machine.program,
            "engine": machine.engine,
            "fonts": machine.fonts,
        }


def _printed(settings: Settings) -> str:
    """A digest of what settings print."""
    fields = {name: getattr(settings, name) for name in Settings.__slots__ if name not in _NOT_PRINTED}
    return digest_of_mapping({**fields, "organisation": sorted(settings.organisation.items())})[:16]


@functools.cache
def _edition(edition: Edition) -> str:
    return digest_of_mapping(asdict(edition))[:16]


@functools.cache
def _options(options: Options, form: str) -> str:
    """The day is no part of them: it shows in drafts alone."""
    return digest_of_mapping({**asdict(options), "printed_on": "", "format": form})[:16]


def _layout(name: str) -> str | None:
    try:
        return layout_digest(layout_named(name))[:16]
    except BulletinError:
        return None


def _dated(parts: Mapping[str, str], job: Job, is_dated: bool) -> Mapping[str, str]:
    return {**parts, "day": job.options.printed_on.isoformat() if is_dated else ""}


def _reasons(job: Job, parts: Mapping[str, str], receipt: Receipt | None, receipts: Receipts) -> tuple[str, ...]:
    """Why an output has to be made anew, in the clerk's words; none when it has not."""
    if receipt is None:
        return (say("it was not made before"),)
    if receipt.record != receipts.seen(job.record):
        return (say("it was made of another record"),)
    reasons = []
    outputs = [again(receipts.path(kept[0]), kept) for kept in receipt.files]
    photos = [again(receipts.path(kept[0]), kept) for kept in receipt.photos]
    for kept, now in zip(receipt.files, outputs, strict=True):
        if now is None:
            path = receipts.path(kept[0])
            reasons.append(
                say("{path} was changed by someone else", path=path) if path.exists()
                else say("{path} was deleted", path=path)
            )  # fmt: skip
    wanted = _dated(parts, job, receipt.is_dated)
    reasons += [say(told) for part, told in PARTS.items() if wanted[part] != receipt.parts.get(part)]
    for kept, now in zip(receipt.photos, photos, strict=True):
        if now is None:
            reasons.append(say("the photo {path} was changed", path=receipts.path(kept[0])))
    if not reasons and (outputs != list(receipt.files) or photos != list(receipt.photos)):
        # Copied or restored, with other times: next time, too, those are enough.
        receipts.add(
            replace(receipt, files=tuple(filter(None, outputs)), photos=tuple(filter(None, photos)))
        )  # fmt: skip
    return tuple(reasons)


@dataclass(frozen=True, slots=True)
class Orphan:
    """An output whose record is gone."""

    receipt: Receipt
    record: Path
    files: tuple[Path, ...]
    """Those that are still there."""


def orphans(receipts: Receipts, folders: Iterable[Path]) -> tuple[Orphan, ...]:
    """Outputs whose records are gone from these folders."""
    roots = [folder.resolve() for folder in folders if folder.is_dir()]
    found = []
    for receipt in receipts:
        record = receipts.path(receipt.record)
        if any(record.absolute().resolve().is_relative_to(root) for root in roots) and not record.exists():
            files = tuple(path for seen, *_ in receipt.files if (path := receipts.path(seen)).exists())
            found.append(Orphan(receipt, record, files))
    return tuple(found)


def prune(receipts: Receipts, gone: Iterable[Orphan]) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Remove outputs whose records are gone.

    Returns:
        The files that were removed, and those that were left because someone else has changed them or holds them.
    """
    removed: list[Path] = []
    left: list[Path] = []
    for orphan in gone:
        kept_here = []
        for kept in orphan.receipt.files:
            path = receipts.path(kept[0])
            if not path.exists():
                continue
            try:
                if again(path, kept) is None:
                    raise PermissionError
                path.unlink()
                removed.append(path)
            except OSError:
                kept_here.append(path)
        left += kept_here
        if not kept_here:
            receipts.drop(orphan.receipt)
    return tuple(removed), tuple(left)
