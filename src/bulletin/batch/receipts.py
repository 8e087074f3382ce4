"""The manifest of an output folder: for each output a receipt of all that went into it.

It is a file of lines, one for each output, of which the last counts. A line is added when an output stands in its
place, never before; a run that is killed loses at most its last lines, and then some outputs are made again. Several
runs may add to it at once. Nothing ever depends on a receipt alone: outputs and photos are held against what lies
there.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from bulletin.batch.names import are_of
from bulletin.deliver.files import save, why_of
from bulletin.disk import is_link
from bulletin.errors import OutputError, Problem
from bulletin.messages import say

NAME = ".bulletin-manifest.jsonl"
VERSION = 2
"""Of the form of its lines; lines of another are not read."""
_NO_LINK = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_MOST_BYTES = 256 * 2**20
"""What is larger is no manifest, no photo and no bulletin."""
RECORD_BYTES = 2**24
"""More than any record may have."""
_WAYS_OUT = frozenset("\\:\0" if os.name == "nt" else "\0")
_SPARE = 100
"""So many lines more than receipts are put up with before the file is written anew."""

Stamp = tuple[str, int, int, str]
"""Of a file: its path, its bytes, when it was last changed in nanoseconds, its SHA-256."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What an output was made of. Paths are seen from the output folder unless it says otherwise, with `/` in them."""

    target: str
    """Path of the output, or what is common to those of several pictures."""
    files: tuple[Stamp, ...]
    """What was written."""
    record: str
    origin: str = ""
    """Where the record was, with links above it followed: the output folder may be somewhere else tomorrow."""
    parts: Mapping[str, str]
    """Digests of what went into it, by the names of `bulletin.batch.stale.PARTS`."""
    photos: tuple[Stamp, ...] = ()
    """Seen from the folder of the record."""
    is_dated: bool = False
    """Whether it bears the day on which it was printed."""
    pages: int = 0
    warned: bool = False
    machine: tuple[str, ...] = ()


class Receipts:
    """The receipts of one output folder."""

    def __init__(self, folder: Path) -> None:
        """Read what is there; a missing or damaged file is the same as an empty one, line by line.

        Args:
            folder: The output folder.
        """
        self.folder = folder
        self._path = folder / NAME
        self._kept: dict[str, Receipt] = {}
        self._why = ""
        self._is_in_the_way = False
        text = self._read()
        lines = [line for line in text.decode(errors="replace").split("\n") if line]
        for line in lines:
            with contextlib.suppress(ValueError, TypeError, LookupError, AttributeError, RecursionError, OverflowError):
                self._take(json.loads(line))
        if len(lines) > len(self._kept) + _SPARE and not is_link(self._path):
            self._rewrite(len(text))

    def __iter__(self) -> Iterator[Receipt]:
        return iter(tuple(self._kept.values()))

    @property
    def targets(self) -> Iterator[Path]:
        """The outputs of which there are receipts, whether they are still there or not."""
        return map(self.path, self._kept)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """A note when what is made cannot be kept: then it is made anew each time."""
        if not self._why:
            return ()
        message = say("what was made cannot be noted here, so it is made anew each time: {why}", why=self._why)
        hint = say("remove what stands there, or build into another folder")
        if not self._is_in_the_way:
            hint = say("see to the rights of this file and of its folder, or build into another folder")
        return (Problem(message, self._path, hint=hint, id="manifest"),)

    def of(self, target: Path) -> Receipt | None:
        """The receipt of an output."""
        return self._kept.get(self.seen(target))

    def owns(self, target: Path, record: Path) -> bool:
        """Whether an output was made of a record."""
        receipt = self.of(target)
        return receipt is not None and receipt.record == self.seen(record)

    def seen(self, path: Path) -> str:
        """A path as it is kept: seen from the output folder, so that the whole may be moved."""
        try:
            return Path(os.path.relpath(path, self.folder)).as_posix()
        # On another disk of Windows.
        except ValueError:
            return path.absolute().as_posix()

    def path(self, seen: str) -> Path:
        """A kept path as it is found now."""
        return Path(os.path.normpath(self.folder / seen))

    def add(self, receipt: Receipt) -> None:
        """Add a receipt; that it cannot be written costs time at the next run and nothing else."""
        self._kept[receipt.target] = receipt
        try:
            self._append(asdict(receipt))
        except OSError as error:
            self._amiss(error)

    def refresh(self, receipt: Receipt) -> None:
        """Take a receipt that saves looking at things twice."""
        self._kept[receipt.target] = receipt
        with contextlib.suppress(OSError):
            self._append(asdict(receipt))

    def drop(self, receipt: Receipt) -> None:
        """Forget an output."""
        self._kept.pop(receipt.target, None)
        with contextlib.suppress(OSError):
            self._append({"target": receipt.target, "gone": True})

    def _amiss(self, error: OSError) -> None:
        """Keep why the file cannot be used."""
        self._is_in_the_way = error.errno in (errno.EISDIR, errno.ENXIO, errno.ELOOP, errno.EFBIG)
        self._why = say("a link stands there") if error.errno == errno.ELOOP else why_of(error)

    def _append(self, fields: Mapping[str, Any]) -> None:
        # What a killed run left of its last line is ended first.
        self._write(f"\n{_line(fields)}\n".encode())

    def _write(self, data: bytes) -> None:
        # One write at the end of the file, so that the lines of two runs do not mix.
        handle = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | _NO_LINK, 0o666)
        try:
            os.write(handle, data)
        finally:
            os.close(handle)

    def _read(self) -> bytes:
        try:
            if not self._path.is_file():
                return b""
            if self._path.stat().st_size > _MOST_BYTES:
                raise OSError(errno.EFBIG, "")
            return self._path.read_bytes()
        except OSError as error:
            self._amiss(error)
            return b""

    def _take(self, fields: dict[str, Any]) -> None:
        if fields.pop("v") != VERSION:
            return
        if fields.get("gone"):
            self._kept.pop(fields["target"], None)
            return
        receipt = Receipt(**{**fields, "files": _stamps(fields["files"]), "photos": _stamps(fields["photos"]),
                             "machine": tuple(fields["machine"])})  # fmt: skip
        words = (*receipt.parts.values(), *receipt.machine)
        paths = (
            receipt.target,
            receipt.record,
            receipt.origin,
            *(kept[0] for kept in (*receipt.files, *receipt.photos)),
        )
        numbers = (receipt.pages, receipt.is_dated, receipt.warned)
        if not all(isinstance(it, str) for it in (*words, *paths)) or not all(isinstance(it, int) for it in numbers):
            return
        # Whoever can write to the folder can write a line: nothing outside of it is ever looked for or removed, nor is
        # what has not the name of this bulletin.
        files = [kept[0] for kept in receipt.files]
        if (
            all(map(_can_be, paths))
            and are_of(receipt.target, files)
            and all(map(_is_inside, (receipt.target, *files)))
        ):
            self._kept[receipt.target] = receipt

    def _rewrite(self, known: int) -> None:
        """Write the file anew, with what other runs have added to it beyond the bytes that are known."""
        lines = (_line(asdict(receipt)) for receipt in self)
        with contextlib.suppress(OSError, OutputError), self._path.open("rb") as old:
            save("\n".join((*lines, "")).encode(), self._path)
            old.seek(known)
            if late := old.read():
                self._write(late)


def _line(fields: Mapping[str, Any]) -> str:
    """A line of the manifest: ASCII alone, for names of files may hold bytes that are no letters."""
    return json.dumps({"v": VERSION, **fields}, separators=(",", ":"))


def _can_be(seen: str) -> bool:
    """Whether a file can have such a path; UnicodeEncodeError when it has letters that no system takes."""
    return b"\0" not in os.fsencode(seen)


def _is_inside(seen: str) -> bool:
    """Whether a kept path is that of a file below the output folder."""
    path = PurePosixPath(seen)
    return bool(path.parts) and not path.is_absolute() and not {"..", "."} & {*path.parts} and not _WAYS_OUT & {*seen}


def digest_of(path: Path, most_bytes: int = _MOST_BYTES) -> str:
    """SHA-256 of a file's bytes, in hexadecimal digits.

    Empty when it cannot be read, is a pipe or a device, or larger than it may be: what is wrong with it is told by who
    needs what stands in it.
    """
    try:
        if not path.is_file() or path.stat().st_size > most_bytes:
            return ""
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    # ValueError: a name with a NUL in it.
    except (OSError, ValueError):
        return ""


def stamp(path: Path, seen: str, data: bytes) -> Stamp | None:
    """The stamp of a file that was written just now; None when it is gone already, or another stands in its place."""
    try:
        # Looked at before it is read: what comes between has another time.
        about = path.stat()
        if path.read_bytes() != data:
            return None
    except OSError:
        return None
    return seen, about.st_size, about.st_mtime_ns, hashlib.sha256(data).hexdigest()


def again(path: Path, kept: Stamp) -> Stamp | None:
    """The stamp of a file that is what it was: by its size and the time of its last change, else by its content.

    Returns:
        None when it is gone or another.
    """
    try:
        about = path.stat()
    except (OSError, ValueError):
        return None
    seen, size, changed_ns, digest = kept
    if about.st_size != size or (about.st_mtime_ns != changed_ns and digest_of(path) != digest):
        return None
    return seen, size, about.st_mtime_ns, digest


def _stamps(kept: Iterable[Any]) -> tuple[Stamp, ...]:
    return tuple((str(seen), int(size), int(changed_ns), str(digest)) for seen, size, changed_ns, digest in kept)
