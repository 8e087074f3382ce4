"""Flowers, pot plants and trees."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

from drawing.canvas import Canvas, Fade, Point, ellipse, limb, rounded, smooth
from drawing.people import (
    shade,
)
from drawing.rooms import (
    BRIGHT,
    GOLD,
    RED,
)

BLOOMS = ("#d8344a", "#f2b632", "#f6e7e0", "#e8718c", "#f08a3c")
LEAVES = ("#3f7a45", "#2f5f38", "#5a9153")


def bloom(canvas: Canvas, x: float, y: float, radius: float, colour: str) -> None:
    """One flower of two rings of petals."""
    canvas.fill(
        ellipse(x, y + radius * 0.15, radius * 1.05, radius * 1.0), paint="#1d2a17", opacity=0.3, blur=radius * 0.2
    )
    for ring, (reach, tone) in enumerate(((0.62, -0.12), (0.34, 0.14))):
        petals = []
        for step in range(8):
            angle = math.tau * (step + 0.5 * ring) / 8
            petals.append(
                ellipse(
                    x + math.cos(angle) * radius * reach,
                    y + math.sin(angle) * radius * reach * 0.94,
                    radius * 0.42,
                    radius * 0.34,
                    turn=math.degrees(angle),
                )
            )
        canvas.fill(*petals, paint=Fade(shade(colour, max(tone, 0)), shade(colour, min(tone, 0) - 0.06)))
    canvas.fill(ellipse(x, y, radius * 0.2, radius * 0.18), paint=shade(colour, -0.3) if colour != "#f6e7e0" else GOLD)


def leaf(canvas: Canvas, x: float, y: float, length: float, angle: float, colour: str) -> None:
    """A pointed leaf growing from (x, y) at an angle in degrees."""
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    outline: list[Point] = [(0, 0), (0, 0), (0.35, -0.17), (0.7, -0.12), (1, 0), (1, 0), (0.7, 0.12), (0.35, 0.17)]
    placed = [(x + length * (px * cos - py * sin), y + length * (px * sin + py * cos)) for px, py in outline]
    canvas.fill(smooth(placed), paint=Fade(shade(colour, 0.15), shade(colour, -0.15)))


def flowers(
    canvas: Canvas, x: float, y: float, size: float, seed: int, *, spread: float = 1.6, colours: Sequence[str] = BLOOMS
) -> None:
    """A low arrangement of flowers; (x, y) is the middle of its foot, `size` its height."""
    rng = random.Random(seed)
    for number in range(16):
        angle = -172 + number * 164 / 15
        reach = (
            size
            * (0.75 + 0.25 * rng.random())
            * (spread * abs(math.cos(math.radians(angle))) * 0.75 + abs(math.sin(math.radians(angle))))
        )
        leaf(canvas, x + math.cos(math.radians(angle)) * size * 0.2, y - size * 0.12, reach, angle, rng.choice(LEAVES))
    spots = []
    for row, (high, wide, count) in enumerate(((0.74, 0.35, 3), (0.5, 0.75, 5), (0.24, 1.0, 7))):
        for number in range(count):
            across = (number / (count - 1) - 0.5) * 2 * wide * spread * 0.62
            spots.append(
                (
                    x + size * (across + rng.uniform(-0.05, 0.05)),
                    y - size * (high + rng.uniform(-0.06, 0.06) - 0.05 * row * abs(across)),
                )
            )
    for number, (bx, by) in enumerate(spots):
        bloom(canvas, bx, by, size * rng.uniform(0.17, 0.23), colours[(number * 2 + seed) % len(colours)])


def bouquet(canvas: Canvas, x: float, y: float, size: float, seed: int) -> None:
    """Flowers wrapped in paper; (x, y) is where a hand holds it."""
    rng = random.Random(seed)
    for number in range(9):
        leaf(canvas, x, y - size * 0.4, size * 0.85, -160 + number * 17.5, LEAVES[number % 3])
    canvas.fill(
        [
            (x - size * 0.62, y - size * 0.72),
            (x + size * 0.62, y - size * 0.72),
            (x + size * 0.08, y + size * 0.35),
            (x - size * 0.08, y + size * 0.35),
        ],
        paint=Fade("#f4e3e6", "#d9aeb8"),
    )
    for number in range(9):
        angle = math.tau * number / 8
        reach = 0.0 if number == 8 else 0.38
        bloom(
            canvas,
            x + size * reach * math.cos(angle) * 1.15,
            y - size * (0.78 - reach * 0.7 * math.sin(angle)),
            size * 0.24,
            BLOOMS[(number + seed) % 5],
        )
    canvas.fill(
        [
            (x - size * 0.6, y - size * 0.42),
            (x, y - size * 0.2),
            (x + size * 0.6, y - size * 0.42),
            (x + size * 0.09, y + size * 0.36),
            (x - size * 0.09, y + size * 0.36),
        ],
        paint=Fade("#fbf1ee", "#dfb9c0"),
    )
    canvas.fill(rounded(x - size * 0.17, y - size * 0.06, x + size * 0.17, y + size * 0.06, size * 0.03), paint=RED)
    for side in (-1, 1):
        canvas.fill(
            smooth(
                [
                    (x, y),
                    (x + side * size * 0.22, y + size * 0.1),
                    (x + side * size * (0.2 + 0.02 * rng.random()), y + size * 0.34),
                    (x + side * size * 0.1, y + size * 0.3),
                ]
            ),
            paint=BRIGHT,
        )


def pot_plant(canvas: Canvas, x: float, y: float, size: float, seed: int) -> None:
    """A tall green plant in a pot; (x, y) is the middle of the pot's foot."""
    rng = random.Random(seed)
    canvas.light(x, y, size * 0.34, size * 0.06, "#1c0d08", 0.5)
    for number in range(17):
        angle = -165 + number * 9.4 + rng.uniform(-4, 4)
        leaf(canvas, x, y - size * 0.3, size * rng.uniform(0.55, 0.78), angle, LEAVES[number % 3])
    canvas.fill(
        [
            (x - size * 0.17, y - size * 0.32),
            (x + size * 0.17, y - size * 0.32),
            (x + size * 0.12, y),
            (x - size * 0.12, y),
        ],
        paint=Fade("#c9b08a", "#8f6d45", across=True),
    )
    canvas.fill(
        rounded(x - size * 0.19, y - size * 0.35, x + size * 0.19, y - size * 0.28, size * 0.02),
        paint=Fade("#d8c19b", "#9c7a50", across=True),
    )


def tree(canvas: Canvas, x: float, y: float, size: float, seed: int, *, blossom: str | None = None) -> None:
    """A broad shade tree; (x, y) is its foot. With `blossom`, it is in flower."""
    rng = random.Random(seed)
    canvas.light(x + size * 0.1, y + size * 0.01, size * 0.5, size * 0.05, "#2a2a14", 0.5)
    canvas.fill(
        *limb(
            [(x, y), (x - size * 0.01, y - size * 0.3), (x + size * 0.02, y - size * 0.6)],
            (size * 0.08, size * 0.055, size * 0.04),
        ),
        paint=Fade("#6d5038", "#4c3625"),
    )
    for side in (-1, 1):
        canvas.fill(
            *limb([(x, y - size * 0.36), (x + side * size * 0.2, y - size * 0.6)], (size * 0.04, size * 0.02)),
            paint="#5b4330",
        )
    for layer, tone in enumerate((-0.28, -0.1, 0.08)):
        clumps = []
        for _ in range(16):
            angle, reach = rng.uniform(0, math.tau), math.sqrt(rng.random())
            clumps.append(
                ellipse(
                    x + math.cos(angle) * reach * size * 0.42 - size * 0.025 * layer,
                    y - size * (0.7 + 0.035 * layer) + math.sin(angle) * reach * size * 0.2,
                    size * rng.uniform(0.09, 0.15),
                    size * rng.uniform(0.07, 0.11),
                )
            )
        canvas.fill(*clumps, paint=Fade(shade("#4f8a4a", tone + 0.12), shade("#3d7440", tone)))
    if blossom:
        for _ in range(70):
            angle, reach = rng.uniform(0, math.tau), math.sqrt(rng.random())
            radius = size * rng.uniform(0.012, 0.026)
            canvas.fill(
                ellipse(
                    x + math.cos(angle) * reach * size * 0.46,
                    y - size * 0.73 + math.sin(angle) * reach * size * 0.23,
                    radius,
                    radius * 0.8,
                ),
                paint=shade(blossom, rng.uniform(-0.12, 0.2)),
            )
