"""A copy of any layout of the program is a layout of a clerk's own that prints the same bytes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pypdf
import pypdfium2
import pytest
import zxingcpp

import offices
from bulletin.config import layout_named, layouts_known

from .conftest import Bulletin

EXAMPLES = Path(__file__).parents[2] / "examples"
RECORD = "quan-triet-nghi-quyet.yaml"
"""With photos, people and a table."""
DAY = "24/11/2026"
ADDRESS = "https://tin.example.vn/quan-triet?y=1&z=2"
KNOWN = [layout.name for layout in layouts_known()]


@pytest.fixture
def office(bulletin: Bulletin, tmp_path: Path) -> Path:
    """A folder with the record, and a web address in it, so that a poster has a code."""
    shutil.copytree(EXAMPLES / "anh", tmp_path / "anh")
    shutil.copy(EXAMPLES / "bulletin.toml", tmp_path)
    text = (EXAMPLES / RECORD).read_text(encoding="utf-8")
    assert "đường dẫn" not in text
    (tmp_path / RECORD).write_text(f"{text}\nđường dẫn: {ADDRESS}\n", encoding="utf-8")
    return tmp_path


def links(path: Path) -> set[str]:
    """Where the links of a PDF lead."""
    notes = [note.get_object() for page in pypdf.PdfReader(path).pages for note in page.get("/Annots", ())]
    return {str(note["/A"]["/URI"]) for note in notes if "/URI" in note.get("/A", ())}


def made(bulletin: Bulletin, layout: str, file: str, *options: str, record: str = RECORD) -> bytes:
    """The record as PDF."""
    if layout_named(layout).content == "issue":
        done = bulletin("issue", record, "-l", layout, "-o", file, "--date", DAY, *options)
        assert done.code == 0, done.err
        return Path(file).read_bytes()
    done = bulletin("build", record, "-l", layout, "-o", file, "--date", DAY, *options)
    assert done.code == 0, done.err
    [path] = Path(file).glob("[!.]*")
    return path.read_bytes()


@pytest.mark.parametrize("edition", ["standard", "large-print"])
@pytest.mark.parametrize("name", KNOWN)
def test_a_copy_of_every_layout_prints_byte_for_byte_the_same(
    bulletin: Bulletin, office: Path, name: str, edition: str
) -> None:  # fmt: skip
    done = bulletin("layouts", "new", "mau-xa", "--from", name)
    assert done.code == 0, done.err
    assert layout_named("mau-xa").is_guest
    own = made(bulletin, name, "a.pdf", "-e", edition)
    assert own.startswith(b"%PDF-1.7")
    assert made(bulletin, "mau-xa", "b.pdf", "-e", edition) == own


def test_a_copy_of_the_poster_prints_its_code_and_lies_too(bulletin: Bulletin, office: Path) -> None:
    bulletin("layouts", "new", "mau-xa", "--from", "poster")
    way = ("-e", "standard", "--landscape", "--paper", "a4")
    own = made(bulletin, "poster", "a", *way)
    assert made(bulletin, "mau-xa", "b", *way) == own
    [path] = (office / "b").glob("[!.]*")
    assert links(path) == {ADDRESS}
    [seen] = zxingcpp.read_barcodes(pypdfium2.PdfDocument(path)[0].render(scale=3).to_pil())
    assert seen.text == ADDRESS


def test_a_copy_of_the_poster_prints_an_address_that_no_link_may_have(bulletin: Bulletin, office: Path) -> None:
    path = office / RECORD
    path.write_text(path.read_text(encoding="utf-8").replace("https://", "http://"), encoding="utf-8")
    bulletin("layouts", "new", "mau-xa", "--from", "poster")
    for layout, found in (("poster", {ADDRESS.replace("https", "http")}), ("mau-xa", set())):
        made(bulletin, layout, layout, "-e", "standard")
        [made_file] = (office / layout).glob("[!.]*")
        assert links(made_file) == found


def test_a_copy_binds_an_issue_of_several_records(bulletin: Bulletin, tmp_path: Path) -> None:
    for month in (9, 10):
        offices.record(tmp_path / "tin", f"{month}.yaml", month=month)
    bulletin("layouts", "new", "mau-xa", "--from", "issue")
    for layout, file in (("issue", "a.pdf"), ("mau-xa", "b.pdf")):
        done = bulletin("issue", "tin", "-n", "3", "-l", layout, "-o", file, "--date", DAY)
        assert (done.code, done.err) == (0, "")
    assert Path("a.pdf").read_bytes() == Path("b.pdf").read_bytes()


def test_what_is_changed_in_a_copy_is_printed(bulletin: Bulletin, tmp_path: Path) -> None:
    offices.record(tmp_path)
    bulletin("layouts", "new", "mau-xa", "--from", "issue")
    sheet = tmp_path / "layouts/mau-xa/print.css"
    sheet.write_text(sheet.read_text(encoding="utf-8") + "\n.cover { border-top: 1mm solid }\n", encoding="utf-8")
    found = [
        made(bulletin, layout, f"{layout}.pdf", "-e", "standard", record="hop.yaml") for layout in ("issue", "mau-xa")
    ]
    assert found[0] != found[1]


@pytest.mark.slow
@pytest.mark.parametrize("name", KNOWN)
def test_a_copy_of_every_layout_passes_the_check(bulletin: Bulletin, tmp_path: Path, name: str) -> None:
    assert bulletin("layouts", "new", "mau-xa", "--from", name).code == 0
    done = bulletin("layouts", "check", "mau-xa")
    assert done.code == 0, done.err
    assert done.out.endswith("mau-xa: passed\n")
