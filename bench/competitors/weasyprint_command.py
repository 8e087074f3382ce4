"""WeasyPrint's own command, a process a record, as a shell loop would run it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from competitors.common import each
from measure import Cost
from sheets import Sheet, style_sheets

OPTIONS = ("--quiet", "--pdf-variant=pdf/a-3a", "--pdf-version=1.7", "--pdf-tags", "--output-intent=srgb")


class WeasyPrintCommand:
    """The command, with the profile that this program's files have: PDF/A-3a, tagged."""

    name = "WeasyPrint's command"
    per_record = True

    def version(self) -> str:
        """Which it is."""
        return f"WeasyPrint {version('weasyprint')}"

    def set(self, sheets: Path, chosen: Sequence[Sheet], out: Path) -> Cost:
        """Set sheets; see `Competitor`."""
        styles = [f"--stylesheet={path}" for path in style_sheets(sheets)]
        cost = Cost(0.0, 0.0, 0.0)
        for sheet in chosen:
            page = sheet.page(sheets)
            target = out / f"{sheet.name}.pdf"
            cost += each((sys.executable, "-m", "weasyprint", *OPTIONS, *styles, page, target))
        return cost
