"""Laying a record out until its pages fill, or until it takes as many pages as it is to have."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bulletin.cache import Cache
from bulletin.collector import sweep
from bulletin.edition import MM_PER_PT, Edition
from bulletin.errors import LayoutError, Problem, RenderError
from bulletin.messages import say, say_n
from bulletin.pipeline.advice import too_long_hint

if TYPE_CHECKING:
    from bulletin.compose import Composed, PictureFile, Setting
    from bulletin.layout import Layout, Levers
    from bulletin.makeup import Box, Pages, Trial
    from bulletin.model import Loc, Record
    from bulletin.plan import Plan
    from bulletin.render import Laid

    Fill = Callable[[Record, Edition, Setting, Mapping[Loc, Sequence[PictureFile]], Plan], Composed]

_HOPELESS = 1.3
"""What is reckoned to be so much too high, even in its smallest type, is not tried."""


def made_up(
    record: Record,
    edition: Edition,
    setting: Setting,
    files: Mapping[Loc, Sequence[PictureFile]],
    *,
    pages: int,
    fill: Fill | None = None,
) -> tuple[Composed, Laid]:
    """Lay a record out, again and again while its pages can be filled better; the best way is remembered.

    A bulletin that is to be folded gets pages for notes at its end, up to the setting's multiple.

    Args:
        record: What is printed.
        edition: As the layout sets it.
        setting: The layout and the like.
        files: For each photo its picture files.
        pages: To fit exactly so many pages; as many as it takes when 0.
        fill: Fills the layout with the record; `compose` when not given.

    Raises:
        RenderError: If it cannot be made to fit.
    """
    from bulletin import makeup
    from bulletin.compose import compose
    from bulletin.plan import Plan
    from bulletin.render import lay_out

    fill = fill or compose
    levers = setting.layout.levers
    attempts = itertools.count()

    def attempt(plan: Plan, composed: Composed | None = None) -> _Attempt:
        composed = composed or fill(record, edition, setting, files, plan)
        if next(attempts):
            sweep()
        with _placed(setting.layout):
            laid = lay_out(
                composed.html, styles=composed.styles, pictures=[picture.name for picture in composed.pictures],
                files=setting.layout.served,
            )  # fmt: skip
        tops_mm = [edition.paper_mm[1] - edition.margins_mm[2] - depth_mm for depth_mm in laid.page_depth]
        measured = makeup.Pages(
            depths_mm=laid.page_depth,
            used_mm=laid.page_fill,
            line_mm=edition.scaled(plan.body).body_pt * edition.leading * MM_PER_PT,
            first_top_mm=tops_mm[0],
            columns=edition.columns,
            column_ends_mm=makeup.column_ends(laid.geometry, edition, tops_mm),
            torn=makeup.torn(composed.pieces, laid.geometry),
            ends=pages_before(composed, laid),
            end_alone=edition.columns > 1 and makeup.end_alone(composed.pieces, laid.geometry),
        )
        return _Attempt(plan, composed, laid, measured, makeup.column_boxes(laid.geometry, edition))

    composed = fill(record, edition, setting, files, Plan())
    cache, key = Cache.default("plans"), _plan_key(record, edition, composed, setting, pages)
    if (known := Plan.read(cache.get(key) or b"")) is not None:
        made = attempt(known, composed if known == Plan() else None)
        count = made.laid.pages
        if count % setting.multiple_of == 0 and (not pages or count == pages + known.notes):
            return made.composed, made.laid
    order = [piece.id for piece in composed.pieces]
    if composed.digest is not None:

        def described(step: int) -> Composed:
            return compose(record, edition, setting, files, Plan(step=step))

        best = _shortened(edition, described, attempt, levers, pages or 1, record)
    else:
        best = attempt(Plan(), composed)
        if pages:
            best = _fitted(best, attempt, levers, pages, record)
    last, tried = best, [best.plan]
    for _ in range(makeup.rounds(best.laid.pages, fitted=bool(pages))):
        wanted = makeup.improved(
            order, last.composed.pieces, last.boxes, last.pages, last.plan, tried=tried,
            best=best.pages.penalty(), levers=levers, most_pages=pages,
        )  # fmt: skip
        if wanted is None:
            break
        tried.append(wanted)
        last = attempt(wanted)
        if makeup.better(last.pages, best.pages) and last.laid.pages == (pages or last.laid.pages):
            best = last
    if missing := -best.laid.pages % setting.multiple_of:
        best = attempt(replace(best.plan, notes=missing))
    cache.put(key, best.plan.written())
    return best.composed, best.laid


@contextlib.contextmanager
def _placed(layout: Layout) -> Iterator[None]:
    """Tell of which file a clerk's own page is refused."""
    try:
        yield
    except LayoutError as error:
        if layout.folder is None or not error.problems:
            raise
        path = layout.folder / "bulletin.html"
        raise LayoutError(problems=[replace(problem, path=path) for problem in error.problems]) from error


def pages_before(composed: Composed, laid: Laid) -> frozenset[int]:
    """The pages, counted from 1, behind which a part begins anew: they may be short."""
    return frozenset(box.page - 1 for box in laid.geometry if box.id in composed.parts) - {0}


@dataclass(frozen=True, slots=True)
class _Attempt:
    """A record laid out by one plan."""

    plan: Plan
    composed: Composed
    laid: Laid
    pages: Pages
    boxes: Sequence[Box]
    """Where pieces stand, column by column."""


def _shortened(
    edition: Edition,
    composed: Callable[[int], Composed],
    attempt: Callable[[Plan, Composed | None], _Attempt],
    levers: Levers,
    wanted: int,
    record: Record,
) -> _Attempt:
    """The digest with the most words that can be made to fit, and has photos that are seen from afar.

    Raises:
        RenderError: If not even that with the fewest can.
    """
    from bulletin import makeup
    from bulletin.digest import is_pictured, steps
    from bulletin.plan import Plan

    *more, last = steps(edition)
    made: list[tuple[_Attempt, Trial]] = []
    likely, most = 1.0, _HOPELESS
    for step in more:
        described = composed(step)
        # What is far too long is not even laid out.
        if described.overfull * likely > most:
            continue
        natural = attempt(Plan(step=step), described)
        attempts, found = _trials(natural, attempt, levers, wanted)
        if found is None:
            # How far the reckoning was out is known now, and the next steps are judged by it.
            came_out = min(makeup.used_mm(one.pages) for one in attempts.values()) / natural.pages.room_mm(wanted)
            likely, most = came_out / max(described.overfull, 0.01), 1.0
            continue
        made.append((attempts[found.degree], found))
        share = _pictured(made[-1][0], edition)
        if not described.pictures or is_pictured(step, share, edition):
            break
    if not made:
        return _fitted(attempt(Plan(step=last), None), attempt, levers, wanted, record)
    # Of photos that are about as large, those with the most words.
    best, trial = max(made, key=lambda one: round(_pictured(one[0], edition), 2))
    return _spread(best, trial, attempt, levers, wanted)


def _pictured(made: _Attempt, edition: Edition) -> float:
    """How much of the sheet's text area is photos."""
    pictures_mm2 = sum(picture.width_mm * picture.height_mm for picture in made.composed.pictures)
    return pictures_mm2 / (edition.measure_mm * edition.depth_mm)


def _fitted(
    natural: _Attempt,
    attempt: Callable[[Plan, Composed | None], _Attempt],
    levers: Levers,
    wanted: int,
    record: Record,
) -> _Attempt:
    """Change space, photos and type until a record takes so many pages.

    Raises:
        RenderError: If it cannot be made to.
    """
    from bulletin import makeup

    attempts, found = _trials(natural, attempt, levers, wanted)
    if found is None:
        tried = [makeup.Trial(degree=degree, used_mm=makeup.used_mm(one.pages)) for degree, one in attempts.items()]
        lines = makeup.overset_lines(tried, natural.pages, wanted=wanted)
        message = say_n(
            "the text is {n} line too long for this layout", "the text is {n} lines too long for this layout", n=lines
        )
        hint = too_long_hint(natural.composed.digest, record)
        raise RenderError([Problem(message, record.origin.path, hint=hint, id="too-long")])
    best = attempts[found.degree]
    if best.laid.pages < wanted:
        message = say_n("the text does not fill {n} page", "the text does not fill {n} pages", n=wanted)
        hint = say("add text or photos, or ask for fewer pages")
        raise RenderError([Problem(message, record.origin.path, hint=hint, id="too-short")])
    return _spread(best, found, attempt, levers, wanted)


def _trials(
    natural: _Attempt, attempt: Callable[[Plan, Composed | None], _Attempt], levers: Levers, wanted: int
) -> tuple[Mapping[float, _Attempt], Trial | None]:
    """What was tried, by degree, and the fullest that fits; None when none does."""
    from bulletin import makeup

    attempts = {0.0: natural}

    def trials() -> list[Trial]:
        return [makeup.Trial(degree=degree, used_mm=makeup.used_mm(one.pages)) for degree, one in attempts.items()]

    for _ in range(makeup.MOST_TRIALS):
        degree = makeup.fitted(trials(), natural.composed.pieces, natural.pages, levers, wanted=wanted)
        if degree is None:
            break
        attempts[degree] = attempt(makeup.plan_at(levers, degree, natural.plan), None)
    return attempts, makeup.fitting(trials(), natural.pages, wanted=wanted)


def _spread(
    best: _Attempt,
    found: Trial,
    attempt: Callable[[Plan, Composed | None], _Attempt],
    levers: Levers,
    wanted: int,
) -> _Attempt:
    """The same with what is left empty shared out among its gaps, if the layout wants that."""
    from bulletin import makeup

    roomier = makeup.spread(best.plan, levers, found, best.pages, wanted=wanted)
    if roomier is None:
        return best
    filled = attempt(roomier, None)
    return filled if filled.laid.pages == wanted else best


def _plan_key(record: Record, edition: Edition, composed: Composed, setting: Setting, pages: int) -> str:
    """Name for the best plan of a page description: all that its pages depend on is in it."""
    import hashlib

    from bulletin import __version__, assets, makeup, natives
    from bulletin.digest import digest, steps
    from bulletin.render import engine_version

    engine = f"{engine_version()} {natives.versions()}"
    parts = [__version__, engine, str(makeup.RECIPE), str(setting.layout.levers), str(pages)]
    parts += [str(setting.multiple_of), str(edition), composed.html]
    if composed.digest is not None:
        # Of its other steps the page description tells nothing.
        parts.append(repr([digest(record, step) for step in steps(edition)]))
    served = setting.layout.served
    sheets = (served.get(name) or assets.layout_file(name).read_bytes() for name in composed.styles)
    parts += [sheet.decode() for sheet in sheets]
    # Pictures of a clerk's own layout have their sizes; what its templates make of other plans is not in the page.
    parts += [f"{name} {hashlib.sha256(data).hexdigest()}" for name, data in sorted(served.items())]
    parts += [f"{path.name} {path.stat().st_size}" for path in assets.font_files()]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
