"""What sort of file some bytes are, told by the bytes and never by the file's name."""

from __future__ import annotations

import struct

from bulletin.messages import N_

_HEIF_BRANDS = frozenset({b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"hevm", b"hevs", b"mif1", b"msf1"})
_AVIF_BRANDS = frozenset({b"avif", b"avis"})
_TIFF_SIGNATURES = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")
_CANON_RAW = b"CR"

_AS_PHOTO = N_("open it in a picture program and save it as JPEG or PNG")
_AS_DRAWING = N_("open it in the program it was drawn with and export it as PNG, 2000 pixels wide or more")
_OUT_OF_DOCUMENT = N_("open the document, right-click the picture in it and save it as JPEG or PNG")
_AGAIN = N_("get the picture itself again from the person or the web page it came from")
_STILL = N_("take a still picture from the film and save it as JPEG")

UNKNOWN = (N_("a kind of file that this program does not know as a picture"), _AS_PHOTO)
RAW = (N_("a raw file straight from a camera"), _AS_PHOTO)
_SVG = (N_("an SVG drawing"), _AS_DRAWING)
_WEB_PAGE = (N_("a web page, not a picture"), _AGAIN)
_TEXT = (N_("a text, not a picture"), _AGAIN)
_FILM = (N_("a film, not a picture"), _STILL)

# Signatures at the start of a file: the makers' file format descriptions.
_FOREIGN = (
    (b"GIF8", (N_("a GIF picture"), _AS_PHOTO)),
    (b"BM", (N_("a BMP picture"), _AS_PHOTO)),
    (b"8BPS", (N_("a Photoshop file"), _AS_PHOTO)),
    (b"\xff\x0a", (N_("a JPEG XL picture"), _AS_PHOTO)),
    (b"\0\0\0\x0cJXL ", (N_("a JPEG XL picture"), _AS_PHOTO)),
    (b"\0\0\0\x0cjP  ", (N_("a JPEG 2000 picture"), _AS_PHOTO)),
    (b"\xff\x4f\xff\x51", (N_("a JPEG 2000 picture"), _AS_PHOTO)),
    (b"\0\0\1\0", (N_("an icon"), _AS_PHOTO)),
    (b"FUJIFILMCCD-RAW", RAW),
    (b"IIU\0", RAW),
    (b"IIRO", RAW),
    (b"\xd7\xcd\xc6\x9a", (N_("a WMF drawing"), _AS_DRAWING)),
    (b"\1\0\0\0\x58\0\0\0", (N_("an EMF drawing"), _AS_DRAWING)),
    (b"\1\0\0\0\x6c\0\0\0", (N_("an EMF drawing"), _AS_DRAWING)),
    (b"%!PS", (N_("a PostScript drawing"), _AS_DRAWING)),
    (b"%PDF", (N_("a PDF document"), _OUT_OF_DOCUMENT)),
    (b"\xd0\xcf\x11\xe0", (N_("an old Word, Excel or PowerPoint document"), _OUT_OF_DOCUMENT)),
    (b"PK\3\4", (N_("a Word, Excel or PowerPoint document or a ZIP file"), _OUT_OF_DOCUMENT)),
    (b"\x1a\x45\xdf\xa3", _FILM),
)


def picture_kind(data: bytes) -> str:
    """JPEG, PNG, WEBP, TIFF, HEIF or AVIF; empty for anything else."""
    kind = ""
    if data.startswith(b"\xff\xd8\xff"):
        kind = "JPEG"
    elif data.startswith(b"\x89PNG\r\n\x1a\n"):
        kind = "PNG"
    elif data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        kind = "WEBP"
    elif data.startswith(_TIFF_SIGNATURES):
        kind = "" if data[8:10] == _CANON_RAW else "TIFF"
    elif data[4:8] == b"ftyp":
        brands = _brands(data)
        if brands & _AVIF_BRANDS:
            kind = "AVIF"
        elif brands & _HEIF_BRANDS:
            kind = "HEIF"
    return kind


def foreign_kind(data: bytes) -> tuple[str, str]:
    """What a file is that is no picture for us, and the cure; both to be said."""
    for signature, kind in _FOREIGN:
        if data.startswith(signature):
            return kind
    if data.startswith(_TIFF_SIGNATURES) or (data[4:8] == b"ftyp" and b"crx " in _brands(data)):
        return RAW
    if data[4:8] == b"ftyp" or (data.startswith(b"RIFF") and data[8:12] == b"AVI "):
        return _FILM
    return _text_kind(data[:4096])


def webp_size(data: bytes) -> tuple[int, int]:
    """Width and height by the header of a WebP file; 0, 0 when there is none.

    References:
        RFC 9649, sections 2.5 to 2.7.
    """
    chunk = data[12:16]
    if len(data) < 30:
        return 0, 0
    if chunk == b"VP8X":
        return 1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little")
    if chunk == b"VP8L":
        (bits,) = struct.unpack_from("<I", data, 21)
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if chunk == b"VP8 ":
        width, height = struct.unpack_from("<HH", data, 26)
        return width & 0x3FFF, height & 0x3FFF
    return 0, 0


def _brands(data: bytes) -> set[bytes]:
    """The names in the first box of an ISO base media file (ISO/IEC 14496-12, 4.3)."""
    end = min(int.from_bytes(data[:4], "big"), len(data), 256)
    return {data[8:12], *(data[at : at + 4] for at in range(16, end, 4))}


def _text_kind(head: bytes) -> tuple[str, str]:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "replace").encode()
    lower = head.lower()
    if b"<svg" in lower:
        return _SVG
    if b"<html" in lower or b"<!doctype html" in lower:
        return _WEB_PAGE
    # The head may end in the middle of a letter of up to four bytes.
    text = head.decode("utf-8", "ignore")
    lost = len(head) - len(text.encode())
    readable = all(letter.isprintable() or letter.isspace() for letter in text)
    return _TEXT if lost < 4 and readable else UNKNOWN
