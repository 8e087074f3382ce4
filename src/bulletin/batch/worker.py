"""A worker process: tasks in by its standard input, results out by its standard output, until the input ends.

It loads what it needs before its first task, and lives on from one to the next. Nothing but this program speaks to it:
whoever could write to its input has started it.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import struct
import sys
import traceback
from collections.abc import Callable
from typing import IO, Any

_LENGTH = struct.Struct("<Q")

FAR = "far_lines"
"""Attribute of an error from a worker: the lines of its traceback, which does not travel with it."""


def main() -> None:
    """Serve until there is nobody left to serve."""
    answers = _own_output()
    tasks = sys.stdin.buffer
    try:
        _begin(*pickle.loads(receive(tasks)))
        while True:
            send(answers, _answer(*pickle.loads(receive(tasks))))
    except (EOFError, BrokenPipeError, KeyboardInterrupt):
        # The program is done, or was killed.
        return


def send(stream: IO[bytes], data: bytes) -> None:
    """Write bytes with their length before them: what cannot be unpickled leaves the rest in order."""
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes:
    """Read bytes that were sent; EOFError when the other side has ended, also in the middle of them."""
    (length,) = _LENGTH.unpack(_read(stream, _LENGTH.size))
    return _read(stream, length)


def _read(stream: IO[bytes], length: int) -> bytes:
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return data


def _own_output() -> Any:
    """Keep the standard output for answers: what anything prints goes where errors go."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return answers


def _begin(language: str, layouts: tuple[str, ...]) -> None:
    from bulletin import assets, messages

    messages.speak(language)
    # What cannot be loaded is told with the first record that needs it.
    with contextlib.suppress(Exception):
        from bulletin.pipeline import warm

        # Those of a clerk's own are read by a process apart.
        own = set(assets.layout_names())
        warm([name for name in layouts if name in own])


def _answer(function: Callable[..., Any], arguments: tuple[Any, ...]) -> bytes:
    """What a task gives, or why it failed, with the memory in use afterwards in bytes; pickled."""
    from bulletin.batch.limits import used_bytes

    try:
        answer: tuple[Any, Exception | None] = (function(*arguments), None)
    except Exception as error:
        answer = (None, error)
    try:
        _keep_lines(answer)
        return pickle.dumps((*answer, used_bytes()), pickle.HIGHEST_PROTOCOL)
    # Any class of error may come from pickling.
    except Exception as error:
        setattr(error, FAR, traceback.format_tb(error.__traceback__))
        return pickle.dumps((None, RuntimeError(type(error).__name__), used_bytes()), pickle.HIGHEST_PROTOCOL)


def _keep_lines(answer: tuple[Any, Exception | None]) -> None:
    """Keep where errors arose, for the report of a fault of the program itself."""
    result, error = answer
    for found in (error, *(getattr(made, "error", None) for made in getattr(result, "made", ()))):
        if found is not None and found.__traceback__ is not None:
            setattr(found, FAR, traceback.format_tb(found.__traceback__))
