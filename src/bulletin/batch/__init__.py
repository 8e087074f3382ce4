"""Many bulletins: which there are to make, each within its limits, one failure not stopping the rest."""

from bulletin.batch.issues import Gathered, Issued, IssueOrder, gathered, issued, targets, title_of
from bulletin.batch.limits import limited
from bulletin.batch.orders import Checked, Job, Order, Outcome, expanded, jobs
from bulletin.batch.trying import Tried, torture_record, tried
from bulletin.batch.work import examined, run

__all__ = [
    "Checked", "Gathered", "IssueOrder", "Issued", "Job", "Order", "Outcome", "Tried", "examined", "expanded",
    "gathered", "issued", "jobs", "limited", "run", "targets", "title_of", "torture_record", "tried",
]  # fmt: skip
