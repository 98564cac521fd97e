"""People who talk to a real desk on a real database, and remember what they were told."""

import hashlib
import random
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count

from bot.delivery import Delivery
from bot.front import Front
from bot.storage.attachments import Attachments
from bot.worker import Worker
from intake.desk.customer import Customer
from intake.dialogue.messages import (
    ConversationId,
    FileId,
    Files,
    IncomingFile,
    Message,
    MessageId,
    PersonId,
    Pressed,
    Said,
    Speaker,
    Text,
)
from intake.dialogue.replies import Receipt
from intake.ports import Store
from intake.tid import RANDOM_BITS
from tests.fakes.pictures import glimpsed
from tests.unit.intake.talk import playbook

MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)
PNG = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True)
class Told:
    """That a message was heard, and the TID of the ticket that came of it."""

    message: str
    tid: str = ""


class Visitors:
    """Everybody talks until they have their TID, each sending a picture on the way."""

    def __init__(
        self, store: Store, attachments: Attachments, tell: Callable[[Told], None]
    ) -> None:
        self.store, self.tell = store, tell
        chance = random.Random(4)
        customer = Customer(store, playbook(), self.clock, lambda: chance.getrandbits(RANDOM_BITS))
        delivery = Delivery(store, self.clock)
        self.front = Front(customer, delivery)
        fetchers = {"telegram": self.fetch}
        self.worker = Worker(
            store, customer, delivery, attachments, fetchers, self.front.hear, self.clock
        )
        self.worker.look = glimpsed
        self.numbers = count(1)
        self.ticks = count()

    def clock(self) -> datetime:
        return MONDAY + timedelta(milliseconds=next(self.ticks))

    async def fetch(self, remote: str, limit: int) -> AsyncIterator[bytes]:
        del limit
        yield picture(remote)

    async def talk(self, person: str) -> None:
        """From the first word to the TID."""
        await self.hears(person, Text("The checkout button does nothing at all"))
        await self.presses(person, "no")
        await self.hears(person, Files((IncomingFile(FileId(person), "a.png", 9, person),)))
        await self.worker.fetch_files()
        for words in ("a.org", "3", "business", "ana@example.org"):
            await self.hears(person, Text(words))
        for button in ("skip", "skip", "skip", "done", "file"):
            await self.presses(person, button)

    async def presses(self, person: str, name: str) -> None:
        known = await self.store.read(lambda look: look.conversation(ConversationId(person)))
        await self.hears(person, Pressed(f"{known.state.serial}:{name}"))

    async def hears(self, person: str, said: Said) -> None:
        id = MessageId(f"telegram:{next(self.numbers)}")
        who = Speaker(PersonId(person), "Ana", "en")
        message = Message(id, ConversationId(person), who, said, MONDAY)
        told = await self.front.answer(message)
        tids = [each.reply.tid for each in told if isinstance(each.reply, Receipt)]
        self.tell(Told(id, "".join(tids)))


def picture(of: str) -> bytes:
    """A person's picture: two pages of the disk, and a bit."""
    return PNG + hashlib.sha256(of.encode()).digest() * 300
