"""What the engine only writes to its log is a problem here, unless it is excused with a reason."""

from __future__ import annotations

import contextlib
import logging
import re
import threading
from collections.abc import Iterator

from bulletin.errors import Problem
from bulletin.messages import say

_LOGGERS = ("weasyprint", "fontTools", "PIL")

EXCUSED = (
    # Told once by `engine_notes`: the page is the same, it only takes longer.
    re.compile(r"Using fontTools instead of HarfBuzz-Subset"),
    # Told with its address by the fetcher.
    re.compile(r"Failed to load (image|stylesheet|attachment)\b.*ValueError: "),
    # The engine takes an empty description, the mark of an ornament, for a missing one; checks.py knows better.
    re.compile(r'Image ".*" has no required alt description'),
)


class _Ear(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []
        self._thread = threading.get_ident()

    def emit(self, record: logging.LogRecord) -> None:
        text = record.getMessage()
        if (
            record.thread == self._thread
            and text not in self.heard
            and not any(excuse.search(text) for excuse in EXCUSED)
        ):
            self.heard.append(text)


@contextlib.contextmanager
def listening() -> Iterator[list[Problem]]:
    """Collect what the engine complains of in this thread; the list is filled when the block ends."""
    ear = _Ear()
    problems: list[Problem] = []
    loggers = [logging.getLogger(name) for name in _LOGGERS]
    kept = [(logger.level, logger.disabled, logger.propagate) for logger in loggers]
    for logger in loggers:
        logger.addHandler(ear)
        # Whatever the program around us has set up, nothing may be lost, and nothing is said twice.
        logger.setLevel(logging.WARNING)
        logger.disabled = False
        logger.propagate = False
    try:
        yield problems
    finally:
        for logger, (level, disabled, propagate) in zip(loggers, kept, strict=True):
            logger.removeHandler(ear)
            logger.setLevel(level)
            logger.disabled = disabled
            logger.propagate = propagate
        problems += [_problem(text) for text in ear.heard]


def _problem(text: str) -> Problem:
    return Problem(
        say("the program that sets the pages complains: {complaint}", complaint=text),
        hint=say(
            "This is a fault of the layout, not of the record; please pass it on to whoever looks after the layout"
        ),
        id="engine-warning",
    )
