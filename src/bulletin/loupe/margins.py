"""Which strips are text, which stand in the margins; and page numbers among these."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from bulletin.loupe.facts import Page, Strip

INCH_PT = 72.0
MOST_STRIPS = 600
"""Strips of a page among which lines, columns and tables are looked for; a chart may have thousands."""
_ALIKE_PT = 3.0
"""Running heads stand at the same height on all pages."""
_MOST_LINES = 3
"""More than so many lines in the outer inch are text on too narrow a margin."""
_BREAK_EM = 1.65
"""Distance of baselines from which on a line in the outer inch stands apart from the text."""
_EDGE = 0.15
"""Part of the sheet's height, above and below, in which running heads are looked for."""
_OFTEN = 0.3
"""Share of the pages on which a running head stands at least: heads of left and right pages may differ."""
_DIGITS = re.compile(r"\d+")
_FOLIO = re.compile(
    r"^\W*(?:(?:trang|tr\.|page|p\.)\s*)?(\d{1,4})(?:\s*(?:/|\||of|trên)\s*\d{1,4})?\W*$", re.IGNORECASE
)


class Split(NamedTuple):
    """The strips of a page."""

    page: Page
    text: tuple[Strip, ...]
    """Level strips of the text itself."""
    margin: tuple[Strip, ...]
    """Running heads, notes at the edge, page numbers."""


def body_size_pt(pages: Sequence[Page]) -> float:
    """The size of most letters; 0 when none is known."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for strip in page.strips:
            for style, signs in strip.styles:
                sizes[round(style.size_pt, 1)] += len(signs)
    del sizes[0.0]
    most = max(sizes.values(), default=0)
    return min((size for size, count in sizes.items() if count == most), default=0.0)


def split(pages: Sequence[Page]) -> tuple[Split, ...]:
    """Part the text of each page from what stands in its margins."""
    running = _running(pages)
    return tuple(_split(page, running) for page in pages)


def _running(pages: Sequence[Page]) -> set[tuple[str, int]]:
    """What stands at the same height on several pages, figures aside: its words and its height in steps."""
    seen: defaultdict[tuple[str, int], set[int]] = defaultdict(set)
    for page in pages:
        for strip in page.strips:
            if _is_outer(strip, page, _EDGE * page.size_pt[1]):
                for step in _steps(strip):
                    seen[_bare(strip), step].add(page.number)
    least = max(2, _OFTEN * len(pages))
    return {key for key, numbers in seen.items() if len(numbers) >= least}


def _bare(strip: Strip) -> str:
    return _DIGITS.sub("#", " ".join(strip.text.split()))


def _steps(strip: Strip) -> tuple[int, int]:
    step = int(strip.baseline // _ALIKE_PT)
    return step, step + 1


def _is_outer(strip: Strip, page: Page, depth_pt: float) -> bool:
    return strip.box.bottom > page.size_pt[1] - depth_pt or strip.box.top < depth_pt


def _split(page: Page, running: set[tuple[str, int]]) -> Split:
    level = [strip for strip in page.strips if all(style.level for style, _ in strip.styles)][:MOST_STRIPS]
    height = page.size_pt[1]
    outer = {
        index
        for index, strip in enumerate(level)
        if _is_outer(strip, page, _EDGE * height)
        and (any((_bare(strip), step) in running for step in _steps(strip)) or _is_folio(strip, page))
    }
    for top in (True, False):
        outer |= _band(level, height, outer, top=top)
    return Split(
        page,
        tuple(strip for index, strip in enumerate(level) if index not in outer),
        tuple(strip for index, strip in enumerate(level) if index in outer),
    )


def _is_folio(strip: Strip, page: Page) -> bool:
    found = _FOLIO.match(strip.text)
    return bool(found) and int(found[1]) == page.number if found else False


def _band(level: Sequence[Strip], height: float, outer: set[int], *, top: bool) -> set[int]:
    """A few lines in the outer inch that stand apart from the text, and all that lies beyond a running head."""

    def depth(strip: Strip) -> float:
        return height - strip.box.bottom if top else strip.box.top

    known = [depth(level[index]) for index in outer if (level[index].baseline > height / 2) == top]
    beyond = max(known, default=0.0)
    found = {index for index, strip in enumerate(level) if depth(strip) <= beyond}
    inside = {index for index, strip in enumerate(level) if depth(strip) <= INCH_PT} - found
    lines = {round(level[index].baseline) for index in inside}
    if not inside or len(lines) > _MOST_LINES:
        return found
    rest = [strip for index, strip in enumerate(level) if index not in inside | found]
    for strip in (level[index] for index in inside):
        if any(abs(strip.baseline - other.baseline) < _BREAK_EM * max(strip.size_pt, 1.0) for other in rest):
            return found
    return found | inside if rest else found


def folios(splits: Sequence[Split]) -> tuple[Strip, ...]:
    """Page numbers: figures in the margins that grow with the pages."""
    offsets: Counter[int] = Counter()
    candidates: list[tuple[int, Strip]] = []
    for page, _, margin in splits:
        for strip in margin:
            numbers = [int(found) for found in _DIGITS.findall(strip.text) if len(found) < 5]
            for number in numbers[:3]:
                candidates.append((number - page.number, strip))
                offsets[number - page.number] += 1
    if not offsets:
        return ()
    offset, count = offsets.most_common(1)[0]
    if count < 2 and len(splits) > 1:
        return ()
    found = {id(strip): strip for own, strip in candidates if own == offset}
    return tuple(strip for strip in found.values() if count > 1 or _FOLIO.match(strip.text))
