"""What compose and the make-up tell each other: the pieces of a flow, and the plan of its figures."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

LEAST_SCALE = 0.55
"""A photo is never set smaller than this part of its natural size, unless its caption leaves it no more room."""
MOST_AIR = 1.5
"""Space between paragraphs is never stretched beyond this."""

PieceKind = Literal["text", "solid", "heading", "figure"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Something of the flow that stands on its own on a page."""

    id: str
    kind: PieceKind
    """`text` may be broken between lines, `heading` stays with what follows, `solid` and `figure` stay whole."""
    ends_block: bool = True
    """Whether a figure may be moved behind it: false for all but the last entry of a list or table."""
    keep: bool = False
    """Stays on the page of what follows."""
    wide: bool = True
    """Stands across all columns, where there are several."""
    pictures_mm: float = 0.0
    """For a figure: height of its pictures as set, without the caption."""
    natural_mm: float = 0.0
    """The same at its natural size."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What the make-up decides so that pages fill."""

    scales: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    """For a figure: its part of the natural size, from `LEAST_SCALE` to 1."""
    shifts: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """For a figure: after how many of the blocks that follow it it stands."""
    loose: tuple[str, ...] = ()
    """Pieces that may be broken after all, and parted from what follows."""
    air: float = 1.0
    """Space between paragraphs, as a multiple of the layout's own; at most `MOST_AIR`."""
    leading: float = 1.0
    """Line height, as a multiple of the edition's own."""
    body: float = 1.0
    """Size of all type, as a multiple of the edition's own."""
    photos: float = 1.0
    """Height of all figures, as a multiple of the natural one; `scales` counts for more."""
    step: int = 0
    """Of a digest: how many words it makes, a step of its ladder."""
    spread_mm: float = 0.0
    """Height left over on the page, which the layout shares out among the gaps between its parts."""
    notes: int = 0
    """Pages for notes at the end."""

    def written(self) -> bytes:
        """The plan as a line of JSON, to be remembered."""
        parts = {
            "scales": dict(self.scales), "shifts": dict(self.shifts), "loose": self.loose, "air": self.air,
            "leading": self.leading, "body": self.body, "photos": self.photos, "step": self.step,
            "spread_mm": self.spread_mm, "notes": self.notes,
        }  # fmt: skip
        return json.dumps(parts, sort_keys=True).encode()

    @staticmethod
    def read(data: bytes) -> Plan | None:
        """The plan that was remembered; None when there is none, or something else stands there."""
        if not data:
            return None
        try:
            parts = json.loads(data)
            return Plan(
                scales=MappingProxyType(parts["scales"]),
                shifts=MappingProxyType(parts["shifts"]),
                loose=tuple(parts["loose"]),
                air=parts["air"],
                leading=parts["leading"],
                body=parts["body"],
                photos=parts["photos"],
                step=parts["step"],
                spread_mm=parts["spread_mm"],
                notes=parts["notes"],
            )
        except (ValueError, TypeError, LookupError, RecursionError):
            return None
