"""When Python looks for garbage that refers to itself: not in the middle of a bulletin.

A laid-out document is some hundred thousand objects that stay until it is written, and then go together. A search in
between walks over all of them for nothing; one afterwards finds them dead.
"""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator


@contextlib.contextmanager
def without_gc() -> Iterator[None]:
    """Put off the search for cycles: imports and layouts make few of them, and many objects that stay.

    As a decorator it ends when the function's own values are gone, so that they are found dead.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def sweep() -> None:
    """Look once for what has become garbage since it was put off, so that it does not pile up.

    What the engine makes of a page holds itself in rings. While Python does not look, it stays among the youngest
    things, so that only those are gone through.
    """
    gc.collect(0)
