"""A group lined up for a photograph, a choir, a bowl of lotus."""

from __future__ import annotations

import math
import random

from drawing.canvas import Canvas, Fade, Point, ellipse, limb, rect, smooth
from drawing.figures import standing
from drawing.halls import CLERK, ELDER, GENTLEMAN, LADY, SECRETARY, TEACHER
from drawing.people import (
    DRESSES,
    SKINS,
    SUITS,
    TIES,
    Person,
    dressed,
    someone,
)
from drawing.plants import bouquet, flowers
from drawing.rooms import (
    curtain,
    floor,
    gold_star,
    wood,
)
from drawing.school import facade


def group(width: int, height: int, *, seed: int, outdoors: bool) -> Canvas:
    """Two rows of people lined up for a photograph."""
    canvas, rng = Canvas(width, height, Fade("#a9d4ea", "#f4ecd6")), random.Random(seed)
    size = height * 0.082
    if outdoors:
        facade(canvas, width * -0.06, height * 0.74, width * 1.12, height * 0.66)
        canvas.fill(rect(0, height * 0.74, width, height), paint=Fade("#d9c9a8", "#b89d74"))
        for step in range(3):
            canvas.fill(
                rect(
                    width * 0.06 - step * 30,
                    height * (0.7 + 0.035 * step),
                    width * 0.94 + step * 30,
                    height * (0.735 + 0.035 * step),
                ),
                paint=Fade("#efe6d2", "#c6b48f"),
            )
    else:
        curtain(canvas, (0, -40, width, height * 0.8), seed, fold=width * 0.028)
        gold_star(canvas, width / 2, height * 0.19, height * 0.09)
        floor(canvas, height * 0.8, "#744a29", "#c08d57")
    canvas.soften(width * 0.0018)
    canvas.light(width * 0.5, height * 0.35, width * 0.55, height * 0.5, "#fff2cf", 0.25)
    people = [someone(rng, formal=0.5) for _ in range(13)]
    for number, person in enumerate(people[:6] + people[6:7]):
        standing(
            canvas,
            person,
            width * (0.14 + 0.12 * number),
            height * 0.87 - 6.4 * size,
            size,
            turn=(3 - number) / 6,
            shadow=False,
        )
    front = (
        SECRETARY,
        CLERK,
        TEACHER,
        ELDER,
        LADY,
        GENTLEMAN,
        dressed(CLERK, "suit", SUITS[3]),
        dressed(SECRETARY, "dress", DRESSES[7]),
    )
    for number, person in enumerate(front):
        standing(
            canvas, person, width * (0.08 + 0.12 * number), height * 0.965 - 6.4 * size, size, turn=(3.5 - number) / 7
        )
        if number in (3, 4):
            bouquet(
                canvas, width * (0.08 + 0.12 * number) + 0.1 * size, height * 0.965 - 4.5 * size, 1.05 * size, number
            )
            canvas.fill(
                ellipse(
                    width * (0.08 + 0.12 * number) + 0.12 * size, height * 0.965 - 4.45 * size, 0.2 * size, 0.13 * size
                ),
                paint=person.skin,
            )
    return canvas


def choir(width: int, height: int) -> Canvas:
    """A choir in long dresses sings on the stage under coloured light."""
    canvas, rng = Canvas(width, height), random.Random(73)
    curtain(canvas, (0, -40, width, height * 0.8), 31, fold=width * 0.024)
    canvas.veil((0, 0, width, height * 0.8), "#14061a", 0.45, 0.15)
    floor(canvas, height * 0.8, "#3c2417", "#a06c40")
    canvas.soften(width * 0.002)
    for share, colour in ((0.2, "#ffd27a"), (0.5, "#ffe9c4"), (0.8, "#ff9ab0")):
        canvas.fill(
            [
                (width * share - 20, -20),
                (width * share + 20, -20),
                (width * share + width * 0.16, height * 0.88),
                (width * share - width * 0.16, height * 0.88),
            ],
            paint=colour,
            opacity=0.16,
            blur=26,
        )
        canvas.light(width * share, height * 0.88, width * 0.19, height * 0.09, colour, 0.45)
    size = height * 0.078
    for row, (count, foot, tone) in enumerate(((9, 0.845, "#f0e8da"), (8, 0.93, DRESSES[0]))):
        for number in range(count):
            hands: tuple[Point, Point, Point] = ((0.82, 0.66), (1.0, 1.45), (0.22, 1.75))
            person = Person(
                skin=rng.choice(SKINS),
                style=rng.choice(("long", "bun", "bob")),
                outfit="dress",
                colour=tone,
                accent=TIES[0],
            )
            standing(
                canvas,
                person,
                width * (0.5 + (number - (count - 1) / 2) * 0.09),
                height * foot - 6.4 * size,
                size,
                right=hands,
                left=tuple((-x, y) for x, y in hands),
                turn=((count - 1) / 2 - number) / 6,
                shadow=row == 1,
            )
    for number in range(8):
        flowers(canvas, width * (0.07 + 0.123 * number), height * 1.01, height * 0.075, number, spread=2.4)
    return canvas


def lotus(width: int, height: int) -> Canvas:
    """A bowl of lotus flowers on a wooden table, close by."""
    canvas = Canvas(width, height, Fade("#7d1622", "#4c0a12"))
    canvas.folds((0, 0, width, round(height * 0.72)), "#5a0e18", "#a32231", width * 0.07, 3)
    canvas.veil((0, 0, width, height * 0.72), "#2b0509", 0.0, 0.4)
    gold_star(canvas, width * 0.77, height * 0.22, width * 0.1)
    canvas.soften(width * 0.009)
    canvas.light(width * 0.42, height * 0.36, width * 0.7, height * 0.6, "#ffb98a", 0.3)
    wood(canvas, rect(0, height * 0.72, width, height), "#8a5630", 8)
    canvas.light(width * 0.5, height * 0.9, width * 0.36, height * 0.055, "#1c0d08", 0.6)
    pads = ((0.2, 0.5, 0.17, -12), (0.8, 0.52, 0.16, 14), (0.36, 0.62, 0.15, -5), (0.65, 0.63, 0.15, 8))
    stems = ((0.5, 0.24, 0.15), (0.27, 0.37, 0.115), (0.73, 0.4, 0.11), (0.42, 0.5, 0.09), (0.62, 0.54, 0.085))
    for x, y, radius, turn in pads:
        canvas.fill(
            ellipse(width * x, height * y, width * radius, width * radius * 0.5, turn=turn),
            paint=Fade("#6fa368", "#356b3f"),
        )
        canvas.fill(
            ellipse(width * x - 8, height * y - 8, width * radius * 0.7, width * radius * 0.28, turn=turn),
            paint="#ffffff",
            opacity=0.12,
            blur=12,
        )
    for x, y, _ in stems:
        curve = smooth(
            [(width * 0.5, height * 0.74), (width * (0.5 + x) / 2, height * (y + 0.16)), (width * x, height * y)],
            closed=False,
        )
        canvas.fill(*limb(curve, [width * 0.012] * len(curve)), paint="#4e8050")
    for x, y, radius in stems[::-1]:
        _lotus_flower(canvas, width * x, height * y, width * radius)
    bowl = smooth(
        [
            (width * 0.3, height * 0.7),
            (width * 0.3, height * 0.7),
            (width * 0.7, height * 0.7),
            (width * 0.7, height * 0.7),
            (width * 0.665, height * 0.82),
            (width * 0.57, height * 0.895),
            (width * 0.43, height * 0.895),
            (width * 0.335, height * 0.82),
        ]
    )
    canvas.fill(bowl, paint=Fade("#f7f3ea", "#b9b4a6", across=True))
    for number in range(9):
        canvas.fill(
            ellipse(
                width * (0.34 + 0.04 * number), height * (0.775 + 0.012 * (number % 2)), width * 0.016, width * 0.022
            ),
            paint="#2f5687",
            opacity=0.75,
            within=bowl,
        )
    canvas.fill(ellipse(width * 0.5, height * 0.7, width * 0.2, height * 0.02), paint="#3a5d3e")
    canvas.fill(
        ellipse(width * 0.4, height * 0.78, width * 0.025, height * 0.07, turn=12),
        paint="#ffffff",
        opacity=0.5,
        blur=10,
        within=bowl,
    )
    return canvas


def _lotus_flower(canvas: Canvas, x: float, y: float, radius: float) -> None:
    canvas.light(x, y, radius * 1.6, radius * 1.5, "#ffd3dc", 0.25)
    for spread, length, tone in (
        (66, 1.0, "#d9688c"),
        (44, 1.1, "#e88aa6"),
        (22, 1.14, "#f0a6bb"),
        (0, 1.12, "#f6c0cd"),
    ):
        for side in (-1, 1):
            turn = side * spread
            petal: list[Point] = [
                (0, 0),
                (0, 0),
                (0.3, -0.35),
                (0.24, -0.8),
                (0, -1),
                (0, -1),
                (-0.24, -0.8),
                (-0.3, -0.35),
            ]
            canvas.fill(smooth(_turned(petal, x, y + radius * 0.4, radius * length, turn)), paint=Fade(tone, "#fbe6e6"))
    canvas.fill(
        smooth(
            _turned(
                [(0, 0), (0.34, -0.3), (0.26, -0.7), (0, -0.84), (-0.26, -0.7), (-0.34, -0.3)],
                x,
                y + radius * 0.42,
                radius,
                0,
            )
        ),
        paint=Fade("#f3a9be", "#fdf0ec"),
    )


def _turned(points: list[Point], x: float, y: float, size: float, degrees: float) -> list[Point]:
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return [(x + size * (px * cos - py * sin), y + size * (px * sin + py * cos)) for px, py in points]
