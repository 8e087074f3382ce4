from __future__ import annotations

import gc
import weakref

import pytest

from bulletin.collector import sweep, without_gc


class Knot:
    """Refers to itself, so that only the collector finds it dead."""

    def __init__(self) -> None:
        self.own = self


def test_nothing_is_looked_for_inside_and_all_is_afterwards() -> None:
    gc.collect()
    knots: list[weakref.ref[Knot]] = []

    @without_gc()
    def work() -> bool:
        # So many would set the collector going many times over.
        document = [Knot() for _ in range(10_000)]
        knots.extend(map(weakref.ref, document))
        return all(knot() is not None for knot in knots)

    assert work()
    # The next object that is made sets it going, and what the function held is dead by then.
    Knot()
    assert not [knot for knot in knots if knot() is not None]


def test_one_inside_another_ends_with_the_outer() -> None:
    with without_gc():
        with without_gc():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_an_error_ends_it() -> None:
    with pytest.raises(KeyError), without_gc():
        raise KeyError
    assert gc.isenabled()


def test_a_sweep_finds_what_was_put_off() -> None:
    with without_gc():
        dead = weakref.ref(Knot())
        assert dead() is not None
        sweep()
        assert dead() is None
