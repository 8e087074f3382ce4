"""A hall with its stage and audience: a conference, one seen on a screen."""

from __future__ import annotations

import random

from drawing.canvas import Canvas, Fade, ellipse, limb, rect, rounded
from drawing.figures import back, bust
from drawing.people import (
    DRESSES,
    GREY,
    SHIRTS,
    SKINS,
    SUITS,
    TIES,
    Person,
    shade,
    someone,
)
from drawing.plants import flowers, pot_plant
from drawing.rooms import (
    BRIGHT,
    CREAM,
    DARK_WOOD,
    GOLD,
    RED,
    SAND,
    WOOD,
    chair_back,
    flag_backdrop,
    rostrum,
    table,
    window,
    wood,
)

LADY = Person(skin=SKINS[3], style="bob", outfit="dress", colour=DRESSES[0], accent=TIES[0])
GENTLEMAN = Person(skin=SKINS[1], style="short", outfit="suit", colour=SUITS[0], accent=TIES[0], glasses=True)
ELDER = Person(skin=SKINS[2], hair=GREY, style="thin", outfit="suit", colour=SUITS[1], accent=TIES[1])
TEACHER = Person(skin=SKINS[0], style="long", outfit="dress", colour=DRESSES[1], accent=TIES[2])
CLERK = Person(skin=SKINS[4], style="short", outfit="shirt", colour=SHIRTS[0])
SECRETARY = Person(skin=SKINS[3], style="bun", outfit="dress", colour=DRESSES[3], accent=TIES[3])


def room(canvas: Canvas, stage: tuple[float, float, float, float], *, windows: bool = True) -> None:
    """Walls, ceiling and floor of a hall seen from its back, round the stage's wall."""
    left, top, right, bottom = stage
    width, height = canvas.width, canvas.height
    canvas.fill(rect(0, 0, width, height), paint=Fade(CREAM, SAND))
    canvas.fill([(0, 0), (width, 0), (right, top), (left, top)], paint=Fade("#e7dac0", "#f8f1e2"))
    for share in (0.25, 0.5, 0.75):
        x1, x2 = left + (right - left) * share, width * share
        half1, half2 = (right - left) * 0.025, width * 0.045
        canvas.fill(
            [(x1 - half1, top), (x1 + half1, top), (x2 + half2, 0), (x2 - half2, 0)], paint=Fade("#fffdf4", "#fff3d2")
        )
    canvas.fill([(0, 0), (left, top), (left, bottom), (0, height)], paint=Fade("#cdb68d", "#efe2c8", across=True))
    canvas.fill(
        [(width, 0), (right, top), (right, bottom), (width, height)], paint=Fade("#e6d6b6", "#bfa67c", across=True)
    )
    if windows:
        for near, far in ((0.08, 0.34), (0.45, 0.62), (0.72, 0.85)):
            for mirror in (False, True):
                edge = right if mirror else left
                x1, x2 = (
                    (width - (width - edge) * near, width - (width - edge) * far)
                    if mirror
                    else (edge * near, edge * far)
                )
                t1, t2 = top * near + top * 0.55 * (1 - near), top * far + top * 0.55 * (1 - far)
                b1, b2 = bottom * 0.97 + (1 - near) * height * 0.02, bottom * 0.97 + (1 - far) * height * 0.01
                canvas.fill(
                    [(x1, t1 + 60), (x2, t2 + 60), (x2, b2 - 130), (x1, b1 - 120)], paint=Fade("#e8f3f6", "#fbf6e4")
                )
                canvas.fill(
                    *limb([((x1 + x2) / 2, (t1 + t2) / 2 + 60), ((x1 + x2) / 2, (b1 + b2) / 2 - 125)], (8, 8)),
                    paint="#b08a5e",
                )
                for x, t, b in ((x1, t1 + 60, b1 - 120), (x2, t2 + 60, b2 - 130)):
                    canvas.fill(*limb([(x, t), (x, b)], (9, 9)), paint="#a67d50")
    canvas.fill([(left, bottom), (right, bottom), (width, height), (0, height)], paint=Fade("#b58a5d", "#8d6138"))


def stage(canvas: Canvas, box: tuple[float, float, float, float], seed: int) -> None:
    """The lit stage with its backdrop and wooden front; `box` is the backdrop."""
    left, top, right, bottom = box
    high = (bottom - top) * 0.13
    flag_backdrop(canvas, box, seed)
    for side, x in ((-1, left), (1, right)):
        canvas.fill(rect(x - 26, top - 8, x + 26, bottom + 4), paint=Fade("#a8783f", "#5f3c1e"))
        canvas.light(x - side * 70, top + 120, 150, 300, "#ffe9b8", 0.18)
    wood(canvas, rect(left - 60, bottom - high * 0.2, right + 60, bottom + high * 0.25), "#9a6436", seed)
    wood(canvas, rect(left - 60, bottom + high * 0.25, right + 60, bottom + high * 1.1), DARK_WOOD, seed + 1)
    canvas.fill(rect(left - 60, bottom + high * 0.25, right + 60, bottom + high * 0.33), paint=GOLD)


def audience(
    canvas: Canvas,
    rng: random.Random,
    rows: int,
    first: tuple[float, float],
    last: tuple[float, float],
    *,
    chair: str = RED,
    aisle: float = 0.0,
    hands: bool = False,
    formal: float = 0.3,
) -> None:
    """Rows of people from behind, from (chin height, head size) of the first row to that of the last."""
    for row in range(rows):
        part = (row / max(rows - 1, 1)) ** 1.45
        y, size = first[0] + (last[0] - first[0]) * part, first[1] + (last[1] - first[1]) * part
        step = size * 2.75
        count = round(canvas.width / step) + 3
        middle = canvas.width / 2 + (step / 2 if row % 2 else 0)
        for number in range(count):
            x = middle + (number - count // 2) * step
            if abs(x - canvas.width / 2) < aisle * size:
                continue
            person = someone(rng, formal=formal)
            lift = rng.uniform(-0.12, 0.1) * size
            if hands and rng.random() < 0.92:
                _raised(canvas, person, x, y + lift, size, -1 if rng.random() < 0.12 else 1)
            back(canvas, person, x + rng.uniform(-0.1, 0.1) * size, y + lift, size, turn=rng.uniform(-1, 1))
            chair_back(canvas, x, y, size, chair)
        canvas.veil((0, y - 1.2 * size, canvas.width, min(y + 3.2 * size, canvas.height)), "#2a1208", 0.0, 0.16)


def _raised(canvas: Canvas, person: Person, x: float, y: float, size: float, side: int) -> None:
    """An arm that holds up a card."""
    shoulder, elbow, hand = (
        (x + side * 0.85 * size, y + 0.7 * size),
        (x + side * 1.12 * size, y - 0.25 * size),
        (x + side * 0.92 * size, y - 1.3 * size),
    )
    canvas.fill(
        rounded(hand[0] - 0.3 * size, hand[1] - 0.95 * size, hand[0] + 0.3 * size, hand[1] - 0.1 * size, 0.05 * size),
        paint=Fade(BRIGHT, RED),
    )
    canvas.fill(*limb([shoulder, elbow], (0.42 * size, 0.32 * size)), paint=shade(person.colour, -0.06))
    bare = person.outfit == "shirt"
    canvas.fill(
        *limb([elbow, hand], (0.28 * size, 0.19 * size)), paint=person.skin if bare else shade(person.colour, -0.1)
    )
    canvas.fill(ellipse(hand[0], hand[1] - 0.08 * size, 0.13 * size, 0.17 * size), paint=person.skin)


def conference(width: int, height: int) -> Canvas:
    """A full hall before the stage, the chairs at a long table, a speaker at the rostrum."""
    canvas, rng = Canvas(width, height), random.Random(11)
    k = height / 1600
    box = (width / 2 - 860 * k, 210 * k, width / 2 + 860 * k, 850 * k)
    room(canvas, box)
    stage(canvas, box, 3)
    people = (CLERK, LADY, GENTLEMAN, ELDER, TEACHER)
    for number, person in enumerate(people):
        bust(
            canvas,
            person,
            width / 2 + (number - 2) * 170 * k - 130 * k,
            700 * k,
            52 * k,
            turn=(2 - number) / 3,
            depth=2.0,
        )
    table(canvas, width / 2 - 590 * k, 790 * k, width / 2 + 330 * k, 880 * k, seed=4)
    flowers(canvas, width / 2 - 130 * k, 792 * k, 62 * k, 2, spread=2.2)
    bust(canvas, SECRETARY, width / 2 + 590 * k, 622 * k, 54 * k, turn=-0.6, depth=2.6)
    rostrum(canvas, width / 2 + 590 * k, 716 * k, 36 * k)
    for side in (-1, 1):
        pot_plant(canvas, width / 2 + side * 800 * k, 880 * k, 190 * k, 5 + side)
    canvas.light(width / 2, 620 * k, 1100 * k, 620 * k, "#fff0c8", 0.14)
    audience(canvas, rng, 6, (1010 * k, 46 * k), (1490 * k, 150 * k), aisle=1.7)
    canvas.veil((0, height * 0.8, width, height), "#1d0b05", 0.0, 0.3)
    return canvas


def online(width: int, height: int) -> Canvas:
    """A hall follows a conference on a large screen that shows many sites."""
    canvas, rng = Canvas(width, height, Fade("#e9dcc2", "#c9b187")), random.Random(53)
    k = height / 1350
    canvas.fill(rect(0, 0, width, 120 * k), paint=Fade("#f8f1e2", "#eadcc0"))
    for x in (width * 0.03, width * 0.885):
        window(canvas, (x, 210 * k, x + width * 0.085, 640 * k))
    left, top, right, bottom = width * 0.17, 130 * k, width * 0.83, 840 * k
    canvas.light((left + right) / 2, (top + bottom) / 2, width * 0.5, 560 * k, "#dff0ff", 0.5)
    canvas.fill(rounded(left - 20 * k, top - 20 * k, right + 20 * k, bottom + 20 * k, 14 * k), paint="#1b1d22")
    canvas.fill(rect(left, top, right, bottom), paint="#2a2f3a")
    wide, high, gap = (right - left) / 4, (bottom - top) / 3, 7 * k
    for number in range(12):
        x, y = left + (number % 4) * wide, top + (number // 4) * high
        cell = rect(x + gap, y + gap, x + wide - gap, y + high - gap)
        tone = ("#d9cdb4", "#b9cbd6", "#c9d6c0", "#e0c9bd", "#a8202e")[number % 5]
        canvas.fill(cell, paint=Fade(shade(tone, 0.15), shade(tone, -0.15)))
        for seat, shift in enumerate((-0.24, 0.0, 0.24) if number % 3 else (0.0,)):
            size = high * (0.2 if number % 3 else 0.3)
            chin = y + high * (0.56 if number % 3 else 0.58)
            _clipped_bust(
                canvas,
                someone(rng, formal=0.6),
                x + wide * (0.5 + shift),
                chin,
                size,
                y + high - gap,
                (seat - 1) * -0.3,
            )
        canvas.fill(rect(x + gap, y + high * 0.86, x + wide - gap, y + high - gap), paint=shade(WOOD, -0.1))
        canvas.fill(rect(x + gap, y + high * 0.86, x + wide - gap, y + high * 0.885), paint="#c9a06c")
    canvas.veil((left, top, right, bottom), "#cfe6ff", 0.12, 0.0)
    canvas.fill(rect(0, 900 * k, width, height), paint=Fade("#a67a4c", "#7c532e"))
    canvas.light(width / 2, 930 * k, width * 0.36, 60 * k, "#e8f3ff", 0.35)
    audience(canvas, rng, 4, (930 * k, 74 * k), (1230 * k, 168 * k), chair="#5b3a22", aisle=0.0)
    canvas.veil((0, height * 0.72, width, height), "#150a06", 0.0, 0.35)
    return canvas


def _clipped_bust(canvas: Canvas, person: Person, x: float, y: float, size: float, bottom: float, turn: float) -> None:
    bust(canvas, person, x, y, size, turn=turn, depth=(bottom - y) / size, arms=False)
