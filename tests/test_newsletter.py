"""The layout `newsletter` with real stages: columns are read one after the other, pages fill in every variant."""

from __future__ import annotations

import datetime as dt
import re
import subprocess
from functools import cache
from pathlib import Path

import page as validator
import pytest

from bulletin import pipeline
from bulletin.config import layout_named
from bulletin.edition import Edition
from bulletin.errors import LayoutError
from bulletin.vietnamese.text import squeeze

ROOT = Path(__file__).parent.parent
RECORDS = sorted((ROOT / "examples").rglob("*.yaml"))
LONG = next(path for path in RECORDS if path.stem == "tong-ket-2023")
DAY = dt.date(2026, 11, 23)


@pytest.fixture(autouse=True)
def _no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BULLETIN_CACHE", "off")


@cache
def opened(record: Path) -> pipeline.Dossier:
    return pipeline.open_record(record)


@cache
def made(record: Path, edition: str = "standard", *, paper: str = "A4", zoom: int = 100) -> pipeline.Bulletin:
    dossier = opened(record)
    return pipeline.build(
        dossier.record, Edition.named(edition).zoomed(zoom), layout="newsletter", paper=paper,
        settings=dossier.settings, photos=dossier.photos, printed_on=DAY,
    )  # fmt: skip


def told(pdf: bytes, *command: str) -> str:
    done = subprocess.run([*command], input=pdf, capture_output=True, check=True)
    return squeeze(done.stdout.decode())


def tree_text(pdf: bytes, tmp_path: Path) -> str:
    """All text in the order of the structure tree, as it is read aloud."""
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf)
    done = subprocess.run(["pdfinfo", "-struct-text", path], capture_output=True, check=True)
    return squeeze("".join(re.findall(r'^ *"(.*)"$', done.stdout.decode(), flags=re.MULTILINE)))


def sentences(record: Path) -> list[str]:
    """The first words of each paragraph of the report, in the order of the record."""
    found = []
    for section in opened(record).record.sections:
        for part in (section, *section.sections):
            lines = [line.strip() for line in part.text.splitlines()]
            found += [line for line in lines if len(line) > 60 and line[0].isalpha()]
    return [squeeze(" ".join(line.replace("*", "").split()[:6])) for line in found]


@pytest.mark.slow
@pytest.mark.parametrize(("edition", "paper"), [("standard", "A4"), ("standard", "A5")])
@pytest.mark.parametrize("record", RECORDS, ids=lambda path: path.stem)
def test_every_example_is_made_and_its_pages_fill(record: Path, edition: str, paper: str) -> None:
    # The preflight refuses empty pages, torn captions and lost words.
    assert made(record, edition, paper=paper).pages >= 1


@pytest.mark.slow
@pytest.mark.parametrize(("edition", "paper"), [("large-print", "A4"), ("large-print", "A5"), ("giant-print", "A4")])
def test_large_print_is_made_on_every_sheet_that_holds_a_dozen_lines(edition: str, paper: str) -> None:
    assert made(LONG, edition, paper=paper).pages > made(LONG, paper=paper).pages


@pytest.mark.slow
@pytest.mark.parametrize("zoom", [120, 150])
def test_enlarged_pages_fill_too(zoom: int) -> None:
    assert made(LONG, zoom=zoom).pages > made(LONG).pages


@pytest.mark.slow
def test_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    wanted = sentences(LONG)
    assert len(wanted) > 6
    pdf = made(LONG).pdf
    for text in (told(pdf, "pdftotext", "-raw", "-", "-"), tree_text(pdf, tmp_path)):
        places = [text.find(words) for words in wanted]
        assert -1 not in places
        assert places == sorted(places)


@pytest.mark.slow
def test_the_front_page_has_no_running_head_and_the_others_have(tmp_path: Path) -> None:
    bulletin = made(LONG)
    record = opened(LONG).record
    assert record.organisation is not None
    for number in range(1, bulletin.pages + 1):
        text = told(bulletin.pdf, "pdftotext", "-f", str(number), "-l", str(number), "-layout", "-", "-")
        assert squeeze(f"Trang {number}/{bulletin.pages}") in text
        head = squeeze(record.organisation.name) + squeeze(record.title)
        assert (head in text) is (number > 1)
    # Nobody hears them between two columns.
    assert tree_text(bulletin.pdf, tmp_path).count(squeeze(f"Trang 2/{bulletin.pages}")) == 0


@pytest.mark.slow
def test_a_quotation_is_pulled_out_and_heard_once(tmp_path: Path) -> None:
    words = squeeze("Làm theo Bác bắt đầu từ việc đúng giờ, nói gọn và làm xong những gì đã hứa với học trò.")
    pdf = made(LONG).pdf
    assert told(pdf, "pdftotext", "-raw", "-", "-").count(words) == 1
    assert tree_text(pdf, tmp_path).count(words) == 1


@pytest.mark.slow
@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_columns_do_no_harm_to_the_file(profile: str, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(made(LONG).pdf)
    assert list(validator.validate_pdf(str(path), profile=profile).failures) == []


def test_the_newsletter_is_set_in_columns_of_thirty_five_to_forty_five_letters() -> None:
    layout = layout_named("newsletter")
    standard = layout.edition("standard")
    # A letter of Noto Serif, spaces counted, is some 0.54 of its size wide in Vietnamese text.
    letters = standard.in_column().measure_mm / (0.54 * standard.body_pt * 25.4 / 72)
    assert standard.columns == 2
    assert 35 <= letters <= 45
    small = layout.edition("standard", paper="A5")
    assert small.columns == 1
    assert 50 <= small.measure_mm / (0.54 * small.body_pt * 25.4 / 72) <= 70
    assert all(layout.edition(name).columns == 1 for name in ("large-print", "giant-print"))
    assert layout.edition("standard", zoom=150).columns == 1


def test_giant_print_does_not_come_on_a_sheet_too_small_for_it() -> None:
    layout = layout_named("newsletter")
    assert layout.sheets("standard") == layout.sheets("large-print") == ("A4", "A5")
    assert layout.sheets("giant-print") == ("A4",)
    with pytest.raises(LayoutError, match="A5"):
        made(LONG, "giant-print", paper="A5")
