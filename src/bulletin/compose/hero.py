"""The photos of a digest: one large, up to two small, above its points or beside them. Sizes in millimetres.

Both ways are reckoned, from how wide words are set, and the one that shows the large photo larger is taken. Photos keep
their proportions; only one whose `focus` is known, standing alone, may be cropped around that point.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import Final

from bulletin.compose.figures import Figure, Picture, PictureFile
from bulletin.compose.scale import PT_PER_MM, scale, set_words
from bulletin.compose.widths import Face, lines
from bulletin.edition import Edition
from bulletin.plan import LEAST_SCALE

GAP_MM: Final = 6.0
"""Between photos side by side, and one below the other."""
GUTTER_MM: Final = 11.0
"""Between photos and points side by side."""
WIDEST: Final = 60
NARROWEST: Final = 22
"""Photos beside the points take so much of the sheet's width, in per cent."""
SHRUNK: Final = 0.7
"""Several photos above the points are never reckoned smaller than this part of the columns in which they stand."""
SMALLEST: Final = {False: 0.33, True: 0.55}
"""A single photo above the points is never reckoned smaller than this part of the width, without and with large print:
there words go before photos do."""
LOWEST: Final = 0.24
"""But it need not be higher than this part of the sheet's text area."""
BESIDE_RATHER: Final = 0.8
"""A photo beside the points may be so much smaller than above them, where less of the sheet's width would be used."""
_WORTH: Final = 0.3
"""A small photo is worth this part of the large one's area."""
_SHARES: Final = range(36, 77)
"""Per cent of the width that the large photo may take beside small ones."""
_CAPTION_EM: Final = 9.0
"""A column of photos is no narrower, in multiples of the size of captions: five to seven words stand in two lines."""
TYPE_SIZES: Final = (1.0, 0.92, 0.85, 0.78)
"""Parts of the edition's type size at which photos are tried to fit."""
GENEROUS: Final = 0.15
"""Part of the sheet's text area that the large photo should have."""
TALLEST_PART: Final = 0.6
"""A photo beside the points that would be too tall takes this part of the height."""
_SIDE_EM: Final = 4.0
"""The shorter side of a small photo, in multiples of the same size."""
_UNEVEN: Final = 0.9
"""How much an arrangement loses by columns that do not end at one height."""

_LOW: Final = 0.8
"""A small photo is no higher than this part of the width of its column."""


@dataclass(frozen=True, slots=True)
class Stand:
    """A column of photos, one below the other."""

    photos: tuple[PictureFile, ...]
    width_mm: float
    """Of the column, and of the captions."""
    parts: tuple[float, ...]
    """For each photo, the part of that width that it takes."""

    @property
    def areas_mm2(self) -> tuple[float, ...]:
        """How large each photo is."""
        return tuple(
            (part * self.width_mm) ** 2 / photo.ratio for photo, part in zip(self.photos, self.parts, strict=True)
        )

    def height_mm(self, edition: Edition, size: float = 1.0) -> float:
        """About how high it is, captions included."""
        high = sum(
            size * part * self.width_mm / photo.ratio + _caption_mm(photo, self.width_mm, edition)
            for photo, part in zip(self.photos, self.parts, strict=True)
        )
        return high + GAP_MM * (len(self.photos) - 1)


Rows = tuple[tuple[Stand, ...], ...]
"""Columns side by side, in rows one below the other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hero:
    """The photos, in rows of columns of figures."""

    rows: tuple[tuple[tuple[Figure, ...], ...], ...]
    beside: bool
    width_mm: float
    pictures_mm: float
    """About how high it is, captions included."""

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """All pictures, in order."""
        return tuple(
            one for row in self.rows for column in row for figure in column for one in figure.pictures
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reckoned:
    """About how high things are when type is set in some size; the engine alone knows for certain."""

    edition: Edition
    room_mm: float
    """Height that photos and points have together."""
    text_mm: Callable[[float], float]
    """Height of the points in a column of some width."""


def hero(
    photos: Sequence[PictureFile], edition: Edition, reckoned: Callable[[float], Reckoned], *, factor: float
) -> Hero | None:
    """Arrange photos.

    Args:
        photos: One to three, the large one first; None is made of none.
        edition: Gives the measure.
        reckoned: Tells how high things are at some part of the edition's type size.
        factor: Part of their natural size at which they are set, from the plan.
    """
    if not photos:
        return None
    # Rather smaller type, within its limits, than a small photo.
    found: list[_Way] = []
    for size in TYPE_SIZES:
        found.append(_chosen(photos, reckoned(size)))
        if found[-1].fits == 1 and found[-1].large_mm2 >= GENEROUS * edition.measure_mm * edition.depth_mm:
            break
    way = found[-1] if found[-1].fits == 1 else max(found, key=lambda way: (way.fits, way.large_mm2))
    if way.beside:
        width = min(1.0, factor) * way.rows[0][0].width_mm
        alone = replace(way.rows[0][0], width_mm=width)
        way = replace(way, rows=((alone,),) if way.number == 1 else _stack(photos[: way.number], width))
    elif factor != 1.0:
        rows, size = _above(photos[: way.number], edition, factor * _height(way.rows, edition, way.size))
        way = replace(way, rows=rows, size=size)
    return Hero(
        rows=_figures(way.rows, way.size), beside=way.beside,
        width_mm=round(way.rows[0][0].width_mm if way.beside else edition.measure_mm, 2),
        pictures_mm=_height(way.rows, edition, way.size),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Way:
    """A way to arrange so many photos."""

    number: int
    rows: Rows
    size: float
    """Part of their size in the rows at which photos are set."""
    beside: bool
    fits: float
    """1 if it does; the less, the more it is too high."""

    @property
    def large_mm2(self) -> float:
        """How large the large photo is."""
        return _large_mm2(self.rows, self.size)


def _chosen(photos: Sequence[PictureFile], reckoned: Reckoned) -> _Way:
    """With as many small photos as leave the large one large."""
    ways = [_best(photos[:number], reckoned) for number in range(1, len(photos) + 1)]
    return max(ways, key=lambda way: way.fits * way.large_mm2 * (1 + _WORTH * (way.number - 1)))


def _best(photos: Sequence[PictureFile], reckoned: Reckoned) -> _Way:
    """Above the points or beside them, as shows the large photo larger."""
    edition, room_mm, text_mm = reckoned.edition, reckoned.room_mm, reckoned.text_mm
    free_mm = room_mm - text_mm(edition.measure_mm)
    rows, size = _above(photos, edition, free_mm)
    high = _height(rows, edition, size)
    fits = 1 - min(0.98, 3 * max(0.0, high - free_mm) / high) if _is_sound(rows, edition) else 0.01
    beside = _beside(photos, edition, room_mm, text_mm) if _may_stand_beside(edition) else None
    if beside is not None and (
        edition.landscape or _large_mm2(beside[0]) > BESIDE_RATHER * fits * _large_mm2(rows, size)
    ):
        return _Way(len(photos), beside[0], 1.0, beside=True, fits=beside[1])
    return _Way(len(photos), rows, size, beside=False, fits=fits)


def _may_stand_beside(edition: Edition) -> bool:
    """Large print has one column; on a sheet that lies its lines would be too long, so photos stand at their side."""
    return not edition.large_print or edition.landscape


def _above(photos: Sequence[PictureFile], edition: Edition, free_mm: float) -> tuple[Rows, float]:
    """The arrangement across the sheet with the largest photo that is no higher than so much; the lowest if none is.

    Returns:
        The rows, and the part of their size at which photos are set.
    """
    measure = edition.measure_mm
    if len(photos) == 1:
        rows: Rows = ((_large(photos[0], measure),),)
        high = measure / photos[0].ratio
        caption = _height(rows, edition) - high
        least = min(SMALLEST[edition.large_print], LOWEST * edition.depth_mm / high)
        return rows, max(least, min(1.0, (free_mm - caption) / high))
    known = [rows for rows in _arranged(photos, measure) if _is_sound(rows, edition)] or [_stack(photos, measure)]
    fitting = [rows for rows in known if _height(rows, edition) <= free_mm]
    if not fitting:
        lowest = min(known, key=lambda rows: _height(rows, edition))
        captions = _height(lowest, edition, 0.0)
        size = (free_mm - captions) / max(1.0, _height(lowest, edition) - captions)
        return lowest, max(SHRUNK, min(1.0, size))
    return max(fitting, key=lambda rows: _large_mm2(rows) * (1 - _UNEVEN * _uneven(rows, edition))), 1.0


def _arranged(photos: Sequence[PictureFile], measure: float) -> Iterator[Rows]:
    """The large photo with the small ones at its side: one below the other, or side by side."""
    large, *small = photos
    for share in _SHARES:
        wide = share / 100 * (measure - GAP_MM)
        rest = measure - GAP_MM - wide
        parts = tuple(min(1.0, _LOW * photo.ratio) for photo in small)
        yield ((_large(large, wide), Stand(tuple(small), rest, parts)),)
        if len(small) > 1:
            yield ((_large(large, wide), *_one_height(small, rest)),)


def _large(photo: PictureFile, width: float) -> Stand:
    return Stand((photo,), width, (1.0,))


def _one_height(photos: Sequence[PictureFile], width: float) -> tuple[Stand, ...]:
    """Small photos in columns of one width, and of one height."""
    column = (width - GAP_MM * (len(photos) - 1)) / len(photos)
    height = min(column * _LOW, *(column / photo.ratio for photo in photos))
    return tuple(Stand((photo,), column, (height * photo.ratio / column,)) for photo in photos)


def _is_sound(rows: Rows, edition: Edition) -> bool:
    """Whether no column is too narrow for its captions, no photo too small to be made out or larger than the first."""
    em_mm = scale(edition).small / PT_PER_MM
    least = _CAPTION_EM * em_mm
    stands = [stand for row in rows for stand in row]
    small = [
        part * stand.width_mm * min(1.0, 1 / photo.ratio)
        for stand in stands
        for photo, part in zip(stand.photos, stand.parts, strict=True)
    ][1:]
    if min(small, default=math.inf) < _SIDE_EM * em_mm:
        return False
    largest, *others = (area for stand in stands for area in stand.areas_mm2)
    return all(stand.width_mm >= least for stand in stands) and max(others, default=0.0) <= largest


def _stack(photos: Sequence[PictureFile], width: float) -> Rows:
    """The large photo, the small ones in a row below it."""
    rows: Rows = ((_large(photos[0], width),),)
    if len(photos) == 2:
        return (*rows, (Stand((photos[1],), width, (min(0.8, 0.45 * photos[1].ratio),)),))
    return (*rows, _one_height(photos[1:], width)) if len(photos) > 2 else rows


def _beside(
    photos: Sequence[PictureFile], edition: Edition, room_mm: float, text_mm: Callable[[float], float]
) -> tuple[Rows, float] | None:
    """The widest column of photos that leaves the points room enough; None when there is none."""
    measure = edition.measure_mm
    best: tuple[float, Rows] | None = None
    for share in range(WIDEST, NARROWEST - 1, -1):
        rows = _stack(photos, share / 100 * measure)
        if not _is_sound(rows, edition):
            break
        high = max(_height(rows, edition), text_mm(measure * (1 - share / 100) - GUTTER_MM))
        if high <= room_mm:
            return rows, 1.0
        if edition.landscape and len(photos) == 1:
            # Narrower than its column, so that it is no taller than its part of the room.
            part = min(1.0, TALLEST_PART * room_mm * photos[0].ratio / rows[0][0].width_mm)
            rows = ((replace(rows[0][0], parts=(part,)),),)
            high = max(_height(rows, edition), text_mm(measure * (1 - share / 100) - GUTTER_MM))
        best = min(best or (high, rows), (high, rows), key=lambda one: one[0])
    # On a sheet that lies, photos stand there in any case; the make-up sees to the rest.
    return (best[1], room_mm / best[0]) if best and edition.landscape and len(photos) == 1 else None


def _large_mm2(rows: Rows, size: float = 1.0) -> float:
    return rows[0][0].areas_mm2[0] * size**2


def _height(rows: Rows, edition: Edition, size: float = 1.0) -> float:
    heights = [max(stand.height_mm(edition, size) for stand in row) for row in rows]
    return sum(heights) + GAP_MM * (len(rows) - 1)


def _uneven(rows: Rows, edition: Edition) -> float:
    """How far the columns of the first row end apart, as a part of its height."""
    heights = [stand.height_mm(edition) for stand in rows[0]]
    return (max(heights) - min(heights)) / max(heights)


def _caption_mm(file: PictureFile, width: float, edition: Edition) -> float:
    """About how high the caption below a photo is."""
    photo = file.photo
    words = f"{photo.caption}. Ảnh: {photo.credit}" if photo.credit else photo.caption
    if not words:
        return 0.0
    return text_lines_mm(words, width, scale(edition).small, edition) + 3.0


def text_lines_mm(text: str, width_mm: float, size_pt: float, edition: Edition, *, bold: bool = False) -> float:
    """About how high a text is that is set in lines of some width."""
    face = scale(edition).figures
    room = width_mm * PT_PER_MM / size_pt
    widths = _word_widths(text, face, bold)
    return math.ceil(lines(widths, face.width(" "), room)) * size_pt * edition.leading / PT_PER_MM


@functools.lru_cache(maxsize=256)
def _word_widths(text: str, face: Face, bold: bool) -> list[float]:
    """Widths of the words of a text, which is asked for again and again."""
    return [face.width(word, bold=bold) for word in set_words(text)]


def _figures(rows: Rows, size: float) -> tuple[tuple[tuple[Figure, ...], ...], ...]:
    numbers = count(1)
    alone = sum(len(stand.photos) for row in rows for stand in row) == 1
    return tuple(
        tuple(
            tuple(
                _figure(file, stand.width_mm, part * size, next(numbers), alone=alone)
                for file, part in zip(stand.photos, stand.parts, strict=True)
            )
            for stand in row
        )
        for row in rows
    )


def _figure(file: PictureFile, box: float, size: float, number: int, *, alone: bool) -> Figure:
    photo = file.photo
    # A photo with a focus stays wider and is cropped, as far as photos may be.
    kept = max(size, LEAST_SCALE) if alone and photo.focus is not None else 1.0
    cropped = kept < 1
    width, height = box * size / kept, box * size / file.ratio
    words = photo.alt or photo.caption or "Ảnh tại hội nghị"
    picture = Picture(
        name=str(number), file=file.file, loc=file.loc, width_mm=round(width, 2), height_mm=round(height, 2), alt=words,
        focus=photo.focus if cropped else None,
    )  # fmt: skip
    return Figure(
        loc=file.loc, rows=((picture,),), width_mm=round(width, 2), box_mm=round(box, 2), caption=photo.caption,
        credit=photo.credit,
    )  # fmt: skip
