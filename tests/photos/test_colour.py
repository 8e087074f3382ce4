import struct
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from bulletin.photos import prepare

from .pictures import checked, cmyk_profile, encoded, grey_profile, is_near, opened, png, rgb_at, rgb_profile

# Primaries under D50: Adobe RGB (1998), annex A; Display P3 as in Apple's profile.
ADOBE = ((0.60974, 0.31111, 0.01947), (0.20528, 0.62567, 0.06087), (0.14919, 0.06322, 0.74457))
P3 = ((0.51512, 0.24120, -0.00105), (0.29198, 0.69225, 0.04189), (0.15710, 0.06657, 0.78407))


def printed(path: Path, data: bytes) -> tuple[int, int, int]:
    """The colour in the middle of what is printed of a picture."""
    picture = opened(prepare(checked(path, data), width_mm=5, height_mm=5, quality=95))
    assert picture.mode == "RGB"
    return rgb_at(picture, 0.5, 0.5)


def flat(mode: str, colour: object) -> Image.Image:
    return Image.new(mode, (64, 64), colour)  # type: ignore[arg-type]


def srgb(linear: float) -> int:
    """IEC 61966-2-1."""
    return round(255 * (12.92 * linear if linear <= 0.0031308 else 1.055 * linear ** (1 / 2.4) - 0.055))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "HEIF", "AVIF"])
def test_colours_without_a_profile_stay(tmp_path: Path, kind: str) -> None:
    assert is_near(printed(tmp_path / "a", encoded(flat("RGB", (200, 100, 50)), kind)), (200, 100, 50))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "HEIF", "AVIF"])
def test_a_profile_in_the_file_counts(tmp_path: Path, kind: str) -> None:
    data = encoded(flat("RGB", (100, 150, 100)), kind, icc_profile=rgb_profile(ADOBE, 2.2))
    # By hand: gamma 2.2, Adobe RGB to XYZ to sRGB: R = 1.3983 r - 0.3983 g, G = g, B = -0.0429 g + 1.0429 b.
    red = blue = (100 / 255) ** 2.2
    green = (150 / 255) ** 2.2
    expected = (srgb(1.3983 * red - 0.3983 * green), srgb(green), srgb(1.0429 * blue - 0.0429 * green))
    assert is_near(printed(tmp_path / "a", data), expected)
    assert not is_near(expected, (100, 150, 100))


def test_the_wide_colours_of_a_phone_are_brought_in(tmp_path: Path) -> None:
    data = encoded(flat("RGB", (200, 100, 100)), "JPEG", quality=95, icc_profile=rgb_profile(P3, 2.2))
    red, green, blue = printed(tmp_path / "a", data)
    assert red > 208
    assert is_near((green, blue), (93, 97), 8)


def test_a_profile_that_says_srgb_costs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ImageCms, "profileToProfile", lambda *_, **__: pytest.fail("converted"))
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = encoded(flat("RGB", (200, 100, 50)), "PNG", icc_profile=profile)
    assert printed(tmp_path / "a", data) == printed(tmp_path / "b", encoded(flat("RGB", (200, 100, 50)), "PNG"))


@pytest.mark.parametrize("profile", [b"rubbish", b"\0" * 200, grey_profile(1.0), cmyk_profile({})])
def test_a_profile_that_cannot_be_used_is_passed_over(tmp_path: Path, profile: bytes) -> None:
    data = encoded(flat("RGB", (200, 100, 50)), "TIFF", icc_profile=profile)
    assert is_near(printed(tmp_path / "a", data), (200, 100, 50))


def test_grey_with_a_profile_for_colours_is_taken_as_it_is(tmp_path: Path) -> None:
    data = encoded(flat("L", 120), "JPEG", icc_profile=rgb_profile(ADOBE, 1.0))
    assert is_near(printed(tmp_path / "a", data), (120, 120, 120), 2)


@pytest.mark.parametrize("kind", ["JPEG", "TIFF"])
def test_inks_without_a_profile_go_by_the_plain_rule(tmp_path: Path, kind: str) -> None:
    data = encoded(flat("CMYK", (0, 255, 255, 0)), kind)
    assert is_near(printed(tmp_path / "a", data), (255, 0, 0))


@pytest.mark.parametrize("kind", ["JPEG", "TIFF"])
def test_inks_go_by_their_profile(tmp_path: Path, kind: str) -> None:
    # A press whose pure cyan is an orange, L*a*b* 65 40 60: no plain rule would give that.
    profile = cmyk_profile({(0, 0, 0, 0): (100, 0, 0), (1, 0, 0, 0): (65, 40, 60)})
    data = encoded(flat("CMYK", (255, 0, 0, 0)), kind, icc_profile=profile)
    assert is_near(printed(tmp_path / "a", data), (235, 129, 44), 12)
    paper = encoded(flat("CMYK", (0, 0, 0, 0)), kind, icc_profile=profile)
    assert is_near(printed(tmp_path / "b", paper), (255, 255, 255), 3)


def test_the_darkest_ink_is_printed_black(tmp_path: Path) -> None:
    inks = [(c, m, y, k) for c in (0, 1) for m in (0, 1) for y in (0, 1) for k in (0, 1)]
    # As a scanner's, for of a press's profile lcms asks the way back too, to find its black.
    profile = cmyk_profile({ink: (90 - 20 * sum(ink), 0, 0) for ink in inks}, device=b"scnr")
    data = encoded(flat("CMYK", (255, 255, 255, 255)), "TIFF", icc_profile=profile)
    assert is_near(printed(tmp_path / "a", data), (0, 0, 0), 3)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF"])
def test_grey_stays_grey(tmp_path: Path, kind: str) -> None:
    assert is_near(printed(tmp_path / "a", encoded(flat("L", 120), kind)), (120, 120, 120), 2)


def test_grey_goes_by_its_profile(tmp_path: Path) -> None:
    data = encoded(flat("L", 128), "PNG", icc_profile=grey_profile(1.0))
    level = srgb(128 / 255)
    assert is_near(printed(tmp_path / "a", data), (level, level, level), 3)


@pytest.mark.parametrize("level", [0, 0x1234, 0x8000, 0xFFFF])
def test_sixteen_bits_of_grey_become_eight(tmp_path: Path, level: int) -> None:
    wanted = (level >> 8,) * 3
    assert is_near(printed(tmp_path / "a", encoded(flat("I;16", level), "PNG")), wanted, 2)
    assert is_near(printed(tmp_path / "b", encoded(flat("I;16", level), "TIFF")), wanted, 2)
    assert is_near(printed(tmp_path / "c", encoded(flat("I;16B", level), "TIFF")), wanted, 2)


def test_sixteen_bits_of_colour_become_eight(tmp_path: Path) -> None:
    data = png(64, 64, 16, 2, struct.pack(">HHH", 200 << 8, 100 << 8, 50 << 8) * 64 * 64)
    assert is_near(printed(tmp_path / "a", data), (200, 100, 50))


def test_sixteen_bits_with_alpha_stand_on_white(tmp_path: Path) -> None:
    data = png(64, 64, 16, 6, struct.pack(">HHHH", 0, 0, 0, 0x8000) * 64 * 64)
    assert is_near(printed(tmp_path / "a", data), (127, 127, 127))
    data = png(64, 64, 16, 4, struct.pack(">HH", 0, 0) * 64 * 64)
    assert is_near(printed(tmp_path / "b", data), (255, 255, 255))


@pytest.mark.parametrize(
    ("mode", "colour", "expected"),
    [
        ("RGBA", (255, 0, 0, 0), (255, 255, 255)),
        ("RGBA", (255, 0, 0, 128), (255, 127, 127)),
        ("RGBA", (255, 0, 0, 255), (255, 0, 0)),
        ("LA", (0, 64), (191, 191, 191)),
    ],
)
def test_what_can_be_seen_through_stands_on_white(
    tmp_path: Path, mode: str, colour: tuple[int, ...], expected: tuple[int, ...]
) -> None:
    assert is_near(printed(tmp_path / "a", encoded(flat(mode, colour), "PNG")), expected)


@pytest.mark.parametrize("kind", ["WEBP", "TIFF", "HEIF", "AVIF"])
def test_other_kinds_stand_on_white_too(tmp_path: Path, kind: str) -> None:
    assert is_near(printed(tmp_path / "a", encoded(flat("RGBA", (0, 0, 200, 0)), kind)), (255, 255, 255))


def test_edges_do_not_take_the_colour_of_what_is_not_seen(tmp_path: Path) -> None:
    picture = Image.new("RGBA", (600, 600), (255, 0, 0, 0))
    picture.paste((0, 0, 255, 255), (300, 0, 600, 600))
    out = opened(prepare(checked(tmp_path / "a", encoded(picture, "PNG")), width_mm=10, height_mm=10, quality=95))
    for x in range(out.width):
        red, green, _ = rgb_at(out, (x + 0.5) / out.width, 0.5)
        assert red <= green + 12


@pytest.mark.parametrize("transparency", [5, bytes([255, 255, 255, 255, 255, 0])])
def test_a_palette_with_one_colour_left_out(tmp_path: Path, transparency: int | bytes) -> None:
    picture = Image.new("P", (64, 64), 5)
    picture.putpalette([number for level in range(6) for number in (level * 40, 10, 10)])
    data = encoded(picture, "PNG", transparency=transparency)
    assert is_near(printed(tmp_path / "a", data), (255, 255, 255))
    assert is_near(printed(tmp_path / "b", encoded(picture, "PNG")), (200, 10, 10))


@pytest.mark.parametrize(("mode", "colour"), [("L", 90), ("RGB", (9, 90, 200))])
def test_one_colour_of_a_plain_png_left_out(tmp_path: Path, mode: str, colour: object) -> None:
    assert is_near(printed(tmp_path / "a", encoded(flat(mode, colour), "PNG", transparency=colour)), (255, 255, 255))


def test_black_and_white(tmp_path: Path) -> None:
    picture = Image.new("1", (64, 64), 1)
    picture.paste(0, (0, 0, 64, 20))
    out = opened(
        prepare(checked(tmp_path / "a", encoded(picture, "TIFF", compression="group4")), width_mm=5, height_mm=5)
    )
    assert is_near(rgb_at(out, 0.5, 0.9), (255, 255, 255), 3)
    assert is_near(rgb_at(out, 0.5, 0.1), (0, 0, 0), 3)


def test_lab_is_converted(tmp_path: Path) -> None:
    # L*a*b* 53.2 80.1 67.2 is the red of sRGB under D65; under D50, as lcms takes it, 54.3 80.8 69.9.
    lab = flat("LAB", (round(54.3 * 2.55), 81 + 128, 70 + 128))
    assert is_near(printed(tmp_path / "a", encoded(lab, "TIFF")), (255, 0, 0), 10)


def test_ycbcr_is_converted(tmp_path: Path) -> None:
    data = encoded(flat("RGB", (200, 100, 50)).convert("YCbCr"), "TIFF")
    assert is_near(printed(tmp_path / "a", data), (200, 100, 50))
