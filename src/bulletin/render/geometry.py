"""Where things came to stand on the laid-out pages, and what stands there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from bulletin.render.library import AbsolutePlaceholder, boxes
from bulletin.render.places import Box

_MM: Final = 25.4 / 96
"""Millimetres of one CSS pixel."""


@dataclass(slots=True)
class Survey:
    """What one walk over all pages finds."""

    boxes: list[Box] = field(default_factory=list)
    fills_mm: list[float] = field(default_factory=list)
    depths_mm: list[float] = field(default_factory=list)
    lines: list[set[int]] = field(default_factory=list)
    """For each page, the heights at which lines of text begin; cells of one row share theirs."""
    texts: list[Any] = field(default_factory=list)
    """The engine's boxes of all pieces of text, those in the margins included."""
    pictures: list[Any] = field(default_factory=list)
    """The engine's boxes of all `<img>`."""


def survey(pages: Iterable[Any]) -> Survey:
    """Walk over the engine's page boxes once."""
    found = Survey()
    for number, page in enumerate(pages, start=1):
        found.lines.append(set())
        # Of the margins only text and pictures are of interest: they are outside the flow.
        margins = Survey(lines=[set()], texts=found.texts, pictures=found.pictures)
        bottom = 0.0
        for child in page.children:
            if isinstance(child, boxes.MarginBox):
                _visit(child, None, number, margins)
            else:
                bottom = max(bottom, _visit(child, None, number, found))
        found.fills_mm.append(max(0.0, bottom - page.content_box_y()) * _MM)
        found.depths_mm.append(page.height * _MM)
    return found


def _visit(box: Any, owner: Any, page: int, found: Survey) -> float:
    """Note a box and all below it; give the lowest edge of what stands in the flow, in pixels from the sheet's top."""
    if isinstance(box, AbsolutePlaceholder):
        box = box._box
    if isinstance(box, boxes.TextBox):
        found.texts.append(box)
        return float(box.position_y + box.height)
    place = len(found.boxes)
    inner = [_visit(child, box.element, page, found) for child in box.children]
    if isinstance(box, boxes.LineBox):
        found.lines[-1].add(round(box.position_y))
        floats = (reach for child, reach in zip(box.children, inner, strict=True) if child.is_floated())
        return max((float(box.position_y + box.height), *floats))
    bottom = float(box.border_box_y() + box.border_height())
    if "bottom" in box.remove_decoration_sides or (inner and not box.padding_bottom and not box.border_bottom_width):
        # What goes on overleaf is stretched down to the foot of the page, and the engine does not always say that it
        # does; of boxes without a rim only the content counts.
        bottom = max(inner, default=float(box.border_box_y()))
    # Anonymous boxes and what `::before` makes belong to the same element as the box around them.
    if box.element is not None and box.element is not owner:
        if box.element_tag == "img":
            found.pictures.append(box)
        if name := box.element.get("data-flow") or box.element.get("id"):
            # Before what stands inside it, which was noted first.
            found.boxes.insert(place, _place(box, name, page, bottom))
    if not (box.is_in_normal_flow() or box.is_floated()):
        return 0.0
    return max((bottom, *inner))


def _place(box: Any, name: str, page: int, bottom: float) -> Box:
    left = box.border_box_x()
    above, below = (getattr(box.style[name], "value", 0.0) * _MM for name in ("margin_top", "margin_bottom"))
    return Box(
        id=name,
        page=page,
        top_mm=box.border_box_y() * _MM,
        bottom_mm=bottom * _MM,
        left_mm=left * _MM,
        right_mm=(left + box.border_width()) * _MM,
        # By its style, since the engine takes it away at the head of a page; `auto` is none.
        above_mm=above,
        below_mm=below,
    )
