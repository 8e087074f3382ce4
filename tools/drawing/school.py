"""The school: its building, its yard, a gallery, the room of old pictures."""

from __future__ import annotations

import math
import random

from drawing.canvas import Canvas, Fade, ellipse, limb, rect, smooth
from drawing.figures import back
from drawing.halls import CLERK, ELDER, SECRETARY, TEACHER
from drawing.people import (
    SKINS,
    Person,
    shade,
)
from drawing.plants import tree
from drawing.rooms import (
    DARK_WOOD,
    RED,
    floor,
    gold_star,
    wood,
)


def sky(canvas: Canvas, bottom: float, seed: int) -> None:
    """Morning sky with soft clouds."""
    rng = random.Random(seed)
    canvas.fill(rect(0, 0, canvas.width, bottom), paint=Fade("#7fbfe3", "#f5ecd4"))
    for _ in range(7):
        x, y, size = rng.uniform(0, canvas.width), rng.uniform(0, bottom * 0.5), canvas.width * rng.uniform(0.03, 0.06)
        clumps = [
            ellipse(x + (n - 2) * size * 0.7, y - (2 - abs(n - 2)) * size * 0.16, size * 0.62, size * 0.24)
            for n in range(5)
        ]
        canvas.fill(*clumps, paint="#ffffff", opacity=0.7, blur=size * 0.1)


def facade(canvas: Canvas, left: float, bottom: float, width: float, height: float) -> None:
    """A school building of two floors with galleries, arches and a tiled roof."""
    right, top = left + width, bottom - height
    roof = height * 0.2
    canvas.fill(
        [
            (left - width * 0.012, top + roof),
            (left + width * 0.03, top),
            (right - width * 0.03, top),
            (right + width * 0.012, top + roof),
        ],
        paint=Fade("#c9573f", "#9b3a2a"),
    )
    for number in range(6):
        y = top + roof * (number + 0.5) / 6
        canvas.fill(rect(left, y, right, y + roof * 0.025), paint="#7a2a1e", opacity=0.35)
    canvas.fill(rect(left, top + roof, right, bottom), paint=Fade("#f7eccb", "#ead6a4"))
    bays = max(round(width / (height * 0.34)), 5)
    bay = width / bays
    storey = (height - roof) / 2
    for level in range(2):
        base = top + roof + storey * (level + 1)
        for number in range(bays):
            x = left + bay * number
            hole = smooth(
                [
                    (x + bay * 0.14, base),
                    (x + bay * 0.14, base),
                    (x + bay * 0.14, base - storey * 0.58),
                    (x + bay * 0.2, base - storey * 0.74),
                    (x + bay * 0.5, base - storey * 0.82),
                    (x + bay * 0.8, base - storey * 0.74),
                    (x + bay * 0.86, base - storey * 0.58),
                    (x + bay * 0.86, base),
                    (x + bay * 0.86, base),
                ]
            )
            canvas.fill(hole, paint=Fade("#9b8560", "#cdb88f"))
            canvas.fill(
                rect(x + bay * 0.26, base - storey * 0.58, x + bay * 0.48, base - storey * 0.26),
                paint=Fade("#5d8a86", "#8db3a8"),
            )
            canvas.fill(
                rect(x + bay * 0.56, base - storey * 0.6, x + bay * 0.76, base), paint=Fade("#4f7d6f", "#3b6357")
            )
        if level == 0:
            canvas.fill(rect(left, base - storey * 0.24, right, base), paint="#f4e6c0", opacity=0.95)
            posts = [
                rect(left + bay * n / 6, base - storey * 0.2, left + bay * n / 6 + bay * 0.045, base - storey * 0.03)
                for n in range(bays * 6)
            ]
            canvas.fill(*posts, paint="#c9ac74")
        canvas.fill(rect(left, base - storey * 0.035, right, base + storey * 0.03), paint=Fade("#fffbe9", "#cfb683"))
    canvas.fill(
        rect(left, top + roof, right, top + roof + height * 0.05), paint="#6e5430", opacity=0.35, blur=height * 0.012
    )


def flag(canvas: Canvas, x: float, y: float, height: float) -> None:
    """A flag on its pole; (x, y) is the pole's foot."""
    canvas.fill(rect(x - height * 0.07, y - height * 0.05, x + height * 0.07, y), paint=Fade("#f2ead6", "#bfae8a"))
    canvas.fill(
        *limb([(x, y - height * 0.04), (x, y - height)], (height * 0.018, height * 0.011)),
        paint=Fade("#e9edf0", "#9aa3a8", across=True),
    )
    wide, high = height * 0.34, height * 0.225
    top = y - height * 0.985
    upper = [(x + wide * part / 12, top + math.sin(part / 12 * 5.2) * high * 0.07) for part in range(13)]
    lower = [(px + 2, py + high) for px, py in upper]
    cloth = [*upper, *lower[::-1]]
    canvas.fill(cloth, paint=Fade("#dc2a35", "#b81c2a"))
    canvas.fill(
        ellipse(x + wide * 0.3, top + high * 0.5, wide * 0.09, high * 0.8),
        paint="#000000",
        opacity=0.16,
        blur=wide * 0.05,
        within=cloth,
    )
    gold_star(canvas, x + wide * 0.5, top + high * 0.47, high * 0.27)


def yard(width: int, height: int) -> Canvas:
    """The school yard on a ceremony morning, very wide."""
    canvas, rng = Canvas(width, height), random.Random(17)
    sky(canvas, height * 0.62, 2)
    for x, y, size in ((0.02, 0.66, 0.62), (0.985, 0.66, 0.6)):
        tree(canvas, width * x, height * y, height * size, round(x * 100))
    facade(canvas, width * 0.12, height * 0.62, width * 0.76, height * 0.47)
    canvas.fill(rect(0, height * 0.62, width, height), paint=Fade("#e2d2ae", "#b99c70"))
    for number in range(15):
        far, near = width * (0.5 + (number - 7) * 0.05), width * (0.5 + (number - 7) * 0.15)
        canvas.fill(*limb([(far, height * 0.63), (near, height)], (1.2, 4)), paint="#a88b60", opacity=0.35)
    for share in (0.66, 0.71, 0.78, 0.88):
        canvas.fill(rect(0, height * share, width, height * share + 2.4), paint="#a88b60", opacity=0.35)
    canvas.light(width * 0.5, height * 0.65, width * 0.45, height * 0.06, "#6e5430", 0.25)
    flag(canvas, width * 0.5, height * 0.69, height * 0.62)
    for side in (-1, 1):
        tree(canvas, width * (0.5 + side * 0.31), height * 0.74, height * 0.56, 30 + side, blossom="#e2412f")
    for row in range(4):
        size = height * (0.021 + 0.0075 * row)
        y = height * (0.705 + 0.07 * row)
        for number in range(-22, 23):
            x = width / 2 + number * size * 2.5 + (size if row % 2 else 0)
            if abs(x - width / 2) < size * 2.2 or not -50 < x < width + 50:
                continue
            pupil = Person(
                skin=rng.choice(SKINS),
                style=rng.choice(("short", "short", "bob", "long")),
                outfit="shirt",
                colour=rng.choice(("#f7f7f4", "#f1f4f7")),
            )
            back(canvas, pupil, x, y, size)
            canvas.fill(
                smooth(
                    [
                        (x - size * 0.4, y + size * 0.3),
                        (x, y + size * 0.42),
                        (x + size * 0.4, y + size * 0.3),
                        (x, y + size * 0.95),
                    ]
                ),
                paint=RED,
            )
    canvas.veil((0, height * 0.86, width, height), "#3a2412", 0.0, 0.22)
    return canvas


def gallery(width: int, height: int) -> Canvas:
    """A long gallery of the school with a red flame tree outside, upright."""
    canvas = Canvas(width, height, Fade("#bfe0ee", "#f6efd9"))
    vx, vy = width * 0.34, height * 0.5
    canvas.fill([(0, 0), (width, 0), (vx, vy)], paint=Fade("#e9d8b0", "#b99a66"))
    canvas.fill([(0, 0), (0, height), (vx, vy)], paint=Fade("#e9d3a0", "#c9a96c", across=True))
    sky(canvas, height * 0.9, 4)
    canvas.fill(
        [
            (0, 0),
            (width, 0),
            (width, height * 0.03),
            (vx + width * 0.05, vy - height * 0.05),
            (vx - width * 0.03, vy - height * 0.05),
            (0, height * 0.06),
        ],
        paint=Fade("#d6bf90", "#a98b58"),
    )
    for number in range(1, 7):
        y = vy - (vy - height * 0.0) * 0.72**number
        x1, x2 = vx - vx * 0.72**number, vx + (width - vx) * 0.72**number
        canvas.fill(rect(x1, y, x2, y + 14 * 0.72**number), paint="#7a5c30", opacity=0.6)
    tree(canvas, width * 0.8, height * 0.8, height * 0.62, 9, blossom="#e2412f")
    canvas.fill(
        [(vx, vy + height * 0.04), (width, height * 0.72), (width, height * 0.86), (vx, vy + height * 0.1)],
        paint=Fade("#7fb072", "#5a8c54"),
    )
    wall = [
        (0, 0),
        (vx - width * 0.03, vy - height * 0.05),
        (vx - width * 0.03, vy + height * 0.075),
        (0, height * 0.98),
    ]
    canvas.fill(wall, paint=Fade("#d9bd82", "#f6e9c6", across=True))
    for near, far in ((0.02, 0.3), (0.42, 0.58), (0.66, 0.76), (0.82, 0.88)):
        x1, x2 = (vx - width * 0.03) * near, (vx - width * 0.03) * far
        t1, t2 = height * 0.2 + (vy - height * 0.2) * near, height * 0.2 + (vy - height * 0.2) * far
        b1, b2 = (
            height * 0.965 + (vy + height * 0.075 - height * 0.98) * near,
            height * 0.965 + (vy + height * 0.075 - height * 0.98) * far,
        )
        canvas.fill([(x1, t1), (x2, t2), (x2, b2), (x1, b1)], paint=Fade("#4f7d6f", "#2f574b"))
        canvas.fill(
            [
                (x1 + (x2 - x1) * 0.12, t1 + (t2 - t1) * 0.12 + 26),
                (x1 + (x2 - x1) * 0.88, t1 + (t2 - t1) * 0.88 + 18),
                (x1 + (x2 - x1) * 0.88, t1 + (b1 - t1) * 0.42),
                (x1 + (x2 - x1) * 0.12, t1 + (b1 - t1) * 0.4),
            ],
            paint="#8fc0b4",
            opacity=0.6,
        )
    canvas.fill(
        [
            (0, height),
            (0, height * 0.98),
            (vx - width * 0.03, vy + height * 0.075),
            (vx + width * 0.04, vy + height * 0.075),
            (width, height * 0.93),
            (width, height),
        ],
        paint=Fade("#d8b07a", "#a5713f"),
    )
    for number in range(7):
        part = 0.7**number
        y = vy + height * 0.075 + (height * 0.45) * part
        canvas.fill(
            rect(vx - (vx * 1.0) * part, y, vx + (width - vx) * part, y + 7 * part), paint="#8a5a30", opacity=0.5
        )
    for number in (5, 4, 3, 2, 1, 0):
        part = 0.66**number
        x = vx + (width * 0.92 - vx) * part
        thick = width * 0.07 * part
        top, bottom = vy - (vy + 40) * part, vy + height * 0.06 + height * 0.4 * part
        canvas.fill(rect(x - thick, top, x + thick, bottom), paint=Fade("#fff6da", "#c9a96c", across=True))
        canvas.fill(
            rect(x - thick * 1.35, bottom - thick * 0.9, x + thick * 1.35, bottom),
            paint=Fade("#f7ebc8", "#b8975c", across=True),
        )
        canvas.light(x - thick * 2, bottom + thick * 0.2, thick * 4, thick * 0.7, "#6e4a22", 0.35)
    return canvas


def exhibition(width: int, height: int) -> Canvas:
    """Visitors from behind before framed pictures on a wall."""
    canvas, rng = Canvas(width, height, Fade("#efe3ca", "#d9c39a")), random.Random(91)
    k = height / 1600
    floor(canvas, 1240 * k, "#7c532e", "#c49a68")
    wood(canvas, rect(0, 1215 * k, width, 1250 * k), DARK_WOOD, 2)
    tones = (
        ("#8fb3c4", "#e6d9b8"),
        ("#b7653f", "#f0d9a8"),
        ("#7fa06e", "#dfe6c8"),
        ("#8e1522", "#e2b07a"),
        ("#6d7f9c", "#d6dbe4"),
        ("#a8793f", "#f2e4c4"),
    )
    for number in range(6):
        x, y = width * (0.06 + 0.31 * (number % 3)), (110 + 450 * (number // 3)) * k
        wide, high = width * 0.26, 380 * k
        canvas.light(x + wide / 2, y + high / 2, wide * 0.8, high * 0.85, "#fff8df", 0.6)
        canvas.fill(rect(x + 8, y + 14, x + wide + 8, y + high + 14), paint="#5a4326", opacity=0.45, blur=10)
        canvas.fill(rect(x, y, x + wide, y + high), paint=Fade("#8a5a34", "#5a3519"))
        canvas.fill(rect(x + 18 * k, y + 18 * k, x + wide - 18 * k, y + high - 18 * k), paint="#faf5e8")
        inner = rect(x + 48 * k, y + 48 * k, x + wide - 48 * k, y + high - 48 * k)
        canvas.fill(inner, paint=Fade(*tones[number]))
        for peak in range(3):
            canvas.fill(
                smooth(
                    [
                        (x + wide * (0.1 + 0.25 * peak), y + high * 0.9),
                        (x + wide * (0.28 + 0.25 * peak), y + high * (0.42 + 0.1 * (peak % 2))),
                        (x + wide * (0.5 + 0.25 * peak), y + high * 0.9),
                    ]
                ),
                paint=shade(tones[number][0], -0.2),
                opacity=0.7,
                within=inner,
            )
    canvas.soften(2.2 * k)
    for share, person in zip((0.13, 0.36, 0.62, 0.86), (TEACHER, CLERK, SECRETARY, ELDER), strict=True):
        back(canvas, person, width * share, 1190 * k, 205 * k, turn=rng.uniform(-1, 1))
    canvas.veil((0, height * 0.85, width, height), "#1d0b05", 0.0, 0.3)
    return canvas
