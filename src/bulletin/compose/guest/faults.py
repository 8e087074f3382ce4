"""What is wrong with a file of a clerk's own layout; plain, so that it can go from one process to another."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing that is wrong."""

    file: str
    """Name in the layout's folder."""
    line: int
    """Counted from 1; 0 when it is not known."""
    message: str
    hint: str = ""
    id: str = ""
