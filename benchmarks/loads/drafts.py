"""How soon a bot that was killed is ready again, with 100,000 talks in the middle of their form."""

import asyncio
import os
import signal
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from benchmarks.crashes.telegram_ground import telegram_ground
from benchmarks.crashes.trials import settings
from benchmarks.loads.databases import database
from benchmarks.loads.filling import fill
from benchmarks.loads.memory import resident
from benchmarks.loads.sink import Asked
from benchmarks.loads.turns import sink

DRAFTS: Final = 100_000
_KILLS: Final = 3
_AS_INSTALLED: Final = {"PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONDONTWRITEBYTECODE": ""}


async def drafts() -> str:
    """Open drafts kept, the bot killed with SIGKILL and started anew, imports and all."""
    lines = ["| open drafts | seconds until it serves | RSS MB |", "|--:|--:|--:|"]
    with database("SQLite") as (url, folder):
        await sink(Asked(url, str(folder), "form", "answers", 50, 10, 1.0))
        fill(folder / "tidings.db", 0, DRAFTS, ("claims", "conversations", "replies"))
        async with telegram_ground(webhook=False) as ground:
            for _ in range(_KILLS + 1):
                seconds, megabytes = await _life(dict(settings(ground, folder)), folder)
                lines.append(f"| {DRAFTS:,} | {seconds:.1f} | {megabytes:.0f} |")
    return "\n".join(lines)


async def _life(environment: Mapping[str, str], folder: Path) -> tuple[float, float]:
    begun = time.monotonic()
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        "run",
        cwd=folder,
        env={**os.environ, **environment, **_AS_INSTALLED},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    assert process.stdout is not None
    said: list[bytes] = []
    async for line in process.stdout:
        said.append(line)
        if b"tidings.started" in line:
            break
    else:
        raise AssertionError(b"".join(said[-20:]).decode())
    seconds = time.monotonic() - begun
    await asyncio.sleep(2.0)  # its first rounds
    megabytes = resident(process.pid)
    process.send_signal(signal.SIGKILL)
    await process.wait()
    return seconds, megabytes
