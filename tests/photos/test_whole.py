import pytest
from PIL import Image

from bulletin.photos.whole import draft_jpeg, has_png_end, has_zero_tail, is_cut_jpeg, jpeg_end

from .pictures import encoded, scene

WAYS: list[dict[str, object]] = [
    {},
    {"restart_marker_rows": 1},
    {"subsampling": 0},
    {"optimize": True},
    {"mode": "L"},
    {"mode": "CMYK"},
]


def jpeg(picture: Image.Image, *, mode: str = "RGB", **options: object) -> bytes:
    return encoded(picture.convert(mode), "JPEG", quality=90, **options)


def is_cut(data: bytes) -> bool:
    return is_cut_jpeg(data, draft_jpeg(data))


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("part", [0.3, 0.6, 0.9, 0.99])
def test_a_cut_that_was_given_an_end_mark_is_seen(way: dict[str, object], part: float) -> None:
    data = jpeg(scene(800, 600), **way)  # type: ignore[arg-type]
    assert is_cut(data[: int(len(data) * part)] + b"\xff\xd9")


@pytest.mark.parametrize("way", [*WAYS, {"progressive": True}])
def test_whole_pictures_with_flat_corners_are_whole(way: dict[str, object]) -> None:
    half_white = scene(800, 600)
    half_white.paste("white", (0, 300, 800, 600))
    sizes = ((1, 1), (7, 9), (16, 16), (801, 603))
    for picture in (scene(), half_white, *(Image.new("RGB", size, "white") for size in sizes)):
        assert not is_cut(jpeg(picture, **way))  # type: ignore[arg-type]


def test_a_second_picture_behind_the_first_does_no_harm() -> None:
    first, second = jpeg(Image.new("RGB", (64, 64), "white")), jpeg(scene())
    assert jpeg_end(first + second) == len(first) - 2
    assert not is_cut(first + second)


def test_the_end_mark_of_a_thumbnail_in_the_header_is_not_the_end() -> None:
    exif = b"Exif\0\0" + jpeg(scene(32, 32))
    data = jpeg(scene(), exif=exif)
    assert jpeg_end(data) == len(data) - 2


@pytest.mark.parametrize("progressive", [False, True])
@pytest.mark.parametrize("part", [0.05, 0.5, 0.9, 0.999])
def test_the_small_decode_reads_to_the_end(progressive: bool, part: float) -> None:
    data = jpeg(scene(800, 600), progressive=progressive)
    assert draft_jpeg(data).size == (100, 75)
    with pytest.raises(OSError, match=r"(?i)truncated"):
        draft_jpeg(data[: int(len(data) * part)])


def test_only_a_long_run_of_zeros_is_a_tail() -> None:
    assert has_zero_tail(b"x" + bytes(4096))
    assert not has_zero_tail(b"x" + bytes(4095))


def test_the_end_mark_of_a_png_is_looked_for() -> None:
    data = encoded(scene(), "PNG")
    assert has_png_end(data + b"behind it")
    assert not has_png_end(data[:-1])
