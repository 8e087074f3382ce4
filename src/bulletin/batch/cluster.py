"""Other machines behind `concurrent.futures`: a Dask scheduler and its workers, which need no folder in common with us.

What it takes for that is in `docs/cluster.md`.
"""

from __future__ import annotations

import contextlib
import logging
import re
import threading
import time
import uuid
import warnings
from collections.abc import Callable
from concurrent.futures import CancelledError, Executor, Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

from bulletin.batch.machine import Machine, machine
from bulletin.batch.many import patience
from bulletin.batch.parcel import Packed, packed
from bulletin.batch.pool import WorkerLostError
from bulletin.batch.shelf import Shelf
from bulletin.batch.station import Answer, described, served
from bulletin.batch.work import Worked, worked
from bulletin.errors import Problem, RenderError
from bulletin.messages import say

WAIT_S = 20.0
"""So long a scheduler, its answer or a first worker is waited for."""
_POLL_S = 0.5
"""So often someone who waits looks whether there is still anything to wait for."""
_SILENCE_S = 600.0
"""When all that is on its way is late, and nothing comes back for so long either, nothing will."""
_ATTEMPTS = 5
"""A parcel whose worker was lost is sent once more, so often in all: few workers are lost for the sake of a record."""
_ADDRESS = re.compile(r"(?:(?:tcp|tls|ucx|wss?)://)?(?:[^\s/:@\[\]]+|\[[0-9A-Fa-f:.]+(?:%\w+)?\]):(\d{1,5})/?")
"""Of a scheduler: how it is spoken with, a host and a port."""
_LAST_PORT = 65535
_INSTALL = 'pip install "bulletin[cluster]"'


class Cluster(Executor):
    """The workers of a Dask scheduler; they do the jobs of records, and nothing else."""

    def __init__(self, address: str, *, wait_s: float | None = None) -> None:
        """Go there, and see that the machines are like this one.

        Args:
            address: Of the scheduler, such as `tcp://10.0.0.5:8786`.
            wait_s: How long it is waited for, and for a first worker.

        Raises:
            RenderError: If this is no address, Dask is not installed, there is nobody, or a worker differs from this
                machine.
        """
        wait_s = WAIT_S if wait_s is None else wait_s
        self._address = address
        self._wait_s = wait_s
        self._client = _client(address, wait_s)
        self._lock = threading.Lock()
        self._alone = threading.Lock()
        self._closing = threading.Event()
        self._lost: RenderError | None = None
        self._seen = self._back = time.monotonic()
        self._here: frozenset[str] = frozenset()
        self._empty_since: float | None = None
        self._refused: dict[str, Problem] = {}
        try:
            self.workers = self._hired()
            """Records that are worked on at once."""
        except BaseException:
            self._close()
            raise
        self._shelf = Shelf(self._client)
        # Twice as many are on their way (`build_many`), each with a thread that waits for it.
        self._threads = ThreadPoolExecutor(2 * self.workers, thread_name_prefix="cluster")

    @property
    def left_out(self) -> tuple[Problem, ...]:
        """Workers that came later and differ from this machine, so that they were given nothing more to do."""
        return tuple(self._refused.values())

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Send the jobs of a record.

        A record with faults is judged here and now: what is told of it depends on the files around it.

        Args:
            fn: `bulletin.batch.work.worked`.
            args: Its jobs.
            kwargs: None.

        Returns:
            A future that fails with WorkerLostError when the record costs every worker that takes it, with RenderError
            when the cluster is gone.
        """
        assert fn is worked, "a cluster does the jobs of records alone"
        (jobs,) = args
        future: Future[Any] = Future()
        if self._lost:
            future.set_exception(self._lost)
        elif parcel := packed(jobs):
            return self._threads.submit(self._sent, parcel)
        else:
            future.set_result(worked(jobs))
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Leave the cluster, which goes on without us.

        Args:
            wait: Until all that was given is done.
            cancel_futures: Wait for nothing.
        """
        if cancel_futures or not wait:
            self._closing.set()
        self._threads.shutdown(wait=wait, cancel_futures=cancel_futures)
        self._close()

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Wait for what was given, or leave at once if something went wrong, such as Ctrl-C."""
        self.shutdown(cancel_futures=kind is not None)

    def _hired(self) -> int:
        """See that there are workers, all of them like this machine; gives how many records they take at once."""
        try:
            self._client.wait_for_workers(1, timeout=self._wait_s)
            found = self._client.run(described, on_error="return")
            threads: dict[str, int] = self._client.nthreads()
        except Exception as error:
            message = say("no worker has come to the cluster at {address}", address=self._address)
            hint = say("start workers on the other machines: {command}", command=f"dask worker {self._address}")
            raise RenderError([Problem(message, hint=hint, id="cluster-empty")]) from error
        # Of one that is lost in the middle nothing is known yet; one that cannot tell has another program, or none.
        here = {where: other for where, other in found.items() if not isinstance(other, OSError)}
        problems = [problem for where, other in here.items() if (problem := _strange(where, other))]
        if problems:
            raise RenderError(problems)
        return max(1, sum(threads.values()))

    def _sent(self, packed: Packed) -> Worked:
        """Have a parcel done, on another worker when one is lost."""
        from distributed.scheduler import KilledWorker

        lost: list[Exception] = []
        while len(lost) < _ATTEMPTS:
            self._look()
            admitted = self._admitted()
            if not admitted and self._refused:
                # Perhaps one comes that is like this machine.
                if self._closing.wait(_POLL_S):
                    raise CancelledError
                continue
            # What was lost twice may be at fault itself: such parcels go one at a time, so that no other is lost with
            # them more often than that.
            try:
                with self._alone if len(lost) > 1 else contextlib.nullcontext():
                    folder, answer = self._answer(packed, admitted)
            except KilledWorker as killed:
                # Dask itself has tried it on several by now.
                raise WorkerLostError from killed
            except RenderError:
                raise
            # Its worker is gone, or one that had its files; Dask raises nearly any class then.
            except Exception as gone:
                if self._closing.is_set():
                    raise CancelledError from gone
                lost.append(WorkerLostError() if isinstance(gone, CancelledError | OSError) else gone)
                continue
            if isinstance(answer, Worked):
                return packed.parcel.returned(answer, folder)
            if isinstance(answer, OSError):
                # No room there, perhaps.
                lost.append(answer)
            elif isinstance(answer, Exception):
                raise answer
        raise lost[-1]

    def _answer(self, packed: Packed, admitted: list[str]) -> tuple[Path, Answer]:
        """Send a parcel, and wait for what comes of it; a worker that differs gets no other."""
        parcel = packed.parcel
        if self._closing.is_set():
            raise CancelledError
        with self._shelf.lent(packed.blobs) as blobs:
            task = self._client.submit(
                served, parcel, blobs, machine(), key=f"bulletin-{uuid.uuid4().hex}", pure=False,
                workers=admitted or None,
            )  # fmt: skip
            try:
                self._await(task, patience(parcel.jobs, parcel.settings), admitted)
                where, folder, answer = task.result(timeout=self._wait_s * 10)
            finally:
                task.release()
        self._back = time.monotonic()
        if isinstance(answer, Machine) and (problem := _strange(where, answer)):
            with self._lock:
                self._refused[where] = problem
        return folder, answer

    def _await(self, task: Any, seconds: float, admitted: list[str]) -> None:
        """Wait until something has become of a task."""
        from distributed import wait

        start = time.monotonic()
        while True:
            with contextlib.suppress(TimeoutError), self._client.as_current():
                wait([task], timeout=_POLL_S)
                return
            if self._closing.is_set():
                raise CancelledError
            self._look()
            if admitted and not self._here.intersection(admitted):
                # Those that are started anew have other addresses.
                raise CancelledError
            if time.monotonic() - max(start, self._back) > seconds + _SILENCE_S:
                raise self._told(say("nothing comes back from the cluster at {address}", address=self._address))

    def _look(self) -> None:
        """See whether the scheduler and a worker are there, once in a while, whoever asks.

        Raises:
            RenderError: If they are not, for so long as they are waited for.
        """
        with self._lock:
            if self._lost:
                raise self._lost
            now = time.monotonic()
            if now - self._seen < _POLL_S:
                return
            threads = self._present()
            self._seen = time.monotonic()
            if threads is None:
                raise self._told(say("the connection to the cluster at {address} is lost", address=self._address))
            self._here = frozenset(threads).difference(self._refused)
            if self._here:
                self._empty_since = None
            elif self._empty_since is None:
                self._empty_since = now
            elif now - self._empty_since > self._wait_s:
                raise self._told(say("all workers of the cluster at {address} are gone", address=self._address))

    def _present(self) -> dict[str, int] | None:
        """The workers with their threads, as the scheduler tells; None when it cannot be reached."""
        end = time.monotonic() + self._wait_s
        while self._client.status in ("running", "connecting") and time.monotonic() < end:
            if self._client.status == "running":
                with contextlib.suppress(OSError, CancelledError, RuntimeError):
                    found: dict[str, int] = self._client.sync(
                        self._client.scheduler.ncores, workers=None, callback_timeout=end - time.monotonic()
                    )
                    return found
            # Dask goes there anew by itself.
            if self._closing.wait(_POLL_S / 5):
                raise CancelledError
        return None

    def _told(self, message: str) -> RenderError:
        """The one error of all that cannot be done any more."""
        hint = say("what was made is kept; start the cluster anew, and build once more")
        self._lost = RenderError([Problem(message, hint=hint, id="cluster-lost")])
        return self._lost

    def _admitted(self) -> list[str]:
        """The workers that a task may go to once some were refused."""
        return sorted(set(self._present() or {}) - set(self._refused)) if self._refused else []

    def _close(self) -> None:
        _end(self._client)


def _client(address: str, wait_s: float) -> Any:
    found = _ADDRESS.fullmatch(address)
    if not found or not 0 < int(found[1]) <= _LAST_PORT:
        message = say("“{address}” is not the address of a cluster", address=address)
        hint = say("write host and port of the scheduler, for example: {example}", example="tcp://10.0.0.5:8786")
        raise RenderError([Problem(message, hint=hint, id="cluster-address")])
    try:
        from distributed import Client
        from distributed.versions import VersionMismatchWarning
    except ImportError as error:
        message = say("what is needed to work on other machines is not installed")
        hint = say("type: {command}", command=_INSTALL)
        raise RenderError([Problem(message, hint=hint, id="cluster-not-installed")]) from error
    # Dask tells programmers what happens; a clerk is told by us.
    for name in ("distributed", "distributed.client"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    begun: list[Client] = []

    class Kept(Client):
        """Is at hand also when it does not come to be."""

        def start(self, **kwargs: Any) -> None:
            begun.append(self)
            super().start(**kwargs)  # type: ignore[no-untyped-call]

    try:
        with warnings.catch_warnings():
            # What is not alike and shows is refused.
            warnings.simplefilter("ignore", VersionMismatchWarning)
            # Bytes go from us to the workers and back, never through the scheduler.
            return Kept(  # type: ignore[no-untyped-call]
                address, timeout=wait_s, direct_to_workers=True, set_as_default=False, name="bulletin"
            )
    # Dask raises nearly any class for an address that cannot be, or TLS that is not set up.
    except Exception as error:
        for client in begun:
            _end(client)
        message = say("there is no cluster at {address}", address=address)
        hint = say("check the address; the scheduler is started by: {command}", command="dask scheduler")
        raise RenderError([Problem(message, hint=hint, id="cluster-unreachable")]) from error


def _end(client: Any) -> None:
    # There may be nobody left to take leave of.
    with contextlib.suppress(Exception):
        client.close(timeout=1)
    # Else it would try once more when the program ends, for as long as Dask waits, and print what it was thinking.
    client.status = "closed"


def _strange(where: str, other: Machine | BaseException) -> Problem | None:
    """What is told of a worker that differs from this machine; None when it does not."""
    hint = say("install the same version of the program and the same packages on all machines")
    if isinstance(other, WorkerLostError):
        message = say("the worker {where} cannot begin: its process was ended again and again", where=where)
        return Problem(message, hint=say("see whether that machine has memory enough"), id="cluster-differs")
    if not isinstance(other, Machine):
        message = say("the worker {where} has no program like this one: {cause}", where=where,
                      cause=str(other).partition("\n")[0] or type(other).__name__)  # fmt: skip
        return Problem(message, hint=hint, id="cluster-differs")
    differences = machine().differences(other)
    if not differences:
        return None
    message = say(
        "the worker {where} on {host} is not like this machine ({own}): {differences}", where=where, host=other.host,
        own=machine().host, differences="; ".join(differences),
    )  # fmt: skip
    return Problem(message, hint=hint, id="cluster-differs")
