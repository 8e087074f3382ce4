from __future__ import annotations

import functools
import io
import struct

import pytest
from PIL import Image

from bulletin import pipeline
from bulletin.edition import Edition
from bulletin.errors import RenderError
from bulletin.pictures import CHAT_WIDTH_PX, draw, drawn, for_chat
from web import site


@functools.cache
def pdf() -> bytes:
    dossier = site.opened(site.ROOT / "examples" / "sinh-hoat-chi-bo.yaml")
    return pipeline.build(
        dossier.record, Edition.named("standard"), layout="news", settings=dossier.settings, photos=dossier.photos,
        printed_on=site.TODAY,
    ).pdf  # fmt: skip


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def chunks(data: bytes) -> list[bytes]:
    names, place = [], 8
    while place < len(data):
        (size,) = struct.unpack(">I", data[place : place + 4])
        names.append(data[place + 4 : place + 8])
        place += 12 + size
    return names


@pytest.mark.parametrize(("dpi", "size"), [(72, (595, 842)), (150, (1240, 1754))])
def test_a_page_is_as_large_as_its_sheet(dpi: int, size: tuple[int, int]) -> None:
    pages = drawn(pdf(), dpi=dpi)
    assert [opened(page).size for page in pages] == [size] * 2
    assert opened(pages[0]).info["dpi"] == pytest.approx((dpi, dpi), abs=0.02)


def test_the_picture_for_chat_groups_is_page_1_as_wide_as_a_phone() -> None:
    picture = opened(for_chat(pdf()))
    assert picture.size == (CHAT_WIDTH_PX, 1527)
    page = opened(drawn(pdf(), dpi=72)[0]).resize((60, 85))
    small = picture.resize((60, 85))
    ours, theirs = page.tobytes(), small.tobytes()
    assert sum(abs(one - other) for one, other in zip(ours, theirs, strict=True)) / len(ours) < 3


def test_ink_has_its_colour_and_paper_is_white() -> None:
    picture = opened(drawn(pdf(), dpi=72)[0])
    colours = {colour for _, colour in picture.getcolors(1_000_000) or ()}
    assert picture.getpixel((3, 3)) == (255, 255, 255)
    # The red of the masthead, not a blue one.
    assert (0xA6, 0x19, 0x2E) in colours


def test_two_runs_give_the_same_bytes_with_nothing_in_them_but_pixels_and_resolution() -> None:
    once, again = drawn(pdf(), dpi=72), drawn(pdf(), dpi=72)
    assert once == again
    assert set(chunks(once[0])) == {b"IHDR", b"pHYs", b"IDAT", b"IEND"}


def test_a_picture_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(draw, "MOST_PIXELS", 1_000_000)
    with pytest.raises(RenderError) as caught:
        drawn(pdf(), dpi=150)
    assert [(problem.id, problem.hint) for problem in caught.value.problems] == [
        ("picture-too-large", "choose a smaller number for --dpi")
    ]


def test_what_is_no_pdf_is_our_fault() -> None:
    with pytest.raises(ValueError, match="no PDF"):
        drawn(b"%PDF-1.7", dpi=72)
