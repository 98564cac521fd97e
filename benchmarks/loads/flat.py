"""Whether a turn costs the same on a desk that is years old."""

from dataclasses import replace
from typing import Final

from benchmarks.loads.databases import database
from benchmarks.loads.filling import fill
from benchmarks.loads.sink import Asked
from benchmarks.loads.turns import sink

SIZES: Final = (1_000, 100_000, 1_000_000)
_ROUNDS: Final = 2
_HEADS: Final = (
    "| stored of each | file MB | CPU ms a turn: least of two | of the first | p99 ms seen |\n"
    "|--:|--:|--:|--:|--:|"
)


async def flat() -> str:
    """Turns beside 1,000 to 1,000,000 stored messages, talks, replies, tickets and posts."""
    lines = [_HEADS]
    first, stored = 0.0, 0
    with database("SQLite") as (url, folder):
        asked = Asked(url, str(folder), "begin", "talks", 210, 20, 4.0)
        await sink(asked)
        for size in SIZES:
            fill(folder / "tidings.db", stored, size)
            stored = size
            found = [
                await sink(replace(asked, name=f"{size}-{number}")) for number in range(_ROUNDS)
            ]
            cpu = min(each.cpu_ms for each in found)
            first = first or cpu
            megabytes = (folder / "tidings.db").stat().st_size / (1 << 20)
            slowest = min(each.p99 for each in found)
            lines.append(
                f"| {size:,} | {megabytes:.0f} | {cpu:.2f} | {cpu / first:.0%} | {slowest:.0f} |"
            )
    return "\n".join(lines)
