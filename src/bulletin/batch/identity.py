"""What bulletins depend on beside records and settings: the program, its engine, its fonts, its layouts.

Told by the content of files, without loading any of it.
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bulletin import __version__, assets, natives
from bulletin.config import Settings
from bulletin.layout import Layout

ENGINE = (
    "weasyprint", "pydyf", "tinycss2", "tinyhtml5", "cssselect2", "pyphen", "fonttools", "jinja2", "pillow",
    "pillow-heif", "pypdfium2", "segno",
)  # fmt: skip
"""The packages whose versions show in what is made."""
_NOT_PRINTED = frozenset(("path", "layout", "editions", "language", "silence", "seconds", "memory_mib"))
"""Settings that say what is made, what is told and how long anyone waits; a job has its own layout and edition."""
_SHARED = ("_base", "_web")
"""Folders of the layouts that all of them use."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Digests and versions; two machines of one identity make the same bytes."""

    program: str
    """Version, and a digest of the program's own code."""
    engine: str
    """Versions of the packages that set and draw."""
    natives: Mapping[str, str]
    """Versions of what lies beneath them."""
    fonts: str
    """Digest of all font files."""


@functools.cache
def identity() -> Identity:
    """That of this program; read once."""
    package = Path(assets.__file__).parent
    # All that lies in it: tables of words and translations are printed and told, too.
    own = (path for path in package.rglob("*") if "__pycache__" not in path.parts and path.is_file())
    code = digest_of_files((path.relative_to(package).as_posix(), path) for path in own)
    fonts = assets.fonts_folder()
    files = (*assets.font_files(), *sorted(path for path in fonts.iterdir() if path.is_file()))
    return Identity(
        program=f"{__version__} {code[:16]}",
        engine=", ".join(f"{name} {_version(name)}" for name in ENGINE),
        natives=natives.versions(),
        fonts=digest_of_files((path.relative_to(fonts).as_posix(), path) for path in files)[:16],
    )


@functools.cache
def _version(package: str) -> str:
    from importlib import metadata

    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "-"


def settings_digest(settings: Settings) -> str:
    """A digest of what settings print."""
    printed = {name: getattr(settings, name) for name in Settings.__slots__ if name not in _NOT_PRINTED}
    return digest_of_mapping({**printed, "organisation": sorted(settings.organisation.items())})[:16]


def layout_digest(layout: Layout) -> str:
    """A digest of all that a layout is made of, what all layouts share included."""
    shared = {f"{name}/": assets.layouts_folder() / name for name in _SHARED}
    if layout.is_guest:
        own = _digest((name, data) for name, data in sorted(layout.files.items()))
    else:
        own = _folder_digest(assets.layouts_folder() / layout.name)
    parts = [("own", own.encode()), *((name, _folder_digest(path).encode()) for name, path in shared.items())]
    return _digest(parts)[:16]


def layouts_digest() -> str:
    """A digest of all layouts of the program."""
    return _folder_digest(assets.layouts_folder())


@functools.cache
def _folder_digest(folder: Path) -> str:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return digest_of_files((path.relative_to(folder).as_posix(), path) for path in files)


def digest_of_files(files: Iterable[tuple[str, Path]]) -> str:
    """SHA-256 of files with their names, in hexadecimal digits."""
    return _digest((name, path.read_bytes()) for name, path in sorted(files))


def digest_of_mapping(values: Mapping[str, object]) -> str:
    """A digest of named values, by how Python shows them."""
    return _digest((name, repr(value).encode()) for name, value in sorted(values.items()))


def _digest(parts: Iterable[tuple[str, bytes]]) -> str:
    found = hashlib.sha256()
    for name, data in parts:
        found.update(b"%d %s %d " % (len(name), name.encode(errors="surrogatepass"), len(data)))
        found.update(data)
    return found.hexdigest()
