"""Tables of words, written as words."""

from __future__ import annotations


def words(table: str) -> frozenset[str]:
    """The words of a text, each once."""
    return frozenset(table.split())
