"""The results as a picture: python bench/plot.py RESULTS.json PICTURE

A process of its own, so that the one that measures stays small.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

INK, SOFT, LINE = "#1a1a1a", "#5b5550", "#ddd4c6"
MET, MISSED, FREE = "#2f6f4f", "#a6192e", "#8a8580"


def draw(results: dict[str, Any], target: Path) -> None:
    """Draw ratios with their goals, and growth beside them."""
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot as plt

    plt.rcParams |= {"font.family": "DejaVu Sans", "font.size": 9, "axes.edgecolor": LINE, "text.color": INK}
    rows = [row for row in results["rows"] if row["ours"] and row["theirs"]]
    height = 1.6 + 0.34 * len(rows)
    figure, (ratios, growth) = plt.subplots(
        1, 2, figsize=(12.5, max(4.2, height)), gridspec_kw={"width_ratios": [2.1, 1]}, layout="constrained"
    )
    _ratios(ratios, rows)
    _growth(growth, {int(size): seconds for size, seconds in results["growth_s_a_record"].items()})
    figure.savefig(target, dpi=150, facecolor="white", metadata={"Software": None})


def _ratios(axes: Any, rows: list[dict[str, Any]]) -> None:
    places = range(len(rows))[::-1]
    for place, row in zip(places, rows, strict=True):
        colour = {"met": MET, "MISSED": MISSED}.get(row["verdict"], FREE)
        axes.plot([1, row["value"]], [place, place], color=colour, linewidth=2.4, solid_capstyle="butt", zorder=2)
        axes.plot(row["value"], place, "o", color=colour, markersize=7, zorder=3)
        right = row["value"] >= 1
        axes.annotate(
            f"{row['value']:.2f}", (row["value"], place), xytext=(8 if right else -8, 0), textcoords="offset points",
            ha="left" if right else "right", va="center", color=colour, fontsize=8.5, fontweight="bold",
        )  # fmt: skip
        if row["goal"]:
            most = row["goal"]["most"]
            axes.plot([most, most], [place - 0.32, place + 0.32], color=INK, linewidth=1.6, zorder=4)
    axes.axvline(1, color=SOFT, linewidth=0.8, zorder=1)
    axes.set_xscale("log")
    values = [row["value"] for row in rows] + [row["goal"]["most"] for row in rows if row["goal"]]
    axes.set_xlim(min(values, default=0.1) / 2.2, max(values, default=1) * 1.8)
    axes.set_ylim(-0.7, len(rows) - 0.3)
    axes.set_yticks(
        list(places), [f"{row['case']}\nbeside {row['against']} ({row['unit']})" for row in rows], fontsize=7.5
    )
    ticks = [
        tick
        for tick in (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10)
        if axes.get_xlim()[0] < tick < axes.get_xlim()[1]
    ]
    axes.set_xticks(ticks, [f"{tick:g}" for tick in ticks])
    axes.minorticks_off()
    axes.set_title("Ours by theirs; the black tick is the goal, shorter is better", loc="left", fontsize=10, color=INK)
    axes.grid(axis="x", color=LINE, linewidth=0.6)
    _bare(axes)


def _growth(axes: Any, growth: dict[int, float]) -> None:
    axes.set_title("Milliseconds a record, by the number of records", loc="left", fontsize=10, color=INK)
    if growth:
        sizes, times_ms = list(growth), [1000 * seconds for seconds in growth.values()]
        axes.plot(sizes, times_ms, "o-", color=MET, linewidth=2.2, markersize=6)
        for size, ms in zip(sizes, times_ms, strict=True):
            axes.annotate(f"{ms:.0f}", (size, ms), xytext=(0, 9), textcoords="offset points", ha="center", fontsize=8.5)
        axes.set_xscale("log")
        axes.set_xticks(sizes, [f"{size:,}" for size in sizes])
        axes.minorticks_off()
        axes.set_ylim(0, max(times_ms) * 1.25)
    axes.grid(axis="y", color=LINE, linewidth=0.6)
    _bare(axes)


def _bare(axes: Any) -> None:
    axes.set_axisbelow(True)
    axes.tick_params(length=0, colors=SOFT)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)


if __name__ == "__main__":
    draw(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")), Path(sys.argv[2]))
