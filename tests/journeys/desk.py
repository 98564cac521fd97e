"""The true desk for journeys: everything but the platforms and the clock is the product's own."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import select

from bot.app.parts import Parts
from bot.delivery import Delivery
from bot.effects import Effects
from bot.front import Front
from bot.settings import Settings
from bot.storage.attachments import Attachments
from bot.storage.engine import make_engine
from bot.storage.store import SqlStore
from bot.storage.tables import attachments
from bot.texts.words import Words
from bot.worker import Worker
from faq_index import Entry, EntryId, FaqIndex
from intake.desk import agent
from intake.desk.customer import Customer
from intake.dialogue.messages import ConversationId, PersonId
from intake.dialogue.playbook import Playbook
from intake.dialogue.state import State
from intake.regulations.policy import Policy, shipped
from intake.tickets import Ticket
from intake.tid import RANDOM_BITS, Tid

MONDAY = datetime(2026, 3, 2, 15, tzinfo=UTC)
"""10 o'clock in New York, where the desk is."""

POLICY = shipped("inc")
WORDS = Words(POLICY)

WHITE_PAGE = "https://docs.example.org/white-page"
FAQ = (
    Entry(
        id=EntryId("white"),
        question="The site shows a white page after an update",
        answer="Turn on error output and clear the cache.",
        url=WHITE_PAGE,
        wordings=("blank screen after updating",),
    ),
    Entry(
        id=EntryId("mail"),
        question="E-mail notifications are not sent",
        answer="Check the mail settings.",
        url="https://docs.example.org/mail",
    ),
)


@dataclass
class Clock:
    """Goes on by a second with each act, or as a story tells; the platforms go by it too."""

    now: datetime = MONDAY
    stands: bool = False

    def __call__(self) -> datetime:
        return self.now

    def seconds(self) -> float:
        return self.now.timestamp()

    def ticks(self) -> None:
        if not self.stands:
            self.passes(seconds=1)

    def passes(self, **time: float) -> None:
        self.now += timedelta(**time)


async def nap(_: float) -> None:
    """Sleep that takes no time."""
    await asyncio.sleep(0)


@dataclass(frozen=True)
class House:
    """Whose desk it is, and who works there."""

    staff: tuple[str, ...]
    policy: Policy = POLICY

    @property
    def words(self) -> Words:
        return WORDS if self.policy is POLICY else Words(self.policy)


@dataclass(frozen=True)
class Attached:
    """What the desk knows of one file that was sent to it."""

    name: str
    refused: str
    sha256: str
    content: bytes


@dataclass(frozen=True)
class Desk:
    """The desk between two starts."""

    url: str
    folder: Path
    clock: Clock
    parts: Parts
    agent: agent.Desk

    @property
    def store(self) -> SqlStore:
        return self.parts.store

    async def learns(self, *entries: Entry) -> None:
        """Put entries into the FAQ."""
        now = self.clock()
        await self.store.record(lambda work: work.put_entries(entries, now, "cli"))
        await self.parts.worker.refresh_faq()

    async def state(self, conversation: str) -> State:
        where = ConversationId(conversation)
        return (await self.store.read(lambda reading: reading.conversation(where))).state

    async def tickets(self) -> list[Ticket]:
        """Every ticket with its posts, oldest first."""
        listed = await self.agent.tickets(1000)
        return [await self.agent.ticket(each.tid) for each in reversed(listed)]

    async def ticket(self, tid: str) -> Ticket:
        return await self.agent.ticket(Tid(tid))

    def attached(self) -> list[Attached]:
        """Every file ever announced, in the order of arrival."""
        columns = (attachments.c[name] for name in ("name", "refused", "sha256", "path"))
        with make_engine(self.url).connect() as database:
            rows = database.execute(select(*columns).order_by(attachments.c.id)).all()
        files = self.folder / "attachments"
        return [
            Attached(
                name, refused or "", sha256 or "", (files / path).read_bytes() if path else b""
            )
            for name, refused, sha256, path in rows
        ]


@asynccontextmanager
async def opened(
    url: str, folder: Path, clock: Clock, chance: random.Random, house: House
) -> AsyncIterator[Desk]:
    """Open the desk of this database and folder, for the first time or again."""
    words = house.words
    people = frozenset(map(PersonId, house.staff))
    faq = FaqIndex.build(())
    playbook = Playbook(house.policy, faq, words.languages, words.spoken(), people)
    async with SqlStore(url) as store:
        customer = Customer(store, playbook, clock, lambda: chance.getrandbits(RANDOM_BITS))
        delivery = Delivery(store, clock, nap)
        front = Front(customer, delivery)
        files = Attachments(f"file://{folder}/attachments")
        worker = Worker(store, customer, delivery, files, {}, front.hear, clock)
        await worker.refresh_faq()
        parts = Parts(Settings(), store, Effects(url), words, customer, delivery, front, worker)
        yield Desk(url, folder, clock, parts, agent.Desk(store, clock))
