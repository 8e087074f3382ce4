"""Reads a finished PDF back and proves that it holds what it should: all texts and photos, our fonts, nothing cut."""

from bulletin.preflight.check import preflight
from bulletin.preflight.facts import Code, Edge, Expected, Figure, Part, Placed, Report, Seen, Spot, Stand, Text

__all__ = [
    "Code",
    "Edge",
    "Expected",
    "Figure",
    "Part",
    "Placed",
    "Report",
    "Seen",
    "Spot",
    "Stand",
    "Text",
    "preflight",
]
