"""Our bot at full speed, which writes down every second what it holds and how late its loop is."""

import asyncio
import json
import os
import sys
import time
from pathlib import Path
from typing import Final

from pydantic import TypeAdapter

from benchmarks.loads.memory import resident
from benchmarks.loads.unpaced_bot import lift_the_pace
from bot.app.watchdog import Watchdog
from bot.cli import main
from faq_index.stems import REMEMBERED, stem

SAMPLES: Final = Path("samples.jsonl")
_STRINGS: Final = 100_000
"""Enough that none of the 16,384 places where pydantic keeps strings is free: it hashes.
https://docs.pydantic.dev/latest/api/config/#pydantic.config.ConfigDict.cache_strings"""
_LOOK: Final = 0.02
"""Seconds between two looks at the clock."""


async def watch() -> None:
    """Until cancelled."""
    while True:
        late: list[float] = []
        own: list[float] = []
        until = time.monotonic() + 1.0
        while (begun := time.monotonic()) < until:
            before = waited()
            await asyncio.sleep(_LOOK)
            late.append(time.monotonic() - begun - _LOOK)
            own.append(max(0.0, late[-1] - (waited() - before)))
        sample = {
            "rss": resident(os.getpid()),
            "blocks": sys.getallocatedblocks(),
            "fds": len(os.listdir("/proc/self/fd")),  # noqa: PTH208
            "tasks": len(asyncio.all_tasks()),
            "late": late,
            "own": own,
        }
        with SAMPLES.open("a", encoding="utf-8") as samples:  # noqa: ASYNC230 - as short as that
            samples.write(json.dumps(sample) + "\n")


def waited() -> float:
    """Seconds so far in which this thread could have run, and others had the cores.

    https://www.kernel.org/doc/html/latest/scheduler/sched-stats.html
    """
    return int(Path("/proc/thread-self/schedstat").read_text("utf-8").split()[1]) / 1e9


def watched() -> None:
    """From now on, beside the program's own watchdog."""
    run = Watchdog.run

    async def both(watchdog: Watchdog) -> None:
        watching = asyncio.create_task(watch())
        try:
            await run(watchdog)
        finally:
            watching.cancel()

    Watchdog.run = both  # type: ignore[assignment,method-assign]  # nobody else may


def fill_what_fills() -> None:
    """As after a few days, a little with each talk: the stems of words that people used, and short
    strings that pydantic has read."""
    for number in range(REMEMBERED):
        stem(f"word{number}", "en")
    words = TypeAdapter(list[str])
    for number in range(_STRINGS):
        words.validate_json(f'["word {number}"]')


if __name__ == "__main__":
    fill_what_fills()
    lift_the_pace()
    watched()
    main()
