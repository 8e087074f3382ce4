"""What a long-running process does before its first record, so that all records cost the same."""

from __future__ import annotations

import gc
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import Final

from bulletin.edition import Edition

_ROOMS: Final = (
    "letters", "load", "validate", "proofread", "photos", "photos.prepress", "compose", "compose.head", "makeup",
    "manifest", "model.spelling", "preflight", "render.finisher",
)  # fmt: skip
"""What every bulletin takes; modules are otherwise loaded when they are first needed."""

THRESHOLDS: Final = (20_000, 10, 20)
"""After so many new objects the collector looks at the young ones, after so many times at those that stayed once, then
at all. A record read and checked makes about as many, and few of them are garbage that refers to itself."""


def warm(layouts: Iterable[str] = ()) -> None:
    """Load what a long-running process needs before its first record, and keep the collector away from it.

    Args:
        layouts: The program's layouts that will be printed; their templates and style sheets are read now.

    Raises:
        LayoutError: If there is no such layout.
        RenderError: If the engine cannot be loaded.
    """
    for room in _ROOMS:
        import_module(f"bulletin.{room}")
    from bulletin import compose, natives, pdfium, photos, render
    from bulletin.config import layout_named
    from bulletin.load import load_text
    from bulletin.sample import sample
    from bulletin.validate import examine

    render.warm()
    natives.versions()
    pdfium.library()
    photos.warm()
    for name in layouts:
        layout = layout_named(name)
        compose.warm(layout)
        for edition in layout.editions:
            render.warm(compose.styles(layout, Edition.named(edition)))
    # The reader of YAML and the checks of the model are made when they are first used.
    examine(load_text(sample("conference", schema_name="record.json"), Path("record.yaml")))
    gc.collect()
    # All this stays as long as the process; it need not be looked through again and again.
    gc.freeze()
    gc.set_threshold(*THRESHOLDS)
