"""Chromium without a window, a process a record, each with an empty profile."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from competitors.common import each, said
from measure import Cost
from sheets import Sheet

OPTIONS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-pdf-header-footer",
)  # fmt: skip


class Chromium:
    """The browser's own printing: tagged, but neither PDF/A nor running heads."""

    name = "Chromium"
    per_record = True

    def version(self) -> str:
        """Which it is."""
        return said(_program(), "--version").partition(" built")[0]

    def set(self, sheets: Path, chosen: Sequence[Sheet], out: Path) -> Cost:
        """Set sheets; see `Competitor`."""
        cost = Cost(0.0, 0.0, 0.0)
        for sheet in chosen:
            with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
                target = out / f"{sheet.name}.pdf"
                command = (
                    _program(), *OPTIONS, f"--user-data-dir={profile}", f"--print-to-pdf={target}",
                    sheet.linked(sheets).resolve().as_uri(),
                )  # fmt: skip
                cost += each(command)
        return cost


def _program() -> str:
    return shutil.which("chromium") or shutil.which("chromium-browser") or "chromium"
