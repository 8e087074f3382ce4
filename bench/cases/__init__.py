"""What is measured, a module for each kind of case; each takes the stage and adds its rows to the results."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from cases.again import again
from cases.alone import one_cold, one_warm
from cases.growing import growth
from cases.light import crowd, help_alone
from cases.many import cold, workers
from cases.together import issue
from cases.watching import watch
from stage import Stage

CASES: Mapping[str, Callable[[Stage], None]] = {
    "one-cold": one_cold,
    "one-warm": one_warm,
    "watch": watch,
    "cold": cold,
    "again": again,
    "workers": workers,
    "issue": issue,
    "help": help_alone,
    "crowd": crowd,
    "growth": growth,
}
