"""Many bulletins: which to make, what is made already, where they are made, one failure not stopping the rest.

Each name is loaded when it is first asked for: a run that has nothing to do loads nothing that makes bulletins.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bulletin.batch.cluster import Cluster
    from bulletin.batch.issues import Gathered, Issued, IssueOrder, gathered, issued, targets, title_of
    from bulletin.batch.limits import limited
    from bulletin.batch.many import Here, build_many, patience
    from bulletin.batch.names import standing
    from bulletin.batch.orders import (
        Checked,
        Found,
        Job,
        Options,
        Order,
        Outcome,
        claimed,
        expanded,
        found,
        jobs,
        passed_by,
    )
    from bulletin.batch.pool import Pool, cores
    from bulletin.batch.receipts import Receipts
    from bulletin.batch.stale import Orphan, Planned, orphans, planned, prune
    from bulletin.batch.trying import Tried, torture_record, tried
    from bulletin.batch.watching import Gone, Quiet, Round, watched
    from bulletin.batch.work import examined

_HOMES = {
    "cluster": "Cluster",
    "issues": "Gathered IssueOrder Issued gathered issued targets title_of",
    "limits": "limited",
    "many": "Here build_many patience",
    "names": "standing",
    "orders": "Checked Found Job Options Order Outcome claimed expanded found jobs passed_by",
    "pool": "Pool cores",
    "receipts": "Receipts",
    "stale": "Orphan Planned orphans planned prune",
    "trying": "Tried torture_record tried",
    "watching": "Gone Quiet Round watched",
    "work": "examined",
}
_HOME = {name: home for home, names in _HOMES.items() for name in names.split()}

__all__ = [
    "Checked", "Cluster", "Found", "Gathered", "Gone", "Here", "IssueOrder", "Issued", "Job", "Options", "Order",
    "Orphan", "Outcome", "Planned", "Pool", "Quiet", "Receipts", "Round", "Tried", "build_many", "claimed", "cores",
    "examined", "expanded", "found", "gathered", "issued", "jobs", "limited", "orphans", "passed_by", "patience",
    "planned", "prune", "standing", "targets", "title_of", "torture_record", "tried", "watched",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    from importlib import import_module

    if name not in _HOME:
        raise AttributeError(name)
    return getattr(import_module(f"bulletin.batch.{_HOME[name]}"), name)
