from __future__ import annotations

import datetime as dt
import io
import shutil
import subprocess
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from unittest import mock

import page as validator
import pypdf
import pytest

import golden
from bulletin import manifest, pipeline, render
from bulletin.edition import EDITIONS, Edition
from bulletin.model.spelling import spelled_out
from bulletin.vietnamese.text import squeeze

ROOT = Path(__file__).parent.parent
RECORDS = sorted((ROOT / "examples").rglob("*.yaml"))
TODAY = dt.date(2026, 11, 23)

every_bulletin = pytest.mark.parametrize(
    ("record", "edition"),
    [
        pytest.param(record, edition, id=f"{record.stem}.{edition}", marks=pytest.mark.xdist_group(record.stem))
        for record in RECORDS
        for edition in EDITIONS
    ],
)


@dataclass(frozen=True)
class Made:
    pdf: bytes
    html: str
    dossier: pipeline.Dossier


@cache
def opened(record: Path) -> pipeline.Dossier:
    return pipeline.open_record(record)


@cache
def made(record: Path, edition: str) -> Made:
    """A bulletin with the page description that it was printed from."""
    seen: list[tuple[render.Laid, str]] = []
    written: list[render.Laid] = []
    lay_out, write = render.lay_out, render.Laid.write

    def kept_lay_out(html: str, *, styles: Sequence[str] = (), **more: Any) -> render.Laid:
        laid = lay_out(html, styles=styles, **more)
        seen.append((laid, html))
        return laid

    def kept_write(laid: render.Laid, *args: Any) -> bytes:
        written.append(laid)
        return write(laid, *args)

    dossier = opened(record)
    with mock.patch.object(render, "lay_out", kept_lay_out), mock.patch.object(render.Laid, "write", kept_write):
        bulletin = pipeline.build(
            dossier.record, Edition.named(edition), settings=dossier.settings, photos=dossier.photos, printed_on=TODAY
        )
    html = next(html for laid, html in seen if laid is written[0])
    return Made(bulletin.pdf, html, dossier)


def poppler_text(pdf: bytes) -> str:
    done = subprocess.run(["pdftotext", "-enc", "UTF-8", "-", "-"], input=pdf, capture_output=True, check=True)
    return done.stdout.decode()


def pypdf_text(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf), strict=True).pages)


def bare(text: str) -> str:
    return squeeze(text).casefold()


def test_there_are_examples_of_eight_kinds() -> None:
    assert len(RECORDS) >= 8
    assert len({opened(record).record.kind for record in RECORDS}) >= 8


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.stem)
def test_no_example_draws_a_note(record: Path) -> None:
    assert pipeline.warnings(opened(record)) == ()


@pytest.mark.slow
@every_bulletin
def test_page_description_and_text_are_golden(record: Path, edition: str, update_golden: bool) -> None:
    bulletin = made(record, edition)
    name = f"{record.stem}.news.{edition}"
    assert golden.differs(f"{name}.html", bulletin.html, update=update_golden) == ""
    assert golden.differs(f"{name}.txt", poppler_text(bulletin.pdf), update=update_golden) == ""


@pytest.mark.slow
@every_bulletin
def test_pages_look_as_they_did(record: Path, edition: str, update_golden: bool) -> None:
    name = f"{record.stem}.news.{edition}.webp"
    assert golden.pages_that_differ(name, made(record, edition).pdf, update=update_golden) == []


@pytest.mark.slow
@every_bulletin
@pytest.mark.parametrize("reader", [poppler_text, pypdf_text])
def test_two_readers_find_every_word(record: Path, edition: str, reader: Any) -> None:
    bulletin = made(record, edition)
    words = set(bare(reader(bulletin.pdf)))
    text = bare(reader(bulletin.pdf))
    assert words
    wanted = manifest.promises(spelled_out(bulletin.dossier.record), byline=bulletin.dossier.settings.byline)
    lost = [promise.text for promise in wanted if not _found(bare(promise.text), text)]
    assert lost == []


def _found(wanted: str, text: str) -> bool:
    """Whether a text is there, or its halves are, where a page ends in its midst."""
    if wanted in text:
        return True
    return any(wanted[:cut] in text and wanted[cut:] in text for cut in range(4, len(wanted) - 3))


@pytest.mark.slow
@every_bulletin
def test_letters_are_whole(record: Path, edition: str) -> None:
    text = pypdf_text(made(record, edition).pdf)
    assert text == unicodedata.normalize("NFC", text)
    assert "�" not in text


@pytest.mark.slow
@every_bulletin
@pytest.mark.parametrize("profile", ["3a", "ua1"])
def test_pdf_conforms(record: Path, edition: str, profile: str) -> None:
    limits = validator.SafetyLimits(max_table_grid_rows=10_000)
    report = validator.validate_pdf_bytes(made(record, edition).pdf, profile=profile, limits=limits)
    assert [f"{failure.rule_id} {failure.message}" for failure in report.failures] == []


@pytest.mark.slow
@every_bulletin
def test_pdf_is_sound(record: Path, edition: str, tmp_path: Path) -> None:
    pdf = tmp_path / "a.pdf"
    pdf.write_bytes(made(record, edition).pdf)
    done = subprocess.run(["qpdf", "--check", str(pdf)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    reader = pypdf.PdfReader(pdf, strict=True)
    info = reader.metadata
    assert info is not None
    assert info.title == made(record, edition).dossier.record.title
    assert str(reader.root_object["/Lang"]) == "vi"
    assert len(reader.outline) > 0


def test_a_changed_page_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record = ROOT / "examples" / "tin-ngan.yaml"
    name = "tin-ngan.news.standard"
    for ending in ("html", "webp"):
        shutil.copy(golden.FOLDER / f"{name}.{ending}", tmp_path)
    monkeypatch.setattr(golden, "FOLDER", tmp_path)
    bulletin = made(record, "standard")
    assert golden.differs(f"{name}.html", bulletin.html, update=False) == ""
    assert golden.pages_that_differ(f"{name}.webp", bulletin.pdf, update=False) == []
    assert golden.differs(f"{name}.html", bulletin.html.replace("</h1>", ".</h1>"), update=False) != ""
    assert golden.differs("absent.html", bulletin.html, update=False) != ""
    assert golden.pages_that_differ("absent.webp", bulletin.pdf, update=False) == [1]
    other = made(record, "large-print").pdf
    assert golden.pages_that_differ(f"{name}.webp", other, update=False) != []
