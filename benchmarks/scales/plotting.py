"""Draws what searches cost against the size of the FAQ."""

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from matplotlib import pyplot as plt
from matplotlib.axes import Axes

from benchmarks.scales.measuring import OURS, Cost

SIZES = (1_000, 10_000, 100_000, 1_000_000)
_WHOLE = 100
_LINE = 12
"""Points between the names of two ends that would stand upon one another."""
# Told apart by everybody, and in print by their lightness.
_COLOURS = ("#0072B2", "#D55E00", "#7F7F7F", "#CC79A7", "#009E73", "#56B4E9")


def draw(costs: Sequence[Cost], folder: Path) -> None:
    """Two pictures: CPU of a mistyped query, and memory, each against the number of entries."""
    _plot(
        folder / "search-latency.svg",
        "A mistyped question: ms of one core, median",
        {each: [(c.size, c.queries["typo"][0]) for c in of] for each, of in _by(costs).items()},
    )
    _plot(
        folder / "search-memory.svg",
        "Memory of the index with its entries, MB",
        {
            each: [(c.size, c.all_mb) for c in of if c.all_mb >= 1]
            for each, of in _by(costs).items()
        },
    )


def _write(axes: Axes, at: tuple[float, float], words: str, where: tuple[float, float]) -> None:
    """So many points from a point: beside it, or centred above it."""
    side: Literal["left", "center"] = "left" if where[0] else "center"
    axes.annotate(words, at, where, textcoords="offset points", ha=side, fontsize=9)


def _told(value: float) -> str:
    return f"{value:,.3g}" if value < _WHOLE else f"{value:,.0f}"


def _by(costs: Sequence[Cost]) -> dict[str, list[Cost]]:
    by: dict[str, list[Cost]] = {}
    for cost in costs:
        by.setdefault(cost.engine, []).append(cost)
    return by


def _plot(file: Path, title: str, lines: dict[str, list[tuple[int, float]]]) -> None:
    """Our points bear their values; each line has its name and its last value at its end."""
    figure, axes = plt.subplots(figsize=(7, 4.2))
    axes.set(xscale="log", yscale="log", xlabel="entries in the FAQ")
    axes.margins(x=0.22, y=0.16)
    ends: dict[str, tuple[int, float]] = {}
    for (name, points), colour in zip(lines.items(), _COLOURS, strict=False):
        if not points:
            continue
        sizes, values = zip(*sorted(points), strict=True)
        axes.plot(sizes, values, marker="o", linewidth=2.6 if name == OURS else 1.2, color=colour)
        for size, value in zip(sizes[:-1] if name == OURS else (), values, strict=False):
            _write(axes, (size, value), _told(value), (0, -14))
        ends[name] = sizes[-1], values[-1]
    axes.set_title(title, loc="left", fontsize=11, fontweight="bold")
    axes.set_xticks(SIZES, [f"{size:,}" for size in SIZES])
    axes.minorticks_off()
    axes.set_yticks([])
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    _name(axes, ends)
    figure.tight_layout()
    figure.savefig(file, metadata={"Date": None})
    plt.close(figure)


def _name(axes: Axes, ends: dict[str, tuple[int, float]]) -> None:
    """Writes each name beside its end, from below, higher where it would stand upon another."""
    low, high = axes.get_ylim()
    points = axes.get_window_extent().height * 72 / axes.figure.dpi / math.log(high / low)
    top: dict[int, float] = {}
    for name, (size, value) in sorted(ends.items(), key=lambda each: each[1]):
        height = math.log(value / low) * points
        top[size] = max(height, top.get(size, -math.inf) + _LINE)
        _write(axes, (size, value), f"{name} {_told(value)}", (10, -3 + top[size] - height))
