"""Measures what grows while people talk for long: `python -m benchmarks.soak --minutes 20`."""

import argparse
import asyncio
import json
import math
import signal
import statistics
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import Final, Self

from benchmarks.crashes.lives import Launcher, Lives, Program
from benchmarks.crashes.talks import Talker, customer
from benchmarks.crashes.telegram_ground import telegram_ground
from benchmarks.crashes.trials import Ground, settings
from benchmarks.loads.soaked_bot import SAMPLES
from benchmarks.turns.costs import OURS

PROGRAM: Final[Program] = replace(OURS.program, module="benchmarks.loads.soaked_bot")
_THINKING: Final = 2.4
"""Seconds that a person thinks at most."""
_PARTS: Final = 12
_STUDENT: Final = 2.23
"""Of Student's t, for ten degrees of freedom: 95 % lie within."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One second of the bot's life: megabytes, Python's pieces of memory, open files, tasks, and
    how late its loop was, altogether and but for the time in which others had the cores."""

    rss: float
    blocks: int
    fds: int
    tasks: int
    late: list[float]
    own: list[float]


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
    """Markdown. Judged is the second half: until then caches fill."""
    half = samples[len(samples) // 2 :]
    fds, tasks = [each.fds for each in half], [each.tasks for each in half]
    grows = growth([each.rss for each in half]).times(3600)
    pieces = growth([each.blocks for each in half]).times(len(samples) / messages)
    rss = ", ".join(f"{each.rss:.1f}" for each in (samples[len(samples) // 4], half[0], half[-1]))
    columns = {
        "seconds": len(samples),
        "messages": messages,
        "RSS MB at a quarter, half, end": rss,
        "MB an hour": f"{grows:+.1f}",
        "pieces of memory a message leaves": f"{pieces:+.2f}",
        "open files": f"{min(fds)} to {max(fds)}",
        "tasks": f"{min(tasks)} to {max(tasks)}",
        "loop late, median / p99 / most ms": _late([each.late for each in half]),
        "but for others on the cores": _late([each.own for each in half]),
    }
    rows = (columns.keys(), ["--:"] * len(columns), map(str, columns.values()))
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _late(seconds: Sequence[Sequence[float]]) -> str:
    ms = [1000 * each for second in seconds for each in second]
    cuts = statistics.quantiles(ms, n=100)
    return f"{cuts[49]:.1f} / {cuts[98]:.1f} / {max(ms):.0f}"


@dataclass(frozen=True, slots=True)
class Growth:
    """By so much a second, give or take `doubt` at 95 %."""

    slope: float
    doubt: float

    def times(self, factor: float) -> Self:
        return replace(self, slope=self.slope * factor, doubt=self.doubt * factor)

    def __format__(self, how: str) -> str:
        return f"{self.slope:{how}} ± {self.doubt:{how.lstrip('+')}}"


def growth(values: Sequence[float]) -> Growth:
    """The line through the means of equal parts: a second's value is much like the last one's, and
    would feign more knowledge than there is."""
    length = len(values) // _PARTS
    means = [statistics.fmean(values[n * length : (n + 1) * length]) for n in range(_PARTS)]
    slope, start = statistics.linear_regression(range(_PARTS), means)
    off = sum((mean - start - slope * n) ** 2 for n, mean in enumerate(means))
    spread = _PARTS * statistics.pvariance(range(_PARTS))
    doubt = _STUDENT * math.sqrt(off / (_PARTS - 2) / spread)
    return Growth(slope / length, doubt / length)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--at-once", type=int, default=40, help="people talking at a time")
    asked = parser.parse_args(arguments)
    print(asyncio.run(soak(asked.minutes, asked.at_once)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
