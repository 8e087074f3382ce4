"""Picture files of all kinds, made in memory."""

import functools
import io
import struct
import zlib
from pathlib import Path

from PIL import Image, ImageDraw
from PIL.Image import Transpose

from bulletin.photos import Photo, probe

RED, GREEN, BLUE, YELLOW = (200, 30, 30), (30, 160, 60), (40, 60, 190), (230, 200, 40)

# What a camera held that way writes, by EXIF orientation: the undoing of what a viewer does.
_AS_HELD = {
    2: Transpose.FLIP_LEFT_RIGHT,
    3: Transpose.ROTATE_180,
    4: Transpose.FLIP_TOP_BOTTOM,
    5: Transpose.TRANSPOSE,
    6: Transpose.ROTATE_90,
    7: Transpose.TRANSVERSE,
    8: Transpose.ROTATE_270,
}


def scene(width: int = 320, height: int = 240, mode: str = "RGB") -> Image.Image:
    """Something with detail everywhere, the same at each call."""
    return _scene(width, height).convert(mode)


@functools.cache
def _scene(width: int, height: int) -> Image.Image:
    detail = Image.effect_mandelbrot((width, height), (-0.75, 0.05, -0.65, 0.15), 80)
    falling = Image.linear_gradient("L").resize((width, height))
    round_ = Image.radial_gradient("L").resize((width, height))
    parts = (Image.blend(detail, falling, 0.5), Image.blend(detail, round_, 0.5), detail)
    return Image.merge("RGB", parts)


def quarters(width: int = 400, height: int = 200) -> Image.Image:
    """Red, green / blue, yellow."""
    picture = Image.new("RGB", (width, height), RED)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((width // 2, 0, width, height // 2 - 1), GREEN)
    draw.rectangle((0, height // 2, width // 2 - 1, height), BLUE)
    draw.rectangle((width // 2, height // 2, width, height), YELLOW)
    return picture


def encoded(picture: Image.Image, kind: str, **options: object) -> bytes:
    stream = io.BytesIO()
    if kind == "HEIF":
        import pillow_heif

        pillow_heif.from_pillow(picture).save(stream, **options)
    else:
        picture.save(stream, kind, **options)
    return stream.getvalue()


def held(picture: Image.Image, orientation: int) -> tuple[Image.Image, Image.Exif]:
    """A picture as the sensor saw it, and the EXIF data that tells how to turn it upright."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    way = _AS_HELD.get(orientation)
    return (picture.transpose(way) if way is not None else picture), exif


def checked(path: Path, data: bytes) -> Photo:
    """The photo of some bytes, written to a file."""
    path.write_bytes(data)
    photo = probe(path, file=path.name, cache=None)
    assert isinstance(photo, Photo), photo
    return photo


def opened(data: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(data))
    picture.load()
    return picture


def rgb_at(picture: Image.Image, x: float, y: float) -> tuple[int, int, int]:
    """The colour at a place given as a part of width and height."""
    colour = picture.getpixel((int(x * picture.width), int(y * picture.height)))
    assert isinstance(colour, tuple)
    red, green, blue = (int(part) for part in colour)
    return red, green, blue


def is_near(one: tuple[int, ...], other: tuple[int, ...], tolerance: int = 6) -> bool:
    return all(abs(a - b) <= tolerance for a, b in zip(one, other, strict=True))


def png_header(width: int, height: int) -> bytes:
    """A PNG that claims a size and holds next to nothing."""
    return encoded(Image.new("L", (8, 8)), "PNG").replace(
        _chunk(b"IHDR", struct.pack(">IIBBBBB", 8, 8, 8, 0, 0, 0, 0)),
        _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)),
    )


def png(width: int, height: int, depth: int, colour_type: int, rows: bytes, *chunks: tuple[bytes, bytes]) -> bytes:
    """A PNG put together by hand, for depths that Pillow does not write; `rows` without filter bytes."""
    step = len(rows) // height
    lines = b"".join(b"\0" + rows[at : at + step] for at in range(0, len(rows), step))
    parts = [(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour_type, 0, 0, 0)), *chunks]
    parts += [(b"IDAT", zlib.compress(lines)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in parts)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


# ICC profiles by hand (ICC.1:2001-04): header, table of tags, tags.


def rgb_profile(primaries: tuple[tuple[float, float, float], ...], gamma: float) -> bytes:
    """A matrix profile; the primaries are XYZ under D50."""
    tags = {f"{letter}XYZ".encode(): _xyz(xyz) for letter, xyz in zip("rgb", primaries, strict=True)}
    tags |= {f"{letter}TRC".encode(): _curve(gamma) for letter in "rgb"}
    return _profile(b"mntr", b"RGB ", b"XYZ ", tags)


def grey_profile(gamma: float) -> bytes:
    return _profile(b"mntr", b"GRAY", b"XYZ ", {b"kTRC": _curve(gamma)})


def cmyk_profile(colours: dict[tuple[int, int, int, int], tuple[int, int, int]], *, device: bytes = b"prtr") -> bytes:
    """A profile with a table of Lab values (L 0 to 100) for inks that are off or on; all others are black."""
    linear = bytes(range(256))
    table = bytearray()
    for number in range(16):
        inks = (number >> 3 & 1, number >> 2 & 1, number >> 1 & 1, number & 1)
        lightness, a, b = colours.get(inks, (0, 0, 0))
        table += bytes((round(lightness * 2.55), a + 128, b + 128))
    matrix = struct.pack(">9i", *(65536 if number % 4 == 0 else 0 for number in range(9)))
    lut = b"mft1" + bytes(4) + bytes((4, 3, 2, 0)) + matrix + linear * 4 + bytes(table) + linear * 3
    return _profile(device, b"CMYK", b"Lab ", {b"A2B0": lut, b"A2B1": lut})


def _curve(gamma: float) -> bytes:
    return b"curv" + bytes(4) + struct.pack(">IH", 1, round(gamma * 256))


def _xyz(values: tuple[float, float, float]) -> bytes:
    return b"XYZ " + bytes(4) + struct.pack(">3i", *(round(value * 65536) for value in values))


def _profile(device: bytes, space: bytes, connection: bytes, tags: dict[bytes, bytes]) -> bytes:
    name = b"made for a test\0"
    tags = {
        b"desc": b"desc" + bytes(4) + struct.pack(">I", len(name)) + name + bytes(4 + 4 + 2 + 1 + 67),
        b"cprt": b"text" + bytes(4) + b"none\0",
        b"wtpt": _xyz((0.9642, 1.0, 0.8249)),
        **tags,
    }
    table, body = b"", b""
    start = 128 + 4 + 12 * len(tags)
    for tag, data in tags.items():
        padded = data + bytes(-len(data) % 4)
        table += tag + struct.pack(">II", start + len(body), len(data))
        body += padded
    head = struct.pack(">I", start + len(body)) + bytes(4) + b"\x02\x40\0\0" + device + space + connection
    head += bytes(12) + b"acsp" + bytes(28) + struct.pack(">3i", 63190, 65536, 54061)
    return head.ljust(128, b"\0") + struct.pack(">I", len(tags)) + table + body
