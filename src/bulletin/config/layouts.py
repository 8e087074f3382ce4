"""The layouts there are: those of the program by their names, a clerk's own by their folders."""

from __future__ import annotations

from pathlib import Path

from bulletin.config.layoutfile import read_layout, with_version
from bulletin.config.places import LAYOUT_FILE, guest_folder, guest_folders
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


def layout_copy(layout: Layout, name: str, version: str) -> dict[str, bytes]:
    """The files of a copy of one of the program's layouts.

    The macros and the style sheets that all layouts share are not copied: a copy uses the program's, so that what is
    mended there is mended for it too. That an update may change its pages is told at the next build, by the version in
    its `layout.toml`.

    Args:
        layout: One of the program's.
        name: Of the copy.
        version: Of the program.
    """
    import re

    from bulletin import assets
    from bulletin.config.guests import PICTURES, TEXTS

    found: dict[str, bytes] = {}
    folder = assets.layout_file(f"{layout.name}/layout.toml").parent
    for path in sorted(folder.iterdir()):
        if path.suffix in TEXTS:
            text = path.read_text(encoding="utf-8")
            # What was asked for under the old name, as an address or as a template beside it.
            text = text.replace(f"bulletin:layout/{layout.name}/", f"bulletin:layout/{name}/")
            text = re.sub(rf"""(["']){re.escape(layout.name)}/""", r"\1", text)
            if path.name == LAYOUT_FILE:
                titles = {language: f"{title} ({name})" for language, title in layout.titles.items()}
                text = with_version(text, version, titles)
            found[path.name] = text.encode()
        elif path.suffix in PICTURES:
            found[path.name] = path.read_bytes()
    return found
