"""A turn's statements are few and stay few: nothing in a talk grows with the desk."""

from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, event

from bot.delivery import Delivery
from bot.front import Front
from bot.pacing import Pace
from bot.storage.store import SqlStore
from intake.desk.customer import Customer
from intake.dialogue.messages import (
    ConversationId,
    Message,
    MessageId,
    PersonId,
    Pressed,
    Said,
    Speaker,
    Text,
)
from intake.dialogue.replies import Receipt, Reply
from intake.ports import Outgoing
from tests.unit.intake.talk import playbook

NOW = datetime(2026, 3, 2, 15, tzinfo=UTC)
PROBLEM = (
    "Nothing moves after the upgrade, see https://cms.example.org. "
    "Version 16.2, Business edition, ana@example.org"
)
AROUND = ("BEGIN", "SAVEPOINT", "RELEASE", "ROLLBACK", "PRAGMA")


class Paper:
    """Takes every reply."""

    def __init__(self) -> None:
        self.said: list[Reply] = []

    async def send(self, outgoing: Outgoing) -> None:
        self.said.append(outgoing.reply)

    @property
    def tokens(self) -> list[str]:
        return [choice.token for choice in self.said[-1].choices]


class Talk:
    """Ana's, through the true store."""

    def __init__(self, store: SqlStore) -> None:
        def clock() -> datetime:
            return NOW

        self.paper = Paper()
        self.delivery = Delivery(store, clock)
        self.delivery.serve("telegram", self.paper, Pace(1000, 1000, 10_000))
        self.front = Front(Customer(store, playbook(), clock, lambda: 7), self.delivery)
        self.number = 0

    async def says(self, said: Said) -> None:
        self.number += 1
        self.paper.said.clear()
        message = Message(
            MessageId(f"telegram:{self.number}"),
            ConversationId("telegram:42"),
            Speaker(PersonId("telegram:42"), "Ana", "en"),
            said,
            NOW,
        )
        await self.front.hear(message)
        await self.delivery.settle()

    async def presses(self, label: str) -> None:
        await self.says(Pressed(next(each for each in self.paper.tokens if label in each)))


@pytest.fixture
async def talk(tmp_path: Path) -> AsyncIterator[Talk]:
    async with SqlStore(f"sqlite:///{tmp_path / 'desk.db'}") as store:
        yield Talk(store)


@contextmanager
def counted() -> Iterator[list[str]]:
    """The statements that run meanwhile."""
    ran: list[str] = []

    def note(_: Connection, __: object, statement: str, *___: object) -> None:
        if not statement.startswith(AROUND):
            ran.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield ran
    finally:
        event.remove(Engine, "before_cursor_execute", note)


async def test_an_answer_takes_five(talk: Talk) -> None:
    """Read the talk; claim, keep, say; mark the reply as sent."""
    await talk.says(Text(PROBLEM))
    await talk.presses("no")
    with counted() as ran:
        await talk.presses("skip")
    assert len(talk.paper.said) == 1
    assert len(ran) <= 5, ran


async def test_a_message_told_twice_takes_two(talk: Talk) -> None:
    await talk.says(Text(PROBLEM))
    talk.number -= 1
    with counted() as ran:
        await talk.says(Text(PROBLEM))
    assert len(ran) <= 2, ran


async def test_filing_takes_six(talk: Talk) -> None:
    """The ticket on top of an answer."""
    await talk.says(Text(PROBLEM))
    await talk.presses("no")
    while not any("file" in each for each in talk.paper.tokens):
        await talk.presses("skip")
    with counted() as ran:
        await talk.presses("file")
    assert isinstance(talk.paper.said[-1], Receipt)
    assert len(ran) <= 6, ran
