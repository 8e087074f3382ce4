"""People who talk: a delegate among those seated, colleagues over tea."""

from __future__ import annotations

import random

from drawing.canvas import Canvas, Fade, ellipse, limb, rect, rounded, smooth
from drawing.figures import bust
from drawing.people import (
    DRESSES,
    SHIRTS,
    SKINS,
    SUITS,
    TIES,
    Person,
    shade,
    someone,
)
from drawing.plants import flowers
from drawing.rooms import (
    floor,
    table,
    window,
)


def discussion(width: int, height: int) -> Canvas:
    """A delegate stands among those seated and speaks into a microphone."""
    canvas, rng = Canvas(width, height, Fade("#e9d9b8", "#b6966a")), random.Random(83)
    k = height / 1600
    for number in range(5):
        canvas.light(width * (0.1 + 0.2 * number), 120 * k, 200 * k, 120 * k, "#fffbe6", 0.8)
        canvas.fill(
            rect(width * (0.19 + 0.2 * number), 0, width * (0.21 + 0.2 * number), 700 * k),
            paint=Fade("#c9a877", "#9c7846"),
        )
    _front_row(canvas, rng, 560 * k, 78 * k)
    _front_row(canvas, rng, 760 * k, 100 * k)
    canvas.soften(4 * k)
    person = Person(skin=SKINS[0], style="bob", outfit="suit", colour="#3c2a4d", accent=TIES[2], glasses=True)
    x, y, size = width * 0.5, 500 * k, 185 * k
    bust(canvas, person, x, y, size, turn=0.25, depth=4.2, arms=False)
    canvas.fill(
        *limb(
            [(x - 0.8 * size, y + 0.68 * size), (x - 1.02 * size, y + 1.75 * size), (x - 0.86 * size, y + 2.6 * size)],
            (0.4 * size, 0.36 * size, 0.28 * size),
        ),
        paint=Fade(shade(person.colour, 0.05), shade(person.colour, -0.15)),
    )
    canvas.fill(
        *limb([(x + 0.72 * size, y + 0.68 * size), (x + 1.0 * size, y + 1.5 * size)], (0.4 * size, 0.36 * size)),
        paint=Fade(shade(person.colour, 0.05), shade(person.colour, -0.1)),
    )
    canvas.fill(
        *limb([(x + 1.0 * size, y + 1.5 * size), (x + 0.36 * size, y + 0.92 * size)], (0.35 * size, 0.24 * size)),
        paint=shade(person.colour, -0.05),
    )
    canvas.fill(
        *limb([(x + 0.2 * size, y + 1.02 * size), (x + 0.16 * size, y + 0.42 * size)], (0.12 * size, 0.13 * size)),
        paint="#22201f",
    )
    canvas.fill(ellipse(x + 0.155 * size, y + 0.34 * size, 0.12 * size, 0.14 * size), paint=Fade("#6d6f74", "#2c2d30"))
    for number in range(4):
        canvas.fill(
            *limb(
                [
                    (x + 0.34 * size, y + (0.66 + 0.1 * number) * size),
                    (x + 0.12 * size, y + (0.66 + 0.1 * number) * size),
                ],
                (0.11 * size, 0.09 * size),
            ),
            paint=shade(person.skin, 0.03 - 0.05 * number),
        )
    _front_row(canvas, rng, 1230 * k, 160 * k)
    canvas.veil((0, height * 0.8, width, height), "#1d0b05", 0.0, 0.35)
    return canvas


def _front_row(canvas: Canvas, rng: random.Random, y: float, size: float) -> None:
    """People seated in red chairs, seen from the front."""
    step = size * 2.75
    count = round(canvas.width / step) + 2
    for number in range(count):
        x = canvas.width / 2 + (number - (count - 1) / 2) * step
        canvas.fill(
            rounded(x - 1.15 * size, y + 0.15 * size, x + 1.15 * size, y + 5 * size, 0.3 * size),
            paint=Fade("#9c2530", "#5f0d17"),
        )
        bust(canvas, someone(rng, formal=0.5), x, y, size, turn=(canvas.width / 2 - x) / canvas.width * 1.6, depth=4.5)


def tea(width: int, height: int) -> Canvas:
    """Old and young colleagues talk over tea."""
    canvas = Canvas(width, height, Fade("#dfead9", "#efe2c4"))
    k = height / 1600
    for share in (0.06, 0.38, 0.7):
        window(canvas, (width * share, 160 * k, width * (share + 0.23), 760 * k))
    floor(canvas, 900 * k, "#8d6138", "#c49a68")
    canvas.soften(6 * k)
    canvas.light(width * 0.5, 520 * k, 1300 * k, 700 * k, "#fff6da", 0.35)
    grey = "#b3aea8"
    people = (
        Person(skin=SKINS[2], hair=grey, style="thin", outfit="shirt", colour=SHIRTS[1], glasses=True),
        Person(skin=SKINS[0], style="long", outfit="dress", colour=DRESSES[2]),
        Person(skin=SKINS[3], hair=grey, style="bun", outfit="dress", colour=DRESSES[7], glasses=True),
        Person(skin=SKINS[4], style="short", outfit="shirt", colour=SHIRTS[0]),
        Person(skin=SKINS[1], hair=grey, style="thin", outfit="suit", colour=SUITS[2], accent=TIES[3]),
    )
    for number, person in enumerate(people):
        bust(
            canvas,
            person,
            width * 0.5 + (number - 2) * 395 * k,
            (690 + 22 * (number % 2)) * k,
            175 * k,
            turn=(0.8, 0.5, -0.4, -0.6, -0.8)[number],
            depth=3.2,
        )
    table(canvas, width * 0.05, 1160 * k, width * 0.95, height + 60 * k, cloth="#f3ead6", seed=6)
    canvas.fill(rect(width * 0.04, 1110 * k, width * 0.96, 1180 * k), paint=Fade("#fffaf0", "#e8dabb"))
    for number in range(5):
        cup(canvas, width * 0.5 + (number - 2) * 395 * k, 1168 * k, 62 * k)
    x, y = width * 0.415, 1165 * k
    canvas.fill(
        smooth(
            [(x + 67 * k, y - 48 * k), (x + 120 * k, y - 104 * k), (x + 128 * k, y - 94 * k), (x + 77 * k, y - 16 * k)]
        ),
        paint="#c8a06a",
    )
    canvas.fill(ellipse(x, y - 54 * k, 83 * k, 59 * k), paint=Fade("#d9b27a", "#8f6a3a"))
    canvas.fill(ellipse(x, y - 112 * k, 37 * k, 11 * k), paint="#b98d55")
    canvas.fill(ellipse(x, y - 126 * k, 10 * k, 10 * k), paint="#8f6a3a")
    ring = smooth(
        [(x - 70 * k, y - 80 * k), (x - 120 * k, y - 80 * k), (x - 120 * k, y - 32 * k), (x - 74 * k, y - 29 * k)],
        closed=False,
    )
    canvas.fill(*limb(ring, [13 * k] * len(ring)), paint="#b98d55")
    flowers(canvas, width * 0.583, 1172 * k, 150 * k, 12, spread=1.5)
    return canvas


def cup(canvas: Canvas, x: float, y: float, size: float) -> None:
    """A white tea cup on its saucer; (x, y) is the middle of its foot."""
    canvas.fill(ellipse(x, y, size * 1.05, size * 0.34), paint=Fade("#ffffff", "#cfc8b8"))
    canvas.fill(
        smooth(
            [
                (x - size * 0.62, y - size * 0.95),
                (x - size * 0.62, y - size * 0.95),
                (x + size * 0.62, y - size * 0.95),
                (x + size * 0.62, y - size * 0.95),
                (x + size * 0.42, y - size * 0.05),
                (x - size * 0.42, y - size * 0.05),
            ]
        ),
        paint=Fade("#ffffff", "#d5cfc2", across=True),
    )
    canvas.fill(ellipse(x, y - size * 0.95, size * 0.62, size * 0.17), paint="#e9e3d5")
    canvas.fill(ellipse(x, y - size * 0.93, size * 0.5, size * 0.12), paint="#a86f2c")
