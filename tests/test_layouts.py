"""What the style sheets of all layouts owe."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bulletin import assets

FOLDER = assets.layouts_folder()
SHEETS = sorted(FOLDER.glob("*/*.css"))
LEAST_LEADING = 1.36
every_sheet = pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: f"{path.parent.name}/{path.name}")


def rules(path: Path) -> str:
    """A style sheet without its comments."""
    return re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def colours(*sheets: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for sheet in sheets:
        found |= dict(re.findall(r"(--\w+): (#[0-9a-f]{6});", rules(FOLDER / sheet)))
    return found


@pytest.mark.parametrize("ground", ["--cream", "white"])
@pytest.mark.parametrize("ink", ["--ink", "--soft", "--red"])
def test_large_print_stands_out_from_its_ground(ink: str, ground: str) -> None:
    known = colours("_base/base.css", "_base/large-print.css") | {"white": "#ffffff"}
    assert contrast(known[ink], known[ground]) >= 7


def test_contrast_is_measured_as_the_guidelines_do() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@every_sheet
def test_lines_stand_far_enough_apart_for_two_marks(sheet: Path) -> None:
    heights = re.findall(r"line-height: ([\d.]+)", rules(sheet)) + re.findall(r"\)/([\d.]+) var", rules(sheet))
    # A row of pictures has no letters.
    close = [height for height in heights if float(height) and float(height) < LEAST_LEADING]
    assert close == []


@every_sheet
def test_space_stands_above_things(sheet: Path) -> None:
    below = [float(value) for value in re.findall(r"margin-bottom: ([\d.]+)mm", rules(sheet))]
    # Small gaps inside what is never broken do no harm.
    assert all(value <= 3 for value in below)


@every_sheet
def test_text_is_never_cut_off_nor_see_through(sheet: Path) -> None:
    assert not re.search(r"overflow: *hidden|opacity:|mask:|mix-blend", rules(sheet))


@pytest.mark.parametrize(
    # What is for screens alone is read by browsers alone.
    "sheet",
    [sheet for sheet in SHEETS if sheet.name != "screen.css"],
    ids=lambda path: f"{path.parent.name}/{path.name}",
)
def test_running_text_is_block_flow(sheet: Path) -> None:
    small = {".masthead", ".halves"}
    flexed = re.findall(r"([^{}]+)\{[^}]*display: *(?:flex|grid|inline-flex|inline-grid)", rules(sheet))
    assert {selector.strip() for selector in flexed} <= small


def test_large_print_neither_slants_nor_underlines_nor_shouts() -> None:
    large = rules(FOLDER / "_base/large-print.css") + rules(FOLDER / "news/large-print.css")
    assert "italic" not in large
    assert "underline" not in large
    assert "text-transform: uppercase" not in large
    assert re.search(r"em, blockquote \{ font-style: normal \}", large)
    shouting = re.findall(r"([^{}]+)\{[^}]*text-transform: uppercase", rules(FOLDER / "news/print.css"))
    calmed = re.findall(r"([^{}]+)\{[^}]*text-transform: none", large)
    assert {one.strip() for one in shouting} <= {part.strip() for one in calmed for part in one.split(",")}
