"""Make-up: sizes and places of the figures, chosen so that pages fill.

A first layout measures the flow. From these measures pages are simulated in milliseconds, with other sizes and places
for the figures, until no page but the last stands half empty and the last holds more than a few lines; the engine then
sets the best plan. The rules are those of `docs/layouts.md`: photos between 55 % and 100 % of their natural size, or
after one of the next paragraphs; space between paragraphs never over 1.5 times its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Protocol

from bulletin.plan import LEAST_SCALE, MOST_AIR, Piece, Plan

RECIPE = 1
"""To be raised when the same measures give another plan, so that no remembered plan is taken for it."""
WANTED_FILL = 0.80
"""A page before the last should be filled at least this far."""
FEWEST_LINES = 5
"""The last page should hold at least so many lines."""
ROUNDS = 4
"""How often the engine may set a bulletin anew."""

_SCALES = (1.0, 0.9, 0.8, 0.7, 0.6, LEAST_SCALE)
_SPACINGS = ((1.0, 1.0), (0.85, 1.0), (0.7, 0.985), (0.7, 0.965), (1.2, 1.0), (MOST_AIR, 1.0))
"""Air and leading that are tried, the least noticeable first."""
_BEAM = 32
_MOVED = 0.3
"""Cost of moving a figure behind one block; a figure at its smallest costs about as much."""
_SLACK_MM = 2.0
"""What a simulated page keeps free: the engine counts the padding below a caption twice when it looks for room."""


class Box(Protocol):
    """A stretch of a piece on one page, measured from the top of the page's text area."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def page(self) -> int: ...  # noqa: D102
    @property
    def top_mm(self) -> float: ...  # noqa: D102
    @property
    def bottom_mm(self) -> float: ...  # noqa: D102
    @property
    def above_mm(self) -> float: ...  # noqa: D102


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """How full the pages of a layout are."""

    depths_mm: tuple[float, ...]
    """Height of the text area of each page."""
    used_mm: tuple[float, ...]
    """How far down each page's text area something stands."""
    line_mm: float
    """Height of a line of running text."""
    first_top_mm: float
    """Where the text area of page 1 begins, from the top of the sheet."""

    def penalty(self) -> float:
        """Nothing when all is as it should be; grows with emptiness."""
        fills = [used / depth for used, depth in zip(self.used_mm, self.depths_mm, strict=True)]
        return _penalty(fills, self.used_mm[-1] / self.line_mm if len(fills) > 1 else FEWEST_LINES)


def _penalty(fills: Sequence[float], last_lines: float) -> float:
    short = sum(max(0.0, WANTED_FILL - fill) * 10 + max(0.0, 0.62 - fill) * 200 for fill in fills[:-1])
    return short + (3.0 + FEWEST_LINES - last_lines if last_lines < FEWEST_LINES else 0.0)


@dataclass(frozen=True, slots=True)
class _Measured:
    piece: Piece
    height: float
    before: float
    """Space above it when it does not begin a page."""
    lines: int
    """For text that may be broken: how many lines; else 0."""
    head: float = 0.0
    """Height of the table head that is repeated when a page breaks before it."""


def improved(order: Sequence[str], pieces: Sequence[Piece], boxes: Sequence[Box], pages: Pages, plan: Plan) -> Plan:
    """A plan that fills pages better than the one that was laid out, by simulation; that plan itself if none does.

    Args:
        order: Names of the pieces in the order of the record, before any figure was moved.
        pieces: The flow as laid out.
        boxes: Where its pieces stand.
        pages: The pages as laid out.
        plan: The plan that was laid out.
    """
    measured, start = _measure(order, pieces, boxes, pages)
    best: tuple[float, Plan] | None = None
    for air, leading in _SPACINGS:
        cost, found = _simulate(measured, start, pages, plan, air, leading)
        cost += abs(air - 1) * 1.2 + abs(leading - 1) * 12
        if best is None or cost < best[0]:
            best = (cost, found)
        if best[0] < 1.0:
            break
    assert best is not None
    return best[1]


def _measure(
    order: Sequence[str], pieces: Sequence[Piece], boxes: Sequence[Box], pages: Pages
) -> tuple[list[_Measured], float]:
    """Heights and distances of the pieces, and where the flow begins on page 1."""
    where: dict[str, list[Box]] = {}
    for box in boxes:
        where.setdefault(box.id, []).append(box)
    laid = {piece.id: piece for piece in pieces if piece.id in where}
    before_it = dict(zip(list(laid)[1:], laid, strict=False))
    found: list[_Measured] = []
    head = 0.0
    previous = ""
    for ident in order:
        if ident not in laid:
            continue
        piece, fragments = laid[ident], where[ident]
        # The head of a table is found again on each page that repeats it.
        table_head = ident.endswith("-head")
        height = sum(box.bottom_mm - box.top_mm for box in (fragments[:1] if table_head else fragments))
        before = fragments[0].above_mm if previous else 0.0
        if previous and before_it.get(ident) == previous and where[previous][-1].page == fragments[0].page:
            before = fragments[0].top_mm - where[previous][-1].bottom_mm
        lines = max(1, round(height / pages.line_mm)) if piece.kind == "text" else 0
        found.append(_Measured(piece, height, before, lines, head if piece.kind == "solid" else 0.0))
        head = height if table_head else head if piece.kind == "solid" and not piece.ends_block else 0.0
        previous = ident
    start = where[found[0].piece.id][0].top_mm - pages.first_top_mm if found else 0.0
    return found, start


@dataclass(frozen=True, slots=True)
class _State:
    """A simulated way to the piece at hand."""

    cost: float
    page: int
    y: float
    fills: tuple[float, ...] = ()
    scales: tuple[tuple[str, float], ...] = ()
    shifts: tuple[tuple[str, int], ...] = ()
    waiting: tuple[tuple[_Measured, int, int], ...] = ()
    """Figures moved behind later blocks: the figure, how many blocks still, how many in all."""
    kept: tuple[float, ...] = ()
    """Where what must stay with the next piece begins, and what it takes."""

    def key(self) -> tuple[object, ...]:
        return self.page, round(self.y, 1), tuple(figure.piece.id for figure, _, _ in self.waiting), self.kept


def _simulate(
    measured: Sequence[_Measured], start: float, pages: Pages, plan: Plan, air: float, leading: float
) -> tuple[float, Plan]:
    states = [_State(0.0, 0, start)]
    for item in measured:
        height = item.height * (leading / plan.leading if item.lines else 1.0)
        item = replace(item, height=height, before=item.before * air / plan.air)
        fresh: list[_State] = []
        for state in states:
            if item.piece.kind == "figure":
                fresh += _figure_ways(state, item, pages)
            else:
                fresh += _after_block(_put(state, item, pages), item, pages)
        states = _fittest(fresh)
    ended: list[tuple[float, _State]] = []
    for state in states:
        for figure, _, _ in state.waiting:
            state = min(_set_figure(replace(state, waiting=()), figure, pages, 0), key=lambda way: way.cost)
        last_lines = state.y / pages.line_mm if state.page else float(FEWEST_LINES)
        ended.append((state.cost + _penalty([1.0], last_lines) + state.page * 0.4, state))
    cost, best = min(ended, key=lambda end: end[0])
    found = Plan(
        scales=MappingProxyType(dict(best.scales)),
        shifts=MappingProxyType(dict(best.shifts)),
        air=air,
        leading=leading,
    )
    return cost, found


def _fittest(states: Sequence[_State]) -> list[_State]:
    best: dict[tuple[object, ...], _State] = {}
    for state in states:
        known = best.get(state.key())
        if known is None or state.cost < known.cost:
            best[state.key()] = state
    return sorted(best.values(), key=lambda state: state.cost)[:_BEAM]


def _depth(pages: Pages, page: int) -> float:
    return pages.depths_mm[min(page, 1) if len(pages.depths_mm) > 1 else 0] - _SLACK_MM


def _turn(state: _State, used: float, pages: Pages) -> _State:
    """Begin the next page, this one being used so far."""
    fill = used / _depth(pages, state.page)
    return replace(state, page=state.page + 1, y=0.0, cost=state.cost + _penalty([fill, 1.0], FEWEST_LINES))


def _put(state: _State, item: _Measured, pages: Pages) -> _State:
    """Put a piece that has one size where the engine would."""
    depth = _depth(pages, state.page)
    before = item.before if state.y else 0.0
    end = state.y + before + item.height
    if end <= depth:
        return replace(state, y=end, kept=_keep(state, item, state.y))
    if item.lines >= 4:
        pitch = item.height / item.lines
        fit = min(int((depth - state.y - before) / pitch), item.lines - 2)
        if fit >= 2:
            turned = _turn(state, state.y + before + fit * pitch, pages)
            rest = item.lines - fit
            while rest * pitch > _depth(pages, turned.page):
                taken = int(_depth(pages, turned.page) / pitch)
                turned = _turn(turned, taken * pitch, pages)
                rest -= taken
            return replace(turned, y=rest * pitch, kept=())
    # What must stay with this piece goes over with it.
    used, carried = state.kept or (state.y, 0.0)
    if used <= 0:
        used, carried = state.y, 0.0
    turned = _turn(state, used, pages)
    return replace(turned, y=carried + (before if carried else item.head) + item.height, kept=_keep(turned, item, 0.0))


def _keep(state: _State, item: _Measured, y: float) -> tuple[float, ...]:
    if not item.piece.keep:
        return ()
    begun, carried = state.kept or (y, 0.0)
    return begun, carried + item.height + (item.before if carried else 0.0)


def _figure_ways(state: _State, figure: _Measured, pages: Pages) -> Iterator[_State]:
    if state.waiting:
        # Two figures never change places.
        left = state.waiting[-1][1]
        yield replace(state, waiting=(*state.waiting, (figure, left, left)), cost=state.cost + _MOVED)
        return
    yield from _set_figure(state, figure, pages, 0)
    for steps in (1, 2):
        yield replace(state, waiting=((figure, steps, steps),), cost=state.cost + _MOVED * steps)


def _after_block(state: _State, item: _Measured, pages: Pages) -> Iterator[_State]:
    if state.waiting and item.piece.kind == "heading":
        # A photo that is carried into the next part of the text has lost its place.
        state = replace(state, cost=state.cost + _MOVED * len(state.waiting))
    if not state.waiting or not item.piece.ends_block:
        yield state
        return
    waiting = tuple((figure, left - 1, steps) for figure, left, steps in state.waiting)
    states = [replace(state, waiting=())]
    remaining: list[tuple[_Measured, int, int]] = []
    for figure, left, steps in waiting:
        if left > 0 or remaining:
            remaining.append((figure, left, steps))
        else:
            states = [way for one in states for way in _set_figure(one, figure, pages, steps)]
    for one in states:
        yield replace(one, waiting=tuple(remaining))


def _set_figure(state: _State, figure: _Measured, pages: Pages, steps: int) -> Iterator[_State]:
    """Set a figure at each size that makes sense here."""
    piece = figure.piece
    caption = figure.height - piece.pictures_mm
    before = figure.before if state.y else 0.0
    room = _depth(pages, state.page) - state.y - before - caption
    scales = set(_SCALES)
    if LEAST_SCALE * piece.natural_mm <= room <= piece.natural_mm:
        # Exactly what is left of this page.
        scales.add(int(room / piece.natural_mm * 1000) / 1000)
    for scale in scales:
        sized = replace(figure, height=caption + scale * piece.natural_mm)
        moved = (*state.shifts, (piece.id, steps)) if steps else state.shifts
        put = _put(state, sized, pages)
        yield replace(
            put, scales=(*state.scales, (piece.id, scale)), shifts=moved, cost=put.cost + 0.9 * (1 - scale) ** 1.5
        )  # fmt: skip


def better(one: Pages, other: Pages) -> bool:
    """Whether the first layout is better filled than the second."""
    return (one.penalty(), len(one.used_mm)) < (other.penalty(), len(other.used_mm))
