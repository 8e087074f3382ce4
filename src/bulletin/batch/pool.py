"""Warm worker processes behind `concurrent.futures`: each is replaced when it dies, hangs, grows or has worked enough.

Each worker has a thread that speaks with it alone, through pipes of its own. So nothing is shared that a killed worker
could leave locked, which is what stops the pools of the standard library and their kin.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future
from typing import Any

from bulletin import messages
from bulletin.batch.worker import receive, send

MOST_TASKS = 500
"""A worker is replaced after so many."""
MOST_MIB = 1024
"""A worker that holds more memory than this after a task is replaced."""
_ATTEMPTS = 3
"""A task whose worker died is tried again, the last time alone: it may have been killed for another's sake."""

_Task = tuple["Future[Any]", Callable[..., Any], tuple[Any, ...]]


class WorkerLostError(Exception):
    """A worker died with a task in its hands."""


class WorkerHungError(WorkerLostError):
    """A worker took longer with a task than anyone waits."""


class Pool(Executor):
    """Processes that are kept warm; a process starts with the first task that finds no other idle."""

    def __init__(
        self,
        workers: int = 0,
        *,
        patience: Callable[..., float] = lambda *_: 600.0,
        most_tasks: int = MOST_TASKS,
        most_mib: int = MOST_MIB,
        layouts: Sequence[str] = (),
    ) -> None:
        """Start nothing yet.

        Args:
            workers: Processes at the most; one for each core when 0.
            patience: Gives for the arguments of a task the seconds after which its worker counts as hung.
            most_tasks: After so many a worker is replaced.
            most_mib: A worker that holds more memory than this after a task is replaced.
            layouts: What will be printed, by names or folders; workers read those of the program before the first task.
        """
        self.workers = workers or cores()
        self._patience = patience
        self._most_tasks = most_tasks
        self._most_mib = most_mib
        self._layouts = tuple(layouts)
        self._tasks: queue.SimpleQueue[_Task | None] = queue.SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._living: set[Worker] = set()
        self._lock = threading.Lock()
        self._idle = 0
        self._is_open = True
        self._turns = threading.Condition()
        self._busy = 0
        self._shy = 0
        """So many tasks are done alone, or wait for it."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Give a task to the next idle worker.

        Args:
            fn: A function of a module; so are its arguments and its result picklable.
            args: Its arguments.
            kwargs: None: tasks have arguments by place alone.

        Returns:
            A future that fails with WorkerLostError when workers died over it three times, the last time with no other
            task beside it, and with WorkerHungError when it took too long.

        Raises:
            RuntimeError: After `shutdown`.
        """
        assert not kwargs, "tasks have arguments by place alone"
        future: Future[Any] = Future()
        with self._lock:
            if not self._is_open:
                raise RuntimeError("the pool is shut down")
            self._tasks.put((future, fn, args))
            if self._idle < self._tasks.qsize() and len(self._threads) < self.workers:
                self._start()
        return future

    def prestart(self) -> None:
        """Start and warm all workers now, for who will want them soon."""
        with self._lock:
            while len(self._threads) < self.workers:
                self._start()

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Take no more tasks.

        Args:
            wait: Until all that were given are done.
            cancel_futures: Drop tasks that have not begun, and kill the workers of those that have.
        """
        with self._lock:
            self._is_open = False
            if cancel_futures:
                with contextlib.suppress(queue.Empty):
                    while task := self._tasks.get_nowait():
                        task[0].cancel()
                for worker in self._living:
                    worker.kill()
            for _ in self._threads:
                self._tasks.put(None)
        if wait:
            for thread in self._threads:
                thread.join()

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Wait for the tasks, or kill the workers if something went wrong, such as Ctrl-C."""
        self.shutdown(cancel_futures=kind is not None)

    def _start(self) -> None:
        # A daemon: a program that ends does not wait for it.
        thread = threading.Thread(target=self._serve, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _serve(self) -> None:
        """Bring task after task to a worker."""
        worker: Worker | None = None
        # When it cannot be started, that is told with the first task.
        with contextlib.suppress(OSError):
            worker = self._worker()
        while True:
            with self._lock:
                self._idle += 1
            task = self._tasks.get()
            with self._lock:
                self._idle -= 1
            if task is None:
                break
            future, fn, args = task
            if future.set_running_or_notify_cancel():
                worker = self._do(future, fn, args, worker)
        self._dismiss(worker)

    def _do(
        self, future: Future[Any], fn: Callable[..., Any], args: tuple[Any, ...], worker: Worker | None
    ) -> Worker | None:  # fmt: skip
        """Have a task done; gives the worker for the next one, if there is one."""
        for attempt in range(1, _ATTEMPTS + 1):
            try:
                with self._turn(alone=attempt == _ATTEMPTS):
                    worker = worker or self._worker()
                    result, error = worker.ask(fn, args, self._patience(*args))
            except WorkerLostError as lost:
                self._dismiss(worker)
                worker = None
                if isinstance(lost, WorkerHungError) or attempt == _ATTEMPTS or not self._is_open:
                    future.set_exception(lost)
                    break
            # What cannot be pickled, or no process can be started.
            except Exception as refused:
                future.set_exception(refused)
                break
            else:
                _settle(future, result, error)
                if worker.tasks >= self._most_tasks or worker.mib > self._most_mib:
                    self._dismiss(worker)
                    worker = None
                break
        return worker

    @contextlib.contextmanager
    def _turn(self, *, alone: bool) -> Iterator[None]:
        """The time of one task: with others, or alone among them."""
        with self._turns:
            self._shy += alone
            self._turns.wait_for(lambda: not (self._busy if alone else self._shy))
            self._busy += 1
        try:
            yield
        finally:
            with self._turns:
                self._busy -= 1
                self._shy -= alone
                self._turns.notify_all()

    def _worker(self) -> Worker:
        worker = Worker(self._layouts)
        with self._lock:
            self._living.add(worker)
            if not self._is_open:
                worker.kill()
        return worker

    def _dismiss(self, worker: Worker | None) -> None:
        if worker is None:
            return
        with self._lock:
            self._living.discard(worker)
        worker.close()


def _settle(future: Future[Any], result: Any, error: Exception | None) -> None:
    if error is not None:
        future.set_exception(error)
    else:
        future.set_result(result)


def cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Worker:
    """One process, from its start to its end."""

    def __init__(self, layouts: tuple[str, ...] = ()) -> None:
        # The same modules, wherever the program was started from.
        code = f"import sys; sys.path[:] = {sys.path!r}; from bulletin.batch.worker import main; main()"
        # Ctrl-C reaches the program alone, which tells its workers.
        apart: dict[str, Any] = {"start_new_session": True}
        if sys.platform == "win32":
            apart = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
        self._process = subprocess.Popen(
            [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            # Errors come back as answers. What libraries say when a worker dies is of no use to a clerk.
            stderr=subprocess.DEVNULL, **apart,
        )  # fmt: skip
        self.tasks = 0
        """Done so far."""
        self.mib = 0.0
        """Memory in use after the last of them."""
        with contextlib.suppress(OSError):
            self._send(pickle.dumps((messages.language(), layouts)))

    def ask(self, fn: Callable[..., Any], args: tuple[Any, ...], seconds: float) -> tuple[Any, Exception | None]:
        """Have a task done.

        Args:
            fn: A function of a module.
            args: Its arguments.
            seconds: How long its answer is waited for.

        Returns:
            Its result, or the error that it raised.

        Raises:
            WorkerHungError: If there was none in time; the process is killed then.
            WorkerLostError: If the process is gone.
        """
        assert self._process.stdout is not None
        task = pickle.dumps((fn, args), pickle.HIGHEST_PROTOCOL)
        hung = threading.Event()

        def give_up() -> None:
            hung.set()
            self.kill()

        timer = threading.Timer(seconds, give_up)
        timer.daemon = True
        timer.start()
        try:
            self._send(task)
            answer = receive(self._process.stdout)
        except (OSError, EOFError) as lost:
            raise (WorkerHungError if hung.is_set() else WorkerLostError) from lost
        finally:
            timer.cancel()
        result, error, used_bytes = pickle.loads(answer)
        self.tasks += 1
        self.mib = used_bytes / 2**20
        return result, error

    def kill(self) -> None:
        """End the process at once."""
        self._process.kill()

    def close(self) -> None:
        """Let the process end, and wait for it."""
        # What was not sent cannot be sent any more.
        with contextlib.suppress(OSError), self._process:
            assert self._process.stdin is not None
            self._process.stdin.close()

    def _send(self, data: bytes) -> None:
        assert self._process.stdin is not None
        send(self._process.stdin, data)
