"""Scenes on a stage: a speaker, votes, a new committee."""

from __future__ import annotations

import random

from drawing.canvas import Canvas, Fade, limb, rect
from drawing.figures import bust, standing
from drawing.halls import CLERK, ELDER, GENTLEMAN, LADY, SECRETARY, TEACHER, audience, room, stage
from drawing.people import (
    DRESSES,
    SKINS,
    SUITS,
    TIES,
    Person,
    shade,
    someone,
)
from drawing.plants import flowers, pot_plant
from drawing.rooms import (
    GOLD,
    PALE_GOLD,
    curtain,
    floor,
    gold_star,
    rostrum,
    table,
)


def speaker(width: int, height: int, *, person: Person, seed: int) -> Canvas:
    """One person at the rostrum before the curtain."""
    canvas = Canvas(width, height)
    k = min(height / 1600, width / 1500)
    curtain(canvas, (0, -40, width, height * 0.94), seed, fold=92 * k)
    gold_star(canvas, width * 0.2, height * 0.34, 150 * k)
    floor(canvas, height * 0.92, "#5c3219", "#8d5a31")
    pot_plant(canvas, width * 0.86, height * 0.97, 560 * k, seed)
    canvas.soften(9 * k)
    canvas.light(width * 0.52, height * 0.4, 900 * k, 800 * k, "#ffca8a", 0.3)
    x, y, size = width * 0.52, height * 0.43, 235 * k
    bust(canvas, person, x, y, size, turn=-0.35, depth=3.6, arms=False)
    for side in (-1, 1):
        _forearm(canvas, person, x, y, size, side)
    rostrum(canvas, x, y + 2.25 * size, size * 0.98)
    flowers(canvas, x, y + 2.62 * size, 150 * k, seed + 2, spread=2.3)
    canvas.veil((0, height * 0.75, width, height), "#1d0b05", 0.0, 0.35)
    return canvas


def _forearm(canvas: Canvas, person: Person, x: float, y: float, size: float, side: int) -> None:
    bare = person.outfit == "shirt"
    wide = 0.8 if person.style in ("bob", "long", "bun") else 0.9
    arm = [
        (x + side * wide * size, y + 0.68 * size),
        (x + side * 1.12 * size, y + 1.75 * size),
        (x + side * 0.72 * size, y + 2.2 * size),
    ]
    tone = person.skin if bare else person.colour
    canvas.fill(*limb(arm, (0.4 * size, 0.36 * size, 0.26 * size)), paint="#000000", opacity=0.25, blur=0.06 * size)
    canvas.fill(
        *limb(
            [arm[1], arm[2], (arm[2][0] - side * 0.12 * size, arm[2][1] + 0.06 * size)],
            (0.24 * size, 0.2 * size, 0.2 * size),
        ),
        paint=person.skin,
    )
    canvas.fill(
        *limb(arm[:2], (0.42 * size, 0.36 * size)), paint=Fade(shade(person.colour, 0.06), shade(person.colour, -0.12))
    )
    if not bare:
        canvas.fill(*limb(arm[1:], (0.36 * size, 0.25 * size)), paint=shade(tone, -0.08))


def show_of_cards(width: int, height: int) -> Canvas:
    """Delegates from behind hold up their cards in a vote."""
    canvas, rng = Canvas(width, height), random.Random(29)
    k = height / 1350
    box = (width / 2 - 1010 * k, 110 * k, width / 2 + 1010 * k, 600 * k)
    room(canvas, box, windows=False)
    stage(canvas, box, 8)
    people = (ELDER, LADY, GENTLEMAN, SECRETARY, CLERK, TEACHER, GENTLEMAN)
    for number, person in enumerate(people):
        bust(canvas, person, width / 2 + (number - 3) * 150 * k, 470 * k, 42 * k, turn=(3 - number) / 4, depth=2.0)
    table(canvas, width / 2 - 560 * k, 545 * k, width / 2 + 560 * k, 622 * k, seed=9)
    flowers(canvas, width / 2, 546 * k, 52 * k, 4, spread=2.6)
    canvas.soften(2.4)
    audience(canvas, rng, 5, (850 * k, 58 * k), (1240 * k, 170 * k), hands=True, formal=0.55, chair="#7b1a22")
    canvas.veil((0, height * 0.75, width, height), "#1d0b05", 0.0, 0.3)
    return canvas


def ballot(width: int, height: int) -> Canvas:
    """Delegates in a queue put folded papers into a red box."""
    canvas = Canvas(width, height)
    k = height / 1600
    curtain(canvas, (0, -60, width, height * 0.8), 15, fold=80 * k)
    gold_star(canvas, width * 0.5, height * 0.27, 150 * k)
    floor(canvas, height * 0.8, "#7c4f2b", "#b58a5d")
    canvas.soften(7 * k)
    canvas.light(width * 0.5, height * 0.55, 1200 * k, 800 * k, "#ffd49a", 0.28)
    line = ((CLERK, 0.93, 620), (TEACHER, 0.79, 640), (ELDER, 0.65, 655))
    for person, share, chin in line:
        standing(canvas, person, width * share, chin * k, 128 * k, turn=-0.8)
    voter = Person(skin=SKINS[3], style="bun", outfit="dress", colour=DRESSES[4], accent=TIES[0])
    standing(
        canvas, voter, width * 0.5, 640 * k, 136 * k, turn=-0.9, left=((-0.76, 0.66), (-1.22, 1.42), (-1.84, 0.98))
    )
    keeper = Person(skin=SKINS[1], style="short", outfit="suit", colour=SUITS[2], accent=TIES[0])
    standing(canvas, keeper, width * 0.13, 610 * k, 132 * k, turn=0.7)
    x, y = width * 0.36, 905 * k
    table(canvas, x - 330 * k, y + 330 * k, x + 300 * k, y + 640 * k, cloth="#e8dcc3", seed=3)
    flowers(canvas, x - 210 * k, y + 330 * k, 140 * k, 7)
    front = rect(x - 150 * k, y, x + 190 * k, y + 330 * k)
    canvas.light(x + 20 * k, y + 332 * k, 260 * k, 30 * k, "#2a1208", 0.6)
    canvas.fill(front, paint=Fade("#c32434", "#8e1522"))
    canvas.fill(rect(x - 150 * k, y, x - 70 * k, y + 330 * k), paint="#ffffff", opacity=0.1, blur=22 * k, within=front)
    canvas.fill(
        [(x - 150 * k, y), (x - 90 * k, y - 60 * k), (x + 240 * k, y - 60 * k), (x + 190 * k, y)],
        paint=Fade("#d94a55", "#b3222f"),
    )
    canvas.fill(
        [(x + 190 * k, y), (x + 240 * k, y - 60 * k), (x + 240 * k, y + 275 * k), (x + 190 * k, y + 330 * k)],
        paint="#6f0f1a",
    )
    canvas.fill(
        [(x - 10 * k, y - 26 * k), (x + 4 * k, y - 40 * k), (x + 130 * k, y - 40 * k), (x + 118 * k, y - 26 * k)],
        paint="#22060a",
    )
    gold_star(canvas, x + 20 * k, y + 165 * k, 82 * k)
    for edge in (0, 318):
        canvas.fill(rect(x - 150 * k, y + edge * k, x + 190 * k, y + (edge + 12) * k), paint=Fade(PALE_GOLD, GOLD))
    paper = [(x + 40 * k, y - 132 * k), (x + 104 * k, y - 120 * k), (x + 92 * k, y - 34 * k), (x + 30 * k, y - 34 * k)]
    canvas.fill(paper, paint=Fade("#ffffff", "#e3ddcf"))
    canvas.fill(*limb([(x + 70 * k, y - 112 * k), (x + 104 * k, y - 128 * k)], (15 * k, 24 * k)), paint=voter.skin)
    return canvas


def line_up(width: int, height: int) -> Canvas:
    """Members of a new committee stand in one row on the stage."""
    canvas, rng = Canvas(width, height), random.Random(41)
    k = height / 800
    curtain(canvas, (0, -20, width, height * 0.84), 21)
    canvas.light(width / 2, height * 0.3, width * 0.55, height * 0.7, "#ffb27a", 0.22)
    gold_star(canvas, width / 2, height * 0.245, 88 * k)
    floor(canvas, height * 0.84, "#7c4f2b", "#c08d57")
    count = 15
    for number in range(count):
        person = someone(rng, formal=1.0)
        if person.outfit == "shirt":
            person = Person(
                skin=person.skin,
                hair=person.hair,
                style=person.style,
                outfit="dress",
                colour=rng.choice(DRESSES),
                accent=person.accent,
            )
        x = width / 2 + (number - (count - 1) / 2) * 142 * k
        size = 60 * k * rng.uniform(0.95, 1.05)
        standing(canvas, person, x, 735 * k - 6.4 * size, size, turn=((count - 1) / 2 - number) / 14)
    for number in range(9):
        flowers(canvas, width / 2 + (number - 4) * 262 * k, height * 1.01, 74 * k, number, spread=2.4)
    return canvas
