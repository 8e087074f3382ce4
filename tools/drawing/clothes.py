"""What people wear: suits, shirts, long dresses, sleeves, trousers."""

from __future__ import annotations

from drawing.canvas import Fade, Outline, ellipse, limb, smooth
from drawing.people import (
    WHITE,
    Frame,
    Person,
    mirrored,
    shade,
)


def torso(frame: Frame, person: Person, depth: float, *, whole: bool = False) -> None:
    """A body with its clothes down to `depth`; a `whole` one shows the skirts of a long dress."""
    slim = person.style in ("bob", "long", "bun")
    wide = 0.86 if slim else 1.0
    half = [(0.16, 0.1), (0.24, 0.27), (0.55 * wide, 0.38), (0.86 * wide, 0.5), (0.97 * wide, 0.75)]
    if person.outfit == "dress" and whole:
        half += [(0.7, 1.2), (0.6, 1.75), (0.78, 2.5), (0.86, 3.6), (0.95, 4.7), (0.98, 5.35), (0.98, 5.35)]
    elif whole:
        half += [(0.84 * wide, 1.3), (0.74, 1.9), (0.78, depth - 0.05), (0.78, depth - 0.05)]
    else:
        half += [(0.84 * wide, 1.3), (0.78 * wide, depth), (0.78 * wide, depth)]
    body = smooth(mirrored(half))
    frame.fill(body, paint=Fade(shade(person.colour, 0.07), shade(person.colour, -0.16)))
    # Light from the upper left: the right flank lies in shade.
    frame.fill(ellipse(1.0, 1.7, 0.42, 2.2), paint="#000000", opacity=0.2, blur=0.22, within=body)
    frame.fill(ellipse(-0.42, 0.75, 0.32, 0.5), paint="#ffffff", opacity=0.1, blur=0.2, within=body)
    _neck(frame, person)
    if person.outfit == "suit":
        _suit(frame, person, body)
    elif person.outfit == "dress":
        _dress(frame, person, body, whole=whole)
    else:
        _shirt(frame, person, body)


def _neck(frame: Frame, person: Person) -> None:
    neck = smooth([(-0.17, -0.25), (0.17, -0.25), (0.17, 0.1), (0.24, 0.3), (0, 0.48), (-0.24, 0.3), (-0.17, 0.1)])
    frame.fill(neck, paint=Fade(shade(person.skin, -0.22), shade(person.skin, -0.06)))


def _suit(frame: Frame, person: Person, body: Outline) -> None:
    frame.fill(
        [(-0.25, 0.22), (0, 0.42), (0.25, 0.22), (0.27, 0.5), (0.03, 1.45), (-0.03, 1.45), (-0.27, 0.5)], paint=WHITE
    )
    if person.style in ("bob", "long", "bun"):
        frame.fill(smooth([(-0.17, 0.16), (0.17, 0.16), (0.0, 0.62)]), paint=shade(person.skin, -0.05))
    else:
        frame.fill(
            [(-0.07, 0.42), (0.07, 0.42), (0.05, 0.55), (0.1, 1.25), (0, 1.42), (-0.1, 1.25), (-0.05, 0.55)],
            paint=Fade(person.accent, shade(person.accent, -0.25)),
        )
        frame.fill([(-0.085, 0.37), (0.085, 0.37), (0.055, 0.53), (-0.055, 0.53)], paint=shade(person.accent, 0.1))
        for side in (-1, 1):
            frame.fill(
                [(0.02 * side, 0.42), (0.24 * side, 0.2), (0.29 * side, 0.38), (0.13 * side, 0.56)], paint="#ffffff"
            )
    for side in (-1, 1):
        lapel = [
            (0.24 * side, 0.24),
            (0.45 * side, 0.48),
            (0.4 * side, 0.72),
            (0.5 * side, 0.8),
            (0.02 * side, 1.5),
            (0.27 * side, 0.5),
        ]
        frame.fill(lapel, paint=shade(person.colour, 0.13 if side < 0 else 0.05))
    frame.fill(*limb([(0.02, 1.5), (0.03, 2.3)], (0.025, 0.02)), paint=shade(person.colour, -0.4), within=body)
    frame.fill(ellipse(0.07, 1.62, 0.035, 0.035), paint=shade(person.colour, -0.45))
    frame.fill([(0.42, 0.98), (0.62, 0.93), (0.63, 0.98), (0.43, 1.03)], paint=shade(person.colour, -0.35))


def _shirt(frame: Frame, person: Person, body: Outline) -> None:
    line = shade(person.colour, -0.18)
    frame.fill(smooth([(-0.15, 0.2), (0.15, 0.2), (0.0, 0.6), (0.0, 0.6)]), paint=shade(person.skin, -0.08))
    for side in (-1, 1):
        collar = [(0.16 * side, 0.16), (0.25 * side, 0.22), (0.33 * side, 0.45), (0.15 * side, 0.62), (0.0, 0.5)]
        frame.fill(collar, paint=shade(person.colour, 0.35), opacity=1.0)
        frame.fill(*limb([(0.33 * side, 0.45), (0.15 * side, 0.62), (0.0, 0.52)], (0.02, 0.02, 0.02)), paint=line)
    frame.fill(*limb([(0.0, 0.6), (0.0, 2.7)], (0.022, 0.022)), paint=line, within=body)
    for y in (0.85, 1.2, 1.55, 1.9, 2.25):
        frame.fill(ellipse(0.0, y, 0.026, 0.026), paint=shade(line, -0.2), within=body)
    frame.fill([(0.3, 0.95), (0.62, 0.95), (0.62, 1.3), (0.46, 1.36), (0.3, 1.3)], paint=line, opacity=0.45)


def _dress(frame: Frame, person: Person, body: Outline, *, whole: bool) -> None:
    pale = shade(person.colour, 0.45)
    yoke = smooth(mirrored([(0.17, 0.16), (0.26, 0.28), (0.4, 0.36), (0.3, 0.62), (0.1, 0.66)]))
    frame.fill(yoke, paint=shade(person.colour, 0.04), within=body)
    stand = [
        (-0.185, 0.02),
        (0.0, 0.07),
        (0.185, 0.02),
        (0.215, 0.27),
        (0.03, 0.36),
        (0.0, 0.33),
        (-0.03, 0.36),
        (-0.215, 0.27),
    ]
    frame.fill(stand, paint=Fade(shade(person.colour, 0.02), shade(person.colour, 0.16)))
    frame.fill(
        *limb(smooth([(0.0, 0.33), (0.2, 0.62), (0.6, 0.85)], closed=False), [0.025] * 21),
        paint=shade(person.colour, -0.3),
        opacity=0.8,
        within=body,
    )
    if whole:
        for side in (-1, 1):
            frame.fill(
                *limb([(0.66 * side, 2.1), (0.82 * side, 3.6), (0.9 * side, 5.3)], (0.02, 0.12, 0.3)),
                paint=WHITE,
                within=body,
                opacity=0.9,
            )
            frame.fill(
                *limb([(0.2 * side, 2.3), (0.34 * side, 5.2)], (0.03, 0.14)),
                paint="#000000",
                opacity=0.14,
                blur=0.06,
                within=body,
            )
    # A spray of small flowers over the breast and, when seen, the hem.
    sprays = [(-0.34, 0.8), (-0.46, 1.02), (-0.28, 1.12), (-0.42, 1.32)]
    sprays += [(-0.4, 4.1), (-0.22, 4.35), (-0.5, 4.55), (-0.05, 4.7), (-0.32, 4.85), (0.2, 4.95)] if whole else []
    for number, (x, y) in enumerate(sprays):
        radius = 0.05 + 0.016 * (number % 3)
        for dx, dy in ((0, -1), (0.95, -0.3), (0.6, 0.8), (-0.6, 0.8), (-0.95, -0.3)):
            frame.fill(
                ellipse(x + dx * radius * 0.8, y + dy * radius * 0.8, radius * 0.6, radius * 0.6),
                paint=pale,
                opacity=0.85,
                within=body,
            )
        frame.fill(ellipse(x, y, radius * 0.4, radius * 0.4), paint="#e9c25a", within=body)


def arm(frame: Frame, person: Person, points: Outline) -> None:
    """A sleeve and hand through shoulder, elbow and hand."""
    slim = person.style in ("bob", "long", "bun")
    (sx, sy), (ex, ey), (hx, hy) = points
    if slim:
        sx *= 0.88
    upper, elbow, cuff = (0.36, 0.31, 0.25) if slim else (0.44, 0.37, 0.29)
    short = person.outfit == "shirt"
    skin = shade(person.skin, -0.04)
    length = ((hx - ex) ** 2 + (hy - ey) ** 2) ** 0.5
    dx, dy = (hx - ex) / length, (hy - ey) / length
    palm = [(hx - 0.06 * dx, hy - 0.06 * dy), (hx + 0.12 * dx, hy + 0.12 * dy), (hx + 0.27 * dx, hy + 0.27 * dy)]
    frame.fill(*limb(palm, (0.19, 0.23, 0.15)), paint=skin)
    frame.fill(
        *limb([(hx, hy), (hx + 0.14 * dx + 0.1 * dy, hy + 0.14 * dy - 0.1 * dx)], (0.1, 0.07)), paint=shade(skin, -0.05)
    )
    sleeve = person.colour
    # A sleeve stands off the body by its shade alone, so it is drawn over a soft dark edge.
    frame.fill(
        *limb([(sx, sy + 0.1), (ex, ey), (hx, hy)], (upper, elbow, cuff)), paint="#000000", opacity=0.2, blur=0.05
    )
    if short:
        frame.fill(*limb([(sx, sy), (ex, ey), (hx, hy)], (0.24, 0.25, 0.18)), paint=Fade(skin, shade(skin, -0.1)))
        mx, my = sx + (ex - sx) * 0.72, sy + (ey - sy) * 0.72
        shoulder, _, straight = limb([(sx, sy), (mx, my)], (upper, upper * 0.92))
        frame.fill(shoulder, straight, paint=Fade(shade(sleeve, 0.04), shade(sleeve, -0.12)))
        return
    if person.outfit == "suit":
        frame.fill(ellipse(hx - 0.1 * dx, hy - 0.1 * dy, cuff * 0.42, cuff * 0.42), paint=WHITE)
    frame.fill(
        *limb([(sx, sy), (ex, ey), (hx - 0.17 * dx, hy - 0.17 * dy)], (upper, elbow, cuff)),
        paint=Fade(shade(sleeve, 0.04), shade(sleeve, -0.12)),
    )


def legs(frame: Frame, person: Person) -> None:
    """Trousers and shoes."""
    dress = person.outfit == "dress"
    colour = WHITE if dress else person.trousers
    for side in (-1, 1):
        shoe = smooth(
            [(0.12 * side, 6.2), (0.5 * side, 6.16), (0.62 * side, 6.36), (0.4 * side, 6.44), (0.12 * side, 6.42)]
        )
        frame.fill(shoe, paint=shade(person.accent, -0.3) if dress else "#1c1817")
        width = (0.62, 0.54, 0.56) if dress else (0.72, 0.52, 0.44)
        frame.fill(
            *limb([(0.36 * side, 2.6), (0.36 * side, 4.4), (0.36 * side, 6.12)], width),
            paint=Fade(shade(colour, 0.05), shade(colour, -0.22)),
        )
    frame.fill(limb([(0.02, 2.9), (0.0, 6.0)], (0.02, 0.1))[2], paint="#000000", opacity=0.22, blur=0.05)
