"""Files of other programs: without tags, locked, broken, scanned, turned, with strange fonts."""

from __future__ import annotations

import io
import os
import random
import time
from pathlib import Path

import pypdf
import pytest

from bulletin.errors import RenderError
from bulletin.loupe import Findings, apart, examined, inspected
from bulletin.loupe.ground import without_letters
from bulletin.loupe.read import look
from bulletin.pdfium import library
from loupe.pages import TEXT, line, page, scan, written

SAMPLE = b"".join(line(f"Dong so {row} cua van ban", y=700 - 27 * row) for row in range(6))
TYPE3 = (
    b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 10 10] /FontMatrix [0.1 0 0 0.1 0 0] /FirstChar 97 /LastChar 97"
    b" /Widths [8] /Encoding << /Type /Encoding /Differences [97 /a] >> /CharProcs << /a 6 0 R >>"
    b" /Resources << >> >>"
)
GLYPH = b"8 0 0 0 8 5 d1 0 0 8 5 re f"


def met(findings: Findings, rule: str) -> bool | None:
    return next(verdict.met for verdict in findings.verdicts if verdict.rule == rule)


def refusal(data: bytes, tmp_path: Path) -> str:
    path = tmp_path / "la.pdf"
    path.write_bytes(data)
    with pytest.raises(RenderError) as caught:
        inspected(path)
    [problem] = caught.value.problems
    assert problem.path == path
    assert problem.hint
    return problem.id


def locked(*, reader: str) -> bytes:
    writer = pypdf.PdfWriter(io.BytesIO(written(SAMPLE)))
    writer.encrypt(user_password=reader, owner_password="chu", algorithm="RC4-128")
    data = io.BytesIO()
    writer.write(data)
    return data.getvalue()


def test_a_file_without_tags_is_measured() -> None:
    found = examined(written(SAMPLE))
    assert (found.measures.body_pt, found.measures.leading_em, found.measures.fonts) == (18, 1.5, ("Helvetica",))
    assert met(found, "ukaaf-sans") is True
    assert not found.print.tagged


def test_a_file_that_anyone_may_open_is_measured_though_it_is_encrypted() -> None:
    assert examined(locked(reader="")).measures.body_pt == 18


def test_a_file_with_a_password_is_refused(tmp_path: Path) -> None:
    assert refusal(locked(reader="mo"), tmp_path) == "pdf-locked"


@pytest.mark.parametrize(
    ("data", "id_"),
    [
        (b"", "not-a-pdf"),
        (b"<html><body>404</body></html>", "not-a-pdf"),
        (b"PK\x03\x04" + b"\x00" * 2000 + b"%PDF-1.4", "not-a-pdf"),
        (b"%PDF-1.4\nnothing behind it", "pdf-broken"),
        (written(SAMPLE)[:150], "pdf-broken"),
    ],
    ids=["empty", "html", "docx", "no body", "cut"],
)
def test_what_is_no_sound_pdf_is_refused(data: bytes, id_: str, tmp_path: Path) -> None:
    assert refusal(data, tmp_path) == id_


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RenderError) as caught:
        inspected(tmp_path / "khong-co.pdf")
    assert [problem.id for problem in caught.value.problems] == ["no-file"]


@pytest.mark.parametrize("layer", [False, True], ids=["bare", "with hidden text"])
def test_a_scan_is_told_and_nothing_else_is_claimed(layer: bool) -> None:
    found = examined(scan(layer=layer))
    assert met(found, "ukaaf-scan") is False
    others = {verdict.rule: verdict.met for verdict in found.verdicts if verdict.rule != "ukaaf-scan"}
    assert set(others.values()) == {None}, others
    assert found.measures.letters == 0


def test_text_below_a_picture_that_hides_it_is_not_measured() -> None:
    data = scan().replace(b"q 595 0 0 842", line("an", size=7) + b"q 595 0 0 842")
    assert examined(data).measures.letters == 0


def test_text_that_is_not_painted_is_not_measured() -> None:
    assert examined(written(line("an", before="3 Tr"))).measures.letters == 0
    assert examined(written(line("hien", before="0 Tr"))).measures.letters == 4


def test_pictures_in_forms_in_forms_are_as_large_as_they_are_printed() -> None:
    form = (
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Matrix [0.5 0 0 0.5 0 0]"
        b" /Resources << /XObject << /X1 %d 0 R >> >> /Length 6 >> stream\n/X1 Do\nendstream"
    )
    image = b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
    image += b" /Length 1 >> stream\n\x80\nendstream"
    page_wide = b"<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X1 9 0 R >> >>"
    page_wide += b" /Length 30 >> stream\nq 595 0 0 842 0 0 cm /X1 Do Q \nendstream"
    data = written(b"/X1 Do", resources="/XObject << /X1 6 0 R >>", more=(form % 7, form % 8, page_wide, image))
    assert examined(data).print.pages[0].pictures == pytest.approx(1 / 16, abs=0.001)


def test_letters_turned_into_drawings_are_told() -> None:
    shapes = b"".join(b"%d %d 5 9 re f\n" % (60 + 8 * (n % 50), 700 - 12 * (n // 50)) for n in range(400))
    assert met(examined(written(shapes)), "ukaaf-scan") is False


@pytest.mark.parametrize("quarters", [90, 180, 270])
def test_a_turned_page_is_measured_as_it_is_held(quarters: int) -> None:
    # As a scanner's or spreadsheet's program does it: the text is turned against the page.
    turn = {90: "0 1 -1 0 500 100", 180: "-1 0 0 -1 500 700", 270: "0 -1 1 0 100 700"}[quarters]
    rows = "".join(f"1 0 0 1 0 {-27 * row} cm BT /F1 18 Tf (Dong so {row} cua van ban) Tj ET\n" for row in (0, 1, 1, 1))
    found = examined(written(f"q {turn} cm {rows} Q".encode("ascii"), pages=f"/Rotate {quarters}"))
    wide, high = found.print.pages[0].size_pt
    assert (wide > high) == (quarters != 180)
    assert met(found, "ukaaf-horizontal") is True
    assert found.measures.leading_em == 1.5


def test_text_across_a_page_is_told() -> None:
    found = examined(written(b"q 0 1 -1 0 500 100 cm BT /F1 18 Tf (Dong doc theo le giay) Tj ET Q\n" + SAMPLE))
    assert met(found, "ukaaf-horizontal") is False


def test_sizes_are_those_on_paper() -> None:
    scaled = b"q 0.5 0 0 0.5 0 0 cm BT /F1 24 Tf 160 1400 Td (Dong chu thu nho) Tj ET Q"
    assert examined(written(scaled)).measures.smallest_pt == 12
    form = (
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 600 900] /Matrix [0.5 0 0 0.5 0 0]"
        b" /Resources << /Font << /F1 5 0 R >> >> /Length %d >> stream\n" % len(SAMPLE) + SAMPLE + b"\nendstream"
    )
    inner = written(b"/X1 Do", resources="/XObject << /X1 6 0 R >>", more=(form,))
    assert examined(inner).measures.smallest_pt == 9


def test_letters_of_a_font_without_a_name_are_measured_and_its_serifs_left_open() -> None:
    found = examined(written(SAMPLE, font=b"<< /Type /Font /Subtype /TrueType >>"))
    assert found.measures.body_pt == 18
    assert met(found, "ukaaf-sans") in (None, True)


@pytest.mark.parametrize(
    ("name", "verdict"),
    [("CMR10", False), ("NimbusRomNo9L-Regu", False), ("ABCDEF+Times-Roman", False), ("NotoSerif", False),
     ("CMSS12", True), ("NimbusSanL-Regu", True), ("ABCDEF+LiberationSans", True), ("NotoSansSerif", True)],
)  # fmt: skip
def test_usual_fonts_are_known_by_name(name: str, verdict: bool) -> None:
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /%s >>" % name.encode()
    assert met(examined(written(SAMPLE, font=font)), "ukaaf-sans") is verdict


def test_letters_that_are_drawings_are_measured_by_their_height() -> None:
    glyph = b"<< /Length %d >> stream\n" % len(GLYPH) + GLYPH + b"\nendstream"
    data = written(b"BT /F1 1 Tf 18 0 0 18 80 700 Tm (aaaa aaaa) Tj ET", font=TYPE3, more=(glyph,))
    found = examined(data)
    assert found.measures.body_pt == pytest.approx(9 / 0.53, abs=0.2)


def test_slanting_by_the_machine_is_italic() -> None:
    assert met(examined(written(b"BT /F1 18 Tf 1 0 0.3 1 80 700 Tm (Chu nghieng gia) Tj ET")), "ukaaf-italics") is False


def test_a_box_of_the_page_that_does_not_begin_at_the_corner() -> None:
    found = examined(written(SAMPLE, pages="/CropBox [50 100 545 800]"))
    assert found.measures.margins_mm is not None
    assert found.measures.margins_mm[3] == pytest.approx((80 - 50) * 25.4 / 72, abs=0.8)


def test_white_on_white_has_no_contrast() -> None:
    assert examined(written(line("Chu trang", before="1 g"))).measures.contrast == 1


def test_a_huge_file_is_measured_in_part() -> None:
    seen = look(page(f"<p>{TEXT}</p>" + "<p style='break-before:page'>Trang sau</p>" * 5), pages=3)
    assert (len(seen.pages), seen.count, seen.cut_short) == (3, 6, "pages")
    hasty = look(page(f"<p>{TEXT}</p><p style='break-before:page'>Trang sau</p>"), seconds=0)
    assert (len(hasty.pages), hasty.cut_short) == (1, "time")
    # The page is not even painted, so nothing is said of its contrast.
    assert set(hasty.pages[0].grounds) == {None}


def test_a_page_strewn_with_letters_and_lines_is_measured() -> None:
    letters = b"".join(line("x", size=4, x=20 + 9 * (n % 60), y=800 - 12 * (n // 60)) for n in range(3600))
    bars = b"".join(b"20 %d 500 0.2 re f\n" % (100 + n % 700) for n in range(3000))
    found = examined(written(letters + bars))
    assert (found.measures.letters, found.measures.body_pt) == (3600, 4)


def test_a_page_that_cannot_be_opened_leaves_the_others() -> None:
    data = written(SAMPLE).replace(b"/Kids [3 0 R] /Count 1", b"/Kids [3 0 R 9 0 R] /Count 2")
    found = examined(data)
    assert [page.trouble for page in found.print.pages] == [False, True]
    assert found.measures.body_pt == 18


def test_mutilated_files_are_measured_or_refused_and_nothing_else() -> None:
    chance = random.Random(3)
    sources = [page(), written(SAMPLE), scan(layer=True), locked(reader="")]
    ends = {"measured": 0, "refused": 0}
    for _ in range(120):
        data = bytearray(chance.choice(sources))
        if chance.random() < 0.3:
            del data[chance.randrange(len(data)) :]
        for _ in range(chance.choice((1, 20, 400))):
            if data:
                data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            examined(bytes(data))
            ends["measured"] += 1
        except RenderError:
            ends["refused"] += 1
    assert min(ends.values()) > 10, ends


def test_painting_that_takes_too_long_is_given_up() -> None:
    pdfium = library()
    data = scan()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    page = pdfium.FPDF_LoadPage(document, 0)
    try:
        assert without_letters(pdfium, page, [], (595, 842), end=0.0) is None
        assert without_letters(pdfium, page, [], (595, 842), end=time.monotonic() + 600) is not None
    finally:
        pdfium.FPDF_ClosePage(page)
        pdfium.FPDF_CloseDocument(document)


def bomb(levels: int) -> bytes:
    """A page whose form calls another three times, and that one the next."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R"
        b" /Resources << /XObject << /X 5 0 R >> >> >>",
        b"<< /Length 5 >> stream\n/X Do\nendstream",
        *(
            b"<< /Type /XObject /Subtype /Form /BBox [0 0 200 200]"
            b" /Resources << /XObject << /X %d 0 R >> >> /Length 18 >> stream\n/X Do /X Do /X Do \nendstream" % number
            for number in range(6, 6 + levels)
        ),
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 200 200] /Length 14 >> stream\n0 0 m 1 1 l S \nendstream",
    ]
    body = b"".join(b"%d 0 obj\n%b\nendobj\n" % entry for entry in enumerate(objects, 1))
    return b"%%PDF-1.7\n%b\ntrailer << /Size %d /Root 1 0 R >>\n%%%%EOF" % (body, len(objects) + 1)


def refused_apart(path: Path, **limits: float) -> str:
    with pytest.raises(RenderError) as caught:
        apart.apart(path, "all", **limits)
    [problem] = caught.value.problems
    assert (problem.path, bool(problem.hint)) == (path, True)
    return problem.id


def test_a_file_that_keeps_the_library_busy_for_ever_is_given_up(tmp_path: Path) -> None:
    path = tmp_path / "la.pdf"
    path.write_bytes(bomb(3))
    assert inspected(path).print.count == 1
    path.write_bytes(bomb(28))
    assert refused_apart(path, seconds=2.0) == "pdf-endless"


def dies(*_: object) -> None:
    os.abort()


def test_a_file_that_breaks_the_library_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "_work", dies)
    assert refused_apart(tmp_path / "la.pdf") == "pdf-breaks"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="a system without devices")
def test_what_has_no_end_or_no_beginning_is_no_pdf(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "la.pdf")
    for path in (Path("/dev/zero"), tmp_path / "la.pdf"):
        assert refused_apart(path) == "not-a-pdf"
