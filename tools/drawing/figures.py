"""People as simple shapes: busts, backs and whole figures."""

from __future__ import annotations

from drawing.canvas import Canvas, Fade, Outline, ellipse, limb, smooth
from drawing.clothes import arm as draw_arm
from drawing.clothes import legs, torso
from drawing.heads import hair_behind, head
from drawing.people import (
    WHITE,
    Frame,
    Person,
    mirrored,
    shade,
)


def bust(
    canvas: Canvas,
    person: Person,
    x: float,
    y: float,
    size: float,
    *,
    turn: float = 0.0,
    depth: float = 2.4,
    arms: bool = True,
) -> None:
    """A person from the front down to `depth`; (x, y) is the chin, `turn` the face's turn from -1 to 1."""
    frame = Frame(canvas, x, y, size)
    hair_behind(frame, person)
    torso(frame, person, depth)
    if arms:
        for side in (-1, 1):
            draw_arm(frame, person, [(0.84 * side, 0.66), (1.08 * side, 1.5), (0.42 * side, 2.12)])
    head(frame, person, turn=turn)


def standing(
    canvas: Canvas,
    person: Person,
    x: float,
    y: float,
    size: float,
    *,
    left: Outline = ((-0.82, 0.66), (-1.02, 1.55), (-0.92, 2.45)),
    right: Outline = ((0.82, 0.66), (1.02, 1.55), (0.92, 2.45)),
    turn: float = 0.0,
    flip: bool = False,
    shadow: bool = True,
) -> None:
    """A whole person; (x, y) is the chin, arms are shoulder, elbow, hand; the soles stand at y + 6.4 sizes."""
    frame = Frame(canvas, x, y, size, flip=flip)
    if shadow:
        canvas.light(x, y + 6.42 * size, 1.7 * size, 0.26 * size, "#2a1712", 0.55)
    hair_behind(frame, person)
    legs(frame, person)
    behind = left[-1][1] < 0.4
    if behind:
        draw_arm(frame, person, left)
    torso(frame, person, 2.75, whole=True)
    for arm in (right,) if behind else (left, right):
        draw_arm(frame, person, arm)
    head(frame, person, turn=turn)


def back(canvas: Canvas, person: Person, x: float, y: float, size: float, *, turn: float = 0.0) -> None:
    """A seated person from behind; (x, y) is the chin's height."""
    frame = Frame(canvas, x, y, size)
    slim = person.style in ("bob", "long", "bun")
    wide = 0.88 if slim else 1.0
    half = [
        (0.15, -0.02),
        (0.22, 0.2),
        (0.55 * wide, 0.34),
        (0.9 * wide, 0.5),
        (1.06 * wide, 0.85),
        (1.12 * wide, 1.6),
        (1.12 * wide, 3.2),
        (1.12 * wide, 3.2),
    ]
    body = smooth(mirrored(half))
    frame.fill(body, paint=Fade(shade(person.colour, 0.04), shade(person.colour, -0.3)))
    frame.fill(ellipse(0.0, 0.5, 0.8, 0.24), paint="#ffffff", opacity=0.16, blur=0.12, within=body)
    for side in (-1, 1):
        crease = smooth([(0.72 * side, 0.75), (0.8 * side, 1.2), (0.82 * side, 2.4)], closed=False, steps=5)
        frame.fill(*limb(crease, [0.05] * len(crease)), paint="#000000", opacity=0.18, blur=0.04, within=body)
    neck = smooth([(-0.18, -0.3), (0.18, -0.3), (0.19, 0.12), (0.0, 0.22), (-0.19, 0.12)])
    frame.fill(neck, paint=Fade(shade(person.skin, -0.3), shade(person.skin, -0.12)))
    if person.outfit != "dress" or person.style != "long":
        collar = smooth([(-0.24, 0.06), (0.0, 0.14), (0.24, 0.06), (0.27, 0.24), (0.0, 0.32), (-0.27, 0.24)])
        frame.fill(collar, paint=shade(person.colour, 0.2) if person.outfit != "suit" else WHITE)
        if person.outfit == "suit":
            frame.fill(
                smooth([(-0.26, 0.14), (0.0, 0.2), (0.26, 0.14), (0.3, 0.32), (0.0, 0.4), (-0.3, 0.32)]),
                paint=shade(person.colour, 0.06),
            )
    for side in (-1, 1):
        if not slim or person.style == "bun":
            frame.fill(ellipse(0.375 * side + 0.03 * turn, -0.42, 0.06, 0.1), paint=shade(person.skin, -0.15))
    low = {"short": -0.22, "thin": -0.24, "bun": -0.2, "bob": 0.08, "long": 1.0}[person.style]
    grow = 0.47 if person.style in ("bob", "long") else 0.39
    half = [
        (0.16, -1.08),
        (0.34, -0.95),
        (0.42, -0.65),
        (grow, -0.35),
        (grow * 0.92, low - 0.1),
        (grow * 0.5, low + 0.02),
    ]
    hair = smooth(mirrored(half), steps=6)
    frame.fill(hair, paint=Fade(shade(person.hair, 0.12), shade(person.hair, -0.1)))
    frame.fill(ellipse(-0.1, -0.84, 0.2, 0.11, turn=-18), paint="#ffffff", opacity=0.16, blur=0.07, within=hair)
    if person.style == "bun":
        frame.fill(ellipse(0.0, -0.5, 0.2, 0.19), paint=Fade(shade(person.hair, 0.16), shade(person.hair, -0.1)))
        frame.fill(ellipse(0.0, -0.5, 0.2, 0.19), paint="#000000", opacity=0.1, blur=0.02)
    if person.style == "thin":
        frame.fill(ellipse(0.0, -0.9, 0.16, 0.1), paint=person.skin, opacity=0.5, blur=0.06, within=hair)
