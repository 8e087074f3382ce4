"""The line itself: from a file to a record, from a record to a bulletin. Here alone the order of the stages is held."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from bulletin.errors import Problem
from bulletin.layout import Layout
from bulletin.pipeline.making import Bulletin, build
from bulletin.pipeline.publishing import Page, fitting, pictures, publish
from bulletin.pipeline.reading import Contribution, Dossier, find_pictures, open_record, read_record, warnings
from bulletin.pipeline.warming import warm

if TYPE_CHECKING:
    from bulletin.pipeline.binding import bind, bind_into, issue_names

__all__ = [
    "Bulletin",
    "Contribution",
    "Dossier",
    "Page",
    "bind",
    "bind_into",
    "build",
    "copy_suits",
    "engine_notes",
    "find_pictures",
    "fitting",
    "issue_names",
    "open_record",
    "pictures",
    "publish",
    "read_record",
    "style_faults",
    "warm",
    "warnings",
]


def __getattr__(name: str) -> Any:
    """What binds issues is loaded when one is bound."""
    if name not in {"bind", "bind_into", "issue_names"}:
        raise AttributeError(name)
    from bulletin.pipeline import binding

    return getattr(binding, name)


def copy_suits(files: Mapping[str, bytes], name: str) -> bool:
    """Whether a copy of one of the program's layouts will do as a clerk's own (docs/layouts.md)."""
    from bulletin.compose.guest import suits_a_guest

    return suits_a_guest(files, name)


def style_faults(layout: Layout) -> tuple[Problem, ...]:
    """What spoils or slows running text in the style sheets of a layout (docs/layouts.md)."""
    from bulletin import assets
    from bulletin.compose.guest.styles import unsound

    # Those of a clerk's own are looked through whenever it is used.
    folder = assets.layouts_folder() / layout.name
    paths = [] if layout.is_guest else sorted(folder.glob("*.css"))
    return tuple(
        Problem(fault.message, path, fault.line, hint=fault.hint, id=fault.id)
        for path in paths
        for fault in unsound(path.read_text(encoding="utf-8"), path.name)
    )


def engine_notes() -> tuple[str, ...]:
    """What is amiss with the engine on this machine though it works.

    Raises:
        RenderError: If the engine cannot be loaded.
    """
    from bulletin import render

    return render.engine_notes()
