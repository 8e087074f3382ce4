"""Figures: how large each photo stands, alone, in pairs and in galleries. Sizes in millimetres.

A photo keeps its proportions and is set smaller rather than cropped; only a photo whose `focus` the clerk has given
may be cropped, around that point. What stands in a row has one height.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bulletin.compose.scale import PT_PER_MM, scale
from bulletin.edition import Edition
from bulletin.model import Loc, Photo
from bulletin.plan import Plan

GAP_MM = 2.5
"""Between the pictures of a gallery."""
PAIR_GAP_MM = 6.0
"""Between two figures side by side."""
TALLEST = 0.52
"""Natural height of a figure, at most this part of the text area."""
LOWEST = 0.15
"""And at least this part, however long its caption."""
AROUND_CAPTION_MM = 6.0
GALLERY_TALLEST = 0.72
"""The same for a gallery."""
GALLERY_ROW = {"few": 0.34, "many": 0.25}
LARGE_GALLERY_ROW = {"few": 0.5, "many": 0.34}
"""Height wanted for the rows of a gallery, as a part of the measure; in large print few pictures are as wide as the
text."""
FEW = {False: 4, True: 3}
"""So many pictures are few, without and with large print."""
SHRUNK = 0.8
"""A gallery that would have to be set smaller than this goes on in a second figure."""
NARROW = 0.65
"""A figure that takes less of its column than this has its caption in the middle, too."""
PAIRED = (0.5, 2.0)
"""Proportions, width by height, of photos that may stand side by side."""
MOST_CAPTION_LINES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureFile:
    """One picture file of a photo, as far as its setting is concerned."""

    loc: Loc
    """Place of the photo in the record."""
    file: str
    ratio: float
    """Width by height."""
    photo: Photo


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One picture with its size on the page."""

    name: str
    """How the page asks for it: `bulletin:photo/<name>`."""
    file: str
    loc: Loc
    width_mm: float
    height_mm: float
    alt: str
    focus: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """Pictures under one caption."""

    loc: Loc
    rows: tuple[tuple[Picture, ...], ...]
    width_mm: float
    """Of the pictures."""
    box_mm: float
    """Of the column in which the pictures stand, and their caption."""
    caption: str = ""
    credit: str = ""
    part: str = ""
    """Which part of a gallery it is, such as `1/2`."""

    @property
    def narrow(self) -> bool:
        """Whether its caption would begin far beside it."""
        return self.width_mm < NARROW * self.box_mm

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """All its pictures, in order."""
        return tuple(picture for row in self.rows for picture in row)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One figure, or two side by side, that stand at one place of the text."""

    id: str
    figures: tuple[Figure, ...]
    height_mm: float
    """Of the pictures alone, without captions."""
    natural_mm: float
    """The same at scale 1."""
    scale: float


def pair_suits(one: Sequence[PictureFile], other: Sequence[PictureFile], edition: Edition) -> bool:
    """Whether two photos may stand side by side: neither too wide nor too high, no caption a narrow pillar."""
    if edition.large_print or len(one) != 1 or len(other) != 1:
        return False
    ratios = one[0].ratio, other[0].ratio
    if not all(PAIRED[0] <= ratio <= PAIRED[1] for ratio in ratios):
        return False
    sizes = scale(edition)
    height = min((edition.measure_mm - PAIR_GAP_MM) / sum(ratios), TALLEST * edition.depth_mm)
    return all(
        sizes.sans.width(_words(files[0].photo)) * sizes.small / PT_PER_MM <= MOST_CAPTION_LINES * ratio * height
        for files, ratio in zip((one, other), ratios, strict=True)
    )


def chunks(files: Sequence[PictureFile], edition: Edition) -> list[Sequence[PictureFile]]:
    """Several pictures under one caption, in portions that are set large enough on a page of their own."""
    rows = _rows(files, edition)
    limit = GALLERY_TALLEST * edition.depth_mm
    ratios = [[files[place].ratio for place in row] for row in rows]
    if len(rows) == 1 or _height(ratios, edition.measure_mm) * SHRUNK <= limit:
        return [files]
    parts: list[list[int]] = [[]]
    for number in range(len(rows)):
        if parts[-1] and _height([ratios[row] for row in (*parts[-1], number)], edition.measure_mm) > limit:
            parts.append([])
        parts[-1].append(number)
    return [[files[place] for number in part for place in rows[number]] for part in parts]


def slot(
    ident: str,
    photos: Sequence[Sequence[PictureFile]],
    edition: Edition,
    plan: Plan,
    *,
    first: int,
    part: str = "",
) -> Slot:
    """Set one photo, or two side by side.

    Args:
        ident: Name of the place, known to the plan.
        photos: For each photo its picture files.
        edition: Gives the measure.
        plan: Gives the scale.
        first: Number of the first picture, for its name on the page.
        part: Which part of a gallery it is, such as `1/2`; empty when it stands in one.
    """
    size = plan.scales.get(ident, plan.photos)
    if len(photos) == 2:
        inner = edition.measure_mm - PAIR_GAP_MM
        ratios = [files[0].ratio for files in photos]
        height = min(inner / sum(ratios), TALLEST * edition.depth_mm)
        figures = tuple(
            _figure(
                files, [[0]], width=ratio * height, box=inner * ratio / sum(ratios), scale=size, first=first + place
            )
            for place, (files, ratio) in enumerate(zip(photos, ratios, strict=True))
        )
    else:
        files = photos[0]
        rows = _rows(files, edition)
        ratios_of_rows = [[files[place].ratio for place in row] for row in rows]
        width = min(edition.measure_mm, _widest(ratios_of_rows, edition, caption_mm(files[0].photo, edition)))
        made = _figure(files, rows, width=width, box=edition.measure_mm, scale=size, first=first)
        figures = (replace(made, part=part),)
        height = _height(ratios_of_rows, width)
    return Slot(id=ident, figures=figures, height_mm=round(height * size, 2), natural_mm=round(height, 2), scale=size)


def _figure(
    files: Sequence[PictureFile], rows: Sequence[Sequence[int]], *, width: float, box: float, scale: float, first: int
) -> Figure:  # fmt: skip
    photo = files[0].photo
    # A single photo with a focus keeps its width and is cropped; all else is set smaller as it is.
    cropped = photo.focus is not None and len(files) == 1
    ratios_of = [[files[place].ratio for place in row] for row in rows]
    outer = width if cropped else _width(ratios_of, scale * _height(ratios_of, width))
    number = first
    set_rows = []
    for row in rows:
        ratios = [files[place].ratio for place in row]
        height = (outer - GAP_MM * (len(row) - 1)) / sum(ratios)
        pictures = []
        for place, ratio in zip(row, ratios, strict=True):
            pictures.append(
                Picture(
                    name=str(number), file=files[place].file, loc=files[place].loc, alt=_alt(files[place]),
                    width_mm=round(height * ratio, 2), height_mm=round(height * (scale if cropped else 1.0), 2),
                    focus=photo.focus if cropped else None,
                )
            )  # fmt: skip
            number += 1
        set_rows.append(tuple(pictures))
    return Figure(
        loc=files[0].loc, rows=tuple(set_rows), width_mm=round(outer, 2), caption=photo.caption, credit=photo.credit,
        box_mm=round(box, 2),
    )  # fmt: skip


def _alt(file: PictureFile) -> str:
    photo = file.photo
    words = photo.alt or photo.caption or "Ảnh tại hội nghị"
    number = len(photo.file)
    return words if number == 1 else f"{words} (ảnh {photo.file.index(file.file) + 1}/{number})"


def _height(rows: Sequence[Sequence[float]], width: float) -> float:
    heights = [(width - GAP_MM * (len(row) - 1)) / sum(row) for row in rows]
    return sum(heights) + GAP_MM * (len(rows) - 1)


def caption_mm(photo: Photo, edition: Edition) -> float:
    """About how high the caption below a photo is."""
    sizes = scale(edition)
    em_mm = sizes.small / PT_PER_MM
    rows = math.ceil(1.1 * sizes.sans.width(_words(photo)) * em_mm / edition.measure_mm)
    return rows * edition.leading * em_mm + AROUND_CAPTION_MM


def _words(photo: Photo) -> str:
    return f"{photo.caption}. Ảnh: {photo.credit}" if photo.credit else photo.caption


def _width(rows: Sequence[Sequence[float]], height: float) -> float:
    """The width at which rows of pictures are so high; the gaps stay as they are."""
    gaps = GAP_MM * (len(rows) - 1) - sum(GAP_MM * (len(row) - 1) / sum(row) for row in rows)
    return (height - gaps) / sum(1 / sum(row) for row in rows)


def _widest(rows: Sequence[Sequence[float]], edition: Edition, caption_mm: float) -> float:
    """The width at which a figure is as high as it may be: never so high that its caption would not fit the page."""
    limit = (TALLEST if len(rows) == 1 else GALLERY_TALLEST) * edition.depth_mm
    limit = max(LOWEST * edition.depth_mm, min(limit, edition.depth_mm - caption_mm))
    # The height grows linearly with the width, but for the gaps.
    at_full = _height(rows, edition.measure_mm)
    return edition.measure_mm if at_full <= limit else edition.measure_mm * limit / at_full


def _rows(files: Sequence[PictureFile], edition: Edition) -> list[list[int]]:
    """Break pictures into rows, in their order, so that each row is about as high as wanted."""
    ratios = [file.ratio for file in files]
    if len(ratios) == 1:
        return [[0]]
    widest = 2 if edition.large_print else 4
    size = "few" if len(files[0].photo.file) <= FEW[edition.large_print] else "many"
    wanted = edition.measure_mm * (LARGE_GALLERY_ROW if edition.large_print else GALLERY_ROW)[size]
    best: list[tuple[float, list[list[int]]]] = [(0.0, [])]
    for end in range(1, len(ratios) + 1):
        choices = []
        for start in range(max(0, end - widest), end):
            height = edition.measure_mm / sum(ratios[start:end])
            # A row that is far too high or too low costs most.
            cost = (height / wanted - 1) ** 2 if height >= wanted else (wanted / height - 1) ** 2
            before, rows = best[start]
            choices.append((before + cost, [*rows, list(range(start, end))]))
        best.append(min(choices, key=lambda choice: choice[0]))
    return best[-1][1]
