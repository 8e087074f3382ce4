"""Where layouts and fonts lie: inside the installed package, else in the checkout beside `src`."""

from __future__ import annotations

import functools
import re
from pathlib import Path, PurePosixPath

_PACKAGE = Path(__file__).parent


def _folder(name: str) -> Path:
    # The wheel carries the folders inside the package; an editable install leaves them in the checkout.
    packed = _PACKAGE / name
    return packed if packed.is_dir() else _PACKAGE.parent.parent / name


@functools.cache
def layouts_folder() -> Path:
    """The folder that holds one folder for each layout, and `_base`."""
    return _folder("layouts")


@functools.cache
def fonts_folder() -> Path:
    """The folder that holds `fonts.css` and one folder for each family."""
    return _folder("fonts")


@functools.cache
def font_files() -> tuple[Path, ...]:
    """All font files, in the order of their names."""
    return tuple(sorted(fonts_folder().glob("*/*.ttf")))


@functools.cache
def font_names() -> frozenset[str]:
    """Names by which our fonts may be called inside a PDF, such as `NotoSerif-Bold`."""
    stems = {path.stem for path in font_files()}
    # Liberation calls its regular face by the family alone.
    return frozenset(stems | {stem.removesuffix("-Regular") for stem in stems})


def layout_names() -> tuple[str, ...]:
    """The layouts that a clerk can choose; what only serves other layouts (`_base`) is left out."""
    found = (path.parent.name for path in layouts_folder().glob("*/layout.toml"))
    return tuple(sorted(name for name in found if not name.startswith("_")))


def layout_file(name: str) -> Path:
    """A file of a layout by its name, such as `news/print.css`.

    Args:
        name: Parts divided by `/`, below the layouts' folder.

    Raises:
        FileNotFoundError: If there is no such file, or the name leads out of the folder.
    """
    parts = PurePosixPath(name).parts
    # A backslash or a colon would be a way out of the folder on Windows.
    if any(part in {"/", "//", ".."} or set(part) & set("\\:\0") for part in parts):
        raise FileNotFoundError(name)
    path = layouts_folder().joinpath(*parts)
    if not path.is_file():
        raise FileNotFoundError(name)
    return path


def fonts_missing() -> tuple[str, ...]:
    """Font files that `fonts.css` names and that do not lie there."""
    named = re.findall(r"bulletin:font/([^)]+)\)", (fonts_folder() / "fonts.css").read_text(encoding="utf-8"))
    return tuple(name for name in named if not (fonts_folder() / name).is_file())


@functools.cache
def letters() -> frozenset[str]:
    """Every letter that can be printed, whatever the layout and the face (`tools/printable.py`)."""
    found: set[str] = set()
    for line in (fonts_folder() / "coverage.txt").read_text(encoding="ascii").split():
        first, _, last = line.partition("-")
        found.update(map(chr, range(int(first, 16), int(last or first, 16) + 1)))
    return frozenset(found)
