"""Places on pages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """One fragment of an element that carries `data-flow` or `id`; an element broken over two pages has two."""

    id: str
    """Its `data-flow`, else its `id`."""
    page: int
    """Counted from 1."""
    top_mm: float
    bottom_mm: float
    """Outer edges of the border: these two from the top of the sheet, the others from its left side."""
    left_mm: float
    right_mm: float
    above_mm: float = 0.0
    """Space that its style asks for above it, in the middle of a page."""
    below_mm: float = 0.0
    """The same below it."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one element on one page; of those in one another, the innermost that has a name."""

    id: str
    page: int
    """Counted from 1."""
    text: str
    """Lines end in a space, blocks in a line end."""
