"""Heads from the front: face, hair and what lies behind it."""

from __future__ import annotations

from drawing.canvas import Fade, ellipse, limb, smooth
from drawing.people import (
    Frame,
    Person,
    mirrored,
    shade,
)

HEAD = smooth(
    mirrored([(0.16, -0.99), (0.31, -0.87), (0.37, -0.62), (0.355, -0.4), (0.29, -0.18), (0.17, -0.03), (0.06, 0.0)])
)


def hair_behind(frame: Frame, person: Person) -> None:
    """The hair that hangs behind neck and shoulders."""
    paint = Fade(shade(person.hair, 0.08), shade(person.hair, -0.25))
    if person.style == "bob":
        shape = mirrored([(0.2, -1.06), (0.42, -0.8), (0.46, -0.4), (0.46, -0.02), (0.3, 0.12), (0.1, 0.08)])
        frame.fill(smooth(shape), paint=paint)
    elif person.style == "long":
        shape = mirrored([(0.2, -1.06), (0.42, -0.8), (0.46, -0.3), (0.5, 0.3), (0.48, 0.75), (0.25, 0.7), (0.1, 0.3)])
        frame.fill(smooth(shape), paint=paint)
    elif person.style == "bun":
        frame.fill(ellipse(0.1, -1.1, 0.2, 0.15), paint=paint)


def head(frame: Frame, person: Person, *, turn: float = 0.0) -> None:
    """Face and the hair that lies over it."""
    skin = person.skin
    for side in (-1, 1):
        if person.style in ("short", "thin", "bun"):
            frame.fill(ellipse(0.37 * side - 0.03 * turn, -0.43, 0.06, 0.1), paint=shade(skin, -0.12))
    frame.fill(HEAD, paint=Fade(shade(skin, 0.07), shade(skin, -0.07)))
    frame.fill(ellipse(0.42, -0.4, 0.2, 0.6), paint=shade(skin, -0.45), opacity=0.35, blur=0.1, within=HEAD)
    if frame.size > 26:
        _face(frame, person, 0.09 * turn)
    _hair_over(frame, person, turn)


def _face(frame: Frame, person: Person, shift: float) -> None:
    dark = "#2a1c18"
    for side in (-1, 1):
        x = 0.155 * side + shift
        brow = smooth([(x - 0.085, -0.575), (x, -0.605), (x + 0.085, -0.575)], closed=False, steps=4)
        frame.fill(*limb(brow, [0.026] * len(brow)), paint=shade(person.hair, 0.05), opacity=0.8)
        frame.fill(ellipse(x, -0.48, 0.055, 0.026), paint="#f3ebe4")
        frame.fill(ellipse(x + 0.25 * shift, -0.48, 0.027, 0.028), paint=dark)
        lid = smooth([(x - 0.066, -0.478), (x, -0.513), (x + 0.066, -0.482)], closed=False, steps=4)
        frame.fill(*limb(lid, [0.018] * len(lid)), paint=dark)
        frame.fill(ellipse(x + 0.05 * side, -0.3, 0.09, 0.07), paint="#d9694f", opacity=0.16, blur=0.04)
        if person.glasses:
            ring = smooth([*ellipse(x, -0.475, 0.115, 0.085)][::6], steps=6)
            frame.fill(*limb([*ring, ring[0]], [0.018] * (len(ring) + 1)), paint="#3a3230", opacity=0.9)
    if person.glasses:
        frame.fill(*limb([(shift - 0.045, -0.49), (shift + 0.045, -0.49)], (0.018, 0.018)), paint="#3a3230")
    nose = smooth(
        [(0.03 + shift * 1.5, -0.44), (0.055 + shift * 1.7, -0.3), (0.0 + shift * 1.6, -0.275)], closed=False, steps=5
    )
    frame.fill(*limb(nose, [0.018] * len(nose)), paint=shade(person.skin, -0.35), opacity=0.75)
    woman = person.style in ("bob", "long", "bun")
    lips = [(-0.105 + shift, -0.165), (0.0 + shift, -0.178), (0.105 + shift, -0.165), (0.0 + shift, -0.108)]
    frame.fill(smooth(lips), paint="#b4504a" if woman else "#a9604e", opacity=0.95 if woman else 0.8)
    mouth = smooth([(-0.115 + shift, -0.17), (0.0 + shift, -0.146), (0.115 + shift, -0.17)], closed=False, steps=5)
    frame.fill(*limb(mouth, [0.014] * len(mouth)), paint="#5c2a24", opacity=0.8)


def _hair_over(frame: Frame, person: Person, turn: float) -> None:
    paint = Fade(shade(person.hair, 0.14), person.hair)
    s = 0.06 * turn
    if person.style == "short":
        shape = [
            (-0.395, -0.5),
            (-0.42, -0.8),
            (-0.28, -1.05),
            (0.02, -1.12),
            (0.3, -1.05),
            (0.42, -0.8),
            (0.395, -0.5),
            (0.35, -0.55),
            (0.32, -0.72),
            (0.22 + s, -0.84),
            (-0.02 + s, -0.83),
            (-0.2 + s, -0.77),
            (-0.3, -0.72),
            (-0.35, -0.55),
        ]
    elif person.style == "thin":
        s *= 0.35
        shape = [
            (-0.395, -0.48),
            (-0.415, -0.75),
            (-0.3, -0.99),
            (0.02, -1.055),
            (0.3, -0.99),
            (0.415, -0.75),
            (0.395, -0.48),
            (0.355, -0.55),
            (0.335, -0.75),
            (0.24 + s, -0.92),
            (0.0 + s, -0.965),
            (-0.24 + s, -0.92),
            (-0.335, -0.75),
            (-0.355, -0.55),
        ]
    elif person.style == "bun":
        shape = [
            (-0.39, -0.45),
            (-0.41, -0.8),
            (-0.27, -1.04),
            (0.0, -1.09),
            (0.27, -1.04),
            (0.41, -0.8),
            (0.39, -0.45),
            (0.345, -0.6),
            (0.27 + s, -0.78),
            (0.05 + s, -0.9),
            (-0.22 + s, -0.8),
            (-0.345, -0.6),
        ]
    else:
        low = 0.05 if person.style == "bob" else 0.3
        shape = [
            (-0.47, low),
            (-0.46, -0.45),
            (-0.44, -0.8),
            (-0.28, -1.06),
            (0.0, -1.12),
            (0.28, -1.06),
            (0.44, -0.8),
            (0.46, -0.45),
            (0.47, low),
            (0.36, low - 0.05),
            (0.36, -0.4),
            (0.3 + s, -0.68),
            (0.08 + s, -0.88),
            (0.06 + s, -0.88),
            (-0.18 + s, -0.74),
            (-0.33, -0.55),
            (-0.36, -0.3),
            (-0.36, low - 0.05),
        ]
    hair = smooth(shape, steps=6)
    frame.fill(hair, paint=paint)
    frame.fill(ellipse(-0.14, -0.98, 0.2, 0.06, turn=-14), paint="#ffffff", opacity=0.13, blur=0.045, within=hair)
