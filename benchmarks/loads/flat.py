"""Whether a turn costs the same on a desk that is years old."""

import asyncio
import gc
import math
import shutil
import statistics
import tempfile
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Final

from pydantic import SecretStr

from benchmarks.loads.filling import fill
from benchmarks.loads.inside import Inside, counting
from benchmarks.loads.people import Mailbox, Person
from benchmarks.loads.sink import UNPACED
from bot.app.parts import Parts, now, opened
from bot.app.resting import at_rest
from bot.settings import Settings

SIZES: Final = (1_000, 100_000, 1_000_000)
ROUNDS: Final = 40
TALK: Final = 7
"""Turns from the problem to the TID."""
_AT_ONCE: Final = 8
_WARM: Final = 10
_COUNTED: Final = 20
_HEADS: Final = (
    "| stored of each | file MB | SQLite's jumps a turn | KB read | KB written "
    "| CPU ms a turn, median (middle half) | of the first, by rounds: median (95 %) |\n"
    "|--:|--:|--:|--:|--:|--:|--:|"
)


@dataclass(slots=True)
class Stand:
    """An open desk, where people nobody has met before have whole talks."""

    parts: Parts
    mailbox: Mailbox = field(default_factory=Mailbox)
    numbers: "count[int]" = field(default_factory=count)

    async def talk(self) -> None:
        name = f"new-{next(self.numbers)}"
        person = Person(name, "talks", self.mailbox)
        for _ in range(TALK):
            await person.turn(self.parts.front, now)
        self.mailbox.forget(person.where)

    async def talks(self, number: int) -> float:
        """So many, side by side; processor milliseconds for each turn."""
        gc.collect()
        begun = time.process_time()
        await asyncio.gather(*(self.talk() for _ in range(number)))
        await self.parts.delivery.settle()
        return 1000 * (time.process_time() - begun) / (number * TALK)


async def flat() -> str:
    """Whole talks on three desks by turns, which hold 1,000 to 1,000,000 messages, talks, replies,
    tickets and posts each; all that the machine does besides hits them alike."""
    with tempfile.TemporaryDirectory(prefix="flat-") as name:
        files = await _filled(Path(name))
        megabytes = {size: file.stat().st_size >> 20 for size, file in files.items()}
        insides = {size: await _inside(file) for size, file in files.items()}
        spent = await _by_turns(files)
    lines = [_HEADS]
    for size, inside in insides.items():
        low, median, high = statistics.quantiles(spent[size], n=4)
        pairs = zip(spent[size], spent[SIZES[0]], strict=True)
        lines.append(
            f"| {size:,} | {megabytes[size]:,} | {inside.jumps:.0f} | {inside.read / 1024:.0f} "
            f"| {inside.written / 1024:.0f} | {median:.2f} ({low:.2f} to {high:.2f}) "
            f"| {middle([here / first for here, first in pairs])} |"
        )
    return "\n".join(lines)


def middle(ratios: Sequence[float]) -> str:
    """The median, and the ordered values between which the true one lies (the sign test): one wild
    round moves neither."""
    ordered = sorted(ratios)
    least = max(0, math.floor((len(ordered) - 1.96 * math.sqrt(len(ordered))) / 2) - 1)
    return f"{statistics.median(ordered):.0%} ({ordered[least]:.0%} to {ordered[-1 - least]:.0%})"


async def _filled(folder: Path) -> Mapping[int, Path]:
    """A desk's file for each size, the larger ones made from copies of the smaller."""
    first = folder / "0" / "tidings.db"
    async with _stand(first) as stand:
        await stand.talks(1)
    files: dict[int, Path] = {}
    stored = 0
    for size in SIZES:
        file = folder / str(size) / "tidings.db"
        file.parent.mkdir()
        shutil.copy(files.get(stored, first), file)
        await asyncio.to_thread(fill, file, stored, size)
        files[size], stored = file, size
    return files


async def _inside(file: Path) -> Inside:
    """What SQLite does for a turn of people who talk one after the other."""
    with counting() as look:
        async with _stand(file, 1_000) as stand:
            for _ in range(_WARM):
                await stand.talks(1)
            before = look()
            for _ in range(_COUNTED):
                await stand.talks(1)
            return (look() - before) / (_COUNTED * TALK)


async def _by_turns(files: Mapping[int, Path]) -> Mapping[int, Sequence[float]]:
    async with AsyncExitStack() as stack:
        stands = {
            size: await stack.enter_async_context(_stand(file, 10_000))
            for size, file in files.items()
        }
        spent: dict[int, list[float]] = {size: [] for size in files}
        with at_rest():
            for stand in stands.values():
                await stand.talks(_WARM)
            for number in range(ROUNDS):
                for size in SIZES if number % 2 else reversed(SIZES):
                    spent[size].append(await stands[size].talks(_AT_ONCE))
    return spent


@asynccontextmanager
async def _stand(file: Path, first: int = 0) -> AsyncIterator[Stand]:
    settings = Settings(
        database_url=SecretStr(f"sqlite:///{file}"),
        attachments_url=SecretStr(f"file://{file.parent}/attachments"),
        log_level="WARNING",
    )
    async with opened(settings) as parts:
        await parts.seed_sample()
        stand = Stand(parts, numbers=count(first))
        parts.delivery.serve("telegram", stand.mailbox, UNPACED)
        yield stand
