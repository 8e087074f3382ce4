"""Photos as a phone takes them: 4000 by 3000 pixels, 3 to 4 MB, each with other bytes."""

from __future__ import annotations

import functools
import io
import random
from pathlib import Path

import PIL
from PIL import Image, ImageChops, ImageEnhance

_EXAMPLES = Path(__file__).resolve().parent.parent / "examples" / "anh"
SIZE_PX = (4000, 3000)
_QUALITY = 92
_GRAIN = 0.12
"""Part of the sensor's noise in the picture; with the quality it makes the size of the file."""


def version() -> str:
    """What the bytes depend on beside their number."""
    return f"{PIL.__version__} {_QUALITY} {_GRAIN}"


def sources() -> tuple[Path, ...]:
    """The pictures that photos are made from."""
    return tuple(sorted(_EXAMPLES.glob("*.jpg")))


def snapshot(number: int, seed: int) -> bytes:
    """One photo as JPEG: a picture of the examples in another hue and cut, enlarged, with noise of its own."""
    chance = random.Random(f"{seed} photo {number}")
    files = sources()
    with Image.open(files[number % len(files)]) as opened:
        small = opened.convert("RGB")
    # The hue is turned while the picture is small.
    hue, saturation, value = small.convert("HSV").split()
    turn = chance.randint(-24, 24)
    hue = hue.point([(level + turn) % 256 for level in range(256)])
    small = Image.merge("HSV", (hue, saturation, value)).convert("RGB")
    small = ImageEnhance.Brightness(small).enhance(chance.uniform(0.9, 1.1))
    large = small.resize(SIZE_PX, Image.Resampling.BICUBIC, box=_cut(small.size, chance))
    grain = ImageChops.offset(_grain(), chance.randrange(SIZE_PX[0]), chance.randrange(SIZE_PX[1]))
    stream = io.BytesIO()
    Image.blend(large, grain, _GRAIN).save(stream, "JPEG", quality=_QUALITY)
    return stream.getvalue()


def _cut(size: tuple[int, int], chance: random.Random) -> tuple[float, float, float, float]:
    """A part of a picture, as wide to its height as the photo is."""
    scale = chance.uniform(0.88, 1.0)
    width = min(size[0], size[1] * SIZE_PX[0] / SIZE_PX[1]) * scale
    height = width * SIZE_PX[1] / SIZE_PX[0]
    left, top = chance.uniform(0, size[0] - width), chance.uniform(0, size[1] - height)
    return left, top, left + width, top + height


@functools.cache
def _grain() -> Image.Image:
    """Noise, made once for a process and shifted for each photo; that of a sensor is a little coarse."""
    chance = random.Random("grain")
    tile = Image.frombytes("L", (1000, 750), chance.randbytes(1000 * 750)).resize(
        (2000, 1500), Image.Resampling.BICUBIC
    )
    whole = Image.new("L", SIZE_PX)
    for left in range(0, SIZE_PX[0], tile.width):
        for top in range(0, SIZE_PX[1], tile.height):
            whole.paste(tile, (left, top))
    return Image.merge("RGB", (whole, ImageChops.offset(whole, 37, 91), ImageChops.offset(whole, 501, 13)))
