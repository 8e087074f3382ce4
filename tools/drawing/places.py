"""Scenes of work: a meeting table, a lesson, a screen with charts."""

from __future__ import annotations

import math
import random

from drawing.canvas import Canvas, Fade, Point, ellipse, limb, rect, rounded
from drawing.figures import back, bust, standing
from drawing.halls import CLERK, ELDER, GENTLEMAN, LADY, SECRETARY, TEACHER, audience
from drawing.people import (
    DRESSES,
    SHIRTS,
    SKINS,
    Person,
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
    chair_back,
    floor,
    gold_star,
    window,
    wood,
)
from drawing.talks import cup


def meeting(width: int, height: int) -> Canvas:
    """A cell round its table: most face us, two sit with their backs to us."""
    canvas = Canvas(width, height, Fade(CREAM, SAND))
    k = height / 1600
    for share in (0.05, 0.82):
        window(canvas, (width * share, 230 * k, width * (share + 0.13), 720 * k))
    banner = rect(width * 0.39, 160 * k, width * 0.61, 470 * k)
    canvas.fill([(x + 8, y + 14) for x, y in banner], paint="#5a4326", opacity=0.4, blur=12)
    canvas.fill(banner, paint=Fade("#cf2431", "#a5182a"))
    gold_star(canvas, width * 0.5, 312 * k, 96 * k)
    floor(canvas, 1010 * k, "#7c532e", "#b98d5d")
    for share in (0.27, 0.735):
        pot_plant(canvas, width * share, 1010 * k, 420 * k, round(share * 10))
    canvas.soften(4 * k)
    canvas.light(width * 0.5, 500 * k, 1200 * k, 700 * k, "#fff3d0", 0.25)
    far = (
        TEACHER,
        CLERK,
        LADY,
        GENTLEMAN,
        SECRETARY,
        Person(skin=SKINS[2], style="thin", hair="#8d8883", outfit="shirt", colour=SHIRTS[1]),
    )
    for number, person in enumerate(far):
        x = width * 0.5 + (number - 2.5) * 268 * k
        chair = rounded(x - 128 * k, 760 * k, x + 128 * k, 1100 * k, 30 * k)
        canvas.fill(chair, paint=Fade("#6b3d22", DARK_WOOD))
        bust(canvas, person, x, 745 * k, 132 * k, turn=(2.5 - number) / 3, depth=2.6)
    top = [(width * 0.14, 1000 * k), (width * 0.86, 1000 * k), (width * 0.99, 1420 * k), (width * 0.01, 1420 * k)]
    wood(canvas, top, "#9a6436", 12)
    wood(canvas, rect(width * 0.01, 1420 * k, width * 0.99, 1480 * k), DARK_WOOD, 13)
    canvas.light(width * 0.5, 1130 * k, 900 * k, 130 * k, "#fff1d0", 0.35)
    for number in range(6):
        x = width * 0.5 + (number - 2.5) * 290 * k
        sheet = [(x - 62 * k, 1040 * k), (x + 62 * k, 1040 * k), (x + 72 * k, 1108 * k), (x - 72 * k, 1108 * k)]
        canvas.fill([(px + 4, py + 7) for px, py in sheet], paint="#2a1208", opacity=0.4, blur=5)
        canvas.fill(sheet, paint=Fade("#f4f0e6", "#ffffff"))
        canvas.fill(*limb([(x + 20 * k, 1052 * k), (x + 48 * k, 1096 * k)], (6 * k, 6 * k)), paint="#23407a")
        cup(canvas, x + 112 * k, 1072 * k, 30 * k)
    flowers(canvas, width * 0.5, 1225 * k, 130 * k, 8, spread=2.4)
    for share, person in (
        (0.24, ELDER),
        (0.77, Person(skin=SKINS[0], style="long", outfit="dress", colour=DRESSES[2])),
    ):
        back(canvas, person, width * share, 1270 * k, 200 * k)
        chair_back(canvas, width * share, 1270 * k, 200 * k, "#6b3d22")
    canvas.veil((0, height * 0.85, width, height), "#1d0b05", 0.0, 0.35)
    return canvas


def charts(width: int, height: int) -> Canvas:
    """A speaker beside a screen with columns, a line and a ring."""
    canvas, rng = Canvas(width, height, Fade("#efe3ca", "#cdb78e")), random.Random(61)
    k = height / 1350
    canvas.fill(rect(0, 1010 * k, width, height), paint=Fade("#a67a4c", "#7c532e"))
    left, top, right, bottom = width * 0.08, 110 * k, width * 0.74, 840 * k
    canvas.fill(rounded(left - 16 * k, top - 16 * k, right + 16 * k, bottom + 16 * k, 12 * k), paint="#3a3d44")
    canvas.fill(rect(left, top, right, bottom), paint=Fade("#ffffff", "#eef3f6"))
    canvas.fill(rect(left, top, right, top + 64 * k), paint=RED)
    canvas.fill(rect(left, top + 64 * k, right, top + 70 * k), paint=GOLD)
    base, start = bottom - 100 * k, left + 90 * k
    for number in range(5):
        y = base - number * 115 * k
        canvas.fill(rect(start, y, start + 860 * k, y + 2.5 * k), paint="#c9ced3")
    points: list[Point] = []
    for number, (one, two) in enumerate(((210, 165), (260, 240), (305, 275), (360, 350), (425, 405))):
        x = start + (40 + number * 168) * k
        canvas.fill(rect(x, base - one * k, x + 52 * k, base), paint=Fade(BRIGHT, RED))
        canvas.fill(rect(x + 58 * k, base - two * k, x + 110 * k, base), paint=Fade("#f0c65c", "#d9a521"))
        points.append((x + 55 * k, base - (one + 62) * k))
    canvas.fill(*limb(points, [7 * k] * 5), paint="#1f5d78")
    for x, y in points:
        canvas.fill(ellipse(x, y, 14 * k, 14 * k), paint="#1f5d78")
        canvas.fill(ellipse(x, y, 7 * k, 7 * k), paint="#ffffff")
    cx, cy, angle = right - 270 * k, top + 390 * k, -90.0
    for share, colour in ((0.46, RED), (0.27, GOLD), (0.17, "#1f5d78"), (0.1, "#7fa7a0")):
        steps = [math.radians(angle + share * 360 * n / 24) for n in range(25)]
        ring = [(cx + 190 * k * math.cos(a), cy + 190 * k * math.sin(a)) for a in steps]
        ring += [(cx + 105 * k * math.cos(a), cy + 105 * k * math.sin(a)) for a in reversed(steps)]
        canvas.fill(ring, paint=colour)
        angle += share * 360
    standing(
        canvas, SECRETARY, width * 0.845, 330 * k, 118 * k, turn=-0.5, left=((-0.8, 0.66), (-1.25, 1.3), (-1.75, 0.75))
    )
    canvas.fill(
        *limb([(width * 0.845 - 1.75 * 118 * k, 410 * k), (width * 0.845 - 3.1 * 118 * k, 330 * k)], (7 * k, 4 * k)),
        paint="#2b2b2b",
    )
    pot_plant(canvas, width * 0.955, 1080 * k, 330 * k, 4)
    audience(canvas, rng, 2, (1110 * k, 120 * k), (1270 * k, 165 * k), chair="#5b3a22")
    canvas.veil((0, height * 0.75, width, height), "#150a06", 0.0, 0.35)
    return canvas


def lesson(width: int, height: int, *, laptops: bool, seed: int) -> Canvas:
    """Rows of people at desks, seen from the front, with notebooks or laptops."""
    canvas, rng = Canvas(width, height, Fade(CREAM, "#d5be95")), random.Random(seed)
    k = height / 1600
    for number in range(4):
        window(canvas, (width * (0.07 + 0.24 * number), 130 * k, width * (0.19 + 0.24 * number), 480 * k))
    floor(canvas, 760 * k, "#7c532e", "#b98d5d")
    canvas.soften(4 * k)
    rows = ((560, 78, 7), (735, 104, 6), (975, 140, 5))
    for row, (y, size, count) in enumerate(rows):
        step = width / (count - 0.35)
        for number in range(count):
            x = width / 2 + (number - (count - 1) / 2) * step + rng.uniform(-8, 8)
            bust(
                canvas, someone(rng, formal=0.25), x, y * k, size * k, turn=rng.uniform(-0.5, 0.5), depth=2.5, arms=True
            )
        desk = (y + 2.0 * size) * k
        slope = size * 0.75 * k
        wood(canvas, [(0, desk), (width, desk), (width, desk + slope), (0, desk + slope)], "#b07a45", seed + row)
        canvas.veil((0, desk, width, desk + slope), "#fff1d0", 0.3, 0.0)
        wood(canvas, rect(0, desk + slope, width, desk + slope + 3.4 * size * k), "#84542e", seed + row + 5)
        canvas.veil((0, desk + slope, width, desk + slope + 3.4 * size * k), "#1d0b05", 0.1, 0.45)
        for number in range(count):
            x = width / 2 + (number - (count - 1) / 2) * step
            _on_desk(canvas, x, desk + slope * 0.5, size * k, laptops=laptops)
    canvas.veil((0, height * 0.8, width, height), "#1d0b05", 0.0, 0.3)
    return canvas


def _on_desk(canvas: Canvas, x: float, y: float, size: float, *, laptops: bool) -> None:
    if laptops:
        lid = [
            (x - 0.72 * size, y - 0.62 * size),
            (x + 0.72 * size, y - 0.62 * size),
            (x + 0.76 * size, y + 0.3 * size),
            (x - 0.76 * size, y + 0.3 * size),
        ]
        canvas.fill([(px + 3, py + 6) for px, py in lid], paint="#1d0b05", opacity=0.4, blur=5)
        canvas.fill(lid, paint=Fade("#c7ccd2", "#8f969e"))
        canvas.fill(ellipse(x, y - 0.16 * size, 0.09 * size, 0.09 * size), paint="#e9edf0")
        return
    for side in (-1, 1):
        page = [
            (x, y - 0.26 * size),
            (x + side * 0.5 * size, y - 0.22 * size),
            (x + side * 0.58 * size, y + 0.22 * size),
            (x, y + 0.2 * size),
        ]
        canvas.fill([(px + 2, py + 5) for px, py in page], paint="#1d0b05", opacity=0.35, blur=4)
        canvas.fill(page, paint=Fade("#f1ecdf", "#ffffff"))
        for line in range(4):
            ly = y - (0.14 - 0.085 * line) * size
            canvas.fill(
                *limb([(x + side * 0.08 * size, ly), (x + side * 0.46 * size, ly + 0.02 * size)], (2.0, 2.0)),
                paint="#b8c4d4",
            )
    canvas.fill(
        *limb([(x + 0.62 * size, y - 0.2 * size), (x + 0.74 * size, y + 0.16 * size)], (0.05 * size, 0.04 * size)),
        paint="#23407a",
    )
