"""A stranger's PDF looked at by a process apart: what hangs or breaks the library that reads it ends that one alone.

The library is asked for a whole page at once, and while it reads one nothing can stop it: forms that call each other
keep it busy for years.
"""

from __future__ import annotations

import contextlib
import multiprocessing
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from bulletin import messages
from bulletin.errors import RenderError

MOST_SECONDS = 150.0
"""For one file; more than `read.MOST_SECONDS`, after which no further page is begun."""
MOST_MIB = 4096
"""On top of what the process has at its start, where the system limits it."""


def apart(path: Path, rules: str, *, seconds: float = MOST_SECONDS) -> Any:
    """Measure a PDF file as `inspected` does.

    Args:
        path: The file.
        rules: Whose.
        seconds: After so long the process is ended.

    Raises:
        RenderError: If it cannot be opened, or there was no answer.
    """
    from bulletin.loupe.read import refused

    # Forked off it would share what this process holds, such as a lock on the library.
    context = multiprocessing.get_context("spawn")
    take, give = context.Pipe(duplex=False)
    process = context.Process(
        target=_work, args=(give, path, rules, messages.language(), seconds), daemon=True
    )  # fmt: skip
    process.start()
    give.close()
    try:
        # With a moment for its start.
        if not take.poll(seconds + 5):
            raise refused("pdf-endless", path)
        answer = take.recv()
    except EOFError as error:
        process.join()
        # The alarm, of which it died.
        raise refused("pdf-endless" if process.exitcode == -_alarm() else "pdf-breaks", path) from error
    finally:
        take.close()
        process.kill()
        process.join()
    if isinstance(answer, BaseException):
        raise answer
    return answer


def _work(give: Connection, path: Path, rules: str, language: str, seconds: float) -> None:
    """Measure, and answer with the findings or with the error."""
    from bulletin.loupe import looked_at
    from bulletin.loupe.read import refused

    _limit(seconds)
    messages.speak(language)
    answer: Any
    try:
        answer = looked_at(path, rules)
    except MemoryError:
        answer = refused("pdf-breaks", path)
    except (RenderError, Exception) as error:
        answer = error
    # Nobody waits any more when the parent has gone.
    with contextlib.suppress(OSError):
        give.send(answer)


def _limit(seconds: float) -> None:
    """Let the system end this process in time even while the library works, and whether or not the parent lives."""
    import signal

    # The parent tells of it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if _alarm():
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds)
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        used = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (used + MOST_MIB * 2**20,) * 2)


def _alarm() -> int:
    """Number of the signal; 0 where the system has none."""
    import signal

    return int(getattr(signal, "SIGALRM", 0))
