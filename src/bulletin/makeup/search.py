"""Pages set in the mind, in many ways at once, of which the best goes to the engine."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any, NamedTuple

from bulletin.layout import Levers
from bulletin.makeup.measure import Item, measure, overflow, start
from bulletin.makeup.pages import LEAST_FILL, TORN, Box, Pages, emptiness, shortness
from bulletin.plan import LEAST_SCALE, MOST_AIR, Piece, Plan

_SCALES = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, LEAST_SCALE)
_SPACINGS = ((1.0, 1.0), (0.85, 1.0), (0.7, 0.985), (0.7, 0.965), (1.2, 1.0), (MOST_AIR, 1.0))
"""Air and leading that are tried, the least noticeable first."""
_STEPS = 2
"""After how many of the next blocks a figure may stand."""
_MORE_STEPS = 6
"""The same when nothing else fills the pages."""
_GOOD = 1.0
"""A plan that costs no more is good enough."""
_WORTH = 0.1
"""How much fuller pages must become that the engine sets them anew."""
_BUCKETS = 50
"""Ways that fill their page alike, to such a part of it, go on as one."""
_MOST_WAYS = 160
_FEWEST_WAYS = 12
_WORK = 40_000
"""Ways times pieces, at most: what bounds the time."""
_MOVED = 0.3
"""Cost of moving a figure behind one block; a figure at its smallest costs about as much."""
_PARTED = 1.0
"""Cost of a figure that is carried behind the next heading: there it has lost its place."""
_SMALL = 0.9
"""Cost of a figure set infinitely small; the exponent makes a little smaller cost next to nothing."""
_BROKEN = {"large": 0.3, "solid": 2.0, "text": 2.5, "heading": 6.0, "figure": TORN}
"""Cost of breaking what should stay whole."""
_PAGE = 0.4
"""Cost of a page more."""
Waiting = tuple[tuple[Item, int, int], ...]
"""Figures moved behind later blocks: the figure, how many blocks still, how many in all."""
Trail = tuple[Any, ...] | None
"""What was decided on a way, the last first: what went before, a sort, a name, a value."""


class Way(NamedTuple):
    """A simulated way to the piece at hand."""

    cost: float
    page: int
    y: float
    """How far down the page it is filled."""
    kept: float = -1.0
    """Where that begins what must stay with the next piece; negative when there is none."""
    kept_top: float = 0.0
    """The same without the space above it."""
    waiting: Waiting = ()
    trail: Trail = None


def improved(
    order: Sequence[str],
    pieces: Sequence[Piece],
    boxes: Sequence[Box],
    pages: Pages,
    plan: Plan,
    *,
    tried: Sequence[Plan] = (),
    best: float = math.inf,
    levers: Levers | None = None,
    most_pages: int = 0,
) -> Plan | None:
    """The plan that fills pages best by simulation, of those that were not tried; None if none is likely to be better.

    Args:
        order: Names of the pieces in the order of the record, before any figure was moved.
        pieces: The flow as laid out.
        boxes: Where its pieces stand.
        pages: The pages as laid out.
        plan: The plan that was laid out.
        tried: Plans that were laid out already.
        best: Penalty of the best of them.
        levers: What may be changed; what `Levers` says when not given.
        most_pages: The bulletin was made to fit so many pages, and keeps to its space and type; 0 when it was not.
    """
    if best <= 0:
        return None
    items = measure(order, pieces, boxes, pages)
    if not items:
        return None
    levers = levers or Levers()
    begin = Way(0.0, 0, start(order, boxes, pages))
    if (over := overflow(order, boxes)) is not None:
        # What stands above the flow is broken by its own style, whatever is planned: it is taken as it is.
        items = [item for item in items if item.id != order[0]]
        if not items:
            return None
        for page in range(over.page - 1):
            begin = begin._replace(
                page=page + 1, trail=(begin.trail, "page", "", pages.used_mm[page] / pages.depth_mm(page))
            )
        begin = begin._replace(y=over.bottom_mm - pages.top_mm(over.page - 1))
    found: list[tuple[float, int, Plan]] = []
    own = ((plan.air, plan.leading),) if most_pages else tuple(filter(_allowed(levers), _SPACINGS))
    for steps, spacings in ((_STEPS, own), (_MORE_STEPS, own[:1])):
        for air, leading in spacings:
            spaced = [item.spaced(air / plan.air, leading / plan.leading) for item in items]
            more = abs(air - 1) * 1.2 + abs(leading - 1) * 12
            for way in _Search(spaced, begin, pages, steps if levers.moves else 0, levers.photos[0]).ends():
                if most_pages and way.page >= most_pages:
                    continue
                new = _plan(way, replace(plan, air=air, leading=leading))
                if new not in tried and _penalty(way, pages) < best - _WORTH:
                    found.append((way.cost + more, len(found), new))
            if found and min(found)[0] < _GOOD:
                return min(found)[2]
    return min(found)[2] if found else None


def _allowed(levers: Levers) -> Callable[[tuple[float, float]], bool]:
    """Whether a layout lets space and line height be so."""

    def allows(spacing: tuple[float, float]) -> bool:
        air, leading = spacing
        return levers.air[0] <= air <= levers.air[1] and levers.leading[0] <= leading <= levers.leading[1]

    return allows


def _penalty(way: Way, pages: Pages) -> float:
    """What the pages would cost, as the engine's do."""
    total = shortness(way.y / pages.line_mm) if way.page else 0.0
    trail = way.trail
    while trail is not None:
        trail, sort, _, value = trail
        total += emptiness(value) if sort == "page" else TORN if sort == "torn" else 0.0
    return total


def _plan(way: Way, base: Plan) -> Plan:
    """What was decided on a way, with the space, line height and type of another plan."""
    scales: dict[str, float] = {}
    shifts: dict[str, int] = {}
    loose: list[str] = []
    trail = way.trail
    while trail is not None:
        trail, sort, name, value = trail
        if sort == "scale":
            scales[name] = value
        elif sort == "shift":
            shifts[name] = value
        elif sort == "loose":
            loose.append(name)
    return replace(
        base,
        scales=MappingProxyType(dict(sorted(scales.items()))),
        shifts=MappingProxyType(dict(sorted(shifts.items()))),
        loose=tuple(sorted(set(loose))),
    )


class _Search:
    """All ways through one flow."""

    def __init__(
        self, items: Sequence[Item], begin: Way, pages: Pages, steps: int, least_scale: float
    ) -> None:  # fmt: skip
        self.items = items
        self.begin = begin
        self.pages = pages
        self.steps = steps
        self.least_scale = least_scale
        self.scales = tuple(scale for scale in _SCALES if scale >= least_scale)
        self.most = max(_FEWEST_WAYS, min(_MOST_WAYS, _WORK // len(items)))

    def ends(self) -> list[Way]:
        """The best ways to the end of the flow, the cheapest first."""
        ways = [self.begin]
        for block in self._blocks():
            fresh: list[Way] = []
            if block[0].kind == "figure":
                for way in ways:
                    fresh += self._figure_ways(way, block[0])
            else:
                is_end = block[0].id.startswith("end")
                # The head of a table and the label of a fact have names below that of their block.
                parts = any(item.kind == "heading" and item.id.count("-") == 1 for item in block)
                for way in ways:
                    if not way.waiting:
                        fresh.append(self._put(way, block))
                    elif is_end:
                        fresh += (self._put(one, block) for one in self._landed(way, all_of_them=True))
                    else:
                        if parts:
                            way = way._replace(cost=way.cost + _PARTED * len(way.waiting))
                        fresh += self._landed(self._put(way, block))
            ways = self._fittest(fresh)
        if any(way.waiting for way in ways):
            ways = [one for way in ways for one in self._landed(way, all_of_them=True)]
        ended = [way._replace(cost=way.cost + self._ending(way)) for way in ways]
        return sorted(ended, key=lambda way: way.cost)

    def _ending(self, way: Way) -> float:
        lines = way.y / self.pages.line_mm
        return way.page * _PAGE + (shortness(lines) if way.page else 0.0)

    def _blocks(self) -> Iterator[list[Item]]:
        """Figures one by one, and between them what a figure cannot be moved into."""
        block: list[Item] = []
        for item in self.items:
            if item.kind == "figure":
                if block:
                    yield block
                    block = []
                yield [item]
            else:
                block.append(item)
                if item.ends_block:
                    yield block
                    block = []
        if block:
            yield block

    def _fittest(self, ways: Sequence[Way]) -> list[Way]:
        best: dict[tuple[object, ...], Way] = {}
        for way in ways:
            bucket = int(way.y * _BUCKETS / self.pages.depth_mm(way.page))
            key = (way.page, bucket, way.kept >= 0, tuple((item.id, left) for item, left, _ in way.waiting))
            known = best.get(key)
            if known is None or way.cost < known.cost:
                best[key] = way
        return sorted(best.values(), key=lambda way: way.cost)[: self.most]

    # --- figures ---

    def _figure_ways(self, way: Way, figure: Item) -> Iterator[Way]:
        if way.waiting:
            # Two figures never change places.
            left = way.waiting[-1][1]
            yield way._replace(waiting=(*way.waiting, (figure, left, left)), cost=way.cost + _MOVED * left)
            return
        yield from self._sized(way, figure, 0)
        for steps in range(1, self.steps + 1):
            yield way._replace(waiting=((figure, steps, steps),), cost=way.cost + _MOVED * steps)

    def _landed(self, way: Way, *, all_of_them: bool = False) -> list[Way]:
        """Behind a block: figures that waited for it are set."""
        waiting = [(figure, left - 1, steps) for figure, left, steps in way.waiting]
        ways = [way._replace(waiting=())]
        while waiting and (all_of_them or waiting[0][1] <= 0):
            figure, _, steps = waiting.pop(0)
            ways = self._fittest([new for one in ways for new in self._sized(one, figure, steps)])
        return [one._replace(waiting=tuple(waiting)) for one in ways] if waiting else ways

    def _sized(self, way: Way, figure: Item, steps: int) -> Iterator[Way]:
        """A figure at each size that makes sense here."""
        if steps:
            way = way._replace(trail=(way.trail, "shift", figure.id, steps))
        before = figure.before if way.y else 0.0
        natural = max(figure.natural, 0.1)
        around = figure.caption + figure.rim
        room = (self.pages.depth_mm(way.page) - way.y - before - around) / natural
        most = (self.pages.depth_mm(1) - around) / natural
        scales = {scale for scale in self.scales if scale <= most}
        if self.least_scale <= room <= 1:
            # Exactly what is left of this page.
            scales.add(int(room * 1000) / 1000)
        if not scales:
            # The caption leaves less than its smallest size on any page.
            scales = {max(0.1, int(most * 1000) / 1000)} if most > 0.1 else {self.least_scale}
        for scale in scales:
            put = self._put_figure(way, figure, figure.caption + scale * natural)
            yield put._replace(
                cost=put.cost + _SMALL * (1 - scale) ** 1.5, trail=(put.trail, "scale", figure.id, scale)
            )  # fmt: skip

    def _put_figure(self, way: Way, figure: Item, height: float) -> Way:
        depth = self.pages.depth_mm(way.page)
        before = figure.before if way.y else 0.0
        end = way.y + before + height
        if end + figure.rim <= depth:
            return way._replace(y=end, kept=-1.0)
        way, y = self._turned(way, before, figure.head)
        return way._replace(y=y + height, kept=-1.0)

    # --- all else ---

    def _turned(self, way: Way, before: float, head: float) -> tuple[Way, float]:
        """Begin the next page; what must stay with the next piece goes over with it."""
        used, carried = (way.kept, way.y - way.kept_top + before) if way.kept > 0 else (way.y, head)
        fill = used / self.pages.depth_mm(way.page)
        turned = way._replace(
            cost=way.cost + emptiness(fill), page=way.page + 1, kept=-1.0, trail=(way.trail, "page", "", fill)
        )  # fmt: skip
        return turned, carried

    def _put(self, way: Way, items: Sequence[Item]) -> Way:
        """Put pieces that have one size where the engine would."""
        previous = ""
        for item in items:
            depth = self.pages.depth_mm(way.page)
            before = item.before if way.y else 0.0
            top = way.y + before
            if top + item.height + item.rim <= depth or not item.height:
                end = top + item.height
                if not item.keep:
                    way = way._replace(y=end, kept=-1.0)
                elif item.kind == "text" and item.lines >= 4:
                    # Its last two lines go with what follows.
                    split = end - 2 * item.height / item.lines
                    way = way._replace(y=end, kept=split, kept_top=split)
                elif way.kept < 0:
                    way = way._replace(y=end, kept=way.y, kept_top=top)
                else:
                    way = way._replace(y=end)
            else:
                way = self._over(way, item, top, before, previous)
            previous = item.id
        return way

    def _over(self, way: Way, item: Item, top: float, before: float, previous: str) -> Way:
        """Put a piece that goes beyond the foot of the page."""
        depth = self.pages.depth_mm(way.page)
        pitch = item.height / item.lines
        room = int((depth - top) / pitch + 0.01)
        if item.kind == "text" and item.lines >= 4 and room >= 2:
            return self._split(way, item, top, min(room, item.lines - 2))
        turned, y = self._turned(way, before, item.head)
        saved = turned.cost - way.cost
        # Broken after all, where that leaves no gap.
        fit = min(room, item.lines - 1)
        if fit >= 1:
            price = emptiness((top + fit * pitch) / depth) + _BROKEN[item.kind]
            if price < saved or item.height > depth:
                loose = way._replace(cost=way.cost + _BROKEN[item.kind], trail=(way.trail, "loose", item.id, 1))
                return self._split(loose, item, top, fit)
        if way.kept > 0 and saved > _BROKEN["heading"] + emptiness(way.y / depth):
            parted = way._replace(
                kept=-1.0, cost=way.cost + _BROKEN["heading"], trail=(way.trail, "loose", previous, 1)
            )
            turned, y = self._turned(parted, before, item.head)
        begun = 0.0 if item.keep else -1.0
        if y + item.height > self.pages.depth_mm(turned.page) and item.lines > 1:
            if item.kind != "text":
                turned = turned._replace(
                    cost=turned.cost + _BROKEN[item.kind], trail=(turned.trail, "loose", item.id, 1)
                )
            room = max(1, int((self.pages.depth_mm(turned.page) - y) / pitch + 0.01))
            return self._split(turned, item, y, min(room, item.lines - 1))
        return turned._replace(y=y + item.height, kept=begun, kept_top=0.0)

    def _split(self, way: Way, item: Item, top: float, fit: int) -> Way:
        """Leave so many lines here and set the rest on the next pages."""
        pitch = item.height / item.lines
        rest = item.lines - fit
        way = self._turned(way._replace(y=top + fit * pitch, kept=-1.0), 0.0, 0.0)[0]
        while item.head + rest * pitch > (depth := self.pages.depth_mm(way.page)):
            taken = max(1, int((depth - item.head) / pitch))
            way = self._turned(way._replace(y=item.head + taken * pitch), 0.0, 0.0)[0]
            rest -= taken
        return way._replace(y=item.head + rest * pitch, kept=-1.0)


__all__ = ["LEAST_FILL", "improved"]
