"""The line itself: from a file to a record, from a record to a bulletin. Here alone the order of the stages is held."""

from __future__ import annotations

from bulletin.pipeline.making import Bulletin, build
from bulletin.pipeline.publishing import Page, fitting, pictures, publish
from bulletin.pipeline.reading import Dossier, open_record, read_record, warnings

__all__ = [
    "Bulletin",
    "Dossier",
    "Page",
    "build",
    "engine_notes",
    "fitting",
    "open_record",
    "pictures",
    "publish",
    "read_record",
    "warnings",
]


def engine_notes() -> tuple[str, ...]:
    """What is amiss with the engine on this machine though it works.

    Raises:
        RenderError: If the engine cannot be loaded.
    """
    from bulletin import render

    return render.engine_notes()
