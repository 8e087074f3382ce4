"""What this program costs beside others on the same records: all of it in one run, as a table and a picture.

    make bench
    python bench/driver.py [--quick] [--only CASE]… [--rounds N] [--sample K]

Only a full run writes docs/bench.md, docs/bench.png and bench/results.json; any other is told on standard output and
left in the work folder.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import platform
import subprocess
import traceback
from importlib.metadata import version
from pathlib import Path
from typing import Any

import report
from cases import CASES
from competitors.common import bench_env, own_module
from measure import run
from program import ROOT
from results import Results, Row
from stage import Plan, Stage, tell

QUICK = Plan(records=6, rounds=1, sample=2, growth=(2, 4, 6, 12), shared=4)


def main() -> None:
    """Measure, and tell."""
    options = _options()
    plan = QUICK if options.quick else Plan()
    for name in ("records", "rounds", "sample", "jobs"):
        if (wanted := getattr(options, name)) is not None:
            setattr(plan, name, wanted)
    # Below the folder of quick runs nothing is kept for full ones.
    folder = options.folder.resolve() / ("quick" if options.quick else "full")
    stage = Stage(folder, plan)
    stage.results.about |= _about(plan)
    for case in options.only or CASES:
        try:
            CASES[case](stage)
        except Exception as error:
            # That a case cannot even begin is a result, too, and an hour of others is not thrown away for it.
            stage.results.rows.append(Row(case=case, against="", unit="", failure=str(error)))
            tell(f"{case} failed:\n{traceback.format_exc()}")
        _write(stage.results, stage.folder, stage.folder)
    if not (options.quick or options.only or options.records):
        _write(stage.results, ROOT / "bench", ROOT / "docs")
    print(report.table(stage.results.rows))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="everything with few records, to see whether it works")
    parser.add_argument("--only", action="append", choices=list(CASES), metavar="CASE", help=", ".join(CASES))
    parser.add_argument("--records", type=int, metavar="N", help="so many records (200)")
    parser.add_argument("--rounds", type=int, metavar="N", help="so many interleaved rounds (3)")
    parser.add_argument("--sample", type=int, metavar="K", help="records for those of one process a record (22)")
    parser.add_argument("--jobs", type=int, metavar="N", help="our workers (2)")
    parser.add_argument("--folder", type=Path, default=ROOT / "build" / "bench", help="work folder (build/bench)")
    return parser.parse_args()


def _about(plan: Plan) -> dict[str, Any]:
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False
    )  # fmt: skip
    return {
        "date": dt.datetime.now(dt.UTC).date().isoformat(),
        "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, {plan.jobs} workers",
        "python": platform.python_version(),
        "bulletin": version("bulletin"),
        "commit": commit.stdout.strip(),
        "records": plan.records,
        "rounds": plan.rounds,
        "sample": min(plan.sample, plan.records),
        "shared": plan.shared,
        "libraries": {name: version(name) for name in ("weasyprint", "pillow", "jinja2", "pypdfium2", "pydyf")},
    }


def _write(results: Results, own: Path, docs: Path) -> None:
    """Write the numbers into one folder, the page and the picture into another."""
    raw = json.dumps(results.raw(), ensure_ascii=False, indent=1)
    (own / "results.json").write_text(f"{raw}\n", encoding="utf-8")
    (docs / "bench.md").write_text(report.page(results), encoding="utf-8")
    run(own_module("plot", own / "results.json", docs / "bench.png"), env=bench_env())
    tell(f"written: {docs / 'bench.md'}")


if __name__ == "__main__":
    main()
