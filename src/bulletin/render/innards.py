"""Steps of WeasyPrint's `generate_pdf`, which the press takes by itself.

Nobody promises that they stay as they are. `bulletin.render.begin_printing` looks whether the engine is of the version
that they were taken from, before this module is imported; the ordinary way of writing needs none of them.
"""

from __future__ import annotations

import bulletin.render.library  # noqa: F401  (nothing of WeasyPrint may be imported before it is loaded with care)

# isort: split
from weasyprint.anchors import make_page_bookmark_tree
from weasyprint.matrix import Matrix
from weasyprint.pdf import D50, D65
from weasyprint.pdf import _use_references as add_images
from weasyprint.pdf.anchors import add_links, add_outlines
from weasyprint.pdf.fonts import build_fonts_dictionary
from weasyprint.pdf.stream import Stream as PageStream
from weasyprint.pdf.tags import add_tags

__all__ = [
    "D50",
    "D65",
    "Matrix",
    "PageStream",
    "add_images",
    "add_links",
    "add_outlines",
    "add_tags",
    "build_fonts_dictionary",
    "make_page_bookmark_tree",
]
