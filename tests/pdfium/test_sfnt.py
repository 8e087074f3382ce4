"""What a font program calls itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletin import assets
from bulletin.pdfium.sfnt import postscript_name


@pytest.mark.parametrize("path", assets.font_files(), ids=lambda path: path.stem)
def test_our_fonts_are_called_as_the_house_calls_them(path: Path) -> None:
    assert postscript_name(path.read_bytes()) in assets.font_names()


@pytest.mark.parametrize("size", [0, 3, 11, 12, 40, 200, 2000])
def test_a_broken_program_has_no_name(size: int) -> None:
    assert postscript_name(assets.font_files()[0].read_bytes()[:size]) == ""
