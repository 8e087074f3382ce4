"""What changes in folders, as the system tells it; where it tells nothing, by looking again and again."""

from __future__ import annotations

import contextlib
import os
import queue
import threading
from collections.abc import Collection
from pathlib import Path

from bulletin.disk import is_gone, is_link

_STEP_MS, _MOST_MS = 30, 400
"""Changes that follow each other in less than a step belong together, but are not waited for longer than this."""
_BEGUN_MS = 250
"""After so long without a change the first look is over for certain."""
_POLL_MS = 300
_SECOND_S = 1.1
"""Who looks again and again sees of two changes within a second of the clock only the first."""
_MOUNTS = Path("/proc/self/mounts")
_SILENT = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "vboxsf", "prl_fs", "drvfs", "afs", "ceph", "virtiofs",
     "fuse.sshfs", "fuse.rclone", "fuse.vmhgfs-fuse", "fuse.grpcfuse", "fuse.osxfs", "fuse.gvfsd-fuse"}
)  # fmt: skip
"""Kinds of disks on which other computers write, of which the system tells nothing."""
_VARIABLE = "BULLETIN_POLLING"
"""Whether folders are looked at again and again: `on` or `off`; where it is not set, only where it must be."""

_Queue = queue.SimpleQueue[tuple[threading.Event, frozenset[str] | Exception]]
"""What was found, or why nothing was, with the event that ends the looking."""


class Changes:
    """Changes in folders and below them, gathered until they are asked for."""

    def __init__(self) -> None:
        self._found: _Queue = queue.SimpleQueue()
        self._stop = threading.Event()
        self._folders: tuple[str, ...] = ()
        self._watched: dict[str, tuple[int, int]] = {}
        self._polls = False

    def watch(self, folders: Collection[str]) -> None:
        """Watch these folders, and no others; does nothing while it already does so.

        As soon as they are watched, each counts as changed itself: what happened before was not seen.

        Args:
            folders: Real paths. Those that are not there are passed by; whoever waits for them asks again.
        """
        present = {folder: found for folder in sorted(folders) if (found := _identity(folder))}
        if present == self._watched:
            return
        self._watched = present
        self._begin()

    def wait(self, seconds: float) -> frozenset[str]:
        """The paths that have changed; waits until some have, but no longer than this.

        Raises:
            Exception: Whatever keeps the library from looking at the folders at all.
        """
        found: set[str] = set()
        try:
            found |= self._taken(seconds)
            while True:
                found |= self._taken(0)
        except queue.Empty:
            return frozenset(found)

    def close(self) -> None:
        """Watch no more."""
        self._stop.set()

    def _taken(self, seconds: float) -> frozenset[str]:
        stop, taken = self._found.get(timeout=seconds) if seconds else self._found.get_nowait()
        if not isinstance(taken, Exception):
            return taken
        if stop is not self._stop:
            # Those folders are watched anew already.
            return frozenset()
        if isinstance(taken, FileNotFoundError):
            # Removed: looked for again with the next call of `watch`.
            self._watched = {}
        elif self._polls:
            raise taken
        else:
            # The system watches no more folders than its limit.
            self._polls = True
            self._begin()
        return frozenset()

    def _begin(self) -> None:
        self._stop.set()
        self._stop = threading.Event()
        if self._watched:
            arguments = (tuple(self._watched), self._stop, self._found, self._polls or _must_poll(self._watched))
            threading.Thread(target=_serve, args=arguments, daemon=True).start()


def _serve(folders: tuple[str, ...], stop: threading.Event, found: _Queue, polls: bool) -> None:
    """Bring changes from the library into the queue."""
    from watchfiles import Change, watch

    nowhere: dict[str, int] = {}

    def tell(paths: frozenset[str]) -> None:
        found.put((stop, paths))
        if polls:
            again = threading.Timer(_SECOND_S, found.put, ((stop, paths),))
            again.daemon = True
            again.start()

    try:
        has_begun = False
        for changes in watch(
            *folders, watch_filter=None, debounce=_MOST_MS, step=_STEP_MS, stop_event=stop, rust_timeout=_BEGUN_MS,
            yield_on_timeout=True, force_polling=polls, poll_delay_ms=_POLL_MS, ignore_permission_denied=True,
        ):  # fmt: skip
            if not has_begun:
                has_begun = True
                tell(frozenset(folders))
            if any((Change.deleted, folder) in changes for folder in folders):
                # Another of its name would not be watched.
                found.put((stop, FileNotFoundError()))
            paths = frozenset(path for _, path in changes)
            if polls:
                paths = _new(paths, nowhere)
            if paths:
                tell(paths)
    except Exception as error:
        found.put((stop, error))


def _new(paths: Collection[str], nowhere: dict[str, int]) -> frozenset[str]:
    """Paths without the links that lead nowhere, as before: who looks again and again finds them new each time.

    Args:
        paths: What was found.
        nowhere: When each of those that were found before was made.
    """
    before = dict(nowhere)
    for path in paths:
        nowhere.pop(path, None)
        if is_link(path) and is_gone(path):
            with contextlib.suppress(OSError):
                nowhere[path] = Path(path).lstat().st_mtime_ns
    return frozenset(path for path in paths if path not in nowhere or before.get(path) != nowhere[path])


def _identity(folder: str) -> tuple[int, int] | None:
    """What tells a folder from another one that was put in its place."""
    try:
        about = Path(folder).stat()
    except OSError:
        return None
    return about.st_dev, about.st_ino


def _must_poll(folders: Collection[str]) -> bool:
    """Whether a folder lies on a disk on which others write unseen, or so it was said."""
    if wish := os.environ.get(_VARIABLE, "").strip().lower():
        return wish not in ("off", "0", "no", "false")
    try:
        lines = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return False
    # Blanks in names are written as numbers there.
    kinds = {fields[1].replace("\\040", " "): fields[2] for line in lines if len(fields := line.split(" ")) > 2}
    for folder in folders:
        places = (str(place) for place in (Path(folder), *Path(folder).parents))
        if next((kinds[place] for place in places if place in kinds), "") in _SILENT:
            return True
    return False
