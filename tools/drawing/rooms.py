"""What rooms are made of: stages, curtains, rostrums, tables, windows, chairs."""

from __future__ import annotations

import random

from drawing.canvas import Box, Canvas, Fade, Outline, ellipse, limb, rect, rounded, smooth, star
from drawing.people import (
    shade,
)

RED, DEEP, BRIGHT = "#8e1522", "#4c0a12", "#b3222f"
GOLD, PALE_GOLD = "#d9a521", "#f0cf6a"
WOOD, DARK_WOOD, LIGHT_WOOD = "#7a4526", "#4d2816", "#a8693c"
CREAM, SAND = "#f3e9d7", "#d9c5a1"


def gold_star(canvas: Canvas, x: float, y: float, radius: float) -> None:
    """A gold star with a soft gleam round it."""
    canvas.light(x, y, radius * 2.2, radius * 2.2, "#ff9a4a", 0.28)
    canvas.fill(star(x + radius * 0.04, y + radius * 0.06, radius), paint="#3a0509", opacity=0.5, blur=radius * 0.06)
    canvas.fill(star(x, y, radius), paint=Fade("#ffdc6b", "#dca01f"))


def curtain(canvas: Canvas, box: Box, seed: int, *, fold: float = 46) -> None:
    """A red stage curtain with a scalloped valance and gold fringe."""
    left, top, right, bottom = box
    canvas.folds(box, DEEP, BRIGHT, fold, seed)
    canvas.veil(box, "#2b0509", 0.0, 0.45)
    high = (bottom - top) * 0.14
    canvas.fill(
        rect(left, top + high * 0.8, right, top + high * 1.7),
        paint="#1c0306",
        opacity=0.5,
        blur=high * 0.25,
        within=rect(*box),
    )
    count = max(round((right - left) / (high * 1.9)), 3)
    width = (right - left) / count
    for number in range(count):
        start = left + number * width
        sag = smooth(
            [
                (start, top),
                (start, top),
                (start + width, top),
                (start + width, top),
                (start + width, top + high * 0.75),
                (start + width, top + high * 0.75),
                (start + width * 0.5, top + high * 1.12),
                (start, top + high * 0.75),
                (start, top + high * 0.75),
            ]
        )
        canvas.fill([(x, y + high * 0.1) for x, y in sag], paint=Fade(PALE_GOLD, "#b17f17"))
        canvas.fill(sag, paint=Fade(BRIGHT, "#6f0f1a"))
        canvas.fill(
            ellipse(start + width * 0.3, top + high * 0.35, width * 0.16, high * 0.5),
            paint="#ffffff",
            opacity=0.1,
            blur=high * 0.12,
            within=sag,
        )


def flag_backdrop(canvas: Canvas, box: Box, seed: int) -> None:
    """A curtain with the star in the middle, lit from above."""
    left, top, right, bottom = box
    curtain(canvas, box, seed)
    canvas.light(
        (left + right) / 2, top + (bottom - top) * 0.46, (right - left) * 0.42, (bottom - top) * 0.62, "#ff6a4d", 0.25
    )
    gold_star(canvas, (left + right) / 2, top + (bottom - top) * 0.47, (bottom - top) * 0.17)


def wood(canvas: Canvas, outline: Outline, base: str, seed: int) -> None:
    """A board with a faint grain."""
    rng = random.Random(seed)
    canvas.fill(outline, paint=Fade(shade(base, 0.12), shade(base, -0.18)))
    left, right = min(x for x, _ in outline), max(x for x, _ in outline)
    top, bottom = min(y for _, y in outline), max(y for _, y in outline)
    for _ in range(12):
        y = rng.uniform(top, bottom)
        line = [(left, y), ((left + right) / 2, y + rng.uniform(-4, 4)), (right, y + rng.uniform(-3, 3))]
        thick = rng.uniform(1.0, 3.0)
        curve = smooth(line, closed=False)
        canvas.fill(*limb(curve, [thick] * len(curve)), paint=shade(base, -0.4), opacity=0.22, within=outline)


def floor(canvas: Canvas, top: float, near: str, far: str) -> None:
    """A polished floor from `top` to the lower rim."""
    canvas.fill(rect(0, top, canvas.width, canvas.height), paint=Fade(far, near))


def table(
    canvas: Canvas, left: float, top: float, right: float, bottom: float, *, cloth: str = RED, seed: int = 1
) -> None:
    """A table from the front: a cloth in folds with a gold hem, and the edge of its top."""
    canvas.light((left + right) / 2, bottom, (right - left) * 0.56, (bottom - top) * 0.3, "#1c0d08", 0.55)
    # Pale cloth shows its folds less than red velvet does.
    deep = -0.35 if int(cloth[3:5], 16) < 100 else -0.16
    canvas.folds((left, top, right, bottom), shade(cloth, deep), shade(cloth, 0.1), (bottom - top) * 0.22, seed)
    canvas.veil((left, top, right, bottom), "#000000", 0.0, 0.28)
    canvas.fill(
        rect(left, bottom - (bottom - top) * 0.1, right, bottom - (bottom - top) * 0.06),
        paint=Fade(PALE_GOLD, "#a87814"),
    )
    edge = (bottom - top) * 0.09
    canvas.fill(
        rounded(left - edge, top - edge, right + edge, top + edge * 0.7, edge * 0.4),
        paint=Fade(shade(cloth, 0.25), shade(cloth, -0.1)),
    )


def rostrum(canvas: Canvas, x: float, y: float, size: float) -> None:
    """A wooden lectern with a star and a microphone; (x, y) is the middle of its top, `size` a head."""
    s = size
    canvas.light(x, y + 4.2 * s, 2.6 * s, 0.45 * s, "#1c0d08", 0.6)
    body = [
        (x - 1.25 * s, y + 0.1 * s),
        (x + 1.25 * s, y + 0.1 * s),
        (x + 1.02 * s, y + 4.2 * s),
        (x - 1.02 * s, y + 4.2 * s),
    ]
    wood(canvas, body, WOOD, 4)
    canvas.veil((x + 0.45 * s, y + 0.1 * s, x + 1.03 * s, y + 4.2 * s), "#1b0c06", 0.0, 0.35, across=True)
    panel = [
        (x - 0.92 * s, y + 0.75 * s),
        (x + 0.92 * s, y + 0.75 * s),
        (x + 0.76 * s, y + 3.75 * s),
        (x - 0.76 * s, y + 3.75 * s),
    ]
    canvas.fill(panel, paint=Fade(LIGHT_WOOD, WOOD))
    canvas.fill(*limb([*panel, panel[0]], [0.05 * s] * 5), paint=GOLD)
    gold_star(canvas, x, y + 1.9 * s, 0.48 * s)
    wood(
        canvas,
        [
            (x - 1.5 * s, y - 0.12 * s),
            (x + 1.5 * s, y - 0.12 * s),
            (x + 1.38 * s, y + 0.34 * s),
            (x - 1.38 * s, y + 0.34 * s),
        ],
        LIGHT_WOOD,
        5,
    )
    wood(canvas, rect(x - 1.2 * s, y + 4.0 * s, x + 1.2 * s, y + 4.3 * s), DARK_WOOD, 6)
    for side in (-1, 1):
        stalk = smooth(
            [(x + 0.5 * side * s, y - 0.1 * s), (x + 0.44 * side * s, y - 0.5 * s), (x + 0.2 * side * s, y - 0.78 * s)],
            closed=False,
        )
        canvas.fill(*limb(stalk, [0.05 * s] * len(stalk)), paint="#26221f")
        canvas.fill(ellipse(x + 0.17 * side * s, y - 0.82 * s, 0.13 * s, 0.085 * s, turn=28 * side), paint="#161413")


def window(canvas: Canvas, box: Box) -> None:
    """A bright window with bars and a sill."""
    left, top, right, bottom = box
    frame = (right - left) * 0.06
    canvas.light((left + right) / 2, (top + bottom) / 2, (right - left) * 1.1, (bottom - top) * 0.95, "#fff7e0", 0.5)
    canvas.fill(rect(left - frame, top - frame, right + frame, bottom + frame), paint=Fade("#b98a5c", "#8a5c36"))
    canvas.fill(rect(*box), paint=Fade("#cfe6f2", "#f7f3df"))
    canvas.fill(
        smooth(
            [
                (left, bottom),
                (left, bottom),
                (left, bottom - (bottom - top) * 0.28),
                (left + (right - left) * 0.3, bottom - (bottom - top) * 0.4),
                (left + (right - left) * 0.65, bottom - (bottom - top) * 0.27),
                (right, bottom - (bottom - top) * 0.36),
                (right, bottom),
                (right, bottom),
            ]
        ),
        paint=Fade("#8fb98a", "#6a9a66"),
        opacity=0.75,
        within=rect(*box),
    )
    canvas.fill(rect((left + right - frame) / 2, top, (left + right + frame) / 2, bottom), paint="#a8794c")
    canvas.fill(
        rect(left, top + (bottom - top) * 0.35, right, top + (bottom - top) * 0.35 + frame * 0.8), paint="#a8794c"
    )


def chair_back(canvas: Canvas, x: float, y: float, size: float, colour: str) -> None:
    """An upholstered chair from behind; (x, y) is the chin of who sits on it."""
    outline = rounded(x - 1.0 * size, y + 0.95 * size, x + 1.0 * size, y + 3.3 * size, 0.24 * size)
    canvas.fill(outline, paint="#000000", opacity=0.3, blur=0.1 * size)
    canvas.fill(outline, paint=Fade(shade(colour, 0.12), shade(colour, -0.3)))
    canvas.fill(
        rounded(x - 0.9 * size, y + 1.02 * size, x + 0.9 * size, y + 1.16 * size, 0.06 * size),
        paint="#ffffff",
        opacity=0.16,
        blur=0.03 * size,
    )
