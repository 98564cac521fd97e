"""Measures what the engine of the errands costs, busy and idle: `python -m benchmarks.effects`."""

import argparse
import asyncio
import signal
import statistics
import sys
import tempfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from benchmarks.crashes.lives import Launcher, Lives
from benchmarks.crashes.trials import GROUNDS, Contender, Size, settings
from benchmarks.turns.costs import OURS, cost, processor_time

MODE: Final = "Telegram webhook"
WITHOUT: Final = replace(
    OURS,
    name="without the engine",
    program=replace(OURS.program, module="benchmarks.turns.without_errands"),
)
WITH: Final = replace(OURS, name="with it")
SETTLED: Final = 8.0
"""Seconds after a start until everything has begun."""


async def measure(size: Size, runs: int, idle: float) -> Mapping[tuple[str, str], list[float]]:
    """Everything in turn, again and again: what else the machine does hits both alike."""
    found: dict[tuple[str, str], list[float]] = defaultdict(list)
    programs = (each.program for each in (WITH, WITHOUT))
    with tempfile.TemporaryDirectory(prefix="effects-") as folder:
        async with Launcher(*programs) as launcher:
            for _ in range(runs):
                for bot in (WITHOUT, WITH):
                    place = Path(tempfile.mkdtemp(dir=folder))
                    turn = await cost(launcher, bot, MODE, size, place)
                    found["CPU ms a message", bot.name].append(turn.cpu_ms)
                    place = Path(tempfile.mkdtemp(dir=folder))
                    found["CPU ms a second, idle", bot.name].append(
                        1000 * await _idle(launcher, bot, place, idle)
                    )
    return found


async def _idle(launcher: Launcher, bot: Contender, folder: Path, seconds: float) -> float:
    """Processor time of each second in which nobody talks."""
    async with GROUNDS[MODE]() as ground:
        life = await Lives(launcher, bot.program, settings(ground, folder), folder).begin()
        await asyncio.sleep(SETTLED)
        before = processor_time(life)
        await asyncio.sleep(seconds)
        used = processor_time(life) - before
        await life.end(signal.SIGTERM)
    return used / seconds


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--talks", type=int, default=60, help="talks a run, 7 messages each")
    parser.add_argument("--at-once", type=int, default=5, help="people talking at a time")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--idle", type=float, default=15.0, help="seconds in which nobody talks")
    asked = parser.parse_args(arguments)
    size = Size(asked.talks, asked.at_once)
    found = asyncio.run(measure(size, asked.runs, asked.idle))
    print("| | bot | median (least to most) |\n|---|---|--:|")
    for (what, bot), each in found.items():
        spread = f"{statistics.median(each):.2f} ({min(each):.2f} to {max(each):.2f})"
        print(f"| {what} | {bot} | {spread} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
