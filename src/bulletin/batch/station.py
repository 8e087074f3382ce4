"""What runs in a process of a Dask worker: it takes parcels, and hands their jobs to worker processes of its own.

Those keep the limits of time and memory, and may be killed; the Dask worker itself stays able to answer.
"""

from __future__ import annotations

import asyncio
import atexit
import pickle
import tempfile
import threading
import traceback
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
from bulletin.batch.worker import FAR
from bulletin.config import Settings

_ASKED_S = 120.0
"""So long a process may take to tell what machine it is on: it loads the engine, perhaps from a cold disk."""

_pools: dict[str, Pool] = {}
"""By the address of their Dask worker."""
_lock = threading.Lock()


Answer = Worked | Machine | Exception
"""What was made; or the machine that this is, when it is not like the sender's; or why nothing came of it."""


async def described(dask_worker: Any) -> Machine:
    """The machine of a Dask worker, as its worker processes see it; for `Client.run`."""
    found: Machine = await asyncio.wrap_future(_pool(dask_worker).submit(machine))
    return found


def served(parcel: Parcel, blobs: Mapping[str, bytes], sender: Machine) -> tuple[str, Path, Answer]:
    """Do the jobs of a parcel; nothing is raised, for Dask waits for ever for an error that it cannot take apart.

    Args:
        parcel: What is to be done.
        blobs: What its files hold, by SHA-256.
        sender: The machine that this one must be like.

    Returns:
        The address of this Dask worker, the folder where the parcel was laid out, and the answer.
    """
    from distributed import get_worker

    station = get_worker()
    folder = Path()
    answer: Answer
    try:
        # Where Dask tidies up after workers that were killed.
        with tempfile.TemporaryDirectory(prefix="bulletin-", dir=station.local_directory) as name:
            folder = Path(name).resolve()
            jobs = parcel.lay_out(folder, blobs)
            answer = _pool(station).submit(_done, jobs, parcel.settings, parcel.language, sender).result()
    except Exception as error:
        answer = _sendable(error)
    return station.address, folder, answer


def _sendable(error: Exception) -> Exception:
    """An error with the lines where it arose, or another in its place that can be sent."""
    setattr(error, FAR, getattr(error, FAR, None) or traceback.format_tb(error.__traceback__))
    error.with_traceback(None)
    try:
        pickle.loads(pickle.dumps(error))
    # Any class of error may come from pickling.
    except Exception:
        plain = RuntimeError(type(error).__name__)
        setattr(plain, FAR, getattr(error, FAR))
        return plain
    return error


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
