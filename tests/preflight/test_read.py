"""Dealings with pdfium: what is opened is closed, and one thread reads at a time."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2_raw
import pytest

from bulletin.errors import RenderError
from bulletin.preflight import Part, Text, preflight, read
from bulletin.preflight.ink import Ink
from preflight.press import SENTENCES, expected, ids, paragraphs, pdf

OPENING = ("FPDF_LoadMemDocument64", "FPDF_LoadPage", "FPDFText_LoadPage", "FPDF_StructTree_GetForPage")
CLOSING = ("FPDF_CloseDocument", "FPDF_ClosePage", "FPDFText_ClosePage", "FPDF_StructTree_Close")


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    made: list[str] = []

    def watched(name: str, call: Any) -> Any:
        def made_through(*arguments: object) -> Any:
            made.append(name)
            return call(*arguments)

        return made_through

    for name in (*OPENING, *CLOSING):
        monkeypatch.setattr(pypdfium2_raw, name, watched(name, getattr(pypdfium2_raw, name)))
    return made


def test_all_that_is_opened_is_closed(calls: list[str]) -> None:
    preflight(pdf(paragraphs(*SENTENCES)), expected(*SENTENCES))
    assert [calls.count(name) for name in OPENING] == [1, 1, 1, 1]
    assert [calls.count(name) for name in CLOSING] == [1, 1, 1, 1]


def test_all_is_closed_also_after_an_error(calls: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise ValueError

    monkeypatch.setattr(Ink, "survey", fails)
    with pytest.raises(ValueError, match=r"^$"):
        preflight(pdf(paragraphs(*SENTENCES)), expected(*SENTENCES))
    assert [calls.count(name) for name in OPENING[:3]] == [1, 1, 1]
    assert [calls.count(name) for name in CLOSING[:3]] == [1, 1, 1]


def test_an_encrypted_file_is_an_error() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(paragraphs(*SENTENCES))))
    writer.encrypt("mật khẩu", algorithm="RC4-128")
    data = io.BytesIO()
    writer.write(data)
    with pytest.raises(RenderError) as caught:
        preflight(data.getvalue(), expected(*SENTENCES))
    assert [problem.id for problem in caught.value.problems] == ["unreadable-pdf"]


def test_threads_take_turns() -> None:
    good, bad = pdf(paragraphs(*SENTENCES)), pdf(paragraphs(*SENTENCES[:2]))
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda data: ids(data, expected(*SENTENCES)), [good, bad] * 20))
    assert found == [[], ["lost-text"]] * 20


def test_a_file_is_read_where_it_lies(calls: list[str], tmp_path: Path) -> None:
    path = tmp_path / "bản tin.pdf"
    path.write_bytes(pdf(paragraphs(*SENTENCES)))
    assert preflight(path, expected(*SENTENCES)) == preflight(path.read_bytes(), expected(*SENTENCES))
    assert calls.count("FPDF_LoadMemDocument64") == 1
    assert calls.count("FPDF_CloseDocument") == 2
    with pytest.raises(RenderError, match="Nowhere"):
        preflight(path, expected(*SENTENCES, "Nowhere"))


def test_a_long_file_is_opened_anew_between_parts_and_nothing_is_missed(
    calls: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read, "_MOST_PAGES", 1)
    data = pdf("".join(f'<div style="break-before: page">{paragraphs(one)}</div>' for one in SENTENCES))
    whole = replace(expected(), least_fill=0.0)
    parts = [Part(page, page, replace(whole, texts=(Text(one),))) for page, one in enumerate(SENTENCES, start=1)]
    assert preflight(data, whole, parts).pages == len(SENTENCES) > 1
    assert calls.count("FPDF_LoadMemDocument64") == calls.count("FPDF_CloseDocument") == len(SENTENCES)
    foreign = replace(whole, fonts=frozenset())
    with pytest.raises(RenderError) as caught:
        preflight(data, foreign, [replace(part, expected=replace(part.expected, fonts=frozenset())) for part in parts])
    told = [problem.message for problem in caught.value.problems]
    assert len(set(told)) == len(told)
    assert all(any(f"on page {page} " in message for message in told) for page in range(1, len(SENTENCES) + 1))
