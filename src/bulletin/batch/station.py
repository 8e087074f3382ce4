"""What runs in a process of a Dask worker: it takes parcels, and hands their jobs to worker processes of its own.

Those keep the limits of time and memory, and may be killed; the Dask worker itself stays able to answer.
"""

from __future__ import annotations

import asyncio
import atexit
import tempfile
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bulletin import messages
from bulletin.batch.machine import Machine, machine
from bulletin.batch.many import patience
from bulletin.batch.orders import Job
from bulletin.batch.parcel import Parcel
from bulletin.batch.pool import Pool
from bulletin.batch.work import Worked, worked
from bulletin.config import Settings

_ASKED_S = 120.0
"""So long a process may take to tell what machine it is on: it loads the engine, perhaps from a cold disk."""

_pools: dict[str, Pool] = {}
"""By the address of their Dask worker."""
_lock = threading.Lock()


class OtherMachineError(Exception):
    """A machine that differs from the one whose jobs these are."""

    def __init__(self, where: str, found: Machine) -> None:
        super().__init__(where, found)
        self.where = where
        """Address of the Dask worker."""
        self.found = found


async def described(dask_worker: Any) -> Machine:
    """The machine of a Dask worker, as its worker processes see it; for `Client.run`."""
    found: Machine = await asyncio.wrap_future(_pool(dask_worker).submit(machine))
    return found


def served(parcel: Parcel, blobs: Mapping[str, bytes], sender: Machine) -> tuple[Path, Worked]:
    """Do the jobs of a parcel.

    Args:
        parcel: What is to be done.
        blobs: What its files hold, by SHA-256.
        sender: The machine that this one must be like.

    Returns:
        The folder where the parcel was laid out, and what was made.

    Raises:
        OtherMachineError: If it is not.
        WorkerLostError: If the jobs ended the process that did them, or did not come to an end.
    """
    from distributed import get_worker

    station = get_worker()
    # Where Dask tidies up after workers that were killed.
    with tempfile.TemporaryDirectory(prefix="bulletin-", dir=station.local_directory) as name:
        folder = Path(name).resolve()
        jobs = parcel.lay_out(folder, blobs)
        answer = _pool(station).submit(_done, jobs, parcel.settings, parcel.language, sender).result()
    if isinstance(answer, Machine):
        raise OtherMachineError(station.address, answer)
    return folder, answer


def _done(jobs: Sequence[Job], settings: Settings, language: str, sender: Machine) -> Worked | Machine:
    """Do jobs in a worker process; gives the machine that it is on when that is another."""
    messages.speak(language)
    own = machine()
    return worked(jobs, settings) if own.parts == sender.parts else own


def _patience(jobs: Sequence[Job] = (), settings: Settings | None = None, *_: object) -> float:
    return patience(jobs, settings) if jobs else _ASKED_S


def _pool(station: Any) -> Pool:
    """The worker processes of a Dask worker, as many as it has threads."""
    with _lock:
        if station.address not in _pools:
            pool = Pool(station.state.nthreads, patience=_patience)
            _pools[station.address] = pool
            atexit.register(pool.shutdown, wait=False, cancel_futures=True)
        return _pools[station.address]
