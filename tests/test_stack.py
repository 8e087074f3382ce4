from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from bulletin import stack
from bulletin.stack import roomy

DEPTHS = 300
CALLS = 500


def _leaf(value: int) -> int:
    return value + 1


def _busy(depth: int) -> int:
    """Call a small function many times from a depth of the stack, and give the pages of memory asked for meanwhile."""
    import resource

    if depth:
        return _busy(depth - 1)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    for value in range(CALLS):
        _leaf(value)
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before


def _most(busy: Callable[[int], int]) -> int:
    return max(busy(depth) for depth in range(DEPTHS))


def test_a_function_stays_what_it_was() -> None:
    @roomy
    def add(first: int, *, second: int = 2) -> int:
        """Add."""
        return first + second

    assert (add(1), add(1, second=3), add.__name__, add.__doc__) == (3, 4, "add", "Add.")


def test_errors_pass() -> None:
    @roomy
    def fail() -> None:
        raise KeyError("x")

    with pytest.raises(KeyError):
        fail()


def test_another_python_than_cpython_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.implementation, "name", "pypy")
    assert roomy(_leaf) is _leaf


@pytest.mark.parametrize("slots", [-1, 2**80, "many"])
def test_a_size_that_is_refused_leaves_the_function_alone(monkeypatch: pytest.MonkeyPatch, slots: object) -> None:
    monkeypatch.setattr(stack, "_SLOTS", slots)
    assert roomy(_leaf) is _leaf


@pytest.mark.skipif(sys.platform != "linux", reason="counts what Linux counts")
def test_no_depth_of_the_stack_asks_for_memory_at_each_call() -> None:
    # Versions 3.11 to 3.13 do so at some depth.
    if sys.version_info < (3, 14):
        assert _most(_busy) >= CALLS
    assert _most(roomy(_busy)) < CALLS // 5
