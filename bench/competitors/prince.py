"""Prince, a process a record, on the same HTML."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from competitors.common import each, said
from measure import Cost
from sheets import Sheet, style_sheets

PROFILE = "PDF/A-3a+PDF/UA-1"


class Prince:
    """The command, with the profile that this program's files have."""

    name = "Prince"
    per_record = True

    def version(self) -> str:
        """Which it is."""
        return said(_program(), "--version")

    def set(self, sheets: Path, chosen: Sequence[Sheet], out: Path) -> Cost:
        """Set sheets; see `Competitor`."""
        styles = [f"--style={path}" for path in style_sheets(sheets)]
        cost = Cost(0.0, 0.0, 0.0)
        for sheet in chosen:
            page, target = sheet.page(sheets), out / f"{sheet.name}.pdf"
            cost += each((_program(), f"--pdf-profile={PROFILE}", "--no-network", *styles, page, "-o", target))
        return cost


def _program() -> str:
    return str(Path(sys.executable).with_name("prince"))
