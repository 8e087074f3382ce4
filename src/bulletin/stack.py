"""Room for the frames of deep calls, taken once instead of thousands of times."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from typing import ParamSpec, TypeVar

_P = ParamSpec("_P")
_R = TypeVar("_R")

_SLOTS = 33_000
"""Of a frame that takes a little more than 256 KB, so that the piece it lies in has 512."""


def roomy(function: Callable[_P, _R]) -> Callable[_P, _R]:
    """Give all frames above a function one piece of memory.

    CPython lays the frames of Python functions into pieces of 16 KB. Where a busy loop happens to call across the end
    of one, each call asks the system for another and gives it back at once: some thousand times for a bulletin, a tenth
    of its time. A frame that claims much room for its values gets a larger piece, whose rest is for those above it.
    Nothing is written to what is claimed, so it takes no memory.

    Where no such frame can be had, the function is given back as it is: all that is lost is time.
    """
    if sys.implementation.name != "cpython":
        return function

    def inner(*args: _P.args, **kwargs: _P.kwargs) -> _R:
        return function(*args, **kwargs)

    try:
        inner.__code__ = inner.__code__.replace(co_stacksize=_SLOTS)
    except (AttributeError, TypeError, ValueError, OverflowError):
        # A later version may know of no such size, or limit it.
        return function
    return functools.update_wrapper(inner, function)
