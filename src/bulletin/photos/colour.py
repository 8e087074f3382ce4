"""Any picture to sRGB: by the profile in its file where there is one, on white where it can be seen through."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

_GREYS = frozenset({"1", "L", "LA"})


def spread(picture: Image) -> Image:
    """The same picture in a mode that can be resampled: L, LA, RGB, RGBA, CMYK or LAB, eight bits a channel."""
    if picture.mode.startswith("I;16"):
        # A plain conversion would cut all levels over 255 off. Pillow takes the function apart: it must be a line.
        return picture.convert("I").point(lambda level: level * (1 / 257) + 0.5).convert("L")
    if picture.has_transparency_data:
        wanted = "LA" if picture.mode in _GREYS else "RGBA"
    elif picture.mode in ("L", "RGB", "CMYK", "LAB"):
        wanted = picture.mode
    else:
        wanted = "L" if picture.mode == "1" else "RGB"
    # `convert` copies even where there is nothing to convert: 400 MB for the largest pictures.
    return picture if picture.mode == wanted else picture.convert(wanted)


def to_srgb(picture: Image, profile: bytes | None) -> Image:
    """A picture that `spread` gave, as opaque RGB in sRGB.

    Args:
        picture: The picture.
        profile: The ICC profile of its file. Without one, or with one that is damaged or meant for other pixels,
            RGB and grey are taken as sRGB and CMYK is converted by the plain rule.
    """
    from PIL import Image

    if picture.mode in ("LA", "RGBA"):
        alpha = picture.getchannel("A")
        opaque = Image.new(picture.mode[:-1], picture.size, "white")
        opaque.paste(picture.convert(opaque.mode), mask=alpha)
        picture = opaque
    if profile or picture.mode == "LAB":
        picture = _by_profile(picture, profile or b"")
    return picture if picture.mode == "RGB" else picture.convert("RGB")


def _by_profile(picture: Image, profile: bytes) -> Image:
    """A picture in sRGB; the picture itself when the profile is of no use."""
    from PIL import ImageCms

    try:
        if picture.mode == "LAB":
            source = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
        else:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            # Most cameras and phones name sRGB itself: nothing to convert.
            if picture.mode == "RGB" and "sRGB" in ImageCms.getProfileDescription(source):
                return picture
        converted = ImageCms.profileToProfile(
            picture,
            source,
            ImageCms.createProfile("sRGB"),
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            outputMode="RGB",
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    # The profile is damaged, or made for other pixels (a grey picture with a profile for RGB).
    except (ImageCms.PyCMSError, OSError):
        return picture
    assert converted is not None  # only a conversion in place gives none
    return converted
