"""A run told to programs: one JSON object a line, to standard output (docs/events.md)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bulletin.cli.running import Tally, old_of
from bulletin.cli.telling import STOPPED, code_of, data, problems_of, result

if TYPE_CHECKING:
    from bulletin.batch import Job, Orphan, Outcome
    from bulletin.errors import Problem


class Events:
    """Tells programs what happens when it happens."""

    def __init__(self) -> None:
        self._tally = Tally()

    def begin(self, jobs: Sequence[Job], *, stale: int) -> None:
        """See `bulletin.cli.running.Teller`; another run may begin when one has ended."""
        self._tally = Tally()
        self._tally.begin(jobs)
        self._say("begin", jobs=len(jobs), stale=stale)

    def explain(self, job: Job, reasons: Sequence[str]) -> None:
        """See `bulletin.cli.running.Teller`."""
        self._say("stale", **_job(job), reasons=list(reasons))

    def tell(self, outcome: Outcome) -> None:
        """See `bulletin.cli.running.Teller`."""
        self._tally.add(outcome)
        notes = {"notes": [data(note) for note in outcome.notes], "machine": list(outcome.machine)}
        if outcome.error is not None:
            problems = [data(problem) for problem in problems_of(outcome.error, outcome.job.record)]
            self._say(
                "failed", **_job(outcome.job), exit_code=code_of(outcome.error), problems=problems,
                is_old_there=old_of(outcome) is not None, **notes,
            )  # fmt: skip
            return
        self._say(
            "unchanged" if outcome.unchanged else "built", **_job(outcome.job), files=list(map(str, outcome.files)),
            pages=outcome.pages, bytes=outcome.size, seconds=round(outcome.seconds, 3),
            changes=list(outcome.changes), warned=outcome.warned, **notes,
        )  # fmt: skip

    def remark(self, problem: Problem) -> None:
        """See `bulletin.cli.running.Teller`."""
        self._say("remark", **data(problem))

    def orphans(self, gone: Sequence[Orphan], removed: Sequence[Path]) -> None:
        """See `bulletin.cli.running.Teller`."""
        for orphan in gone:
            for path in orphan.files:
                about = {"record": str(orphan.record), "file": str(path)}
                if path in removed:
                    self._say("removed", **about)
                else:
                    self._say("orphan", **about, kept=orphan.kept.get(path))

    def end(self, failure: BaseException | None = None) -> int:
        """See `bulletin.cli.running.Teller`."""
        tally = self._tally
        code = STOPPED if isinstance(failure, KeyboardInterrupt) else code_of(failure) if failure else tally.code
        if failure is not None:
            problems = [data(problem) for problem in problems_of(failure)] if isinstance(failure, Exception) else []
            self._say("stopped", exit_code=code, problems=problems)
        self._say(
            "end", built=tally.built, unchanged=tally.unchanged, warned=tally.warned, failed=tally.failed,
            undone=tally.undone, pages=tally.pages, bytes=tally.bytes, seconds=round(tally.seconds, 3), exit_code=code,
        )  # fmt: skip
        return code

    def wait(self) -> bool:
        """All is done until something is saved; whether a line stands there that has to go then."""
        self._say("waiting")
        return False

    def _say(self, event: str, **fields: Any) -> None:
        result(json.dumps({"event": event, **fields}, ensure_ascii=False))


def _job(job: Job) -> dict[str, Any]:
    return {
        "record": str(job.record),
        "layout": job.layout,
        "edition": job.edition.name,
        "zoom": job.edition.zoom,
        "format": job.format,
        "target": str(job.target),
    }
