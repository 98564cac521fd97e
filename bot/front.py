"""Where channels hand messages in: one at a time for each conversation, and never twice."""

import asyncio
from collections import Counter

import structlog

from bot.delivery import Delivery
from intake.desk.customer import Customer
from intake.dialogue.messages import ConversationId, Message
from intake.ports import Outgoing, StoreUnavailable

TRIES = 2
PATIENCE = 30.0
"""Seconds that a turn may take, which as a rule takes milliseconds (E10)."""

log = structlog.get_logger()


class Front:
    """Keeps the order of each conversation and hands replies to the delivery."""

    def __init__(self, customer: Customer, delivery: Delivery, patience: float = PATIENCE) -> None:
        self._customer, self._delivery, self._patience = customer, delivery, patience
        self._locks: dict[ConversationId, asyncio.Lock] = {}
        self._inside: Counter[ConversationId] = Counter()

    async def hear(self, message: Message) -> None:
        """Take a message; when this returns, it is safe and its replies are on their way.

        Raises StoreUnavailable when nothing was recorded: the platform must deliver it again.
        """
        self._delivery.deliver(await self.answer(message))

    async def answer(self, message: Message) -> tuple[Outgoing, ...]:
        """Take a message and return its replies to whoever sends them."""
        where = message.conversation
        self._inside[where] += 1
        try:
            async with self._locks.setdefault(where, asyncio.Lock()):
                with structlog.contextvars.bound_contextvars(message=message.id):
                    return await self._take(message)
        finally:
            self._inside[where] -= 1
            if not self._inside[where]:
                del self._inside[where], self._locks[where]

    async def _take(self, message: Message) -> tuple[Outgoing, ...]:
        for _ in range(TRIES):
            try:
                async with asyncio.timeout(self._patience):
                    return await self._customer.hear(message)
            except StoreUnavailable:
                raise
            except TimeoutError:
                log.error("front.turn_hangs", kind=message.said.kind)  # noqa: TRY400 - it says when
                break
            except Exception:
                # Ours to repair: the operator gets the traceback, the person an honest sentence.
                log.exception("front.turn_failed", kind=message.said.kind)
        return await self._apologise(message)

    async def _apologise(self, message: Message) -> tuple[Outgoing, ...]:
        try:
            async with asyncio.timeout(self._patience):
                return await self._customer.apologise(message)
        except TimeoutError:
            raise StoreUnavailable from None
