"""Draws what searches cost against the size of the FAQ."""

from collections.abc import Sequence
from pathlib import Path

from matplotlib import pyplot as plt

from benchmarks.scales.measuring import Cost


def draw(costs: Sequence[Cost], folder: Path) -> None:
    """Two pictures: CPU of a mistyped query, and memory, each against the number of entries."""
    _plot(
        folder / "search-latency.svg",
        "CPU of a mistyped query, median, ms",
        {each: [(c.size, c.queries["typo"][0]) for c in of] for each, of in _by(costs).items()},
    )
    _plot(
        folder / "search-memory.svg",
        "memory of the index with its entries, MB",
        {each: [(c.size, c.all_mb) for c in of] for each, of in _by(costs).items()},
    )


def _by(costs: Sequence[Cost]) -> dict[str, list[Cost]]:
    by: dict[str, list[Cost]] = {}
    for cost in costs:
        by.setdefault(cost.engine, []).append(cost)
    return by


def _plot(file: Path, title: str, lines: dict[str, list[tuple[int, float]]]) -> None:
    figure, axes = plt.subplots(figsize=(7, 4.2))
    for name, points in lines.items():
        sizes, values = zip(*sorted(points), strict=True)
        bold = 2.6 if name == "tidings" else 1.2
        axes.plot(sizes, values, marker="o", linewidth=bold, label=name)
    axes.set(xscale="log", yscale="log", xlabel="entries", title=title)
    axes.grid(visible=True, which="major", alpha=0.3)
    axes.legend(frameon=False, fontsize=8)
    figure.tight_layout()
    figure.savefig(file, metadata={"Date": None})
    plt.close(figure)
