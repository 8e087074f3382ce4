"""What is printed where: the words of each named element, page by page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bulletin.render.library import AbsolutePlaceholder, boxes
from bulletin.render.places import Words


def words(pages: Iterable[Any]) -> tuple[Words, ...]:
    """Walk over the engine's page boxes; what stands in the margins is left out."""
    found: list[tuple[str, int, list[str]]] = []
    for number, page in enumerate(pages, start=1):
        for child in page.children:
            if not isinstance(child, boxes.MarginBox):
                _visit(child, "", number, found)
    return tuple(Words(ident, page, "".join(parts)) for ident, page, parts in found)


def _visit(box: Any, ident: str, page: int, found: list[tuple[str, int, list[str]]]) -> None:
    if isinstance(box, AbsolutePlaceholder):
        box = box._box
    if isinstance(box, boxes.TextBox):
        _add(box.text, ident, page, found)
        return
    if box.element is not None:
        ident = box.element.get("id") or ident
    for child in getattr(box, "children", ()):
        _visit(child, ident, page, found)
    if isinstance(box, boxes.LineBox):
        _add(" ", ident, page, found)
    elif isinstance(box, boxes.BlockLevelBox | boxes.TableCellBox):
        _add("\n", ident, page, found)


def _add(text: str, ident: str, page: int, found: list[tuple[str, int, list[str]]]) -> None:
    if found and found[-1][:2] == (ident, page):
        found[-1][2].append(text)
    else:
        found.append((ident, page, [text]))
