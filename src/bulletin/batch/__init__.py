"""Many bulletins: which there are to make, each within its limits, one failure not stopping the rest."""

from bulletin.batch.limits import limited
from bulletin.batch.orders import Checked, Job, Order, Outcome, expanded, jobs
from bulletin.batch.trying import Tried, torture_record, tried
from bulletin.batch.work import examined, run

__all__ = [
    "Checked", "Job", "Order", "Outcome", "Tried", "examined", "expanded", "jobs", "limited", "run", "torture_record",
    "tried",
]  # fmt: skip
