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


_TICKS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50)


def draw(results: dict[str, Any], target: Path) -> None:
    """Draw ratios with their goals, and growth beside them."""
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot as plt

    plt.rcParams |= {"font.family": "DejaVu Sans", "font.size": 9, "axes.edgecolor": LINE, "text.color": INK}
    rows = [row for row in results["rows"] if row["ours"] and row["theirs"]]
    figure, axes = plt.subplot_mosaic(
        [["ratios", "growth"], ["ratios", "."]], figsize=(13, max(4.2, 1.2 + 0.36 * len(rows))),
        gridspec_kw={"width_ratios": [1.9, 1], "height_ratios": [1, 1.1]}, layout="constrained",
    )  # fmt: skip
    figure.get_layout_engine().set(wspace=0.08)
    _ratios(axes["ratios"], rows)
    _growth(axes["growth"], {int(size): seconds for size, seconds in results["growth_s_a_record"].items()})
    figure.savefig(target, dpi=150, facecolor="white", metadata={"Software": None})


def _ratios(axes: Any, rows: list[dict[str, Any]]) -> None:
    places = range(len(rows))[::-1]
    values = [row["value"] for row in rows] + [row["goal"]["most"] for row in rows if row["goal"]]
    least, most = min(values, default=0.1) / 1.5, max(values, default=1.0) * 1.5
    for place, row in zip(places, rows, strict=True):
        value, goal = row["value"], row["goal"]
        colour = {"met": MET, "MISSED": MISSED}.get(row["verdict"], FREE)
        axes.plot([1, value], [place, place], color=colour, linewidth=2.4, solid_capstyle="butt", zorder=2)
        axes.plot(value, place, "o", color=colour, markersize=7, zorder=3)
        if goal:
            axes.plot([goal["most"]] * 2, [place - 0.33, place + 0.33], color=INK, linewidth=1.6, zorder=4)
        # Figures stand in a column of their own, where neither line nor goal can meet them.
        axes.annotate(
            f"{value:.2f}", (1, place), xycoords=axes.get_yaxis_transform(), xytext=(34, 0), ha="right", va="center",
            textcoords="offset points", color=colour, fontweight="bold", annotation_clip=False,
        )  # fmt: skip
        axes.annotate(
            goal["text"] if goal else "", (1, place), xycoords=axes.get_yaxis_transform(), xytext=(78, 0), ha="right",
            va="center", textcoords="offset points", color=SOFT, annotation_clip=False,
        )  # fmt: skip
    axes.axvline(1, color=SOFT, linewidth=0.8, zorder=1)
    axes.set_xscale("log")
    axes.set_xlim(least, most)
    axes.set_ylim(-0.7, len(rows) - 0.3)
    named = [f"{row['case']}\nbeside {row['against']} ({row['unit']})" for row in rows]
    axes.set_yticks(list(places), named, fontsize=7.5)
    ticks = [tick for tick in _TICKS if least < tick < most]
    axes.set_xticks(ticks, [f"{tick:g}" for tick in ticks])
    axes.minorticks_off()
    axes.set_title("Ours by theirs: less is better. Tick: the goal. Green: met, red: missed", loc="left", fontsize=10)
    axes.grid(axis="x", color=LINE, linewidth=0.6)
    _bare(axes)


def _growth(axes: Any, growth: dict[int, float]) -> None:
    axes.set_title("Milliseconds a record, by records", loc="left", fontsize=10)
    if growth:
        sizes, times_ms = list(growth), [1000 * seconds for seconds in growth.values()]
        axes.plot(sizes, times_ms, "o-", color=MET, linewidth=2.2, markersize=6)
        for size, ms in zip(sizes, times_ms, strict=True):
            axes.annotate(f"{ms:.0f}", (size, ms), xytext=(0, 9), textcoords="offset points", ha="center")
        axes.set_xscale("log")
        axes.set_xlim(sizes[0] / 1.5, sizes[-1] * 1.5)
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
