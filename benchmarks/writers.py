"""Measures how turns are best committed to PostgreSQL: `python -m benchmarks.writers`."""

import argparse
import asyncio
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Final

from sqlalchemy import Connection

from bot.storage import migrate
from bot.storage.engine import for_reading, for_writing, make_engine
from bot.storage.reading import SqlReading
from bot.storage.store import READERS
from bot.storage.threads import DatabaseThreads
from bot.storage.work import SqlWork
from intake.dialogue.messages import ConversationId, MessageId
from intake.dialogue.replies import Say
from intake.dialogue.state import State
from intake.ports import Outgoing
from tests.postgres import serving

NOW: Final = datetime(2026, 3, 2, 9, tzinfo=UTC)
HELD: Final = timedelta(seconds=6)
_numbers = count(1)


@dataclass(frozen=True)
class Way:
    """How many connections write, and how many units share a commit at most."""

    writers: int
    together: int


@dataclass(frozen=True)
class Run:
    turns_a_second: float
    median: float
    slowest: float
    """In milliseconds until a turn is durable: the median, and of a hundred the slowest but one."""
    cpu: float
    """Of our process, for each turn."""


SERVER: Final = (Way(1, 1), Way(1, 64), Way(2, 32), Way(4, 16), Way(4, 1), Way(8, 1), Way(16, 1))
FILE: Final = Way(1, 64)


async def run(url: str, way: Way, people: int, seconds: float) -> Run:
    """Everybody talks without a pause: a turn is read, recorded, and its reply seen off."""
    engine = make_engine(url)
    reading = DatabaseThreads(for_reading(engine), "reader", READERS, 1)
    writing = DatabaseThreads(for_writing(engine), "writer", way.writers, way.together)
    took: list[float] = []
    until = time.monotonic() + seconds

    async def talk() -> None:
        me = ConversationId(f"telegram:{next(_numbers)}")
        for version in count():
            began = time.monotonic()
            if began > until:
                return
            message = MessageId(f"telegram:{next(_numbers)}")

            def turn(connection: Connection, was: int, message: MessageId) -> Outgoing:
                work = SqlWork(connection)
                work.claim(message, NOW)
                work.keep(me, State(serial=was), was)
                return work.say(me, [Say("hello")], State(), NOW, HELD)[0]

            await reading.run(lambda connection: SqlReading(connection).conversation(me))
            said = await writing.run(lambda c, was=version, m=message: turn(c, was, m))  # type: ignore[misc]  # mypy cannot infer a lambda with defaults
            took.append(time.monotonic() - began)
            await writing.run(lambda c, id=said.id: SqlWork(c).sent(id, NOW, "sent"))  # type: ignore[misc]  # as above

    began, used = time.monotonic(), time.process_time()
    await asyncio.gather(*(talk() for _ in range(people)))
    cpu, lasted = time.process_time() - used, time.monotonic() - began
    await reading.close()
    await writing.close()
    steps = statistics.quantiles(took, n=100)
    return Run(len(took) / lasted, steps[49] * 1000, steps[98] * 1000, cpu / len(took) * 1000)


def measure(people: int, seconds: float, rounds: int) -> dict[tuple[str, Way], list[Run]]:
    """Everything once, then everything again: what else the machine does hits all alike."""
    found: dict[tuple[str, Way], list[Run]] = defaultdict(list)
    with serving({"max_connections": "200"}) as server, tempfile.TemporaryDirectory() as folder:
        places = {"PostgreSQL": server.empty(), "SQLite": f"sqlite:///{folder}/desk.db"}
        for url in places.values():
            migrate(url)
        for _ in range(rounds):
            for database, way in [*(("PostgreSQL", way) for way in SERVER), ("SQLite", FILE)]:
                made = asyncio.run(run(places[database], way, people, seconds))
                found[database, way].append(made)
    return found


def table(found: dict[tuple[str, Way], list[Run]]) -> str:
    """Markdown: medians of the rounds."""
    lines = [
        "| | writers | units a commit | turns/s | median ms | p99 ms | our CPU ms a turn |",
        "|---|--:|--:|--:|--:|--:|--:|",
    ]
    for (database, way), runs in found.items():
        figures = (
            f"{statistics.median(each.turns_a_second for each in runs):.0f}",
            f"{statistics.median(each.median for each in runs):.0f}",
            f"{statistics.median(each.slowest for each in runs):.0f}",
            f"{statistics.median(each.cpu for each in runs):.2f}",
        )
        lines.append(f"| {database} | {way.writers} | {way.together} | {' | '.join(figures)} |")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=50, help="talking without a pause")
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args(arguments)
    print(table(measure(asked.people, asked.seconds, asked.rounds)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
