"""Tables, lists and paragraphs that a tagged file itself tells of."""

from __future__ import annotations

import ctypes
from typing import Any, NamedTuple

_MOST = 50_000
"""Elements looked at on one page: a tree may bite its tail."""
_ROW, _CELLS, _ITEM, _PARAGRAPH = "TR", ("TH", "TD"), "LI", "P"


class Tables(NamedTuple):
    """The tables of a page, and its lists."""

    columns: tuple[int, ...]
    """Of each table, the number of cells in its longest row."""
    marks: dict[int, int]
    """By the number of marked content: in which of them it stands."""
    items: frozenset[int]
    """Numbers of the marked content that stands in items of lists."""
    paragraphs: dict[int, int]
    """By the number of marked content: in which paragraph of the page it stands."""


NO_TABLES = Tables((), {}, frozenset(), {})


def tables_of(pdfium: Any, page: Any) -> Tables | None:
    """The tables of a page; None if its file has no structure."""
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    if not tree:
        return None
    try:
        count = pdfium.FPDF_StructTree_CountChildren(tree)
        if count < 1:
            return None
        waiting = [
            (pdfium.FPDF_StructTree_GetChildAtIndex(tree, index), -1, False, -1) for index in range(min(count, _MOST))
        ]
        columns: list[int] = []
        marks: dict[int, int] = {}
        items: set[int] = set()
        paragraphs: dict[int, int] = {}
        seen = 0
        while waiting and seen < _MOST:
            element, table, is_item, paragraph = waiting.pop()
            seen += 1
            if not element:
                continue
            kind = _type(pdfium, element)
            if kind == "Table":
                table = len(columns)
                columns.append(0)
            is_item = is_item or kind == _ITEM
            paragraph = seen if kind == _PARAGRAPH else paragraph
            children = [
                pdfium.FPDF_StructElement_GetChildAtIndex(element, index)
                for index in range(min(pdfium.FPDF_StructElement_CountChildren(element), _MOST))
            ]
            own = {
                pdfium.FPDF_StructElement_GetMarkedContentIdAtIndex(element, index)
                for index in range(min(pdfium.FPDF_StructElement_GetMarkedContentIdCount(element), _MOST))
            } - {-1}
            if table >= 0:
                if kind == _ROW:
                    cells = sum(bool(child) and _type(pdfium, child) in _CELLS for child in children)
                    columns[table] = max(columns[table], cells)
                marks |= dict.fromkeys(own, table)
            if is_item:
                items |= own
            if paragraph >= 0:
                paragraphs |= dict.fromkeys(own, paragraph)
            waiting.extend((child, table, is_item, paragraph) for child in children)
        return Tables(tuple(columns), marks, frozenset(items), paragraphs)
    finally:
        pdfium.FPDF_StructTree_Close(tree)


def _type(pdfium: Any, element: Any) -> str:
    buffer = (ctypes.c_ushort * 64)()
    size = pdfium.FPDF_StructElement_GetType(element, buffer, ctypes.sizeof(buffer))
    return bytes(buffer)[: max(0, min(size, ctypes.sizeof(buffer)) - 2)].decode("utf-16-le", "replace")
