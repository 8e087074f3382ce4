"""What was measured: the costs of each round, what came out, and the rows that are held against the goals."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from measure import Cost

OURS = "bulletin"

Figure = Literal["cpu_s", "wall_s", "peak_mib"]
_UNITS: dict[Figure, str] = {"cpu_s": "CPU s", "wall_s": "s", "peak_mib": "MiB"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """What a row must not exceed."""

    most: float
    text: str
    """As it stands in the table, such as `1/6`."""


def ratio_goal(text: str) -> Goal:
    """A goal for a ratio, written as `1/6` or `0.65`."""
    above, _, below = text.partition("/")
    return Goal(most=float(above) / float(below or 1), text=f"≤ {text}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One case: our figure beside another's."""

    case: str
    against: str
    """Who else, or what of ours it is compared with."""
    unit: str
    ours: float | None = None
    theirs: float | None = None
    goal: Goal | None = None
    failure: str = ""
    """Why there are no figures."""

    @property
    def value(self) -> float | None:
        """What is held against the goal: the ratio, or our figure where there is no other."""
        if self.ours is None:
            return None
        if self.theirs is None:
            return None if self.against else self.ours
        return self.ours / self.theirs

    @property
    def verdict(self) -> str:
        """`met`, `MISSED`, `failed`, or nothing where there is no goal."""
        if self.failure or (self.goal and self.value is None):
            return "failed"
        if self.goal is None or self.value is None:
            return ""
        return "met" if self.value <= self.goal.most else "MISSED"


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """What a contender made."""

    files: int
    bytes: int
    pages: int
    expected_pages: int
    """As this program sets the same records."""


@dataclass(slots=True)
class Series:
    """A contender's runs in one case."""

    costs: list[Cost] = field(default_factory=list)
    scale: float = 1.0
    """All records by those that were set, where a sample was."""
    output: Output | None = None
    failure: str = ""

    @property
    def cost(self) -> Cost | None:
        """The medians, for all records; None when it failed."""
        if self.failure or not self.costs:
            return None
        return Cost(
            statistics.median(cost.cpu_s for cost in self.costs) * self.scale,
            statistics.median(cost.wall_s for cost in self.costs) * self.scale,
            statistics.median(cost.peak_mib for cost in self.costs),
        )

    def figure(self, field_: Figure) -> float | None:
        """One of the medians."""
        cost = self.cost
        if cost is None:
            return None
        return {"cpu_s": cost.cpu_s, "wall_s": cost.wall_s, "peak_mib": cost.peak_mib}[field_]


@dataclass(slots=True)
class Results:
    """All that was measured."""

    series: dict[str, dict[str, Series]] = field(default_factory=dict)
    """By case and contender."""
    rows: list[Row] = field(default_factory=list)
    growth: dict[int, float] = field(default_factory=dict)
    """Seconds a record, by the number of records."""
    about: dict[str, Any] = field(default_factory=dict)
    """Versions, machine, day."""

    def compare(
        self, case: str, group: str, contender: str, field_: Figure, *, ours: str = OURS, goal: Goal | None = None
    ) -> None:
        """Add a row of two contenders of a group.

        Args:
            case: What the row is called.
            group: Where their series are.
            contender: The other.
            field_: What is compared.
            ours: Which of the series is ours.
            goal: What the ratio must not exceed.
        """
        own, other = self.series[group][ours], self.series[group][contender]
        failure = own.failure or (other.failure and f"{contender}: {other.failure}")
        row = Row(
            case=case, against=contender, unit=_UNITS[field_], ours=own.figure(field_),
            theirs=other.figure(field_), goal=goal, failure=failure,
        )  # fmt: skip
        self.rows.append(row)

    def raw(self) -> dict[str, Any]:
        """All of it as plain data."""
        return {
            "about": self.about,
            "rows": [{**asdict(row), "value": row.value, "verdict": row.verdict} for row in self.rows],
            "growth_s_a_record": self.growth,
            "series": {
                group: {name: asdict(series) for name, series in found.items()} for group, found in self.series.items()
            },
        }


def middle(values: Sequence[float]) -> float:
    """The median."""
    return statistics.median(values)
