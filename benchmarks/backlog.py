"""A day's messages after an outage, and people who write meanwhile: `python -m benchmarks.backlog`.

Updates as Telegram gives them go a hundred at a time through the real reception into the inbox of
a real desk on SQLite, which works it off with one process. Replies go to a sink at Telegram's
pace. Meanwhile people write, and it is measured when their answers are sent (A20).
"""

import argparse
import asyncio
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.channels.telegram.connection import Account, Line
from bot.channels.telegram.courtesies import Courtesies
from bot.channels.telegram.reception import Desk, Reception
from bot.channels.telegram.sender import PACE
from bot.delivery import Delivery
from bot.draining import Drain
from bot.front import Front
from bot.storage.store import SqlStore
from bot.texts.words import Words
from intake.desk.customer import Customer
from intake.dialogue.messages import ConversationId
from intake.ports import Outgoing
from intake.regulations.policy import shipped
from tests.unit.intake.talk import playbook

EACH = 10
"""Messages of each person in the backlog."""
WORDS = "The checkout button of my shop does nothing since the last update, in case {}"


def clock() -> datetime:
    return datetime.now(UTC)  # noqa: TID251 - a measurement's own


@dataclass
class Sink:
    """Takes replies, and remembers when the first to each live person came."""

    came: dict[ConversationId, float] = field(default_factory=dict)
    sent: int = 0

    async def send(self, outgoing: Outgoing) -> None:
        self.sent += 1
        self.came.setdefault(outgoing.conversation, time.monotonic())


def update(number: int, person: int, at: datetime) -> dict[str, Any]:
    who = {"id": person, "is_bot": False, "first_name": "Ana", "language_code": "en"}
    chat = {"id": person, "type": "private", "first_name": "Ana"}
    text = WORDS.format(number)
    message = {"message_id": number, "from": who, "chat": chat, "date": int(at.timestamp())}
    return {"update_id": number, "message": {**message, "text": text}}


@dataclass
class Ground:
    """One desk with its channel's reception, and no network."""

    store: SqlStore
    sink: Sink = field(default_factory=Sink)

    def __post_init__(self) -> None:
        self.delivery = Delivery(self.store, clock)
        self.delivery.serve("telegram", self.sink, PACE)
        front = Front(Customer(self.store, playbook(), clock, lambda: 7), self.delivery)
        self.drain = Drain(self.store, front, self.delivery.deliver, clock)
        front.wake = self.drain.wake
        self.line = Line(Account("1:none"))
        words = Words(shipped("inc"))
        desk = Desk(front.hear, clock, wait=front.wait)
        self.reception = Reception(self.line, desk, Courtesies(self.line, words))

    async def left(self) -> int:
        found = await self.store.read(lambda look: look.backlog(clock(), timedelta()))
        return found.failing

    async def sweep(self) -> None:
        while True:
            await self.delivery.sweep()
            await asyncio.sleep(1)

    async def fill(self, backlog: int) -> None:
        """The outage is over: so many wait."""
        people, long_ago = max(1, backlog // EACH), clock() - timedelta(hours=12)
        began = time.monotonic()
        for first in range(0, backlog, 100):
            numbers = range(first, min(first + 100, backlog))
            batch = [update(each + 1, each % people + 1, long_ago) for each in numbers]
            await self.reception.keep_all(batch)
        took = time.monotonic() - began
        print(f"{backlog:,} updates made safe in {took:.1f} s: {backlog / took:,.0f}/s", flush=True)

    async def talk(self, backlog: int, live: float) -> dict[ConversationId, float]:
        """People write until all is worked off; when each of them did."""
        asked: dict[ConversationId, float] = {}
        began = time.monotonic()
        while await self.left():
            person = 10**9 + len(asked)
            asked[ConversationId(f"telegram:{person}")] = time.monotonic()
            await self.reception.take(update(backlog + len(asked), person, clock()))
            await asyncio.sleep(1 / live)
        took = time.monotonic() - began
        print(f"worked off in {took:.1f} s: {backlog / took:,.0f}/s", flush=True)
        return asked


async def measure(backlog: int, live: float) -> None:
    with tempfile.TemporaryDirectory(dir=".") as folder:
        async with SqlStore(f"sqlite:///{folder}/desk.db") as store:
            ground = Ground(store)
            await ground.fill(backlog)
            tasks = [asyncio.create_task(ground.drain.run()), asyncio.create_task(ground.sweep())]
            asked = await ground.talk(backlog, live)
            await asyncio.sleep(10)
            report(asked, ground.sink.came)
            for task in tasks:
                task.cancel()
            await ground.delivery.stop(1)
            await ground.line.hang_up()


def report(asked: dict[ConversationId, float], came: dict[ConversationId, float]) -> None:
    waits = sorted(came[each] - at for each, at in asked.items() if each in came)
    print(f"{len(asked):,} people wrote meanwhile, {len(waits):,} of them were answered; until the")
    print(f"first reply was sent: p50 {waits[len(waits) // 2]:.2f} s, ", end="")
    print(f"p95 {waits[int(len(waits) * 0.95)]:.2f} s, max {waits[-1]:.2f} s")


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--backlog", type=int, default=100_000)
    parser.add_argument("--live", type=float, default=4.0, help="people a second")
    asked = parser.parse_args(arguments)
    asyncio.run(measure(asked.backlog, asked.live))
    return 0


if __name__ == "__main__":
    sys.exit(main())
