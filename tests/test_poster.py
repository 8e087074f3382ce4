"""Posters: one sheet whatever is on it, nothing under 18 points, a code that cameras read, complaints that help."""

from __future__ import annotations

import importlib
import io
import itertools
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest import mock

import page as validator
import pypdf
import pypdfium2
import pytest
import zxingcpp

import offices
from bulletin import messages, preflight
from bulletin.config import layout_named
from bulletin.edition import EDITIONS, Edition
from bulletin.errors import RenderError
from bulletin.pipeline import Bulletin, Dossier, build, open_record
from bulletin.preflight import Code, Expected, Report
from bulletin.vietnamese.text import squeeze
from photos import pictures

ROOT = Path(__file__).parent.parent
RECORDS = sorted((ROOT / "examples").rglob("*.yaml"))
POSTER = layout_named("poster")
WAYS = [
    *itertools.product(EDITIONS, [100], POSTER.papers, [False, True]),
    *itertools.product(["standard"], [150], POSTER.papers, [False, True]),
    ("giant-print", 150, "A3", False), ("standard", 200, "A3", False), ("large-print", 200, "A2", False),
]  # fmt: skip
"""Edition, zoom, sheet, whether it lies."""
HANDED = [("standard", 100, "A3", False), ("standard", 100, "A3", True), ("large-print", 100, "A3", False)]


def made(
    dossier: Dossier, name: str = "standard", zoom: int = 100, paper: str = "A3", lies: bool = False
) -> tuple[Bulletin, Expected, Report]:
    """A poster, with what the preflight looked for and what it measured."""
    seen: list[tuple[Expected, Report]] = []
    original = preflight.preflight

    def kept(pdf: bytes, expected: Expected) -> Report:
        seen.append((expected, original(pdf, expected)))
        return seen[-1][1]

    with mock.patch.object(preflight, "preflight", kept):
        bulletin = build(
            dossier.record, Edition.named(name).zoomed(zoom), layout=POSTER, paper=paper, landscape=lies,
            settings=dossier.settings, photos=dossier.photos,
        )  # fmt: skip
    return bulletin, *seen[0]


def held(dossier: Dossier, name: str, zoom: int, paper: str, lies: bool) -> Bulletin:
    """A poster that keeps what all posters promise."""
    bulletin, expected, report = made(dossier, name, zoom, paper, lies)
    assert (bulletin.pages, expected.pages) == (1, 1)
    assert report.smallest_pt >= max(18.0, POSTER.edition(name, zoom=zoom, paper=paper).smallest_pt) - 0.05
    assert report.fills[0] > 0.8
    assert bool(expected.codes) == bool(dossier.record.url)
    assert not any(covered(bulletin.pdf, code) for code in expected.codes)
    return bulletin


def covered(pdf: bytes, code: Code) -> str:
    """What stands below a code, where it can be found but not be read."""
    page = pypdfium2.PdfDocument(pdf)[0]
    left, top, side = (edge * 72 / 25.4 for edge in (code.left_mm, code.top_mm, code.size_mm))
    bottom = page.get_height() - top - side
    return str(page.get_textpage().get_text_bounded(left, bottom, left + side, bottom + side)).strip()


def text_of(pdf: bytes) -> str:
    return squeeze(pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text())


@pytest.mark.parametrize("way", HANDED, ids=str)
@pytest.mark.parametrize("record", RECORDS, ids=lambda path: path.stem)
@pytest.mark.slow
def test_every_example_is_one_sound_sheet(record: Path, way: tuple[str, int, str, bool], tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(held(open_record(record), *way).pdf)
    for profile in ("ua1", "3a"):
        assert not validator.validate_pdf(path, profile=profile).failures


@pytest.mark.parametrize("way", WAYS, ids=str)
@pytest.mark.slow
def test_posters_are_one_sheet_in_every_edition_on_every_paper(way: tuple[str, int, str, bool]) -> None:
    # One with highlights and four photos, one with a code, one with the longest list of sections.
    for stem in ("tong-ket-2023", "gap-mat-nha-giao", "dai-hoi-2025"):
        held(open_record(ROOT / "examples" / f"{stem}.yaml"), *way)


def test_a_photo_is_seen_from_afar() -> None:
    """Manner, numbers and the line below the headline go first; the four highlights stay."""
    dossier = open_record(ROOT / "examples" / "tong-ket-2023.yaml")
    bulletin, _, report = made(dossier)
    (photo,) = report.photos
    assert photo.width_mm > 0.9 * POSTER.edition("standard").measure_mm
    assert all(squeeze(point) in text_of(bulletin.pdf) for point in dossier.record.highlights)


def test_sizes_follow_the_sheet_and_never_fall_below_18_points() -> None:
    sizes = {paper: POSTER.edition("standard", paper=paper) for paper in POSTER.papers}
    assert sizes["A2"].body_pt > sizes["A3"].body_pt > sizes["A4"].body_pt
    assert sizes["A2"].margins_mm > sizes["A3"].margins_mm > sizes["A4"].margins_mm
    assert sizes["A3"].body_pt == 24.0
    for name, paper, zoom in itertools.product(EDITIONS, POSTER.papers, (100, 127, 128, 150, 300)):
        edition = POSTER.edition(name, zoom=zoom, paper=paper)
        assert 18.0 <= edition.smallest_pt <= edition.body_pt
    assert POSTER.edition("giant-print", paper="A4").smallest_pt >= 24.0


@pytest.fixture
def full(tmp_path: Path) -> Dossier:
    """A record with every key there is."""
    shutil.copy(ROOT / "tests" / "data" / "good" / "moi-muc.yaml", tmp_path / "hop.yaml")
    text = (tmp_path / "hop.yaml").read_text(encoding="utf-8")
    for number, name in enumerate(sorted(set(re.findall(r"[\w/-]+\.jpg", text)))):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        pictures.scene(1200, 800 + 20 * number).save(tmp_path / name)
    return open_record(tmp_path / "hop.yaml")


@pytest.mark.parametrize("lies", [False, True])
@pytest.mark.parametrize("name", EDITIONS)
def test_a_full_record_is_one_sheet(full: Dossier, name: str, lies: bool) -> None:
    held(full, name, 100, "A3", lies)


URL = "https://sgddt.example.vn/tin/hop-thuong-ky-05-9-2025"


@pytest.mark.parametrize("lies", [False, True])
@pytest.mark.parametrize(("name", "zoom", "paper"), [("standard", 100, "A4"), ("giant-print", 100, "A3")])
def test_the_code_on_the_sheet_leads_to_the_web_page(
    tmp_path: Path, name: str, zoom: int, paper: str, lies: bool
) -> None:
    dossier = open_record(offices.record(tmp_path, text=offices.APPROVED + f"đường dẫn: {URL}\n"))
    pdf = held(dossier, name, zoom, paper, lies).pdf
    picture = pypdfium2.PdfDocument(pdf)[0].render(scale=2).to_pil()
    assert [found.text for found in zxingcpp.read_barcodes(picture)] == [URL]
    assert squeeze(URL) in text_of(pdf)
    notes: Any = pypdf.PdfReader(io.BytesIO(pdf)).pages[0]["/Annots"]
    assert {note.get_object()["/A"]["/URI"] for note in notes} == {URL}
    assert f"Mã QR mở trang {URL}" in alternatives(pdf)


def alternatives(pdf: bytes) -> set[str]:
    """What is said in place of pictures."""

    def walk(node: Any) -> Iterator[str]:
        inner = node.get_object()
        if isinstance(inner, pypdf.generic.ArrayObject):
            for kid in inner:
                yield from walk(kid)
        elif isinstance(inner, pypdf.generic.DictionaryObject):
            if "/Alt" in inner:
                yield str(inner["/Alt"])
            if "/K" in inner:
                yield from walk(inner["/K"])

    root: Any = pypdf.PdfReader(io.BytesIO(pdf)).trailer["/Root"]
    return set(walk(root["/StructTreeRoot"]))


def test_a_draft_is_stamped_and_the_scope_is_noted(tmp_path: Path) -> None:
    pdf = held(open_record(offices.record(tmp_path)), "standard", 100, "A3", False).pdf
    assert "DỰTHẢO05/9/2025" in text_of(pdf)
    assert "LƯUHÀNHNỘIBỘ" in text_of(pdf)
    for scope, note in (("không đăng báo chí", "KHÔNGPHỔBIẾN"), ("thu hồi", "TÀILIỆUTHUHỒI")):
        path = offices.record(tmp_path, text=f"{offices.APPROVED}phạm vi: {scope}\n")
        assert note in text_of(held(open_record(path), "standard", 100, "A4", True).pdf)


@pytest.mark.parametrize("size", [(2400, 700), (700, 2400), (1200, 1200)], ids=["wide", "tall", "square"])
@pytest.mark.parametrize("lies", [False, True])
def test_photos_of_every_shape_are_shown_whole(tmp_path: Path, size: tuple[int, int], lies: bool) -> None:
    pictures.scene(*size).save(tmp_path / "a.jpg")
    text = f"{offices.APPROVED}ảnh:\n  - tệp: a.jpg\n    chú thích: Đường thôn\n    mô tả: Đường đất\n"
    _, _, report = made(open_record(offices.record(tmp_path, text=text)), lies=lies)
    (photo,) = report.photos
    assert photo.width_mm / photo.height_mm == pytest.approx(size[0] / size[1], rel=0.02)
    assert photo.width_mm * photo.height_mm > 4000


MANY = [f"Việc thứ {place} là giữ sạch đường làng, ngõ xóm và trồng thêm cây xanh ven kênh" for place in range(1, 8)]


def test_highlights_without_room_in_large_print_are_told(tmp_path: Path) -> None:
    text = offices.APPROVED + "điểm nhấn:\n" + "".join(f"  - {line}\n" for line in MANY)
    dossier = open_record(offices.record(tmp_path, text=text))
    plain = made(dossier)[0]
    assert all(squeeze(line) in text_of(plain.pdf) for line in MANY)
    assert plain.notes == ()
    large = made(dossier, "large-print")[0]
    printed = sum(squeeze(line) in text_of(large.pdf) for line in MANY)
    assert 1 <= printed < 7
    (note,) = large.notes
    assert (note.id, note.line) == ("highlights-left-out", 12 + printed)


COMPLAINTS = {
    "en": (
        "the text is {n} lines too long for this layout",
        "shorten or take out what is longest: “Thôn Đông làm đường, làm đường, làm …” (line 13, 1037 letters);"
        " “Thôn Đông làm đường, làm đường, làm …” (line 12, 916 letters);"
        " “Thôn Đông làm đường, làm đường, làm …” (line 14, 795 letters); or take a larger sheet",
    ),
    "vi": (
        "chữ dài hơn chỗ của mẫu này {n} dòng",
        "hãy rút bớt hoặc bỏ chỗ dài nhất: “Thôn Đông làm đường, làm đường, làm …” (dòng 13, 1037 chữ cái);"
        " “Thôn Đông làm đường, làm đường, làm …” (dòng 12, 916 chữ cái);"
        " “Thôn Đông làm đường, làm đường, làm …” (dòng 14, 795 chữ cái); hoặc dùng tờ giấy lớn hơn",
    ),
}


@pytest.mark.parametrize("language", COMPLAINTS)
def test_what_does_not_fit_is_told_with_what_could_go(tmp_path: Path, language: str) -> None:
    lines = [f"Thôn Đông {'làm đường, ' * times}xong" for times in (82, 93, 71)]
    text = offices.APPROVED + "điểm nhấn:\n" + "".join(f"  - {line}\n" for line in lines)
    dossier = open_record(offices.record(tmp_path, text=text))
    messages.speak(language)
    try:
        with pytest.raises(RenderError) as caught:
            made(dossier)
    finally:
        messages.speak("en")
    (problem,) = caught.value.problems
    count = next(word for word in problem.message.split() if word.isdecimal())
    assert int(count) > 1
    message, hint = COMPLAINTS[language]
    assert (problem.message, problem.hint, problem.id) == (message.format(n=count), hint, "too-long")


def test_a_layout_that_forgets_a_point_is_found_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    board = importlib.import_module("bulletin.compose.board")
    original = board._spans
    monkeypatch.setattr(
        board, "_spans", lambda point, edition: () if "thứ 2" in point.text else original(point, edition)
    )
    text = offices.APPROVED + "điểm nhấn:\n" + "".join(f"  - {line}\n" for line in MANY[:3])
    with pytest.raises(RenderError) as caught:
        made(open_record(offices.record(tmp_path, text=text)))
    assert [(problem.id, problem.line) for problem in caught.value.problems] == [("lost-text", 13)]
