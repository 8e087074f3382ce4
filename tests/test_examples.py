from __future__ import annotations

import datetime as dt
import io
import re
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
from bulletin import pipeline, render
from bulletin.config import layouts_known
from bulletin.edition import Edition
from bulletin.pipeline import proving
from bulletin.vietnamese.text import squeeze

ROOT = Path(__file__).parent.parent
RECORDS = sorted((ROOT / "examples").rglob("*.yaml"))
TODAY = dt.date(2026, 11, 23)

LAYOUTS = {layout.name: layout for layout in layouts_known() if layout.content != "issue"}
# An official paper is made only of what is one.
PAPERS = {record for record in RECORDS if re.search("^văn bản:", record.read_text(encoding="utf-8"), re.MULTILINE)}

every_bulletin = pytest.mark.parametrize(
    ("record", "layout", "edition"),
    [
        pytest.param(
            record, name, edition, id=f"{record.stem}.{name}.{edition}",
            marks=pytest.mark.xdist_group(f"{record.stem}.{name}"),
        )
        for record in RECORDS
        for name, layout in LAYOUTS.items()
        for edition in layout.editions
        if layout.content != "document" or record in PAPERS
    ],
)  # fmt: skip


@dataclass(frozen=True)
class Made:
    pdf: bytes
    html: str
    dossier: pipeline.Dossier
    promised: tuple[str, ...]
    """The texts that it must hold."""


@cache
def opened(record: Path) -> pipeline.Dossier:
    return pipeline.open_record(record)


@cache
def made(record: Path, layout: str, edition: str) -> Made:
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

    def kept_promises(*args: Any) -> proving.Promised:
        found = promises_of(*args)
        promised.extend(promise.text for promise in found.texts)
        return found

    promised: list[str] = []
    promises_of = proving.promises_of
    dossier = opened(record)
    with (
        mock.patch.object(render, "lay_out", kept_lay_out),
        mock.patch.object(render.Laid, "write", kept_write),
        mock.patch.object(proving, "promises_of", kept_promises),
    ):
        bulletin = pipeline.build(
            dossier.record, Edition.named(edition), layout=layout, settings=dossier.settings, photos=dossier.photos,
            printed_on=TODAY,
        )  # fmt: skip
    html = next(html for laid, html in seen if laid is written[0])
    return Made(bulletin.pdf, html, dossier, tuple(promised))


def poppler_text(pdf: bytes) -> str:
    return _poppler(pdf)


def poppler_lines(pdf: bytes) -> str:
    # Otherwise a dash at the end of a line is taken for that of a broken word, and left out.
    return _poppler(pdf, "-raw")


def _poppler(pdf: bytes, *options: str) -> str:
    done = subprocess.run(
        ["pdftotext", *options, "-enc", "UTF-8", "-", "-"], input=pdf, capture_output=True, check=True
    )  # fmt: skip
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
def test_page_description_and_text_are_golden(record: Path, layout: str, edition: str, update_golden: bool) -> None:
    bulletin = made(record, layout, edition)
    name = f"{record.stem}.{layout}.{edition}"
    assert golden.differs(f"{name}.html", bulletin.html, update=update_golden) == ""
    assert golden.differs(f"{name}.txt", poppler_text(bulletin.pdf), update=update_golden) == ""


@pytest.mark.slow
@every_bulletin
def test_pages_look_as_they_did(record: Path, layout: str, edition: str, update_golden: bool) -> None:
    name = f"{record.stem}.{layout}.{edition}.webp"
    assert golden.pages_that_differ(name, made(record, layout, edition).pdf, update=update_golden) == []


@pytest.mark.slow
@every_bulletin
@pytest.mark.parametrize("reader", [poppler_lines, pypdf_text])
def test_two_readers_find_every_word(record: Path, layout: str, edition: str, reader: Any) -> None:
    bulletin = made(record, layout, edition)
    text = bare(reader(bulletin.pdf))
    assert bulletin.promised
    assert [words for words in bulletin.promised if not _found(bare(words), text)] == []


def _found(wanted: str, text: str) -> bool:
    """Whether a text is there, or its halves are, where a page ends in its midst."""
    if wanted in text:
        return True
    return any(wanted[:cut] in text and wanted[cut:] in text for cut in range(2, len(wanted) - 1))


@pytest.mark.slow
@every_bulletin
def test_letters_are_whole(record: Path, layout: str, edition: str) -> None:
    text = pypdf_text(made(record, layout, edition).pdf)
    assert text == unicodedata.normalize("NFC", text)
    assert "�" not in text


@pytest.mark.slow
@every_bulletin
@pytest.mark.parametrize("profile", ["3a", "ua1"])
def test_pdf_conforms(record: Path, layout: str, edition: str, profile: str) -> None:
    limits = validator.SafetyLimits(max_table_grid_rows=10_000)
    report = validator.validate_pdf_bytes(made(record, layout, edition).pdf, profile=profile, limits=limits)
    assert [f"{failure.rule_id} {failure.message}" for failure in report.failures] == []


@pytest.mark.slow
@every_bulletin
def test_pdf_is_sound(record: Path, layout: str, edition: str, tmp_path: Path) -> None:
    pdf = tmp_path / "a.pdf"
    pdf.write_bytes(made(record, layout, edition).pdf)
    done = subprocess.run(["qpdf", "--check", str(pdf)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    reader = pypdf.PdfReader(pdf, strict=True)
    info = reader.metadata
    assert info is not None
    assert info.title == made(record, layout, edition).dossier.record.title
    assert str(reader.root_object["/Lang"]) == "vi"
    assert len(reader.outline) > 0


def test_a_changed_page_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record = ROOT / "examples" / "tin-ngan.yaml"
    name = "tin-ngan.news.standard"
    for ending in ("html", "webp"):
        shutil.copy(golden.FOLDER / f"{name}.{ending}", tmp_path)
    monkeypatch.setattr(golden, "FOLDER", tmp_path)
    bulletin = made(record, "news", "standard")
    assert golden.differs(f"{name}.html", bulletin.html, update=False) == ""
    assert golden.pages_that_differ(f"{name}.webp", bulletin.pdf, update=False) == []
    assert golden.differs(f"{name}.html", bulletin.html.replace("</h1>", ".</h1>"), update=False) != ""
    assert golden.differs("absent.html", bulletin.html, update=False) != ""
    assert golden.pages_that_differ("absent.webp", bulletin.pdf, update=False) == [1]
    other = made(record, "news", "large-print").pdf
    assert golden.pages_that_differ(f"{name}.webp", other, update=False) != []
