"""One file for the web out of a page description, its style sheets, script, fonts and photos: text in, text out."""

from bulletin.web.bundle import Face, Pixels, bundled
from bulletin.web.sheet import Sheet, Wanted, sheet

__all__ = ["Face", "Pixels", "Sheet", "Wanted", "bundled", "sheet"]
