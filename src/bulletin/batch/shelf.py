"""Files lent to the machines of a cluster: each goes there once, straight to a worker, and stays for a while."""

from __future__ import annotations

import contextlib
import itertools
import threading
from collections.abc import Iterator, Mapping
from typing import Any

MOST_BYTES = 256 * 2**20
"""So much is kept there that nobody asks for at the moment: what the next record may have in common with others."""


class Shelf:
    """What lies in the memory of the workers, by its SHA-256."""

    def __init__(self, client: Any, *, most_bytes: int = MOST_BYTES) -> None:
        """Send nothing yet.

        Args:
            client: A `distributed.Client`.
            most_bytes: What is kept that nobody asks for; what was not used for longest goes.
        """
        self._client = client
        self._most_bytes = most_bytes
        self._lent: dict[str, _Lent] = {}
        self._lock = threading.Lock()
        self._numbers = itertools.count()
        self.sent = 0
        """Files that went there so far."""

    @contextlib.contextmanager
    def lent(self, blobs: Mapping[str, bytes]) -> Iterator[dict[str, Any]]:
        """See to it that the workers have these files, as long as they are needed.

        Args:
            blobs: What they hold, by its SHA-256.

        Yields:
            Their Dask futures.
        """
        with self._lock:
            # What lay on a worker that is gone has gone with it.
            known = {digest: self._lent[digest] for digest in blobs if digest in self._lent}
            new = {digest: data for digest, data in blobs.items() if digest not in known or known[digest].is_gone}
            # Never the name of one that is lost: the scheduler may not have forgotten it.
            names = {f"bulletin-{digest}-{self._client.id}-{next(self._numbers)}": digest for digest in new}
            if names:
                futures = self._client.scatter({name: new[digest] for name, digest in names.items()}, direct=True)
                self._lent |= {names[name]: _Lent(future, len(new[names[name]])) for name, future in futures.items()}
                self.sent += len(names)
            own = {digest: self._lent.pop(digest) for digest in blobs}
            # The last ones are those that were used last.
            self._lent |= own
            for lent in own.values():
                lent.users += 1
        try:
            yield {digest: lent.future for digest, lent in own.items()}
        finally:
            with self._lock:
                for lent in own.values():
                    lent.users -= 1
                self._tidy()

    def _tidy(self) -> None:
        idle = {digest: lent for digest, lent in self._lent.items() if not lent.users}
        total = sum(lent.size for lent in idle.values())
        for digest, lent in idle.items():
            if total <= self._most_bytes:
                break
            # Dask forgets what no future stands for.
            del self._lent[digest]
            total -= lent.size


class _Lent:
    """A file that lies there."""

    def __init__(self, future: Any, size: int) -> None:
        self.future = future
        self.size = size
        self.users = 0

    @property
    def is_gone(self) -> bool:
        return bool(self.future.status != "finished")
