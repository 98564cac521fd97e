"""Measures what grows while people talk for long: `python -m benchmarks.soak --minutes 20`."""

import argparse
import asyncio
import json
import signal
import statistics
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import Final

from benchmarks.crashes.lives import Launcher, Lives, Program
from benchmarks.crashes.talks import Talker, customer
from benchmarks.crashes.telegram_ground import telegram_ground
from benchmarks.crashes.trials import Ground, settings
from benchmarks.loads.soaked_bot import SAMPLES
from benchmarks.turns.costs import OURS

PROGRAM: Final[Program] = replace(OURS.program, module="benchmarks.loads.soaked_bot")
_THINKING: Final = 2.4
"""Seconds that a person thinks at most."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One second of the bot's life: megabytes, open files, tasks, and how late its loop was."""

    rss: float
    fds: int
    tasks: int
    late: list[float]


async def soak(minutes: float, at_once: int) -> str:
    """People come, have a whole talk and go, so many at a time, until the time is over."""
    with tempfile.TemporaryDirectory(prefix="soak-") as name:
        folder = Path(name)
        async with Launcher(PROGRAM) as launcher, telegram_ground(webhook=False) as ground:
            lives = Lives(launcher, PROGRAM, settings(ground, folder), folder)
            life = await lives.begin()
            coming = asyncio.create_task(_people(ground, lives, at_once))
            await asyncio.wait({coming}, timeout=60 * minutes)
            messages = len(ground.acknowledged())
            coming.cancel()
            with suppress(asyncio.CancelledError):
                await coming
            await life.end(signal.SIGTERM)
        lines = (folder / SAMPLES).read_text("utf-8").splitlines()
    return table([Sample(**json.loads(line)) for line in lines], messages)


async def _people(ground: Ground, lives: Lives, at_once: int) -> None:
    numbers = count()

    async def one_after_the_other() -> None:
        for number in numbers:
            script = customer(number, patience=60.0, slowest=_THINKING)
            story = await Talker(ground.phone(number), script, lives.up).talk()
            assert story.finished, "a talk was not finished"

    async with asyncio.TaskGroup() as group:
        for _ in range(at_once):
            group.create_task(one_after_the_other())


def table(samples: Sequence[Sample], messages: int) -> str:
    """Markdown; what grows is judged from the first quarter on."""
    settled = samples[len(samples) // 4 :]
    slope = statistics.linear_regression(range(len(settled)), [each.rss for each in settled]).slope
    late = statistics.quantiles([1000 * each for sample in settled for each in sample.late], n=100)
    fds, tasks = [each.fds for each in settled], [each.tasks for each in settled]
    return "\n".join(
        [
            "| seconds | messages | RSS MB, first and last | MB an hour | open files | tasks | "
            "loop late, median / p99 / most ms |",
            "|--:|--:|--:|--:|--:|--:|--:|",
            f"| {len(samples)} | {messages} | {settled[0].rss:.0f}, {settled[-1].rss:.0f} "
            f"| {3600 * slope:+.1f} | {min(fds)} to {max(fds)} | {min(tasks)} to {max(tasks)} "
            f"| {late[49]:.1f} / {late[98]:.1f} / "
            f"{1000 * max(max(each.late) for each in settled):.0f} |",
        ]
    )


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--at-once", type=int, default=40, help="people talking at a time")
    asked = parser.parse_args(arguments)
    print(asyncio.run(soak(asked.minutes, asked.at_once)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
