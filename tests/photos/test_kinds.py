import pytest
from PIL import Image

from bulletin.photos.kinds import foreign_kind, picture_kind, webp_size

from .pictures import encoded, scene


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "HEIF", "AVIF"])
def test_pictures_are_known_by_their_bytes(kind: str) -> None:
    assert picture_kind(encoded(scene(64, 64), kind)) == kind


def test_both_byte_orders_and_big_files_of_tiff_are_known() -> None:
    assert {picture_kind(head + bytes(8)) for head in (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")} == {"TIFF"}


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (encoded(Image.new("L", (2, 2)), "GIF"), "a GIF picture"),
        (encoded(Image.new("L", (2, 2)), "BMP"), "a BMP picture"),
        (encoded(Image.new("L", (2, 2)), "JPEG2000"), "a JPEG 2000 picture"),
        (b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>', "an SVG drawing"),
        (b"\xef\xbb\xbf<!-- made by hand --><SVG/>", "an SVG drawing"),
        ("<svg/>".encode("utf-16"), "an SVG drawing"),
        (b"<!DOCTYPE html><title>404</title>", "a web page, not a picture"),
        ("Ảnh ở trong thư".encode(), "a text, not a picture"),
        ("ả".encode() * 3000, "a text, not a picture"),
        (b"%PDF-1.7\n", "a PDF document"),
        (b"8BPS\0\1", "a Photoshop file"),
        (b"PK\3\4\x14\0", "a Word, Excel or PowerPoint document or a ZIP file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "an old Word, Excel or PowerPoint document"),
        (b"II*\0\x10\0\0\0CR\2\0", "a raw file straight from a camera"),
        (b"\0\0\0\x18ftypcrx \0\0\0\1crx isom", "a raw file straight from a camera"),
        (b"\0\0\0\x18ftypisom\0\0\0\1isomavc1", "a film, not a picture"),
        (b"\0\0\0\x14ftypqt  \0\0\0\0qt  ", "a film, not a picture"),
        (b"RIFF\0\1\0\0AVI LIST", "a film, not a picture"),
        (b"\x93\x07\xee\x00\xc1", "a kind of file that this program does not know as a picture"),
    ],
)
def test_other_files_are_called_by_their_name(data: bytes, name: str) -> None:
    assert (picture_kind(data), foreign_kind(data)[0]) == ("", name)


@pytest.mark.parametrize("options", [{}, {"lossless": True}, {"exif": b"Exif\0\0II*\0\x08\0\0\0\0\0"}])
def test_the_size_of_a_webp_is_read_from_its_header(options: dict[str, object]) -> None:
    assert webp_size(encoded(scene(300, 200), "WEBP", **options)) == (300, 200)


def test_a_webp_without_a_known_header_has_no_size() -> None:
    assert webp_size(b"RIFF\0\0\0\0WEBPVP8 ") == (0, 0)
    assert webp_size(b"RIFF\0\0\0\0WEBPABCD" + bytes(30)) == (0, 0)
