"""What the make-up changed, in the clerk's words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from bulletin.messages import decimal, say, say_n

if TYPE_CHECKING:
    from bulletin.compose import Composed, Slot
    from bulletin.edition import Edition

_LEAST = 0.005
"""A smaller change is none."""


def changes(composed: Composed, edition: Edition) -> tuple[str, ...]:
    """What differs from the layout's own sizes and from the order of the record, one sentence each.

    Args:
        composed: What was set, with the plan by which it was.
        edition: As the layout sets it.
    """
    return tuple(_changes(composed, edition))


def _changes(composed: Composed, edition: Edition) -> Iterator[str]:
    plan = composed.plan
    if _differs(plan.body):
        yield say(
            "type: {share} per cent of its size, {size} pt",
            share=_share(plan.body),
            size=_number(edition.scaled(plan.body).body_pt),
        )
    if _differs(plan.leading):
        yield say("space between lines: {share} per cent", share=_share(plan.leading))
    if _differs(plan.air):
        yield say("space between paragraphs: {share} per cent", share=_share(plan.air))
    for node in composed.nodes:
        if node.slot is None:
            continue
        photo = _named(node.slot)
        if _differs(node.slot.scale):
            yield say("{photo}: {share} per cent of its natural height", photo=photo, share=_share(node.slot.scale))
        if steps := plan.shifts.get(node.id, 0):
            yield say_n(
                "{photo} stands after the next paragraph", "{photo} stands {n} paragraphs further down", n=steps,
                photo=photo,
            )  # fmt: skip
    if plan.loose:
        yield say_n(
            "at {n} place, what belongs together is parted so that pages fill",
            "at {n} places, what belongs together is parted so that pages fill",
            n=len(plan.loose),
        )
    if plan.notes:
        yield say_n("{n} page for notes at the end", "{n} pages for notes at the end", n=plan.notes)


def _named(slot: Slot) -> str:
    """The photos of a place by their numbers in the bulletin, with the file of the first."""
    pictures = [picture for figure in slot.figures for picture in figure.pictures]
    file = PurePosixPath(pictures[0].file).name
    if len(pictures) == 1:
        return say("photo {number} ({file})", number=pictures[0].name, file=file)
    return say(
        "photos {first} to {last} ({file} and others)", first=pictures[0].name, last=pictures[-1].name, file=file
    )  # fmt: skip


def _share(factor: float) -> str:
    """A factor in per cent."""
    return _number(100 * factor)


def _number(value: float) -> str:
    """A number with at most one decimal."""
    return decimal(value, 0 if f"{value:.1f}".endswith(".0") else 1)


def _differs(factor: float) -> bool:
    return abs(factor - 1.0) >= _LEAST
