"""The flow as the make-up sees it: its pieces in printing order, each with the name of an element of the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bulletin.compose.head import Head
from bulletin.compose.nodes import Node
from bulletin.plan import Piece, PieceKind


def pieces(nodes: Sequence[Node], head: Head, columns: int = 1) -> tuple[Piece, ...]:
    """The flow piece by piece, with what stands above and below it."""
    found = [Piece(id="head", kind="solid", ends_block=False), *pieces_of(nodes, columns)]
    end = [*(["end-by"] if head.byline[1] else []), *(f"end-{row}" for row in range(len(head.end)))]
    if end and found[-1].kind != "figure" and found[-1].wide:
        # The end matter does not stand alone overleaf.
        found[-1] = replace(found[-1], keep=True)
    rows = list(_series(end, "text"))
    # Below columns it is of a few lines, which stay together.
    together = [replace(row, keep=columns > 1 and row is not rows[-1]) for row in rows]
    return (*found, *together)


def pieces_of(nodes: Sequence[Node], columns: int = 1) -> tuple[Piece, ...]:
    """The nodes of a flow piece by piece."""
    found = [replace(piece, wide=node.wide or columns == 1) for node in nodes for piece in _pieces(node)]
    if columns > 1:
        # The last row of a table does not go overleaf alone.
        last_but_one = {f"{node.id}-{len(node.grid.rows) - 2}" for node in nodes if node.grid and not node.grid.cards}
        found = [replace(piece, keep=True) if piece.id in last_but_one else piece for piece in found]
    return tuple(found)


def _pieces(node: Node) -> Iterator[Piece]:
    if node.slot:
        yield Piece(id=node.id, kind="figure", pictures_mm=node.slot.height_mm, natural_mm=node.slot.natural_mm)
    elif node.kind == "heading":
        yield Piece(id=node.id, kind="heading", keep=True, ends_block=False)
    elif node.kind == "highlights":
        yield Piece(id=node.id, kind="solid")
    elif node.kind == "facts":
        last = len(node.facts) - 1
        for row, fact in enumerate(node.facts):
            # Beside its first line in one layout, above it in another.
            yield Piece(id=f"{node.id}-{row}", kind="heading", keep=True, ends_block=False)
            for place, line in enumerate(fact.lines):
                ends = row == last and place == len(fact.lines) - 1
                yield Piece(id=f"{node.id}-{row}-{place}", kind="solid", keep=line.keep, ends_block=ends)
    elif node.entries:
        yield from _series([entry.id for entry in node.entries], "text")
    elif node.people:
        # What stands side by side is one piece, under the name of the first.
        yield from _series([f"{node.id}-{n}" for n in range(0, len(node.people), node.across)], "text")
    elif node.grid:
        if node.grid.caption:
            yield Piece(id=f"{node.id}-title", kind="heading", keep=True, ends_block=False)
        if not node.grid.cards:
            yield Piece(id=f"{node.id}-head", kind="heading", keep=True, ends_block=False)
        yield from _series([f"{node.id}-{row}" for row in range(len(node.grid.rows))], "solid")
    else:
        yield Piece(id=node.id, kind="text", keep=node.keep, ends_block=not node.keep)


def _series(idents: Sequence[str], kind: PieceKind) -> Iterator[Piece]:
    """Pieces of one block, behind the last of which a figure may stand."""
    last = len(idents) - 1
    yield from (Piece(id=ident, kind=kind, ends_block=place == last) for place, ident in enumerate(idents))
