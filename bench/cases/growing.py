"""More and more records: the time that each takes, and the memory of a worker."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from measure import RunError
from results import Row, middle, ratio_goal
from stage import Stage, tell


class _Progress:
    """How many PDF files there are from moment to moment, and how much memory the workers have."""

    def __init__(self, out: Path, workers: int) -> None:
        self._out, self._workers = out, workers
        self._looks: list[tuple[float, int, float]] = []

    def look(self, second: float, processes: Mapping[int, int]) -> None:
        """See what there is."""
        own, *below = processes.values()
        # Workers are below the command; helpers of the pool are small. Without workers the command works itself.
        workers = sorted(below or [own])[-self._workers :]
        made = sum(1 for _ in self._out.glob("*.pdf"))
        self._looks.append((second, made, sum(workers) / len(workers) / 2**20))

    def seconds_a_record(self) -> float:
        """Time a record, from the first file to the last: what a command takes to begin is no matter of growth."""
        most = max((made for _, made, _ in self._looks), default=0)
        begun, few = next((second, made) for second, made, _ in self._looks if made)
        ended = next(second for second, made, _ in self._looks if made == most)
        if most <= few:
            raise RunError("all files were there at the first look")
        return (ended - begun) / (most - few)

    def mib(self, first: int, last: int) -> float:
        """MiB of a worker while so many files were there."""
        found = [mib for _, made, mib in self._looks if first <= made <= last]
        if not found:
            raise RunError(f"the memory was never seen with {first} to {last} files")
        return middle(found)


def growth(stage: Stage) -> None:
    """From few records to many; photos are shared by records and prepared before, pages are made up anew."""
    sizes, program = stage.plan.growth, stage.fresh_program
    most, early = sizes[-1], sizes[1]
    folders = {size: stage.corpus(f"growth-{size}", size, shared=stage.plan.shared) for size in sizes}
    program.forget()
    tell("growth: photos")
    program.build(folders[most], stage.new_folder("growing"))
    seconds: dict[int, list[float]] = {size: [] for size in sizes}
    grown: list[tuple[float, float]] = []
    for number in range(stage.plan.rounds):
        for size in sizes:
            tell(f"growth, round {number + 1}: {size} records")
            program.forget_all_but_photos()
            out = stage.new_folder("growing")
            progress = _Progress(out, program.jobs)
            program.build(folders[size], out, look=progress.look)
            seconds[size].append(progress.seconds_a_record())
            if size == most:
                few = early * program.jobs
                grown.append((progress.mib(most - max(2, most // 20), most), progress.mib(few, few + max(2, few // 4))))
    stage.results.growth = {size: middle(times) for size, times in seconds.items()}
    stage.results.rows += [
        Row(
            case=f"time a record, of {most:,} records", against=f"of {early} records", unit="s",
            ours=stage.results.growth[most], theirs=stage.results.growth[early], goal=ratio_goal("1.1"),
        ),
        Row(
            case=f"memory of a worker after {most:,} records", against=f"after {early} each", unit="MiB",
            ours=middle([end for end, _ in grown]), theirs=middle([start for _, start in grown]),
            goal=ratio_goal("1.15"),
        ),
    ]  # fmt: skip
