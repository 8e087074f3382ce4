"""A loop in Python as the documentation of WeasyPrint shows it: everything anew for each record.

python -m competitors.naive SHEETS OUT NAME…
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from competitors.common import bench_env, own_module
from measure import Cost, run
from sheets import Sheet, style_sheets


class NaiveLoop:
    """One process for all records, nothing kept from one to the next."""

    name = "a naive Python loop"
    per_record = False

    def version(self) -> str:
        """Which it is."""
        return f"WeasyPrint {version('weasyprint')}, Jinja2 {version('jinja2')}"

    def set(self, sheets: Path, chosen: Sequence[Sheet], out: Path) -> Cost:
        """Set sheets; see `Competitor`."""
        command = own_module("competitors.naive", sheets, out, *(sheet.name for sheet in chosen))
        return run(command, env=bench_env())[0]


def main(sheets: Path, out: Path, names: Sequence[str]) -> None:
    """Set the sheets of those names."""
    from jinja2 import Environment, FileSystemLoader
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    for name in names:
        environment = Environment(loader=FileSystemLoader(sheets / name))
        page = environment.get_template("page.html").render()
        font_config = FontConfiguration()
        styles = [CSS(filename=path, font_config=font_config) for path in style_sheets(sheets)]
        HTML(string=page, base_url=str(sheets / name / "page.html")).write_pdf(
            out / f"{name}.pdf", stylesheets=styles, font_config=font_config, pdf_variant="pdf/a-3a",
            pdf_version="1.7", pdf_tags=True, output_intent="srgb",
        )  # fmt: skip


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:])
