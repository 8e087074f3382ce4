"""Counts the pages of PDF files: python bench/pages.py FILE… prints a list of numbers, 0 for what is no PDF."""

from __future__ import annotations

import json
import sys

import pypdfium2


def counted(file: str) -> int:
    """The pages of a file."""
    try:
        return len(pypdfium2.PdfDocument(file))
    except pypdfium2.PdfiumError:
        return 0


if __name__ == "__main__":
    print(json.dumps([counted(file) for file in sys.argv[1:]]))
