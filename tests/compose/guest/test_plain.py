from __future__ import annotations

import datetime as dt
import pickle

import pytest

from bulletin.compose.guest.plain import Plain, names_in, plain
from bulletin.edition import Edition

from .kitchens import values


def test_a_record_becomes_facts_without_anything_to_call() -> None:
    record = values()["record"]
    assert record.title == "Chi bộ họp"
    assert record.first_day == dt.date(2023, 12, 29)
    assert record.organisation.name == "Chi bộ Tân Lập"
    assert record.approved is False
    with pytest.raises(AttributeError):
        record.model_copy  # noqa: B018
    assert "origin" not in names_in(record)


def test_nothing_in_all_values_can_be_called() -> None:
    def walk(value: object) -> None:
        assert not callable(value)
        parts: list[object] = []
        if isinstance(value, Plain):
            parts = [getattr(value, name) for name in names_in(value)]
        elif isinstance(value, dict):
            parts = list(value.values())
        elif isinstance(value, tuple):
            parts = list(value)
        else:
            assert value is None or isinstance(value, str | int | float | dt.date | dt.time)
        for part in parts:
            walk(part)

    for value in values().values():
        walk(value)


def test_facts_cannot_be_changed() -> None:
    edition = plain(Edition.named("standard"))
    with pytest.raises(AttributeError):
        edition.body_pt = 1.0
    assert edition.measure_mm == 174.0


def test_facts_go_from_one_process_to_another() -> None:
    edition = plain(Edition.named("standard"))
    assert pickle.loads(pickle.dumps(edition)) == edition
