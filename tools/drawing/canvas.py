"""A canvas for smooth shapes with soft light, drawn at twice its size."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFilter

Point = tuple[float, float]
Outline = Sequence[Point]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

SCALE = 2
"""Pixels drawn for each pixel kept: smooth edges."""


@dataclass(frozen=True, slots=True)
class Fade:
    """A colour that turns into another, from top to bottom or from left to right of the shape."""

    first: str
    last: str
    across: bool = False


Paint = str | Fade


def smooth(points: Outline, *, closed: bool = True, steps: int = 10) -> list[Point]:
    """Lay a Catmull-Rom curve through points; a point given twice makes a corner."""
    count = len(points)
    result: list[Point] = []
    for index in range(count if closed else count - 1):
        if closed:
            before, start, end, after = (points[(index + shift) % count] for shift in (-1, 0, 1, 2))
        else:
            before, start = points[max(index - 1, 0)], points[index]
            end, after = points[index + 1], points[min(index + 2, count - 1)]
        if start == end:
            result.append(start)
            continue
        for step in range(steps):
            part = step / steps
            result.append((_spline(before, start, end, after, part, 0), _spline(before, start, end, after, part, 1)))
    if not closed:
        result.append(points[-1])
    return result


def _spline(before: Point, start: Point, end: Point, after: Point, part: float, axis: int) -> float:
    a, b, c, d = before[axis], start[axis], end[axis], after[axis]
    return 0.5 * (2 * b + (c - a) * part + (2 * a - 5 * b + 4 * c - d) * part**2 + (3 * b - a - 3 * c + d) * part**3)


def rect(left: float, top: float, right: float, bottom: float) -> list[Point]:
    """Four corners of an upright rectangle."""
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def ellipse(x: float, y: float, rx: float, ry: float, *, turn: float = 0.0) -> list[Point]:
    """An ellipse round (x, y), turned by degrees."""
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    ring = [(rx * math.cos(step * math.tau / 48), ry * math.sin(step * math.tau / 48)) for step in range(48)]
    return [(x + cos * dx - sin * dy, y + sin * dx + cos * dy) for dx, dy in ring]


def rounded(left: float, top: float, right: float, bottom: float, radius: float) -> list[Point]:
    """A rectangle with round corners."""
    corners = [(right - radius, top + radius, -90), (right - radius, bottom - radius, 0)]
    corners += [(left + radius, bottom - radius, 90), (left + radius, top + radius, 180)]
    result: list[Point] = []
    for x, y, start in corners:
        angles = [math.radians(start + step * 10) for step in range(10)]
        result += [(x + radius * math.cos(angle), y + radius * math.sin(angle)) for angle in angles]
    return result


def star(x: float, y: float, radius: float, *, inner: float = 0.382) -> list[Point]:
    """A five-pointed star standing upright."""
    angles = [math.radians(-90 + 36 * step) for step in range(10)]
    radii = [radius if step % 2 == 0 else radius * inner for step in range(10)]
    return [(x + r * math.cos(angle), y + r * math.sin(angle)) for r, angle in zip(radii, angles, strict=True)]


def limb(points: Outline, widths: Sequence[float]) -> list[list[Point]]:
    """Outlines of a round, tapering line through points: an arm, a leg, a stem."""
    shapes = [ellipse(x, y, width / 2, width / 2) for (x, y), width in zip(points, widths, strict=True)]
    for (x1, y1), (x2, y2), first, last in zip(points, points[1:], widths, widths[1:], strict=False):
        length = math.hypot(x2 - x1, y2 - y1) or 1.0
        nx, ny = (y1 - y2) / length / 2, (x2 - x1) / length / 2
        shapes.append(
            [
                (x1 + nx * first, y1 + ny * first),
                (x2 + nx * last, y2 + ny * last),
                (x2 - nx * last, y2 - ny * last),
                (x1 - nx * first, y1 - ny * first),
            ]
        )
    return shapes


class Canvas:
    """A picture being painted; lengths are in pixels of the finished picture."""

    def __init__(self, width: int, height: int, paint: Paint = "#ffffff") -> None:
        self.width, self.height = width, height
        self.image = Image.new("RGB", (width * SCALE, height * SCALE))
        self.fill(rect(0, 0, width, height), paint=paint)

    def fill(
        self,
        *outlines: Outline,
        paint: Paint,
        opacity: float = 1.0,
        blur: float = 0.0,
        within: Outline | None = None,
    ) -> None:
        """Paint the union of outlines, softened by `blur` pixels, and only inside `within`."""
        every = [point for outline in outlines for point in outline]
        grow = blur * 2.5 + 2
        left = max(math.floor((min(x for x, _ in every) - grow) * SCALE), 0)
        top = max(math.floor((min(y for _, y in every) - grow) * SCALE), 0)
        right = min(math.ceil((max(x for x, _ in every) + grow) * SCALE), self.image.width)
        bottom = min(math.ceil((max(y for _, y in every) + grow) * SCALE), self.image.height)
        if right <= left or bottom <= top:
            return
        size = (right - left, bottom - top)
        # A wide blur shows no detail: a quarter of the pixels gives the same softness.
        coarse = 4 if blur > 8 else 1
        mask = _mask(outlines, left, top, size, coarse)
        if blur:
            mask = mask.filter(ImageFilter.GaussianBlur(blur * SCALE / coarse))
            mask = mask.resize(size, Image.Resampling.BILINEAR)
        if within is not None:
            mask = ImageChops.multiply(mask, _mask((within,), left, top, size, 1))
        if opacity < 1:
            mask = mask.point(lambda value: round(value * opacity))
        self.image.paste(_painted(paint, every, left, top, size), (left, top), mask)

    def light(self, x: float, y: float, rx: float, ry: float, colour: str, opacity: float) -> None:
        """Lay a soft oval of light, or of shade, that fades out to its rim."""
        box = [round(v * SCALE) for v in (x - rx, y - ry, 2 * rx, 2 * ry)]
        # Pillow's ramp reaches 178 at the middle of a side and 255 in the corners.
        ramp = Image.radial_gradient("L").point(lambda value: round(opacity * 255 * _ease(1 - value / 178)))
        mask = ramp.resize((max(box[2], 1), max(box[3], 1)), Image.Resampling.BICUBIC)
        self.image.paste(ImageColor.getrgb(colour), (box[0], box[1]), mask)

    def veil(self, box: Box, colour: str, first: float, last: float, *, across: bool = False) -> None:
        """Lay a colour over a box, its opacity running from `first` to `last`."""
        left, top, right, bottom = (round(v * SCALE) for v in box)
        ramp = Image.linear_gradient("L").point(lambda value: round(255 * (first + (last - first) * value / 255)))
        if across:
            ramp = ramp.transpose(Image.Transpose.ROTATE_90)
        mask = ramp.resize((right - left, bottom - top), Image.Resampling.BICUBIC)
        self.image.paste(ImageColor.getrgb(colour), (left, top), mask)

    def folds(self, box: Box, dark: str, bright: str, width: float, seed: int) -> None:
        """Hang cloth in upright folds of about `width` pixels."""
        left, top, right, bottom = (round(v * SCALE) for v in box)
        rng = random.Random(seed)
        values: list[int] = []
        while len(values) < right - left:
            length = round(width * SCALE * rng.uniform(0.65, 1.4))
            depth = rng.uniform(0.7, 1.0)
            values += [round(255 * (0.5 - 0.5 * math.cos(math.tau * i / length)) ** 0.8 * depth) for i in range(length)]
        row = Image.new("L", (right - left, 1))
        row.putdata(values[: right - left])
        mask = row.resize((right - left, bottom - top))
        cloth = Image.composite(Image.new("RGB", mask.size, bright), Image.new("RGB", mask.size, dark), mask)
        self.image.paste(cloth, (left, top))

    def soften(self, radius: float) -> None:
        """Put what is painted so far out of focus."""
        half = self.image.reduce(2).filter(ImageFilter.GaussianBlur(radius * SCALE / 2))
        self.image = half.resize(self.image.size, Image.Resampling.BICUBIC)

    def finished(self) -> Image.Image:
        """The picture at its final size."""
        return self.image.reduce(SCALE)


def _ease(part: float) -> float:
    clipped = min(max(part, 0.0), 1.0)
    return clipped * clipped * (3 - 2 * clipped)


def _mask(outlines: Sequence[Outline], left: int, top: int, size: tuple[int, int], coarse: int) -> Image.Image:
    mask = Image.new("L", (max(size[0] // coarse, 1), max(size[1] // coarse, 1)))
    draw = ImageDraw.Draw(mask)
    for outline in outlines:
        draw.polygon([((x * SCALE - left) / coarse, (y * SCALE - top) / coarse) for x, y in outline], fill=255)
    return mask


def _painted(paint: Paint, every: Outline, left: int, top: int, size: tuple[int, int]) -> Image.Image:
    if isinstance(paint, str):
        return Image.new("RGB", size, paint)
    axis = 0 if paint.across else 1
    start = min(point[axis] for point in every) * SCALE - (left, top)[axis]
    length = max(max(point[axis] for point in every) * SCALE - (left, top)[axis] - start, 1.0)
    values = [round(255 * min(max((i - start) / length, 0.0), 1.0)) for i in range(size[axis])]
    ramp = Image.new("L", (size[0], 1) if paint.across else (1, size[1]))
    ramp.putdata(values)
    return Image.composite(Image.new("RGB", size, paint.last), Image.new("RGB", size, paint.first), ramp.resize(size))
