import os
import random
import struct
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from bulletin.cache import Cache
from bulletin.errors import RecordError
from bulletin.photos import Fault, Photo, prepare, probe
from bulletin.photos.faults import LIMIT_BYTES

from .pictures import checked, encoded, held, png, png_header, scene

KINDS = ["JPEG", "PNG", "WEBP", "TIFF", "HEIF", "AVIF"]


def fault_of(path: Path, data: bytes) -> Fault:
    path.write_bytes(data)
    fault = probe(path, file="anh/le.jpg", cache=None)
    assert isinstance(fault, Fault), fault
    assert fault.file == "anh/le.jpg"
    assert "anh/le.jpg" in fault.message
    assert fault.hint
    return fault


@pytest.mark.parametrize("kind", KINDS)
def test_the_content_counts_not_the_name(tmp_path: Path, kind: str) -> None:
    photo = checked(tmp_path / "hoan-toan-khac.docx", encoded(scene(), kind))
    assert (photo.width_px, photo.height_px) == (320, 240)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_all_pixels_that_png_has_are_taken(tmp_path: Path, mode: str) -> None:
    assert checked(tmp_path / "a", encoded(scene(mode="L" if mode == "I;16" else mode).convert(mode), "PNG"))


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "CMYK", "LAB", "YCbCr", "I;16"])
def test_all_pixels_that_tiff_has_for_pictures_are_taken(tmp_path: Path, mode: str) -> None:
    assert checked(tmp_path / "a", encoded(Image.new(mode, (40, 30)), "TIFF"))


@pytest.mark.parametrize("mode", ["F", "I"])
def test_measured_values_are_refused(tmp_path: Path, mode: str) -> None:
    assert fault_of(tmp_path / "a", encoded(Image.new(mode, (40, 30)), "TIFF")).id == "photo-kind"


def test_greys_that_would_be_printed_as_a_negative_are_refused(tmp_path: Path) -> None:
    assert checked(tmp_path / "a", tiff_of_greys(1)).width_px == 8
    assert fault_of(tmp_path / "a", tiff_of_greys(0)).id == "photo-kind"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
@pytest.mark.parametrize(("turn", "size"), [(1, (320, 240)), (3, (320, 240)), (6, (320, 240)), (8, (320, 240))])
def test_the_size_is_that_of_the_upright_picture(tmp_path: Path, kind: str, turn: int, size: tuple[int, int]) -> None:
    picture, exif = held(scene(), turn)
    photo = checked(tmp_path / "a", encoded(picture, kind, exif=exif))
    assert (photo.width_px, photo.height_px) == size


def test_a_file_that_passed_is_not_decoded_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(encoded(scene(), "JPEG"))
    first = probe(path, file="a.jpg", cache=Cache(tmp_path / "cache"))
    monkeypatch.setattr("bulletin.photos.check._check", lambda *_: pytest.fail("decoded again"))
    assert probe(path, file="a.jpg", cache=Cache(tmp_path / "cache")) == first
    # The same bytes elsewhere are the same picture.
    twin = path.rename(tmp_path / "b.jpg")
    photo = probe(twin, file="b.jpg", cache=Cache(tmp_path / "cache"))
    assert isinstance(photo, Photo)
    assert (photo.path, photo.width_px) == (twin, 320)


def test_a_fault_is_not_remembered(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    path = tmp_path / "a.jpg"
    path.write_bytes(b"text")
    assert isinstance(probe(path, file="a.jpg", cache=cache), Fault)
    path.write_bytes(encoded(scene(), "JPEG"))
    assert isinstance(probe(path, file="a.jpg", cache=cache), Photo)


def test_nonsense_in_the_cache_is_passed_over(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    photo = checked(tmp_path / "a.jpg", encoded(scene(), "JPEG"))
    cache.put(f"probe-1-{photo.digest}", b"0x0")
    assert probe(photo.path, file="a.jpg", cache=cache) == photo


def test_the_second_time_pillow_is_not_even_loaded(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(encoded(scene(), "JPEG"))
    program = (
        "import sys, pathlib; from bulletin.cache import Cache; from bulletin.photos import check_all, prepare;"
        "home = pathlib.Path(sys.argv[1]);"
        "cache = Cache(home / 'cache'); photos, _ = check_all(home, ['a.jpg'], cache);"
        "prepare(photos['a.jpg'], width_mm=20, height_mm=15, cache=cache);"
        "print('PIL.Image' in sys.modules)"
    )
    command = [sys.executable, "-c", program, str(tmp_path)]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    said = [subprocess.run(command, env=env, check=True, capture_output=True, text=True).stdout for _ in range(2)]
    assert said == ["True\n", "False\n"]


# Files that are no pictures for us


@pytest.mark.parametrize(
    ("data", "fault_id", "words"),
    [
        (b"", "photo-empty", "empty"),
        (bytes(70_000), "photo-empty", "empty"),
        ("Ảnh gửi sau nhé".encode(), "photo-kind", "text"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>', "photo-kind", "SVG"),
        (b"<!doctype html><h1>404", "photo-kind", "web page"),
        (encoded(scene(), "GIF"), "photo-kind", "GIF"),
        (encoded(scene(), "BMP"), "photo-kind", "BMP"),
        (b"%PDF-1.4", "photo-kind", "PDF"),
    ],
)
def test_what_is_no_picture_is_refused_by_what_it_is(
    tmp_path: Path, speaking_english: None, data: bytes, fault_id: str, words: str
) -> None:
    fault = fault_of(tmp_path / "le.jpg", data)
    assert (fault.id, words in fault.message) == (fault_id, True)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_folder_and_a_pipe_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "pipe"):
        fault = probe(path, file="a.jpg", cache=None)
        assert isinstance(fault, Fault)
        assert fault.id == "photo-not-a-file"


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(encoded(scene(), "JPEG"))
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read anything")
    fault = probe(path, file="a.jpg", cache=None)
    assert isinstance(fault, Fault)
    assert fault.id == "photo-unreadable"


def test_a_file_that_the_system_will_not_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    path = tmp_path / "a.jpg"
    path.write_bytes(b"x")
    monkeypatch.setattr(Path, "open", refuse)
    fault = probe(path, file="a.jpg", cache=None)
    assert isinstance(fault, Fault)
    assert fault.id == "photo-unreadable"


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    with path.open("wb") as stream:
        stream.truncate(LIMIT_BYTES + 1)
    fault = probe(path, file="a.jpg", cache=None)
    assert isinstance(fault, Fault)
    assert (fault.id, "101" in fault.message) == ("photo-too-large", True)


# Too many pixels, told from the header


def jpeg_header(width: int, height: int) -> bytes:
    data = encoded(scene(), "JPEG")
    at = data.index(b"\xff\xc0") + 5
    return data[:at] + struct.pack(">HH", height, width) + data[at + 4 :]


def ispe(kind: str, width: int, height: int) -> bytes:
    """A HEIC or AVIF picture of 320 × 240 pixels whose box of sizes says something else."""
    data = encoded(scene(), kind)
    at = data.index(b"ispe") + 8
    return data[:at] + struct.pack(">II", width, height) + data[at + 8 :]


def tiff_header(width: int, height: int) -> bytes:
    data = bytearray(encoded(scene(), "TIFF"))
    (start,) = struct.unpack_from("<I", data, 4)
    (count,) = struct.unpack_from("<H", data, start)
    for at in range(start + 2, start + 2 + 12 * count, 12):
        (found,) = struct.unpack_from("<H", data, at)
        if found in (256, 257):
            struct.pack_into("<HII", data, at + 2, 4, 1, width if found == 256 else height)
    return bytes(data)


def tiff(tags: dict[int, int], pixels: bytes = b"") -> bytes:
    """A TIFF put together by hand; the pixels begin at byte 200."""
    entries = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in tags.items())
    return (b"II*\0" + struct.pack("<IH", 8, len(tags)) + entries).ljust(200, b"\0") + pixels


def tiff_of_one_tile(side: int) -> bytes:
    """A grey TIFF of 16 × 16 pixels in a tile that is far larger."""
    return tiff({256: 16, 257: 16, 258: 8, 259: 8, 262: 1, 277: 1, 322: side, 323: side, 324: 8, 325: 4})


def tiff_of_greys(photometric: int) -> bytes:
    """8 × 8 pixels of 16-bit grey; 0 is white (0) or black (1)."""
    tags = {256: 8, 257: 8, 258: 16, 259: 1, 262: photometric, 273: 200, 277: 1, 278: 8, 279: 128}
    return tiff(tags, bytes(range(128)))


def webp_header(width: int, height: int) -> bytes:
    data = encoded(scene(), "WEBP", exif=b"Exif\0\0II*\0\x08\0\0\0\0\0")
    return data[:24] + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little") + data[30:]


@pytest.mark.parametrize(
    "data",
    [
        png_header(20_000, 10_000),
        png_header(10_001, 10_000),
        jpeg_header(65_000, 65_000),
        jpeg_header(10_001, 10_000),
        webp_header(16_000_000, 16_000_000),
        webp_header(16_383, 16_383),
        tiff_header(60_000, 60_000),
        tiff_of_one_tile(20_000),
        ispe("HEIF", 20_000, 20_000),
        ispe("AVIF", 12_000, 12_000),
    ],
)
def test_a_bomb_is_told_from_its_header(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", lambda *_: pytest.fail("decoded"))
    assert fault_of(tmp_path / "a", data).id == "photo-too-large"


@pytest.mark.parametrize(
    "data", [png_header(9_000, 9_000), jpeg_header(3_000, 3_000), jpeg_header(0, 240), ispe("HEIF", 64, 64)]
)
def test_a_header_that_promises_other_pixels_is_a_broken_picture(tmp_path: Path, data: bytes) -> None:
    assert fault_of(tmp_path / "a", data).id == "photo-broken"


def test_a_picture_too_large_for_this_computer_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def starve(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("bulletin.photos.check.open_picture", starve)
    assert fault_of(tmp_path / "a", encoded(scene(), "PNG")).id == "photo-too-large"


# Broken


@pytest.mark.parametrize("kind", KINDS)
def test_a_truncated_picture_is_refused(tmp_path: Path, kind: str) -> None:
    data = encoded(scene(640, 480), kind)
    for part in (0.02, 0.2, 0.5, 0.9, 0.99):
        assert fault_of(tmp_path / "a", data[: int(len(data) * part)]).id == "photo-broken"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF", "AVIF"])
@pytest.mark.parametrize("lost", [1, 2, 12, 30])
def test_the_last_bytes_count(tmp_path: Path, kind: str, lost: int) -> None:
    assert fault_of(tmp_path / "a", encoded(scene(), kind)[:-lost]).id == "photo-broken"


@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("JPEG", {"quality": 95}),
        ("JPEG", {"quality": 95, "progressive": True}),
        ("PNG", {}),
        ("WEBP", {"quality": 100}),
        ("HEIF", {"quality": 95}),
        ("AVIF", {"quality": 95}),
    ],
)
def test_a_tail_of_zeros_is_refused(tmp_path: Path, kind: str, options: dict[str, object]) -> None:
    data = encoded(scene(480, 360), kind, **options)
    assert fault_of(tmp_path / "a", data[: len(data) // 2] + bytes(len(data) - len(data) // 2)).id == "photo-broken"


def test_a_cut_jpeg_with_an_end_mark_is_refused(tmp_path: Path) -> None:
    data = encoded(scene(800, 600), "JPEG")
    assert fault_of(tmp_path / "a", data[: len(data) * 2 // 3] + b"\xff\xd9").id == "photo-broken"


def test_a_changed_byte_in_a_png_is_refused(tmp_path: Path) -> None:
    data = bytearray(encoded(scene(), "PNG"))
    data[len(data) // 2] ^= 0x10
    assert fault_of(tmp_path / "a", bytes(data)).id == "photo-broken"


def test_the_check_sums_of_a_png_count(tmp_path: Path) -> None:
    data = bytearray(encoded(scene(), "PNG"))
    data[data.index(b"IEND") - 5] ^= 1
    assert fault_of(tmp_path / "a", bytes(data)).id == "photo-broken"


def test_bytes_behind_the_picture_do_no_harm(tmp_path: Path) -> None:
    for kind in ("JPEG", "PNG", "WEBP", "TIFF"):
        assert checked(tmp_path / "a", encoded(scene(), kind) + b"SEFT" * 100)


def test_a_broken_tiff_makes_no_noise(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    data = bytearray(encoded(scene(), "TIFF", compression="tiff_lzw"))
    data[len(data) // 3 :] = data[len(data) // 3 :][::-1]
    fault_of(tmp_path / "a", bytes(data))
    fault_of(tmp_path / "a", bytes(data[:300]))
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("kind", KINDS)
def test_damage_of_any_sort_ends_in_a_photo_or_a_fault(tmp_path: Path, kind: str) -> None:
    data = encoded(scene(96, 64), kind)
    dice = random.Random(kind)
    path = tmp_path / "a"
    for _ in range(40):
        damaged = bytearray(data)
        for _ in range(dice.randint(1, 6)):
            damaged[min(int(dice.expovariate(8) * len(data)), len(data) - 1)] = dice.randrange(256)
        path.write_bytes(damaged)
        photo = probe(path, file="a", cache=None)
        if isinstance(photo, Photo):
            try:
                assert prepare(photo, width_mm=5, height_mm=5)
            except RecordError as error:
                assert error.problems[0].id == "photo-broken"  # noqa: PT017


# More than one picture


@pytest.mark.parametrize(("kind", "options"), [("TIFF", {}), ("PNG", {}), ("WEBP", {}), ("AVIF", {})])
def test_several_pictures_in_one_file_are_refused(tmp_path: Path, kind: str, options: dict[str, object]) -> None:
    data = encoded(scene(), kind, save_all=True, append_images=[scene().rotate(90)], **options)
    assert fault_of(tmp_path / "a", data).id == "photo-several"


def test_several_pictures_in_a_heic_are_refused(tmp_path: Path) -> None:
    import pillow_heif

    heif = pillow_heif.from_pillow(scene())
    heif.add_from_pillow(scene(64, 64))
    heif.save(tmp_path / "b")
    assert fault_of(tmp_path / "a", (tmp_path / "b").read_bytes()).id == "photo-several"


def with_second(subfile_type: int, first_type: int = 0) -> bytes:
    import io

    stream = io.BytesIO()
    second = scene(80, 60)
    second.encoderinfo = {"tiffinfo": {254: subfile_type}}
    scene().save(stream, "TIFF", tiffinfo={254: first_type}, save_all=True, append_images=[second])
    return stream.getvalue()


def test_a_thumbnail_in_a_tiff_is_no_second_picture(tmp_path: Path) -> None:
    photo = checked(tmp_path / "a", with_second(1))
    assert (photo.width_px, photo.height_px) == (320, 240)
    assert prepare(photo, width_mm=10, height_mm=7.5)


def test_a_page_of_a_tiff_is_one(tmp_path: Path) -> None:
    assert fault_of(tmp_path / "a", with_second(2)).id == "photo-several"


def test_a_phone_jpeg_with_a_second_picture_behind_is_one_picture(tmp_path: Path) -> None:
    assert (
        checked(tmp_path / "a", encoded(scene(), "MPO", save_all=True, append_images=[scene(64, 64)])).width_px == 320
    )


@pytest.mark.parametrize("tags", [{254: 1}, {50706: b"\1\4\0\0"}])
def test_raw_files_that_look_like_tiff_are_refused(
    tmp_path: Path, speaking_english: None, tags: dict[int, object]
) -> None:
    assert "raw" in fault_of(tmp_path / "a", encoded(scene(), "TIFF", tiffinfo=tags)).message


def test_sixteen_bits_of_colour_are_taken(tmp_path: Path) -> None:
    data = png(8, 8, 16, 2, struct.pack(">HHH", 60000, 30000, 10000) * 64)
    assert checked(tmp_path / "a", data).width_px == 8
