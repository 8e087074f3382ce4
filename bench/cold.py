"""What the program costs beside its engine: CPU time of whole commands, and memory for a record of 5,000 people.

    make bench
    python bench/cold.py [RECORD…] [--rounds N]

Commands that are compared run in turn within one session, and the best of each is taken: set ratios against the
goals, not seconds.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import unpacked

ROOT = Path(__file__).resolve().parent.parent

HELP_GOAL = 0.35
"""CPU of `bulletin --help`, in parts of `import weasyprint`."""
BUILD_GOAL = 1.25
"""CPU of a whole `bulletin build`, in parts of the engine's own command on the same page."""
PEOPLE = 5_000
PEAK_GOAL_MIB = 800

Command = Sequence[str | Path]
BULLETIN = (Path(sys.executable).with_name("bulletin"),)


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run of a command took."""

    cpu_s: float
    peak_mib: float


def cost(command: Command, folder: Path) -> Cost:
    """Run a command and measure it and all its children."""
    process = subprocess.Popen([*map(str, command)], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    with process:
        said = process.stderr.read() if process.stderr else b""
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command} failed:\n{said.decode(errors='replace')}")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def beside(ours: Command, theirs: Command, folder: Path, rounds: int) -> tuple[float, float]:
    """The least CPU time of two commands, in seconds, run in turn."""
    # The first run of each fills the caches: compiled modules, photos, the disk's.
    cost(ours, folder)
    cost(theirs, folder)
    pairs = [(cost(ours, folder).cpu_s, cost(theirs, folder).cpu_s) for _ in range(rounds)]
    return min(pair[0] for pair in pairs), min(pair[1] for pair in pairs)


def row(name: str, ours: float, theirs: float, goal: float) -> str:
    ratio = ours / theirs
    return f"{name:<44} {ours:8.3f} {theirs:8.3f} {ratio:7.2f}   {'≤' if ratio <= goal else 'MISSES'} {goal}"


def crowded(key: str) -> str:
    """A record with as many people as one may have."""
    people = "\n".join(f"  - Nguyễn Văn {chr(65 + number % 26)}{number}" for number in range(PEOPLE))
    return (
        f"tiêu đề: Hội nghị toàn thể\nngày: 29/12/2023\nđơn vị: {{tên: Đảng bộ xã}}\nchủ trì: Trần Thị B, Bí thư\n"
        f"nội dung: Hội nghị đã thống nhất chương trình công tác.\n{key}:\n{people}\n"
    )


def main() -> None:
    """Measure, and print a small table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("records", nargs="*", type=Path, help="the records to build; all of examples/ otherwise")
    parser.add_argument("--rounds", type=int, default=5, metavar="N", help="runs of each command (5)")
    options = parser.parse_args()
    records = [record.resolve() for record in options.records or sorted((ROOT / "examples").glob("*.yaml"))]
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        print(f"{'CPU seconds, best of ' + str(options.rounds):<44} {'ours':>8} {'engine':>8} {'ratio':>7}   goal")
        ours, theirs = beside(
            (*BULLETIN, "--help"), (sys.executable, "-c", "import weasyprint"), folder, options.rounds
        )
        print(row("bulletin --help / import weasyprint", ours, theirs, HELP_GOAL))
        for number, record in enumerate(records):
            (own := folder / str(number)).mkdir()
            engine = unpacked.unpack(record, own)
            build = (*BULLETIN, "build", record, "-e", "standard", "-o", "out")
            ours, theirs = beside(build, engine, own, options.rounds)
            print(row(f"build {record.name} / weasyprint", ours, theirs, BUILD_GOAL))
        print(f"\n{PEOPLE:,} people{'':<32} {'CPU s':>8} {'MiB':>8}")
        for key in ("thành phần", "kết nạp"):
            (folder / "many.yaml").write_text(crowded(key), encoding="utf-8")
            took = cost((*BULLETIN, "build", "many.yaml", "-o", "out"), folder)
            goal = f"{'≤' if took.peak_mib <= PEAK_GOAL_MIB else 'MISSES'} {PEAK_GOAL_MIB} MiB"
            print(f"{key:<44} {took.cpu_s:8.1f} {took.peak_mib:8.0f} {'':7}   {goal}")


if __name__ == "__main__":
    main()
