"""Typst in one process, with an equivalent template: `bulletin.typ`, fed with the same words, sizes and pictures.

    python -m competitors.typst_binding SHEETS OUT NAME…            a PDF for each
    python -m competitors.typst_binding SHEETS OUT --together NAME… one PDF of all
    python -m competitors.typst_binding SHEETS OUT --photos NAME…   the photos prepared before each

Fonts are read once, and one compiler serves all records. Reading and checking records is not its work here: its data
are made before.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from competitors.common import bench_env, own_module
from measure import Cost, run
from sheets import Sheet

STANDARDS = ("a-3a", "ua-1")
TOGETHER, PHOTOS = "--together", "--photos"
_TEMPLATE = Path(__file__).with_name("bulletin.typ")
_FONTS = Path(__file__).resolve().parents[2] / "fonts"


class Typst:
    """The binding, with the profile that this program's files have: PDF/A-3a and PDF/UA-1."""

    name = "Typst in process"
    per_record = False

    def version(self) -> str:
        """Which it is."""
        return f"Typst {version('typst')}"

    def set(self, sheets: Path, chosen: Sequence[Sheet], out: Path) -> Cost:
        """Set sheets; see `Competitor`."""
        return self._run(sheets, chosen, out)

    def set_with_photos(self, sheets: Path, chosen: Sequence[Sheet], out: Path) -> Cost:
        """The same, with the photos prepared in the same process as this program prepares them."""
        return self._run(sheets, chosen, out, PHOTOS)

    def bind(self, sheets: Path, chosen: Sequence[Sheet], out: Path) -> Cost:
        """Set all sheets as one document."""
        return self._run(sheets, chosen, out, TOGETHER)

    def _run(self, sheets: Path, chosen: Sequence[Sheet], out: Path, *options: str) -> Cost:
        command = own_module("competitors.typst_binding", sheets, out, *options, *(sheet.name for sheet in chosen))
        return run(command, env=bench_env())[0]


def main(sheets: Path, out: Path, arguments: Sequence[str]) -> None:
    """Set the sheets of those names."""
    import typst

    names = [argument for argument in arguments if argument not in (TOGETHER, PHOTOS)]
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(_FONTS)])
    # The template must lie below the root, as the data do.
    template = sheets / _TEMPLATE.name
    template.write_bytes(_TEMPLATE.read_bytes())
    compiler = typst.Compiler(input=str(template), root=str(sheets), font_paths=fonts)

    def compile_to(target: Path, *together: str) -> None:
        inputs = {"names": " ".join(together)}
        target.write_bytes(compiler.compile(sys_inputs=inputs, pdf_standards=list(STANDARDS), timestamp=0))

    if TOGETHER in arguments:
        compile_to(out / "issue.pdf", *names)
        return
    if PHOTOS in arguments:
        from photowork import prepare_photos
    for name in names:
        if PHOTOS in arguments:
            prepare_photos(sheets / name)
        compile_to(out / f"{name}.pdf", name)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:])
