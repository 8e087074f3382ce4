"""All records bound into one issue, beside Typst compiling one document of all of them."""

from __future__ import annotations

from pathlib import Path

from competitors.typst_binding import Typst
from measure import Cost, RunError
from results import OURS, Output, ratio_goal
from stage import Stage, pages


def issue(stage: Stage) -> None:
    """Memory at its highest."""
    typst, program = Typst(), stage.filled
    folder, sheets = stage.sheets_folder, stage.sheets

    def ours(out: Path) -> Cost:
        return _with_pages(stage, OURS, out, program.bind(stage.records, out / "issue.pdf"))

    def theirs(out: Path) -> Cost:
        return _with_pages(stage, typst.name, out, typst.bind(folder, sheets, out))

    stage.rounds("issue", {OURS: ours, typst.name: theirs})
    case = f"an issue of {len(sheets)} records"
    stage.results.compare(f"{case}, peak memory", "issue", typst.name, "peak_mib", goal=ratio_goal("1/8"))
    stage.results.compare(f"{case}, CPU", "issue", typst.name, "cpu_s")


def _with_pages(stage: Stage, name: str, out: Path, cost: Cost) -> Cost:
    file = out / "issue.pdf"
    if not file.is_file() or not (number := pages([file])[0]):
        raise RunError("there is no PDF with pages")
    expected = sum(sheet.pages for sheet in stage.sheets)
    stage.results.series["issue"][name].output = Output(
        files=1, bytes=file.stat().st_size, pages=number, expected_pages=expected
    )
    return cost
