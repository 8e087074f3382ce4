"""Pictures for trying layouts, drawn when they are wanted: of any size, told from one another, always the same."""

from __future__ import annotations

import io

_GREYS = (70, 215)


def drawn(width: int, height: int, *, number: int) -> bytes:
    """A JPEG of shaded ground with a frame, crossing lines and as many squares as its number says.

    Args:
        width: In dots.
        height: In dots.
        number: Which of many it is.
    """
    from PIL import Image, ImageDraw

    low, high = _GREYS
    ramp = Image.linear_gradient("L").rotate(90 * (number % 4)).resize((width, height))
    tones = [(low + (high - low) * ((number * step) % 7) // 6) for step in (1, 2, 3)]
    parts = [ramp.point([tone // 2 + value * (255 - tone // 2) // 255 for value in range(256)]) for tone in tones]
    picture = Image.merge("RGB", parts)
    draw = ImageDraw.Draw(picture)
    line = max(1, min(width, height) // 60)
    draw.rectangle((0, 0, width - 1, height - 1), outline=(166, 25, 46), width=line)
    draw.line((0, 0, width, height), fill=(184, 145, 58), width=line)
    draw.line((0, height, width, 0), fill=(184, 145, 58), width=line)
    size = max(2, min(width, height) // 16)
    for square in range(number):
        left, top = size * (1 + square % 7 * 2), size * (1 + square // 7 * 2)
        draw.rectangle((left, top, left + size, top + size), fill=(26, 26, 26))
    stream = io.BytesIO()
    picture.save(stream, "JPEG", quality=80)
    return stream.getvalue()
