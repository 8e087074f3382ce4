"""The verdict of other programs on what we write."""

from __future__ import annotations

import io
import subprocess
from dataclasses import replace
from pathlib import Path
from shutil import which

import page as validator
import pypdf
import pytest

from bulletin.render import Attachment, Document, lay_out

from .sample import HTML, page, photos
from .test_structure import BROKEN, CASES

# A list of terms without terms is no list.
BODIES = {name: body for name, (body, _) in {**CASES, **BROKEN}.items() if name != "no-terms"}
LIMITS = validator.SafetyLimits(max_table_grid_rows=10_000)


def failures(pdf: bytes) -> list[str]:
    return [
        f"{profile}: {failure.rule_id} {failure.message}"
        for profile in ("3a", "ua1")
        for failure in validator.validate_pdf_bytes(pdf, profile=profile, limits=LIMITS).failures
    ]


def sample(document: Document) -> bytes:
    return lay_out(HTML, styles=["news/print.css"], pictures=list(photos())).write(document, photos())


@pytest.mark.slow
def test_the_sample_is_pdf_a_3a_and_pdf_ua_1(document: Document) -> None:
    record = Attachment(name="họp.yaml", mime="text/yaml", data=b"x: y\n", description="Bản gốc")
    assert failures(sample(replace(document, attachments=(record,)))) == []


@pytest.mark.slow
@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_each_part_is_pdf_a_3a_and_pdf_ua_1(body: str, document: Document) -> None:
    laid = lay_out(page(body), pictures=["a.jpg"])
    assert failures(laid.write(document, {"a.jpg": photos()["wide.jpg"]})) == []


@pytest.mark.slow
def test_a_page_with_nothing_but_a_long_table_is_pdf_a_3a_and_pdf_ua_1(document: Document) -> None:
    head = '<thead><tr><th scope="col">Họ tên</th><th scope="col">Chi bộ</th></tr></thead>'
    rows = "".join(f'<tr><th scope="row">Đảng viên {n}</th><td>Chi bộ {n % 9}</td></tr>' for n in range(1100))
    laid = lay_out(page(f"<table><caption>Danh sách</caption>{head}<tbody>{rows}</tbody></table>"))
    assert laid.pages > 20
    assert failures(laid.write(document)) == []


@pytest.mark.slow
def test_a_fault_would_be_seen(document: Document) -> None:
    pdf = sample(document)
    assert failures(pdf.replace(b"<pdfuaid:part>1", b"<pdfuaid:part>7"))
    assert failures(pdf.replace(b"<pdfaid:conformance>A", b"<pdfaid:conformance>B"))


@pytest.mark.slow
@pytest.mark.skipif(which("qpdf") is None, reason="qpdf is not installed")
def test_qpdf_finds_no_fault(document: Document, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(sample(document))
    ran = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")


@pytest.mark.slow
def test_pypdf_reads_every_object_strictly(document: Document) -> None:
    pdf = sample(document)
    reader = pypdf.PdfReader(io.BytesIO(pdf), strict=True)
    writer = pypdf.PdfWriter(clone_from=reader)
    assert len(writer.pages) == len(reader.pages) == 5
    text = "".join(sheet.extract_text() for sheet in reader.pages)
    assert "Việc nhỏ làm đúng hẹn thì việc lớn mới có người tin." in " ".join(text.split())
