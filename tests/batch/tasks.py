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


def die_once(mark: Path) -> str:
    if not mark.exists():
        mark.touch()
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


def modules(_: object = None) -> set[str]:
    return set(sys.modules)


held: list[bytes] = []
