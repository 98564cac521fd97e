"""Our bot at full speed, which writes down every second what it holds and how late its loop is."""

import asyncio
import json
import os
import time
from pathlib import Path
from typing import Final

from benchmarks.loads.memory import resident
from benchmarks.loads.unpaced_bot import lift_the_pace
from bot.app.watchdog import Watchdog
from bot.cli import main

SAMPLES: Final = Path("samples.jsonl")
_LOOK: Final = 0.02
"""Seconds between two looks at the clock."""


async def watch() -> None:
    """Until cancelled."""
    while True:
        late: list[float] = []
        until = time.monotonic() + 1.0
        while (begun := time.monotonic()) < until:
            await asyncio.sleep(_LOOK)
            late.append(time.monotonic() - begun - _LOOK)
        sample = {
            "rss": resident(os.getpid()),
            "fds": len(os.listdir("/proc/self/fd")),  # noqa: PTH208
            "tasks": len(asyncio.all_tasks()),
            "late": late,
        }
        with SAMPLES.open("a", encoding="utf-8") as samples:  # noqa: ASYNC230 - as short as that
            samples.write(json.dumps(sample) + "\n")


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


if __name__ == "__main__":
    lift_the_pace()
    watched()
    main()
