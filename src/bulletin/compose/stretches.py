"""A flow that is set in columns, parted into stretches: what stands in columns, and what stands across them.

Between two things that stand across, the columns are balanced and read to their end. So the order of reading is that of
the record, and each stretch is one block to the engine, whose `column-span` loses its place at the foot of a page.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bulletin.compose.nodes import Node
from bulletin.edition import Edition

_ANNOUNCING = {"label", "figures", "entry"}
"""Styles of lines that belong to what follows them."""
_FEW_LETTERS = 320
"""So little text between two things that stand across is not worth columns."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Nodes that stand one after the other, all in columns or all across them."""

    wide: bool
    nodes: tuple[Node, ...]


def stretches(nodes: Sequence[Node], edition: Edition) -> tuple[Stretch, ...]:
    """The stretches of a flow; with a single column all of it is one that stands across."""
    if edition.columns == 1:
        return (Stretch(True, tuple(nodes)),)
    groups = itertools.groupby(nodes, key=lambda node: node.wide)
    return tuple(Stretch(wide, tuple(group)) for wide, group in groups)


def settled(nodes: Sequence[Node], edition: Edition) -> tuple[Node, ...]:
    """Let headings and the like stand across where what they announce does, and little text between two such things.

    Nothing is kept with what follows the columns: the engine would not heed it.
    """
    if edition.columns == 1:
        return tuple(nodes)
    found: list[Node] = []
    for node in reversed(nodes):
        following = found[-1] if found else None
        announces = node.kind == "heading" or (node.keep and node.style in _ANNOUNCING)
        if following is not None and following.wide and announces:
            node = replace(node, wide=True)
        elif (following is None or following.wide) and not node.wide and node.keep:
            node = replace(node, keep=False)
        found.append(node)
    parts = stretches(found[::-1], edition)
    last = len(parts) - 1
    return tuple(
        replace(node, wide=True) if place < last and (_is_panel(part) or (place and _is_little(part))) else node
        for place, part in enumerate(parts)
        for node in part.nodes
    )


def _is_panel(stretch: Stretch) -> bool:
    """Whether a stretch is one panel, which would leave the other columns empty."""
    return len(stretch.nodes) == 1 and stretch.nodes[0].kind in ("facts", "highlights")


def _is_little(stretch: Stretch) -> bool:
    """Whether a stretch is a few lines of text and nothing else."""
    if any(node.kind not in ("heading", "paragraph") for node in stretch.nodes):
        return False
    return sum(len(span.text) for node in stretch.nodes for span in node.spans) < _FEW_LETTERS
