"""Turns decided and recorded, with their replies going nowhere: how many, how fast, by how many."""

import asyncio
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Final

from benchmarks.loads.databases import database
from benchmarks.loads.people import Mix
from benchmarks.loads.sink import Asked, Found

SECONDS: Final = 8.0
_HEADS: Final = (
    "| database | messages | turns/s | CPU ms a turn | turns a CPU second "
    "| p50 / p99 ms at half load | RSS MB |\n|---|---|--:|--:|--:|--:|--:|"
)


async def sink(asked: Asked) -> Found:
    """One process's measurement. Raises AssertionError with what it said."""
    command = ["-m", "benchmarks.loads.sink", json.dumps(asdict(asked))]
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *command,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env=_environment(),
    )
    said, complaints = await process.communicate()
    assert process.returncode == 0, complaints.decode()
    return Found(**json.loads(said.splitlines()[-1]))


def _environment() -> dict[str, str]:
    return {**os.environ, "OPENBLAS_NUM_THREADS": "1", "LOG_LEVEL": "WARNING"}


async def turns(seconds: float = SECONDS) -> str:
    """Saturated, then at half of that, on each database; one worker on one core."""
    lines = [_HEADS]
    for kind in ("SQLite", "PostgreSQL"):
        mixes: Sequence[Mix] = ("talks", "answers")
        for mix in mixes:
            with database(kind) as (url, folder):
                asked = Asked(url, str(folder), "full", mix, seconds=seconds)
                full = await sink(asked)
                half = await sink(replace(asked, name="half", rate=full.rate / 2))
            lines.append(
                f"| {kind} | {mix} | {full.rate:.0f} | {full.cpu_ms:.2f} | {full.of_a_core:.0f} "
                f"| {half.p50:.1f} / {half.p99:.1f} | {full.rss_mb:.0f} |"
            )
    return "\n".join(lines)


async def workers(seconds: float = SECONDS) -> str:
    """One worker on PostgreSQL, and two, each on a core of its own."""
    lines = ["| workers | turns/s | CPU ms a turn, workers only |", "|---|--:|--:|"]
    for many in (1, 2):
        with database("PostgreSQL") as (url, folder):
            asked = Asked(url, str(folder), "w", "answers", seconds=seconds)
            if many == 2:
                await sink(replace(asked, name="first", seconds=1.0))  # it makes the tables
            found = await asyncio.gather(
                *(sink(replace(asked, name=f"w{core}", core=core)) for core in range(many))
            )
        rate = sum(each.rate for each in found)
        cpu = 1000 * sum(each.cpu for each in found) / sum(each.turns for each in found)
        lines.append(f"| {many} | {rate:.0f} | {cpu:.2f} |")
    return "\n".join(lines)
