"""The layouts there are: those of the program by their names, a clerk's own by their folders."""

from __future__ import annotations

from pathlib import Path

from bulletin.config.layoutfile import read_layout
from bulletin.config.places import guest_folder, guest_folders
from bulletin.layout import Layout


def layouts_known() -> tuple[Layout, ...]:
    """All layouts of the program."""
    from bulletin import assets

    return tuple(map(layout_named, assets.layout_names()))


def layout_named(name: str, base: Path | None = None) -> Layout:
    """A layout by its name or its folder.

    Args:
        name: Name of a layout of the program, or a folder with a clerk's own.
        base: Where the folder is looked for; the present folder when not given.

    Raises:
        LayoutError: If there is none, or it is faulty.
    """
    from bulletin import assets
    from bulletin.config.guests import read_guest
    from bulletin.errors import LayoutError
    from bulletin.messages import say
    from bulletin.vietnamese.text import similar

    known = assets.layout_names()
    if name in known:
        path = assets.layout_file(f"{name}/layout.toml")
        return read_layout(name, path.read_text(encoding="utf-8"), path)
    base = base or Path()
    folder = guest_folder(name, base)
    if folder is not None:
        return read_guest(folder)
    known = (*known, *(own.name for own in guest_folders(base)))
    near = similar(name, known)
    cure = say("did you mean “{near}”?", near=near) if near else say("known layouts: {known}", known=", ".join(known))
    raise LayoutError(say("there is no layout “{name}”", name=name), hint=cure)
