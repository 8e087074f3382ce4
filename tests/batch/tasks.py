"""Tasks for worker processes: what records may do to them."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path


def double(number: int) -> int:
    return 2 * number


def chatter(text: str) -> str:
    sys.stdout.write(text)
    return text


def process(_: object = None) -> int:
    return os.getpid()


def die(*_: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def cry_and_die(*_: object) -> None:
    sys.stdout.write("to the output\n")
    sys.stdout.flush()
    os.write(2, b"GLib-ERROR: failed to allocate\n")
    die()


def die_once(mark: Path) -> str:
    if not mark.exists():
        mark.touch()
        die()
    return "done"


def linger(folder: Path) -> str:
    """Be there until two workers have died for it."""
    (folder / "there").touch()
    while len(list(folder.glob("died-*"))) < 2:
        time.sleep(0.02)
    time.sleep(1)
    (folder / "there").unlink()
    return "done"


def die_beside(folder: Path) -> str:
    """Die when another task is there, as when memory does not do for both."""
    if (folder / "there").exists():
        (folder / f"died-{os.getpid()}").touch()
        die()
    return "done"


def hang(*_: object) -> None:
    while True:
        time.sleep(60)


def fail(text: str) -> None:
    raise ValueError(text)


def give_what_cannot_travel(*_: object) -> object:
    return lambda: None


class OddError(Exception):
    """Cannot be put together again from what it is pickled as."""

    def __init__(self, one: str, two: str) -> None:
        super().__init__(one + two)


def fail_oddly(*_: object) -> None:
    raise OddError("a", "b")


def language(_: object = None) -> str:
    from bulletin import messages

    return messages.language()


def grow(mib: int) -> int:
    held.append(b"x" * (mib * 2**20))
    return os.getpid()


def sheets_read(_: object = None) -> int:
    """How many style sheets of layouts are at hand."""
    from bulletin.render import engine

    return engine._sheet.cache_info().currsize


def modules(_: object = None) -> set[str]:
    return set(sys.modules)


held: list[bytes] = []
