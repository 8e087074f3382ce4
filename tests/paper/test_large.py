"""Reading copies measured as a stranger's file would be: by the rules of large print."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from bulletin import Edition, build
from bulletin.load import load
from bulletin.loupe import examined
from bulletin.validate import validate

PAPERS = Path(__file__).parent.parent / "data" / "papers"


@pytest.mark.parametrize("name", ["department", "superior", "cell"])
@pytest.mark.parametrize(("edition", "zoom"), [("large-print", 100), ("standard", 150)])
def test_a_reading_copy_has_no_finding(name: str, edition: str, zoom: int) -> None:
    record = validate(load(PAPERS / f"{name}.yaml"))
    made = build(
        record, Edition.named(edition).zoomed(zoom), layout="official", photos={}, printed_on=dt.date(2026, 6, 1)
    )
    found = examined(made.pdf)
    assert [(verdict.rule, verdict.places[:3]) for verdict in found.broken] == []
