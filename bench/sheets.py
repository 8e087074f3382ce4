"""What competitors are given: a folder for each record with its page, its data and its pictures (`sheetmaking.py`)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

LAYOUT, EDITION = "news", "standard"
LIST = "sheets.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One record for the competitors."""

    name: str
    """Of its folder, and of the PDF that is made of it."""
    record: str
    """The file from which it comes."""
    pages: int
    """As this program sets it."""

    def page(self, sheets: Path) -> Path:
        """The page description, its style sheets apart."""
        return sheets / self.name / "page.html"

    def linked(self, sheets: Path) -> Path:
        """The same with its style sheets linked."""
        return sheets / self.name / "linked.html"

    def data(self, sheets: Path) -> Path:
        """All that is printed, as JSON."""
        return sheets / self.name / "data.json"


def read_sheets(folder: Path) -> tuple[Sheet, ...]:
    """The sheets that were made."""
    return tuple(Sheet(**one) for one in json.loads((folder / LIST).read_text(encoding="utf-8")))


def style_sheets(folder: Path) -> tuple[Path, ...]:
    """The style sheets that all pages share, in order."""
    return tuple(sorted((folder / "style").glob("*.css")))
