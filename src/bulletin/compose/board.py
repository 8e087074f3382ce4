"""A digest arranged on one sheet: headline, photos, points, facts, the code of its web page."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from bulletin.compose.capitals import calm_names
from bulletin.compose.code import QUIET, Code, code
from bulletin.compose.figures import Picture, PictureFile
from bulletin.compose.head import Head, address_pieces
from bulletin.compose.headlines import Headline, headline, subtitle
from bulletin.compose.hero import GUTTER_MM, NARROWEST, Hero, Reckoned, hero, text_lines_mm
from bulletin.compose.nodes import Entry, Node
from bulletin.compose.panel import Fact, Line
from bulletin.compose.scale import PT_PER_MM, scale, set_words
from bulletin.digest import Digest, Point, digest
from bulletin.edition import Edition
from bulletin.model import Loc, Record
from bulletin.model.running import Span
from bulletin.plan import Piece, Plan
from bulletin.vietnamese.spaces import bind_last

CODE_EM: Final = 4.6
"""Size of the code, as a multiple of the size of running text; from some ten times as far it can be read."""
LEAST_CODE_MM: Final = 26.0
MOST_CODE: Final = 0.22
"""Of the sheet's shorter side."""
LEAST_PHOTO: Final = 0.17
"""A photo above the points takes at least about this part of the sheet's height, caption included."""
_LABEL_EM: Final = 7.8
"""Room of a label in the panel of facts."""
_CELL_GAP_MM: Final = 8.0
"""Between facts side by side."""
_LEAST_CELL_EM: Final = 5.4
_STEPS: Final = 60
"""In so many steps room is shared out among them."""
_RIM_MM: Final = 12.0
"""Of the panel, left and right together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """Everything on the sheet below its headline, ready for a layout to print."""

    digest: Digest
    points: tuple[Entry, ...]
    facts: Node
    hero: Hero | None
    code: Code | None
    address: tuple[str, ...]
    """The web address in pieces between which a line may end."""
    link: str
    """Where it leads; empty when what the record gives is no whole address."""
    share_mm: float
    """Space that the make-up has left over, for each gap between the parts."""
    overfull: float
    """About how much too high it all would be in the smallest type allowed: 1 when it would just fit."""
    text_left_mm: float
    """Where the points begin, beside the photos; 0 when they stand below them."""
    cells_mm: tuple[float, ...]
    """Width of each fact, and at last of the web address, where they stand side by side: on a sheet that lies, height
    is dear. Empty when they stand one below the other."""
    headline: Headline
    subtitle: Headline
    stacked: bool
    """Whether labels stand above their facts."""

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """All photos, in order."""
        return self.hero.pictures if self.hero else ()


def board(
    record: Record, files: Mapping[Loc, Sequence[PictureFile]], edition: Edition, plan: Plan, head: Head
) -> tuple[Board, tuple[Piece, ...]]:
    """Arrange the digest of a record.

    Args:
        record: What is printed.
        files: For each photo of the record its picture files; of several under one caption the first is taken.
        edition: As the layout sets it, before the make-up has changed it.
        plan: What the make-up has changed.
        head: What stands above.
    """
    short = digest(record, plan.step)
    set_in = edition.scaled(plan.body)
    made = _code(record.url, set_in) if record.url else None
    facts = [Fact(known.label, tuple(Line(spans) for spans in known.lines)) for known in short.facts]
    photos = [files[loc][0] for loc, _ in short.photos]
    # On a sheet that lies height is dear; large print has no columns.
    is_strip = edition.landscape and not edition.large_print and _is_strip_lower(facts, made, edition)
    cells_mm = _cells_mm(facts, made, set_in) if is_strip else ()
    stacked = bool(cells_mm) or (edition.large_print and not edition.landscape)
    title = calm_names(short.title, edition)

    def reckoned(size: float) -> Reckoned:
        own = edition.scaled(size)
        panel_mm = _strip_mm(facts, made, own) if is_strip else _panel_mm(facts, made, own, stacked=stacked)
        room_mm = own.paper_mm[1] - head.first_top_mm - own.margins_mm[2] - panel_mm - _masthead_mm(own)

        @functools.cache
        def text_mm(width: float) -> float:
            points = _points_mm(short.points, width, own)
            return points + (_title_mm(title, short, _within(own, width)) if own.landscape else 0.0)

        return Reckoned(own, room_mm - (0.0 if own.landscape else _title_mm(title, short, own)), text_mm)

    shown = hero(photos, edition, reckoned, factor=plan.photos)
    tight = reckoned(0.0)
    width_mm = edition.measure_mm * (1 - NARROWEST / 100) if edition.landscape and photos else edition.measure_mm
    least_mm = LEAST_PHOTO * edition.depth_mm if photos and not edition.landscape else 0.0
    overfull = (tight.text_mm(width_mm) + least_mm) / max(1.0, tight.room_mm)
    is_beside = shown is not None and shown.beside
    left_mm = shown.width_mm + GUTTER_MM if shown and shown.beside else 0.0
    # On a sheet that lies, the headline stands above the points, beside the photos.
    narrow = _within(set_in, set_in.measure_mm - left_mm) if edition.landscape else set_in
    gaps = 2 + (0 if is_beside else len(short.points))
    link = record.url if record.url.startswith(("https://", "http://")) else ""
    arranged = Board(
        digest=short,
        points=tuple(
            Entry(spans=_spans(point, edition), id=f"point-{place}") for place, point in enumerate(short.points)
        ),
        facts=Node(kind="facts", id="facts", facts=tuple(facts)),
        hero=shown,
        code=made,
        address=_address(record.url, set_in, made, cells_mm, stacked=stacked),
        link=link,
        share_mm=round(plan.spread_mm / gaps, 2),
        text_left_mm=round(left_mm, 2),
        overfull=round(overfull, 3),
        cells_mm=cells_mm,
        stacked=stacked,
        headline=headline(title, narrow),
        subtitle=subtitle(calm_names(short.subtitle, edition), narrow),
    )
    return arranged, _pieces(arranged)


def _spans(point: Point, edition: Edition) -> tuple[Span, ...]:
    heading = calm_names(point.heading, edition)
    stop = "" if not heading or heading[-1] in ".!?…:" else "."
    spans = [Span(f"{heading}{stop if point.text else ''}", strong=True)] if heading else []
    return (*spans, Span(f" {point.text}" if heading else point.text)) if point.text else tuple(spans)


def _code(address: str, edition: Edition) -> Code:
    wanted = CODE_EM * edition.body_pt / PT_PER_MM
    made = code(address, 0.0)
    # The white rim is not what a camera has to read.
    rim = made.modules / (made.modules - 2 * QUIET)
    size_mm = rim * max(LEAST_CODE_MM, min(wanted, MOST_CODE * min(edition.paper_mm)))
    return replace(made, size_mm=round(size_mm, 2))


def _address(
    address: str, edition: Edition, made: Code | None, cells_mm: Sequence[float], *, stacked: bool
) -> tuple[str, ...]:
    """The web address in pieces that fit beside its code."""
    room_mm = cells_mm[-1] if cells_mm else edition.measure_mm - _beside_label_mm(made, edition, stacked=stacked)
    return address_pieces(address, edition, 0.9 * room_mm / edition.measure_mm)


def _beside_label_mm(made: Code | None, edition: Edition, *, stacked: bool) -> float:
    """Width that is lost to facts: for labels, unless they stand above them, for the code, for the rim."""
    label_mm = 0.0 if stacked else _LABEL_EM * scale(edition).panel / PT_PER_MM
    return label_mm + _RIM_MM + (made.size_mm + 8.0 if made else 0.0)


# --- how high things are, about; the engine alone knows for certain ---


def _within(edition: Edition, width_mm: float) -> Edition:
    """The edition with so narrow a measure."""
    top, right, bottom, left = edition.margins_mm
    return replace(edition, margins_mm=(top, right + edition.measure_mm - width_mm, bottom, left))


def _masthead_mm(edition: Edition) -> float:
    return (2.6 if edition.large_print else 2.4) * edition.body_pt / PT_PER_MM * edition.leading


def _title_mm(title: str, short: Digest, edition: Edition) -> float:
    """Height of headline, kicker, line below, and the gaps around."""
    line_mm = edition.body_pt / PT_PER_MM * edition.leading
    made = headline(title, edition)
    words = scale(edition).sans.width(made.text, bold=True) * made.size_pt / PT_PER_MM
    rows = max(1, round(words / made.width_mm + 0.3))
    below = subtitle(short.subtitle, edition) if short.subtitle else None
    lines = (
        round(scale(edition).sans.width(short.subtitle) * below.size_pt / PT_PER_MM / below.width_mm + 0.4)
        if below
        else 0
    )
    return rows * made.size_pt * made.leading / PT_PER_MM + (1.8 + lines) * line_mm


def _panel_mm(facts: Sequence[Fact], made: Code | None, edition: Edition, *, stacked: bool) -> float:
    """Height of the panel of facts, one below the other; labels stand above them or beside."""
    line_mm = scale(edition).panel / PT_PER_MM * edition.leading
    room_mm = edition.measure_mm - _beside_label_mm(made, edition, stacked=stacked)
    rows = sum(_fact_mm(_words(fact), room_mm, edition) - (0 if stacked else line_mm) for fact in facts)
    rows += (2 if stacked else 1) * line_mm if made else 0.0
    return max(rows, made.size_mm if made else 0.0) + 1.5 * line_mm


def _is_strip_lower(facts: Sequence[Fact], made: Code | None, edition: Edition) -> bool:
    """Whether facts side by side take less height than one below the other."""
    return bool(_cells_mm(facts, made, edition)) and (
        _strip_mm(facts, made, edition) < _panel_mm(facts, made, edition, stacked=False)
    )


def _strip_mm(facts: Sequence[Fact], made: Code | None, edition: Edition) -> float:
    """Height of the panel with the facts side by side."""
    texts = _texts(facts, made)
    cells = _cells_mm(facts, made, edition)
    if not cells:
        return _panel_mm(facts, made, edition, stacked=False)
    high = max(_fact_mm(text, width, edition) for text, width in zip(texts, cells, strict=True))
    return max(high, made.size_mm if made else 0.0) + 1.5 * edition.body_pt / PT_PER_MM


def _cells_mm(facts: Sequence[Fact], made: Code | None, edition: Edition) -> tuple[float, ...]:
    """Widths of facts side by side, so that all are about equally high; none when there is no room for them."""
    texts = _texts(facts, made)
    room = edition.measure_mm - _beside_label_mm(made, edition, stacked=True) - _CELL_GAP_MM * (len(texts) - 1)
    face, size_mm = scale(edition).figures, scale(edition).panel / PT_PER_MM
    # Wide enough for any label, and for the longest word.
    longest = [
        max((face.width(word, bold=True) for line in text for word in set_words(bind_last(line))), default=0.0)
        for text in texts
    ]
    widths = [1.03 * size_mm * max(_LEAST_CELL_EM, words) for words in longest]
    if sum(widths) > room:
        return ()
    step = (room - sum(widths)) / _STEPS
    for _ in range(_STEPS):
        heights = [
            (_fact_mm(text, width, edition), len("".join(text)) / width)
            for text, width in zip(texts, widths, strict=True)
        ]  # fmt: skip
        widths[heights.index(max(heights))] += step
    return tuple(round(width, 2) for width in widths)


def _texts(facts: Sequence[Fact], made: Code | None) -> list[tuple[str, ...]]:
    # An address may be broken behind each of its slashes.
    return [*map(_words, facts), *([(made.address.replace("/", "/ "),)] if made else [])]


def _words(fact: Fact) -> tuple[str, ...]:
    return tuple("".join(span.text for span in line.spans) for line in fact.lines)


def _fact_mm(texts: Sequence[str], width_mm: float, edition: Edition) -> float:
    """Height of a fact below its label."""
    size_pt = scale(edition).panel
    high = sum(text_lines_mm(text, width_mm, size_pt, edition) for text in texts)
    return high + size_pt / PT_PER_MM * edition.leading


def _points_mm(points: Sequence[Point], width_mm: float, edition: Edition) -> float:
    size = edition.body_pt
    inner = width_mm - 1.2 * size / PT_PER_MM
    gap = 0.5 * size / PT_PER_MM
    return sum(
        text_lines_mm(f"{point.heading}. {point.text}", inner, size * 1.04, edition) + gap for point in points
    )  # fmt: skip


def _pieces(arranged: Board) -> tuple[Piece, ...]:
    found = [Piece(id="head", kind="solid")]
    if arranged.hero and arranged.hero.beside:
        # Its height is that of the column beside it.
        found.append(Piece(id="hero", kind="figure"))
    elif arranged.hero:
        high = arranged.hero.pictures_mm
        found.append(Piece(id="hero", kind="figure", pictures_mm=high, natural_mm=high))
    found += [Piece(id=point.id, kind="text") for point in arranged.points]
    return (*found, Piece(id="facts", kind="solid"))
