"""A decision or a certificate handed over, an oath, flowers for a teacher."""

from __future__ import annotations

import random

from drawing.canvas import Canvas, Fade, Point, ellipse, limb, rect, rounded
from drawing.figures import standing
from drawing.people import (
    DRESSES,
    SHIRTS,
    SKINS,
    TIES,
    Person,
    shade,
    someone,
)
from drawing.plants import bouquet, flowers, pot_plant
from drawing.rooms import (
    BRIGHT,
    CREAM,
    GOLD,
    PALE_GOLD,
    RED,
    SAND,
    curtain,
    floor,
    gold_star,
    wood,
)
from drawing.school import facade


def certificate(canvas: Canvas, x: float, y: float, size: float, *, framed: bool) -> None:
    """A red folder or a gold frame round a blank sheet; (x, y) is its middle, `size` its width."""
    left, top, right, bottom = x - size / 2, y - size * 0.36, x + size / 2, y + size * 0.36
    canvas.fill(rect(left + 6, top + 10, right + 6, bottom + 10), paint="#1c0306", opacity=0.5, blur=size * 0.03)
    canvas.fill(
        rounded(left, top, right, bottom, size * 0.03),
        paint=Fade(PALE_GOLD, "#a87814") if framed else Fade(BRIGHT, RED),
    )
    edge = size * (0.06 if framed else 0.045)
    sheet = rect(left + edge, top + edge, right - edge, bottom - edge)
    canvas.fill(sheet, paint=Fade("#fffaf0", "#f1e5cb"))
    inner = [
        (left + 2 * edge, top + 2 * edge),
        (right - 2 * edge, top + 2 * edge),
        (right - 2 * edge, bottom - 2 * edge),
        (left + 2 * edge, bottom - 2 * edge),
    ]
    canvas.fill(*limb([*inner, inner[0]], [size * 0.008] * 5), paint=GOLD)
    gold_star(canvas, x, y - size * 0.13, size * 0.07)
    canvas.fill(
        ellipse(left + size * 0.3, top + size * 0.1, size * 0.4, size * 0.12, turn=-20),
        paint="#ffffff",
        opacity=0.35,
        blur=size * 0.05,
        within=sheet,
    )


def _thumb(canvas: Canvas, x: float, y: float, size: float, skin: str, side: int) -> None:
    """A thumb laid on the edge of what the hand holds; `side` is where the hand comes from."""
    heel, joint, tip = (x + side * size * 0.5, y + size * 0.25), (x, y), (x - side * size * 0.55, y - size * 0.2)
    canvas.fill(*limb([heel, joint, tip], (size * 0.75, size * 0.5, size * 0.3)), paint=shade(skin, -0.02))
    canvas.fill(*limb([joint, tip], (size * 0.05, size * 0.04)), paint=shade(skin, -0.3), opacity=0.5)


def _backdrop(canvas: Canvas, seed: int, *, star_x: float, star_y: float, radius: float) -> None:
    width, height = canvas.width, canvas.height
    curtain(canvas, (0, -50, width, height * 0.86), seed, fold=width * 0.036)
    gold_star(canvas, width * star_x, height * star_y, radius)
    floor(canvas, height * 0.86, "#6f4424", "#b08253")
    canvas.soften(width * 0.003)
    canvas.light(width * 0.5, height * 0.4, width * 0.8, height * 0.6, "#ffcf96", 0.26)


def handing(width: int, height: int, *, giver: Person, taker: Person, seed: int, framed: bool = False) -> Canvas:
    """One hands a paper to another, who holds flowers."""
    canvas = Canvas(width, height)
    _backdrop(canvas, seed, star_x=0.5, star_y=0.2, radius=width * 0.085)
    size = min(height / 9.3, width / 6.9)
    foot = height * 0.965
    middle, y = width / 2, foot - 6.4 * size
    taller, smaller = size * 1.02, size * 0.97
    x1, x2 = middle - 1.75 * size, middle + 1.75 * size
    meet = y + 1.55 * size
    reach1 = ((middle - 0.72 * size - x1) / taller, (meet - (foot - 6.4 * taller)) / taller)
    reach2 = ((x2 - middle - 0.62 * size) / smaller, (meet - (foot - 6.4 * smaller)) / smaller)
    standing(
        canvas,
        giver,
        x1,
        foot - 6.4 * taller,
        taller,
        turn=0.9,
        right=((0.82, 0.66), (1.0, 1.6), reach1),
        left=((-0.82, 0.66), (-1.04, 1.55), (-0.86, 2.4)),
    )
    standing(
        canvas,
        taker,
        x2,
        foot - 6.4 * smaller,
        smaller,
        turn=-0.9,
        left=((-0.82, 0.66), (-1.0, 1.62), (-reach2[0], reach2[1])),
        right=((0.82, 0.66), (1.12, 1.5), (0.5, 1.85)),
    )
    bouquet(canvas, x2 + 0.72 * size, foot - 6.4 * smaller + 1.9 * size, 1.25 * size, seed)
    canvas.fill(
        *limb(
            [
                (x2 + 0.72 * size - 0.2 * size, foot - 6.4 * smaller + 2.02 * size),
                (x2 + 0.95 * size, foot - 6.4 * smaller + 1.98 * size),
            ],
            (0.2 * size, 0.2 * size),
        ),
        paint=taker.skin,
    )
    certificate(canvas, middle + 0.02 * size, meet - 0.05 * size, 1.7 * size, framed=framed)
    _thumb(canvas, middle - 0.86 * size, meet + 0.1 * size, 0.3 * size, giver.skin, -1)
    _thumb(canvas, middle + 0.9 * size, meet + 0.1 * size, 0.3 * size, taker.skin, 1)
    for side in (-1, 1):
        flowers(canvas, middle + side * width * 0.41, height * 1.01, size * 0.95, seed + side, spread=2.0)
    return canvas


def oath(width: int, height: int) -> Canvas:
    """Two new members raise their right hands; the cell stands behind them."""
    canvas, rng = Canvas(width, height, Fade(CREAM, SAND)), random.Random(5)
    flag = [
        (width * 0.24, height * 0.1),
        (width * 0.76, height * 0.1),
        (width * 0.76, height * 0.36),
        (width * 0.24, height * 0.36),
    ]
    canvas.light(width / 2, height * 0.24, width * 0.62, height * 0.3, "#fff6de", 0.7)
    canvas.fill([(x + 8, y + 14) for x, y in flag], paint="#5a4326", opacity=0.4, blur=12)
    canvas.fill(flag, paint=Fade("#cf2431", "#a5182a"))
    gold_star(canvas, width * 0.5, height * 0.23, height * 0.068)
    floor(canvas, height * 0.8, "#8d6138", "#c49a68")
    wood(canvas, rect(0, height * 0.785, width, height * 0.805), "#8a5a34", 3)
    for side in (-1, 1):
        pot_plant(canvas, width / 2 + side * width * 0.42, height * 0.835, height * 0.23, 4 + side)
    for number in range(5):
        person = someone(rng, formal=0.2)
        standing(canvas, person, width * (0.1 + 0.2 * number), height * 0.455, height * 0.058, turn=(2 - number) / 4)
    canvas.soften(width * 0.0022)
    raised: tuple[Point, Point, Point] = ((-0.82, 0.66), (-1.22, 1.2), (-0.98, -0.1))
    young = Person(skin=SKINS[0], style="long", outfit="dress", colour="#e9e2d6", accent=TIES[0])
    man = Person(skin=SKINS[4], style="short", outfit="shirt", colour=SHIRTS[0])
    for person, share in ((man, 0.31), (young, 0.69)):
        size = height * 0.088
        x, y = width * share, height * 0.955 - 6.4 * size
        standing(canvas, person, x, y, size, left=raised)
        canvas.fill(ellipse(x - 0.96 * size, y - 0.32 * size, 0.17 * size, 0.19 * size), paint=shade(person.skin, 0.03))
        for number in range(3):
            canvas.fill(
                *limb(
                    [
                        (x - (1.06 - 0.1 * number) * size, y - 0.42 * size),
                        (x - (1.06 - 0.1 * number) * size, y - 0.27 * size),
                    ],
                    (0.02 * size, 0.015 * size),
                ),
                paint=shade(person.skin, -0.3),
            )
    canvas.veil((0, height * 0.85, width, height), "#2a1208", 0.0, 0.22)
    return canvas


def gift(width: int, height: int) -> Canvas:
    """Young teachers bring flowers to a retired one in the garden."""
    canvas = Canvas(width, height, Fade("#bfe0ee", "#f6efd9"))
    facade(canvas, width * -0.25, height * 0.66, width * 1.5, height * 0.5)
    canvas.fill(rect(0, height * 0.66, width, height), paint=Fade("#d8c7a4", "#b59a70"))
    canvas.soften(width * 0.004)
    canvas.light(width * 0.4, height * 0.4, width * 0.7, height * 0.5, "#fff4cf", 0.4)
    size = height * 0.1
    foot = height * 0.95
    elder = Person(
        skin=SKINS[3], hair="#b3aea8", style="bun", outfit="dress", colour=DRESSES[5], accent=TIES[2], glasses=True
    )
    girl = Person(skin=SKINS[0], style="long", outfit="dress", colour=DRESSES[6], accent=TIES[0])
    x1, x2, y = width * 0.33, width * 0.68, foot - 6.4 * size
    standing(canvas, girl, x2, y, size, turn=-0.9, left=((-0.82, 0.66), (-1.0, 1.55), (-1.12, 1.82)))
    standing(canvas, elder, x1, y + 0.12 * size, size * 0.97, turn=0.8, right=((0.82, 0.66), (1.0, 1.55), (1.12, 1.82)))
    bouquet(canvas, width * 0.505, y + 1.75 * size, 1.35 * size, 3)
    _thumb(canvas, width * 0.505 - 0.2 * size, y + 1.86 * size, 0.3 * size, elder.skin, -1)
    _thumb(canvas, width * 0.505 + 0.22 * size, y + 1.84 * size, 0.3 * size, girl.skin, 1)
    return canvas
