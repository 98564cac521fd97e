"""A talk through the true store, and the statements that it runs."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any, TypeAlias

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
)
from intake.dialogue.replies import Reply
from intake.ports import Outgoing
from tests.unit.intake.talk import playbook

Values: TypeAlias = Sequence[Any] | Mapping[str, Any]

NOW = datetime(2026, 3, 2, 15, tzinfo=UTC)
PROBLEM = (
    "Thumbnails vanish every night, see https://cms.example.org. "
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


@contextmanager
def counted() -> Iterator[list[tuple[str, Values]]]:
    """The statements that run meanwhile, with their values."""
    ran: list[tuple[str, Values]] = []

    def note(_: Connection, __: object, statement: str, values: Values, *___: object) -> None:
        if not statement.startswith(AROUND):
            ran.append((statement, values))

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield ran
    finally:
        event.remove(Engine, "before_cursor_execute", note)
