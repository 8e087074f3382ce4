"""A photo made ready for its place on the page: upright, cropped, sized, in sRGB, and without metadata."""

from __future__ import annotations

import hashlib
import io
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletin.cache import Cache
from bulletin.errors import Problem, RecordError
from bulletin.photos import faults
from bulletin.photos.colour import spread, to_srgb
from bulletin.photos.kinds import picture_kind
from bulletin.photos.photo import MM_PER_INCH, Fault, Photo
from bulletin.photos.reader import open_picture, orientation, quiet

if TYPE_CHECKING:
    from PIL.Image import Image

# Part of each key: to be raised when the same photo would come out with other bytes.
_RECIPE = "2"

SAME_RATIO = 0.005
"""Two ratios that differ by less than this part are the same but for the rounding of millimetres."""

_CENTRE = (50.0, 50.0)
_DRAFT = 0.95
"""Part of the wanted size that a draft must have."""
_NEAR = 0.05
"""A draft whose size differs by no more than this part is taken as it is: at 285 to 315 dpi nobody sees a difference,
and resampling it would soften it and take as long as decoding it."""


@dataclass(frozen=True, slots=True)
class Cut:
    """How a photo is resampled and cropped; all in pixels of the upright picture after resampling."""

    full: tuple[int, int]
    """Width and height of the whole picture."""
    box: tuple[int, int, int, int]
    """Left, top, right and bottom of what is kept of it."""


def plan(
    photo: Photo, *, width_mm: float, height_mm: float, focus: tuple[float, float] | None = None, dpi: int = 300
) -> Cut:
    """Work out how a photo is cut for its place; see `prepare` for the arguments."""
    wanted = width_mm / height_mm
    kept_width, kept_height = float(photo.width_px), float(photo.height_px)
    if abs(wanted / photo.ratio - 1) >= SAME_RATIO:
        kept_width, kept_height = min(kept_width, kept_height * wanted), min(kept_height, kept_width / wanted)
    scale = min(1.0, width_mm / MM_PER_INCH * dpi / kept_width)
    full = (max(1, round(photo.width_px * scale)), max(1, round(photo.height_px * scale)))
    left, right = _span(full[0], kept_width * scale, (focus or _CENTRE)[0])
    top, bottom = _span(full[1], kept_height * scale, (focus or _CENTRE)[1])
    return Cut(full, (left, top, right, bottom))


def prepare(
    photo: Photo,
    *,
    width_mm: float,
    height_mm: float,
    focus: tuple[float, float] | None = None,
    dpi: int = 300,
    quality: int = 85,
    cache: Cache | None = None,
) -> bytes:
    """Make a photo ready for a place on the page.

    Args:
        photo: A photo that `probe` has found whole.
        width_mm: Width of its place.
        height_mm: Height of its place; what does not fit in is cropped.
        focus: Point that stays in the picture and as near to its middle as can be, in per cent from the left and from
            the top; the middle when None.
        dpi: Pixels per inch at that width; a photo that has fewer is not enlarged.
        quality: Of the JPEG, 1 to 95.
        cache: Where the result is kept.

    Returns:
        A baseline JPEG in sRGB without metadata. The same photo and arguments give the same bytes.

    Raises:
        RecordError: If the file is gone, was changed since it was checked, or cannot be decoded after all.
    """
    import PIL

    cache = cache or Cache(None)
    cut = plan(photo, width_mm=width_mm, height_mm=height_mm, focus=focus, dpi=dpi)
    shape = "-".join(str(number) for number in (*cut.full, *cut.box, quality))
    key = f"photo-{_RECIPE}-{PIL.__version__}-{photo.digest}-{shape}"
    kept = cache.get(key)
    if kept is None:
        kept = _encode(_place(photo, cut), quality)
        cache.put(key, kept)
    return kept


def size_px(prepared: bytes) -> tuple[int, int]:
    """Width and height in pixels of what `prepare` has made."""
    return open_picture("JPEG", prepared).size


def _span(full: int, kept: float, centre_percent: float) -> tuple[int, int]:
    """First and last pixel of the kept part of a length, with a point as near to its middle as can be."""
    length = min(full, max(1, round(kept)))
    start = round(full * centre_percent / 100 - length / 2)
    start = min(max(0, start), full - length)
    return start, start + length


def _place(photo: Photo, cut: Cut) -> Image:
    """The photo's pixels as they are to be printed."""
    from PIL.Image import Resampling

    try:
        data = photo.path.read_bytes()
    except OSError as error:
        raise _error(photo, faults.changed(photo.path.name)) from error
    if hashlib.sha256(data).hexdigest() != photo.digest:
        raise _error(photo, faults.changed(photo.path.name))
    kind = picture_kind(data)
    with quiet(kind):
        try:
            picture, turn, box = _decode(kind, data, cut)
        except MemoryError as error:
            raise _error(photo, faults.too_much_memory(photo.path.name)) from error
        # The readers raise nearly any class on damaged files.
        except Exception as error:
            raise _error(photo, faults.broken(photo.path.name)) from error
        profile = picture.info.get("icc_profile")
        if box is not None and _is_near(box, cut, turn):
            left, top, right, bottom = map(round, box)
            return to_srgb(_upright(spread(picture).crop((left, top, right, bottom)), turn), profile)
        # A large PNG or TIFF is first made smaller by plain averaging: indistinguishable, and several times faster.
        small = spread(picture).resize(_turned(cut.full, turn), Resampling.LANCZOS, box, 3.0)
        upright = _upright(small, turn)
        return to_srgb(upright if cut.box == (0, 0, *cut.full) else upright.crop(cut.box), profile)


def _decode(kind: str, data: bytes, cut: Cut) -> tuple[Image, int, tuple[float, float, float, float] | None]:
    """The pixels as they lie in the file, how they are turned, and which part of them is the picture (None: all)."""
    picture = open_picture(kind, data)
    drafted = None
    if kind == "JPEG":
        # Halved, quartered or divided by eight while it is decoded. On the width of an A4 text the 4000 pixels of most
        # phones just miss a half: to enlarge that half by a few per cent loses less than the JPEG's quality does.
        width, height = _turned(cut.full, orientation(picture))
        drafted = picture.draft(None, (math.ceil(width * _DRAFT), math.ceil(height * _DRAFT)))
    picture.load()
    return picture, orientation(picture), drafted[1] if drafted else None


def _is_near(box: tuple[float, float, float, float], cut: Cut, turn: int) -> bool:
    """Whether a draft of the whole picture, which nothing is cut off from, has about the wanted size."""
    width, height = _turned(cut.full, turn)
    return (
        cut.box == (0, 0, *cut.full)
        and abs((box[2] - box[0]) / width - 1) <= _NEAR
        and abs((box[3] - box[1]) / height - 1) <= _NEAR
    )


def _upright(picture: Image, turn: int) -> Image:
    """A picture turned and mirrored as EXIF's orientation says."""
    from PIL.Image import Transpose

    transposition = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }.get(turn)
    return picture if transposition is None else picture.transpose(transposition)


def _turned(size: tuple[int, int], turn: int) -> tuple[int, int]:
    """An upright size as the pixels lie in the file, or the other way round."""
    return (size[1], size[0]) if turn >= 5 else size


def _encode(picture: Image, quality: int) -> bytes:
    # Pillow would write a comment that it has read back into the file.
    picture.info.clear()
    stream = io.BytesIO()
    picture.save(stream, "JPEG", quality=quality, optimize=True)
    return stream.getvalue()


def _error(photo: Photo, fault: Fault) -> RecordError:
    return RecordError([Problem(fault.message, photo.path, hint=fault.hint, id=fault.id)])
