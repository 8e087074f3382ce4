"""Laying a record out until its pages fill, or until it takes as many pages as it is to have."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletin.cache import Cache
from bulletin.edition import MM_PER_PT, Edition
from bulletin.errors import Problem, RenderError
from bulletin.messages import say, say_n

if TYPE_CHECKING:
    from bulletin.compose import Composed, PictureFile, Setting
    from bulletin.layout import Levers
    from bulletin.makeup import Pages
    from bulletin.model import Loc, Record
    from bulletin.plan import Plan
    from bulletin.render import Laid


def made_up(
    record: Record,
    edition: Edition,
    setting: Setting,
    files: Mapping[Loc, Sequence[PictureFile]],
    *,
    pages: int,
) -> tuple[Composed, Laid]:
    """Lay a record out, again and again while its pages can be filled better; the best way is remembered.

    Args:
        record: What is printed.
        edition: As the layout sets it.
        setting: The layout and the like.
        files: For each photo its picture files.
        pages: To fit exactly so many pages; as many as it takes when 0.

    Raises:
        RenderError: If it cannot be made to fit.
    """
    from bulletin import makeup
    from bulletin.compose import compose
    from bulletin.plan import Plan
    from bulletin.render import lay_out

    levers = setting.layout.levers

    def attempt(plan: Plan, composed: Composed | None = None) -> _Attempt:
        composed = composed or compose(record, edition, setting, files, plan)
        laid = lay_out(composed.html, styles=composed.styles, pictures=[picture.name for picture in composed.pictures])
        measured = makeup.Pages(
            depths_mm=laid.page_depth,
            used_mm=laid.page_fill,
            line_mm=edition.scaled(plan.body).body_pt * edition.leading * MM_PER_PT,
            first_top_mm=edition.paper_mm[1] - edition.margins_mm[2] - laid.page_depth[0],
            torn=makeup.torn(composed.pieces, laid.geometry),
            ends=pages_before(composed, laid),
        )
        return _Attempt(plan, composed, laid, measured)

    composed = compose(record, edition, setting, files, Plan())
    cache, key = Cache.default("plans"), _plan_key(composed, levers, pages)
    if (known := Plan.read(cache.get(key) or b"")) is not None:
        made = attempt(known, composed if known == Plan() else None)
        return made.composed, made.laid
    order = [piece.id for piece in composed.pieces]
    best = attempt(Plan(), composed)
    if pages:
        best = _fitted(best, attempt, levers, pages, record)
    last, tried = best, [best.plan]
    for _ in range(makeup.rounds(best.laid.pages)):
        wanted = makeup.improved(
            order, last.composed.pieces, last.laid.geometry, last.pages, last.plan, tried=tried,
            best=best.pages.penalty(), levers=levers, most_pages=pages,
        )  # fmt: skip
        if wanted is None:
            break
        tried.append(wanted)
        last = attempt(wanted)
        if makeup.better(last.pages, best.pages) and last.laid.pages == (pages or last.laid.pages):
            best = last
    cache.put(key, best.plan.written())
    return best.composed, best.laid


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


def _fitted(
    natural: _Attempt, attempt: Callable[[Plan], _Attempt], levers: Levers, wanted: int, record: Record
) -> _Attempt:  # fmt: skip
    """Change space, photos and type until a record takes so many pages."""
    from bulletin import makeup
    from bulletin.plan import Plan

    attempts = {0.0: natural}

    def trials() -> list[makeup.Trial]:
        return [makeup.Trial(degree=degree, used_mm=makeup.used_mm(one.pages)) for degree, one in attempts.items()]

    for _ in range(makeup.MOST_TRIALS):
        degree = makeup.fitted(trials(), natural.composed.pieces, natural.pages, levers, wanted=wanted)
        if degree is None:
            break
        attempts[degree] = attempt(makeup.plan_at(levers, degree, Plan()))
    found = makeup.fitting(trials(), natural.pages, wanted=wanted)
    if found is None:
        lines = makeup.overset_lines(trials(), natural.pages, wanted=wanted)
        message = say_n(
            "the text is {n} line too long for this layout", "the text is {n} lines too long for this layout", n=lines
        )
        hint = say("shorten the text or take a photo out, or allow more pages")
        raise RenderError([Problem(message, record.origin.path, hint=hint, id="too-long")])
    best = attempts[found.degree]
    if best.laid.pages < wanted:
        message = say_n("the text does not fill {n} page", "the text does not fill {n} pages", n=wanted)
        hint = say("add text or photos, or ask for fewer pages")
        raise RenderError([Problem(message, record.origin.path, hint=hint, id="too-short")])
    return best


def _plan_key(composed: Composed, levers: Levers, pages: int) -> str:
    """Name for the best plan of a page description: all that its pages depend on is in it."""
    import hashlib

    from bulletin import __version__, assets, makeup
    from bulletin.render import engine_version

    parts = [__version__, engine_version(), str(makeup.RECIPE), str(levers), str(pages), composed.html]
    parts += [assets.layout_file(name).read_text(encoding="utf-8") for name in composed.styles]
    parts += [f"{path.name} {path.stat().st_size}" for path in assets.font_files()]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
