"""The process in which a clerk's own layout is filled in: no file, no network, little time, little memory.

It is started by `host`, gets templates and values as bytes on standard input, and gives HTML or faults as JSON on
standard output. Once it has begun to work it can open nothing any more: every handle it may have is in use.
"""

from __future__ import annotations

import json
import pickle
import struct
import sys
from collections.abc import Mapping
from typing import IO, TYPE_CHECKING, Any

from bulletin import messages
from bulletin.compose.guest.faults import Fault
from bulletin.compose.guest.limits import Limits, TooLongError, alarmed, walled

if TYPE_CHECKING:
    from bulletin.compose.guest.kitchen import Kitchen

HEAD = struct.Struct(">Q")
"""Before each message its length in bytes."""


def main() -> None:
    """Serve until standard input ends."""
    take, give = sys.stdin.buffer, sys.stdout.buffer
    start: Mapping[str, Any] = pickle.loads(read(take))
    limits = Limits(*start["limits"])
    kitchen = _warm(start)
    walled(limits)
    while data := read(take):
        request = pickle.loads(data)
        messages.speak(request["language"])
        answer = _answered(request["values"], kitchen, limits)
        written = json.dumps(answer).encode()
        give.write(HEAD.pack(len(written)) + written)
        give.flush()


def read(stream: IO[bytes]) -> bytes:
    """A message; empty at the end of the stream."""
    head = stream.read(HEAD.size)
    return stream.read(HEAD.unpack(head)[0]) if len(head) == HEAD.size else b""


def _answered(values: Mapping[str, Any], kitchen: Kitchen, limits: Limits) -> dict[str, Any]:
    done: str | list[Fault]
    try:
        with alarmed(limits):
            done = kitchen.filled(values)
    except (Exception, TooLongError) as error:
        done = [kitchen.told(error, limits)]
    if isinstance(done, str):
        return {"html": done}
    return {"faults": [(one.file, one.line, one.message, one.hint, one.id) for one in done]}


def _warm(start: Mapping[str, Any]) -> Kitchen:
    """Load all that will be needed, for no file can be opened later on."""
    from bulletin.compose.guest.kitchen import MAIN, Kitchen

    trials = (
        "{% set a = b.c %}{{ a|nothing }}{% include 'x' %}<p style=\"{{ a }}\">{{ x is y }}",
        "{{ x }}{{ 1|round(2) }}{% for a in y %}{{ loop.index }}{% endfor %}{{ z.nothing }}{{ 1.5|number }}{{ y|sum }}",
        "{% for a in y %}",
    )
    for language in messages.LANGUAGES:
        messages.speak(language)
        for template in trials:
            trial = Kitchen({MAIN: template, "print.css": "p { display: flex }"}, {}, "trial", (), Limits())
            _answered({"x": "1.234 đồng", "y": (1,), "z": 1}, trial, Limits())
    return Kitchen(start["own"], start["base"], start["name"], start["addresses"], Limits(*start["limits"]))
