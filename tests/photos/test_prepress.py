import hashlib
import struct
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from bulletin.cache import Cache
from bulletin.errors import RecordError
from bulletin.photos import Photo, prepare
from bulletin.photos.prepress import plan, size_px

from .pictures import BLUE, GREEN, RED, YELLOW, checked, encoded, held, is_near, opened, quarters, rgb_at, scene


def sized(width: int, height: int) -> Photo:
    return Photo(path=Path("a.jpg"), width_px=width, height_px=height, digest="")


# The size


@pytest.mark.parametrize(
    ("place_mm", "dpi", "size"),
    [
        ((174.0, 130.5), 300, (2055, 1541)),
        ((174.0, 130.5), 150, (1028, 771)),
        ((84.0, 63.0), 300, (992, 744)),
        ((400.0, 300.0), 300, (4000, 3000)),
    ],
)
def test_a_photo_gets_the_pixels_of_its_place_and_no_more(
    place_mm: tuple[float, float], dpi: int, size: tuple[int, int]
) -> None:
    cut = plan(sized(4000, 3000), width_mm=place_mm[0], height_mm=place_mm[1], dpi=dpi)
    assert cut.full == size
    assert cut.box == (0, 0, *size)


def test_the_rounding_of_millimetres_crops_nothing() -> None:
    for height_mm in (130.0, 130.5, 131.0):
        cut = plan(sized(4000, 3000), width_mm=174, height_mm=height_mm)
        assert cut.box == (0, 0, *cut.full)


@pytest.mark.parametrize("focus", [(0.0, 0.0), (100.0, 100.0), (12.0, 88.0), (50.0, 20.0), (-5.0, 300.0)])
@pytest.mark.parametrize("place_mm", [(100, 20), (20, 100), (60, 60), (84, 63)])
@pytest.mark.parametrize("size", [(4000, 3000), (300, 1500), (9000, 1800), (7, 5)])
def test_the_crop_has_the_ratio_of_the_place_and_holds_the_focus(
    size: tuple[int, int], place_mm: tuple[int, int], focus: tuple[float, float]
) -> None:
    cut = plan(sized(*size), width_mm=place_mm[0], height_mm=place_mm[1], focus=focus)
    left, top, right, bottom = cut.box
    assert 0 <= left < right <= cut.full[0] <= size[0]
    assert 0 <= top < bottom <= cut.full[1] <= size[1]
    x, y = (min(max(part, 0), 100) / 100 * length for part, length in zip(focus, cut.full, strict=True))
    assert left <= x <= right
    assert top <= y <= bottom
    wanted = place_mm[0] / place_mm[1]
    assert abs((right - left) - (bottom - top) * wanted) <= max(1.0, wanted)
    # Only one direction is cropped.
    assert right - left == cut.full[0] or bottom - top == cut.full[1]


def test_without_a_focus_the_middle_is_kept() -> None:
    assert plan(sized(1000, 500), width_mm=50, height_mm=50, dpi=10_000).box == (250, 0, 750, 500)


def test_the_focus_stands_in_the_middle_where_it_can() -> None:
    assert plan(sized(1000, 500), width_mm=50, height_mm=50, focus=(60, 0), dpi=10_000).box == (350, 0, 850, 500)


@pytest.mark.parametrize("turn", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF"])
def test_every_orientation_is_printed_upright(tmp_path: Path, kind: str, turn: int) -> None:
    picture, exif = held(quarters(), turn)
    options: dict[str, object] = {"tiffinfo": {0x0112: turn}} if kind == "TIFF" else {"exif": exif}
    photo = checked(tmp_path / "a", encoded(picture, kind, **options))
    assert (photo.width_px, photo.height_px) == (400, 200)
    out = opened(prepare(photo, width_mm=20, height_mm=10))
    assert out.size == (236, 118)
    colours = [rgb_at(out, x, y) for x, y in ((0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75))]
    assert all(is_near(*pair, 10) for pair in zip(colours, (RED, GREEN, BLUE, YELLOW), strict=True))


@pytest.mark.parametrize("turn", range(1, 9))
def test_a_phone_picture_in_heic_is_printed_upright(tmp_path: Path, turn: int) -> None:
    picture, exif = held(quarters(), turn)
    out = opened(
        prepare(checked(tmp_path / "a", encoded(picture, "HEIF", exif=exif.tobytes())), width_mm=20, height_mm=10)
    )
    assert is_near(rgb_at(out, 0.25, 0.25), RED, 10)
    assert is_near(rgb_at(out, 0.75, 0.75), YELLOW, 10)


@pytest.mark.parametrize("turn", [1, 3, 6])
def test_the_focus_is_a_point_of_the_upright_picture(tmp_path: Path, turn: int) -> None:
    upright = Image.new("RGB", (900, 300), "white")
    ImageDraw.Draw(upright).ellipse((90, 30, 150, 90), RED)
    picture, exif = held(upright, turn)
    photo = checked(tmp_path / "a", encoded(picture, "JPEG", exif=exif))
    out = opened(prepare(photo, width_mm=10, height_mm=10, focus=(100 * 120 / 900, 20)))
    assert out.size == (118, 118)
    assert is_near(rgb_at(out, 120 / 300, 0.2), RED, 12)
    assert not is_near(rgb_at(opened(prepare(photo, width_mm=10, height_mm=10)), 120 / 300, 0.2), RED, 60)


@pytest.mark.parametrize("width", [1003, 985, 700, 490, 300, 251, 121])
def test_a_draft_decode_changes_nothing_to_be_seen(tmp_path: Path, width: int) -> None:
    picture = scene(1003, 757)
    photo = checked(tmp_path / "a", encoded(picture, "JPEG", quality=95))
    place_mm = width / 300 * 25.4
    out = opened(prepare(photo, width_mm=place_mm, height_mm=place_mm / photo.ratio, quality=95))
    plain = picture.resize(out.size, Image.Resampling.LANCZOS)
    pairs = zip(out.tobytes(), plain.tobytes(), strict=True)
    # 10 is what JPEG itself costs here at quality 95; a decode to a size too small costs 25 and more. Where the half is
    # printed as it was decoded, the decoder's own way of halving costs a little.
    assert sum((a - b) ** 2 for a, b in pairs) / (out.width * out.height * 3) < 18


def test_a_draft_decode_shifts_nothing(tmp_path: Path) -> None:
    # 1001 pixels divided by eight are 125.125, for which the decoder gives 126.
    picture = Image.new("L", (1001, 400), "black")
    picture.paste("white", (880, 0, 1001, 400))
    photo = checked(tmp_path / "a", encoded(picture, "JPEG", quality=95))
    out = opened(prepare(photo, width_mm=10, height_mm=4, quality=95))
    assert out.size == (118, 47)
    levels = [rgb_at(out, (x + 0.5) / 118, 0.5)[0] for x in range(118)]
    assert sum(levels) / 255 / 118 == pytest.approx(121 / 1001, abs=0.001)


def test_a_small_photo_is_not_enlarged(tmp_path: Path) -> None:
    out = opened(prepare(checked(tmp_path / "a", encoded(scene(), "PNG")), width_mm=174, height_mm=130.5))
    assert out.size == (320, 240)


def test_a_picture_of_one_pixel_is_printed(tmp_path: Path) -> None:
    out = opened(
        prepare(checked(tmp_path / "a", encoded(Image.new("RGB", (1, 1), RED), "PNG")), width_mm=50, height_mm=10)
    )
    assert out.size == (1, 1)


# Nothing but the picture


def segments(data: bytes) -> list[tuple[int, bytes]]:
    """The markers before the pixels of a JPEG, with what they hold."""
    at, found = 2, []
    while data[at + 1] != 0xDA:
        (length,) = struct.unpack_from(">H", data, at + 2)
        found.append((data[at + 1], data[at + 4 : at + 2 + length]))
        at += 2 + length
    return found


def test_nothing_is_left_of_what_a_camera_adds(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010F] = "Camera of Lan"
    exif.get_ifd(0x8825)[2] = (21.0, 1.0, 42.5)
    icc = b"".join((b"marked profile",))
    data = encoded(
        scene(), "JPEG", exif=exif, comment=b"taken by Lan", xmp=b"<x:xmpmeta>Lan</x:xmpmeta>", icc_profile=icc
    )
    iptc = b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0\0\0\0\x0b\x1c\x02\x50\0\x03Lan\0\0\0"
    data = data[:2] + b"\xff\xed" + struct.pack(">H", len(iptc) + 2) + iptc + data[2:] + b"trailer of Lan"
    assert data.count(b"Lan") == 5
    out = prepare(checked(tmp_path / "a", data), width_mm=20, height_mm=15)
    found = segments(out)
    assert b"Lan" not in out
    assert [held_ for marker, held_ in found if 0xE0 <= marker <= 0xEF or marker == 0xFE] == [found[0][1]]
    assert found[0][1].startswith(b"JFIF\0")
    assert out.endswith(b"\xff\xd9")
    assert out.count(b"\xff\xd9") == 1


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "TIFF", "AVIF", "HEIF"])
def test_nothing_is_left_of_other_kinds_metadata_either(tmp_path: Path, kind: str) -> None:
    exif = Image.Exif()
    exif[0x010F] = "Camera of Lan"
    options: dict[str, object] = {"tiffinfo": {270: "of Lan"}} if kind == "TIFF" else {"exif": exif.tobytes()}
    data = encoded(scene(), kind, **options)
    assert b"Lan" in data
    out = prepare(checked(tmp_path / "a", data), width_mm=20, height_mm=15)
    assert b"Lan" not in out
    assert {marker for marker, _ in segments(out)} == {0xE0, 0xDB, 0xC0, 0xC4}


# The same bytes


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "HEIF"])
def test_the_same_photo_gives_the_same_bytes(tmp_path: Path, kind: str) -> None:
    data = encoded(scene(), kind)
    one, other = checked(tmp_path / "a", data), checked(tmp_path / "b", data)
    assert prepare(one, width_mm=40, height_mm=20) == prepare(other, width_mm=40, height_mm=20)


def test_what_is_kept_is_what_was_made(tmp_path: Path) -> None:
    photo = checked(tmp_path / "a", encoded(scene(), "JPEG"))
    cache = Cache(tmp_path / "cache")
    made = prepare(photo, width_mm=20, height_mm=15, cache=cache)
    photo.path.unlink()
    assert prepare(photo, width_mm=20, height_mm=15, cache=cache) == made


def test_each_argument_has_its_own_entry(tmp_path: Path) -> None:
    photo = checked(tmp_path / "a", encoded(scene(800, 600), "JPEG"))
    cache = Cache(tmp_path / "cache")
    results = {
        prepare(photo, width_mm=20, height_mm=15, cache=cache),
        prepare(photo, width_mm=20, height_mm=15, dpi=150, cache=cache),
        prepare(photo, width_mm=20, height_mm=15, quality=60, cache=cache),
        prepare(photo, width_mm=20, height_mm=20, cache=cache),
        prepare(photo, width_mm=20, height_mm=20, focus=(0, 0), cache=cache),
    }
    assert len(results) == 5


# What can go wrong after the check


def test_a_photo_changed_after_its_check_is_told(tmp_path: Path) -> None:
    photo = checked(tmp_path / "a.jpg", encoded(scene(), "JPEG"))
    photo.path.write_bytes(encoded(quarters(), "JPEG"))
    with pytest.raises(RecordError) as caught:
        prepare(photo, width_mm=20, height_mm=15)
    (problem,) = caught.value.problems
    assert (problem.id, problem.path) == ("photo-changed", photo.path)


def test_a_photo_removed_after_its_check_is_told(tmp_path: Path) -> None:
    photo = checked(tmp_path / "a.jpg", encoded(scene(), "JPEG"))
    photo.path.unlink()
    with pytest.raises(RecordError) as caught:
        prepare(photo, width_mm=20, height_mm=15)
    assert caught.value.problems[0].id == "photo-changed"


@pytest.mark.parametrize(("raised", "fault_id"), [(OSError, "photo-broken"), (MemoryError, "photo-too-large")])
def test_a_photo_that_cannot_be_decoded_after_all_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, raised: type[Exception], fault_id: str
) -> None:
    def fail(*_: object) -> None:
        raise raised

    photo = checked(tmp_path / "a.jpg", encoded(scene(), "JPEG"))
    monkeypatch.setattr("bulletin.photos.prepress.open_picture", fail)
    with pytest.raises(RecordError) as caught:
        prepare(photo, width_mm=20, height_mm=15)
    assert caught.value.problems[0].id == fault_id


def test_a_failure_leaves_nothing_in_the_cache(tmp_path: Path) -> None:
    photo = checked(tmp_path / "a.jpg", encoded(scene(), "JPEG"))
    good = photo.path.read_bytes()
    cache = Cache(tmp_path / "cache")
    photo.path.write_bytes(encoded(quarters(), "JPEG"))
    with pytest.raises(RecordError):
        prepare(photo, width_mm=20, height_mm=15, cache=cache)
    photo.path.write_bytes(good)
    assert hashlib.sha256(good).hexdigest() == photo.digest
    assert opened(prepare(photo, width_mm=20, height_mm=15, cache=cache)).size == (236, 177)


def test_a_draft_of_about_the_wanted_size_is_not_resampled(tmp_path: Path) -> None:
    """Phones have 4000 pixels, a photo across an A4 page 2055: its half is printed as it was decoded."""
    photo = checked(tmp_path / "a", encoded(scene(801, 601), "JPEG", quality=95))
    width_mm = 410 / 300 * 25.4
    data = prepare(photo, width_mm=width_mm, height_mm=width_mm / photo.ratio)
    # Half of 801 is 400.5, for which the decoder gives 401; what is only half a pixel is left out.
    assert size_px(data) == opened(data).size == (400, 300)
    # Something else is wanted, or something of it: that is resampled.
    assert size_px(prepare(photo, width_mm=30, height_mm=30 / photo.ratio))[0] == 354
    assert size_px(prepare(photo, width_mm=width_mm, height_mm=20)) == (410, 236)
