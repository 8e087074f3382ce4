"""All that a bulletin prints, as plain data for a template of another program: words, sizes, pictures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from bulletin.compose import Composed
from bulletin.compose.figures import Figure
from bulletin.compose.grids import Grid
from bulletin.compose.head import Head, head
from bulletin.compose.nodes import Entry, Node
from bulletin.compose.panel import person_spans
from bulletin.compose.scale import scale
from bulletin.edition import Edition
from bulletin.model.running import Span
from bulletin.pipeline.begun import Begun
from bulletin.vietnamese.spaces import set_line

Data = dict[str, Any]


def printed(begun: Begun, composed: Composed) -> Data:
    """What stands on the pages of a record, and in which sizes.

    Args:
        begun: The record, with what its bulletin is made by.
        composed: As it was made up.
    """
    edition = begun.edition.scaled(composed.plan.body)
    around = head(
        begun.record, edition, masthead=begun.setting.masthead, byline=begun.setting.byline,
        printed_on=begun.setting.printed_on,
    )  # fmt: skip
    return {
        "title": begun.record.title,
        "author": around.organisation,
        "sizes": _sizes(edition, around, composed),
        "head": _head(around),
        "nodes": [_node(node) for node in composed.nodes],
    }


def _sizes(edition: Edition, around: Head, composed: Composed) -> Data:
    sizes, plan = scale(edition), composed.plan
    return {
        "body": edition.body_pt, "leading": edition.leading * plan.leading, "air": plan.air,
        "margins": edition.margins_mm, "first": around.first_top_mm,
        "title": around.headline.size_pt, "title_leading": around.headline.leading,
        "title_width": around.headline.width_mm, "subtitle": around.subtitle.size_pt,
        "subtitle_width": around.subtitle.width_mm, "heading": sizes.heading, "part": sizes.part,
        "panel": sizes.panel, "small": sizes.small, "folio": sizes.folio, "smallest": edition.smallest_pt,
    }  # fmt: skip


def _head(around: Head) -> Data:
    return {
        "masthead": around.masthead,
        "dateline": _set(around.dateline),
        "parent": _set(around.parent),
        "organisation": _set(around.organisation),
        "kicker": _set(around.kicker),
        "headline": _set(around.headline.text),
        "subtitle": _set(around.subtitle.text),
        "running": list(around.running),
        "scope_note": around.scope_note,
        "stamp": list(around.stamp or ()),
        "no_press": around.no_press,
        "byline": [_set(part) for part in around.byline],
        "end": [[row.label, _set(row.text), list(row.address)] for row in around.end],
    }


def _node(node: Node) -> Data:
    found: Data = {"kind": node.kind}
    match node.kind:
        case "heading":
            found |= {"level": node.level, "spans": _spans(node.spans)}
        case "paragraph" | "quote":
            found |= {"style": node.style, "spans": _spans(node.spans)}
        case "list" | "highlights" | "numbered":
            found |= {"entries": _entries(node.entries), "hangs": list(node.hangs)}
        case "people":
            found |= {
                "across": node.across, "numbered": node.numbered,
                "people": [_spans(person_spans(person)) for person in node.people],
            }  # fmt: skip
        case "facts":
            found["facts"] = [
                {
                    "label": fact.label,
                    "lines": [{"role": line.role, "spans": _spans(line.spans)} for line in fact.lines],
                }
                for fact in node.facts
            ]
        case "grid":
            assert node.grid is not None
            found |= _grid(node.grid)
        case "figure":
            assert node.slot is not None
            found["figures"] = [_figure(figure) for figure in node.slot.figures]
    return found


def _entries(entries: Sequence[Entry]) -> list[Data]:
    return [
        {
            "label": entry.label, "depth": entry.depth, "spans": _spans(entry.spans),
            "entries": _entries(entry.entries),
        }
        for entry in entries
    ]  # fmt: skip


def _grid(grid: Grid) -> Data:
    return {
        "caption": _set(grid.caption),
        "columns": [{"label": _set(column.label), "numeric": column.numeric} for column in grid.columns],
        "weights": list(grid.weights),
        "rows": [[_set(cell) for cell in row] for row in grid.rows],
        "dense": grid.dense,
    }


def _figure(figure: Figure) -> Data:
    rows = [
        [{"name": it.name, "width": it.width_mm, "height": it.height_mm, "alt": it.alt} for it in row]
        for row in figure.rows
    ]
    return {
        "rows": rows, "box": figure.box_mm, "narrow": figure.narrow, "caption": _set(figure.caption),
        "credit": _set(f"Ảnh: {figure.credit}") if figure.credit else "", "part": figure.part,
    }  # fmt: skip


def _spans(spans: Iterable[Span]) -> list[tuple[str, bool, bool]]:
    return [(_set(span.text), span.strong, span.slanted) for span in spans]


def _set(text: str) -> str:
    """A text with its words bound as this program binds them."""
    if not text:
        return ""
    line = "".join(run.text for run in set_line(text))
    # What is set piece by piece keeps the spaces between the pieces.
    before = " " if text[0] == " " and line[0] != " " else ""
    after = " " if len(text) > 1 and text[-1] == " " and not line.endswith((" ", "\u00a0")) else ""
    return f"{before}{line}{after}"
