"""Pages set in the mind, in many ways at once, of which the best goes to the engine."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any, NamedTuple

from bulletin.layout import Levers
from bulletin.makeup.balance import Put, balanced
from bulletin.makeup.measure import Item, measure, overflow, start
from bulletin.makeup.pages import ALONE, LEAST_FILL, TORN, Box, Pages, emptiness
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
_GOOD_IN_COLUMNS = 2.5
"""In columns also what is not quite even has its cost."""
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
_UNEVEN = 3.0
"""Cost of a column that ends so far above the foot, as a part of the page: beside another it is seen."""
_EVEN_FILL = 0.95
_IN_COLUMNS = 0.3
"""Cost of what should stay together and goes on in the next column of its page."""
_COSTS = {"torn": TORN, "alone": ALONE}
_LEAST_COLUMN = 3
"""Columns of fewer lines than this are not begun at the foot of a page."""
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
    column: int = -1
    """Which column it is in, counted from 0; -1 across all of them, or where there is but one."""
    top: float = 0.0
    """Where the columns begin on this page."""
    here: Trail = None
    """What was put into the columns on this page, the last first."""


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
    if best <= _WORTH:
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
    known = [_bare(plan) for plan in tried]
    own = ((plan.air, plan.leading),) if most_pages else tuple(filter(_allowed(levers), _SPACINGS))
    for steps, spacings in ((_STEPS, own), (_MORE_STEPS, own[:1])):
        for air, leading in spacings:
            spaced = [item.spaced(air / plan.air, leading / plan.leading) for item in items]
            more = abs(air - 1) * 1.2 + abs(leading - 1) * 12
            for way in _Search(spaced, begin, pages, steps if levers.moves else 0, levers.photos[0]).ends():
                if most_pages and way.page >= most_pages:
                    continue
                new = _plan(way, replace(plan, air=air, leading=leading))
                if _bare(new) not in known and _penalty(way, pages) < best - _WORTH:
                    found.append((way.cost + more, len(found), new))
            if found and min(found)[0] < (_GOOD if pages.columns == 1 else _GOOD_IN_COLUMNS):
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
    total = pages.shortness(way.y / pages.line_mm) if way.page else 0.0
    trail = way.trail
    while trail is not None:
        trail, sort, _, value = trail
        if sort in ("page", "column"):
            total += emptiness(value) / (pages.columns if sort == "column" else 1)
        elif sort in _COSTS:
            total += _COSTS[sort]
    return total


def _bare(plan: Plan) -> Plan:
    """A plan without the scales that its figures would have anyway."""
    scales = {name: scale for name, scale in plan.scales.items() if scale != plan.photos}
    return replace(plan, scales=MappingProxyType(scales))


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
                    if is_end:
                        landed = self._landed(way, all_of_them=True) if way.waiting else [way]
                        fresh += (self._ended(one, block) for one in landed)
                    elif not way.waiting:
                        fresh.append(self._put(way, block))
                    else:
                        if parts:
                            way = way._replace(cost=way.cost + _PARTED * len(way.waiting))
                        fresh += self._landed(self._put(way, block))
            ways = self._fittest(fresh)
        if any(way.waiting for way in ways):
            ways = [one for way in ways for one in self._landed(way, all_of_them=True)]
        ways = [self._closed(way) for way in ways]
        ended = [way._replace(cost=way.cost + self._ending(way)) for way in ways]
        return sorted(ended, key=lambda way: way.cost)

    def _ended(self, way: Way, block: Sequence[Item]) -> Way:
        """Put what stands below the text; it had better not be overleaf."""
        put = self._put(self._closed(way), block)
        if put.page == way.page or self.pages.columns == 1:
            return put
        return put._replace(cost=put.cost + ALONE, trail=(put.trail, "alone", "", 1))

    def _ending(self, way: Way) -> float:
        lines = way.y / self.pages.line_mm
        return way.page * _PAGE + (self.pages.shortness(lines) if way.page else 0.0)

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
            key = (
                way.page,
                way.column,
                round(way.top / self.pages.line_mm),
                bucket,
                way.kept >= 0,
                tuple((item.id, left) for item, left, _ in way.waiting),
            )
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
        here = self._entered(way, figure)
        before = figure.before if here.y > here.top else 0.0
        natural = max(figure.natural, 0.1)
        around = figure.caption + figure.rim
        room = (self.pages.depth_mm(here.page) - here.y - before - around) / natural
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
        way = self._entered(way, figure)
        depth = self.pages.depth_mm(way.page)
        before = figure.before if way.y > way.top else 0.0
        end = way.y + before + height
        if end + figure.rim <= depth:
            return _noted(way._replace(y=end, kept=-1.0), height, before)
        way, y = self._turned(way, before, figure.head)
        way, y = self._restarted(way, y, height)
        return _noted(way._replace(y=y + height, kept=-1.0), height, before)

    # --- columns ---

    def _entered(self, way: Way, item: Item) -> Way:
        """Where a piece would be put: columns begin with the first that stands in one, and end with the last."""
        if self.pages.columns == 1 or item.wide == (way.column < 0):
            return way
        if item.wide:
            return self._closed(way)
        top = way.y + item.before if way.y else 0.0
        if self.pages.depth_mm(way.page) - top < _LEAST_COLUMN * self.pages.line_mm:
            way, top = self._turned(way, item.before, 0.0)
        return way._replace(y=top, top=top, column=0, here=None, kept=-1.0)

    def _closed(self, way: Way) -> Way:
        """Columns ended: the engine makes them equally long."""
        if way.column < 0:
            return way
        most = self.pages.depth_mm(way.page) - way.top
        height = balanced(_puts(way), self.pages.columns, most)
        return way._replace(y=way.top + height, column=-1, top=0.0, here=None, kept=-1.0)

    def _restarted(self, way: Way, y: float, height: float) -> tuple[Way, float]:
        """Columns in the middle of a page that cannot hold a thing go overleaf as a whole."""
        if way.column < 1 or not way.top or y + height <= self.pages.depth_mm(way.page):
            return way, y
        turned = self._overleaf(way, height)
        return turned, turned.y

    def _overleaf(self, way: Way, height: float) -> Way:
        """Columns that are begun on the next page instead, up to a thing of some height."""
        done = sum(put.before + put.height for put in _puts(way))
        fill = way.top / self.pages.depth_mm(way.page)
        turned = way._replace(
            cost=way.cost + self._emptiness(fill), page=way.page + 1, column=0, top=0.0, kept=min(way.kept, 0.0),
            trail=(way.trail, "page", "", fill),
        )  # fmt: skip
        while done + height > self.pages.depth_mm(turned.page) and turned.column + 1 < self.pages.columns:
            done = max(0.0, done - self.pages.depth_mm(turned.page))
            turned = turned._replace(column=turned.column + 1)
        return turned._replace(y=done)

    # --- all else ---

    def _emptiness(self, fill: float) -> float:
        """What it costs that a page or column ends there; in columns also that it is not filled to the foot."""
        return emptiness(fill) + (_UNEVEN * max(0.0, _EVEN_FILL - fill) if self.pages.columns > 1 else 0.0)

    def _parted(self, way: Way) -> Way | None:
        """What begins a column and should stay together, parted before its last entry; None when there is but one."""
        puts = _puts(way)
        first = len(puts) - (1 if puts and puts[-1].is_heading else 0)
        if first < 1 or not puts[first - 1].keep:
            return None
        goes_on = way.y - sum(put.before + put.height for put in puts[first:]) if puts[-1].is_heading else -1.0
        cost = _IN_COLUMNS if way.column + 1 < self.pages.columns else _BROKEN["solid"]
        return way._replace(
            kept=goes_on, kept_top=goes_on, cost=way.cost + cost,
            trail=(way.trail, "loose", puts[first - 1].id, 1),
        )  # fmt: skip

    def _turned(self, way: Way, before: float, head: float) -> tuple[Way, float]:
        """Begin the next column or page; what must stay with the next piece goes over with it."""
        used, carried = (way.kept, way.y - way.kept_top + before) if way.kept > way.top else (way.y, head)
        fill = used / self.pages.depth_mm(way.page)
        if way.column < 0:
            turned = way._replace(
                cost=way.cost + self._emptiness(fill), page=way.page + 1, kept=-1.0,
                trail=(way.trail, "page", "", fill),
            )  # fmt: skip
            return turned, carried
        turned = way._replace(
            cost=way.cost + self._emptiness(fill) / self.pages.columns,
            kept=-1.0,
            trail=(way.trail, "column", "", fill),
        )
        if way.column + 1 < self.pages.columns:
            turned = turned._replace(column=way.column + 1)
        else:
            here = (None, Put(height=carried)) if carried else None
            turned = turned._replace(page=way.page + 1, column=0, top=0.0, here=here)
        return turned, turned.top + carried

    def _put(self, way: Way, items: Sequence[Item]) -> Way:
        """Put pieces that have one size where the engine would."""
        previous = ""
        for item in items:
            way = self._entered(way, item)
            depth = self.pages.depth_mm(way.page)
            before = item.before if way.y > way.top else 0.0
            top = way.y + before
            if top + item.height + item.rim <= depth or not item.height:
                end = top + item.height
                way = _noted(way, item.height, before, item)
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
        if way.column >= 0 and way.top and 0 <= way.kept <= way.top:
            overleaf = self._overleaf(way, item.height)
            parted = self._parted(way)
            if parted is None or overleaf.cost <= parted.cost:
                return self._put(overleaf, [item])
            return self._over(parted, item, top, before, previous)
        depth = self.pages.depth_mm(way.page)
        pitch = item.height / item.lines
        room = int((depth - top) / pitch + 0.01)
        if item.kind == "text" and item.lines >= 4 and room >= 2:
            return self._split(way, item, top, min(room, item.lines - 2))
        turned, y = self._turned(way, before, item.head)
        turned, y = self._restarted(turned, y, item.height)
        saved = turned.cost - way.cost
        # Broken after all, where that leaves no gap.
        fit = min(room, item.lines - 1)
        if fit >= 1:
            price = emptiness((top + fit * pitch) / depth) + _BROKEN[item.kind]
            if price < saved or item.height > depth:
                loose = way._replace(cost=way.cost + _BROKEN[item.kind], trail=(way.trail, "loose", item.id, 1))
                return self._split(loose, item, top, fit)
        if way.kept > way.top and saved > _BROKEN["heading"] + emptiness(way.y / depth):
            parted = way._replace(
                kept=-1.0, cost=way.cost + _BROKEN["heading"], trail=(way.trail, "loose", previous, 1)
            )
            turned, y = self._turned(parted, before, item.head)
        begun = turned.top if item.keep else -1.0
        if y + item.height > self.pages.depth_mm(turned.page) and item.lines > 1:
            if item.kind != "text":
                turned = turned._replace(
                    cost=turned.cost + _BROKEN[item.kind], trail=(turned.trail, "loose", item.id, 1)
                )
            room = max(1, int((self.pages.depth_mm(turned.page) - y) / pitch + 0.01))
            return self._split(turned, item, y, min(room, item.lines - 1))
        turned = _noted(turned, item.height, before, item)
        return turned._replace(y=y + item.height, kept=begun, kept_top=turned.top)

    def _split(self, way: Way, item: Item, top: float, fit: int) -> Way:
        """Leave so many lines here and set the rest on the next pages."""
        pitch = item.height / item.lines
        rest = item.lines - fit
        way = _noted(way, fit * pitch, 0.0, item)
        way, y = self._turned(way._replace(y=top + fit * pitch, kept=-1.0), 0.0, item.head)
        while y + rest * pitch > (depth := self.pages.depth_mm(way.page)):
            taken = max(1, int((depth - y) / pitch))
            way, y = self._turned(way._replace(y=y + taken * pitch), 0.0, item.head)
            rest -= taken
        return _noted(way._replace(y=y + rest * pitch, kept=-1.0), rest * pitch, 0.0, item)


def _noted(way: Way, height: float, before: float, item: Item | None = None) -> Way:
    """Note what was put into a column, for when the columns are balanced."""
    if way.column < 0:
        return way
    lines = max(1, round(item.lines * height / item.height)) if item and item.kind == "text" and item.height else 1
    put = Put(height=height, before=before, lines=lines)
    if item:
        put = put._replace(keep=item.keep, id=item.id, is_heading=item.kind == "heading")
    return way._replace(here=(way.here, put))


def _puts(way: Way) -> list[Put]:
    """What stands in the columns of a page, in order."""
    found: list[Put] = []
    trail = way.here
    while trail is not None:
        trail, put = trail
        found.append(put)
    return found[::-1]


__all__ = ["LEAST_FILL", "improved"]
