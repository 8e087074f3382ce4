"""Rectangles and matrices, in points from the lower left corner of the sheet."""

from __future__ import annotations

from typing import NamedTuple

Matrix = tuple[float, float, float, float, float, float]


class Box(NamedTuple):
    """A rectangle in points, from the lower left corner of the sheet."""

    left: float
    bottom: float
    right: float
    top: float

    def within(self, other: Box) -> Box:
        """The part that lies in another box; of no or negative size when none does."""
        return Box(
            max(self.left, other.left), max(self.bottom, other.bottom),
            min(self.right, other.right), min(self.top, other.top),
        )  # fmt: skip

    def exceeds(self, other: Box, by: float) -> bool:
        """Whether it sticks out of another box by more than so many points."""
        return (
            self.left < other.left - by or self.bottom < other.bottom - by
            or self.right > other.right + by or self.top > other.top + by
        )  # fmt: skip

    @property
    def area(self) -> float:
        """In square points; 0 when nothing is left of it."""
        return max(0.0, self.right - self.left) * max(0.0, self.top - self.bottom)


def product(first: Matrix, second: Matrix) -> Matrix:
    """The matrix that does first one, then the other."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def placed(box: Box, matrix: Matrix) -> Box:
    """The box round a box that a matrix has moved, and perhaps turned."""
    a, b, c, d, e, f = matrix
    return around(
        [(a * x + c * y + e, b * x + d * y + f) for x in (box.left, box.right) for y in (box.bottom, box.top)]
    )


def around(points: list[tuple[float, float]]) -> Box:
    """The box round some points."""
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))
