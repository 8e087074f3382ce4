"""Templates looked through and filled in without a process of their own."""

from __future__ import annotations

import datetime as dt
import functools
from typing import Any

from bulletin import assets
from bulletin.compose.flow import flow
from bulletin.compose.guest.faults import Fault
from bulletin.compose.guest.kitchen import Kitchen
from bulletin.compose.guest.limits import Limits
from bulletin.compose.guest.plain import plain
from bulletin.compose.head import head
from bulletin.compose.scale import scale
from bulletin.plan import Plan
from compose import records
from guests import BODY, CSS, PAGE

BASE = {"_base/blocks.html": (assets.layouts_folder() / "_base/blocks.html").read_text(encoding="utf-8")}
ADDRESSES = ("bulletin:layout/mau-xa/dau.svg",)


@functools.cache
def values() -> dict[str, Any]:
    """What a template is given."""
    record, edition = records.record("đường dẫn: javascript:alert(1)\n"), records.STANDARD
    around = head(record, edition, masthead="TIN", byline="", printed_on=dt.date(2024, 1, 5))
    nodes = flow(record, {}, edition, Plan(), facts=True)
    given = {"record": record, "edition": edition, "scale": scale(edition), "head": around, "nodes": nodes}
    return {name: plain(value) for name, value in (given | {"plan": Plan()}).items()}


def kitchen(part: str = "", *, css: str = CSS, **more: str) -> Kitchen:
    """A kitchen whose page holds this at line `guests.PART_LINE`."""
    own = {"bulletin.html": PAGE.format(part=part, body=BODY), "print.css": css}
    own |= {f"{name}.html": text for name, text in more.items()}
    return Kitchen(own, BASE, "mau-xa", ADDRESSES, Limits())


def faults(part: str = "", **more: str) -> list[Fault]:
    """What is wrong with a page that holds this."""
    found = kitchen(part, **more).filled(values())
    return found if isinstance(found, list) else []


def told(part: str = "", **more: str) -> list[str]:
    """The same as lines `file:line: message`, with the cure behind an arrow."""
    return [
        f"{fault.file}:{fault.line}: {fault.message}" + (f" → {fault.hint}" if fault.hint else "")
        for fault in faults(part, **more)
    ]


__all__ = ["faults", "kitchen", "told", "values"]
