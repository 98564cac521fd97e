"""A desk whose replies go nowhere, in a process of its own on one core; prints what it measured.

`python -m benchmarks.loads.sink JSON`, with the fields of `Asked`.
"""

import asyncio
import json
import os
import statistics
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import Final

from pydantic import SecretStr

from benchmarks.loads.memory import resident
from benchmarks.loads.people import Crowd, Mailbox, Mix, Person
from bot.app.parts import Parts, now, opened
from bot.app.resting import at_rest
from bot.pacing import Pace
from bot.settings import Settings

UNPACED: Final = Pace(per_conversation=1e9, burst=1_000_000, overall=1e9)
_OPENING: Final = 3
"""Turns until somebody is asked what the form asks."""
_TALK: Final = 7
_EVER: Final = 10**9


@dataclass(frozen=True, slots=True)
class Asked:
    """What to measure; `rate` is messages a second, or 0 for as many as there can be."""

    url: str
    folder: str
    name: str
    mix: Mix = "talks"
    people: int = 700
    at_once: int = 50
    seconds: float = 8.0
    rate: float = 0.0
    core: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """Turns decided and recorded; milliseconds from a message to its commit."""

    turns: int
    seconds: float
    cpu: float
    p50: float
    p99: float
    rss_mb: float

    @property
    def rate(self) -> float:
        return self.turns / self.seconds

    @property
    def cpu_ms(self) -> float:
        return 1000 * self.cpu / self.turns

    @property
    def of_a_core(self) -> float:
        """Turns a second that this processor time would allow, had it a core for itself."""
        return self.turns / self.cpu


async def measure(asked: Asked) -> Found:
    settings = Settings(
        database_url=SecretStr(asked.url),
        attachments_url=SecretStr(f"file://{asked.folder}/attachments"),
    )
    async with opened(settings) as parts:
        await parts.seed_sample()
        mailbox = Mailbox()
        parts.delivery.serve("telegram", mailbox, UNPACED)
        people = [Person(f"{asked.name}-{n}", asked.mix, mailbox) for n in range(asked.people)]
        with at_rest():
            found = await _timed(asked, parts, people)
        await parts.delivery.settle()
    return found


async def _timed(asked: Asked, parts: Parts, people: list[Person]) -> Found:
    waits: list[float] = []

    async def turn(person: Person) -> None:
        begun = time.perf_counter()
        await person.turn(parts.front, now)
        waits.append(time.perf_counter() - begun)

    crowd = Crowd(people, turn)
    if asked.mix == "answers":
        await crowd.turns(_OPENING * len(people), asked.at_once)
    else:
        # Somebody is at each place of a talk, as on any day.
        for place in range(1, _TALK):
            further = [each for number, each in enumerate(people) if number % _TALK >= place]
            await Crowd(further, turn).turns(len(further), asked.at_once)
    waits.clear()
    going_on = crowd.arrive(asked.rate) if asked.rate else crowd.turns(_EVER, asked.at_once)
    talking = asyncio.ensure_future(going_on)
    begun, cpu = time.perf_counter(), time.process_time()
    await asyncio.wait({talking}, timeout=asked.seconds)
    seconds, cpu = time.perf_counter() - begun, time.process_time() - cpu
    counted = list(waits)
    talking.cancel()
    with suppress(asyncio.CancelledError):
        await talking
    return _found(counted, seconds, cpu)


def _found(waits: Sequence[float], seconds: float, cpu: float) -> Found:
    cuts = statistics.quantiles(waits, n=100)
    rss = resident(os.getpid())
    return Found(len(waits), seconds, cpu, 1000 * cuts[49], 1000 * cuts[98], rss)


def main() -> None:
    asked = Asked(**json.loads(sys.argv[1]))
    os.sched_setaffinity(0, {asked.core})
    os.chdir(asked.folder)
    print(json.dumps(asdict(asyncio.run(measure(asked)))))


if __name__ == "__main__":
    main()
