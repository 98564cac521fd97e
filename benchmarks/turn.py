"""Measures what a message costs beside bare echo bots: `python -m benchmarks.turn`."""

import argparse
import asyncio
import statistics
import sys
import tempfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.crashes.lives import Launcher
from benchmarks.crashes.trials import GROUNDS, Size
from benchmarks.turns.costs import (
    COUNTED,
    ECHO_SLACK,
    ECHO_TELEGRAM,
    OURS,
    Cost,
    Statements,
    cost,
    echo_on,
    statements,
)

Costs = Mapping[tuple[str, str], Sequence[Cost]]
"""By bot and mode."""


async def measure(
    modes: Sequence[str], size: Size, runs: int
) -> tuple[Costs, Mapping[str, Statements]]:
    """Everything once, then everything again: what else the machine does hits all alike."""
    costs: dict[tuple[str, str], list[Cost]] = defaultdict(list)
    counted: dict[str, Statements] = {}
    programs = (each.program for each in (OURS, COUNTED, ECHO_TELEGRAM, ECHO_SLACK))
    with tempfile.TemporaryDirectory(prefix="turn-") as folder:
        async with Launcher(*programs) as launcher:
            for mode in modes:
                counted[mode] = await statements(launcher, mode, (_new(folder), _new(folder)))
            for _ in range(runs):
                for mode in modes:
                    for bot in (OURS, echo_on(mode)):
                        found = await cost(launcher, bot, mode, size, _new(folder))
                        costs[bot.name, mode].append(found)
    return costs, counted


def table(costs: Costs, counted: Mapping[str, Statements]) -> str:
    """Markdown: a row for each mode and bot."""
    lines = [
        "| | bot | CPU ms a message: median (least to most) | calls | statements | commits |",
        "|---|---|--:|--:|--:|--:|",
    ]
    for (bot, mode), runs in costs.items():
        ms = [each.cpu_ms for each in runs]
        spread = f"{statistics.median(ms):.2f} ({min(ms):.2f} to {max(ms):.2f})"
        calls = statistics.median(each.calls for each in runs)
        sql = counted[mode] if bot == OURS.name else None
        cells = f"{sql.statements:.1f} | {sql.commits:.1f}" if sql else "– | –"
        lines.append(f"| {mode} | {bot} | {spread} | {calls:.1f} | {cells} |")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--talks", type=int, default=25, help="talks a run, 7 messages each")
    parser.add_argument("--at-once", type=int, default=5, help="people talking at a time")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--modes", nargs="*", choices=GROUNDS, default=list(GROUNDS))
    asked = parser.parse_args(arguments)
    size = Size(asked.talks, asked.at_once)
    print(table(*asyncio.run(measure(asked.modes, size, asked.runs))))
    return 0


def _new(folder: str) -> Path:
    return Path(tempfile.mkdtemp(dir=folder))


if __name__ == "__main__":
    sys.exit(main())
