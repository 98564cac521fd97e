"""A worker in a process of its own: all of one but its channels. `python errand_process.py URL NAME
FOLDER`; it reminds nobody before there is a file `gate` in the folder."""

import asyncio
import sys
from datetime import UTC, datetime
from pathlib import Path

from bot.delivery import Delivery
from bot.effects import Effects
from bot.errands import Errands
from bot.front import Front
from bot.presence import Presence
from bot.storage import SqlStore
from bot.worker import Hear
from intake.desk.customer import Customer
from intake.dialogue.messages import Message, PersonId
from tests.unit.intake.talk import playbook

STAFF = "telegram:9"


def now() -> datetime:
    return datetime.now(UTC)  # noqa: TID251 - this process is a program of its own


def gated(hear: Hear, folder: Path, name: str) -> Hear:
    async def hearing(message: Message) -> None:
        with (folder / "begun").open("a") as begun:
            begun.write(f"{name} {message.id}\n")
        while True:
            if (folder / "gate").exists():
                return await hear(message)
            await asyncio.sleep(0.02)

    return hearing


async def main(url: str, name: str, folder: Path) -> None:
    effects = Effects(url)
    async with SqlStore(url, effects.enqueue) as store, effects:
        delivery = Delivery(store, now)
        front = Front(Customer(store, playbook(staff=(STAFF,)), now, lambda: 7), delivery)
        hear = gated(front.hear, folder, name)
        staff = frozenset({PersonId(STAFF)})
        presence = Presence(store, name, now)
        await Errands(store, effects, presence, delivery, hear, staff, now).run()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2], Path(sys.argv[3])))
