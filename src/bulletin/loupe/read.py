"""Any PDF, a stranger's too, opened with pdfium and looked at page by page within limits."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from bulletin.errors import Problem, RenderError
from bulletin.loupe.facts import Page, Print
from bulletin.loupe.sheet import Sheet
from bulletin.messages import N_, say
from bulletin.pdfium import library, one_at_a_time

MOST_MIB = 500
"""Larger files are refused."""
MOST_PAGES = 1000
MOST_SECONDS = 120.0
_HEAD = 1024
"""Bytes among which a PDF says that it is one (ISO 32000-1, annex H, note 13)."""
_NEEDS_PASSWORD = 4
_NEEDS_HANDLER = 5

REFUSED = {
    "no-file": (N_("there is no such file"), N_("look at the name and the folder")),
    "file-unreadable": (N_("the file cannot be opened"), N_("close it elsewhere, or ask its owner for permission")),
    "not-a-pdf": (N_("this is no PDF"), N_("save or export it as PDF first, and name that file")),
    "pdf-too-large": (N_("the file is larger than {most} MiB"), N_("save it with smaller pictures, or in parts")),
    "pdf-broken": (
        N_("the PDF is damaged or was not copied to its end"), N_("copy or export it once more"),
    ),
    "pdf-locked": (
        N_("the PDF can be opened only with a password"), N_("save it without a password, and name that file"),
    ),
    "pdf-endless": (
        N_("there is no end to reading this PDF"), N_("it may be broken or made to do harm: ask where it comes from"),
    ),
    "pdf-breaks": (
        N_("reading this PDF breaks the program that reads it"),
        N_("it may be broken or made to do harm: ask where it comes from"),
    ),
    "pdf-without-pages": (N_("the PDF has no pages"), N_("export it once more")),
}  # fmt: skip


def open_pdf(path: Path) -> bytes:
    """The bytes of a PDF file.

    Raises:
        RenderError: If there is none, or it is no PDF.
    """
    try:
        # A pipe may never end, or never begin.
        if path.exists() and not path.is_file():
            raise refused("not-a-pdf", path)
        with path.open("rb") as file:
            data = file.read(MOST_MIB * 2**20 + 1)
        if len(data) > MOST_MIB * 2**20:
            raise refused("pdf-too-large", path)
    except FileNotFoundError as error:
        raise refused("no-file", path) from error
    except (OSError, ValueError) as error:
        raise refused("file-unreadable", path) from error
    if b"%PDF-" not in data[:_HEAD]:
        raise refused("not-a-pdf", path)
    return data


def refused(id_: str, path: Path | None) -> RenderError:
    """What is wrong with a file, and the cure."""
    sentence, hint = REFUSED[id_]
    message = say(sentence, most=MOST_MIB) if "{" in sentence else say(sentence)
    return RenderError((Problem(message, path, hint=say(hint), id=id_),))


def look(pdf: bytes, path: Path | None = None, *, seconds: float = MOST_SECONDS, pages: int = MOST_PAGES) -> Print:
    """Measure the pages of a PDF.

    Args:
        pdf: The file.
        path: Its name, for messages.
        seconds: After so long no further page is begun.
        pages: No more than so many are looked at.

    Raises:
        RenderError: If it cannot be opened.
    """
    with one_at_a_time:
        pdfium = library()
        # pdfium borrows the bytes: `pdf` must outlive the document.
        document = pdfium.FPDF_LoadMemDocument64(pdf, len(pdf), None)
        if not document:
            error = pdfium.FPDF_GetLastError()
            raise refused("pdf-locked" if error in (_NEEDS_PASSWORD, _NEEDS_HANDLER) else "pdf-broken", path)
        try:
            return _print(pdfium, document, path, time.monotonic() + seconds, pages)
        finally:
            pdfium.FPDF_CloseDocument(document)


def _print(pdfium: Any, document: Any, path: Path | None, end: float, most: int) -> Print:
    count = pdfium.FPDF_GetPageCount(document)
    if count < 1:
        raise refused("pdf-without-pages", path)
    sheet = Sheet(pdfium, document)
    found: list[Page] = []
    why = ""
    for number in range(1, count + 1):
        if len(found) >= most:
            why = "pages"
            break
        if found and time.monotonic() > end:
            why = "time"
            break
        found.append(sheet.measure(number, end))
    if all(page.trouble for page in found):
        raise refused("pdf-broken", path)
    tagged = bool(pdfium.FPDFCatalog_IsTagged(document))
    return Print(pages=tuple(found), count=count, tagged=tagged, cut_short=why)
