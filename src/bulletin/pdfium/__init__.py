"""pdfium's bare bindings, and what all who read PDF files with them need: one at a time, room for text, geometry."""

from bulletin.pdfium.geometry import Box, Matrix, around, placed, product
from bulletin.pdfium.library import Buffer, library, one_at_a_time

__all__ = ["Box", "Buffer", "Matrix", "around", "library", "one_at_a_time", "placed", "product"]
