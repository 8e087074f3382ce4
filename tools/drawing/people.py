"""Looks of people, and the frame in which one figure is drawn; the unit is the height of a head."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

from drawing.canvas import Canvas, Outline, Paint, Point

SKINS = ("#e3b18c", "#d9a27b", "#cf946b", "#e8bd9b", "#c98c62")
HAIRS = ("#1d1715", "#241a16", "#2c201b", "#181414", "#33261f")
GREY = "#8d8883"
SUITS = ("#232b3d", "#2d2f36", "#1f2a33", "#33303a")
TIES = ("#8e1522", "#23407a", "#6b2a55", "#a06a16")
SHIRTS = ("#f4f4f1", "#e7eef5", "#f6efe2", "#dfe8ef")
DRESSES = ("#9c1f35", "#1f5d78", "#b5577f", "#4c7a5a", "#d3a03c", "#5b4a8a", "#e9e2d6", "#2f6f6c")
TROUSERS = ("#2a2c33", "#33353d", "#262a36")
WHITE = "#f5f3ee"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Looks of one person."""

    skin: str = SKINS[0]
    hair: str = HAIRS[0]
    style: str = "short"
    """short, thin, bob, long or bun."""
    outfit: str = "suit"
    """suit, shirt or dress (áo dài)."""
    colour: str = SUITS[0]
    accent: str = TIES[0]
    trousers: str = TROUSERS[0]
    glasses: bool = False


def someone(rng: random.Random, *, formal: float = 0.3) -> Person:
    """Anyone who might sit in the hall; `formal` is the share of men in suits."""
    skin, hair = rng.choice(SKINS), rng.choice(HAIRS)
    if rng.random() < 0.5:
        if rng.random() < 0.6:
            outfit, colour = "dress", rng.choice(DRESSES)
        else:
            outfit, colour = "shirt", rng.choice(SHIRTS)
        style = rng.choice(("long", "bob", "bun", "bob"))
    else:
        outfit = "suit" if rng.random() < formal else "shirt"
        colour = rng.choice(SUITS if outfit == "suit" else SHIRTS)
        style = rng.choice(("short", "short", "short", "thin"))
        hair = GREY if style == "thin" else hair
    return Person(
        skin=skin,
        hair=hair,
        style=style,
        outfit=outfit,
        colour=colour,
        accent=rng.choice(TIES),
        trousers=rng.choice(TROUSERS),
        glasses=rng.random() < 0.25,
    )


def dressed(person: Person, outfit: str, colour: str) -> Person:
    """The same person in other clothes."""
    return replace(person, outfit=outfit, colour=colour)


def shade(colour: str, part: float) -> str:
    """A colour made darker (below 0) or lighter (above 0) by a part of 1."""
    target = 0 if part < 0 else 255
    values = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{round(v + (target - v) * abs(part)):02x}" for v in values)


class Frame:
    """A place on the canvas in which one figure is drawn in its own units."""

    def __init__(self, canvas: Canvas, x: float, y: float, size: float, *, flip: bool = False) -> None:
        self.canvas, self.x, self.y, self.size = canvas, x, y, size
        self.side = -1 if flip else 1

    def at(self, points: Outline) -> list[Point]:
        """Points of the figure as points of the picture."""
        return [(self.x + self.side * px * self.size, self.y + py * self.size) for px, py in points]

    def fill(
        self, *outlines: Outline, paint: Paint, opacity: float = 1.0, blur: float = 0.0, within: Outline | None = None
    ) -> None:
        """Paint as `Canvas.fill`, in the figure's units."""
        self.canvas.fill(
            *(self.at(outline) for outline in outlines),
            paint=paint,
            opacity=opacity,
            blur=blur * self.size,
            within=None if within is None else self.at(within),
        )


def mirrored(right: Outline) -> list[Point]:
    """A closed outline from its right half, told from top to bottom."""
    return [*right, *((-x, y) for x, y in reversed(right))]
