"""Where an office keeps its settings and its own layouts."""

from __future__ import annotations

from pathlib import Path

from bulletin.disk import is_file, is_link

FILE_NAME = "bulletin.toml"
LAYOUT_FILE = "layout.toml"
OWN_FOLDER = "layouts"
"""Beside `bulletin.toml`: here a clerk's own layouts are found by their names."""


def find(folder: Path) -> Path | None:
    """The `bulletin.toml` of a folder: in it, or in the nearest folder above."""
    here = Path.cwd()
    for place in (folder.resolve(), *folder.resolve().parents):
        path = place / FILE_NAME
        # A link may lead to a disk that is not there; that is told when the settings are read.
        if is_file(path) or is_link(path):
            return path.relative_to(here) if path.is_relative_to(here) else path
    return None


def office_folder(base: Path) -> Path:
    """Where the office's `bulletin.toml` lies; the folder itself when there is none."""
    path = find(base)
    return path.parent if path else base


def guest_folder(name: str, base: Path) -> Path | None:
    """The folder of a layout that is meant: as typed, else by its name among the office's own; None if there is none.

    Args:
        name: A folder, or the name of a layout.
        base: Where the folder is looked for.
    """
    for folder in (base / name, office_folder(base) / OWN_FOLDER / name):
        if name and is_file(folder / LAYOUT_FILE):
            return folder
    return None


def guest_folders(base: Path) -> tuple[Path, ...]:
    """The office's own layouts, in the order of their names; the program's, where one works in its folder, are none."""
    from bulletin import assets

    own = office_folder(base) / OWN_FOLDER
    if own.resolve() == assets.layouts_folder().resolve():
        return ()
    return tuple(sorted(path.parent for path in own.glob(f"*/{LAYOUT_FILE}")))
